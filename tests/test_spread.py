"""A day's run of faults is spread over the whole course, and the runs of some weeks cover it."""

import pytest

from tests.spread import LONG, spread

pytestmark = pytest.mark.skipif(LONG, reason="WIBDESK_LONG=1 takes everything")


def test_some_steps_are_taken_from_everywhere():
    taken = spread(range(200), 20, day=7)
    assert len(set(taken)) == 20
    assert {step // 10 for step in taken} == set(range(20))


def test_few_steps_are_all_taken():
    assert spread("abc", 3) == ["a", "b", "c"]


def test_the_runs_of_three_weeks_take_every_step():
    assert set().union(*(spread(range(200), 20, day=day) for day in range(21))) == set(range(200))
