"""Runs in a process of its own, to be killed: sends what waits in a register until nothing does."""

import sys
from pathlib import Path

from tests.delivery.server import PASSWORD, SENDER, USER
from wibdesk.delivery.accounts import Account, Security
from wibdesk.delivery.handed_notes import HandedNotes
from wibdesk.desk import Desk
from wibdesk.sending import hold_cut_short, outbox_of, send_waiting
from wibdesk.services import mail_states


def main(register: str, port: str, certificate: str, notes: str) -> None:
    """Send until nothing waits."""
    account = Account("127.0.0.1", SENDER, Security.STARTTLS, int(port), USER, authorities=certificate)
    desk = Desk(Path(register))
    hold_cut_short(desk)
    while desk.read(mail_states.next_turn).result() is not None:
        report = send_waiting(desk, outbox_of(desk, account, PASSWORD, notes=HandedNotes(Path(notes)), waits=(0,)))
        print(report.words, flush=True)
    desk.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
