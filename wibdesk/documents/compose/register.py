"""Composes the attendance register: people by meetings in letters with a printed key, and percentages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from wibdesk.documents.compose.body_paper import body_document
from wibdesk.documents.document import (
    Block,
    Cell,
    Document,
    Heading,
    Paragraph,
    Role,
    Runs,
    Sheet,
    SheetColumn,
    Table,
    joined,
    plain,
)
from wibdesk.documents.names import Names
from wibdesk.documents.wording import sheet_column
from wibdesk.domain.attendance_register import Mark, Register, RegisterLine, register_of
from wibdesk.domain.date_forms import Forms
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.meetings import Meeting, MeetingDetails
from wibdesk.domain.paper_words import to_write, write, write_counted

MOST_MEETINGS = 8
"""Meetings side by side; a longer register goes on in another table below."""
_NAME, _TOTALS, _FEW_MEETINGS = 24.0, 19.0, 6
_SHEET_FORMS = Forms()
_WHO = ((to_write("Name"), 30), (to_write("Organisation"), 28), (to_write("Capacity"), 16))
_SUMS = ((to_write("Attended"), 10), (to_write("Due"), 8), (to_write("Per cent"), 10))
_PRESENCE = (
    (to_write("Date"), 12),
    (to_write("Meeting"), 10),
    (to_write("Name"), 30),
    (to_write("Organisation"), 28),
    (to_write("Group"), 15),
    (to_write("Status"), 12),
    (to_write("Deputy for"), 30),
)
_NO_ATTENDANCE = to_write("No attendance has been recorded.")
_RULE = to_write(
    "Attendance is counted out of the meetings to which a person was due as a member. To be away counts as due, also "
    "where a deputy was sent. A meeting before joining, after leaving, or for which nothing is recorded does not count."
)


def compose_register(body_name: str, meetings: Sequence[Meeting], style: HouseStyle, *, today: date) -> Document:
    """Compose the register of the meetings, given oldest first."""
    register = _as_printed(register_of(meetings), Names(style))
    blocks: list[Block] = [Paragraph(plain(_span(meetings, style)), Role.DETAIL)]
    if register.members or register.others:
        blocks += [Paragraph(plain(_key(register)), Role.NOTE), Paragraph(plain(write(_RULE)), Role.NOTE)]
    elif meetings:
        blocks.append(Paragraph(plain(write(_NO_ATTENDANCE))))
    if register.members:
        blocks += [_heading(write("Members"), style), *_members(register.members, meetings, style.forms)]
    if register.others:
        blocks += [
            _heading(write("Deputies, in attendance and observers"), style),
            *_others(register.others, meetings, style.forms),
        ]
    sheets = (_register_sheet(register, meetings), _presence_sheet(meetings))
    return body_document(body_name, write("Attendance register"), today, blocks, style, sheets=sheets)


def _as_printed(register: Register, names: Names) -> Register:
    groups = (register.members, register.others)
    return Register(*(tuple(replace(line, name=names.listed(line.name)) for line in group) for group in groups))


def _heading(words: str, style: HouseStyle) -> Block:
    return Heading(2, plain(words), capitals=style.capital_headings)


def _span(meetings: Sequence[Meeting], style: HouseStyle) -> str:
    if not meetings:
        return write("No meeting has been held yet.")
    days = [meeting.details.date for meeting in meetings if meeting.details.date]
    ends = list(dict.fromkeys(style.forms.plain(day) for day in (days[:1] + days[-1:])))
    span = write("{start} to {end}", start=ends[0], end=ends[1]) if len(ends) > 1 else "".join(ends)
    words = (
        write_counted(len(meetings), "one meeting", "{number} meetings") if len(meetings) > 1 else write("One meeting")
    )
    return f"{words}, {span}" if span else words


def _key(register: Register) -> str:
    """Return what the letters mean that stand in the register."""
    used = {mark for line in (*register.members, *register.others) for mark in line.marks}
    return write("Key: {marks}.", marks="; ".join(f"{mark.letter} {mark.words}" for mark in Mark if mark in used))


@dataclass(frozen=True)
class _Column:
    """A column of the grid: a cell for each person, and one for the last row where there is one."""

    name: str
    width: float
    cells: tuple[str, ...]


def _members(lines: Sequence[RegisterLine], meetings: Sequence[Meeting], forms: Forms) -> list[Block]:
    sittings = [
        _Column(
            _day(meeting.details, forms),
            0,
            (*(line.marks[n].letter for line in lines), _turnout([line.marks[n] for line in lines])),
        )
        for n, meeting in enumerate(meetings)
    ]
    totals = (
        _Column(
            write("Attended"), 10, (*(write("{some} of {all}", some=line.attended, all=line.due) for line in lines), "")
        ),
        _Column(write("Per cent"), 9, (*("–" if line.per_cent is None else f"{line.per_cent}%" for line in lines), "")),
    )
    return _tables([*map(_who, lines), plain(write("Members present"), bold=True)], sittings, totals)


def _turnout(marks: Sequence[Mark]) -> str:
    return write("{some} of {all}", some=marks.count(Mark.PRESENT), all=sum(mark.due for mark in marks))


def _others(lines: Sequence[RegisterLine], meetings: Sequence[Meeting], forms: Forms) -> list[Block]:
    sittings = [
        _Column(_day(meeting.details, forms), 0, tuple(line.marks[n].letter for line in lines))
        for n, meeting in enumerate(meetings)
    ]
    return _tables(
        [*map(_who, lines)], sittings, (_Column(write("Attended"), 10, tuple(str(x.attended) for x in lines)),)
    )


def _tables(names: Sequence[Runs], sittings: Sequence[_Column], totals: Sequence[_Column]) -> list[Block]:
    """Return the grid, in parts of like width where the meetings are many; the totals stand in the last.

    Where the columns are narrow they are so in every part, so that each date breaks alike: the names have the rest.
    """
    parts = -(-len(sittings) // MOST_MEETINGS)
    bounds = [round(n * len(sittings) / parts) for n in range(parts + 1)]
    width = (100 - _NAME - _TOTALS) / max(bounds[1], _FEW_MEETINGS)
    blocks: list[Block] = []
    for start, stop in pairwise(bounds):
        last = totals if stop == len(sittings) else ()
        columns = (*(replace(column, width=width) for column in sittings[start:stop]), *last)
        spare = _TOTALS - sum(column.width for column in last) if len(sittings) > _FEW_MEETINGS else 0
        blocks.append(
            Table(
                tuple((name, *(plain(c.cells[n]) for c in columns)) for n, name in enumerate(names)),
                (_NAME + spare, *(column.width for column in columns)),
                (write("Name"), *(column.name for column in columns)),
                write("Meetings {first} to {last} of {all}", first=start + 1, last=stop, all=len(sittings))
                if parts > 1
                else None,
                row_headers=True,
            )
        )
    return blocks


def _who(line: RegisterLine) -> Runs:
    return joined(plain(line.name), plain(line.organisation), by="\n")


def _day(details: MeetingDetails, forms: Forms) -> str:
    """Return what heads the column of a meeting, short enough for a narrow one."""
    return forms.compact(details.date) if details.date else details.ref or write("No date")


def _register_sheet(register: Register, meetings: Sequence[Meeting]) -> Sheet:
    """Return the grid with its totals as numbers."""
    columns = [sheet_column(*named) for named in _WHO]
    taken: set[str] = set()
    for meeting in meetings:
        columns.append(SheetColumn(_unused(_day(meeting.details, _SHEET_FORMS), taken), 12))
    columns += [sheet_column(*named) for named in _SUMS]
    rows: list[tuple[Cell, ...]] = []
    for capacity, lines in ((to_write("Member"), register.members), (to_write("Not a member"), register.others)):
        for line in lines:
            due: tuple[Cell, Cell] = (line.due, line.per_cent) if capacity == "Member" else (None, None)
            rows.append(
                (
                    line.name,
                    line.organisation,
                    write(capacity),
                    *(mark.letter for mark in line.marks),
                    line.attended,
                    *due,
                )
            )
    return Sheet(write("Register"), tuple(columns), tuple(rows))


def _unused(words: str, taken: set[str]) -> str:
    """Name a column so that no two of the sheet have one name."""
    found, serial = words, 1
    while found in taken:
        serial += 1
        found = f"{words} ({serial})"
    taken.add(found)
    return found


def _presence_sheet(meetings: Sequence[Meeting]) -> Sheet:
    """Return a row for each person at each meeting, to count by other rules than ours."""
    columns = tuple(sheet_column(*named) for named in _PRESENCE)
    rows = tuple(
        (
            meeting.details.date, meeting.details.ref, person.shown, person.organisation or "", person.group.words,
            person.status.words, ", ".join(person.deputy_for),
        )
        for meeting in meetings for person in meeting.attendance
    )  # fmt: skip
    return Sheet(write("Who was there"), columns, rows)
