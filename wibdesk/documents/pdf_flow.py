"""The flowing pieces of a PDF page: paragraphs, headings with bookmarks, tables that split anywhere, signing lines.

reportlab's own Table refuses a row taller than the page and costs more than its cells: this one splits inside a row.
"""

from collections.abc import Sequence
from typing import Any, ClassVar

from reportlab.platypus import Flowable, Paragraph

from wibdesk.documents.document import TableKind
from wibdesk.documents.pdf_text import colour
from wibdesk.documents.typography import AFTER_TABLE, CELL_SIDE, CELL_TOP, RULE, SHADE, SIGNATURE

_TALLEST_HEADER, _TALLEST_ROW = 200.0, 320.0
"""Together they fit on any page: what is taller does not repeat, or is split inside."""


_NARROWEST = 1.0
"""Width of a cell that its padding would leave none: reportlab breaks no lines in nothing."""


class RoomBelow(Flowable):
    """Takes no room, but does not fit where less than this height is left, so that a new page begins."""

    # reportlab's marks for a piece that hands the space between its neighbours on.
    _ZEROSIZE = True
    _SPACETRANSFER = True

    def __init__(self, least: float) -> None:
        super().__init__()
        self._least = least

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803  (reportlab's names)
        """Return nothing where there is room enough, else what is wanted."""
        return 0.0, 0.0 if aH >= self._least else self._least

    def draw(self) -> None:
        """Draw nothing."""


class TextParagraph(Paragraph):
    """A paragraph that breaks its lines once for one width, however often it is asked how tall it is."""

    _asked: float | None = None

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803  (reportlab's names)
        """Return the size of the paragraph in this width."""
        # A split that fails throws the broken lines away.
        if availWidth != self._asked or not hasattr(self, "blPara"):
            super().wrap(availWidth, availHeight)
            self._asked = availWidth
        return availWidth, self.height


class HeadingParagraph(TextParagraph):
    """A heading that stands in the bookmarks; a part carried to the next page does not stand there again."""

    bookmark: tuple[str, int] | None = None

    def draw(self) -> None:
        """Draw the words and put the bookmark at their top."""
        if self.bookmark:
            words, level = self.bookmark
            canvas: Any = self.canv
            canvas.bookmark(words, level, self.height)
        super().draw()

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803  (reportlab's names)
        """Split as a paragraph does; the first part stands in the bookmarks."""
        parts: list[Any] = super().split(availWidth, availHeight)
        if parts:
            parts[0].bookmark = self.bookmark
        return parts


class Row:
    """A row of a table: its cells, and how tall they are once wrapped."""

    def __init__(self, cells: Sequence[Paragraph], *, starts: bool = True) -> None:
        self.cells = tuple(cells)
        self.starts = starts
        self.height = 0.0

    def wrap(self, widths: Sequence[float], side: float, top: float) -> float:
        """Wrap every cell into its column and return the height of the row."""
        tallest = 0.0
        for cell, width in zip(self.cells, widths, strict=True):
            tallest = max(tallest, cell.wrap(max(width - 2 * side, _NARROWEST), 1e6)[1])
        self.height = tallest + 2 * top
        return self.height

    def split(self, widths: Sequence[float], height: float, side: float) -> tuple["Row", "Row"] | None:
        """Split every cell at this height; None where no tall cell has a line to spare above."""
        above: list[Paragraph] = []
        below: list[Paragraph] = []
        moved = False
        for cell, width in zip(self.cells, widths, strict=True):
            fits = cell.height <= height
            parts: list[Any] = [cell] if fits else cell.split(max(width - 2 * side, _NARROWEST), height)
            moved = moved or (bool(parts) and not fits)
            blank = Paragraph("", cell.style)
            above.append(parts[0] if parts else blank)
            below.append(parts[1] if len(parts) > 1 else blank if parts else cell)
        return (Row(above, starts=self.starts), Row(below, starts=False)) if moved else None


class PageTable(Flowable):
    """A table whose heading row repeats on every page, and whose rows may be taller than a page."""

    _room: ClassVar[dict[TableKind, tuple[float, float]]] = {TableKind.LINES: (0.0, 1.5)}

    def __init__(
        self,
        rows: Sequence[Row],
        shares: Sequence[float],
        *,
        header: Row | None = None,
        kind: TableKind,
        more: bool = False,
    ) -> None:
        super().__init__()
        self.rows, self.header, self.kind = list(rows), header, kind
        self._shares = tuple(shares)
        self._more = more
        self._side, self._top = self._room.get(kind, (CELL_SIDE, CELL_TOP))
        self._widths: tuple[float, ...] = ()

    def getSpaceAfter(self) -> float:  # noqa: N802  (reportlab's name)
        """Return the room below; none where the table goes on."""
        return 0.0 if self._more else AFTER_TABLE

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803  (reportlab's names)
        """Return the size of the whole table in this width."""
        widths = tuple(aW * share / sum(self._shares) for share in self._shares)
        if widths != self._widths:
            self._widths = widths
            for row in (*self._heads(), *self.rows):
                row.wrap(widths, self._side, self._top)
            self._free_tall_header()
        self.width = aW
        self.height = sum(row.height for row in (*self._heads(), *self.rows))
        return aW, self.height

    def _free_tall_header(self) -> None:
        """A heading row that would fill the pages it repeats on stands once, as an ordinary row."""
        if self.header and self.header.height > _TALLEST_HEADER:
            self.rows.insert(0, self.header)
            self.header = None

    def least(self) -> float:
        """Return the room that the heading row and the first row need, so that no heading stands alone."""
        return sum(row.height for row in (*self._heads(), *self.rows[:1]))

    def _heads(self) -> tuple[Row, ...]:
        return (self.header,) if self.header else ()

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803  (reportlab's names)
        """Split between rows, and inside a row only where the row alone is taller than a page."""
        self.wrap(aW, aH)
        left = aH - sum(row.height for row in self._heads())
        fitting = 0
        while fitting < len(self.rows) and self.rows[fitting].height <= left:
            left -= self.rows[fitting].height
            fitting += 1
        above, below = self.rows[:fitting], self.rows[fitting:]
        if below and (tall := below[0]).height > _TALLEST_ROW:
            parts = tall.split(self._widths, left - 2 * self._top, self._side)
            if parts:
                for part in parts:
                    part.wrap(self._widths, self._side, self._top)
                above, below = [*above, parts[0]], [parts[1], *below[1:]]
        return [self._part(above, more=True), self._part(below, more=self._more)] if above and below else []

    def _part(self, rows: list[Row], *, more: bool) -> "PageTable":
        part = PageTable(rows, self._shares, header=self.header, kind=self.kind, more=more)
        part._widths = self._widths  # the rows are wrapped already
        return part

    def draw(self) -> None:
        """Draw the rows from the top, each with the rule above it."""
        canvas, y = self.canv, self.height
        canvas.saveState()
        canvas.setStrokeColor(colour(RULE))
        canvas.setLineWidth(0.6)
        for row in (*self._heads(), *self.rows):
            if row is self.header:
                canvas.setFillColor(colour(SHADE))
                canvas.rect(0, y - row.height, self.width, row.height, stroke=0, fill=1)
            if self._ruled and (row.starts or self.kind is TableKind.GRID):
                canvas.line(0, y, self.width, y)
            self._draw_cells(row, y)
            y -= row.height
        if self._ruled:
            canvas.line(0, 0, self.width, 0)
        canvas.restoreState()

    @property
    def _ruled(self) -> bool:
        return self.kind is not TableKind.LINES

    def _draw_cells(self, row: Row, y: float) -> None:
        x = 0.0
        for cell, width in zip(row.cells, self._widths, strict=True):
            cell.drawOn(self.canv, x + self._side, y - self._top - cell.height)
            x += width


class SigningLines(Flowable):
    """A line to sign on behind each label; all stay together."""

    def __init__(self, labels: Sequence[str], font: str, size: float) -> None:
        super().__init__()
        self._labels, self._font, self._size = labels, font, size

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803  (reportlab's names)
        """Return the room for one line a label."""
        self.width, self.height = aW, self._step * len(self._labels)
        return self.width, self.height

    @property
    def _step(self) -> float:
        return self._size * 3

    def draw(self) -> None:
        """Draw the labels with their lines."""
        canvas: Any = self.canv
        canvas.saveState()
        canvas.setFont(self._font, self._size)
        canvas.setFillColor(colour(SIGNATURE.colour))
        canvas.setStrokeColor(colour(RULE))
        for n, label in enumerate(self._labels, 1):
            y = self.height - n * self._step + self._size * 0.4
            canvas.drawString(0, y, label)
            canvas.line(56, y - 2, 300, y - 2)
        canvas.restoreState()
