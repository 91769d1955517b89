"""What is kept of sending: all is looked at before anything is stored, and each step of a message is settled once."""

from datetime import UTC, datetime, timedelta

import pytest

from wibdesk.changes import MAIL
from wibdesk.domain.exports import Export
from wibdesk.domain.mail import MailFile, Mailing, MailKind, MailMessage, MailState, MailWay
from wibdesk.domain.meetings import MinutesStatus
from wibdesk.errors import UserError
from wibdesk.services import bin as binned
from wibdesk.services import exports, mail_states, mailings, meetings

AT = datetime(2026, 9, 1, 16, tzinfo=UTC)
FILE = MailFile("minutes.pdf", "application/pdf", b"%PDF")


@pytest.fixture
def meeting(clerk):
    return clerk.meeting()


def message(address="ann@example.org", name="Ann Lee", **more):
    return MailMessage(MailKind.MINUTES, name, address, "Minutes", "Dear Ann", **more)


def keep(clerk, meeting, *messages, files=(), **more):
    return clerk.do(mailings.keep_mailing, Mailing(meeting.id, AT, messages, tuple(files)), **more)


def state(clerk, message_id):
    return clerk.ask(mail_states.parcel, message_id).message.state


def test_a_mailing_is_kept_whole_and_read_back_with_and_without_its_bytes(clerk, meeting):
    kept = keep(clerk, meeting, message(files=(FILE.id,)), files=[FILE], sender="clerk@example.org")
    (one,) = kept.messages
    assert one.message_id == f"<{one.id}@example.org>"
    assert one.state is MailState.WAITING
    assert MAIL in clerk.changes.kinds
    clerk.restart()
    assert clerk.ask(mailings.mailing_files, kept.id) == kept
    (light,) = clerk.ask(mailings.sent_record, meeting.id)
    assert [(f.name, f.data) for f in light.files] == [("minutes.pdf", b"")]
    assert clerk.ask(mail_states.parcel, one.id).files == (FILE,)
    (line,) = clerk.ask(mailings.outbox)
    assert (line.meeting_ref, line.body_name, line.at) == ("M1", "Norbury Board", AT)
    assert line.meeting_day == "Tue 1 Sep 2026"


def test_the_newest_mailing_comes_first(clerk, meeting):
    first, second = keep(clerk, meeting, message()), keep(clerk, meeting, message())
    assert [each.id for each in clerk.ask(mailings.sent_record, meeting.id)] == [second.id, first.id]


def test_drafts_and_files_are_in_the_record_and_never_in_the_outbox(clerk, meeting):
    keep(clerk, meeting, message(way=MailWay.DRAFT), message("ben@example.org", way=MailWay.FILE))
    assert clerk.ask(mailings.outbox) == ()
    states = {m.state for m in clerk.ask(mailings.sent_record, meeting.id)[0].messages}
    assert states == {MailState.DRAFTED}


@pytest.mark.parametrize(
    ("messages", "more", "words"),
    [
        ((), {}, "There is nobody to send this to"),
        ((message("ann"),), {}, "of Ann Lee has no @"),
        ((message(name="Ann\nBcc: x"),), {}, "a line break"),
        ((message(), message("ANN@example.org")), {}, "twice: take one away"),
        ((message(files=(FILE.id,)),), {"limit_mb": 0.001}, "send a link"),
    ],
)
def test_nothing_is_stored_of_what_cannot_be_sent(clerk, meeting, messages, more, words):
    with pytest.raises(UserError, match=words):
        keep(clerk, meeting, *messages, files=[FILE], **more)
    assert clerk.ask(mailings.sent_record, meeting.id) == ()


def test_the_documents_among_the_files_are_in_the_record_of_exports(clerk, meeting):
    export = Export(meeting.id, "minutes", "public", "plain", "pdf", "minutes.pdf", "0" * 64, "words", AT)
    keep(clerk, meeting, message(files=(FILE.id,)), files=[FILE], exports=(export,))
    assert clerk.ask(exports.last_export, meeting.id, "minutes").name == "minutes.pdf"


def test_undo_never_takes_back_what_was_sent(clerk, meeting):
    kept = Mailing(meeting.id, AT, (message(),))
    clerk.do(mailings.keep_mailing, kept, undo="Sent")
    with pytest.raises(UserError, match="nothing to undo"):
        clerk.undo()
    assert clerk.ask(mailings.sent_record, meeting.id)


def test_a_meeting_takes_its_mail_into_the_bin_and_back(clerk, meeting):
    kept = keep(clerk, meeting, message(files=(FILE.id,)), files=[FILE])
    clerk.do(meetings.remove_meeting, meeting.id, undo="Removed")
    with pytest.raises(UserError, match="no longer in the register"):
        clerk.ask(mailings.mailing_files, kept.id)
    with pytest.raises(UserError, match="no longer in the register"):
        state(clerk, kept.messages[0].id)
    assert clerk.ask(mailings.outbox) == ()
    clerk.do(binned.put_back, clerk.ask(binned.binned)[0].id)
    back = clerk.ask(mailings.mailing_files, kept.id)
    assert (back.files, back.messages[0].files) == (kept.files, kept.messages[0].files)
    assert state(clerk, kept.messages[0].id) is MailState.CANCELLED


def test_nothing_that_waited_goes_after_its_meeting_came_back_from_the_bin(clerk, meeting):
    sent, waiting = keep(clerk, meeting, message(), message("ben@example.org")).messages
    clerk.do(mail_states.begin_handing, sent.id)
    clerk.do(mail_states.note_sent, sent.id)
    clerk.do(meetings.remove_meeting, meeting.id, undo="Removed")
    clerk.do(binned.put_back, clerk.ask(binned.binned)[0].id, undo="Put back")
    clerk.undo()
    clerk.undo()
    assert (state(clerk, sent.id), state(clerk, waiting.id)) == (MailState.SENT, MailState.CANCELLED)
    assert clerk.ask(mail_states.due, clerk.time.astimezone(UTC).replace(year=2030)) == ()
    clerk.do(mailings.wait_again, waiting.id)
    assert state(clerk, waiting.id) is MailState.WAITING


def test_a_message_that_was_put_off_is_due_at_once_when_it_is_hurried_and_a_sent_one_stays_sent(clerk, meeting):
    late, sent = keep(clerk, meeting, message(), message("ben@example.org")).messages
    now = clerk.time.astimezone(UTC)
    clerk.do(mail_states.put_off, late.id, "451 come back later")
    clerk.do(mail_states.begin_handing, sent.id)
    clerk.do(mail_states.note_sent, sent.id)
    assert clerk.ask(mail_states.due, now) == ()
    assert clerk.do(mailings.hurry, late.id).next_try is None
    assert [m.id for m in clerk.ask(mail_states.due, now)] == [late.id]
    assert clerk.do(mailings.hurry, sent.id).state is MailState.SENT


def test_a_message_is_handed_over_by_one_alone(clerk, meeting):
    one = keep(clerk, meeting, message()).messages[0].id
    assert clerk.do(mail_states.begin_handing, one) == clerk.time.astimezone(UTC)
    assert clerk.do(mail_states.begin_handing, one) is None
    assert clerk.do(mail_states.hold_interrupted) == 1
    assert clerk.do(mail_states.hold_interrupted) == 0
    assert state(clerk, one) is MailState.HELD
    assert clerk.ask(mail_states.parcel, one).message.trouble == mail_states.INTERRUPTED


def test_each_try_waits_longer_and_is_due_when_its_time_comes(clerk, meeting):
    one = keep(clerk, meeting, message()).messages[0].id
    now = clerk.time.astimezone(UTC)
    assert clerk.ask(mail_states.next_turn) == AT
    for tries, wait in ((1, 30), (2, 60)):
        clerk.do(mail_states.put_off, one, "451 busy")
        told = clerk.ask(mail_states.parcel, one).message
        assert (told.tries, told.trouble, told.next_try) == (tries, "451 busy", now + timedelta(seconds=wait))
    assert clerk.ask(mail_states.due, now) == ()
    assert [m.id for m in clerk.ask(mail_states.due, now + timedelta(seconds=60))] == [one]
    assert clerk.ask(mail_states.next_turn) == now + timedelta(seconds=60)
    clerk.do(mail_states.begin_handing, one)
    clerk.do(mail_states.put_off, one, "452 full", (7,))
    assert clerk.ask(mail_states.parcel, one).message.tries == 3
    clerk.do(mail_states.note_sent, one)
    assert clerk.do(mail_states.put_off, one, "late").state is MailState.SENT
    assert clerk.ask(mail_states.next_turn) is None


def test_what_is_held_is_settled_by_the_clerk_once(clerk, meeting):
    again, arrived = (m.id for m in keep(clerk, meeting, message(), message("ben@example.org")).messages)
    for one in (again, arrived):
        clerk.do(mail_states.note_held, one, "Who knows.", AT)
    assert clerk.do(mailings.decide_held, again, send_again=True).state is MailState.WAITING
    done = clerk.do(mailings.decide_held, arrived, send_again=False)
    assert (done.state, done.handed_at) == (MailState.SENT, AT)
    with pytest.raises(UserError, match="not held any more"):
        clerk.do(mailings.decide_held, arrived, send_again=True)


def test_a_message_is_taken_back_before_it_went_and_not_after(clerk, meeting):
    one, other = (m.id for m in keep(clerk, meeting, message(), message("ben@example.org")).messages)
    assert clerk.do(mailings.cancel, one).state is MailState.CANCELLED
    assert clerk.do(mailings.wait_again, one).state is MailState.WAITING
    with pytest.raises(UserError, match="is waiting: look at it again"):
        clerk.do(mailings.wait_again, one)
    clerk.do(mail_states.note_sent, other)
    with pytest.raises(UserError, match="The message to Ann Lee is sent: it cannot be stopped"):
        clerk.do(mailings.cancel, other)


def test_a_refused_message_gets_another_address(clerk, meeting):
    one = keep(clerk, meeting, message()).messages[0].id
    clerk.do(mail_states.note_refused, one, "550 unknown")
    with pytest.raises(UserError, match="has no @"):
        clerk.do(mailings.readdress, one, "ann")
    told = clerk.do(mailings.readdress, one, "lee@example.org")
    assert (told.address, told.state, told.trouble) == ("lee@example.org", MailState.WAITING, None)
    clerk.do(mail_states.note_sent, one)
    with pytest.raises(UserError, match="is sent"):
        clerk.do(mailings.readdress, one, "ann@example.org")


def test_a_draft_that_went_round_is_circulated_and_no_more(clerk, meeting):
    assert clerk.do(mailings.mark_circulated, meeting.id).status is MinutesStatus.CIRCULATED
    assert clerk.do(mailings.mark_circulated, meeting.id).status is MinutesStatus.CIRCULATED
