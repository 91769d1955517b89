"""Tab goes through the window in reading order, whatever was made first: top to bottom, left to right, panel by panel.

Qt goes in the order in which widgets were made, so a field that comes later to a form would come after its buttons.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QLayout, QScrollArea, QWidget


class ReadingOrder(QWidget):
    """The ground of the window, on which Tab goes through its stops.

    A widget whose `one_stop` is true has one stop, and arrow keys for what is in it; one with a `tab_order` has these
    stops of its own one after the other.
    """

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Give the keyboard to the next stop in reading order, after the last one to the first."""
        found, here = stops(self), QApplication.focusWidget()
        if not found:
            return False
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        at = next((n for n, stop in enumerate(found) if here is not None and (stop is here or _near(stop, here))), -1)
        stop = found[(at + (1 if forward else -1)) % len(found)]
        stop.setFocus(reason)
        _scroll_to(stop)
        return True


def stops(root: QWidget) -> list[QWidget]:
    """Return what Tab stops at inside a widget, in reading order."""
    found: list[QWidget] = []
    for child in _in_order(root):
        if getattr(child, "one_stop", False):
            proxy = child.focusProxy()
            found += [proxy] if proxy is not None else stops(child)[:1]
            continue
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.focusProxy() is None:
            found.append(child)
        inside = stops(child)
        wished = [stop for stop in getattr(child, "tab_order", ()) if stop in inside]
        if wished:
            first = min(inside.index(stop) for stop in wished)
            others = [stop for stop in inside if stop not in wished]
            inside = [*others[:first], *wished, *others[first:]]
        found += inside
    return found


def _in_order(widget: QWidget) -> list[QWidget]:
    """Return the children on screen as they are laid out; what floats over the others comes last."""
    layout = widget.layout()
    laid = list(dict.fromkeys(_laid(layout))) if layout is not None else []
    floating = [child for child in widget.children() if isinstance(child, QWidget) and child not in laid]
    return [child for child in (*laid, *floating) if child.isVisible() and child.isEnabled()]


def _laid(layout: QLayout) -> Iterator[QWidget]:
    """Yield the widgets of a layout and of those in it, row by row."""
    items = [layout.itemAt(place) for place in range(layout.count())]
    if isinstance(layout, QGridLayout):
        items = [layout.itemAtPosition(y, x) for y in range(layout.rowCount()) for x in range(layout.columnCount())]
    for item in filter(None, items):
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid(inner)


def _scroll_to(stop: QWidget) -> None:
    """Bring a stop into sight: Qt does so only for one that Tab comes to from inside the same page."""
    around = stop.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(stop)
        around = around.parentWidget()


def _near(stop: QWidget, here: QWidget) -> bool:
    """Say whether arrow keys lead from a stop to where the keyboard is: both stand in one thing with one stop."""
    around: QWidget | None = here
    while around is not None and not getattr(around, "one_stop", False):
        around = around.parentWidget()
    return around is not None and around.isAncestorOf(stop)
