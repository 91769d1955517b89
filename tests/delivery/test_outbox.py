"""What waits is sent by a real server once, whatever the line does; what nobody can know is held for the clerk."""

import pytest

from tests.delivery.mailbags import arrived, opened, post, states
from tests.delivery.server import PASSWORD, STAGES, MailServer
from wibdesk.delivery.accounts import Security
from wibdesk.delivery.handed_notes import HandedNotes
from wibdesk.domain.mail import MailState
from wibdesk.errors import UserError
from wibdesk.sending import outbox_of, send_waiting
from wibdesk.services import mailings, meetings

pytestmark = pytest.mark.loopback


@pytest.fixture
def notes(tmp_path):
    return HandedNotes(tmp_path / "notes" / "handed.txt")


@pytest.fixture
def meeting(clerk):
    return clerk.meeting()


@pytest.fixture
def server(certificate):
    with MailServer(certificate) as server:
        yield server


def send(clerk, server, notes, password=PASSWORD, **more):
    outbox = outbox_of(clerk.desk, server.account(), password, notes=notes, waits=(0,), **more)
    return send_waiting(clerk.desk, outbox)


@pytest.mark.parametrize("security", Security)
def test_all_that_waits_goes_on_one_line_byte_for_byte(clerk, meeting, certificate, notes, security):
    mailing = post(clerk, meeting, 3)
    seen = []
    with MailServer(certificate, security=security) as server:
        report = send(clerk, server, notes, progress=lambda p: seen.append((p.done, p.total, p.name)))
        assert (report.sent, report.words) == (3, "3 sent.")
        assert server.connections == (1 if security is Security.TLS else 2), "the line is made anew once it is locked"
        assert send(clerk, server, notes).words == "Nothing waited."
    assert seen == [(0, 3, "Person 0"), (1, 3, "Person 1"), (2, 3, "Person 2"), (3, 3, "")]
    assert set(states(clerk, meeting).values()) == {MailState.SENT}
    for text, message in zip(server.taken, mailing.messages, strict=True):
        email = opened(text)
        assert email["to"] == f"{message.name} <{message.address}>"
        assert email["message-id"] == message.message_id
        assert email.get_body().get_content().replace("\r\n", "\n") == "Dear all,\n\n.\n..dots\n"
        parts = list(email.iter_attachments())
        assert [part.get_filename() for part in parts] == [f.name for f in mailing.files]
        assert [part.get_content() for part in parts] == [f.data for f in mailing.files]


@pytest.mark.parametrize("stage", STAGES)
def test_a_line_that_breaks_loses_no_message_and_sends_none_twice(clerk, meeting, server, notes, stage):
    post(clerk, meeting, 2)
    left = [stage]
    server.breaks = lambda at: at in left and not left.remove(at)
    first = send(clerk, server, notes)
    held = [line.message for line in clerk.ask(mailings.outbox) if line.message.state is MailState.HELD]
    assert len(held) == first.held
    # Inside the text it depends on how much was under way: the last byte may have been.
    assert stage == "inside" or len(held) == (stage in ("lost", "taken"))
    while send(clerk, server, notes).sent:
        pass
    for message in held:
        clerk.do(mailings.decide_held, message.id, send_again=stage != "taken")
    send(clerk, server, notes)
    assert list(arrived(server).values()) == [1, 1]
    assert set(states(clerk, meeting).values()) == {MailState.SENT}


def test_a_server_that_says_no_for_good_is_quoted_and_the_rest_goes(clerk, meeting, server, notes):
    mailing = post(clerk, meeting, 3)
    server.answers["rcpt"] = ["550 no such person"]
    report = send(clerk, server, notes)
    assert (report.sent, report.refused) == (2, 1)
    (line,) = clerk.ask(mailings.outbox)
    assert (line.message.state, line.message.trouble) == (MailState.REFUSED, "550 no such person")
    clerk.do(mailings.readdress, mailing.messages[0].id, "new@example.org")
    assert send(clerk, server, notes).sent == 1
    assert opened(server.taken[-1])["to"] == "Person 0 <new@example.org>"


@pytest.mark.parametrize("stage", ["mail", "rcpt", "data"])
def test_a_server_that_says_later_is_tried_again(clerk, meeting, server, notes, stage):
    post(clerk, meeting, 1)
    server.answers[stage] = ["451 busy"]
    assert send(clerk, server, notes).words == "1 to be tried again."
    assert send(clerk, server, notes).sent == 1
    (each,) = clerk.ask(mailings.sent_record, meeting.id)[0].messages
    assert (each.tries, each.trouble) == (2, None)


def test_a_wrong_password_stops_the_run_and_everything_waits(clerk, meeting, server, notes):
    post(clerk, meeting, 2)
    report = send(clerk, server, notes, password="wrong")
    assert "127.0.0.1 does not take the user name or password (535" in report.words
    assert not report.offline
    assert set(states(clerk, meeting).values()) == {MailState.WAITING}
    assert "letters that no server takes" in send(clerk, server, notes, password="pässword").words


def test_a_server_that_cannot_prove_itself_gets_nothing(clerk, meeting, server, notes, tmp_path):
    post(clerk, meeting, 1)
    for authorities, words in (("", "cannot prove that it is"), (str(tmp_path / "none.pem"), "cannot be read")):
        account = server.account(authorities=authorities)
        report = send_waiting(clerk.desk, outbox_of(clerk.desk, account, PASSWORD, notes=notes))
        assert words in report.trouble
    assert not server.taken


def test_over_a_line_that_nobody_locks_nothing_goes(clerk, meeting, certificate, notes):
    post(clerk, meeting, 1)
    with MailServer(certificate, security=None) as server:
        assert send(clerk, server, notes).trouble.startswith("127.0.0.1 offers no locked line")
    assert not server.taken


def test_without_a_network_all_is_kept_and_that_is_said(clerk, meeting, certificate, notes):
    post(clerk, meeting, 2)
    with MailServer(certificate) as server:
        account = server.account()
    report = send_waiting(clerk.desk, outbox_of(clerk.desk, account, PASSWORD, notes=notes))
    assert report.offline
    assert report.words.endswith("What waits is kept, and goes when the server can be reached.")
    assert {m.tries for m in clerk.ask(mailings.sent_record, meeting.id)[0].messages} == {0}


def test_a_message_taken_back_or_gone_never_goes(clerk, meeting, server, notes):
    mailing = post(clerk, meeting, 3)
    clerk.do(mailings.cancel, mailing.messages[0].id)

    def at_the_last_moment(progress):
        if progress.name == "Person 1":
            clerk.do(mailings.cancel, mailing.messages[1].id)

    send(clerk, server, notes, progress=at_the_last_moment)
    assert [opened(text)["to"].addresses[0].username for text in server.taken] == ["p2"]
    post(clerk, meeting, 1)
    clerk.do(meetings.remove_meeting, meeting.id, undo="Removed")
    assert send(clerk, server, notes).words == "Nothing waited."


def test_a_run_that_is_stopped_leaves_the_rest_waiting(clerk, meeting, server, notes):
    post(clerk, meeting, 3)
    outbox = outbox_of(clerk.desk, server.account(), PASSWORD, notes=notes, progress=lambda _: outbox.stop())
    assert send_waiting(clerk.desk, outbox).sent == 0
    assert set(states(clerk, meeting).values()) == {MailState.WAITING}


def test_two_never_send_at_the_same_time(clerk, meeting, server, notes):
    post(clerk, meeting, 1)
    second = outbox_of(clerk.desk, server.account(), PASSWORD, notes=notes)
    told = []

    def meanwhile(_):
        with pytest.raises(UserError, match="sending already"):
            send_waiting(clerk.desk, second)
        told.append(True)

    send(clerk, server, notes, progress=meanwhile)
    assert told
    assert list(arrived(server).values()) == [1]


def test_a_register_from_a_backup_sends_nothing_again_that_this_computer_sent(clerk, meeting, server, notes):
    mailing = post(clerk, meeting, 1)
    send(clerk, server, notes)
    # As the backup has it: the message waits, and nothing tells that it was ever handed over.
    before = mailing.messages[0]
    clerk.do(put_back, before)
    assert send(clerk, server, notes).words == "Nothing waited."
    (line,) = clerk.ask(mailings.outbox)
    assert line.message.state is MailState.HELD
    assert "handed it over before" in line.message.trouble
    clerk.do(mailings.decide_held, before.id, send_again=True)
    assert send(clerk, server, notes).sent == 1


def put_back(uow, message):
    """Put a message into the register as it was."""
    from wibdesk.changes import Done, changed  # noqa: PLC0415 - only this stands in for a backup

    uow.mail.put_message(message)
    return Done(message, changed())


def test_more_than_the_server_takes_is_refused_with_both_sizes(clerk, meeting, certificate, notes):
    post(clerk, meeting, 1, size=30_000)
    with MailServer(certificate, data_size_limit=20_000) as server:
        assert send(clerk, server, notes).refused == 1
    assert clerk.ask(mailings.outbox)[0].message.trouble.startswith("The server takes 0.0 MB")
