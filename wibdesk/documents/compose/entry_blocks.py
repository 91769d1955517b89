"""The entries of a minute as blocks: their order, wording and numbering; private notes never become one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatchmethod
from itertools import count
from urllib.parse import quote

from wibdesk.documents.compose.action_blocks import ActionForms, Described, with_action_column
from wibdesk.documents.document import (
    Block,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Role,
    Run,
    Runs,
    Table,
    joined,
    plain,
    with_line_ends,
)
from wibdesk.documents.names import Names
from wibdesk.domain import entries as minute
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.numbering import BULLETS, Counter, label, number_style
from wibdesk.domain.paper_words import write
from wibdesk.domain.rich_text import to_spans
from wibdesk.domain.sentences import Structured, printed_sentence

MOST_COLUMNS = 16
"""Columns of a table side by side: more would leave no room for words, and Word itself ends at 63."""

_SIGNS = (":", "–", "-", "—")
_FOLLOWABLE = re.compile(r"(?:https?|mailto|tel):\S", re.IGNORECASE)
_KEPT_IN_ADDRESSES = ":/?#[]@!$&'()*+,;=%~"


def runs_of(markup: str) -> Runs:
    """Return marked-up text as runs; an address that no reader should follow stands in brackets as words."""
    out: list[Run] = []
    for span in to_spans(with_line_ends(markup)):
        address = span.link
        safe = address is None or _FOLLOWABLE.match(address)
        text = span.text if safe else f"{span.text} ({address})"
        link = quote(address, safe=_KEPT_IN_ADDRESSES, errors="replace") if address and safe else None
        out.append(Run(text, span.bold, span.italic, span.underline and link is None, link))
    return tuple(out)


class EntryBlocks:
    """Turns entries into blocks in one house style; numbering runs through one document.

    With `actions_at_end` a style that gathers all actions in one table has them left out here: whoever asks for that
    prints them. Without it they stand in a table where they were agreed, so that none is ever lost.
    """

    def __init__(self, style: HouseStyle, names: Names | None = None, *, actions_at_end: bool = False) -> None:
        self._style = style
        self._names = names or Names(style)
        self._actions = ActionForms(style, self._names)
        self._at_end = actions_at_end and style.actions == "end"
        self._counter = Counter()
        self._blocks: list[Block] = []
        self._lines: list[ListItem] = []
        self._rows: list[Described] = []
        self._beside: dict[int, Runs] = {}
        self._labels: Iterator[str] = iter(())
        self._before: minute.Entry | None = None

    def blocks(self, entries: Iterable[minute.Entry], number: str | None = None) -> tuple[Block, ...]:
        """Return the entries as blocks in their order; `number` is that of their item, for numbered paragraphs."""
        told = [entry for entry in entries if not isinstance(entry, minute.PrivateNote)]
        self._blocks, self._beside, self._before = [], {}, None
        self._labels = _paragraph_labels(told, number if self._style.numbered_paragraphs else None)
        for entry in told:
            self._put(entry)
            self._before = entry
        self._end_list()
        return tuple(with_action_column(self._blocks, self._beside))

    @singledispatchmethod
    def _put(self, entry: minute.Entry) -> None:
        raise TypeError(f"no form on the page for {entry.kind}")

    def _add(self, block: Block) -> None:
        self._end_list()
        self._blocks.append(block)

    def _end_list(self) -> None:
        if self._lines:
            self._blocks.append(ListBlock(tuple(self._lines)))
            self._lines = []
        self._counter.interrupt()

    def _paragraph(self, *parts: Runs, role: Role = Role.BODY, label: str | None = None) -> None:
        runs = joined(*parts)
        if runs or label:
            self._add(Paragraph(runs, role, label or None))

    def _numbered_line(self, runs: Runs, level: int, style: str, start: int | None) -> None:
        sequence, number = self._counter.next(level, style, start)
        self._lines.append(ListItem(runs, label(style, number), level, style, number, sequence))

    def _bulleted_line(self, runs: Runs, level: int) -> None:
        self._counter.interrupt(level)
        self._lines.append(ListItem(runs, BULLETS[level - 1], level))

    @_put.register
    def _(self, entry: minute.Paragraph) -> None:
        runs = runs_of(entry.text)
        self._paragraph(runs, label=entry.label or (next(self._labels, None) if runs else None))

    @_put.register
    def _(self, entry: minute.Subheading) -> None:
        presenter = plain(f" – {entry.presenter}") if entry.presenter else ()
        runs = joined(runs_of(entry.text), presenter)
        if runs or entry.label:
            self._add(Heading(3, runs, entry.label or None))

    @_put.register
    def _(self, entry: minute.Bullet) -> None:
        self._bulleted_line(runs_of(entry.text), entry.level)

    @_put.register
    def _(self, entry: minute.Numbered) -> None:
        self._numbered_line(runs_of(entry.text), entry.level, number_style(entry.style), entry.start)

    @_put.register
    def _(self, entry: minute.Table) -> None:
        tables = entry_tables(entry)
        for table in tables:
            self._add(table)
        if entry.caption and not tables:
            self._paragraph(plain(entry.caption))

    @_put.register
    def _(self, entry: minute.Decision) -> None:
        parts = [runs_of(part) for part in entry.parts]
        marker = plain(_marker(entry.marker, self._style), bold=True)
        several = len(parts) > 1 or entry.style is not None
        if not several and not self._style.marker_on_own_line:
            self._paragraph(marker, plain(" ") if marker else (), *parts, role=Role.DECISION)
            return
        self._paragraph(marker, role=Role.MARKER)
        if several:
            style = number_style(entry.style or self._style.part_style)
            for n, part in enumerate(parts):
                self._numbered_line(part, 1, style, 1 if n == 0 else None)
            self._end_list()
        else:
            self._paragraph(*parts, role=Role.DECISION)

    @_put.register
    def _(self, entry: minute.Action) -> None:
        text = runs_of(entry.text)
        match self._style.actions:
            case "list":
                self._action_heading()
                self._bulleted_line(self._actions.dashed(entry, text), 1)
            case "table" | "end":
                if not self._at_end:
                    self._action_heading()
                    self._row((entry, text, ""))
            case "column":
                self._paragraph(self._actions.referenced(entry, text), role=Role.ACTION)
                self._beside[len(self._blocks) - 1] = self._actions.beside(entry)
            case "inline":
                self._paragraph(self._actions.in_line(entry, text))
            case "paragraph":
                self._paragraph(self._actions.labelled(entry, text), role=Role.ACTION)

    def _action_heading(self) -> None:
        """Head a run of neighbouring actions."""
        if not isinstance(self._before, minute.Action):
            self._paragraph(plain(self._style.actions_heading, bold=True), role=Role.MARKER)

    def _row(self, described: Described) -> None:
        """Add an action to the table of its neighbours, which stands last, or begin one."""
        if isinstance(self._before, minute.Action):
            self._rows.append(described)
            self._blocks[-1] = self._actions.table(self._rows)
        else:
            self._rows = [described]
            self._add(self._actions.table(self._rows))

    @_put.register(minute.Declaration)
    @_put.register(minute.Amendment)
    def _(self, entry: minute.Declaration | minute.Amendment) -> None:
        self._paragraph(plain(self._sentence(entry)))

    @_put.register
    def _(self, entry: minute.Vote) -> None:
        words = self._sentence(entry)
        self._paragraph(plain(write("Vote: ") if words else "", bold=True), plain(words))

    def _sentence(self, entry: Structured) -> str:
        return printed_sentence(entry, self._style.forms, self._names.named)


def _paragraph_labels(entries: Sequence[minute.Entry], number: str | None) -> Iterator[str]:
    """Yield 33.1, 33.2 and so on for the item 33, but for those that the clerk gave to a line; nothing for None."""
    if not number:
        return iter(())
    given = {entry.label for entry in entries if isinstance(entry, minute.Paragraph | minute.Subheading)}
    labels = (f"{number}.{n}" for n in count(1))
    return (label for label in labels if label not in given)


def _marker(words: str, style: HouseStyle) -> str:
    """Return `Resolved:` or `RESOLVED –`; a sign that the clerk typed stays."""
    said = write(words).upper() if style.marker_capitals else write(words)
    return said if not said or said.rstrip().endswith(_SIGNS) else f"{said}{style.marker_end}"


def entry_tables(entry: minute.Table) -> tuple[Table, ...]:
    """Return the table with every row as wide as the widest and columns sized by their words; none without cells.

    A table of more columns than a page can hold goes on as another, below, with the columns that are left.
    """
    columns = max((len(entry.header), *(len(row) for row in entry.rows)), default=0)
    header = (*entry.header, *("",) * (columns - len(entry.header))) if entry.header else ()
    rows = [(*row, *("",) * (columns - len(row))) for row in entry.rows]
    return tuple(
        _part(header[at : at + MOST_COLUMNS], [row[at : at + MOST_COLUMNS] for row in rows], None if at else entry)
        for at in range(0, columns, MOST_COLUMNS)
    )


def _part(header: tuple[str, ...], rows: list[tuple[str, ...]], captioned: minute.Table | None) -> Table:
    cells = tuple(tuple(runs_of(cell) for cell in row) for row in rows)
    caption = (captioned.caption or None) if captioned else None
    return Table(cells, _widths(header, rows), header, caption)


def _widths(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> tuple[float, ...]:
    """Share the page by the longest cell of each column, within bounds that keep every column readable."""
    longest = [8] * len(rows[0] if rows else header)
    for row in (header, *rows):
        for n, cell in enumerate(row):
            longest[n] = max(longest[n], min(len(cell), 48))
    return tuple(float(n) for n in longest)
