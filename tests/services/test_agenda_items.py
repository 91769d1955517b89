"""Agenda items: added, pasted, moved, removed, and gone through while the meeting sits."""

from dataclasses import replace

import pytest

from tests.registers import clock
from wibdesk.changes import AGENDA
from wibdesk.domain.agenda import Item, ItemState, Paper
from wibdesk.domain.entries import Action, Paragraph
from wibdesk.errors import UserError
from wibdesk.services import agenda, attendance, meetings


def listed(clerk, meeting):
    return [f"{i.number} {i.title}" for i in clerk.whole(meeting).items]


@pytest.fixture
def meeting(clerk):
    made = clerk.meeting()
    for item in made.items[3:]:
        clerk.do(agenda.remove_item, item.id)
    return clerk.whole(made)


def test_an_item_goes_to_the_end_or_after_another(clerk, meeting):
    clerk.item(meeting, "Budget")
    clerk.do(agenda.add_item, meeting.id, Item("Front door"), after=meeting.items[0].id)
    assert listed(clerk, meeting) == [
        "1 Welcome and apologies",
        "2 Front door",
        "3 Declarations of interest",
        "4 Minutes of the last meeting",
        "5 Budget",
    ]


def test_items_stay_without_numbers_where_the_agenda_has_none(clerk, meeting):
    for item in meeting.items:
        clerk.do(agenda.change_item, replace(item, number=None))
    assert clerk.item(meeting, "Budget", number="9").number is None


def test_a_number_of_the_clerks_own_stays(clerk, meeting):
    assert clerk.item(meeting, "Late paper", number="2a").number == "2a"
    assert clerk.item(meeting, "Next").number == "4"


def test_an_agenda_is_pasted_in_place(clerk, meeting):
    text = "Agenda\n1. 09:30 Welcome\n2. Budget (20 min)\nAny other business"
    added = clerk.do(agenda.paste_items, meeting.id, text, after=meeting.items[1].id)
    assert [(i.title, i.number, i.time, i.planned_minutes) for i in added] == [
        ("Welcome", "3", clock(9, 30), None),
        ("Budget", "4", None, 20),
        ("Any other business", "5", None, None),
    ]
    assert listed(clerk, meeting)[-1] == "6 Minutes of the last meeting"


def test_an_agenda_of_500_lines_goes_in_and_one_of_too_many_is_refused_whole(clerk, meeting):
    clerk.do(agenda.paste_items, meeting.id, "\n".join(f"Business {n}" for n in range(500)))
    assert len(clerk.whole(meeting).items) == 503
    with pytest.raises(UserError, match="at most 1,000 items"):
        clerk.do(agenda.paste_items, meeting.id, "More\n" * 500)
    with pytest.raises(UserError, match="No agenda items"):
        clerk.do(agenda.paste_items, meeting.id, " \nAgenda\n")
    assert len(clerk.whole(meeting).items) == 503


def test_an_item_needs_a_title_and_a_part(clerk, meeting):
    with pytest.raises(UserError, match="needs a title"):
        clerk.item(meeting, " ")
    with pytest.raises(UserError, match="needs a title"):
        clerk.do(agenda.change_item, replace(meeting.items[0], title=""))
    with pytest.raises(UserError, match="part 1"):
        clerk.do(agenda.change_item, replace(meeting.items[0], part=3))
    with pytest.raises(UserError, match="no longer on the agenda"):
        clerk.do(agenda.add_item, meeting.id, Item("Budget"), after="gone")


def test_everything_of_an_item_changes_but_its_minutes(clerk, meeting):
    clerk.write(meeting.items[0], Paragraph("Said."))
    changed = replace(
        meeting.items[0],
        title="Exempt business",
        part=2,
        exempt_paragraph="3",
        public_summary="",
        planned_minutes=0,
        time=clock(0),
        papers=(Paper("Report", "to follow"), Paper("Annex", kind="")),
    )
    clerk.do(agenda.change_item, changed)
    assert clerk.changes.touches(AGENDA)
    stored = clerk.whole(meeting).items[0]
    assert replace(stored, entries=()) == changed
    assert stored.entries[0].text == "Said."


def test_a_moved_item_stops_at_the_ends_and_takes_the_number_of_its_place(clerk, meeting):
    first = meeting.items[0]
    clerk.do(agenda.move_item, first.id, 1)
    assert listed(clerk, meeting)[:2] == ["1 Declarations of interest", "2 Welcome and apologies"]
    clerk.do(agenda.move_item, first.id, 99)
    assert listed(clerk, meeting)[-1] == "3 Welcome and apologies"
    clerk.do(agenda.move_item, first.id, -99)
    assert clerk.whole(meeting).items == meeting.items


def test_references_of_actions_survive_moving_and_removing_items(clerk, meeting):
    second, third = meeting.items[1:]
    clerk.write(third, Action("Report"))
    clerk.do(agenda.remove_item, second.id)
    moved = clerk.whole(meeting).items[1]
    assert (moved.number, moved.entries[0].ref) == ("2", "3.1")
    added = clerk.write(moved, *moved.entries, Action("Another"))
    assert [a.ref for a in added] == ["3.1", "2.1"]


def test_a_removed_items_references_are_never_given_again(clerk, meeting):
    clerk.write(meeting.items[2], Action("Report"))
    clerk.do(agenda.remove_item, meeting.items[2].id)
    third = clerk.item(meeting, "New third")
    assert (third.number, clerk.write(third, Action("Other"))[0].ref) == ("3", "3.2")
    with pytest.raises(UserError, match="no longer on the agenda"):
        clerk.write(meeting.items[2], Paragraph("Too late"))


def test_going_through_the_agenda_marks_what_is_open_and_what_is_done(clerk, meeting):
    first, second, third = meeting.items
    clerk.do(agenda.open_item, meeting.id, second.id, clock(8))
    assert [i.state for i in clerk.whole(meeting).items] == [ItemState.LATER] * 3
    clerk.do(meetings.start_meeting, meeting.id, clock(9))
    clerk.write(first, Paragraph("Welcome."))
    clerk.do(agenda.open_item, meeting.id, third.id, clock(9, 5))
    clerk.do(agenda.open_item, meeting.id, second.id, clock(9, 10))
    clerk.do(agenda.open_item, meeting.id, second.id, clock(9, 12))
    now = clerk.whole(meeting).items
    assert [i.state for i in now] == [ItemState.DONE, ItemState.NOW, ItemState.LATER]
    assert [i.began for i in now] == [clock(9), clock(9, 10), clock(9, 5)]
    again = clerk.do(agenda.open_item, meeting.id, third.id, clock(9, 30))
    assert again.began == clock(9, 5)


def test_an_item_added_while_the_meeting_sits_is_late_and_may_bring_minutes(clerk, meeting):
    assert not clerk.item(meeting, "Early").late
    clerk.do(meetings.start_meeting, meeting.id, clock(9))
    late = clerk.item(meeting, "Late", entries=(Action("Do it"),))
    assert late.late
    assert clerk.whole(meeting).items[-1] == late
    assert late.entries[0].ref == "5.1"


def test_a_late_item_leaves_arrivals_and_departures_at_the_item_that_was_open(clerk, meeting):
    guest = clerk.do(attendance.walk_in, meeting.id, "Guest", at=clock(1))
    clerk.do(attendance.depart, guest.id, clock(9), "3")
    clerk.do(agenda.add_item, meeting.id, Item("Late business"), after=meeting.items[0].id)
    (row,) = [a for a in clerk.ask(attendance.attendance, meeting.id) if a.id == guest.id]
    assert row.intervals[-1].item == "4"
    assert clerk.whole(meeting).items[3].title == meeting.items[2].title
