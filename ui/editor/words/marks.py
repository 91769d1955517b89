"""What is marked in the words themselves: a gap and an unfilled slot stand in a box with a dashed line under it."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextBlock, QTextCursor, QTextLine

from ui.editor.kinds import Look
from wibdesk.domain.entries import Entry, Table
from wibdesk.domain.gaps import GAP
from wibdesk.domain.phrases import SLOT
from wibdesk.language import later
from wibdesk.shorthand.words.verbatim import is_verbatim

if TYPE_CHECKING:
    from ui.editor.marginalia import Place
    from ui.editor.sheet_view import SheetView

GAP_LOOK = Look("gap", later("Gap"), "", margin=later("Gap"), icon="flag", ink="warn")
VERBATIM_LOOK = Look("verbatim", later("Verbatim"), "", margin=later("Verbatim"), icon="quote")
_MARKED = re.compile(f"{GAP}+|{SLOT.pattern}")


def mark_look(entry: Entry) -> Look | None:
    """Return what the margin says of the words of an entry whose kind has no words there; None for nothing."""
    if isinstance(entry, Table):
        return None
    text = getattr(entry, "text", "")
    if GAP in text:
        return GAP_LOOK
    return VERBATIM_LOOK if is_verbatim(text) else None


def paint_marks(view: "SheetView", p: QPainter, places: Sequence["Place"]) -> None:
    """Paint the boxes of the gaps and slots of these lines; it comes before their words."""
    t = view.theme
    for place in places:
        words = place.words
        if GAP in words or "{" in words:
            for found in _MARKED.finditer(words):
                ground, ink = (t.warn_soft, t.warn) if found[0].startswith(GAP) else (t.selected, t.accent)
                for box in _boxes(view, place.block, found.start(), found.end()):
                    p.fillRect(box.adjusted(-t.px(1), t.px(2), t.px(1), 0), ground)
                    p.setPen(QPen(ink, max(1, t.px(2) * 0.75), Qt.PenStyle.DashLine))
                    p.drawLine(box.bottomLeft() + QPointF(0, -1), box.bottomRight() + QPointF(0, -1))


def _boxes(view: "SheetView", block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
    """Find where a stretch of a block stands on screen: a box for each row that it runs over."""
    layout, cursor = block.layout(), QTextCursor(block)
    for number in range(layout.lineCount()):
        row = layout.lineAt(number)
        first, last = max(start, row.textStart()), min(end, row.textStart() + row.textLength())
        if first < last:
            cursor.setPosition(block.position() + first)
            caret = QRectF(view.cursorRect(cursor))
            yield QRectF(caret.left(), caret.top(), _x(row, last) - _x(row, first), caret.height())


def _x(row: QTextLine, place: int) -> float:
    found = row.cursorToX(place)  # with the place itself beside it, which the stubs do not say
    return float(found[0] if isinstance(found, tuple) else 0)
