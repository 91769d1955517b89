"""Dates and times in the forms British clerks type."""

from datetime import date, time

import pytest

from wibdesk.domain.dates import (
    clock,
    long_date,
    month_number,
    month_words,
    plain_date,
    read_date,
    read_time,
    short_date,
    spoken_time,
)

NEAR = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("6/10", date(2026, 10, 6)),
        ("06/10/26", date(2026, 10, 6)),
        ("Tues, 6/10", date(2026, 10, 6)),
        ("6.10.2026", date(2026, 10, 6)),
        ("2026-10-06", date(2026, 10, 6)),
        ("6 Oct", date(2026, 10, 6)),
        ("6th October 2026", date(2026, 10, 6)),
        ("Tue 6 Oct 2026", date(2026, 10, 6)),
        ("Tuesday, 6 October", date(2026, 10, 6)),
        ("3 Sept", date(2026, 9, 3)),
        ("31/8", date(2027, 8, 31)),
        ("29 Feb", date(2028, 2, 29)),
        ("29/2/28", date(2028, 2, 29)),
        ("29/2/27", None),
        ("31/9/26", None),
        ("31 September", None),
        ("10/13", None),
        ("October", None),
        ("soon", None),
        ("0/0", None),
        ("6 Ox", None),
        ("", None),
    ],
)
def test_a_typed_date_is_read_day_first(words, day):
    assert read_date(words, near=NEAR) == day


def test_without_a_day_to_count_from_a_date_needs_its_year():
    assert read_date("6/10") is None
    assert read_date("6/10/26") == date(2026, 10, 6)


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("9", time(9)),
        ("9.30", time(9, 30)),
        ("0930", time(9, 30)),
        ("14:30", time(14, 30)),
        ("2.30 pm", time(14, 30)),
        ("12 noon", time(12)),
        ("12am", time(0)),
        ("12 midnight", time(0)),
        ("midnight", time(0)),
        ("midday", time(12)),
        ("23:59", time(23, 59)),
        ("24:00", None),
        ("9:60", None),
        ("13 pm", None),
        ("later", None),
    ],
)
def test_a_typed_time_is_read(words, moment):
    assert read_time(words) == moment


def test_dates_and_times_are_written_as_the_design_asks():
    day = date(2026, 10, 6)
    assert short_date(day) == "Tue 6 Oct 2026"
    assert plain_date(day) == "6 October 2026"
    assert long_date(day) == "Tuesday 6 October 2026"
    assert month_words(day) == "October 2026"
    assert clock(time(9, 5)) == "09:05"
    assert [spoken_time(t) for t in (time(9, 45), time(14), time(12), time(0), time(0, 5))] == [
        "9.45 am",
        "2 pm",
        "12 noon",
        "12 midnight",
        "12.05 am",
    ]


def test_a_month_needs_three_letters():
    assert month_number("Sept.") == 9
    assert month_number("jan") == 1
    assert month_number("ja") is None
    assert month_number("mon") is None
