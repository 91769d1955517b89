"""Dates and times as British clerks write and read them: day first, 24-hour clock on screen."""

import re
from datetime import date, time

from wibdesk.domain.paper_words import to_write, write

MONTHS = (
    to_write("January"),
    to_write("February"),
    to_write("March"),
    to_write("April"),
    to_write("May"),
    to_write("June"),
    to_write("July"),
    to_write("August"),
    to_write("September"),
    to_write("October"),
    to_write("November"),
    to_write("December"),
)
_BRIEF_MONTHS = (
    to_write("Jan"), to_write("Feb"), to_write("Mar"), to_write("Apr"), to_write("May"), to_write("Jun"),
    to_write("Jul"), to_write("Aug"), to_write("Sep"), to_write("Oct"), to_write("Nov"), to_write("Dec"),
)  # fmt: skip
DAYS = (
    to_write("Monday"),
    to_write("Tuesday"),
    to_write("Wednesday"),
    to_write("Thursday"),
    to_write("Friday"),
    to_write("Saturday"),
    to_write("Sunday"),
)
_BRIEF_DAYS = (
    to_write("Mon"), to_write("Tue"), to_write("Wed"), to_write("Thu"), to_write("Fri"), to_write("Sat"),
    to_write("Sun"),
)  # fmt: skip

_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?"
_NUMERIC = re.compile(
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})[/.](?P<month>\d{{1,2}})(?:[/.](?P<year>\d{{4}}|\d{{2}}))?", re.IGNORECASE
)
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")
_NAMED = re.compile(
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<name>[a-z]{{3,9}})\.?,?"
    r"(?:[\s-]+(?P<year>\d{4}|\d{2}))?",
    re.IGNORECASE,
)
_TIME = re.compile(r"(?P<hour>\d{1,2})(?:[:.]?(?P<minute>\d{2}))?\s*(?P<half>am|pm|noon|midnight)?", re.IGNORECASE)


def month_number(name: str) -> int | None:
    """Return 1 to 12 for a month's name or its first three or more letters."""
    wanted = name.strip(".").lower()
    if len(wanted) < 3:
        return None
    return next(
        (n for n, month in enumerate(MONTHS, 1) if month.lower().startswith(wanted) or (wanted == "sept" and n == 9)),
        None,
    )


def make_date(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_date(words: str, *, near: date | None = None) -> date | None:
    """Read `6/10`, `Tue 06/10/26`, `6 Oct`, `6th October 2026` or `2026-10-06`; None for anything else or no such day.

    Without a year it is the first such day on or after `near`; without `near`, such words are not a date.
    """
    text = words.strip()
    if found := _ISO.fullmatch(text):
        return make_date(int(found["year"]), int(found["month"]), int(found["day"]))
    if found := _NUMERIC.fullmatch(text):
        return _complete(found["year"], int(found["month"]), int(found["day"]), near)
    if (found := _NAMED.fullmatch(text)) and (month := month_number(found["name"])):
        return _complete(found["year"], month, int(found["day"]), near)
    return None


def _complete(year: str | None, month: int, day: int, near: date | None) -> date | None:
    if year is not None:
        return make_date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    if near is None:
        return None
    # Eight years reach the next 29 February even across a century that is no leap year.
    years = range(near.year, near.year + 9)
    days = (
        (make_date(y, month, day) for y in years)
        if (month, day) == (2, 29)
        else (make_date(y, month, day) for y in years[:2])
    )
    return next((d for d in days if d is not None and d >= near), None)


def read_time(words: str) -> time | None:
    """Read `9`, `9.30`, `0930`, `14:30`, `2.30 pm`, `noon` or `midnight`; None for anything else or no such time."""
    text = words.strip().lower()
    if text in ("noon", "midday"):
        return time(12)
    if text == "midnight":
        return time(0)
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), found["half"]
    if half in ("am", "pm"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif half == "midnight":
        hour = 0 if hour == 12 else hour
    return time(hour, minute) if hour < 24 and minute < 60 else None


def short_date(day: date) -> str:
    """Return a date as on screen: `Tue 6 Oct 2026`."""
    return f"{write(_BRIEF_DAYS[day.weekday()])} {compact_date(day)}"


def compact_date(day: date) -> str:
    """Return a date for a narrow place: `6 Oct 2026`."""
    return f"{day.day} {brief_month(day)} {day.year}"


def day_and_month(day: date) -> str:
    """Return a date without its year: `6 Oct`."""
    return f"{day.day} {brief_month(day)}"


def month_name(day: date) -> str:
    """Return the name of a day's month: `October`."""
    return write(MONTHS[day.month - 1])


def brief_month(day: date) -> str:
    """Return the short name of a day's month: `Oct`."""
    return write(_BRIEF_MONTHS[day.month - 1])


def day_name(day: date) -> str:
    """Return the name of the day in its week: `Tuesday`."""
    return write(DAYS[day.weekday()])


def plain_date(day: date) -> str:
    """Return a date as in running text: `6 October 2026`."""
    return write("{day} {month} {year}", day=day.day, month=month_name(day), year=day.year)


def long_date(day: date) -> str:
    """Return a date as in letters and speech: `Tuesday 6 October 2026`."""
    return write("{weekday} {date}", weekday=day_name(day), date=plain_date(day))


def month_words(day: date) -> str:
    """Return a month as read: `October 2026`."""
    return write("{month} {year}", month=month_name(day), year=day.year)


def clock(moment: time) -> str:
    """Return a time as on screen: `09:45`."""
    return f"{moment.hour:02}:{moment.minute:02}"


def spoken_time(moment: time) -> str:
    """Return a time as on the page: `9.45 am`, `2 pm`, `12 noon`, `12 midnight`."""
    if moment.minute == 0 and moment.hour in (0, 12):
        return write("12 noon") if moment.hour else write("12 midnight")
    hour = moment.hour % 12 or 12
    minutes = f".{moment.minute:02}" if moment.minute else ""
    said = f"{hour}{minutes}"
    return write("{time} am", time=said) if moment.hour < 12 else write("{time} pm", time=said)
