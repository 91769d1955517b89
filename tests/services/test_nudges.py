"""What wants chasing of a register: counted by body, by the same rules as the log."""

from datetime import date, datetime

from tests.registers import Clerk
from wibdesk.domain.actions import is_overdue
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Progress
from wibdesk.domain.nudges import Chase
from wibdesk.services.actions import carried_into, log, set_progress
from wibdesk.services.nudges import carried_count, nudges

TODAY = date(2026, 9, 1)


def due(day: int, month: int = 9) -> Due:
    return Due(DueKind.DATE, date(2026, month, day))


def raised(clerk: Clerk, body, day: date | None, *dues: Due, status: Progress = Progress.OPEN):
    """A meeting of a body with an action for each deadline."""
    meeting = clerk.meeting(body, day)
    actions = [Action(f"action {n}", ("K Rowe",), one, status, f"{n}") for n, one in enumerate(dues)]
    return meeting, clerk.write(clerk.item(meeting), *actions)


def counts(clerk: Clerk, body_id: str = "", today: date = TODAY) -> dict[tuple[str, str], int]:
    return {(n.chase.value, n.body_name): n.count for n in clerk.ask(nudges, today, body_id)}


def test_overdue_and_due_within_a_week_are_counted_by_body(clerk: Clerk):
    board, forum = clerk.body(), clerk.body("Schools Forum")
    raised(clerk, board, date(2026, 9, 1), due(31, 8), due(1), due(7), due(8), Due())
    raised(clerk, board, date(2026, 9, 1), due(1, 8), due(2), status=Progress.DONE)
    month = Due(DueKind.MONTH, month=date(2026, 8, 1))
    raised(clerk, forum, date(2026, 9, 1), month, Due(DueKind.RANGE, start=date(2026, 8, 1), end=date(2026, 9, 3)))
    assert counts(clerk) == {
        ("overdue", "Norbury Board"): 1, ("due", "Norbury Board"): 2,
        ("overdue", "Schools Forum"): 1, ("due", "Schools Forum"): 1,
    }  # fmt: skip
    assert counts(clerk, forum.id) == {("overdue", "Schools Forum"): 1, ("due", "Schools Forum"): 1}
    assert sum(is_overdue(row.action, TODAY) for row in clerk.ask(log)) == 2


def test_what_nobody_reported_on_since_the_last_meeting_is_counted(clerk: Clerk):
    body = clerk.body()
    _, (told, early, never) = raised(clerk, body, date(2026, 6, 2), due(1, 12), due(1, 12), due(1, 12))
    raised(clerk, body, date(2026, 8, 4), due(1, 12))
    raised(clerk, body, date(2026, 10, 6), due(1, 12))
    clerk.do(set_progress, told.id, Progress.IN_PROGRESS, "Half done", at=datetime(2026, 8, 5, 9))
    clerk.do(set_progress, early.id, Progress.IN_PROGRESS, "Begun", at=datetime(2026, 8, 4, 15))
    clerk.do(set_progress, never.id, Progress.OPEN, "Chased", at=datetime(2026, 6, 20, 9))
    (nudge,) = clerk.ask(nudges, TODAY)
    assert (nudge.chase, nudge.count, nudge.since) == (Chase.UNREPORTED, 3, date(2026, 8, 4))


def test_a_body_that_has_not_met_yet_and_an_empty_register_want_no_chasing(clerk: Clerk):
    assert counts(clerk) == {}
    raised(clerk, clerk.body(), None, due(1, 12))
    assert counts(clerk) == {}


def test_the_actions_that_come_over_into_a_meeting_are_counted_as_they_are_listed(clerk: Clerk):
    body = clerk.body()
    first, _ = raised(clerk, body, date(2026, 6, 2), due(1), due(2))
    raised(clerk, body, date(2026, 6, 2), due(1), status=Progress.CLOSED)
    undated, _ = raised(clerk, body, None, due(3))
    last, _ = raised(clerk, body, date(2026, 9, 1), due(4))
    raised(clerk, clerk.body("Schools Forum"), date(2026, 6, 2), due(1))
    for meeting, expected in ((first, 1), (undated, 3), (last, 3)):
        assert clerk.ask(carried_count, meeting.id) == len(clerk.ask(carried_into, meeting.id)) == expected
