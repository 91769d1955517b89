"""A deadline: a date, a meeting, a month, a range, a first day, or none, with the words as typed (governance 6.1)."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from wibdesk.domain.dates import month_number, month_words, read_date, short_date
from wibdesk.domain.paper_words import write
from wibdesk.domain.relative_days import is_span_of_months, relative_day


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
        return self._known or (self.as_written or "")

    @property
    def _known(self) -> str:
        match self.kind:
            case DueKind.DATE if self.date:
                return short_date(self.date)
            case DueKind.MEETING if self.date:
                return write("{day} meeting", day=short_date(self.date))
            case DueKind.MONTH if self.month:
                return month_words(self.month)
            case DueKind.RANGE if self.start and self.end:
                return write("{start} to {end}", start=short_date(self.start), end=short_date(self.end))
            case DueKind.FROM if self.date:
                return write("from {day}", day=short_date(self.date))
        return ""


def month_end(first: date) -> date:
    """Return the last day of the month that begins on `first`."""
    following = (
        date(first.year + first.month // 12, first.month % 12 + 1, 1)
        if (first.year, first.month) < (9999, 12)
        else None
    )
    return following - timedelta(days=1) if following else date(9999, 12, 31)


_LEAD = re.compile(
    r"^(?:no\s+later\s+than|in\s+time\s+for|on\s+or\s+before|due|by|for|on|at|in|to|the|before|until|within|"
    r"(?:close|end)\s+of\s+(?:play|business)|[ce]o[pb]|eod|noon|midday|\d{1,2}(?:[.:]\d{2})?\s*[ap]m),?\s+",
    re.IGNORECASE,
)
_WEEK_OF = re.compile(r"(?:w/?c|(?:the\s+)?week\s+(?:commencing|beginning|starting|of))\s+(?P<day>.+)", re.IGNORECASE)
_DASHED = re.compile(r"(?<![\d-])(\d{1,2})-(\d{1,2})(?:-(\d{4}|\d{2}))?(?![\d-])")
_MEETING_WORDS = (
    r"(?:meeting|mtg|board|committee|sub-committee|forum|trust|panel|cabinet|council|partnership|executive|governors)"
)
_NEXT_MEETING = re.compile(
    rf"(?:next|following)(?:\s+[\w’'-]+){{0,2}}\s+{_MEETING_WORDS}|next\s+time|{_MEETING_WORDS}\s+after\s+this",
    re.IGNORECASE,
)
_MEETING_AFTER_NEXT = re.compile(rf"{_MEETING_WORDS}\s+after\s+next", re.IGNORECASE)
_LATER_MEETING = re.compile(rf"(?:an?\s+)?(?:future|later|subsequent)\s+{_MEETING_WORDS}", re.IGNORECASE)
_NAMED_MEETING = re.compile(
    rf"(?P<month>[a-z]{{3,9}})\.?(?:\s+(?P<year>\d{{4}}))?(?:\s+[\w’'-]+)?\s+{_MEETING_WORDS}", re.IGNORECASE
)
_DATED_MEETING = re.compile(
    rf"(?P<day>.{{3,30}}?)\s+{_MEETING_WORDS}|{_MEETING_WORDS}\s+(?:on|of)\s+(?:the\s+)?(?P<after>.{{3,30}})",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"(?P<part>(?:the\s+)?(?:beginning|start|middle|end)\s+(?:of\s+)?|(?:early|mid|late)(?:\s+(?:in\s+)?|-))?"
    r"(?P<month>[a-z]{3,9})\.?(?:\s+(?P<year>\d{4}))?|(?P<iso>\d{4}-\d{2})",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(?P<start>.+?)\s*(?:\s-\s|–|—|\sto\s)\s*(?P<end>.+)", re.IGNORECASE)
_UNDATED = re.compile(
    r"asap|a\.s\.a\.p\.?|as soon as (?:possible|practicable)|on-?going|tb[acd]|in due course|immediate(?:ly)?",
    re.IGNORECASE,
)
_LIKE_A_DAY = re.compile(
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?"
    r"(?:\d{1,2}[/.-]\d{1,2}(?:[/.-](?:\d{4}|\d{2}))?|\d{4}-\d{1,2}-\d{1,2}"
    r"|\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<month>[a-z]{3,9})\.?,?(?:[\s-]+\d{2,4})?)",
    re.IGNORECASE,
)


def read_due(words: str, *, on: date, meetings: Sequence[date] = ()) -> Due:
    """Read what a clerk types as a deadline; `on` is the meeting's day, `meetings` the scheduled dates of the body.

    What cannot be read stays: kind none with the words in `as_written`. Empty words give no deadline at all.
    """
    typed = words.strip()
    if not typed:
        return Due()
    try:
        found = _read(_bare(typed), on, meetings)
    except (OverflowError, ValueError):
        # A day beyond the year 9999 is none.
        found = None
    return replace(found or Due(), as_written=typed)


def _read(words: str, on: date, meetings: Sequence[date]) -> Due | None:
    return _meeting(words, on, meetings) or _date(words, on) or _month(words, on, meetings) or _range(words, on)


def names_no_day(words: str) -> bool:
    """Say whether the words are a deadline that never has a day: ASAP, ongoing, TBC."""
    return _UNDATED.fullmatch(_bare(words)) is not None


def is_impossible(words: str) -> bool:
    """Say whether the words are written as a day that no calendar has: 31/9, 30 February, 2026-02-29."""
    bare = _bare(words)
    found = _LIKE_A_DAY.fullmatch(bare)
    if found is None or (found["month"] and month_number(found["month"]) is None):
        return False
    return read_date(_DASHED.sub(_slashed, bare), near=date(2000, 1, 1)) is None


def wants_a_meeting(words: str) -> bool:
    """Say whether the words speak of a meeting, or of a month as meetings are named, or count months ahead."""
    bare = _bare(words)
    found = _MONTH.fullmatch(bare)
    month = found is not None and not found["part"] and not found["year"] and not found["iso"]
    named = _NAMED_MEETING.fullmatch(bare)
    return bool(
        is_span_of_months(bare)
        or _NEXT_MEETING.fullmatch(bare)
        or _MEETING_AFTER_NEXT.fullmatch(bare)
        or (named and month_number(named["month"]))
        or (month and found and month_number(found["month"]))
    )


def _bare(words: str) -> str:
    bare = " ".join(words.split())
    while (shorter := _LEAD.sub("", bare)) != bare:
        bare = shorter
    return bare


def _date(words: str, on: date) -> Due | None:
    if words.lower().startswith("from ") and (day := read_date(words[5:], near=on)):
        return Due(DueKind.FROM, day)
    if (found := _WEEK_OF.fullmatch(words)) and (day := read_date(found["day"], near=on)):
        return Due(DueKind.RANGE, start=day, end=day + timedelta(days=4))
    day = read_date(_DASHED.sub(_slashed, words), near=on) or relative_day(words, on=on)
    return Due(DueKind.DATE, day) if day else None


def _slashed(found: re.Match[str]) -> str:
    return "/".join(filter(None, found.groups()))


def _meeting(words: str, on: date, meetings: Sequence[date]) -> Due | None:
    later = sorted(d for d in meetings if d > on)
    if _LATER_MEETING.fullmatch(words):
        return Due(DueKind.MEETING)
    for pattern, place in ((_NEXT_MEETING, 0), (_MEETING_AFTER_NEXT, 1)):
        if pattern.fullmatch(words):
            return Due(DueKind.MEETING, later[place] if len(later) > place else None)
    if (found := _NAMED_MEETING.fullmatch(words)) and (month := month_number(found["month"])):
        return _sitting(_first_of(month, found["year"], on), later)
    if found := _DATED_MEETING.fullmatch(words):
        day = read_date(found["day"] or found["after"], near=on)
        return Due(DueKind.MEETING, day) if day else None
    return None


def _sitting(first: date, later: Sequence[date]) -> Due:
    """Return the first meeting of the month that begins on `first`, else the month itself."""
    day = next((d for d in later if (d.year, d.month) == (first.year, first.month)), None)
    return Due(DueKind.MEETING, day) if day else Due(DueKind.MONTH, month=first)


def _month(words: str, on: date, meetings: Sequence[date]) -> Due | None:
    if words.lower() == "next month":
        return Due(DueKind.MONTH, month=month_end(on.replace(day=1)) + timedelta(days=1))
    found = _MONTH.fullmatch(words)
    if found is None:
        return None
    if found["iso"]:
        year, month = (int(part) for part in found["iso"].split("-"))
        return Due(DueKind.MONTH, month=date(year, month, 1)) if 1 <= month <= 12 and year else None
    number = month_number(found["month"])
    if number is None:
        return None
    first = _first_of(number, found["year"], on)
    # A bare month is how clerks name that month's meeting (governance 6.1); a part of it, or a year, is the month.
    named = not found["part"] and not found["year"]
    return _sitting(first, sorted(d for d in meetings if d > on)) if named else Due(DueKind.MONTH, month=first)


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
