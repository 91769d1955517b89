"""The entries of a minute as blocks: their order, wording and numbering; private notes never become one."""

import re
from collections.abc import Iterable
from functools import singledispatchmethod
from urllib.parse import quote

from wibdesk.documents import wording
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
    bold,
    joined,
    plain,
    with_line_ends,
)
from wibdesk.domain import entries as minute
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.numbering import BULLETS, Counter, label, number_style
from wibdesk.domain.rich_text import to_spans

MOST_COLUMNS = 16
"""Columns of a table side by side: more would leave no room for words, and Word itself ends at 63."""

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
    """Turns entries into blocks in one house style; numbering runs through one document."""

    def __init__(self, style: HouseStyle, *, heading_level: int = 3) -> None:
        self._style = style
        self._heading_level = heading_level
        self._counter = Counter()
        self._blocks: list[Block] = []
        self._lines: list[ListItem] = []
        self._before: minute.Entry | None = None

    def blocks(self, entries: Iterable[minute.Entry]) -> tuple[Block, ...]:
        """Return the entries as blocks in their order."""
        self._blocks, self._before = [], None
        for entry in entries:
            if isinstance(entry, minute.PrivateNote):
                continue
            self._put(entry)
            self._before = entry
        self._end_list()
        return tuple(self._blocks)

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
        self._paragraph(runs_of(entry.text), label=entry.label)

    @_put.register
    def _(self, entry: minute.Subheading) -> None:
        presenter = plain(f" – {entry.presenter}") if entry.presenter else ()
        runs = joined(runs_of(entry.text), presenter)
        if runs or entry.label:
            self._add(Heading(self._heading_level, runs, entry.label or None))

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
        marker = plain(_labelled(entry.marker), bold=True)
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
        if not self._style.actions_as_list:
            self._paragraph(*labelled_action(entry, self._style), role=Role.ACTION)
            return
        if not isinstance(self._before, minute.Action):
            self._paragraph(plain(self._style.actions_heading, bold=True), role=Role.MARKER)
        self._bulleted_line(dashed_action(entry, self._style), 1)

    @_put.register
    def _(self, entry: minute.Declaration) -> None:
        self._paragraph(plain(wording.declaration_words(entry)))

    @_put.register
    def _(self, entry: minute.Amendment) -> None:
        self._paragraph(plain(wording.amendment_words(entry)))

    @_put.register
    def _(self, entry: minute.Vote) -> None:
        self._paragraph(plain("Vote: ", bold=True), plain(" ".join(wording.vote_words(entry))))


def _labelled(marker: str) -> str:
    return marker if not marker or marker.rstrip().endswith((":", "–", "-", "—")) else f"{marker}:"


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


def _status(entry: minute.Action) -> str:
    return "" if entry.status is minute.Progress.OPEN else entry.status.words


def labelled_action(entry: minute.Action, style: HouseStyle) -> tuple[Runs, ...]:
    """Return an action as `Action 3.1: … / Owner: … Due: …`, each field behind its label."""
    head = bold(plain(f"Action {entry.ref}: " if entry.ref else "Action: "))
    fields = {
        "Owners" if len(entry.owners) > 1 else "Owner": style.owners_joined_by.join(entry.owners),
        "Due": wording.due_words(entry.due, entry.text),
        "Status": _status(entry),
    }
    said = [joined(plain(f"{name}: ", bold=True), plain(words)) for name, words in fields.items() if words]
    return (head, runs_of(entry.text), plain("\n") if said else (), joined(*said, by="   "))


def dashed_action(entry: minute.Action, style: HouseStyle) -> Runs:
    """Return an action as `3.1 … – owner, due …`."""
    due = wording.due_words(entry.due, entry.text)
    said = (
        style.owners_joined_by.join(entry.owners),
        f"due {_LEADING.sub('', due)}" if due else "",
        _status(entry).lower(),
    )
    after = ", ".join(filter(None, said))
    reference = plain(f"{entry.ref} ", bold=True) if entry.ref else ()
    return joined(reference, runs_of(entry.text), plain(f" – {after}") if after else ())


_LEADING = re.compile(r"^due\s+", re.IGNORECASE)
