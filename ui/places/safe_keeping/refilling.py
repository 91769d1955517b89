"""Other widgets in a column that is on the screen."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from ui.widgets.labels import Line


def refill(line: Line, widgets: Iterable[QWidget | int]) -> None:
    """Put widgets, and gaps as numbers, in the place of what stands in a column; shown at once, not a moment later."""
    line.gaps.clear()
    while line.count():
        item = line.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    for thing in widgets:
        line.put(thing)
        if isinstance(thing, QWidget):
            thing.show()
