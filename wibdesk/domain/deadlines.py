"""A deadline: a date, a meeting, a month, a range, a first day, or none, with the words as typed (governance 6.1)."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from wibdesk.domain.dates import month_number, month_words, read_date, short_date


class DueKind(StrEnum):
    """What sort of deadline it is."""

    DATE = "date"
    MEETING = "meeting"
    MONTH = "month"
    RANGE = "range"
    FROM = "from"
    NONE = "none"


@dataclass(frozen=True)
class Due:
    """A deadline. `date` goes with date, meeting, from; `month` (its first day) with month; `start`, `end` with range.

    `as_written` keeps the words typed or printed, and is all there is of an impossible date (kind none).
    """

    kind: DueKind = DueKind.NONE
    date: dt.date | None = None
    month: dt.date | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    as_written: str | None = None

    @property
    def words(self) -> str:
        """The deadline as read on screen and page: never empty for a deadline that says anything."""
        known = {
            DueKind.DATE: short_date(self.date) if self.date else "",
            DueKind.MEETING: f"{short_date(self.date)} meeting" if self.date else "",
            DueKind.MONTH: month_words(self.month) if self.month else "",
            DueKind.RANGE: f"{short_date(self.start)} to {short_date(self.end)}" if self.start and self.end else "",
            DueKind.FROM: f"from {short_date(self.date)}" if self.date else "",
            DueKind.NONE: "",
        }[self.kind]
        return known or (self.as_written or "")


def month_end(first: date) -> date:
    """Return the last day of the month that begins on `first`."""
    following = (
        date(first.year + first.month // 12, first.month % 12 + 1, 1)
        if (first.year, first.month) < (9999, 12)
        else None
    )
    return following - timedelta(days=1) if following else date(9999, 12, 31)


_LEAD = re.compile(r"^(?:due|by|for|on|at|to|the|before|until)\s+", re.IGNORECASE)
_MEETING_WORDS = r"(?:meeting|mtg|board|committee|sub-committee|forum|trust|panel)"
_NEXT_MEETING = re.compile(rf"next(?:\s+\w+)?\s+{_MEETING_WORDS}|{_MEETING_WORDS}\s+after\s+this", re.IGNORECASE)
_LATER_MEETING = re.compile(rf"(?:an?\s+)?(?:future|later|subsequent)\s+{_MEETING_WORDS}", re.IGNORECASE)
_NAMED_MEETING = re.compile(rf"(?P<month>[a-z]{{3,9}})\.?(?:\s+(?P<year>\d{{4}}))?\s+{_MEETING_WORDS}", re.IGNORECASE)
_MONTH = re.compile(
    r"(?:end of\s+)?(?P<month>[a-z]{3,9})\.?(?:\s+(?P<year>\d{4}))?|(?P<iso>\d{4}-\d{2})", re.IGNORECASE
)
_RANGE = re.compile(r"(?P<start>.+?)\s*(?:\s-\s|–|—|\sto\s)\s*(?P<end>.+)", re.IGNORECASE)


def read_due(words: str, *, on: date, meetings: Sequence[date] = ()) -> Due:
    """Read what a clerk types as a deadline; `on` is the meeting's day, `meetings` the scheduled dates of the body.

    What cannot be read stays: kind none with the words in `as_written`. Empty words give no deadline at all.
    """
    typed = words.strip()
    if not typed:
        return Due()
    bare = typed
    while (shorter := _LEAD.sub("", bare)) != bare:
        bare = shorter
    found = _meeting(bare, on, meetings) or _date(bare, on) or _month(bare, on) or _range(bare, on)
    return replace(found or Due(), as_written=typed)


def _date(words: str, on: date) -> Due | None:
    if words.lower().startswith("from ") and (day := read_date(words[5:], near=on)):
        return Due(DueKind.FROM, day)
    day = read_date(words, near=on)
    return Due(DueKind.DATE, day) if day else None


def _meeting(words: str, on: date, meetings: Sequence[date]) -> Due | None:
    later = sorted(d for d in meetings if d > on)
    if _LATER_MEETING.fullmatch(words):
        return Due(DueKind.MEETING)
    if _NEXT_MEETING.fullmatch(words):
        return Due(DueKind.MEETING, later[0] if later else None)
    found = _NAMED_MEETING.fullmatch(words)
    month = month_number(found["month"]) if found else None
    if found is None or month is None:
        return None
    first = _first_of(month, found["year"], on)
    sitting = next((d for d in later if (d.year, d.month) == (first.year, first.month)), None)
    return Due(DueKind.MEETING, sitting) if sitting else Due(DueKind.MONTH, month=first)


def _month(words: str, on: date) -> Due | None:
    found = _MONTH.fullmatch(words)
    if found is None:
        return None
    if found["iso"]:
        year, month = (int(part) for part in found["iso"].split("-"))
        return Due(DueKind.MONTH, month=date(year, month, 1)) if 1 <= month <= 12 and year else None
    number = month_number(found["month"])
    return Due(DueKind.MONTH, month=_first_of(number, found["year"], on)) if number else None


def _range(words: str, on: date) -> Due | None:
    found = _RANGE.fullmatch(words)
    if found is None:
        return None
    end = read_date(found["end"], near=on)
    start = read_date(found["start"], near=on)
    return Due(DueKind.RANGE, start=start, end=end) if start and end and start <= end else None


def _first_of(month: int, year: str | None, on: date) -> date:
    if year:
        return date(int(year) or on.year, month, 1)
    return date(on.year + (month < on.month), month, 1)
