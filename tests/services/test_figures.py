"""The facts behind the figures, read from a real register."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.registers import NOW
from wibdesk.domain.attendance import Attendee, Status
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Progress
from wibdesk.domain.exports import Export
from wibdesk.domain.figures import DraftFacts, Facts, Period
from wibdesk.domain.figures_open import open_over_time
from wibdesk.domain.people import Person
from wibdesk.domain.plans import Activity, Milestone, Plan, Workstream
from wibdesk.errors import UserError
from wibdesk.services import actions, agenda, attendance, exports, plans
from wibdesk.services.figures import facts

TODAY = NOW.date()
APRIL, JULY = date(2026, 4, 7), date(2026, 7, 7)


def due(day):
    return Due(DueKind.DATE, day)


def at(day):
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


@pytest.fixture
def board(clerk):
    return clerk.body(members=[Person("", "Kit Rowe", organisation="Norbury Police")])


@pytest.fixture
def told(clerk, board):
    return lambda period=Period.YEAR: clerk.ask(facts, board.id, period, TODAY)


def raised(clerk, meeting, *entries):
    return clerk.write(meeting.items[2], *entries)


def test_a_new_body_has_nothing_to_count(told):
    assert told() == Facts(TODAY, Period.YEAR, "Norbury Board")


def test_a_body_that_is_gone_is_refused(clerk):
    with pytest.raises(UserError):
        clerk.ask(facts, "nobody", Period.YEAR, TODAY)


def test_meetings_of_the_period_count_and_those_to_come_do_not(clerk, board, told):
    for day in (date(2024, 1, 9), APRIL, JULY, TODAY, TODAY + timedelta(days=7), None):
        clerk.meeting(board, day)
    clerk.meeting(clerk.body("Other"), date(2026, 5, 5))
    assert told().days == (APRIL, JULY)  # that of today has not begun
    assert told(Period.ALL).days == (date(2024, 1, 9), APRIL, JULY)


def test_an_action_keeps_its_steps_deadlines_owners_and_organisations(clerk, board, told):
    meeting = clerk.meeting(board, APRIL)
    (action,) = raised(clerk, meeting, Action("Write", ("Kit Rowe", "Bo"), due(date(2026, 5, 1))))
    clerk.do(actions.set_owners_and_due, action.id, ("Kit Rowe", "Bo"), due(date(2026, 8, 1)))
    clerk.do(actions.set_progress, action.id, Progress.DONE, at=at(JULY))
    (fact,) = told().actions
    assert (fact.raised, fact.owners, fact.organisations) == (APRIL, ("Kit Rowe", "Bo"), ("Norbury Police",))
    assert fact.steps == ((APRIL, Progress.OPEN), (JULY, Progress.DONE))
    assert fact.dues == ((APRIL, date(2026, 5, 1)), (TODAY, date(2026, 8, 1)))
    assert (fact.end_known, fact.part) == (True, 1)


def test_the_organisation_at_the_meeting_goes_before_that_of_the_roster(clerk, board, told):
    meeting = clerk.meeting(board, APRIL)
    rowe = next(person for person in clerk.whole(meeting).attendance if person.name == "Kit Rowe")
    clerk.do(attendance.change_attendee, replaced(rowe, organisation="Norbury Council"))
    raised(clerk, meeting, Action("Write", ("Kit Rowe",)))
    assert told().actions[0].organisations == ("Norbury Council",)


def replaced(record, **more):
    return type(record)(**{**vars(record), **more})


def test_an_action_that_came_finished_ended_on_no_known_day(clerk, board, told):
    meeting = clerk.meeting(board, APRIL)
    raised(clerk, meeting, Action("Old", status=Progress.CLOSED), Action("New", status=Progress.IN_PROGRESS))
    old, new = told().actions
    assert (old.status, old.end_known, new.end_known) == (Progress.CLOSED, False, True)
    assert [point.open for point in open_over_time(told()).points] == [1]


def test_an_update_before_the_meeting_counts_from_the_meeting_on(clerk, board, told):
    (action,) = raised(clerk, clerk.meeting(board, JULY), Action("Write"))
    clerk.do(actions.set_progress, action.id, Progress.DONE, at=at(APRIL))
    assert told().actions[0].steps == ((JULY, Progress.OPEN), (JULY, Progress.DONE))


def test_actions_of_exempt_items_say_so(clerk, board, told):
    meeting = clerk.meeting(board, APRIL)
    clerk.do(agenda.change_item, replaced(clerk.whole(meeting).items[2], part=2, exempt_paragraph="3"))
    raised(clerk, meeting, Action("Sell"))
    assert [fact.part for fact in told().actions] == [2]


def test_the_last_meetings_tell_who_was_there(clerk, board, told):
    first, second = clerk.meeting(board, APRIL), clerk.meeting(board, JULY)
    row = clerk.whole(first).attendance[0]
    clerk.do(attendance.change_attendee, replaced(row, status=Status.PRESENT))
    (held,) = told().meetings
    assert (held.id, held.details.date, held.items) == (first.id, APRIL, ())
    assert [(person.name, person.status) for person in held.attendance] == [("Kit Rowe", Status.PRESENT)]
    assert isinstance(clerk.whole(second).attendance[0], Attendee)


def test_milestones_of_the_plans_stand_by_workstream(clerk, board, told):
    steps = (Milestone("One", due(JULY), Progress.DONE), Milestone("Two", Due(DueKind.MONTH, month=date(2026, 9, 1))))
    streams = (Workstream("Front door", "1", (Activity("Do", milestones=steps),)), Workstream("Homes"))
    clerk.do(plans.add_plan, Plan(board.id, "", "Plan", workstreams=streams))
    assert [(m.workstream, m.due, m.status) for m in told().milestones] == [
        ("1 Front door", JULY, Progress.DONE), ("1 Front door", date(2026, 9, 30), Progress.OPEN),
    ]  # fmt: skip


def test_the_first_minutes_that_left_give_the_days(clerk, board, told):
    meeting = clerk.meeting(board, APRIL)
    for kind, days in (("agenda", 1), ("minutes", 9), ("minutes", 4)):
        sent = Export(meeting.id, kind, "full", "", "pdf", "m.pdf", "", "", at(APRIL + timedelta(days=days)))
        clerk.do(exports.record_export, sent)
    assert told().drafts == (DraftFacts(APRIL, APRIL + timedelta(days=4)),)
