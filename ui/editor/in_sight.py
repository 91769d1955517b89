"""Which lines of the sheet stand in a stretch of the screen: asked with every key, so it looks at no other line."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF

from ui.editor.chips import CHIPPED, Rows
from ui.editor.formats import indent
from ui.editor.lines import columns_of, line_count
from ui.editor.marginalia import Place
from wibdesk.domain.entries import Numbered, Table

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock

    from ui.editor.sheet_view import SheetView


def lines_in(view: "SheetView", area: QRect) -> list[Place]:
    """Return the lines of the sheet in a stretch of its viewport, and the one above, whose chips may reach in."""
    scrolled, slack = view.verticalScrollBar().value(), view.theme.px(4)
    top, bottom = area.top() - slack, area.bottom() + slack
    found, block = [], _first(view, area.top(), scrolled)
    while block.isValid():
        rect = view.placing.blockBoundingRect(block)
        rect.translate(0, -scrolled)
        if rect.top() > bottom:
            break
        reaches = rect.bottom() >= top or rect.bottom() + block.blockFormat().bottomMargin() >= top
        if reaches and (place := _place(view, block, rect)) is not None:
            found.append(place)
        block = block.next()
    return found


def _first(view: "SheetView", top: int, scrolled: int) -> "QTextBlock":
    """Return the block above the one at a height of the viewport, where there is one."""
    block = view.textCursor().block()
    rect = view.placing.blockBoundingRect(block)
    # A key paints its own line again, from the gap above it: nothing has to be looked for.
    if not -view.theme.px(16) <= top + scrolled - rect.top() <= rect.height():
        block = view.cursorForPosition(QPoint(view.left, top)).block()
    above = block.previous()
    return above if above.isValid() else block


def _place(view: "SheetView", block: "QTextBlock", rect: QRectF) -> Place | None:
    """Return the line of a block; of the cells in a row only the first is one."""
    block.layout().setCacheEnabled(True)  # Qt would shape the letters anew for every paint, even where nothing changed
    entry, part = view.page.entry_at(block)
    edge, right = view.edge, view.right
    if isinstance(entry, Table):
        if part and (part - 1) % columns_of(entry):
            return None
        rect.setLeft(view.left)
        return Place(entry, part, rect, edge, right, block, block.text(), foot=_foot(view, entry, part, block))
    if step := indent(entry):
        rect.setLeft(view.left + view.theme.px(step))
    rows: Rows = ()
    if entry.kind in CHIPPED and not (view.under is not None and view.under[0] == entry.id):
        rows = view.rows(entry)
    mark = view.marks.get(entry.id, "") if isinstance(entry, Numbered) else ""
    return Place(entry, part, rect, edge, right, block, block.text(), rows, mark)


def _foot(view: "SheetView", table: Table, part: int, block: "QTextBlock") -> float | None:
    """Return where a table ends in the viewport, asked of the first cell of its last row."""
    if part + columns_of(table) < line_count(table) or part == 0:
        return None
    bottom = 0.0
    for _ in range(columns_of(table)):
        bottom = max(bottom, view.placing.blockBoundingRect(block).bottom())
        block = block.next()
    return bottom - view.verticalScrollBar().value() + view.theme.px(8)
