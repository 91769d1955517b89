"""When a version is kept, which old ones go, and how much a save takes away."""

from datetime import UTC, datetime, timedelta

import pytest

from wibdesk.domain.entries import Action, Decision, Paragraph, Table, Vote
from wibdesk.domain.history import EVERY, NEWEST_KEPT, Mark, is_due, letters, loses_words, thinned

NOW = datetime(2026, 9, 30, 12, tzinfo=UTC)
SECOND, MINUTE, HOUR, DAY = (timedelta(**{name: 1}) for name in ("seconds", "minutes", "hours", "days"))


def marks(ages, **more):
    """Marks of these ages, the oldest first, and as many new ones as always stay."""
    old = [Mark(str(age), NOW - age, **more) for age in sorted(ages, reverse=True)]
    return [*old, *(Mark(f"new {n}", NOW - SECOND) for n in range(NEWEST_KEPT))]


@pytest.mark.parametrize(
    ("newest", "due"),
    [
        (None, True),
        (NOW, False),
        (NOW - EVERY, False),
        (NOW - EVERY - SECOND, True),
        (NOW + 30 * SECOND, False),
        (NOW + DAY, True),
    ],
)
def test_a_version_is_due_when_the_newest_is_a_minute_away_whichever_way_the_clock_went(newest, due):
    assert is_due(newest, NOW) is due


@pytest.mark.parametrize(
    ("first", "last", "every", "kept"),
    [
        (MINUTE, 2 * HOUR, MINUTE, 120),
        (2 * HOUR + MINUTE, 4 * HOUR, MINUTE, 12),
        (1 * DAY + MINUTE, 2 * DAY, 10 * MINUTE, 24),
        (30 * DAY + HOUR, 34 * DAY, HOUR, 5),
    ],
)
def test_the_older_versions_are_the_fewer_stay(first, last, every, kept):
    ages, age = [], first
    while age <= last:
        ages.append(age)
        age += every
    oldest = 400 * DAY
    held = marks([*ages, oldest])
    gone = set(thinned(held, NOW))
    assert str(oldest) not in gone
    assert len(held) - NEWEST_KEPT - 1 - len(gone) == kept


def test_thinning_twice_lets_nothing_more_go():
    held = marks([n * 7 * MINUTE for n in range(1, 3000)])
    gone = set(thinned(held, NOW))
    assert gone
    left = [mark for mark in held if mark.id not in gone]
    assert thinned(left, NOW) == ()


def test_the_oldest_the_newest_and_what_stood_before_an_approval_always_stay():
    same = [Mark(str(n), NOW - 40 * DAY) for n in range(NEWEST_KEPT + 1)]
    assert thinned(same, NOW) == ()
    assert thinned([*same, Mark("more", NOW)], NOW) == ()
    assert thinned([Mark("first", NOW - 41 * DAY), *same, Mark("more", NOW)], NOW) == ("0",)
    kept = [Mark(mark.id, mark.at, kept=True) for mark in same]
    assert thinned([Mark("first", NOW - 41 * DAY), *kept, *marks([MINUTE])], NOW) == ()


def test_a_clock_that_ran_ahead_takes_nothing_of_what_was_just_typed():
    held = [Mark(str(n), NOW + n * MINUTE) for n in range(NEWEST_KEPT)]
    assert thinned(held, NOW + 3650 * DAY) == ()
    assert thinned([*held, *held], NOW) == ()


LONG = "x" * 41
ONE = Paragraph("One.", id="1")


@pytest.mark.parametrize(
    ("before", "after", "lost"),
    [
        ((ONE,), (ONE,), False),
        ((ONE,), (), True),
        ((Paragraph("  ", id="1"),), (), False),
        ((Paragraph(LONG, id="1"),), (Paragraph("", id="1"),), True),
        ((Paragraph(LONG[1:], id="1"),), (Paragraph("", id="1"),), False),
        ((Paragraph(f"a{LONG}b", id="1"),), (Paragraph("ab", id="1"),), True),
        ((Paragraph(LONG, id="1"),), (Paragraph("y" * 99, id="1"),), True),
        ((Paragraph(LONG, id="1"),), (Paragraph(f"before {LONG} after", id="1"),), False),
        ((Paragraph(LONG, id="1"),), (Action(LONG, id="1"),), False),
        ((Decision((LONG, "b"), id="1"),), (Decision(("b",), id="1"),), True),
        ((Table(((LONG,),), id="1"),), (Table(((),), id="1"),), True),
    ],
)
def test_a_save_that_takes_words_away_is_seen(before, after, lost):
    assert loses_words(before, after) is lost


def test_small_losses_in_many_entries_add_up():
    before = tuple(Paragraph("y" * 9, id=str(n)) for n in range(5))
    after = tuple(Paragraph("", id=str(n)) for n in range(5))
    assert loses_words(before, after)
    assert not loses_words(before[:4], after[:4])


def test_the_letters_of_an_entry_are_those_of_all_its_parts():
    assert letters(Vote("That", names=(("for", ("Ann", "Bo")),), id="1")).split("\n")[:2] == ["That", "carried"]
    assert "Bo" in letters(Vote("That", names=(("for", ("Ann", "Bo")),)))
