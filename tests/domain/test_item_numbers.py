"""Numbers of agenda items, as each house style gives them; those of the clerk's own stay."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wibdesk.domain.agenda import Item
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.item_numbers import (
    NumberingRule,
    highest,
    numberless,
    renumber,
    rule_of,
    serial_of,
    year_begins,
)

RESTART, NONE = NumberingRule(), NumberingRule("none")
CONTINUE, DATED = NumberingRule("continue"), NumberingRule("number_year")
EXEMPT = NumberingRule("continue", exempt_suffix="/E")


def numbers(items):
    return [item.number for item in items]


def test_plain_numbers_run_in_order_and_the_clerks_own_stay():
    items = (Item("a", "3"), Item("b", "66/E"), Item("c"), Item("d", "1"))
    assert numbers(renumber(items)) == ["1", "66/E", "2", "3"]


def test_a_body_without_numbers_stays_without():
    items = (Item("a"), Item("b"))
    for rule in (RESTART, NONE, CONTINUE, DATED):
        assert renumber(items, rule, first=5) == items


def test_numbers_go_on_through_the_year():
    items = (Item("a", "1"), Item("b", "12a"), Item("c", "2"))
    assert numbers(renumber(items, CONTINUE, first=77)) == ["77", "12a", "78"]


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (date(2026, 5, 1), "35/26"),
        (date(2027, 4, 30), "35/26"),
        (date(2026, 4, 30), "35/25"),
        (date(2109, 6, 1), "35/09"),
        (date(1, 1, 1), "35/01"),
        (None, "35"),
    ],
)
def test_the_year_beside_a_number_is_the_one_in_which_the_municipal_year_began(day, number):
    assert numbers(renumber((Item("a", "1"),), DATED, first=35, day=day)) == [number]


def test_the_municipal_year_begins_in_the_month_of_the_style():
    assert year_begins(date(2026, 3, 31), NumberingRule("continue", year_starts=4)) == date(2025, 4, 1)
    assert year_begins(date(2026, 1, 1), NumberingRule("continue", year_starts=1)) == date(2026, 1, 1)


def test_exempt_items_carry_the_suffix_and_lose_it_in_part_one():
    items = (Item("a", "64"), Item("b", "65", part=2), Item("c", "66/E"))
    assert numbers(renumber(items, EXEMPT, first=64)) == ["64", "65/E", "66"]
    assert numbers(
        renumber(items, NumberingRule("number_year", exempt_suffix="/E"), first=1, day=date(2026, 6, 1))
    ) == [
        "1/26",
        "2/26/E",
        "3/26",
    ]


def test_a_style_without_numbers_takes_its_own_away_and_leaves_the_clerks():
    assert numbers(renumber((Item("a", "1"), Item("b", "12a"), Item("c")), NONE)) == [None, "12a", None]


@pytest.mark.parametrize(
    ("number", "rule", "serial"),
    [
        ("35/26", DATED, 35),
        ("35/26", RESTART, None),
        ("35/2026", DATED, None),
        ("66/E", EXEMPT, 66),
        ("66/E", CONTINUE, None),
        ("/E", EXEMPT, None),
        ("007", RESTART, 7),
        ("12a", RESTART, None),
        ("²", RESTART, None),
        ("٣", RESTART, None),
        ("1" * 5000, RESTART, None),
        ("", RESTART, None),
        (None, RESTART, None),
    ],
)
def test_what_the_desk_gave_is_told_from_what_the_clerk_wrote(number, rule, serial):
    assert serial_of(number, rule) == serial


def test_the_highest_number_counts_only_what_the_desk_gave():
    assert highest(["3", "99a", None, "12/26"], DATED) == 12
    assert highest(["3", "99a", None, "12/26"], CONTINUE) == 3
    assert highest([], CONTINUE) == 0


def test_numbers_of_one_rule_are_free_for_the_next():
    dated = (Item("a", "35/26"), Item("b", "12a"))
    assert numbers(renumber(numberless(dated, DATED), RESTART)) == ["1", "12a"]
    bare = (Item("a"), Item("b", "12a"))
    assert numbers(renumber(numberless(bare, NONE), CONTINUE, first=4)) == ["4", "12a"]
    assert numberless(bare, RESTART) == bare


def test_a_house_style_says_how_items_are_numbered():
    assert rule_of(HouseStyle("plain", "Plain")) == RESTART
    style = HouseStyle("own", "Own", item_numbers="number_year", year_starts=4, exempt_suffix="/E")
    assert rule_of(style) == NumberingRule("number_year", 4, "/E")


OWN = st.sampled_from(["12a", "A1", "66/N", "1.2", "(3)", "³", "35/2026", " 4"])
RULES = st.builds(
    NumberingRule,
    st.sampled_from(["restart", "continue", "number_year", "none"]),
    st.integers(1, 12),
    st.sampled_from(["", "/E"]),
)
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["bare", "plain", "own", "dated", "exempt"]), st.integers(0, 999), OWN, st.sampled_from([1, 2])
    ),
    max_size=12,
)


def item_of(row):
    sort, serial, own, part = row
    written = {"bare": None, "plain": str(serial), "own": own, "dated": f"{serial}/24", "exempt": f"{serial}/E"}
    return Item("Business", written[sort], part=part)


@given(ROWS, RULES, st.integers(1, 5000), st.none() | st.dates())
def test_every_rule_agrees_with_a_plain_count(rows, rule, first, day):
    """The model knows how each number came about, where the code has to read it off the number."""
    items = tuple(item_of(row) for row in rows)
    ours = {"bare", "plain"}
    ours |= {"dated"} if rule.numbers == "number_year" else set()
    ours |= {"exempt"} if rule.exempt_suffix else set()
    expected, serial = [], first
    for (sort, *_), item in zip(rows, items, strict=True):
        if sort not in ours:
            expected.append(item.number)
            continue
        ending = ""
        if rule.numbers == "number_year" and day is not None:
            began = day.year if day.month >= rule.year_starts or day.year == 1 else day.year - 1
            ending = f"/{began:04}"[:1] + f"{began:04}"[2:]
        ending += rule.exempt_suffix * (item.part - 1)
        expected.append(None if rule.numbers == "none" else f"{serial}{ending}")
        serial += 1
    if all(item.number is None for item in items):
        expected = [None] * len(items)
    done = renumber(items, rule, first=first, day=day)
    assert numbers(done) == expected
    assert renumber(done, rule, first=first, day=day) == done
    assert [replace(item, number=None) for item in done] == [replace(item, number=None) for item in items]
