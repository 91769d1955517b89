"""The sheet as a Qt document: writes entries into blocks, only where they differ, and reads typed lines back."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from ui.editor.formats import ENTRY, Formats, from_qt, in_qt, merged, span_of
from ui.editor.lines import Line, columns_of, grid, line_count, lines_of
from ui.editor.sheet import Spot
from wibdesk.domain.entries import Entry, Table
from wibdesk.domain.rich_text import Span

MOVE = QTextCursor.MoveOperation
KEEP = QTextCursor.MoveMode.KeepAnchor


class Page:
    """Keeps a document equal to the entries shown; every line is one block, in the order of the entries."""

    def __init__(self, document: QTextDocument, formats: Formats, room: Callable[[Entry], int]) -> None:
        self.document, self.formats, self.room = document, formats, room
        self.entries: tuple[Entry, ...] = ()
        self.starts: dict[str, int] = {}
        self.places: list[tuple[int, int]] = []

    def show(self, entries: Sequence[Entry]) -> None:
        """Write entries into the document where they differ from those shown."""
        old, new = self.entries, tuple(entries)
        head = _common(old, new)
        tail = _common(old[head:][::-1], new[head:][::-1])
        before, after = old[head : len(old) - tail], new[head : len(new) - tail]
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        if old and len(before) == len(after) and all(_same_shape(o, n) for o, n in zip(before, after, strict=True)):
            for o, n in zip(before, after, strict=True):
                self._rewrite(self.starts[o.id], o, n)
        else:
            self._replace(cursor, head, before, after)
        cursor.endEditBlock()
        self.index(new)

    def index(self, entries: Sequence[Entry]) -> None:
        """Note which block is which line of which entry."""
        previous, self.entries = self.entries, tuple(entries)
        if [e.id for e in previous] == [e.id for e in entries] and len(self.places) == sum(map(line_count, entries)):
            return
        self.starts, self.places = {}, []
        for n, entry in enumerate(entries):
            self.starts[entry.id] = len(self.places)
            self.places.extend((n, part) for part in range(line_count(entry)))

    def adopt(self, entries: tuple[Entry, ...]) -> None:
        """Take entries that stand on the page already, line for line, as those shown."""
        self.entries = entries

    def block(self, spot: Spot) -> QTextBlock:
        """Return the block of a line."""
        return self.document.findBlockByNumber(self.starts[spot.entry] + spot.part)

    def position(self, spot: Spot) -> int:
        """Return the place of a spot in the document."""
        block = self.block(spot)
        words = block.text()
        return block.position() + (spot.offset if words.isascii() else _units(words, spot.offset))

    def spot(self, position: int) -> Spot:
        """Return the spot of a place in the document."""
        block = self.document.findBlock(position)
        n, part = self.places[block.blockNumber()]
        words, units = block.text(), position - block.position()
        return Spot(self.entries[n].id, part, units if words.isascii() else _characters(words, units))

    def entry_at(self, block: QTextBlock) -> tuple[Entry, int]:
        """Return the entry of a block, and which of its lines it is."""
        n, part = self.places[block.blockNumber()]
        return self.entries[n], part

    def forget(self) -> None:
        """Empty the document, whatever is in it."""
        self.document.clear()
        self.entries, self.starts, self.places = (), {}, []

    def whole(self) -> bool:
        """Say whether the document still has the blocks that were written."""
        return self.document.blockCount() == len(self.places)

    def refresh(self, entry: Entry, *, words: bool = False) -> None:
        """Format the lines of an entry again, after its room or (with words) the theme changed."""
        block = self.document.findBlockByNumber(self.starts[entry.id])
        if isinstance(entry, Table):
            QTextCursor(block.next()).currentTable().setFormat(self.formats.table(self.room(entry)))
        for part, line in enumerate(lines_of(entry)):
            self._dress(block, entry, part, line if words else None)
            block = block.next()

    def restyle(self) -> None:
        """Format everything again for another theme or text size."""
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        for entry in self.entries:
            self.refresh(entry, words=True)
        cursor.endEditBlock()

    def _rewrite(self, number: int, old: Entry, new: Entry) -> None:
        """Write an entry over another one of the same lines."""
        block = self.document.findBlockByNumber(number)
        dressed = _dress_of(old) != _dress_of(new)
        for part, (was, line) in enumerate(zip(lines_of(old), lines_of(new), strict=True)):
            if was != line or dressed:
                self._dress(block, new, part, line)
            elif part == line_count(new) - 1 or old.id != new.id:
                self._dress(block, new, part, None)
            block = block.next()

    def _dress(self, block: QTextBlock, entry: Entry, part: int, line: Line | None) -> None:
        """Set the format of a block, and its words where a line is given."""
        cursor = QTextCursor(block)
        last = part == line_count(entry) - 1 and not isinstance(entry, Table)
        fmt = self.formats.block(entry, part, self.room(entry) if last else 0)
        if fmt != block.blockFormat():
            cursor.setBlockFormat(fmt)
        if line is None:
            return
        cursor.movePosition(MOVE.EndOfBlock, KEEP)
        cursor.removeSelectedText()
        cursor.setBlockCharFormat(self.formats.words(entry, part, Span("")))
        self._write(cursor, entry, part, line)

    def _write(self, cursor: QTextCursor, entry: Entry, part: int, line: Line) -> None:
        for span in line:
            cursor.insertText(in_qt(span.text), self.formats.words(entry, part, span))

    def _replace(self, cursor: QTextCursor, head: int, before: Sequence[Entry], after: Sequence[Entry]) -> None:
        """Replace whole entries: what was is removed, then each new line is put before what follows."""
        first = sum(map(line_count, self.entries[:head]))
        following = first + sum(map(line_count, before))
        at_end = following >= len(self.places)
        start = self.document.findBlockByNumber(first) if first < len(self.places) else QTextBlock()
        if start.isValid():
            cursor.setPosition(start.position())
            if before:
                self._remove(cursor, following, at_end)
        else:
            cursor.movePosition(MOVE.End)
            if self.entries:
                cursor.insertBlock()
            at_end = True
        for n, entry in enumerate(after):
            self._put(cursor, entry, last=at_end and n == len(after) - 1)
        if at_end and not after and self.entries:
            cursor.deletePreviousChar()

    def _remove(self, cursor: QTextCursor, following: int, at_end: bool) -> None:
        """Remove from the cursor to a block, which keeps its own look."""
        if at_end:
            cursor.movePosition(MOVE.End, KEEP)
            cursor.removeSelectedText()
            return
        block = self.document.findBlockByNumber(following)
        block_format, char_format = block.blockFormat(), block.charFormat()
        cursor.setPosition(block.position(), KEEP)
        cursor.removeSelectedText()
        cursor.setBlockFormat(block_format)
        cursor.setBlockCharFormat(char_format)

    def _put(self, cursor: QTextCursor, entry: Entry, *, last: bool) -> None:
        """Write an entry before the block of the cursor; the last one of the sheet goes into that block."""
        for part, line in enumerate(lines_of(entry)[: 1 if isinstance(entry, Table) else None]):
            following, characters = cursor.blockFormat(), cursor.blockCharFormat()
            only = last and part == line_count(entry) - 1
            if not only and not isinstance(entry, Table):
                cursor.insertBlock(following, characters)
                cursor.movePosition(MOVE.PreviousBlock)
            cursor.setBlockFormat(
                self.formats.block(entry, part, self.room(entry) if part == line_count(entry) - 1 else 0)
            )
            cursor.setBlockCharFormat(self.formats.words(entry, part, Span("")))
            self._write(cursor, entry, part, line)
            if isinstance(entry, Table):
                self._put_cells(cursor, entry)
                cursor.setBlockFormat(following)
                cursor.setBlockCharFormat(characters)
            elif not only:
                cursor.movePosition(MOVE.NextBlock)

    def _put_cells(self, cursor: QTextCursor, entry: Table) -> None:
        """Write the cells behind a caption, and leave the cursor in the block behind the table."""
        rows = grid(entry)
        table = cursor.insertTable(len(rows), columns_of(entry), self.formats.table(self.room(entry)))
        lines, part = lines_of(entry), 1
        for row in range(len(rows)):
            for column in range(columns_of(entry)):
                inside = table.cellAt(row, column).firstCursorPosition()
                inside.setBlockFormat(self.formats.block(entry, part, 0))
                inside.setBlockCharFormat(self.formats.words(entry, part, Span("")))
                self._write(inside, entry, part, lines[part])
                part += 1
        cursor.setPosition(table.lastPosition() + 1)


def read_line(block: QTextBlock) -> Line:
    """Return the words of a block with their looks."""
    spans: list[Span] = []
    walk = block.begin()
    while not walk.atEnd():
        fragment = walk.fragment()
        spans.append(span_of(from_qt(fragment.text()), fragment.charFormat()))
        walk += 1
    return merged(spans) if len(spans) > 1 else tuple(spans)


def entry_id(block: QTextBlock) -> str:
    """Return which entry a block says it belongs to."""
    return str(block.blockFormat().property(ENTRY) or "")


def _units(words: str, characters: int) -> int:
    return characters + sum(char > "\uffff" for char in words[:characters])


def _characters(words: str, units: int) -> int:
    return len(words.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore"))


def _common(one: Sequence[Entry], other: Sequence[Entry]) -> int:
    """Return how many entries two sheets begin with alike."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a is not b and a != b:
            break
        count += 1
    return count


def _shape(entry: Entry) -> object:
    return (columns_of(entry), len(grid(entry))) if isinstance(entry, Table) else line_count(entry)


def _same_shape(old: Entry, new: Entry) -> bool:
    return isinstance(old, Table) == isinstance(new, Table) and _shape(old) == _shape(new)


def _dress_of(entry: Entry) -> object:
    return entry.kind, getattr(entry, "style", None), getattr(entry, "header", None) is None
