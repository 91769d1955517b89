"""Times of the room: how long, how much over, and when it ends."""

from datetime import time

import pytest

from ui.places.room.times import (
    forecast_end,
    hours_and_minutes,
    is_over,
    over_words,
    pace_words,
    planned_end,
    sitting_minutes,
    spent_minutes,
    spoken_length,
)
from wibdesk.domain.adjournments import Adjournment
from wibdesk.domain.agenda import Item, ItemState
from wibdesk.domain.meetings import MeetingDetails, Stage


def details(stage=Stage.LIVE, **more):
    return MeetingDetails("b", None, start=time(9, 30), planned_start=time(9, 30), stage=stage, **more)


def test_an_item_lasts_until_the_next_one_begins_and_the_last_until_now():
    first, second = Item("A", began=time(9, 30)), Item("B", began=time(9, 42))
    assert spent_minutes([second, first, Item("C")], time(10, 0), None) == {first.id: 12, second.id: 18}


def test_an_item_that_was_never_begun_has_no_time():
    assert spent_minutes([Item("A")], time(10, 0), None) == {}


def test_after_the_end_the_last_item_stops_growing():
    item = Item("A", began=time(9, 30))
    assert spent_minutes([item], time(15, 0), time(10, 0)) == {item.id: 30}


def test_a_meeting_over_midnight_counts_on():
    late, small = Item("A", began=time(23, 50)), Item("B", began=time(0, 10))
    assert spent_minutes([late, small], time(0, 15), None) == {late.id: 20, small.id: 5}


def test_the_planned_end_adds_the_minutes_to_the_start():
    assert planned_end(details(), [Item("A", planned_minutes=30), Item("B", planned_minutes=45)]) == time(10, 45)


def test_the_planned_end_leans_on_the_last_clock_time():
    items = [
        Item("A", planned_minutes=30),
        Item("B", time=time(11, 0), planned_minutes=10),
        Item("C", planned_minutes=5),
    ]
    assert planned_end(details(), items) == time(11, 15)


def test_there_is_no_planned_end_where_nothing_was_planned():
    assert planned_end(details(), [Item("A")]) is None


def test_the_forecast_adds_what_is_left_to_now():
    now = Item("B", planned_minutes=20, began=time(9, 50), state=ItemState.NOW)
    items = [Item("A", planned_minutes=20, began=time(9, 30), state=ItemState.DONE), now, Item("C", planned_minutes=30)]
    assert forecast_end(details(), items, time(9, 55)) == time(10, 40)


def test_there_is_no_forecast_before_the_start():
    assert forecast_end(details(Stage.PLANNED), [Item("A", planned_minutes=5)], time(9, 0)) is None


@pytest.mark.parametrize(
    ("spent", "planned", "words", "over"),
    [
        (26, 20, "6 min over", True),
        (20, 20, "20 of 20 min", False),
        (4, None, "4 min", False),
        (None, 20, "", False),
    ],
)
def test_time_of_an_item_in_words(spent, planned, words, over):
    assert (over_words(spent, planned), is_over(spent, planned)) == (words, over)


def test_a_length_of_time_is_shown_and_spoken():
    assert (hours_and_minutes(47), spoken_length(61), spoken_length(0)) == ("0:47", "1 hour 1 minute", "0 minutes")


def pause(began, resumed=None):
    return Adjournment("m", began, resumed)


@pytest.mark.parametrize(
    ("pauses", "minutes"),
    [
        ([pause(time(10, 0), time(10, 15))], 75),
        ([pause(time(10, 0), time(10, 15)), pause(time(10, 40))], 55),
        ([pause(time(9, 20), time(9, 45))], 75),
        ([pause(time(10, 50), time(11, 20))], 80),
        ([pause(time(8, 0), time(8, 30))], 90),
        ([pause(time(11, 30), time(11, 45))], 90),
    ],
    ids=["inside", "and one that lasts", "over the start", "over the stop", "before", "after"],
)
def test_time_adjourned_is_no_time_of_the_sitting(pauses, minutes):
    assert sitting_minutes(time(9, 30), time(11, 0), pauses) == minutes


def test_a_pause_over_midnight_is_taken_off():
    assert sitting_minutes(time(23, 0), time(1, 0), [pause(time(23, 50), time(0, 20))]) == 90


def test_time_adjourned_counts_neither_for_the_item_nor_for_the_forecast():
    now = Item("B", planned_minutes=20, began=time(9, 50), state=ItemState.NOW)
    items = [now, Item("C", planned_minutes=30)]
    pauses = [pause(time(9, 55), time(10, 25))]
    assert spent_minutes(items, time(10, 30), None, pauses) == {now.id: 10}
    assert forecast_end(details(), items, time(10, 30), pauses) == time(11, 10)


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (time(9, 50), "On time: 2 items left, 40 min to the planned end."),
        (time(10, 22), "12 min late: 2 items left, 8 min to the planned end."),
        (time(10, 40), "30 min late: 2 items left, 10 min past it."),
    ],
)
def test_the_chair_can_be_told_how_the_time_stands(now, words):
    items = [
        Item("A", planned_minutes=20, began=time(9, 30), state=ItemState.DONE),
        Item("B", planned_minutes=20, began=time(9, 50), state=ItemState.NOW),
        Item("C", planned_minutes=20),
    ]
    assert pace_words(details(), items, now) == words


def test_a_meeting_ahead_of_its_time_is_early_and_one_without_times_has_none():
    items = [Item("A", planned_minutes=60, state=ItemState.DONE), Item("B", planned_minutes=20)]
    assert pace_words(details(), items, time(10, 0)) == "30 min early: 1 item left, 50 min to the planned end."
    assert pace_words(details(), [Item("A"), Item("B")], time(10, 0)) == "2 items left, no time was planned."
