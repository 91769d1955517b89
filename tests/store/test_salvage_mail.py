"""What leaves by e-mail, in a register that was damaged: nothing of it goes before the clerk has looked at it."""

from datetime import UTC, datetime

import pytest
from sqlcipher3 import dbapi2

from tests.registers import Clerk
from wibdesk.domain.mail import MailFile, Mailing, MailKind, MailMessage, MailState
from wibdesk.domain.plans import Plan
from wibdesk.safety.restoring import salvage
from wibdesk.services import bodies, checking, mail_states, mailings, plan_tracking, plans
from wibdesk.store.salvage.mail_rows import FROM_DAMAGE

AT = datetime(2026, 9, 1, 16, tzinfo=UTC)
MINUTES = MailFile("minutes.pdf", "application/pdf", b"%PDF minutes " * 2000)
ACTIONS = MailFile("actions.pdf", "application/pdf", b"%PDF actions " * 2000)


@pytest.fixture
def register(tmp_path):
    """A register with one message that was sent and two that wait, each with a file."""
    path = tmp_path / "register.wibdesk"
    clerk = Clerk(path)
    meeting = clerk.meeting(clerk.body("Norbury Board"))
    messages = [
        MailMessage(MailKind.MINUTES, name, f"{name.lower()}@example.org", "Minutes", "Dear all", (file.id,))
        for name, file in (("Ann", MINUTES), ("Ben", MINUTES), ("Cleo", ACTIONS))
    ]
    kept = clerk.do(mailings.keep_mailing, Mailing(meeting.id, AT, tuple(messages), (MINUTES, ACTIONS)))
    clerk.do(mail_states.begin_handing, kept.messages[0].id)
    clerk.do(mail_states.note_sent, kept.messages[0].id)
    clerk.desk.close()
    return path


def change(path, *statements):
    raw = dbapi2.connect(str(path), isolation_level=None)
    for words in statements:
        raw.execute(words)
    raw.close()


def saved(register, tmp_path):
    """Salvage the register; return the clerk of the new one and its messages by name, with what is known of them."""
    new = tmp_path / "new.wibdesk"
    salvage(register, new)
    clerk = Clerk(new)
    assert clerk.ask(checking.check) == ()
    (meeting,) = {line.meeting_id for line in clerk.ask(mailings.outbox)}
    messages = [m for mailing in clerk.ask(mailings.sent_record, meeting) for m in mailing.messages]
    return clerk, {m.name: m for m in messages}


def test_what_waited_is_held_and_what_was_sent_stays_sent(register, tmp_path):
    clerk, messages = saved(register, tmp_path)
    assert {name: m.state for name, m in messages.items()} == {
        "Ann": MailState.SENT,
        "Ben": MailState.HELD,
        "Cleo": MailState.HELD,
    }
    assert messages["Ben"].trouble == FROM_DAMAGE
    assert clerk.ask(mail_states.due, AT.replace(year=2030)) == ()
    assert clerk.ask(mail_states.parcel, messages["Ben"].id).files == (MINUTES,)
    clerk.desk.close()


def test_a_file_that_is_not_what_it_was_is_left_away(register, tmp_path):
    change(register, "UPDATE mail_file SET data = zeroblob(length(data)) WHERE name = 'minutes.pdf'")
    clerk, messages = saved(register, tmp_path)
    assert clerk.ask(mail_states.parcel, messages["Ben"].id).files == ()
    assert clerk.ask(mail_states.parcel, messages["Cleo"].id).files == (ACTIONS,)
    clerk.desk.close()


def test_messages_whose_mailing_is_lost_are_kept_all_the_same(register, tmp_path):
    change(register, "PRAGMA foreign_keys = OFF", "DELETE FROM mailing")
    clerk, messages = saved(register, tmp_path)
    assert set(messages) == {"Ann", "Ben", "Cleo"}
    clerk.desk.close()


def test_a_snapshot_of_a_plan_that_cannot_be_read_is_left_away(register, tmp_path):
    clerk = Clerk(register)
    body = clerk.ask(bodies.bodies)[0]
    plan = clerk.do(plans.add_plan, Plan(body.id, body.name, "Improvement plan"))
    clerk.desk.close()
    columns = "id, plan_id, position, at, name, data"
    rows = f"('{'a' * 32}', '{plan.id}', 0, '2026-09-01 10:00:00', 'Autumn', x'00')"
    change(register, f"INSERT INTO plan_snapshot ({columns}) VALUES {rows}")
    clerk, _ = saved(register, tmp_path)
    (kept,) = clerk.ask(plans.plans)
    assert clerk.ask(plan_tracking.last_update, kept.id) is None
    clerk.desk.close()
