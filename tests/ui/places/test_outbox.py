"""The outbox of the desk in a real window: a real mail server on this machine, a restart, what is held and refused."""

from dataclasses import replace
from datetime import UTC, time

import pytest

from tests.delivery.mailbags import arrived
from tests.delivery.server import PASSWORD, MailServer, make_certificate
from tests.registers import WAIT
from tests.ui.clerk import Clerk
from tests.ui.places.conftest import NOW, PLACES
from tests.ui.places.mail_clerk import deliver, know_password, say_yes, settings_of, texts
from tests.ui.places.test_send import SEND
from ui.place import Where
from wibdesk.desk import Desk
from wibdesk.domain.mail import MailState, MailWay
from wibdesk.services import mail_states, mailings, meetings, people

pytestmark = pytest.mark.loopback


@pytest.fixture(scope="session")
def certificate(tmp_path_factory):
    return make_certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def clerk(qtbot, theme, tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    desk = Desk(tmp_path / "register.wibdesk", now=lambda: NOW)
    desk.opened.result(30)
    made = Clerk(qtbot, theme, desk, (*PLACES, SEND))
    deliver(made)
    yield made
    made.context.delivering.close(WAIT)
    made.go_home()
    desk.close()


@pytest.fixture
def send(clerk, board, meeting):
    """The clerk at the Send place, everybody with an address."""
    for person in clerk.read(people.roster, board.id):
        address = f"{person.name.split()[-1].lower()}@norbury.example"
        clerk.do(people.change_person, replace(person, email=address))
    clerk.context.settings.change(clerk="R Devlin")
    clerk.do(meetings.start_meeting, meeting.id, time(9, 30))
    clerk.do(meetings.close_meeting, meeting.id, time(11))
    clerk.go("send", Where(meeting_id=meeting.id))
    return clerk


@pytest.fixture
def server(certificate):
    with MailServer(certificate) as made:
        yield made


def account(send, server, **more):
    send.context.settings.change(mail=settings_of(server, **more))


def states(send, meeting):
    return [m.state for each in send.read(mailings.sent_record, meeting.id) for m in each.messages]


def comes(send, condition):
    send.qtbot.waitUntil(condition, timeout=20_000)
    send.settle()


def messages_of(send, meeting):
    return send.read(mailings.sent_record, meeting.id)[0].messages


def test_four_messages_leave_after_one_question_and_the_record_says_so(send, server, meeting):
    account(send, server)
    know_password(send)
    send.press("S")
    assert send.place.outgoing.question().startswith("4 messages to 4 people leave now. Nobody outside the roster")
    say_yes(send)
    assert send.place.part is send.place.outbox
    comes(send, lambda: states(send, meeting) == [MailState.SENT] * 4)
    assert sorted(arrived(server).values()) == [1] * 4
    comes(send, send.place.outbox.empty.isVisible)
    comes(send, lambda: send.place.outbox.status.text() == "4 sent.")
    send.place.show_part("sent")
    assert texts(send.place.sent.table)[1] == "Helen Ferrer, Sent, 09:00"
    send.press("Esc")
    assert send.place.banner.heading.text() == "Sent before"
    assert send.place.outgoing.question().endswith("4 messages of the same kind have gone there before.")


def test_without_an_account_it_is_asked_for_tried_and_kept(send, server, meeting):
    send.press("S")
    part = send.place.account
    assert send.place.part is part
    assert "press S again" in part.said.text()
    for field, words in (
        (part.host, "127.0.0.1"), (part.port, str(server.port)), (part.user, "clerk"), (part.password, "wrong"),
        (part.from_address, "clerk@example.org"), (part.authorities, str(server.certificate)),
    ):  # fmt: skip
        field.setText(words)
    send.press("Alt+T")
    comes(send, part.try_button.isEnabled)
    assert "does not take the user name or password" in part.said.text()
    send.settle()
    assert not part.said.visibleRegion().isEmpty(), "what came of it is out of sight"
    part.password.setText(PASSWORD)
    send.press("Alt+T")
    comes(send, part.try_button.isEnabled)
    assert part.said.text() == "127.0.0.1 lets the desk in. Nothing was sent."
    assert not server.taken
    send.press("Ctrl+Return")
    assert send.place.part is send.place.to_send
    kept = send.context.settings.now.mail
    assert kept["from_name"] == "R Devlin"
    assert PASSWORD not in str(kept)
    send.press("S")
    say_yes(send)
    comes(send, lambda: states(send, meeting) == [MailState.SENT] * 4)


def test_an_account_that_cannot_be_is_not_kept(send):
    send.press("M")
    part = send.place.account
    part.host.setText("mail.example.org")
    send.press("Ctrl+Return")
    assert part.said.text().startswith("The mail account has no e-mail address")
    assert send.context.settings.now.mail == {}
    part.host.clear()
    send.press("Ctrl+Return")
    assert send.said[-1] == "Your name is kept; the desk sends nothing by itself"


def whole(widget):
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_the_field_in_hand_and_what_is_wrong_are_both_whole_in_sight(send):
    part = send.place.account
    send.context.theme.switch(scale=2.0)
    send.window.resize(1024, 640)
    send.place.show_part("account")
    for field in (part.clerk, part.limit_mb, part.host):
        field.setFocus()
        send.press("Alt+T")
        assert part.said.text().startswith("No mail server is set")
        comes(send, lambda field=field: whole(part.said) and whole(field))
        part.say("")
        comes(send, lambda: not part.said.isVisible())
    send.context.theme.switch(scale=1.0)


def test_a_password_that_nobody_knows_is_asked_for_in_the_outbox(send, server, meeting):
    account(send, server)
    send.press("S")
    say_yes(send)
    strip = send.place.outbox.password
    comes(send, strip.isVisible)
    assert strip.heading.text() == "Password of clerk at 127.0.0.1"
    assert strip.note.isVisible()
    assert not strip.lasting.isVisible()
    shown = send.place.keys()
    assert ("P", "password") in shown
    send.press("P")
    send.type(PASSWORD)
    send.press("Return")
    comes(send, lambda: states(send, meeting) == [MailState.SENT] * 4)
    assert not strip.isVisible()


def test_without_a_network_they_wait_and_go_after_a_restart(send, server, meeting, qtbot, theme, tmp_path):
    account(send, server)
    port, settings = server.port, send.context.settings
    know_password(send)
    settings.change(mail={**settings.now.mail, "port": "9"})
    know_password(send)
    send.press("S")
    say_yes(send)
    outbox = send.place.outbox
    comes(send, lambda: outbox.banner.isVisible() and outbox.look_button.isVisible())
    assert outbox.banner.heading.text() == "No network: messages wait in the outbox"
    assert texts(outbox.table)[0] == "Waiting, 4"
    send.context.delivering.close(WAIT)
    send.go_home()
    send.desk.close()
    desk = Desk(tmp_path / "register.wibdesk", now=lambda: NOW)
    desk.opened.result(30)
    settings.change(mail={**settings.now.mail, "port": str(port)})
    again = Clerk(qtbot, theme, desk, (*PLACES, SEND), settings=settings)
    assert states(again, meeting) == [MailState.WAITING] * 4
    delivering = deliver(again)
    know_password(again)
    delivering.start()
    comes(again, lambda: states(again, meeting) == [MailState.SENT] * 4)
    assert sorted(arrived(server).values()) == [1] * 4
    delivering.close(WAIT)
    again.go_home()
    desk.close()


def test_what_was_refused_goes_to_another_address(send, server, meeting):
    account(send, server)
    know_password(send)
    server.answers["rcpt"] = ["550 there is nobody of this name"]
    send.press("S")
    say_yes(send)
    outbox = send.place.outbox
    comes(send, lambda: any("The outbox needs you 3 sent, 1 refused." in told for told in send.troubles))
    comes(send, lambda: outbox.line() is not None and outbox.line().message.state is MailState.REFUSED)
    assert outbox.detail.trouble.text() == "550 there is nobody of this name"
    outbox.start()
    send.press("Return", "Ctrl+A")
    send.type("no address")
    send.press("Return")
    assert outbox.detail.address_field.note.text().startswith("The address")
    told = send.place.keys()
    assert ("Enter", "send again") in told
    send.press("Ctrl+A")
    send.type("other@norbury.example")
    send.press("Return")
    comes(send, lambda: states(send, meeting) == [MailState.SENT] * 4)
    comes(send, lambda: outbox.line() is None)
    assert outbox.table.hasFocus(), "the keyboard left with the field"


def test_what_is_held_is_decided_by_the_clerk(send, server, meeting):
    send.context.settings.change(mail={})
    send.place.going.send()
    assert send.place.part is send.place.account
    send.press("Esc")
    keep(send, meeting)
    first, second, third, _ = messages_of(send, meeting)
    for message in (first, second, third):
        send.do(mail_states.note_held, message.id, "The line broke off.")
    send.press("O")
    outbox = send.place.outbox
    assert texts(outbox.table)[0] == "Held: may have arrived, 3"
    assert outbox.banner.heading.text() == "The desk has no mail account"
    send.press("I")
    assert messages_of(send, meeting)[0].state is MailState.SENT
    outbox.table.choose(second.id)
    send.press("G")
    assert messages_of(send, meeting)[1].state is MailState.WAITING
    outbox.table.choose(third.id)
    send.press("Del")
    assert messages_of(send, meeting)[2].state is MailState.CANCELLED
    send.press("Esc")
    assert send.place.part is send.place.to_send


def test_what_was_put_off_is_tried_at_once_when_the_clerk_says_so(send, server, meeting):
    keep(send, meeting)
    first = messages_of(send, meeting)[0]
    send.do(mail_states.put_off, first.id, "451 come back later")
    send.press("O")
    outbox = send.place.outbox
    outbox.table.choose(first.id)
    assert (outbox.detail.again.text(), outbox.detail.again.isVisible()) == ("Try it now", True)
    send.press("G")
    assert messages_of(send, meeting)[0].next_try is None
    assert send.said[-1] == f"The message to {first.name} is tried now"
    assert not outbox.detail.again.isVisible()


def keep(send, meeting):
    """Put what is chosen into the outbox."""
    mailing = send.place.outgoing.mailing(MailWay.SMTP, NOW.astimezone(UTC))
    send.do(mailings.keep_mailing, mailing, sender="clerk@example.org")
