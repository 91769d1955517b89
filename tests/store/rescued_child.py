"""Runs in a process of its own, to be killed: types on while its disk stalls or is full, and says what is rescued."""

import sys
from pathlib import Path

from tests.store.disks import HUGE, StallingDriver, Watch, fill
from wibdesk.desk import Desk
from wibdesk.domain.entries import Paragraph
from wibdesk.services import bodies, meetings, minutes


def main(register: str, rescue: str, trouble: str) -> None:
    """Save a text, let the disk fail, type a line again and again; each that is kept in a second place is told."""
    watch = Watch()
    driver = StallingDriver() if trouble == "stalled" else None
    desk = Desk(Path(register), rescue=(Path(rescue),), driver=driver, on_status=watch)
    body = desk.write(bodies.add_body, "Norbury Board").result().value
    made = desk.write(meetings.new_meeting, body.id, date=None).result().value
    text = Paragraph("Saved")
    desk.write(minutes.save_entries, made.items[0].id, (text,)).result()
    if driver is not None:
        driver.stall()
    else:
        fill(Path(register).with_name("ballast"))
    for words in ("Typed", "Typed on", f"Typed on and on. {HUGE}"):
        desk.write(minutes.save_entries, made.items[0].id, (Paragraph(words, id=text.id),))
    desk.write(bodies.add_body, "Added meanwhile", undo="Body added")
    watch.wait_for(lambda s: s.safe and s.waiting > 1)
    print("rescued", made.id, flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main(*sys.argv[1:])
