"""A record that two writers change: what only one changed goes together, the rest is told with both values."""

from dataclasses import replace
from datetime import date, time

import pytest

from wibdesk.domain.agenda import Paper
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Progress
from wibdesk.domain.people import Group, Person
from wibdesk.errors import ChangedElsewhereError
from wibdesk.services import actions, agenda, attendance, bodies, meetings, people


@pytest.fixture
def body(clerk):
    return clerk.body(members=[Person("", "Ann", role="Clerk")])


@pytest.fixture
def meeting(clerk, body):
    return clerk.meeting(body)


def test_an_item_changed_in_two_ways_has_both(clerk, meeting):
    base = replace(meeting.items[0], papers=(Paper("Report"),))
    clerk.do(agenda.change_item, base)
    clerk.do(agenda.change_item, replace(base, title="Theirs"))
    both = clerk.do(agenda.change_item, replace(base, presenter="Bo", papers=()), base)
    assert (both.title, both.presenter, both.papers) == ("Theirs", "Bo", ())
    with pytest.raises(ChangedElsewhereError) as told:
        clerk.do(agenda.change_item, replace(base, title="Mine"), base)
    assert str(told.value) == (
        "The title of “Theirs” was changed elsewhere to “Theirs”, and here to “Mine”: look at it again and choose one."
    )
    assert clerk.whole(meeting).items[0] == both


def test_minutes_typed_meanwhile_are_no_change_of_their_item(clerk, meeting):
    base = meeting.items[0]
    clerk.write(base, action := Action("Do it"))
    both = clerk.do(agenda.change_item, replace(base, title="Mine"), base)
    assert (both.title, both.entries[0].id) == ("Mine", action.id)


SHOWN = [
    ("venue", "Hall", "Room", "venue of “Ordinary meeting of 1 September 2026” was changed elsewhere to “Hall”"),
    ("date", date(2026, 9, 2), date(2026, 9, 3), "elsewhere to 2 September 2026, and here to 3 September 2026"),
    ("end", time(11), None, "end of “.*” was changed elsewhere to 11:00"),
    ("public_present", 3, 4, "public present of .* elsewhere to “3”, and here to “4”"),
    ("preamble", ("One", "Two"), ("a",), "elsewhere to “One; Two”, and here to “a”"),
    ("title", "Annual", "", "elsewhere to “Annual”, and here to nothing"),
]


@pytest.mark.parametrize(("field", "theirs", "mine", "words"), SHOWN)
def test_both_values_are_shown_in_words(clerk, meeting, field, theirs, mine, words):
    base = replace(meeting.details, end=time(12))
    clerk.do(meetings.change_details, replace(base, **{field: theirs}))
    with pytest.raises(ChangedElsewhereError, match=words):
        clerk.do(meetings.change_details, replace(base, **{field: mine}), base)


def test_details_of_a_meeting_go_together(clerk, meeting):
    clerk.do(meetings.change_details, replace(meeting.details, venue="Hall"))
    both = clerk.do(meetings.change_details, replace(meeting.details, contact="Bo"), meeting.details)
    assert (both.venue, both.contact) == ("Hall", "Bo")


def test_a_person_and_a_body_and_an_attendee_go_together_too(clerk, body, meeting):
    (ann,) = clerk.ask(people.roster, body.id)
    clerk.do(people.change_person, replace(ann, email="ann@example.org"))
    assert clerk.do(people.change_person, replace(ann, role="Chair"), ann).email == "ann@example.org"
    with pytest.raises(ChangedElsewhereError, match="role of “Ann” was changed elsewhere to “Chair”, and here to “Cl"):
        clerk.do(people.change_person, replace(ann, role="Clerk, too"), ann)
    clerk.do(bodies.change_body, replace(body, profile="nhs_trust"))
    assert clerk.do(bodies.change_body, replace(body, name="Renamed"), body).profile == "nhs_trust"
    (row,) = meeting.attendance
    clerk.do(attendance.change_attendee, replace(row, chair=True, group=Group.OBSERVER))
    assert clerk.do(attendance.change_attendee, replace(row, note="Late"), row).chair
    with pytest.raises(ChangedElsewhereError, match=r"group of “Ann” .* to “Observers”, and here to “In attendance”"):
        clerk.do(attendance.change_attendee, replace(row, group=Group.IN_ATTENDANCE), row)


def test_an_action_is_changed_in_the_log_and_elsewhere(clerk, meeting):
    (action,) = clerk.write(meeting.items[0], Action("Do it", ("Ann",)))
    clerk.do(actions.set_progress, action.id, Progress.DONE, at=clerk.desk.now())
    due = Due(DueKind.DATE, date(2026, 10, 1))
    row = clerk.do(actions.change_action, replace(action, due=due), action)
    assert (row.action.status, row.action.due) == (Progress.DONE, due)
    with pytest.raises(ChangedElsewhereError, match=r"status of “action 1\.1” .* to “Done”, and here to “Closed”"):
        clerk.do(actions.change_action, replace(action, status=Progress.CLOSED), action)
