"""The neutral tree of a document: blocks in reading order, each made of runs of text; the writers only typeset it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum
from typing import TypeAlias

from wibdesk.documents.charts.chart import Picture as ChartPicture
from wibdesk.domain.actions import LogAction


@dataclass(frozen=True)
class Run:
    """A stretch of words with one look; `link` is an address that a reader may follow.

    `language` is the words' own where it differs from the document's ("cy").
    """

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    link: str | None = None
    language: str | None = None


Runs: TypeAlias = tuple[Run, ...]


class Role(StrEnum):
    """What a paragraph is, which decides its style on the page."""

    BODY = "body"
    LEAD = "lead"
    DETAIL = "detail"
    ATTENDANCE = "attendance"
    """Below the title lines, run on: who was there, or what is asked of who comes."""
    ITEM_DETAIL = "item_detail"
    MARKER = "marker"
    DECISION = "decision"
    ACTION = "action"
    NOTE = "note"
    """Small and quiet: the key of a table, a remark below it."""
    FENCE = "fence"
    """A mark for another program, which must stand alone and unchanged (`<AI1>`)."""


class TableKind(StrEnum):
    """What a table shows: `lines` sets names beside posts without rules, `plan` draws rules only where a row begins."""

    GRID = "grid"
    LINES = "lines"
    PLAN = "plan"


@dataclass(frozen=True)
class Heading:
    """A heading at level 1 to 3; `number` stands before the words, `capitals` is a matter of looks alone."""

    level: int
    runs: Runs
    number: str | None = None
    capitals: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `label` is a printed number that hangs before it, `capitals` a matter of looks alone."""

    runs: Runs
    role: Role = Role.BODY
    label: str | None = None
    capitals: bool = False


@dataclass(frozen=True)
class ListItem:
    """A line of a list at level 1 to 3.

    `label` is what stands before it as read. A numbered line names its `style` ("(a)"), its `number` and the
    `sequence` that it counts in; every sequence of a document counts on its own. Both are None for a bullet.
    """

    runs: Runs
    label: str
    level: int = 1
    style: str | None = None
    number: int = 1
    sequence: int = 0


@dataclass(frozen=True)
class ListBlock:
    """Neighbouring lines of lists, which may be nested."""

    items: tuple[ListItem, ...]


@dataclass(frozen=True)
class Table:
    """A table; `header` is empty where the columns have no names, `widths` are shares of the page's width.

    With `row_headers` the first cell of each row names the row. `row_height` is the least height of a row in points,
    for a table that is written on by hand; 0 leaves it to the words.
    """

    rows: tuple[tuple[Runs, ...], ...]
    widths: tuple[float, ...]
    header: tuple[str, ...] = ()
    caption: str | None = None
    kind: TableKind = TableKind.GRID
    row_headers: bool = False
    row_height: float = 0.0


@dataclass(frozen=True)
class Signature:
    """A line to sign on for each label."""

    words: str
    labels: tuple[str, ...]


@dataclass(frozen=True)
class WritingLines:
    """Ruled lines to write on by hand; None fills the rest of the page. They say nothing to a reader of words."""

    count: int | None = None


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True)
class ChartBlock:
    """A chart, as wide as the page; `words` say all that it shows to who cannot see it."""

    picture: ChartPicture
    words: str


Block: TypeAlias = Heading | Paragraph | ListBlock | Table | ChartBlock | Signature | WritingLines | PageBreak


@dataclass(frozen=True)
class Picture:
    """A picture as its file's bytes; `form` is png, jpeg or svg, `words` say what it shows to who cannot see it."""

    data: bytes
    form: str
    words: str


Cell: TypeAlias = str | int | float | date | None


@dataclass(frozen=True)
class SheetColumn:
    """A column of a spreadsheet: its name, and its width in letters."""

    name: str
    width: float = 16.0


@dataclass(frozen=True)
class Sheet:
    """The same facts as rows of values, for a spreadsheet: dates are dates and numbers are numbers."""

    name: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class CalendarEntry:
    """A day for a calendar file, the whole of it where no `start` is known; times are local.

    `uid` is the same in every file that tells of it; `cancelled` takes it out of the calendars that hold it.
    """

    uid: str
    words: str
    day: date
    start: time | None = None
    end: time | None = None
    place: str = ""
    about: str = ""
    cancelled: bool = False


@dataclass(frozen=True)
class Document:
    """A whole document. `status` prints in the running header, `remarks` and `left_out` tell the clerk, not the reader.

    `stamp` is the moment in the file's own properties (seconds since 1970), so that the same input gives equal bytes.
    `logo` stands at the head of the first page, `template` is the body's own Word file to write into, `sheets` is what
    a spreadsheet shows, `dates` what a calendar does, `actions` what is listed as data. `language` is that of every
    word that no run says otherwise of. `tight` asks a PDF file for narrow margins and lines close together.
    """

    title: str
    subject: str
    author: str
    header: str
    blocks: tuple[Block, ...]
    status: str | None = None
    language: str = "en-GB"
    stamp: int = 0
    remarks: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    landscape: bool = False
    tight: bool = False
    logo: Picture | None = None
    template: bytes | None = None
    sheets: tuple[Sheet, ...] = ()
    dates: tuple[CalendarEntry, ...] = ()
    actions: tuple[LogAction, ...] = ()


def plain(text: str, *, bold: bool = False) -> Runs:
    """Return the words as runs of one look; nothing for no words."""
    return (Run(with_line_ends(text), bold=bold),) if text else ()


def with_line_ends(text: str) -> str:
    """Return the text with every kind of line end as the one that the writers know."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def words_of(runs: Runs) -> str:
    """Return the words alone."""
    return "".join(run.text for run in runs)


def joined(*parts: Runs, by: str = "") -> Runs:
    """Join the parts that say anything, with the words `by` between."""
    out: list[Run] = []
    for part in (p for p in parts if p):
        if out and by:
            out.append(Run(by))
        out.extend(part)
    return tuple(out)


def bold(runs: Runs) -> Runs:
    """Return the runs in bold."""
    return tuple(replace(run, bold=True) for run in runs)


def texts(document: Document) -> Iterator[str]:
    """Yield the words of every block in reading order, as a reader meets them."""
    for block in document.blocks:
        yield from block_texts(block)


def block_texts(block: Block) -> Iterator[str]:
    """Yield the words of one block in reading order."""
    if isinstance(block, Heading):
        yield " ".join(filter(None, (block.number, words_of(block.runs))))
    elif isinstance(block, Paragraph):
        yield " ".join(filter(None, (block.label, words_of(block.runs))))
    elif isinstance(block, ListBlock):
        yield from (f"{item.label} {words_of(item.runs)}" for item in block.items)
    elif isinstance(block, Table):
        yield from filter(None, (block.caption, *block.header))
        yield from (words_of(cell) for row in block.rows for cell in row if cell)
    elif isinstance(block, Signature):
        yield from (block.words, *block.labels)
