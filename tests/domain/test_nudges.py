"""What wants chasing, in words and in order."""

from datetime import date

import pytest

from wibdesk.domain.log_views import LogView
from wibdesk.domain.nudges import Chase, Nudge, in_order, of_all

TODAY = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("chase", "one", "many"),
    [
        (Chase.OVERDUE, "1 action is overdue", "3 actions are overdue"),
        (Chase.DUE, "1 action falls due within a week", "3 actions fall due within a week"),
        (
            Chase.UNREPORTED,
            "1 action has no report since Tue 4 Aug 2026",
            "3 actions have no report since Tue 4 Aug 2026",
        ),
    ],
)
def test_a_nudge_says_in_words_how_many_and_why(chase, one, many):
    for count, words in ((1, one), (3, many)):
        assert Nudge(chase, "b", "Norbury Board", count, date(2026, 8, 4)).words == words


def test_a_nudge_leads_to_the_log_narrowed_to_what_it_means():
    views = [Nudge(chase, "b", "Norbury Board", 2).view(TODAY) for chase in Chase]
    assert views == [
        LogView("overdue", "b"), LogView("open", "b", due_from=TODAY, due_before=date(2026, 9, 8)), LogView("open", "b")
    ]  # fmt: skip


def test_the_most_pressing_comes_first_and_of_many_bodies_one_line_tells_of_all():
    late, later = Nudge(Chase.OVERDUE, "a", "Audit", 1), Nudge(Chase.OVERDUE, "b", "Board", 4)
    week, silent = Nudge(Chase.DUE, "a", "Audit", 9), Nudge(Chase.UNREPORTED, "c", "Care", 2, TODAY)
    assert in_order((silent, week, late, later)) == (later, late, week, silent)
    lines = of_all((silent, week, late, later))
    assert [(line.body_id, line.count, line.body_name) for line in lines] == [
        ("", 5, "Board 4 · Audit 1"), ("", 9, "Audit 9"), ("", 2, "Care 2")
    ]  # fmt: skip
    assert lines[2].words == "2 actions have no report since the last meeting"
