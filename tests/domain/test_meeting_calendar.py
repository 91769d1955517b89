"""The calendar of a body: one identity for a date, whatever becomes of it."""

from dataclasses import replace
from datetime import date, time

from wibdesk.domain.agenda import Item
from wibdesk.domain.bodies import Body
from wibdesk.domain.meeting_calendar import CalendarDate, calendar_of, planned_end
from wibdesk.domain.meetings import Meeting, MeetingDetails, NextMeeting, Stage

BODY = Body("Norbury Board", id="norbury")
TODAY = date(2026, 9, 10)


def meeting(day: date | None, *listed: NextMeeting, **more) -> Meeting:
    items = more.pop("items", ())
    return Meeting(BODY, MeetingDetails(BODY.id, day, **more), items=items, next_meetings=listed)


def days(found: tuple[CalendarDate, ...]) -> list[date]:
    return [each.date for each in found]


def test_meetings_and_listed_dates_stand_in_order_and_each_once():
    past = meeting(date(2026, 9, 1), NextMeeting(date(2026, 10, 6)), NextMeeting(date(2026, 11, 3)), ref="M1")
    made = meeting(date(2026, 10, 6), NextMeeting(date(2026, 11, 3), time(14)), ref="M2")
    found = calendar_of([made, past, meeting(None)], TODAY)
    assert [(each.date, each.ref, each.start) for each in found] == [
        (date(2026, 9, 1), "M1", None), (date(2026, 10, 6), "M2", None), (date(2026, 11, 3), "", time(14)),
    ]  # fmt: skip


def test_a_listed_date_that_passed_without_a_meeting_is_left_out():
    assert days(calendar_of([meeting(date(2026, 7, 1), NextMeeting(date(2026, 8, 4)))], TODAY)) == [date(2026, 7, 1)]


def test_a_date_keeps_its_identity_when_it_is_moved_called_off_and_made_a_meeting():
    first, moved = date(2026, 11, 20), date(2026, 11, 27)
    last = meeting(date(2026, 9, 1))

    def listed(*dates: NextMeeting) -> CalendarDate:
        return calendar_of([replace(last, next_meetings=dates)], TODAY)[-1]

    plain = listed(NextMeeting(first))
    later = listed(NextMeeting(moved, rearranged_from=first))
    off = listed(NextMeeting(moved, rearranged_from=first, cancelled=True))
    both = replace(last, next_meetings=(NextMeeting(moved, rearranged_from=first),))
    made = calendar_of([both, meeting(moved, ref="M2", venue="Town Hall")], TODAY)[-1]
    assert plain.uid == later.uid == off.uid == made.uid
    assert (later.rearranged_from, off.cancelled, made.venue, made.rearranged_from) == (first, True, "Town Hall", first)


def test_of_two_meetings_on_a_day_each_has_an_identity_of_its_own():
    day = date(2026, 10, 6)
    listing = meeting(date(2026, 9, 1), NextMeeting(day))
    morning, evening = meeting(day, start=time(9)), meeting(day, start=time(18))
    found = calendar_of([evening, morning, listing], TODAY)
    assert len({each.uid for each in found}) == 3
    assert [each.start for each in found[1:]] == [time(9), time(18)]
    assert found[2].uid == evening.details.id


def test_a_date_that_stands_hides_the_one_called_off_on_the_same_day():
    day = date(2026, 10, 6)
    found = calendar_of([meeting(date(2026, 9, 1), NextMeeting(day), NextMeeting(day, cancelled=True))], TODAY)
    assert [(each.date, each.cancelled) for each in found[1:]] == [(day, False)]


def test_the_end_is_the_planned_one_until_the_meeting_has_closed():
    items = (Item("Apologies", planned_minutes=5), Item("Front door", time=time(10), planned_minutes=45))
    planned = meeting(TODAY, start=time(9, 30), items=items)
    assert calendar_of([planned], TODAY)[0].end == time(10, 45)
    closed = replace(planned, details=replace(planned.details, stage=Stage.CLOSED, end=time(11, 20)))
    assert calendar_of([closed], TODAY)[0].end == time(11, 20)


def test_no_end_is_planned_where_a_length_is_unknown_or_it_would_be_another_day():
    assert planned_end(meeting(TODAY, start=time(9), items=(Item("Apologies"),))) is None
    assert planned_end(meeting(TODAY, start=time(9))) is None
    assert planned_end(meeting(TODAY, start=time(23), items=(Item("Long", planned_minutes=90),))) is None


def test_a_body_without_a_dated_meeting_has_an_empty_calendar():
    assert calendar_of([], TODAY) == calendar_of([meeting(None)], TODAY) == ()
