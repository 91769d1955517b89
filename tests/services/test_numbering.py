"""Item numbers over the meetings of a body: restarting, running on through the municipal year, or none."""

from dataclasses import dataclass, field, replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.registers import Clerk, clock
from wibdesk.changes import AGENDA
from wibdesk.domain.agenda import Item
from wibdesk.domain.attendance import Attendee
from wibdesk.domain.bodies import Body
from wibdesk.domain.entries import Action
from wibdesk.domain.meetings import Meeting, MeetingDetails, MinutesStatus
from wibdesk.errors import UserError
from wibdesk.services import agenda, attendance, bodies, checking, house_styles, meetings, transfer
from wibdesk.store.database import Database
from wibdesk.store.session import Session

JUNE, JULY, SEPTEMBER = date(2026, 6, 2), date(2026, 7, 7), date(2026, 9, 1)
NEXT_MAY = date(2027, 5, 4)


def body_with(clerk, numbers="continue", name="Norbury Board", **more):
    """A body of three standing items in a house style of its own."""
    body = clerk.body(name)
    clerk.do(bodies.change_body, replace(body, standing_items=("Welcome", "Budget", "Close")))
    clerk.do(house_styles.copy_style, {"item_numbers": numbers, **more}, name, body_id=body.id)
    return clerk.ask(bodies.body, body.id)


def numbers(clerk, meeting):
    return [item.number for item in clerk.whole(meeting).items]


def circulate(clerk, meeting, status=MinutesStatus.CIRCULATED):
    clerk.do(meetings.change_details, replace(clerk.whole(meeting).details, status=status))


def test_numbers_run_on_through_the_municipal_year_and_begin_again_with_the_next(clerk):
    body = body_with(clerk)
    made = [clerk.meeting(body, day) for day in (JUNE, JULY, date(2027, 4, 6), NEXT_MAY)]
    assert [[i.number for i in m.items] for m in made] == [
        ["1", "2", "3"],
        ["4", "5", "6"],
        ["7", "8", "9"],
        ["1", "2", "3"],
    ]
    assert made == [clerk.whole(m) for m in made]


def test_number_and_year_are_of_the_municipal_year(clerk):
    body = body_with(clerk, "number_year", year_starts=4)
    march, april = clerk.meeting(body, date(2026, 3, 31)), clerk.meeting(body, date(2026, 4, 1))
    assert numbers(clerk, march) == ["1/25", "2/25", "3/25"]
    assert numbers(clerk, april) == ["1/26", "2/26", "3/26"]
    undated = clerk.meeting(body, None)
    assert numbers(clerk, undated) == ["1", "2", "3"]
    clerk.do(meetings.change_details, replace(undated.details, date=date(2026, 4, 8)))
    assert clerk.changes.touches(AGENDA)
    assert numbers(clerk, undated) == ["4/26", "5/26", "6/26"]


def test_a_shipped_style_without_numbers_leaves_a_new_agenda_bare(clerk):
    meeting = clerk.meeting(clerk.body(house_style="improvement_board"))
    assert {i.number for i in meeting.items} == {None}
    assert clerk.item(meeting, "Late paper", number="2a").number is None


def test_planned_meetings_go_on_from_a_late_item_and_close_the_gap_it_leaves(clerk):
    body = body_with(clerk)
    sitting, planned, later = (clerk.meeting(body, day) for day in (JUNE, JULY, SEPTEMBER))
    clerk.do(meetings.start_meeting, sitting.id, clock(9))
    late = clerk.do(agenda.add_item, sitting.id, Item("Late"), undo="Late business added")
    assert late.number == "4"
    assert clerk.changes.touches(AGENDA)
    assert clerk.changes.meeting_id is None
    assert numbers(clerk, planned) == ["5", "6", "7"]
    assert numbers(clerk, later) == ["8", "9", "10"]
    assert clerk.undo() == "Late business added"
    assert numbers(clerk, planned) == ["4", "5", "6"]
    clerk.redo()
    assert numbers(clerk, later) == ["8", "9", "10"]
    clerk.do(agenda.remove_item, late.id)
    assert numbers(clerk, later) == ["7", "8", "9"]
    clerk.item(later, "Another")
    assert clerk.changes.meeting_id == later.id


def test_a_meeting_put_before_a_planned_one_or_taken_away_moves_its_numbers(clerk):
    body = body_with(clerk)
    first, third = clerk.meeting(body, JUNE), clerk.meeting(body, SEPTEMBER)
    second = clerk.meeting(body, JULY)
    assert clerk.changes.meeting_id is None
    assert numbers(clerk, second) == ["4", "5", "6"]
    assert numbers(clerk, third) == ["7", "8", "9"]
    clerk.do(meetings.remove_meeting, second.id)
    assert numbers(clerk, third) == ["4", "5", "6"]
    clerk.do(meetings.change_details, replace(third.details, date=date(2026, 5, 5)))
    assert numbers(clerk, first) == ["7", "8", "9"]


def test_a_meeting_that_has_sat_keeps_its_numbers_whatever_comes_before_it(clerk):
    body = body_with(clerk)
    sat = clerk.meeting(body, JULY)
    clerk.do(meetings.start_meeting, sat.id, clock(9))
    before = clerk.meeting(body, JUNE)
    assert (numbers(clerk, before), numbers(clerk, sat)) == (["1", "2", "3"], ["1", "2", "3"])
    again = clerk.do(agenda.number_items, sat.id)
    assert [i.number for i in again] == numbers(clerk, sat) == ["4", "5", "6"]


def test_numbers_of_minutes_that_are_out_never_change(clerk):
    body = body_with(clerk, "restart")
    meeting = clerk.meeting(body, JUNE)
    circulate(clerk, meeting)
    first, second, _ = meeting.items
    added = clerk.do(agenda.add_item, meeting.id, Item("Forgotten"), after=first.id)
    assert added.number == "4"
    clerk.do(agenda.move_item, second.id, 99)
    clerk.do(agenda.remove_item, first.id)
    assert numbers(clerk, meeting) == ["4", "3", "2"]
    pasted = clerk.do(agenda.paste_items, meeting.id, "One\nTwo")
    assert [i.number for i in pasted] == ["5", "6"]
    clerk.do(bodies.change_body, replace(body, house_style="improvement_board"))
    assert numbers(clerk, meeting) == ["4", "3", "2", "5", "6"]
    with pytest.raises(UserError, match="have been circulated, so the numbers"):
        clerk.do(agenda.number_items, meeting.id)


def test_minutes_without_numbers_that_are_out_stay_without(clerk):
    meeting = clerk.meeting(body_with(clerk, "none"), JUNE)
    circulate(clerk, meeting)
    clerk.item(meeting, "Forgotten")
    assert numbers(clerk, meeting) == [None] * 4


def test_a_number_of_the_clerks_own_stays_and_counts_for_nothing(clerk):
    body = body_with(clerk)
    meeting = clerk.meeting(body, JUNE)
    clerk.do(agenda.add_item, meeting.id, Item("Exempt", "66/E"), after=meeting.items[0].id)
    clerk.item(meeting, "More", number="12a")
    assert numbers(clerk, meeting) == ["1", "66/E", "2", "3", "12a"]
    assert numbers(clerk, clerk.meeting(body, JULY)) == ["4", "5", "6"]


def test_a_body_that_comes_in_mid_year_goes_on_from_the_number_given_to_its_first_item(clerk):
    body = body_with(clerk)
    meeting = clerk.meeting(body, SEPTEMBER)
    clerk.do(agenda.change_item, replace(meeting.items[0], number="77"))
    clerk.do(agenda.number_items, meeting.id)
    assert numbers(clerk, meeting) == ["77", "78", "79"]
    clerk.do(agenda.remove_item, meeting.items[0].id)
    assert numbers(clerk, meeting) == ["77", "78"]
    assert numbers(clerk, clerk.meeting(body, date(2026, 10, 6))) == ["79", "80", "81"]
    assert numbers(clerk, clerk.meeting(body, NEXT_MAY)) == ["1", "2", "3"]


def test_a_copied_agenda_has_the_numbers_of_its_own_meeting(clerk):
    body = body_with(clerk, "number_year")
    first = clerk.meeting(body, JUNE)
    clerk.item(first, "Own", number="A1")
    assert numbers(clerk, clerk.meeting(body, NEXT_MAY, copy_from=first.id)) == ["1/27", "2/27", "3/27", "A1"]


def test_an_exempt_item_has_its_suffix_while_it_is_exempt(clerk):
    body = body_with(clerk, exempt_suffix="/E")
    meeting = clerk.meeting(body, JUNE)
    changed = clerk.do(agenda.change_item, replace(meeting.items[1], part=2))
    assert changed.number == "2/E"
    assert numbers(clerk, meeting) == ["1", "2/E", "3"]
    assert numbers(clerk, clerk.meeting(body, JULY)) == ["4", "5", "6"]
    clerk.do(agenda.change_item, replace(clerk.whole(meeting).items[1], part=1))
    assert numbers(clerk, meeting) == ["1", "2", "3"]


def test_another_style_numbers_planned_meetings_and_leaves_those_that_have_sat(clerk):
    body = clerk.body()
    clerk.do(bodies.change_body, replace(body, standing_items=("Welcome", "Budget")))
    sat, planned = clerk.meeting(body, JUNE), clerk.meeting(body, JULY)
    clerk.do(meetings.start_meeting, sat.id, clock(9))
    clerk.do(house_styles.copy_style, {"item_numbers": "number_year"}, "Own", body_id=body.id)
    assert clerk.changes.touches(AGENDA)
    assert (numbers(clerk, sat), numbers(clerk, planned)) == (["1", "2"], ["3/26", "4/26"])
    clerk.do(bodies.change_body, replace(clerk.ask(bodies.body, body.id), house_style="plain"))
    assert numbers(clerk, planned) == ["1", "2"]
    clerk.do(meetings.change_details, replace(clerk.whole(planned).details, house_style="improvement_board"))
    assert numbers(clerk, planned) == [None, None]


def test_another_day_of_the_same_style_takes_the_numbers_of_its_year(clerk):
    body = body_with(clerk)
    clerk.meeting(body, JUNE)
    moved = clerk.meeting(body, JULY)
    clerk.do(meetings.change_details, replace(moved.details, date=NEXT_MAY))
    assert numbers(clerk, moved) == ["1", "2", "3"]


def test_another_day_leaves_the_numbers_of_a_style_that_restarts(clerk):
    body = body_with(clerk, "restart")
    meeting = clerk.meeting(body, JULY)
    clerk.do(agenda.change_item, replace(meeting.items[1], number="7"))
    clerk.do(meetings.change_details, replace(meeting.details, date=NEXT_MAY))
    assert numbers(clerk, meeting) == ["1", "7", "3"]


def test_a_file_brings_its_own_numbers_and_the_next_meeting_goes_on_from_them(clerk):
    body = body_with(clerk)
    items = tuple(Item(f"Item {n}", str(n)) for n in (41, 42, 45))
    details = MeetingDetails(body.id, JUNE, house_style=body.house_style)
    stored = clerk.do(transfer.put_meeting, Meeting(Body(body.name), details, (Attendee("Ann Lee"),), items))
    assert [i.number for i in clerk.ask(meetings.meeting, stored.id).items] == ["41", "42", "45"]
    assert [i.number for i in clerk.meeting(body, JULY).items] == ["46", "47", "48"]


def test_numbers_that_a_file_brings_stay_where_the_house_style_gives_none(clerk):
    body = body_with(clerk, "none")
    items = tuple(Item(f"Item {n}", n) for n in ("1", "2", "2a", "3", "4"))
    details = MeetingDetails(body.id, JUNE, house_style=body.house_style)
    stored = clerk.do(transfer.put_meeting, Meeting(Body(body.name), details, (Attendee("Ann Lee"),), items))
    held = clerk.ask(meetings.meeting, stored.id)
    clerk.do(agenda.remove_item, held.items[1].id)
    clerk.do(agenda.add_item, stored.id, Item("Late"), after=held.items[0].id)
    clerk.do(agenda.move_item, held.items[4].id, -1)
    now = [(item.number, item.title) for item in clerk.ask(meetings.meeting, stored.id).items]
    assert now == [("1", "Item 1"), ("2", "Late"), ("2a", "Item 2a"), ("3", "Item 4"), ("4", "Item 3")]


def test_references_of_actions_begin_with_the_number_of_the_minute_and_stay(clerk):
    body = body_with(clerk)
    clerk.meeting(body, JUNE)
    meeting = clerk.meeting(body, JULY)
    (action,) = clerk.write(meeting.items[1], Action("Report"))
    assert action.ref == "5.1"
    clerk.do(agenda.move_item, meeting.items[1].id, 1)
    moved = clerk.whole(meeting).items[2]
    assert (moved.number, moved.entries[0].ref) == ("6", "5.1")


@pytest.mark.parametrize("sort", ["continue", "none"])
def test_arrivals_and_departures_stay_with_the_item_that_was_open(clerk, sort):
    body = body_with(clerk, sort)
    clerk.meeting(body, JUNE)
    meeting = clerk.meeting(body, JULY)
    clerk.do(meetings.start_meeting, meeting.id, clock(9))
    clerk.do(agenda.open_item, meeting.id, meeting.items[1].id, clock(9, 10))
    guest = clerk.do(attendance.walk_in, meeting.id, "Guest", at=clock(9, 15))
    assert guest.intervals[0].item == {"continue": "5", "none": "2"}[sort]
    clerk.do(agenda.add_item, meeting.id, Item("Late"), after=meeting.items[0].id)
    (row,) = clerk.ask(attendance.attendance, meeting.id)
    assert row.intervals[0].item == {"continue": "6", "none": "3"}[sort]
    clerk.do(agenda.remove_item, meeting.items[0].id)
    (row,) = clerk.ask(attendance.attendance, meeting.id)
    assert row.intervals[0].item == {"continue": "5", "none": "2"}[sort]


def test_a_register_opened_without_the_shipped_styles_counts_from_one(tmp_path):
    session = Session(Database(tmp_path / "register.wibdesk"))
    session.open()

    def make(uow):
        body = bodies.add_body(uow, "Norbury Board", house_style="improvement_board").value
        return meetings.new_meeting(uow, body.id, date=JUNE)

    made = session.write(make, recording=False).value.value
    session.close()
    assert [item.number for item in made.items] == ["1", "2", "3", "4", "5", "6"]


@dataclass
class Sitting:
    """What the model knows of a meeting: plain counts, no numbers to read."""

    day: date
    order: int
    stored: Meeting
    counts: list[int] = field(default_factory=list)
    planned: bool = True
    out: bool = False

    @property
    def year(self) -> int:
        return self.day.year - (self.day.month < 5)


class Model:
    """Counts on through a year over the meetings of one body."""

    def __init__(self):
        self.sittings = []

    def count(self, sitting):
        before = [
            s for s in self.sittings if s.year == sitting.year and (s.day, s.order) < (sitting.day, sitting.order)
        ]
        taken = max((n for s in before for n in s.counts), default=0)
        start = taken + 1 if taken else next(iter(sitting.counts), 1)
        sitting.counts = list(range(start, start + len(sitting.counts)))

    def count_planned(self):
        for sitting in sorted(self.sittings, key=lambda s: (s.day, s.order)):
            if sitting.planned and not sitting.out:
                self.count(sitting)

    def add(self, sitting, at):
        if sitting.out:
            sitting.counts.insert(at, max(sitting.counts, default=0) + 1)
            return
        # A new first item does not change the number with which the meeting began.
        began = sitting.counts[:1] or [1]
        sitting.counts = began + [0] * len(sitting.counts)
        self.count(sitting)

    def remove(self, sitting, at):
        if sitting.out:
            del sitting.counts[at]
            return
        sitting.counts = sitting.counts[:-1]
        self.count(sitting)


STEPS = st.lists(
    st.tuples(st.sampled_from(["meet", "add", "add", "remove", "move", "start", "circulate"]), st.integers(0, 999)),
    min_size=4,
    max_size=14,
)
DAYS = [JUNE, JULY, SEPTEMBER, date(2027, 4, 30), NEXT_MAY, date(2027, 6, 1)]


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    clerk = Clerk(tmp_path_factory.mktemp("numbering") / "register.wibdesk")
    yield clerk
    assert clerk.ask(checking.check) == ()
    clerk.desk.close()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_any_course_of_a_year_gives_the_numbers_of_a_plain_count(shared, steps):
    clerk, model = shared, Model()
    body = body_with(clerk, name=f"Board {len(clerk.ask(bodies.bodies))}")
    for verb, choice in (("meet", 0), *steps):
        sitting = model.sittings[choice % len(model.sittings)] if model.sittings else None
        if verb == "meet":
            day = DAYS[choice % len(DAYS)]
            made = Sitting(day, len(model.sittings), clerk.meeting(body, day), [1, 0, 0])
            model.sittings.append(made)
        elif verb == "start" and sitting.planned:
            clerk.do(meetings.start_meeting, sitting.stored.id, clock(9))
            sitting.planned = False
        elif verb == "circulate":
            circulate(clerk, sitting.stored)
            sitting.out = True
        else:
            change(clerk, model, sitting, verb, choice)
        model.count_planned()
        for each in model.sittings:
            assert numbers(clerk, each.stored) == [str(n) for n in each.counts]


def change(clerk, model, sitting, verb, choice):
    """Add, remove or move an item in the register and in the model."""
    items = clerk.whole(sitting.stored).items
    at = choice % len(items) if items else 0
    if verb == "add":
        clerk.do(agenda.add_item, sitting.stored.id, Item("More"), after=items[at].id if items else None)
        model.add(sitting, at + 1 if items else 0)
    elif verb == "remove" and items:
        clerk.do(agenda.remove_item, items[at].id)
        model.remove(sitting, at)
    elif verb == "move" and items:
        clerk.do(agenda.move_item, items[at].id, 1)
        if sitting.out:
            sitting.counts.insert(min(at + 1, len(items) - 1), sitting.counts.pop(at))
        else:
            model.count(sitting)
