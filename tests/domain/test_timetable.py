"""The timetable of an agenda: times that follow from minutes, and none that do not."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from wibdesk.domain.agenda import Item
from wibdesk.domain.timetable import expected_finish, starting_times

START = time(9, 30)


def items(*rows: tuple[time | None, int | None]) -> list[Item]:
    return [Item("x", time=at, planned_minutes=minutes) for at, minutes in rows]


def test_times_follow_from_the_start_and_the_minutes_before():
    agenda = items((None, 5), (None, 25), (None, 10))
    assert starting_times(agenda, START) == (time(9, 30), time(9, 35), time(10, 0))
    assert expected_finish(agenda, START) == time(10, 10)


def test_a_time_that_was_given_stands_and_what_follows_goes_on_from_it():
    agenda = items((None, 5), (time(10, 0), 15), (None, None), (None, 5))
    assert starting_times(agenda, START) == (time(9, 30), time(10, 0), time(10, 15), None)
    assert expected_finish(agenda, START) is None


@pytest.mark.parametrize("agenda", [items((None, None), (None, None)), items((None, 0)), []])
def test_nothing_follows_without_planned_minutes(agenda):
    assert starting_times(agenda, START) == (None,) * len(agenda)
    assert expected_finish(agenda, START) is None


def test_nothing_follows_without_a_start_or_over_midnight():
    assert starting_times(items((None, 5), (None, 5)), None) == (None, None)
    assert starting_times(items((time(23, 30), 30), (None, 5)), None) == (time(23, 30), None)


@given(st.lists(strategies.items(), max_size=5), strategies.optional(strategies.TIMES))
def test_no_time_that_was_given_is_ever_another(agenda, start):
    found = starting_times(agenda, start)
    assert [at for item, at in zip(agenda, found, strict=True) if item.time] == [i.time for i in agenda if i.time]
