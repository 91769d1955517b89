"""The words that the desk writes itself from fields: dates, deadlines, comings and goings, meetings to come."""

import re
from collections.abc import Callable, Sequence
from datetime import date, time

from wibdesk.domain.attendance import Attendee
from wibdesk.domain.date_forms import Forms
from wibdesk.domain.dates import month_words, read_date
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.meetings import MeetingDetails, NextMeeting

_PLAIN = Forms()
_WHOLE_DATE = re.compile(r"\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b")


def listed(names: Sequence[str], *, last: str = " and ") -> str:
    """Return `A, B and C`."""
    return last.join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


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
        form = {DueKind.MEETING: "{} meeting", DueKind.FROM: "from {}"}.get(due.kind, "{}")
        return form.format(known) if known else ""
    return with_known(written, known, due.date)


def _day(due: Due, forms: Forms) -> str:
    if due.kind is DueKind.MONTH and due.month:
        return month_words(due.month)
    if due.kind is DueKind.RANGE and due.start and due.end:
        return f"{forms.plain(due.start)} to {forms.plain(due.end)}"
    return forms.plain(due.date) if due.date else ""


def due_lines(due: Due, forms: Forms = _PLAIN) -> str:
    """Return a deadline for a narrow column: the day that it means, and below it the words as written."""
    known = forms.compact(due.date) if due.date else _day(due, forms)
    return "\n".join(filter(None, (known, due.as_written)))


def next_meeting_words(coming: NextMeeting, forms: Forms = _PLAIN) -> str:
    """Return the line of a future date: `Tuesday 10 November 2026, 9.30 am (rearranged from 3 November 2026)`."""
    known = forms.long(coming.date) if coming.date else ""
    day = with_known(coming.as_written, known, coming.date) if coming.as_written else known or "Date to be confirmed"
    words = day + (f", {forms.time(coming.time)}" if coming.time else "")
    if coming.rearranged_from:
        words += f" (rearranged from {forms.plain(coming.rearranged_from)})"
    return words + (" – cancelled" if coming.cancelled else "")


def length_words(minutes: int | None) -> str:
    """Return the planned minutes in words; empty where none are planned."""
    return f"{minutes} minute{'s' if minutes > 1 else ''}" if minutes else ""


def attendance_notes(
    attendee: Attendee, details: MeetingDetails, forms: Forms = _PLAIN, name: Callable[[str], str] = str
) -> tuple[str, ...]:
    """Return what is noted beside a name: for whom, when they came and went, and the clerk's own remark."""
    return tuple(filter(None, (deputy_words(attendee, name), _presence(attendee, details, forms), attendee.note)))


def deputy_words(attendee: Attendee, name: Callable[[str], str] = str) -> str:
    """Return for whom a deputy stands in: `for Dr P Hart and B Ali`."""
    return f"for {listed([name(absent) for absent in attendee.deputy_for])}" if attendee.deputy_for else ""


def _presence(attendee: Attendee, details: MeetingDetails, forms: Forms) -> str:
    parts: list[str] = []
    for n, stretch in enumerate(attendee.intervals):
        came = _came(stretch.start, details.start, forms, again=n > 0)
        went = f"left {forms.time(stretch.end)}" if stretch.end and stretch.end != details.end else ""
        said = ", ".join(filter(None, (came, went)))
        item = f"item {stretch.item}" if stretch.item else ""
        parts.append(", ".join(filter(None, (said, item))) if said else f"present for {item}" if item else "")
    return "; ".join(filter(None, parts))


def _came(start: time | None, opened: time | None, forms: Forms, *, again: bool) -> str:
    if start is None or (not again and opened is not None and start <= opened):
        return ""
    return f"{'returned' if again else 'arrived'} {forms.time(start)}"
