"""Where things stand beside a line of the sheet: under it, never on it, and in view where that can be."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from ui.editor.sheet import Spot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.editor.sheet_view import SheetView

GAP = 8


def line_rect(view: "SheetView", line: Spot) -> QRectF:
    """Return where a line of the sheet stands on its viewport, in pixels."""
    rect = view.document().documentLayout().blockBoundingRect(view.page.block(line))
    return rect.translated(0, -view.verticalScrollBar().value())


def stand_under(view: "SheetView", widget: "QWidget", line: Spot, *, scroll: bool) -> None:
    """Put a widget under a line; the page scrolls for it where it may, else it stands above the line."""
    gap, high, bar = view.theme.px(GAP), widget.height(), view.verticalScrollBar()
    rect = line_rect(view, line)
    short = round(rect.bottom()) + gap + high + gap - view.viewport().height()
    if scroll and short > 0:
        view.document().documentLayout().documentSize()  # lays the page out, so that there is room to scroll
        bar.setValue(bar.value() + min(short, max(0, round(rect.top()))))
        rect = line_rect(view, line)
        short = round(rect.bottom()) + gap + high + gap - view.viewport().height()
    above = round(rect.top()) - gap - high
    top = above if short > gap and above >= 0 else round(rect.bottom()) + gap
    widget.move(view.left - view.theme.px(2), top)
    widget.raise_()
