"""What wants chasing on the first screen: quiet lines below the card, each with its way into the log."""

from datetime import date, time

import pytest

from tests.ui.places.conftest import NOW
from wibdesk.domain.agenda import Item
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action
from wibdesk.domain.log_views import LogView
from wibdesk.services import agenda, bodies, meetings, minutes

LATE, SOON = date(2026, 8, 28), date(2026, 9, 3)


def raise_actions(clerk, body, *days):
    """A meeting of July with an action for each deadline."""
    made = clerk.do(meetings.new_meeting, body.id, date=date(2026, 7, 7), start=time(9, 30))
    item = clerk.do(agenda.add_item, made.id, Item("Front door"))
    actions = [Action(f"action {n}", ("K Rowe",), Due(DueKind.DATE, day)) for n, day in enumerate(days)]
    clerk.do(minutes.save_entries, item.id, actions)


def lines(place):
    """The section as it reads: each line with what stands beside it."""
    rows = place.list.row_model.rows
    return [f"{row.first} | {row.second}" for row in rows if row.kind == "chase" or row.row_id == "title chase"]


@pytest.fixture
def place(clerk, board, meeting):
    raise_actions(clerk, board, LATE, LATE, SOON, date(2026, 12, 1))
    place = clerk.go("meetings")
    clerk.qtbot.waitUntil(lambda: len(lines(place)) > 1)
    return place


def test_the_lines_stand_below_the_card_the_most_pressing_first(clerk, place):
    assert lines(place) == [
        "To chase | ", "2 actions are overdue | Norbury Improvement Board",
        "1 action falls due within a week | Norbury Improvement Board",
        "4 actions have no report since Tue 7 Jul 2026 | Norbury Improvement Board",
    ]  # fmt: skip
    assert [row.kind for row in place.list.row_model.rows[:3]] == ["card", "title", "chase"]
    assert place.list.current_row().kind == "card"


def test_enter_on_a_line_leads_to_the_log_narrowed_to_it(clerk, board, place):
    clerk.press("Down")
    assert ("Enter", "show them in the log") in clerk.window.key_bar.pairs
    clerk.press("Return")
    assert clerk.asked("actions").note == LogView("overdue", board.id).note()
    clerk.go("meetings")
    clerk.press("Home", "Down", "Down", "Return")
    assert (
        clerk.asked("actions").note
        == LogView("open", board.id, due_from=NOW.date(), due_before=date(2026, 9, 8)).note()
    )


def test_t_folds_the_lines_into_one_and_that_is_remembered(clerk, place):
    clerk.press("T")
    assert lines(place) == ["To chase | 2 overdue · 1 due within a week · 4 without a report · T shows them"]
    assert clerk.context.settings.now.folded["meetings chase"]
    clerk.press("T")
    assert len(lines(place)) == 4


def test_with_many_bodies_a_line_tells_of_all_and_one_body_has_its_own(clerk, board, place):
    for name in ("Audit Panel", "Schools Forum"):
        raise_actions(clerk, clerk.do(bodies.add_body, name), LATE)
    clerk.qtbot.waitUntil(lambda: "4 actions are overdue" in str(lines(place)))
    assert lines(place)[1] == "4 actions are overdue | Norbury Improvement Board 2 · Audit Panel 1 · Schools Forum 1"
    place.choose_body(board.id)
    clerk.qtbot.waitUntil(lambda: "2 actions are overdue" in str(lines(place)))


def test_where_nothing_wants_chasing_one_line_says_so_and_without_meetings_none_does(clerk, board):
    place = clerk.go("meetings")
    clerk.settle()
    assert lines(place) == []
    clerk.do(meetings.new_meeting, board.id, date=NOW.date())
    clerk.qtbot.waitUntil(lambda: lines(place) == ["To chase | Nothing is overdue or due within a week."])


def test_what_is_looked_for_is_not_among_what_to_chase(clerk, place):
    clerk.press("/")
    clerk.type("norbury")
    clerk.qtbot.waitUntil(lambda: lines(place) == [])


def test_ctrl_e_leads_to_the_calendar_of_the_body(clerk, board, place):
    clerk.press("Ctrl+E")
    assert (clerk.asked("preview").body_id, clerk.asked("preview").note) == (board.id, "calendar")
