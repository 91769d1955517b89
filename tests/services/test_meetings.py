"""Meetings: made from their body, found, started, closed, and their future dates."""

from dataclasses import replace
from datetime import date, time

import pytest

from tests.registers import clock
from wibdesk.domain.agenda import ItemState
from wibdesk.domain.attendance import Status
from wibdesk.domain.bodies import STANDING_ITEMS
from wibdesk.domain.entries import Action, Paragraph
from wibdesk.domain.meetings import MeetingType, NextMeeting, Stage
from wibdesk.domain.people import Group, Person
from wibdesk.errors import UserError
from wibdesk.services import agenda, attendance, meetings


def people():
    return [
        Person("", "Ann Lee", printed="Dr Ann Lee OBE", role="Chair", organisation="Norbury", chair=True),
        Person("", "Bo Ray", to_date=date(2026, 8, 31)),
        Person("", "Cy Fox", group=Group.IN_ATTENDANCE, email="cy@example.org"),
    ]


def test_a_new_meeting_brings_the_roster_of_its_day_and_the_standing_items(clerk):
    body = clerk.body(house_style="organisation_board", profile="partnership_board", members=people())
    made = clerk.meeting(body, start=clock(9, 30), venue="Room 1", type=MeetingType.SPECIAL, title="Minutes")
    assert made == clerk.whole(made)
    assert [(a.name, a.group, a.status, a.chair) for a in made.attendance] == [
        ("Dr Ann Lee OBE", Group.MEMBER, Status.UNKNOWN, True),
        ("Cy Fox", Group.IN_ATTENDANCE, Status.UNKNOWN, False),
    ]
    assert [(i.number, i.title) for i in made.items] == [(str(n), t) for n, t in enumerate(STANDING_ITEMS, 1)]
    details = made.details
    assert (details.start, details.planned_start, details.venue) == (clock(9, 30), clock(9, 30), "Room 1")
    assert (details.house_style, details.profile, details.ref) == ("organisation_board", "partnership_board", "M1")


def test_a_meeting_of_nobody_without_a_day_or_an_agenda_simply_works(clerk):
    made = clerk.meeting(day=None)
    for item in made.items:
        clerk.do(agenda.remove_item, item.id)
    clerk.do(meetings.start_meeting, made.id, time(0))
    clerk.do(meetings.close_meeting, made.id, time(0))
    assert clerk.whole(made).details.end == time(0)
    assert [s.members for s in clerk.ask(meetings.meetings)] == [0]


def test_a_meeting_on_29_february_is_found_on_that_day(clerk):
    made = clerk.meeting(day=date(2028, 2, 29))
    assert clerk.ask(meetings.find, "m1").details.date == date(2028, 2, 29)
    assert made.details.ref == "M1"


def test_a_reference_that_is_not_there_is_named_in_the_sentence(clerk):
    with pytest.raises(UserError, match="no meeting M99 in"):
        clerk.ask(meetings.find, "M99")
    with pytest.raises(UserError, match="no longer in the register"):
        clerk.ask(meetings.meeting, "gone")


def test_a_removed_meetings_reference_is_never_given_again(clerk):
    first = clerk.meeting()
    clerk.do(meetings.remove_meeting, first.id)
    assert clerk.ask(meetings.meetings) == ()
    assert clerk.meeting(clerk.body("Other")).details.ref == "M2"


def test_the_agenda_of_an_earlier_meeting_is_copied_without_its_minutes(clerk):
    body = clerk.body()
    first = clerk.meeting(body, venue="Room 1")
    clerk.write(clerk.item(first, "Budget", planned_minutes=20, presenter="Bo", part=2), Paragraph("Said."))
    copy = clerk.meeting(body, date(2026, 10, 6), copy_from=first.id)
    last = clerk.whole(copy).items[-1]
    assert (last.title, last.number, last.planned_minutes, last.presenter, last.part) == ("Budget", "7", 20, "Bo", 2)
    assert last.entries == ()
    assert copy.details.venue == "Room 1"
    assert not {i.id for i in copy.items} & {i.id for i in clerk.whole(first).items}


def test_future_dates_come_over_from_the_latest_meeting_before(clerk):
    body = clerk.body()
    first = clerk.meeting(body)
    days = [date(2026, 9, 20), date(2026, 10, 6), date(2026, 11, 3)]
    dates = tuple(NextMeeting(day, clock(9)) for day in days)
    clerk.do(meetings.set_next_meetings, first.id, dates)
    assert clerk.ask(meetings.next_date, body.id) == dates[0]
    second = clerk.meeting(body, date(2026, 10, 6))
    assert [n.date for n in clerk.whole(second).next_meetings] == [date(2026, 11, 3)]
    assert clerk.ask(meetings.next_date, body.id).date == date(2026, 11, 3)
    undated = clerk.meeting(body, None)
    assert [n.date for n in undated.next_meetings] == [date(2026, 11, 3)]


def test_a_body_without_meetings_has_no_next_date(clerk):
    body = clerk.body()
    assert clerk.ask(meetings.next_date, body.id) is None
    clerk.meeting(body, None)
    assert clerk.ask(meetings.next_date, body.id) is None


def test_a_moved_date_keeps_the_first_day_it_ever_had(clerk):
    meeting = clerk.meeting()
    first, second, third = date(2026, 11, 20), date(2026, 11, 27), date(2026, 12, 4)
    there = NextMeeting(first)
    clerk.do(meetings.set_next_meetings, meeting.id, (there, NextMeeting(None, as_written="in the spring")))
    clerk.do(meetings.move_next_meeting, meeting.id, there.id, second)
    moved = clerk.do(meetings.move_next_meeting, meeting.id, there.id, third)
    assert (moved[0].date, moved[0].rearranged_from) == (third, first)
    back = clerk.do(meetings.move_next_meeting, meeting.id, there.id, first)
    assert (back[0].date, back[0].rearranged_from) == (first, None)
    assert back[1].as_written == "in the spring"


def test_a_date_is_called_off_and_taken_back(clerk):
    body = clerk.body()
    meeting = clerk.meeting(body)
    there = NextMeeting(date(2026, 11, 20))
    clerk.do(meetings.set_next_meetings, meeting.id, (there,))
    clerk.do(meetings.cancel_next_meeting, meeting.id, there.id)
    assert clerk.whole(meeting).next_meetings[0].cancelled
    assert clerk.ask(meetings.next_date, body.id) is None
    clerk.do(meetings.cancel_next_meeting, meeting.id, there.id, False)
    assert clerk.ask(meetings.next_date, body.id) == there
    with pytest.raises(UserError, match="no longer on the list"):
        clerk.do(meetings.cancel_next_meeting, meeting.id, "gone")


def test_starting_stamps_the_time_keeps_the_planned_one_and_opens_the_first_item(clerk):
    meeting = clerk.meeting(start=clock(9, 30))
    clerk.do(meetings.start_meeting, meeting.id, clock(9, 34))
    now = clerk.whole(meeting)
    assert (now.details.stage, now.details.start, now.details.planned_start) == (Stage.LIVE, clock(9, 34), clock(9, 30))
    assert [i.state for i in now.items[:2]] == [ItemState.NOW, ItemState.LATER]
    assert now.items[0].began == clock(9, 34)
    with pytest.raises(UserError, match="already open"):
        clerk.do(meetings.start_meeting, meeting.id, clock(9, 40))


def test_closing_stamps_the_end_and_finishes_the_open_item(clerk):
    meeting = clerk.meeting()
    with pytest.raises(UserError, match="start it first"):
        clerk.do(meetings.close_meeting, meeting.id, clock(11))
    clerk.do(meetings.start_meeting, meeting.id, clock(9))
    clerk.write(meeting.items[0], Paragraph("Welcome."))
    clerk.do(meetings.close_meeting, meeting.id, clock(11, 40))
    now = clerk.whole(meeting)
    assert (now.details.stage, now.details.end, now.items[0].state) == (Stage.CLOSED, clock(11, 40), ItemState.DONE)
    with pytest.raises(UserError, match="reopen it"):
        clerk.do(meetings.start_meeting, meeting.id, clock(12))


def test_a_closed_meeting_can_be_reopened(clerk):
    meeting = clerk.meeting()
    with pytest.raises(UserError, match="closed meeting"):
        clerk.do(meetings.reopen_meeting, meeting.id)
    clerk.do(meetings.start_meeting, meeting.id, clock(9))
    clerk.do(meetings.close_meeting, meeting.id, clock(10))
    clerk.do(meetings.reopen_meeting, meeting.id)
    assert (clerk.whole(meeting).details.stage, clerk.whole(meeting).details.end) == (Stage.LIVE, None)


def test_changed_details_keep_body_and_reference(clerk):
    meeting = clerk.meeting()
    changed = replace(meeting.details, ref="M77", body_id="other", preamble=("One", "", "Three"), public_present=0)
    clerk.do(meetings.change_details, changed)
    details = clerk.whole(meeting).details
    assert (details.ref, details.body_id, details.preamble) == ("M1", meeting.body.id, ("One", "", "Three"))
    assert details.public_present == 0


def test_the_list_of_meetings_counts_and_goes_newest_first(clerk):
    body = clerk.body(members=people())
    first, second = clerk.meeting(body), clerk.meeting(body, date(2026, 10, 6))
    clerk.meeting(clerk.body("Other"), None)
    clerk.do(attendance.set_status, first.attendance[0].id, Status.PRESENT)
    clerk.write(first.items[0], Action("One"), Paragraph("Two"), Action("Three"))
    rows = clerk.ask(meetings.meetings)
    assert [r.ref for r in rows] == ["M2", "M1", "M3"]
    assert (rows[1].items, rows[1].present, rows[1].members, rows[1].actions) == (6, 1, 1, 2)
    assert (rows[1].body_name, rows[1].details) == (body.name, first.details)
    assert [r.id for r in clerk.ask(meetings.meetings, body.id)] == [second.id, first.id]
