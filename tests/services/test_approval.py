"""Approved minutes are read-only whatever the verb, carry a checksum, and are reopened only with a reason."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlcipher3 import dbapi2

from tests.registers import clock
from wibdesk.changes import MEETINGS
from wibdesk.domain.agenda import Item, Paper
from wibdesk.domain.attendance import Status
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Decision, Paragraph, PrivateNote, Progress
from wibdesk.domain.meetings import MinutesStatus, NextMeeting
from wibdesk.domain.people import Person
from wibdesk.errors import UserError
from wibdesk.services import (
    actions,
    agenda,
    approval,
    attendance,
    bodies,
    history,
    meetings,
    minutes,
    people,
    transfer,
)
from wibdesk.services import bin as the_bin
from wibdesk.store.tables import seal

READ_ONLY = "These minutes were approved on 1 September 2026 and are read-only: reopen them with a reason"


@pytest.fixture
def meeting(clerk):
    body = clerk.body(members=[Person("", "Ann"), Person("", "Bo")])
    made = clerk.meeting(body)
    first, second = made.items[:2]
    clerk.write(first, Action("Do it", ("Ann",)), Decision(("That it be so.",)), PrivateNote("Mine."))
    clerk.write(second, Paragraph("Second, at such length that words would go if it were emptied."))
    clerk.write(second)
    clerk.do(agenda.remove_item, made.items[5].id)
    return clerk.whole(made)


@pytest.fixture
def approved(clerk, meeting):
    clerk.do(approval.approve, meeting.id)
    assert clerk.changes.touches(MEETINGS)
    return clerk.whole(meeting)


def entries_of(meeting, place=0):
    return meeting.items[place].entries


def version_of(clerk, meeting):
    return clerk.ask(history.versions, meeting.items[1].id)[0].id


FORBIDDEN = {
    "typing": lambda c, m: (minutes.save_entries, m.items[0].id, (*entries_of(m), Paragraph("More."))),
    "deleting": lambda c, m: (minutes.save_entries, m.items[0].id, entries_of(m)[1:]),
    "order": lambda c, m: (minutes.save_entries, m.items[0].id, (entries_of(m)[1], entries_of(m)[0])),
    "an item added": lambda c, m: (agenda.add_item, m.id, Item("New")),
    "items pasted": lambda c, m: (agenda.paste_items, m.id, "One\nTwo"),
    "an item changed": lambda c, m: (agenda.change_item, replace(m.items[2], title="Other")),
    "a paper": lambda c, m: (agenda.change_item, replace(m.items[2], papers=(Paper("Report"),))),
    "an item moved": lambda c, m: (agenda.move_item, m.items[0].id, 1),
    "an item removed": lambda c, m: (agenda.remove_item, m.items[0].id),
    "an item put back": lambda c, m: (the_bin.put_back, c.ask(the_bin.binned)[0].id),
    "a version restored": lambda c, m: (history.restore_version, version_of(c, m)),
    "attendance": lambda c, m: (attendance.set_status, m.attendance[0].id, Status.PRESENT),
    "a deputy": lambda c, m: (attendance.set_deputy, m.attendance[0].id, ("Bo",)),
    "a walk-in": lambda c, m: (attendance.walk_in, m.id, "Cy"),
    "an arrival": lambda c, m: (attendance.arrive, m.attendance[0].id, clock(10)),
    "who was there": lambda c, m: (attendance.remove_attendee, m.attendance[0].id),
    "the chair": lambda c, m: (attendance.set_chair, m.attendance[0].id),
    "the venue": lambda c, m: (meetings.change_details, replace(m.details, venue="Hall")),
    "the preamble": lambda c, m: (meetings.change_details, replace(m.details, preamble=("a",))),
    "a draft again": lambda c, m: (meetings.change_details, replace(m.details, status=MinutesStatus.DRAFT)),
    "the words of an action": lambda c, m: (actions.change_action, replace(entries_of(m)[0], text="Other")),
    "another file": lambda c, m: (
        lambda uow: transfer.put_meeting(uow, replace(m, items=m.items[:1], attendance=()), replace=True),
    ),
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_verb_changes_approved_minutes(clerk, approved, what):
    verb, *arguments = FORBIDDEN[what](clerk, approved)
    with pytest.raises(UserError, match=READ_ONLY):
        clerk.do(verb, *arguments, undo="Changed")
    assert clerk.whole(approved) == approved
    assert clerk.ask(approval.seal_of, approved.id).sound


ALLOWED = {
    "progress": lambda m: (actions.set_progress, entries_of(m)[0].id, Progress.DONE, "Sent"),
    "owner and deadline": lambda m: (
        actions.set_owners_and_due,
        entries_of(m)[0].id,
        ("Bo",),
        Due(DueKind.DATE, date(2026, 10, 1)),
    ),
    "signing": lambda m: (approval.approve, m.id, MinutesStatus.SIGNED),
    "notes": lambda m: (minutes.save_entries, m.items[0].id, entries_of(m)[:2]),
    "the same words": lambda m: (minutes.save_entries, m.items[0].id, entries_of(m)),
    "later dates": lambda m: (meetings.set_next_meetings, m.id, (NextMeeting(date(2026, 10, 6)),)),
    "the roster": lambda m: (people.remove_person, m.attendance[0].person_id),
    "the body's name": lambda m: (bodies.change_body, replace(m.body, name="Renamed")),
}


@pytest.mark.parametrize("what", ALLOWED)
def test_what_is_no_part_of_the_words_goes_on(clerk, approved, what):
    verb, *arguments = ALLOWED[what](approved)
    more = {"at": clerk.desk.now()} if what == "progress" else {}
    clerk.do(verb, *arguments, undo="Changed", **more)
    assert clerk.ask(approval.seal_of, approved.id).sound
    if what != "the same words":
        clerk.undo()
        assert clerk.ask(approval.seal_of, approved.id).sound


def test_steps_of_before_the_approval_are_not_undone(clerk, meeting):
    clerk.do(agenda.change_item, replace(meeting.items[0], title="Other"), undo="Item changed")
    clerk.do(approval.approve, meeting.id, undo="Minutes approved")
    for _ in range(2):
        with pytest.raises(UserError, match=READ_ONLY):
            clerk.undo()
    assert clerk.whole(meeting).items[0].title == "Other"


def test_other_meetings_go_on(clerk, approved):
    other = clerk.meeting(approved.body, date(2026, 10, 1))
    clerk.write(other.items[0], Paragraph("Typed."))
    clerk.do(attendance.walk_in, other.id, "Cy")
    assert clerk.ask(approval.seal_of, other.id) is None


def test_a_form_that_approves_seals_too(clerk, meeting):
    clerk.do(meetings.change_details, replace(meeting.details, status=MinutesStatus.SIGNED, venue="Hall"))
    made = clerk.ask(approval.seal_of, meeting.id)
    assert (made.meeting_id, made.sound, len(made.sha256)) == (meeting.id, True, 64)
    assert made.at == clerk.time.astimezone()
    with pytest.raises(UserError, match=READ_ONLY):
        clerk.write(meeting.items[0])


def test_minutes_that_come_in_approved_are_sealed(clerk, meeting):
    details = replace(meeting.details, status=MinutesStatus.APPROVED, title="Another")
    put = clerk.do(transfer.put_meeting, replace(meeting, details=replace(details, id="new"), items=(Item("Only"),)))
    assert clerk.ask(approval.seal_of, put.id).sound
    with pytest.raises(UserError, match=READ_ONLY):
        clerk.do(agenda.add_item, put.id, Item("New"))


def test_reopening_takes_a_reason_and_keeps_what_was_approved(clerk, approved):
    with pytest.raises(UserError, match="only with a reason"):
        clerk.do(approval.reopen_approved, approved.id, "  ")
    first = clerk.ask(approval.seal_of, approved.id)
    details = clerk.do(approval.reopen_approved, approved.id, " A name was\nwrong ")
    assert details.status is MinutesStatus.DRAFT
    assert clerk.ask(approval.seal_of, approved.id) is None
    assert clerk.ask(history.versions, approved.items[0].id)[0].entries == entries_of(approved)
    clerk.write(approved.items[0], Paragraph("Corrected."))
    clerk.do(approval.approve, approved.id, MinutesStatus.SIGNED)
    new, old = clerk.ask(approval.seals, approved.id)
    assert (old.sha256, old.reason, old.reopened_at) == (first.sha256, "A name was wrong", first.at)
    assert (new.reason, new.sound, new.sha256 != old.sha256) == (None, True, True)
    clerk.do(approval.reopen_approved, approved.id, "Another name")
    assert [s.reason for s in clerk.ask(approval.seals, approved.id)] == ["Another name", "A name was wrong"]
    with pytest.raises(UserError, match="are not approved"):
        clerk.do(approval.reopen_approved, clerk.meeting(approved.body, date(2026, 10, 1)).id, "Why")


def test_versions_of_before_an_approval_are_never_thinned_out(clerk, meeting):
    item = meeting.items[1]
    texts = [Paragraph(str(n), id="p") for n in range(30)]
    for entry in texts:
        clerk.write(item, entry)
        clerk.time += timedelta(seconds=61)
    before = {v.id for v in clerk.ask(history.versions, item.id)}
    clerk.do(approval.approve, meeting.id)
    clerk.do(approval.reopen_approved, meeting.id, "Why")
    clerk.time += timedelta(days=365)
    for entry in texts:
        clerk.write(item, entry)
        clerk.time += timedelta(seconds=61)
    assert before <= {v.id for v in clerk.ask(history.versions, item.id)}


def test_only_approved_or_signed_is_an_approval(clerk, meeting):
    with pytest.raises(UserError, match="approved or signed"):
        clerk.do(approval.approve, meeting.id, MinutesStatus.CIRCULATED)


def test_words_changed_behind_the_desks_back_are_found(clerk, approved):
    assert clerk.ask(lambda uow: uow.seals.unsound()) == ()
    clerk.desk.close()
    raw = dbapi2.connect(str(clerk.register), isolation_level=None)
    raw.execute("UPDATE decision_part SET text = 'That it be not so.'")
    raw.close()
    clerk.restart()
    assert clerk.ask(lambda uow: uow.seals.unsound()) == ("M1",)
    assert not clerk.ask(approval.seal_of, approved.id).sound


def test_approved_minutes_that_cannot_be_read_are_not_sound(clerk, approved):
    clerk.desk.close()
    raw = dbapi2.connect(str(clerk.register), isolation_level=None)
    raw.execute("DELETE FROM decision")
    raw.close()
    clerk.restart()
    assert clerk.ask(lambda uow: uow.seals.unsound()) == ("M1",)


def test_approved_minutes_of_an_older_desk_are_sealed_when_the_register_opens(clerk, approved):
    clerk.desk.close()
    raw = dbapi2.connect(str(clerk.register), isolation_level=None)
    raw.execute("DELETE FROM seal")
    raw.close()
    clerk.restart()
    assert clerk.ask(approval.seal_of, approved.id) is None
    assert clerk.ask(approval.any_unsealed)
    assert clerk.do(approval.seal_older) == 1
    assert not clerk.ask(approval.any_unsealed)
    assert clerk.changes.touches(MEETINGS)
    assert clerk.ask(approval.seal_of, approved.id).sound
    assert clerk.do(approval.seal_older) == 0
    assert not clerk.changes.kinds


def test_minutes_without_a_seal_can_be_reopened_too(clerk, approved):
    def reopen(uow):
        uow.rows.delete(seal, "meeting_id", [approved.id])
        return approval.reopen_approved(uow, approved.id, "Why")

    clerk.do(reopen)
    (made,) = clerk.ask(approval.seals, approved.id)
    assert (made.reason, made.reopened_at, made.sound) == ("Why", made.at, True)
