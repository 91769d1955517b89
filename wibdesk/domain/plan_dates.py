"""Deadlines of a plan that no day is known of: the impossible, the vague and the missing, with what may be meant."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from wibdesk.domain.dates import make_date, month_number
from wibdesk.domain.deadlines import Due, DueKind, month_end
from wibdesk.domain.plan_tree import Step, steps
from wibdesk.domain.plans import Plan
from wibdesk.language import later, say


class DateTrouble(StrEnum):
    """What is doubtful about a deadline; the value is said on screen and page."""

    IMPOSSIBLE = later("no such day, kept as typed")
    VAGUE = later("no day named, kept as typed")
    MISSING = later("no date")


@dataclass(frozen=True)
class DateDoubt:
    """A milestone whose deadline has no day, and the deadlines that may be meant, likelier first."""

    step: Step
    trouble: DateTrouble
    meant: tuple[Due, ...] = ()

    @property
    def words(self) -> str:
        """The doubt with the words as written: `31/09/18, no such day, kept as typed`."""
        written = self.step.milestone.due.as_written
        return f"{written}, {say(self.trouble.value)}" if written else say(self.trouble.value).capitalize()


_DAY = re.compile(
    r"(?<![\d/.])(?:(?P<day>\d{1,2})[/.](?P<month>\d{1,2})(?:[/.](?P<year>\d{4}|\d{2}))?(?![\d/.])"
    r"|(?P<day_>\d{1,2})(?:st|nd|rd|th)?\s+(?P<name>[A-Za-z]{3,9})\.?(?:\s+(?P<year_>\d{4}))?)"
)
_MONTH = re.compile(r"\b(?P<name>[A-Za-z]{3,9})\.?\s+(?P<year>\d{4})\b")
_SEASON = re.compile(
    r"\b(?P<name>spring|summer|autumn|winter|q[1-4]|quarter [1-4])(?:\s+(?:term|of))?\s+(?P<year>\d{4})\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d/.-])(?P<year>20\d{2})(?![\d/.-])")
_LAST_MONTHS = {"spring": 5, "summer": 8, "autumn": 11, "winter": 12}
"""The month with which a season ends; winter is taken to its turn of the year."""
_MOST = 3


def trouble_of(due: Due) -> DateTrouble | None:
    """Return what is doubtful about a deadline; None where a day, a month or a range is known."""
    if due.kind not in (DueKind.NONE, DueKind.MEETING) or due.date is not None:
        return None
    if not due.as_written:
        return DateTrouble.MISSING
    return DateTrouble.IMPOSSIBLE if _impossible(due.as_written) else DateTrouble.VAGUE


def date_doubts(plan: Plan) -> tuple[DateDoubt, ...]:
    """Return every unfinished milestone whose deadline has no day, in the order of the plan."""
    found = ((step, trouble_of(step.milestone.due)) for step in steps(plan) if step.milestone.status.unfinished)
    return tuple(DateDoubt(step, trouble, may_mean(step.milestone.due)) for step, trouble in found if trouble)


def may_mean(due: Due) -> tuple[Due, ...]:
    """Return the deadlines that the words as written may mean; each keeps the words."""
    if trouble_of(due) is None or not due.as_written:
        return ()
    days = dict.fromkeys(_days(due.as_written))
    return tuple(settled(due, Due(DueKind.DATE, day)) for day in days)[:_MOST]


def settled(was: Due, now: Due) -> Due:
    """Return the deadline that a doubtful one is found to be; the words as first written are kept."""
    return replace(now, as_written=was.as_written or now.as_written)


def _days(words: str) -> Iterator[date]:
    for found in _impossible(words):
        month = int(found["month"]) if found["month"] else month_number(found["name"]) or 0
        year = _year(found["year"] or found["year_"])
        if year and 1 <= month <= 12:
            last = month_end(date(year, month, 1))
            yield from (last, last + timedelta(days=1))
        elif year and 1 <= int(found["day"] or 0) <= 12 and (turned := make_date(year, int(found["day"]), month)):
            yield turned  # month and day the American way round
    named = [*_periods(words)]
    yield from named
    if not named and not _DAY.search(words):
        yield from (date(int(found["year"]), 12, 31) for found in _YEAR.finditer(words))


def _periods(words: str) -> Iterator[date]:
    """Give the last day of each season, quarter and month of a year that the words name."""
    for found in _SEASON.finditer(words):
        name = found["name"].lower()
        month = _LAST_MONTHS.get(name) or int(name[-1]) * 3
        yield month_end(date(int(found["year"]), month, 1))
    for found in _MONTH.finditer(words):
        if number := month_number(found["name"]):
            yield month_end(date(int(found["year"]), number, 1))


def _impossible(words: str) -> list[re.Match[str]]:
    return [found for found in _DAY.finditer(words) if _is_impossible(found)]


def _is_impossible(found: re.Match[str]) -> bool:
    month = int(found["month"]) if found["month"] else month_number(found["name"])
    # Without a year 29 February may be a day.
    year = _year(found["year"] or found["year_"]) or 2028
    return month is not None and make_date(year, month, int(found["day"] or found["day_"])) is None


def _year(words: str | None) -> int:
    return int(words) + (2000 if len(words) == 2 else 0) if words else 0
