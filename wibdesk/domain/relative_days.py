"""Days named from another day: `tomorrow`, `Fri`, `in two weeks`, `end of the month`, `next week`."""

import re
from collections.abc import Callable
from datetime import date

from dateutil.relativedelta import FR, relativedelta, weekday

_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
_COUNT = {"a": 1, "an": 1, "couple of": 2, "a couple of": 2} | {word: n for n, word in enumerate(_NUMBERS, 1)}
_UNITS = {"day": "days", "week": "weeks", "wk": "weeks", "month": "months", "mth": "months", "year": "years"}
_SPAN = re.compile(
    r"(?:in|within)?\s*(?:the\s+next\s+)?"
    rf"(?P<count>\d{{1,3}}|{'|'.join(sorted(_COUNT, key=len, reverse=True))})\s+"
    rf"(?P<working>working\s+)?(?P<unit>{'|'.join(_UNITS)})s?['’]?(?:\s+time)?",
    re.IGNORECASE,
)
_FORTNIGHT = re.compile(r"(?:in|within)?\s*a\s+fortnight(?:['’]s\s+time)?|a?\s*fortnight", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"(?:(?P<later>a\s+week\s+on)\s+)?(?:(?:on|this|next|coming)\s+)*"
    r"(?P<day>mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)(?:nes|ur|s)?(?:day)?(?P<week>\s+week)?",
    re.IGNORECASE,
)
_END = re.compile(
    r"(?:the\s+)?end\s+of\s+(?:the\s+|this\s+)?(?P<next>next\s+)?(?P<unit>week|month|year)|(?P<short>week|month|year)[\s-]end",
    re.IGNORECASE,
)
_WEEK = re.compile(r"(?P<which>this|next)\s+(?P<unit>week|month|year)", re.IGNORECASE)
_ORDINAL = re.compile(
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\s+)?(?:the\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)", re.IGNORECASE
)
_NAMED: dict[str, int] = {"today": 0, "tomorrow": 1, "the day after tomorrow": 2, "a week today": 7}
_DAY_NAMES = "mon tue wed thu fri sat sun".split()


def relative_day(words: str, *, on: date) -> date | None:
    """Return the last day that such words leave, counted from the day `on`; None for other words, or past year 9999.

    A weekday is the next one after `on`; a week ends on its Friday; a count of months keeps the day of the month.
    """
    bare = " ".join(words.lower().split())
    try:
        return next((day for read in _READERS if (day := read(bare, on)) is not None), None)
    except (OverflowError, ValueError):
        return None


def is_span_of_months(words: str) -> bool:
    """Say whether the words count months or years: so far ahead that a meeting then may not be arranged yet."""
    found = _SPAN.fullmatch(" ".join(words.split()))
    return bool(found and _UNITS[found["unit"].lower()] in ("months", "years"))


def _named(words: str, on: date) -> date | None:
    days = 14 if _FORTNIGHT.fullmatch(words) else _NAMED.get(words)
    return None if days is None else _later(on, days=days)


def _span(words: str, on: date) -> date | None:
    found = _SPAN.fullmatch(words)
    if found is None:
        return None
    count = int(found["count"]) if found["count"].isdigit() else _COUNT[found["count"]]
    if found["working"]:
        return _working_days(on, count) if found["unit"] == "day" else None
    return _later(on, **{_UNITS[found["unit"]]: count})


def _later(on: date, **span: int) -> date:
    later: date = on + relativedelta(**span)
    return later


def _working_days(on: date, count: int) -> date:
    day = on
    while count:
        day = _later(day, days=1)
        count -= day.weekday() < 5
    return day


def _weekday(words: str, on: date) -> date | None:
    found = _WEEKDAY.fullmatch(words)
    if found is None:
        return None
    wanted = weekday(_DAY_NAMES.index(found["day"][:3]))
    later = 7 if found["later"] or found["week"] else 0
    day: date = on + relativedelta(days=1, weekday=wanted(+1))
    return _later(day, days=later)


def _ordinal(words: str, on: date) -> date | None:
    """Read `15th`, the next one, of this month or of one that has such a day."""
    found = _ORDINAL.fullmatch(words)
    number = int(found["day"]) if found else 0
    if not 1 <= number <= 31:
        return None
    days = (_later(on, months=months, day=number) for months in range(3))
    return next((day for day in days if day.day == number and day >= on), None)


def _end(words: str, on: date) -> date | None:
    if found := _END.fullmatch(words):
        return _ENDS[found["unit"] or found["short"]](on, 1 if found["next"] else 0)
    found = _WEEK.fullmatch(words)
    if found is None or (found["which"], found["unit"]) == ("next", "month"):
        return None
    return _ENDS[found["unit"]](on, 1 if found["which"] == "next" else 0)


_ENDS: dict[str, Callable[[date, int], date]] = {
    "week": lambda on, later: on + relativedelta(days=7 * later - on.weekday(), weekday=FR),
    "month": lambda on, later: on + relativedelta(months=later, day=31),
    "year": lambda on, later: on + relativedelta(years=later, month=12, day=31),
}
_READERS = (_named, _span, _weekday, _ordinal, _end)
