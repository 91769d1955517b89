"""Composes the calendar of a body: when and where it meets, what was moved or called off."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from wibdesk.documents.compose.body_paper import body_document
from wibdesk.documents.compose.page_head import stamp_of
from wibdesk.documents.document import (
    Block,
    CalendarEntry,
    Cell,
    Document,
    Heading,
    Paragraph,
    Role,
    Runs,
    Sheet,
    Table,
    plain,
)
from wibdesk.documents.wording import sheet_column
from wibdesk.domain.dates import short_date
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.meeting_calendar import CalendarDate
from wibdesk.domain.meetings import Stage
from wibdesk.domain.paper_words import to_write, write, write_counted

_HEADER = (to_write("Date"), to_write("Time"), to_write("Meeting"), to_write("Venue"), to_write("Remark"))
_WIDTHS = (22.0, 16.0, 22.0, 22.0, 18.0)
_COLUMNS = (
    (to_write("Date"), 12), (to_write("Start"), 8), (to_write("End"), 8), (to_write("Meeting"), 30),
    (to_write("Ref"), 8), (to_write("Venue"), 34), (to_write("Moved from"), 12), (to_write("Status"), 14),
)  # fmt: skip


def compose_calendar(body_name: str, dates: Sequence[CalendarDate], style: HouseStyle, *, now: datetime) -> Document:
    """Compose the calendar of the dates, given oldest first: what is ahead of today, then what is past."""
    today = now.date()
    ahead = [each for each in dates if each.date >= today]
    past = [each for each in reversed(dates) if each.date < today]
    blocks: list[Block] = [Paragraph(plain(_count(ahead)), Role.DETAIL)]
    for words, group in ((write("To come"), ahead), (write("Past"), past)):
        if group:
            blocks += [Heading(2, plain(words), capitals=style.capital_headings), _table(group, style)]
    sheets = (
        Sheet(
            write("Meetings"),
            tuple(sheet_column(*column) for column in _COLUMNS),
            tuple(_sheet_row(each, today) for each in dates),
        ),
    )
    document = body_document(body_name, write("Meeting calendar"), today, blocks, style, sheets=sheets)
    entries = tuple(_entry(each, body_name) for each in dates)
    return replace(document, landscape=False, dates=entries, stamp=stamp_of(now, None))


def _count(ahead: Sequence[CalendarDate]) -> str:
    standing = sum(not each.cancelled for each in ahead)
    if not standing:
        return write("No meeting to come is listed.")
    return write_counted(standing, "{number} meeting to come.", "{number} meetings to come.")


def _table(group: Sequence[CalendarDate], style: HouseStyle) -> Table:
    """Return the dates as a table; a column that would be empty throughout is left out."""
    rows = [_row(each, style) for each in group]
    kept = [n for n, _ in enumerate(_HEADER) if any(row[n] for row in rows)]
    cells = tuple(tuple(row[n] for n in kept) for row in rows)
    return Table(cells, tuple(_WIDTHS[n] for n in kept), tuple(write(_HEADER[n]) for n in kept), row_headers=True)


def _row(each: CalendarDate, style: HouseStyle) -> tuple[Runs, ...]:
    moved = write("Rearranged from {day}", day=style.forms.plain(each.rearranged_from)) if each.rearranged_from else ""
    remark = "\n".join(filter(None, (write("Cancelled") if each.cancelled else "", moved)))
    return (
        plain(style.forms.long(each.date)), plain(_times(each)), plain(_name(each)), plain(each.venue), plain(remark)
    )  # fmt: skip


def _times(each: CalendarDate) -> str:
    times = [at.strftime("%H:%M") for at in (each.start, each.end) if at is not None]
    return write("{start} to {end}", start=times[0], end=times[1]) if len(times) > 1 else "".join(times)


def _name(each: CalendarDate) -> str:
    return each.title or each.type.words or write("Meeting")


def _sheet_row(each: CalendarDate, today: date) -> tuple[Cell, ...]:
    start, end = (at.strftime("%H:%M") if at else "" for at in (each.start, each.end))
    return (each.date, start, end, _name(each), each.ref, each.venue, each.rearranged_from, _status(each, today))


def _status(each: CalendarDate, today: date) -> str:
    if each.cancelled:
        return write("Cancelled")
    if each.stage is Stage.CLOSED or each.date < today:
        return write("Past")
    return write("Planned") if each.ref else write("Date listed")


def _entry(each: CalendarDate, body_name: str) -> CalendarEntry:
    moved = write("Rearranged from {day}.", day=short_date(each.rearranged_from)) if each.rearranged_from else ""
    name = _name(each)
    words = body_name if name == write("Meeting") else f"{body_name}: {name}"
    return CalendarEntry(each.uid, words, each.date, each.start, each.end, each.venue, moved, each.cancelled)
