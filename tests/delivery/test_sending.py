"""Sending for as long as the desk is open: at once, again when its time comes, and told of every run."""

from queue import Queue

import pytest

from tests.delivery.mailbags import arrived, post, states
from tests.delivery.server import PASSWORD, MailServer
from tests.registers import WAIT
from wibdesk.changes import MAIL
from wibdesk.delivery.handed_notes import HandedNotes
from wibdesk.domain.mail import MailState
from wibdesk.errors import UserError
from wibdesk.sending import Sending, hold_cut_short, outbox_of
from wibdesk.services import mail_states

pytestmark = pytest.mark.loopback


@pytest.fixture
def meeting(clerk):
    return clerk.meeting()


def test_what_is_posted_goes_when_it_is_woken_and_what_was_put_off_by_itself(clerk, meeting, certificate, tmp_path):
    reports, changes = Queue(), []
    notes = HandedNotes(tmp_path / "handed.txt")
    with MailServer(certificate) as server:
        server.answers["data"] = ["451 busy"]

        def outbox():
            return outbox_of(clerk.desk, server.account(), PASSWORD, notes=notes, waits=(0,), told=changes.append)

        sending = Sending(clerk.desk, outbox, reports.put)
        sending.start()
        post(clerk, meeting, 2)
        sending.wake()
        assert reports.get(timeout=WAIT).words == "1 sent, 1 to be tried again."
        assert reports.get(timeout=WAIT).words == "1 sent."
        post(clerk, meeting, 1)
        sending.wake()
        assert reports.get(timeout=WAIT).sent == 1
        assert sending.stop(WAIT)
        assert sum(arrived(server).values()) == 3
    assert all(each.touches(MAIL) for each in changes if each.kinds)


def test_without_an_account_that_is_said_and_nothing_goes(clerk, meeting):
    def none():
        raise UserError("No mail server is set.")

    reports = Queue()
    post(clerk, meeting, 1)
    sending = Sending(clerk.desk, none, reports.put)
    sending.start()
    assert reports.get(timeout=WAIT).trouble == "No mail server is set."
    assert sending.stop(WAIT)
    assert set(states(clerk, meeting).values()) == {MailState.WAITING}


def test_what_a_desk_was_handing_over_when_it_ended_is_held_at_the_next_start(clerk, meeting):
    one = post(clerk, meeting, 1).messages[0].id
    clerk.do(mail_states.begin_handing, one)
    clerk.restart()
    with clerk.desk.sending:
        assert not hold_cut_short(clerk.desk).kinds
    assert hold_cut_short(clerk.desk).touches(MAIL)
    assert set(states(clerk, meeting).values()) == {MailState.HELD}


def test_a_sender_that_never_began_ends_at_once(clerk):
    assert Sending(clerk.desk, lambda: None, lambda _: None).stop(WAIT)


def test_notes_that_cannot_be_kept_stop_nothing(tmp_path, clerk):
    (tmp_path / "folder").mkdir()
    notes = HandedNotes(tmp_path / "folder")
    notes.note("<a@b>", clerk.time)
    assert notes.last() == {}
    kept = HandedNotes(tmp_path / "handed.txt")
    kept.note("<a@b>", clerk.time)
    whole = (tmp_path / "handed.txt").read_text("utf-8")
    (tmp_path / "handed.txt").write_text(f"{whole}2026-09-", "utf-8")
    assert kept.last() == {"<a@b>": clerk.time}
