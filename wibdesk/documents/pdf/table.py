"""A table on pages: its heading row repeats, its rows may be taller than a page.

On a page after the first the heading row is furniture: a reader program has the names of the columns already.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from wibdesk.documents.document import TableKind
from wibdesk.documents.pdf.canvas import PageCanvas
from wibdesk.documents.pdf.pieces import Piece, TextPiece
from wibdesk.documents.pdf.text import Part
from wibdesk.documents.typography import CELL_SIDE, CELL_TOP, RULE, SHADE
from wibdesk.domain.paper_words import to_write, write

TALLEST_HEADER, TALLEST_ROW = 150.0, 230.0
"""Together they fit on any page: what is taller does not repeat, or is split inside."""
_TALLEST_UNIT = 320.0
"""Rows that stay together, no taller than this, fit on any page below such a heading row."""
_CONTINUED = to_write(" (continued)")
_NARROWEST = 1.0
"""Width of a cell that its padding would leave none."""
_RULE_WIDTH = 0.6
_LINE_TOP, _GUTTER = 1.5, 8.0


@dataclass
class Row:
    """A row of a table: its cells, the least height of it, whether an activity begins with it in a plan.

    `again` is the name of the activity where a page begins in the midst of its rows: furniture in the first column.
    """

    cells: tuple[TextPiece, ...]
    least: float = 0.0
    starts: bool = True
    height: float = 0.0
    again: TextPiece | None = None

    def wrap(self, widths: Sequence[float], sides: float, top: float) -> None:
        """Wrap every cell into its column and find the height of the row."""
        for cell, width in zip(self.cells, widths, strict=True):
            cell.wrap(max(width - sides, _NARROWEST))
        self.measure(top)

    def measure(self, top: float) -> None:
        """Find the height from the cells as they are."""
        tallest = max((cell.height for cell in self.cells), default=0.0)
        self.height = max(self.least, tallest, self.again.height if self.again else 0.0) + 2 * top

    def split(self, room: float, top: float) -> "tuple[Row, Row] | None":
        """Split every cell at this height; None where no tall cell has lines to spare above."""
        above: list[TextPiece] = []
        below: list[TextPiece] = []
        moved = False
        for cell in self.cells:
            blank = replace(cell, lines=(), height=0.0)
            if cell.height <= room:
                parts = (cell, blank)
            else:
                found = cell.split(room)
                moved = moved or found is not None
                parts = found or (blank, cell)
            above.append(parts[0])
            below.append(parts[1])
        if not moved:
            return None
        rows = Row(tuple(above), starts=self.starts, again=self.again), Row(tuple(below), starts=False)
        for row in rows:
            row.measure(top)
        return rows


@dataclass
class TablePiece(Piece):
    """Rows under a heading row that may be None; `shares` are the widths of columns, `continued` follows on a page."""

    rows: list[Row] = field(default_factory=list)
    shares: Sequence[float] = ()
    header: Row | None = None
    kind: TableKind = TableKind.GRID
    continued: bool = False
    width: float = 0.0

    @property
    def _padding(self) -> tuple[float, float, float]:
        """The room left and right of the words of a cell, and above and below them."""
        return (0.0, _GUTTER, _LINE_TOP) if self.kind is TableKind.LINES else (CELL_SIDE, CELL_SIDE, CELL_TOP)

    @property
    def _widths(self) -> list[float]:
        return [self.width * share / sum(self.shares) for share in self.shares]

    @property
    def _heads(self) -> list[Row]:
        return [self.header] if self.header else []

    def wrap(self, width: float) -> None:
        """Wrap every row; a heading row that would fill the pages it repeats on stands once, as an ordinary row."""
        self.width = width
        widths, (left, right, top) = self._widths, self._padding
        for row in (*self._heads, *self.rows):
            row.wrap(widths, left + right, top)
        if self.header and self.header.height > TALLEST_HEADER:
            self.rows.insert(0, self.header)
            self.header = None
        self.measure()

    def measure(self) -> None:
        """Find the height from the rows as they are."""
        self.height = sum(row.height for row in (*self._heads, *self.rows))

    @property
    def _units(self) -> list[int]:
        """Where rows begin that stay together: every row, or in a plan every activity that is not too tall for that."""
        if self.kind is not TableKind.PLAN:
            return list(range(len(self.rows)))
        starts = [n for n, row in enumerate(self.rows) if row.starts or not n]
        units: list[int] = []
        for start, end in pairwise((*starts, len(self.rows))):
            units += [start] if self._tall(start, end) <= _TALLEST_UNIT else range(start, end)
        return units

    def _tall(self, start: int, end: int) -> float:
        return sum(row.height for row in self.rows[start:end])

    def _first_end(self) -> int:
        """Return where the first rows end that must stand on one page."""
        units = [*self._units, len(self.rows)]
        return units[1 if self._kept(units[1]) == units[1] else 2]

    def _kept(self, end: int) -> int:
        """Return the row at which to end a page rather than here, so that the last row never stands alone."""
        if end + 1 != len(self.rows):
            return end
        before = max(n for n in self._units if n < end)
        return before if self._tall(before, end + 1) <= _TALLEST_UNIT else end

    def least(self) -> float:
        """Return the height of the heading row and of what must stand below it, or of the first lines of that."""
        heads, first = sum(row.height for row in self._heads), self.rows[0] if self.rows else None
        if first is None:
            return heads
        if first.height <= TALLEST_ROW:
            return heads + self._tall(0, self._first_end())
        return heads + max(cell.least() for cell in first.cells) + 2 * self._padding[2]

    def split(self, room: float) -> "tuple[TablePiece, TablePiece] | None":
        """Split between rows, and inside a row only where it is too tall to be moved."""
        left = room - sum(row.height for row in self._heads)
        fitting = 0
        while fitting < len(self.rows) and self.rows[fitting].height <= left + 0.01:
            left -= self.rows[fitting].height
            fitting += 1
        top, parts = self._padding[2], None
        if fitting < len(self.rows) and self.rows[fitting].height > TALLEST_ROW:
            parts = self.rows[fitting].split(left - 2 * top, top)
        if parts:
            above, below = [*self.rows[:fitting], parts[0]], [parts[1], *self.rows[fitting + 1 :]]
        else:
            end = max((n for n in self._units if n <= fitting), default=0)
            end = self._kept(end) if end else 0
            above, below = self.rows[:end], self.rows[end:]
        if not above or not below:
            return None
        made = replace(self, rows=above, after=0.0), replace(self, rows=self._named(above, below), continued=True)
        for part in made:
            part.measure()
        return made

    def _named(self, above: list[Row], below: list[Row]) -> list[Row]:
        """Return the rows of the next page, the first with the name of its activity where that began before."""
        first = below[0]
        if self.kind is not TableKind.PLAN or first.starts or any(first.cells[0].lines):
            return below
        began = next((row for row in reversed(above) if row.starts or row.again), None)
        name = began and (began.again or _again(began.cells[0], self._widths[0] - sum(self._padding[:2])))
        if not name or name.height > TALLEST_HEADER:
            return below
        named = replace(first, again=name)
        named.measure(self._padding[2])
        return [named, *below[1:]]

    def draw(self, canvas: PageCanvas, x: float, top: float, height: float) -> None:
        """Draw the shade of the heading row, the rules, then row for row the cells."""
        if self.kind is not TableKind.LINES:
            self._draw_rules(canvas, x, top)
        y, (side, _, above) = top, self._padding
        for row in (*self._heads, *self.rows):
            furniture = row is self.header and self.continued
            at = x + side
            if row.again:
                row.again.draw_as(None, canvas, at, y - above)
            for cell, width in zip(row.cells, self._widths, strict=True):
                cell.draw_as(None if furniture else cell.tag, canvas, at, y - above)
                at += width
            y -= row.height

    def _draw_rules(self, canvas: PageCanvas, x: float, top: float) -> None:
        end = x + self.width
        if self.header:
            canvas.shade((x, top - self.header.height, self.width, self.header.height), SHADE)
        lines, y = [(x, end, top)], top
        for row in (*self._heads, *self.rows):
            if y < top and (row.starts or self.kind is TableKind.GRID):
                lines.append((x, end, y))
            y -= row.height
        canvas.rule([*lines, (x, end, y)], RULE, _RULE_WIDTH)


def _again(name: TextPiece, width: float) -> TextPiece | None:
    """Return the name of an activity as it stands once more at the head of a page; None where it has none."""
    if not any(part.text.strip() for part in name.parts):
        return None
    again = replace(name, parts=(*name.parts, Part(name.parts[-1].ink, write(_CONTINUED))), tag=None)
    again.wrap(max(width, _NARROWEST))
    return again
