"""The words that the desk writes itself from fields: dates, deadlines, comings and goings, meetings to come."""

import re
from collections.abc import Callable, Sequence
from datetime import date, time

from wibdesk.documents.document import SheetColumn
from wibdesk.domain.attendance import Attendee
from wibdesk.domain.date_forms import Forms
from wibdesk.domain.dates import month_words, read_date
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.meetings import MeetingDetails, NextMeeting
from wibdesk.domain.paper_words import write, write_counted

_PLAIN = Forms()
_NUMBER, _PAGES = "\ue000", "\ue001"
"""Where the numbers of pages stand for a moment: letters that no words have."""
_WHOLE_DATE = re.compile(r"\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b")


def listed(names: Sequence[str]) -> str:
    """Return `A, B and C`."""
    others, last = ", ".join(names[:-1]), "".join(names[-1:])
    return write("{names} and {last}", names=others, last=last) if others and last else others or last


def sheet_column(name: str, width: float) -> SheetColumn:
    """Return a column of a spreadsheet under its name in the language of the paper."""
    return SheetColumn(write(name), width)


def page_count(number: str, pages: str, said: Callable[[str], str]) -> list[str]:
    """Return `Page 2 of 5` in pieces: what a format counts with in place of the numbers, and its form of the words."""
    words = write("Page {number} of {pages}", number=_NUMBER, pages=_PAGES)
    counts = {_NUMBER: number, _PAGES: pages}
    pieces = re.split(f"([{_NUMBER}{_PAGES}])", words)
    return [counts.get(piece) or said(piece) for piece in pieces if piece]


def with_known(as_written: str, known: str, day: date | None = None) -> str:
    """Return the words as written, with the known day in brackets where they do not say it whole.

    Words that are a part of the known day, as `6 October` is of `6 October 2026`, are said with it and not twice.
    """
    whole = _WHOLE_DATE.search(as_written) or (day and read_date(as_written) == day)
    if not known or whole or known.lower() in as_written.lower():
        return as_written
    if re.search(rf"(?<!\w){re.escape(as_written)}(?!\w)", known):
        return known
    return f"{as_written} ({known})"


def meeting_date(details: MeetingDetails, forms: Forms = _PLAIN) -> str:
    """Return the day of the meeting as it heads a document."""
    if details.date is None:
        return details.date_as_written or ""
    known = forms.long(details.date)
    return with_known(details.date_as_written, known, details.date) if details.date_as_written else known


def due_words(due: Due, beside: str = "", forms: Forms = _PLAIN) -> str:
    """Return a deadline for the page: the words as written, with the day that they mean.

    Words as written that the text `beside` it says already are not said again.
    """
    written = due.as_written or ""
    known = _day(due, forms)
    if not written or written.lower() in beside.lower():
        return day_words(due.kind, known) if known else ""
    return with_known(written, known, due.date)


def day_words(kind: DueKind, day: str) -> str:
    """Return `6 October 2026 meeting` or `from 6 October 2026` for deadlines of these kinds, else the day alone."""
    if kind is DueKind.MEETING:
        return write("{day} meeting", day=day)
    return write("from {day}", day=day) if kind is DueKind.FROM else day


def _day(due: Due, forms: Forms) -> str:
    if due.kind is DueKind.MONTH and due.month:
        return month_words(due.month)
    if due.kind is DueKind.RANGE and due.start and due.end:
        return write("{start} to {end}", start=forms.plain(due.start), end=forms.plain(due.end))
    return forms.plain(due.date) if due.date else ""


def due_lines(due: Due, forms: Forms = _PLAIN) -> str:
    """Return a deadline for a narrow column: the day that it means, and below it the words as written."""
    known = forms.compact(due.date) if due.date else _day(due, forms)
    return "\n".join(filter(None, (known, due.as_written)))


def next_meeting_words(coming: NextMeeting, forms: Forms = _PLAIN) -> str:
    """Return the line of a future date: `Tuesday 10 November 2026, 9.30 am (rearranged from 3 November 2026)`."""
    known = forms.long(coming.date) if coming.date else ""
    day = (
        with_known(coming.as_written, known, coming.date)
        if coming.as_written
        else known or write("Date to be confirmed")
    )
    words = day + (f", {forms.time(coming.time)}" if coming.time else "")
    if coming.rearranged_from:
        words = write("{day} (rearranged from {before})", day=words, before=forms.plain(coming.rearranged_from))
    return write("{day} – cancelled", day=words) if coming.cancelled else words


def length_words(minutes: int | None) -> str:
    """Return the planned minutes in words; empty where none are planned."""
    return write_counted(minutes, "{number} minute", "{number} minutes") if minutes else ""


def attendance_notes(
    attendee: Attendee, details: MeetingDetails, forms: Forms = _PLAIN, name: Callable[[str], str] = str
) -> tuple[str, ...]:
    """Return what is noted beside a name: for whom, when they came and went, and the clerk's own remark."""
    return tuple(filter(None, (deputy_words(attendee, name), _presence(attendee, details, forms), attendee.note)))


def deputy_words(attendee: Attendee, name: Callable[[str], str] = str) -> str:
    """Return for whom a deputy stands in: `for Dr P Hart and B Ali`."""
    names = listed([name(absent) for absent in attendee.deputy_for])
    return write("for {names}", names=names) if attendee.deputy_for else ""


def _presence(attendee: Attendee, details: MeetingDetails, forms: Forms) -> str:
    parts: list[str] = []
    for n, stretch in enumerate(attendee.intervals):
        came = _came(stretch.start, details.start, forms, again=n > 0)
        went = write("left {time}", time=forms.time(stretch.end)) if stretch.end and stretch.end != details.end else ""
        said = ", ".join(filter(None, (came, went)))
        item = write("item {number}", number=stretch.item) if stretch.item else ""
        alone = write("present for item {number}", number=stretch.item) if stretch.item else ""
        parts.append(", ".join(filter(None, (said, item))) if said else alone)
    return "; ".join(filter(None, parts))


def _came(start: time | None, opened: time | None, forms: Forms, *, again: bool) -> str:
    if start is None or (not again and opened is not None and start <= opened):
        return ""
    said = forms.time(start)
    return write("returned {time}", time=said) if again else write("arrived {time}", time=said)
