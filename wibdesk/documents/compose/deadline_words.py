"""A deadline in a narrow column: the day that it means, the words as written, and in words what is wrong with it."""

import re

from wibdesk.documents.wording import day_words
from wibdesk.domain.date_forms import Forms
from wibdesk.domain.dates import make_date, month_number, month_words
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.paper_words import to_write, write

NO_DATE = to_write("No date")
_LEAP_YEAR = 2028
_DAY_IN_WORDS = re.compile(
    r"(?<![\d/.])(?:(?P<day>\d{1,2})[/.](?P<month>\d{1,2})(?:[/.](?P<year>\d{4}|\d{2}))?(?![\d/.])"
    r"|(?P<day_>\d{1,2})(?:st|nd|rd|th)?\s+(?P<name>[A-Za-z]{3,9})(?:\s+(?P<year_>\d{4}))?)"
)


def deadline_lines(due: Due, forms: Forms) -> str:
    """Return the day, below it the words as written and what is wrong with them; never empty.

    Nothing is said twice: words as written that the line above or below holds are left out.
    """
    day, trouble, written = _day(due, forms), due_trouble(due), due.as_written or ""
    said = f"{day}\n{trouble}".casefold()
    return "\n".join(filter(None, (day, "" if written.casefold() in said else written, trouble)))


def _day(due: Due, forms: Forms) -> str:
    if due.kind is DueKind.MONTH and due.month:
        return month_words(due.month)
    if due.kind is DueKind.RANGE and due.start and due.end:
        return write("{start} to {end}", start=forms.compact(due.start), end=forms.compact(due.end))
    return day_words(due.kind, forms.compact(due.date)) if due.date else ""


def due_trouble(due: Due) -> str:
    """Return `No date` or `31/09/18 is not a day` for a deadline that no day is known of; else nothing."""
    if due.kind not in (DueKind.NONE, DueKind.MEETING) or due.date is not None:
        return ""
    written = impossible_day(due.as_written or "")
    return write("{words} is not a day", words=written) if written else write(NO_DATE)


def impossible_day(words: str) -> str | None:
    """Return the first stretch of the words that is written as a day but that no calendar has."""
    return next((found.group() for found in _DAY_IN_WORDS.finditer(words) if _is_impossible(found)), None)


def _is_impossible(found: re.Match[str]) -> bool:
    month = int(found["month"]) if found["month"] else month_number(found["name"])
    if month is None:
        return False
    year = found["year"] or found["year_"]
    # Without a year 29 February may be a day.
    full = (2000 if len(year) == 2 else 0) + int(year) if year else _LEAP_YEAR
    return make_date(full, month, int(found["day"] or found["day_"])) is None
