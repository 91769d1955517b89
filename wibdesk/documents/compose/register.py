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
from wibdesk.documents.wording import listed
from wibdesk.domain.attendance_register import Mark, Register, RegisterLine, register_of
from wibdesk.domain.date_forms import Forms
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.meetings import Meeting, MeetingDetails

MOST_MEETINGS = 8
"""Meetings side by side; a longer register goes on in another table below."""
_NAME, _TOTALS, _FEW_MEETINGS = 24.0, 19.0, 6
_SHEET_FORMS = Forms()
_NO_ATTENDANCE = "No attendance has been recorded."
_RULE = (
    "Attendance is counted out of the meetings to which a person was due as a member. To be away counts as due, also "
    "where a deputy was sent. A meeting before joining, after leaving, or for which nothing is recorded does not count."
)


def compose_register(body_name: str, meetings: Sequence[Meeting], style: HouseStyle, *, today: date) -> Document:
    """Compose the register of the meetings, given oldest first."""
    register = _as_printed(register_of(meetings), Names(style))
    blocks: list[Block] = [Paragraph(plain(_span(meetings, style)), Role.DETAIL)]
    if register.members or register.others:
        blocks += [Paragraph(plain(_key(register)), Role.NOTE), Paragraph(plain(_RULE), Role.NOTE)]
    elif meetings:
        blocks.append(Paragraph(plain(_NO_ATTENDANCE)))
    if register.members:
        blocks += [_heading("Members", style), *_members(register.members, meetings, style.forms)]
    if register.others:
        blocks += [
            _heading("Deputies, in attendance and observers", style),
            *_others(register.others, meetings, style.forms),
        ]
    sheets = (_register_sheet(register, meetings), _presence_sheet(meetings))
    return body_document(body_name, "Attendance register", today, blocks, style, sheets=sheets)


def _as_printed(register: Register, names: Names) -> Register:
    groups = (register.members, register.others)
    return Register(*(tuple(replace(line, name=names.listed(line.name)) for line in group) for group in groups))


def _heading(words: str, style: HouseStyle) -> Block:
    return Heading(2, plain(words), capitals=style.capital_headings)


def _span(meetings: Sequence[Meeting], style: HouseStyle) -> str:
    if not meetings:
        return "No meeting has been held yet."
    days = [meeting.details.date for meeting in meetings if meeting.details.date]
    span = listed(list(dict.fromkeys(style.forms.plain(day) for day in (days[:1] + days[-1:]))), last=" to ")
    words = f"{len(meetings)} meetings" if len(meetings) > 1 else "One meeting"
    return f"{words}, {span}" if span else words


def _key(register: Register) -> str:
    """Return what the letters mean that stand in the register."""
    used = {mark for line in (*register.members, *register.others) for mark in line.marks}
    return f"Key: {'; '.join(f'{mark} {mark.words}' for mark in Mark if mark in used)}."


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
            (*(line.marks[n] for line in lines), _turnout([line.marks[n] for line in lines])),
        )
        for n, meeting in enumerate(meetings)
    ]
    totals = (
        _Column("Attended", 10, (*(f"{line.attended} of {line.due}" for line in lines), "")),
        _Column("Per cent", 9, (*("–" if line.per_cent is None else f"{line.per_cent}%" for line in lines), "")),
    )
    return _tables([*map(_who, lines), plain("Members present", bold=True)], sittings, totals)


def _turnout(marks: Sequence[Mark]) -> str:
    return f"{marks.count(Mark.PRESENT)} of {sum(mark.due for mark in marks)}"


def _others(lines: Sequence[RegisterLine], meetings: Sequence[Meeting], forms: Forms) -> list[Block]:
    sittings = [
        _Column(_day(meeting.details, forms), 0, tuple(line.marks[n] for line in lines))
        for n, meeting in enumerate(meetings)
    ]
    return _tables([*map(_who, lines)], sittings, (_Column("Attended", 10, tuple(str(x.attended) for x in lines)),))


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
                ("Name", *(column.name for column in columns)),
                f"Meetings {start + 1} to {stop} of {len(sittings)}" if parts > 1 else None,
                row_headers=True,
            )
        )
    return blocks


def _who(line: RegisterLine) -> Runs:
    return joined(plain(line.name), plain(line.organisation), by="\n")


def _day(details: MeetingDetails, forms: Forms) -> str:
    """Return what heads the column of a meeting, short enough for a narrow one."""
    return forms.compact(details.date) if details.date else details.ref or "No date"


def _register_sheet(register: Register, meetings: Sequence[Meeting]) -> Sheet:
    """Return the grid with its totals as numbers."""
    columns = [SheetColumn("Name", 30), SheetColumn("Organisation", 28), SheetColumn("Capacity", 16)]
    taken: set[str] = set()
    for meeting in meetings:
        columns.append(SheetColumn(_unused(_day(meeting.details, _SHEET_FORMS), taken), 12))
    columns += [SheetColumn("Attended", 10), SheetColumn("Due", 8), SheetColumn("Per cent", 10)]
    rows: list[tuple[Cell, ...]] = []
    for capacity, lines in (("Member", register.members), ("Not a member", register.others)):
        for line in lines:
            due: tuple[Cell, Cell] = (line.due, line.per_cent) if capacity == "Member" else (None, None)
            rows.append((line.name, line.organisation, capacity, *map(str, line.marks), line.attended, *due))
    return Sheet("Register", tuple(columns), tuple(rows))


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
    names = (("Date", 12), ("Meeting", 10), ("Name", 30), ("Organisation", 28), ("Group", 15), ("Status", 12))
    columns = (*(SheetColumn(name, width) for name, width in names), SheetColumn("Deputy for", 30))
    rows = tuple(
        (
            meeting.details.date, meeting.details.ref, person.shown, person.organisation or "", person.group.words,
            person.status.value.capitalize(), ", ".join(person.deputy_for),
        )
        for meeting in meetings for person in meeting.attendance
    )  # fmt: skip
    return Sheet("Who was there", columns, rows)
