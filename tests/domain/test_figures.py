"""A body in figures: what is counted, and the sentences that say what was found."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.figure_facts import TODAY, action, attended, busy
from wibdesk.domain.attendance import Attendee, Status
from wibdesk.domain.entries import Progress
from wibdesk.domain.figures import MOST_MEETINGS, ActionFacts, DraftFacts, Facts, MilestoneFacts, Period
from wibdesk.domain.figures_attendance import member_attendance
from wibdesk.domain.figures_done import completion_by_organisation, completion_by_owner
from wibdesk.domain.figures_drafts import draft_days
from wibdesk.domain.figures_open import (
    OpenAfter,
    OpenAges,
    OpenOverTime,
    open_after,
    open_ages,
    open_over_time,
    raised_within,
)
from wibdesk.domain.figures_plan import Standing, plan_milestones

MARCH, APRIL, JUNE = date(2026, 3, 17), date(2026, 4, 28), date(2026, 6, 2)


def facts(*actions, **more):
    return Facts(TODAY, actions=actions, **more)


def over_time(*numbers, overdue=0):
    days = [MARCH + timedelta(days=35 * n) for n in range(len(numbers))]
    return OpenOverTime(tuple(OpenAfter(day, n, overdue) for day, n in zip(days, numbers, strict=True)))


def test_an_action_is_open_from_the_day_it_was_raised_until_the_day_it_was_done():
    points = open_after([action(APRIL, JUNE)], [MARCH, APRIL, JUNE - timedelta(days=1), JUNE])
    assert [point.open for point in points] == [0, 1, 1, 0]


def test_an_action_is_overdue_from_the_day_after_its_last_day_in_time():
    last = date(2026, 5, 5)
    points = open_after([action(MARCH, due=last)], [MARCH, last, last + timedelta(days=1), JUNE])
    assert [(point.open, point.overdue) for point in points] == [(1, 0), (1, 0), (1, 1), (1, 1)]


def test_a_new_deadline_holds_from_the_day_it_was_set():
    moved = ActionFacts(
        MARCH, ((MARCH, Progress.OPEN),), ((MARCH, MARCH + timedelta(days=7)), (APRIL, JUNE + timedelta(days=7)))
    )
    points = open_after([moved], [APRIL - timedelta(days=1), APRIL, JUNE])
    assert [point.overdue for point in points] == [1, 0, 0]


def test_an_action_that_was_taken_up_again_is_open_again():
    again = ActionFacts(
        MARCH, ((MARCH, Progress.OPEN), (APRIL, Progress.DONE), (JUNE, Progress.OPEN)), ((MARCH, None),)
    )
    assert [point.open for point in open_after([again], [MARCH, APRIL, JUNE])] == [1, 0, 1]


@pytest.mark.parametrize(
    ("numbers", "finding"),
    [
        ((12, 14, 13, 11, 9), "Open actions fell from 14 to 9 since April"),
        ((3, 2, 5), "Open actions rose from 2 to 5 since April"),
        ((0, 4), "Open actions rose from 0 to 4 since March"),
        ((4, 0), "Open actions fell from 4 to 0 since March"),
        ((5, 5, 5), "Open actions stayed at 5"),
        ((5, 7, 5), "5 actions were open, as many as in March"),
        ((1, 7, 1), "1 action was open, as many as in March"),
        ((0, 0), "No action was open after any meeting"),
        ((0,), "No action was open"),
        ((1,), "One action was open, none of them overdue"),
        ((14,), "14 actions were open, none of them overdue"),
    ],
)
def test_the_finding_says_how_open_actions_went(numbers, finding):
    assert over_time(*numbers).finding == finding


def test_the_finding_of_one_meeting_counts_what_is_overdue():
    assert over_time(3, overdue=2).finding == "Three actions were open, two of them overdue"


def test_a_finding_names_another_year_and_the_day_within_a_month():
    far = OpenOverTime((OpenAfter(date(2025, 11, 4), 3, 0), OpenAfter(JUNE, 1, 0)))
    assert far.finding == "Open actions fell from 3 to 1 since November 2025"
    near = OpenOverTime((OpenAfter(JUNE, 3, 0), OpenAfter(JUNE + timedelta(days=14), 1, 0)))
    assert near.finding == "Open actions fell from 3 to 1 since 2 Jun"


def test_actions_that_ended_on_no_recorded_day_are_left_out_and_said():
    unknown = replace(action(MARCH), end_known=False)
    found = open_over_time(facts(action(MARCH), unknown, days=(MARCH, JUNE)))
    assert [point.open for point in found.points] == [1, 1]
    assert found.about.endswith("; one action that ended on no recorded day left out")


@pytest.mark.parametrize(
    ("count", "apart", "step"),
    [
        (24, 12, "each meeting"),
        (30, 12, "the last meeting of each month"),
        (60, 12, "the last meeting of each quarter"),
        (400, 12, "the last meeting of each year"),
    ],
)
def test_many_meetings_are_thinned_to_what_one_chart_holds(count, apart, step):
    days = tuple(TODAY - timedelta(days=apart * n) for n in reversed(range(count)))
    found = open_over_time(facts(action(days[0]), days=days))
    assert found.step == step
    assert len(found.points) <= MOST_MEETINGS
    assert found.points[-1].day == days[-1]


def test_a_century_of_meetings_keeps_the_last_years():
    days = tuple(date(year, 5, 5) for year in range(1926, 2027))
    found = open_over_time(facts(action(days[0]), days=days))
    assert [point.day.year for point in found.points] == list(range(2003, 2027))


def test_without_a_meeting_or_an_action_there_is_nothing_to_say():
    assert open_over_time(facts(days=(MARCH,))) is None
    assert open_over_time(facts(action(MARCH))) is None
    assert open_ages(facts()) is None
    assert completion_by_owner(facts()) is None
    assert completion_by_organisation(facts(action(MARCH, owners=("J Amari",)))) is None
    assert member_attendance(facts()) is None
    assert plan_milestones(facts()) is None
    assert draft_days(facts()) is None


def test_open_actions_are_grouped_by_age_and_those_done_are_not():
    raised = (TODAY, date(2026, 8, 1), date(2026, 7, 31), date(2026, 6, 1), date(2026, 5, 31), date(2026, 2, 28))
    found = open_ages(facts(*(action(day) for day in raised), action(MARCH, JUNE)))
    assert found.counts == (2, 2, 1, 1)


@pytest.mark.parametrize("raised", [TODAY, date(2026, 8, 1), date(2026, 7, 31), date(2026, 5, 31), date(2026, 2, 28)])
def test_the_days_of_an_age_hold_exactly_the_actions_that_it_counts(raised):
    group = open_ages(facts(action(raised))).counts.index(1)
    bounds = [raised_within(number, TODAY) for number in range(4)]
    within = [(first is None or first <= raised) and (end is None or raised < end) for first, end in bounds]
    assert [number for number, holds in enumerate(within) if holds] == [group]


@pytest.mark.parametrize(
    ("counts", "finding", "about"),
    [
        ((3, 3, 2, 1), "One action is over six months old", "Age of the nine open actions"),
        ((0, 0, 0, 20), "20 actions are over six months old", "Age of the 20 open actions"),
        ((3, 0, 2, 0), "Two actions are over three months old", "Age of the five open actions"),
        ((0, 1, 0, 0), "No action is over three months old", "Age of the one open action"),
        ((4, 0, 0, 0), "No action is over one month old", "Age of the four open actions"),
        ((0, 0, 0, 0), "No action is open", "Age of the no open actions"),
    ],
)
def test_the_finding_names_the_oldest_actions(counts, finding, about):
    assert (OpenAges(counts).finding, OpenAges(counts).about) == (finding, about)


def test_an_action_is_late_when_it_was_done_after_the_deadline_then_in_force():
    last = MARCH + timedelta(days=30)
    assert not action(MARCH, last, last).late
    assert action(MARCH, last + timedelta(days=1), last).late
    assert not action(MARCH, last + timedelta(days=1)).late
    assert not action(MARCH, None, last).late
    closed = ActionFacts(
        MARCH, ((MARCH, Progress.OPEN), (last, Progress.DONE), (JUNE, Progress.CLOSED)), ((MARCH, last),)
    )
    assert not closed.late
    assert not replace(closed, end_known=False).late


def test_completion_counts_every_owner_and_organisation_once():
    mine = action(MARCH, APRIL, MARCH, owners=("J Amari", "J Amari", "K Rowe"), organisations=("Council", "Police"))
    found = completion_by_owner(facts(mine, action(APRIL, owners=("K Rowe",)), action(APRIL)))
    assert [(line.name, line.total, line.done, line.late, line.left) for line in found.lines] == [
        ("K Rowe", 2, 1, 1, 1), ("J Amari", 1, 1, 1, 0), ("No owner", 1, 0, 0, 1),
    ]  # fmt: skip
    assert found.finding == "One of 3 actions is done, but late"
    by_house = completion_by_organisation(facts(mine, action(APRIL, owners=("K Rowe",))))
    assert [line.name for line in by_house.lines] == ["Council", "Police", "No organisation"]
    assert by_house.finding == "No organisation has an action left to do"


def test_what_was_withdrawn_or_raised_before_the_period_is_not_counted():
    gone = ActionFacts(MARCH, ((MARCH, Progress.OPEN), (APRIL, Progress.SUPERSEDED)), ((MARCH, None),))
    old = action(TODAY - timedelta(days=366))
    assert completion_by_owner(facts(gone, old)) is None
    everything = completion_by_owner(facts(gone, old, period=Period.ALL))
    assert everything.whole.total == 1
    assert everything.about.startswith("Done by owner, of all actions: ")
    year = completion_by_owner(facts(action(MARCH)))
    assert year.about.startswith("Done by owner, of the actions raised in the last 12 months: ")


@pytest.mark.parametrize(
    ("done", "late", "total", "finding"),
    [
        (0, 0, 1, "The one action is not done yet"),
        (1, 0, 1, "The one action is done"),
        (1, 1, 1, "The one action is done, but late"),
        (0, 0, 4, "None of the 4 actions is done yet"),
        (1, 0, 4, "One of 4 actions is done"),
        (3, 0, 4, "3 of 4 actions are done, none of them late"),
        (4, 1, 4, "All 4 actions are done, one of them late"),
    ],
)
def test_the_finding_says_how_many_actions_are_done(done, late, total, finding):
    due = MARCH + timedelta(days=9)
    made = [action(MARCH, due + timedelta(days=1 if n < late else 0) if n < done else None, due) for n in range(total)]
    assert completion_by_owner(facts(*made)).finding == finding


@pytest.mark.parametrize(
    ("left", "finding"),
    [
        ({"Probation": 3, "Police": 1}, "Probation has most left to do: three actions"),
        ({"Probation": 1}, "Probation has one action left to do"),
        ({"Police": 2, "ICB": 2}, "ICB and Police have two actions each left to do"),
        ({"Police": 1, "ICB": 1, "Council": 1}, "Three organisations have one action each left to do"),
    ],
)
def test_the_finding_says_which_organisation_has_most_left(left, finding):
    made = [action(MARCH, organisations=(name,)) for name, count in left.items() for _ in range(count)]
    assert completion_by_organisation(facts(*made, action(MARCH))).finding == finding


HERE, AWAY, GONE = Status.PRESENT, Status.APOLOGIES, Status.ABSENT


@pytest.mark.parametrize(
    ("meetings", "finding", "about"),
    [
        (({"Amari": HERE, "Rowe": AWAY},), "One of two members came", "The last meeting"),
        (({"Amari": HERE},), "The one member came", "The last meeting"),
        (({"Amari": HERE, "Rowe": HERE},), "Both members came", "The last meeting"),
        (({"Amari": HERE, "Rowe": HERE, "Hart": HERE},), "All three members came", "The last meeting"),
        (({"Amari": HERE},) * 2, "Every member came to every meeting", "Last two meetings, oldest left"),
        (
            ({"Amari": HERE, "Rowe": HERE}, {"Amari": HERE, "Rowe": AWAY}),
            "Every member came to at least half the meetings",
            "Last two meetings, oldest left",
        ),
        (
            ({"Amari": HERE, "Rowe": GONE},) * 3,
            "Rowe came to fewer than half the meetings",
            "Last three meetings, oldest left",
        ),
        (
            ({"Amari": AWAY, "Rowe": GONE},) * 2,
            "Amari and Rowe came to fewer than half the meetings",
            "Last two meetings, oldest left",
        ),
        (
            ({"Amari": AWAY, "Rowe": GONE, "Hart": GONE},) * 2,
            "Three members came to fewer than half the meetings",
            "Last two meetings, oldest left",
        ),
    ],
)
def test_the_finding_says_who_came_seldom(meetings, finding, about):
    held = tuple(attended(MARCH + timedelta(days=n), **who) for n, who in enumerate(meetings))
    found = member_attendance(facts(meetings=held))
    assert (found.finding, found.about) == (finding, about)


def test_a_member_who_sent_a_deputy_was_not_there_and_the_deputy_is_no_member():
    meeting = attended(MARCH, Hart=GONE)
    nolan = Attendee("Nolan", HERE, deputy_for=("Hart",))
    found = member_attendance(facts(meetings=(replace(meeting, attendance=(*meeting.attendance, nolan)),)))
    assert [(line.name, [str(mark) for mark in line.marks]) for line in found.lines] == [("Hart", ["D"])]
    assert found.finding == "No member came"


def milestone(due, status=Progress.OPEN, stream="1 Front door"):
    return MilestoneFacts("A step", stream, due, status)


@pytest.mark.parametrize(
    ("milestones", "finding"),
    [
        ([milestone(MARCH)], "One milestone is overdue since March"),
        ([milestone(MARCH), milestone(date(2025, 6, 30))], "Two milestones are overdue, the oldest since June 2025"),
        ([milestone(MARCH, Progress.DONE)], "The one milestone is done"),
        ([milestone(MARCH, Progress.DONE)] * 2, "All 2 milestones are done"),
        (
            [milestone(MARCH, Progress.DONE), milestone(TODAY), milestone(TODAY)],
            "No milestone is overdue, 1 of 3 is done",
        ),
        ([milestone(MARCH, Progress.CANCELLED), milestone(TODAY)], "No milestone is overdue, none is done"),
    ],
)
def test_the_finding_says_how_the_milestones_stand(milestones, finding):
    assert plan_milestones(facts(milestones=tuple(milestones))).finding == finding


def test_milestones_stand_by_workstream_and_those_without_a_day_are_counted():
    found = plan_milestones(
        facts(milestones=(milestone(TODAY), milestone(MARCH), milestone(None), milestone(None, stream="2 Homes")))
    )
    first, second = found.streams
    assert first.dated == ((MARCH, Standing.LATE), (TODAY, Standing.DUE))
    assert (first.undated, second.dated, second.undated) == (1, (), 1)
    assert found.about == "Milestones by workstream; two milestones without a day not shown"


@pytest.mark.parametrize(
    ("days", "finding"),
    [
        ([9, 4, 3, 1], "The last three drafts left within 4 days"),
        ([2, 2], "The last two drafts left after 2 days"),
        ([1], "The last draft left after 1 day"),
        ([0, 0, 0], "The last three drafts left on the day of the meeting"),
        ([-3, 1], "The last draft left after 1 day"),
    ],
)
def test_the_finding_says_how_soon_drafts_left(days, finding):
    drafts = tuple(DraftFacts(MARCH, MARCH + timedelta(days=number)) for number in days)
    assert draft_days(facts(drafts=drafts)).finding == finding


def test_a_period_ends_today():
    assert Period.YEAR.first(TODAY) == date(2025, 9, 2)
    assert Period.TWO_YEARS.first(TODAY) == date(2024, 9, 2)
    assert Period.ALL.first(TODAY) == date.min
    assert [period.words for period in Period] == ["the last 12 months", "the last 24 months", "all years"]


def test_the_public_facts_are_without_the_actions_of_exempt_items():
    told = facts(action(MARCH), action(MARCH, part=2)).public()
    assert [each.part for each in told.actions] == [1]
    told = busy()
    assert told.public() == told
