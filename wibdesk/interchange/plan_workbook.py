"""A plan from a workbook: the desk's own, which reads back to the same plan, or any table of activities."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from io import BytesIO
from itertools import islice
from typing import Any
from zipfile import BadZipFile, ZipFile

from wibdesk.documents.compose.plan_sheets import (
    ABOUT,
    COLUMNS,
    DUE_WORDS,
    ENTRY_KINDS,
    OWN_WORDS,
    PROSE,
    TRACKER,
)
from wibdesk.documents.paper_language import PSEUDO, languages, words_in
from wibdesk.domain.dates import read_date
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Bullet, Entry, Numbered, Paragraph, Progress, Subheading
from wibdesk.domain.paper_words import write, writing_in
from wibdesk.domain.plan_text import read_plan_due
from wibdesk.domain.plans import Activity, Lead, Milestone, Plan, PlanSection, Workstream
from wibdesk.errors import UserError
from wibdesk.interchange.json_text import LARGEST_FILE, LONGEST_TEXT, printable
from wibdesk.interchange.plan_reading import MOST_ROWS, PlanReading, read_grid, reading_doubts
from wibdesk.language import say

SUFFIX = ".xlsx"
WIDEST, _SEEN = 40, 120
"""Columns that are read of a sheet, and those in which words are looked for that are not read."""
LAST_ROW = 1_048_576
"""The last row that a sheet can have."""
LARGEST_UNPACKED = 60_000_000
"""Bytes that a workbook may unpack to: a plan has a hundredth of it."""
MOST_MEMBERS = 1_000
MOST_SHEETS = 20

Row = Sequence[Any]
_NAMES = tuple(name for name, _ in COLUMNS)


def read_workbook(data: bytes, *, name: str, body_name: str = "", on: date) -> PlanReading:
    """Read the bytes of an .xlsx file as a plan; `name` names it where the workbook does not, `on` is the day.

    Formulas are read as the text that they are, none is worked out; nothing outside the file is looked at. UserError
    where it is no workbook, one with a password, larger than any plan, or without a plan.
    """
    found = tuple(_sheets(data))
    sheets = {title: _narrow(rows) for title, rows, _ in found}
    for language in (*languages(), PSEUDO):
        with writing_in(words_in(language)):
            plan = _own_plan(sheets, on)
        if plan is None:
            continue
        named = replace(plan, title=plan.title or name, body_name=body_name or plan.body_name)
        return PlanReading(named, tuple(reading_doubts(named)))
    grid = [[_shown(cell) for cell in row] for rows in sheets.values() for row in rows]
    reading = read_grid(grid, title=name, body_name=body_name, on=on)
    hidden = (
        say("The sheet “{title}” is hidden in the workbook, and was read too.", title=title)
        for title, rows, hid in found
        if rows and hid
    )
    return replace(reading, doubts=(*hidden, *_too_wide(found), *reading.doubts))


def _narrow(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows as far as they are read; one that says something further on alone is none."""
    return tuple(row[:WIDEST] for row in rows if any(cell is not None for cell in row[:WIDEST]))


def _too_wide(found: Iterable[tuple[str, Sequence[Row], bool]]) -> Iterator[str]:
    """Give a sentence on each sheet with words beyond the columns that are read."""
    for title, rows, _ in found:
        if any(cell is not None for row in rows for cell in row[WIDEST:]):
            yield say(
                "The sheet “{title}” has words beyond its column {number}, which were not read.",
                title=title,
                number=WIDEST,
            )


def _own_plan(sheets: dict[str, tuple[Row, ...]], on: date) -> Plan | None:
    """Return the plan of a workbook that the desk wrote in the language now written in; None for any other."""
    tracker, about, prose = (sheets.get(write(name), ()) for name in (TRACKER, ABOUT, PROSE))
    if not tracker or [_text(cell) for cell in tracker[0][: len(_NAMES)]] != [*map(write, _NAMES)]:
        return None
    return _own(tracker[1:], about, prose, on)


def _sheets(data: bytes) -> Iterator[tuple[str, tuple[Row, ...], bool]]:
    """Give every sheet with its rows, and whether it is hidden."""
    _check_archive(data)
    # It takes a fifth of a second that only who reads a workbook should wait for.
    from openpyxl import load_workbook  # noqa: PLC0415

    try:
        with warnings.catch_warnings(action="ignore"):  # of looks and rules that are no part of a plan
            book = load_workbook(BytesIO(data), read_only=True, keep_links=False)
            for sheet in book.worksheets[:MOST_SHEETS]:
                every = sheet.iter_rows(max_row=LAST_ROW, max_col=_SEEN, values_only=True)
                # Looks alone, such as colours down a column, make no row of words.
                rows = tuple(islice((row for row in every if any(cell is not None for cell in row)), MOST_ROWS + 1))
                if len(rows) > MOST_ROWS:
                    raise UserError(
                        say(
                            "A sheet has more than {most_rows:,} rows, which no plan has: leave some out.",
                            most_rows=MOST_ROWS,
                        )
                    )
                yield sheet.title, rows, sheet.sheet_state != "visible"
            book.close()
    except UserError:
        raise
    except Exception as trouble:  # the library raises whatever a damaged file leads it into
        raise UserError(
            say("The workbook is damaged: open it in a spreadsheet, save it anew and try again.")
        ) from trouble


def _check_archive(data: bytes) -> None:
    """Refuse what is no workbook, or unpacks to more than one may have, before anything of it is unpacked."""
    if len(data) > LARGEST_FILE:
        raise UserError(
            say("The file is larger than {largest_file} MB, which no plan is.", largest_file=LARGEST_FILE // 1000000)
        )
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UserError(
            say("The file has a password or is of an old kind: save it as .xlsx without one and try again.")
        )
    try:
        archive = ZipFile(BytesIO(data))
    except (BadZipFile, ValueError, OSError, NotImplementedError) as trouble:
        raise UserError(say("This is no .xlsx file: open it in a spreadsheet and save it as one.")) from trouble
    members = archive.infolist()
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > LARGEST_UNPACKED:
        raise UserError(say("The workbook unpacks to more than any plan has, so it is not opened."))
    for member in members:
        _check_member(archive, member)


def _check_member(archive: ZipFile, member: Any) -> None:
    try:
        with archive.open(member) as file:
            head = file.read(4096)
    except Exception as trouble:  # as above: a lying archive raises many things
        raise UserError(
            say("The workbook is damaged: open it in a spreadsheet, save it anew and try again.")
        ) from trouble
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise UserError(say("The workbook declares parts of its own making, as no spreadsheet does: it is not opened."))


def _own(rows: Sequence[Row], about: Sequence[Row], prose: Sequence[Row], on: date) -> Plan:
    names = {write(words).casefold(): name for name, words in OWN_WORDS.items()}
    own = {names.get(_text(row[0]).casefold(), ""): _text(row[1]) for row in about if len(row) > 1}
    known: dict[str, Any] = {name: own.get(name) for name in OWN_WORDS if name not in ("body", "title")}
    streams: list[Workstream] = []
    before = ("", "")
    for row in rows:
        cells = dict(zip(_NAMES, row, strict=False))
        place, _, serial = _text(cells.get("No.")).partition(".")
        key = place or _text(cells.get("Workstream")), serial or _text(cells.get("Activity"))
        if not streams or key[0] != before[0]:
            streams.append(Workstream(_text(cells.get("Workstream")), _maybe(cells.get("Workstream no."))))
            before = (key[0], "")
        activities = streams[-1].activities
        if key[1] and (key[1] != before[1] or not activities):
            activities = (*activities, _activity(cells))
        if activities and _has_milestone(cells):
            last = activities[-1]
            longer = replace(last, milestones=(*last.milestones, _milestone(cells, on)))
            activities = (*activities[:-1], longer)
        streams[-1], before = replace(streams[-1], activities=activities), key
    sections = tuple(_sections(prose[1:]))
    return Plan("", own.get("body", ""), own.get("title", ""), workstreams=tuple(streams), sections=sections, **known)


def _activity(cells: dict[str, Any]) -> Activity:
    names, posts = (_text(cells.get(name)).split("\n") for name in ("Lead", "Post"))
    posts += [""] * len(names)
    leads = tuple(Lead(name, post or None) for name, post in zip(names, posts, strict=False) if name)
    return Activity(_text(cells.get("Activity")), leads)


def _has_milestone(cells: dict[str, Any]) -> bool:
    return any(_text(cells.get(name)) for name in ("Milestone", "From", "Due", "Due as written", "Status"))


def _milestone(cells: dict[str, Any], on: date) -> Milestone:
    words = _text(cells.get("Status")).strip().lower()
    status = next((each for each in Progress if each.words.lower() == words), Progress.OPEN)
    return Milestone(_text(cells.get("Milestone")), _due(cells, on), status)


def _due(cells: dict[str, Any], on: date) -> Due:
    """Read a deadline: the days of its cells, of which one that the clerk typed anew decides; else its words."""
    first, last = _day(cells.get("From")), _day(cells.get("Due"))
    written = _maybe(cells.get("Due as written"))
    kinds = {write(words).casefold(): kind for kind, words in DUE_WORDS.items()}
    kind = kinds.get(_text(cells.get("Due is")).strip().casefold(), DueKind.NONE)
    if kind is DueKind.MONTH and first:
        return Due(kind, month=first.replace(day=1), as_written=written)
    if kind is DueKind.RANGE and first and last and first <= last:
        return Due(kind, start=first, end=last, as_written=written)
    if kind is DueKind.FROM and first:
        return Due(kind, first, as_written=written)
    if kind is DueKind.MEETING:
        return Due(kind, last, as_written=written)
    if last:
        return Due(DueKind.DATE, last, as_written=written)
    typed = _text(cells.get("Due"))
    known = read_plan_due(typed, on=on) if typed else Due()
    return replace(known, as_written=written or known.as_written)


def _sections(rows: Sequence[Row]) -> Iterator[PlanSection]:
    parts: dict[str, PlanSection] = {}
    for row in rows:
        part, number, heading, kind, label, level, style, start, text, presenter = (*row, *[None] * 10)[:10]
        key = _text(part)
        section = parts.setdefault(key, PlanSection(_maybe(number), _maybe(heading)))
        if _text(kind):
            entry = _entry(_kind(_text(kind)), label, level, style, start, _text(text), presenter)
            parts[key] = replace(section, entries=(*section.entries, entry))
    yield from parts.values()


def _kind(words: str) -> str:
    return next((kind for kind in ENTRY_KINDS if write(kind) == words), words)


def _entry(kind: str, label: Any, level: Any, style: Any, start: Any, text: str, presenter: Any) -> Entry:
    if kind == Bullet.kind:
        return Bullet(text, _whole(level) or 1)
    if kind == Numbered.kind:
        return Numbered(text, _whole(level) or 1, _maybe(style), _whole(start))
    if kind == Subheading.kind:
        return Subheading(text, _maybe(label), _maybe(presenter))
    return Paragraph(text, _maybe(label))


def _day(cell: Any) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    return cell if isinstance(cell, date) else read_date(cell.strip()) if isinstance(cell, str) else None


def _whole(cell: Any) -> int | None:
    words = _text(cell)
    return int(words) if re.fullmatch(r"[1-9]\d{0,3}", words) else None


def _maybe(cell: Any) -> str | None:
    return None if cell is None else _text(cell)


def _text(cell: Any) -> str:
    """Return a cell as words: whole numbers without a point, everything that no page can print left out."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    words = str(printable(str(cell)))
    if len(words) > LONGEST_TEXT:
        raise UserError(
            say("A cell of the workbook has more than {longest_text:,} letters: shorten it.", longest_text=LONGEST_TEXT)
        )
    return words


def _shown(cell: Any) -> str:
    """Return a cell of any table as read: days as British clerks write them."""
    if isinstance(cell, datetime) and cell.time() == time():
        cell = cell.date()
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else _text(cell)
