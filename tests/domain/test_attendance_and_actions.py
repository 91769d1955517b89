"""Counting the room, and the rules of the action log."""

from datetime import date, time

import pytest

from wibdesk.domain.actions import is_overdue, last_day, next_reference
from wibdesk.domain.attendance import Attendee, Interval, Status, count
from wibdesk.domain.bodies import Body
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Paragraph, Progress
from wibdesk.domain.meetings import Item, Meeting, MeetingDetails
from wibdesk.domain.people import Group
from wibdesk.domain.rag import rag_of

TODAY = date(2026, 9, 1)


def test_the_room_is_counted_as_it_is_now():
    left = Attendee("B", Status.PRESENT, intervals=(Interval(time(9), time(10)),))
    rows = [
        Attendee("A", Status.PRESENT),
        left,
        Attendee("C", Status.PRESENT, deputy_for=("D",)),
        Attendee("D", Status.APOLOGIES),
        Attendee("E", Status.UNKNOWN),
        Attendee("F", Status.ABSENT),
        Attendee("G", Status.PRESENT, Group.IN_ATTENDANCE),
    ]
    counts = count(rows)
    assert left.has_left
    assert (counts.present, counts.apologies, counts.absent, counts.unknown) == (3, 1, 1, 1)
    assert (counts.members_present, counts.members) == (2, 5)


def test_somebody_known_by_role_alone_still_shows():
    assert Attendee(None, role="The Director").shown == "The Director"
    assert Attendee(None).shown == "Name not known"


@pytest.mark.parametrize(
    ("due", "day"),
    [
        (Due(DueKind.DATE, date(2026, 9, 3)), date(2026, 9, 3)),
        (Due(DueKind.MEETING, date(2026, 9, 3)), date(2026, 9, 3)),
        (Due(DueKind.MONTH, month=date(2026, 9, 1)), date(2026, 9, 30)),
        (Due(DueKind.RANGE, start=TODAY, end=date(2026, 9, 8)), date(2026, 9, 8)),
        (Due(DueKind.FROM, date(2026, 9, 8)), None),
        (Due(as_written="ASAP"), None),
    ],
)
def test_the_last_day_in_time_is_known_for_each_kind(due, day):
    assert last_day(due) == day


def test_rag_says_in_a_word_how_an_action_stands():
    def of(day, progress=Progress.OPEN):
        return Action("x", due=Due(DueKind.DATE, day), status=progress)

    assert rag_of(of(date(2026, 8, 31)), TODAY) == "Red"
    assert rag_of(of(date(2026, 9, 8)), TODAY) == "Amber"
    assert rag_of(of(date(2026, 9, 9)), TODAY) == "Green"
    assert rag_of(of(date(2026, 8, 1), Progress.CLOSED), TODAY) == "Complete"
    assert rag_of(Action("x"), TODAY) == "No date"
    assert is_overdue(of(date(2026, 8, 31)), TODAY)
    assert not is_overdue(of(date(2026, 8, 31), Progress.DONE), TODAY)


def test_carried_and_open_actions_are_unfinished():
    assert {p for p in Progress if p.unfinished} == {Progress.OPEN, Progress.IN_PROGRESS, Progress.CARRIED}
    assert Progress.IN_PROGRESS.words == "In progress"


def test_a_reference_is_never_given_twice():
    assert next_reference("3", ["3.1", None, "3.3"]) == "3.2"
    assert next_reference("3", ["3.1", "3.2", "3.3"]) == "3.4"


def test_a_meeting_finds_its_items_entries_and_chair():
    body = Body("Board")
    action = Action("do it")
    item = Item("One", entries=(Paragraph("p"), action))
    meeting = Meeting(body, MeetingDetails(body.id, TODAY), (Attendee("A"), Attendee("B", chair=True)), (item,))
    assert meeting.id == meeting.details.id
    assert meeting.item(item.id) is item
    assert meeting.actions() == [(item, action)]
    assert meeting.chair is not None
    assert meeting.chair.name == "B"
    assert (body.style_name, body.profile_name) == ("plain", "partnership_board")
    with pytest.raises(KeyError):
        meeting.item("none")
