"""Days named from another day, and the bank holidays of England and Wales."""

from datetime import date

import pytest

from wibdesk.domain.bank_holidays import bank_holidays
from wibdesk.domain.relative_days import is_span_of_months, relative_day

ON = date(2017, 8, 1)  # a Tuesday


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today", date(2017, 8, 1)),
        ("tomorrow", date(2017, 8, 2)),
        ("the day after tomorrow", date(2017, 8, 3)),
        ("Fri", date(2017, 8, 4)),
        ("friday", date(2017, 8, 4)),
        ("this Friday", date(2017, 8, 4)),
        ("next Friday", date(2017, 8, 4)),
        ("Thurs", date(2017, 8, 3)),
        ("Wednesday", date(2017, 8, 2)),
        ("Tue", date(2017, 8, 8)),
        ("Friday week", date(2017, 8, 11)),
        ("a week on Friday", date(2017, 8, 11)),
        ("a week today", date(2017, 8, 8)),
        ("two weeks", date(2017, 8, 15)),
        ("in 2 weeks", date(2017, 8, 15)),
        ("in two weeks’ time", date(2017, 8, 15)),
        ("within the next ten days", date(2017, 8, 11)),
        ("ten working days", date(2017, 8, 15)),
        ("ten working weeks", None),
        ("a fortnight", date(2017, 8, 15)),
        ("in a fortnight's time", date(2017, 8, 15)),
        ("a couple of weeks", date(2017, 8, 15)),
        ("six months", date(2018, 2, 1)),
        ("in a year", date(2018, 8, 1)),
        ("15th", date(2017, 8, 15)),
        ("Friday 4th", date(2017, 8, 4)),
        ("1st", date(2017, 8, 1)),
        ("end of the week", date(2017, 8, 4)),
        ("this week", date(2017, 8, 4)),
        ("next week", date(2017, 8, 11)),
        ("end of next week", date(2017, 8, 11)),
        ("end of month", date(2017, 8, 31)),
        ("month end", date(2017, 8, 31)),
        ("end of this month", date(2017, 8, 31)),
        ("end of next month", date(2017, 9, 30)),
        ("the end of the year", date(2017, 12, 31)),
        ("next month", None),
        ("32nd", None),
        ("0th", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_day_is_counted_from_the_meeting(words: str, day: date | None) -> None:
    assert relative_day(words, on=ON) == day


def test_a_day_of_the_month_waits_for_a_month_that_has_it() -> None:
    assert relative_day("31st", on=date(2017, 9, 5)) == date(2017, 10, 31)
    assert relative_day("4th", on=date(2017, 8, 5)) == date(2017, 9, 4)


def test_months_end_where_the_shorter_month_does() -> None:
    assert relative_day("a month", on=date(2018, 1, 31)) == date(2018, 2, 28)
    assert relative_day("end of next month", on=date(2028, 1, 31)) == date(2028, 2, 29)


def test_no_day_is_beyond_the_calendar() -> None:
    assert relative_day("six months", on=date(9999, 12, 1)) is None


def test_months_and_years_are_spans_and_weeks_are_not() -> None:
    assert is_span_of_months("in six months")
    assert is_span_of_months("a year")
    assert not is_span_of_months("six weeks")
    assert not is_span_of_months("next month")


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2017, "2 1, 14 4, 17 4, 1 5, 29 5, 28 8, 25 12, 26 12"),
        (2020, "1 1, 10 4, 13 4, 8 5, 25 5, 31 8, 25 12, 28 12"),
        (2021, "1 1, 2 4, 5 4, 3 5, 31 5, 30 8, 27 12, 28 12"),
        (2022, "3 1, 15 4, 18 4, 2 5, 2 6, 3 6, 29 8, 19 9, 26 12, 27 12"),
        (2023, "2 1, 7 4, 10 4, 1 5, 8 5, 29 5, 28 8, 25 12, 26 12"),
        (2026, "1 1, 3 4, 6 4, 4 5, 25 5, 31 8, 25 12, 28 12"),
        (2033, "3 1, 15 4, 18 4, 2 5, 30 5, 29 8, 26 12, 27 12"),
    ],
)
def test_the_bank_holidays_of_a_year(year: int, days: str) -> None:
    expected = [tuple(int(part) for part in day.split()) for day in days.split(", ")]
    assert [(day.day, day.month) for day in bank_holidays(year, year)] == expected


def test_several_years_follow_each_other() -> None:
    days = bank_holidays(2026, 2028)
    assert {day.year for day in days} == {2026, 2027, 2028}
    assert list(days) == sorted(days)
