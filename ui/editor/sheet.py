"""The sheet as a value: the entries of an item and where the caret stands. Nothing here knows Qt."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ui.editor.lines import Line, blank, line_count, lines_of, markup_of, with_line, words_of
from wibdesk.domain.entries import Decision, Entry, Table

if TYPE_CHECKING:
    from wibdesk.domain.rich_text import Span


@dataclass(frozen=True)
class Spot:
    """A place in the sheet: an entry, one of its lines, and how many characters stand before it in that line."""

    entry: str
    part: int = 0
    offset: int = 0


@dataclass(frozen=True)
class Caret:
    """Where the caret stands; `anchor` is the other end of what is selected, None when nothing is."""

    at: Spot
    anchor: Spot | None = None


@dataclass(frozen=True)
class Sheet:
    """A state of the editor, to show and to return to."""

    entries: tuple[Entry, ...]
    caret: Caret

    def index(self, entry_id: str) -> int:
        """Return the position of an entry in the sheet."""
        return next(n for n, entry in enumerate(self.entries) if entry.id == entry_id)

    def current(self) -> Entry:
        """Return the entry in which the caret stands."""
        return self.entries[self.index(self.caret.at.entry)]

    def selection(self) -> tuple[Spot, Spot]:
        """Return both ends of the selection in reading order, twice the caret when there is none."""
        one, other = self.caret.at, self.caret.anchor or self.caret.at
        return (one, other) if self._order(one) <= self._order(other) else (other, one)

    def selected(self) -> tuple[int, int]:
        """Return the positions of the first and the last entry that the selection touches."""
        first, last = self.selection()
        start, end = self.index(first.entry), self.index(last.entry)
        # A selection that ends before the first letter of an entry does not mean that entry.
        return (start, end - 1) if end > start and (last.part, last.offset) == (0, 0) else (start, end)

    def with_entry(self, entry: Entry) -> "Sheet":
        """Return the sheet with the entry of the same id replaced."""
        return replace(self, entries=tuple(entry if e.id == entry.id else e for e in self.entries))

    def _order(self, spot: Spot) -> tuple[int, int, int]:
        return self.index(spot.entry), spot.part, spot.offset


def sheet_of(entries: Sequence[Entry], caret: Caret | None = None) -> Sheet:
    """Return a sheet to type in: never empty, never ending in a table, the caret at the end unless given and found."""
    kept = tuple(entries)
    if not kept or isinstance(kept[-1], Table):
        kept = (*kept, blank())
    sheet = Sheet(kept, Caret(end_of(kept[-1])))
    return replace(sheet, caret=caret) if caret is not None and _stands(sheet, caret) else sheet


def _stands(sheet: Sheet, caret: Caret) -> bool:
    """Say whether the places of a caret are there."""
    by_id = {entry.id: entry for entry in sheet.entries}
    for spot in (caret.at, caret.anchor or caret.at):
        entry = by_id.get(spot.entry)
        if entry is None or spot.part >= line_count(entry):
            return False
        if spot.offset > len(words_of(lines_of(entry)[spot.part])):
            return False
    return True


def end_of(entry: Entry) -> Spot:
    """Return the place after the last character of an entry."""
    lines = lines_of(entry)
    return Spot(entry.id, len(lines) - 1, len(words_of(lines[-1])))


def cut(line: Line, start: int, end: int | None = None) -> Line:
    """Return a stretch of a line."""
    out: list[Span] = []
    at = 0
    for span in line:
        text = span.text[max(0, start - at) : None if end is None else max(0, end - at)]
        at += len(span.text)
        if text:
            out.append(replace(span, text=text))
    return tuple(out)


def joined(*lines: Line) -> Line:
    """Return lines as one; neighbours of the same look become one span."""
    out: list[Span] = []
    for span in (span for line in lines for span in line):
        if out and replace(out[-1], text="") == replace(span, text=""):
            out[-1] = replace(span, text=out[-1].text + span.text)
        else:
            out.append(span)
    return tuple(out)


def with_lines(entry: Entry, lines: Sequence[Line]) -> Entry:
    """Return the entry with these lines; only a decision can have another number of lines than it had."""
    if not isinstance(entry, Decision):
        for part, line in enumerate(lines):
            entry = with_line(entry, part, line)
        return entry
    if len(lines) == line_count(entry):
        parts = entry.parts or ("",)
        shown = lines_of(entry)
        fresh = tuple(parts[n] if line == shown[n] else markup_of(line) for n, line in enumerate(lines))
        return entry if fresh == parts else replace(entry, parts=fresh)
    return replace(entry, parts=tuple(markup_of(line) for line in lines))
