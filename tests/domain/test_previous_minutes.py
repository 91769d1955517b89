"""The item on the last minutes is known by its title, and the decision on it is written in the body's own words."""

from datetime import date

import pytest

from wibdesk.domain.agenda import Item
from wibdesk.domain.entries import Amendment, Decision, Paragraph
from wibdesk.domain.previous_minutes import (
    Outcome,
    decided,
    decision_on,
    is_minutes_item,
    reviews_actions,
    smallest_change,
)

JULY = date(2026, 7, 7)
APPROVED = "That the minutes of the meeting held on 7 July 2026 be approved as a correct record"


@pytest.mark.parametrize(
    ("title", "minutes", "actions"),
    [
        ("Minutes of the last meeting", True, False),
        ("MINUTES OF THE MEETING HELD ON 7 JULY 2026", True, False),
        ("Approval of previous minutes", True, False),
        ("Minutes of the last meeting and matters arising", True, True),
        ("Matters arising", False, True),
        ("Action log", False, True),
        ("Review of actions", False, True),
        ("Actions from the last meeting", False, True),
        ("Plan of action", False, False),
        ("Ten minutes with young people", False, False),
        ("Front door", False, False),
    ],
)
def test_items_are_known_by_their_titles(title, minutes, actions):
    item = Item(title)
    assert (is_minutes_item(item), reviews_actions(item)) == (minutes, actions)


@pytest.mark.parametrize(
    ("outcome", "profile", "corrections", "marker", "words"),
    [
        (Outcome.APPROVED, "partnership_board", 0, "Agreed",
         f"{APPROVED}."),
        (Outcome.APPROVED, "parish_council", 1, "Resolved",
         f"{APPROVED}, subject to the correction above."),
        (Outcome.APPROVED, "general", 2, "Agreed",
         f"{APPROVED}, subject to the corrections above."),
        (Outcome.DEFERRED, "principal_council", 1, "Resolved",
         "That approval of the minutes of the meeting held on 7 July 2026 be deferred to the next meeting."),
    ],
)  # fmt: skip
def test_the_decision_says_what_was_done(outcome, profile, corrections, marker, words):
    entries = (Paragraph("Read."), *(Amendment(JULY, f"page {n}") for n in range(corrections)))
    made = decision_on(outcome, JULY, profile, entries)
    assert (made.marker, made.parts) == (marker, (words,))
    assert decided((*entries, made))


def test_without_a_day_the_last_meeting_is_meant():
    assert decision_on(Outcome.APPROVED, None, "general").parts == (
        "That the minutes of the last meeting be approved as a correct record.",
    )


def test_another_decision_is_none_on_the_minutes():
    assert not decided((Paragraph("The minutes were read."), Decision(("That the plan be noted.",))))


@pytest.mark.parametrize(
    ("was", "now", "wrong", "right"),
    [
        ("a quarter of a year", "a third of a year", "quarter", "third"),
        ("about a quarter.", "about a third.", "quarter", "third"),
        ("the red the car", "the red a car", "red the", "red a"),
        ("the car the red", "a car the red", "the car", "a car"),
        ("very good work", "good work", "very", ""),
        ("good work", "very good work", "good", "very good"),
        ("good", "good work", "good", "good work"),
        ("no no no", "no no no no", "no no no", "no no no no"),
        ("", "words", "", "words"),
        ("words", "", "words", ""),
        ("the  same", "the same", "", ""),
    ],
)
def test_of_a_corrected_line_only_the_words_that_differ_are_told(was, now, wrong, right):
    assert smallest_change(was, now) == (wrong, right)
