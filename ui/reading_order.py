"""Tab goes through the window in reading order, whatever was made first: top to bottom, left to right, panel by panel.

Qt goes in the order in which widgets were made, so a field that comes later to a form would come after its buttons.
"""

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QLayout, QScrollArea, QWidget

BAR_HOLDERS = ("qt_scrollarea_hcontainer", "qt_scrollarea_vcontainer")


class ReadingOrder(QWidget):
    """The ground of the window, on which Tab goes through its stops.

    A widget whose `one_stop` is true has one stop, and arrow keys for what is in it; one with a `tab_order` has these
    stops of its own one after the other; one that is `fetched` never gets the keyboard because something else went.
    """

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Give the keyboard to the next stop in reading order, after the last one to the first.

        Qt asks for this too when what has the keyboard is hidden or switched off: then to the stop closest to it.
        """
        found, here = stops(self), QApplication.focusWidget()
        if not found:
            return False
        if here is not None and self.isAncestorOf(here) and not (here.isVisible() and here.isEnabled()):
            _closest(found, here).setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        at = next((n for n, stop in enumerate(found) if here is not None and (stop is here or _near(stop, here))), None)
        if at is None:  # a click came here, not Tab: on from there
            at = _before(self, found, here) - forward
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


def _before(ground: QWidget, found: list[QWidget], here: QWidget | None) -> int:
    order = list(_whole(ground))
    return sum(order.index(stop) < order.index(here) for stop in found) if here in order else 0


def _closest(found: list[QWidget], gone: QWidget) -> QWidget:
    """Return the stop that follows what went, or the last before it, in the smallest thing around it that has one."""
    wished = [stop for stop in found if not any(getattr(around, "fetched", False) for around in _outwards(stop))]
    for around in _outwards(gone):
        near = [stop for stop in wished if around.isAncestorOf(stop)]
        if near:
            order = list(_whole(around))
            at = order.index(gone)
            return next((stop for stop in near if order.index(stop) > at), near[-1])
    return found[0]


def _outwards(widget: QWidget) -> Iterator[QWidget]:
    """Yield a widget and what it stands in, outwards."""
    around: QWidget | None = widget
    while around is not None:
        yield around
        around = around.parentWidget()


def _whole(widget: QWidget) -> Iterator[QWidget]:
    """Yield all that is inside a widget in reading order, whether in sight or not."""
    for child in _children(widget):
        yield child
        yield from _whole(child)


def _in_order(widget: QWidget) -> list[QWidget]:
    """Return the children on screen as they are laid out; what floats over the others comes last."""
    return [child for child in _children(widget) if child.isVisible() and child.isEnabled()]


def _children(widget: QWidget) -> list[QWidget]:
    layout = widget.layout()
    laid = list(dict.fromkeys(_laid(layout))) if layout is not None else []
    floating = [child for child in widget.children() if isinstance(child, QWidget) and child not in laid]
    # Whoever asks PySide for what is in a holder of scroll bars loses the scroll bars that others hold.
    return [child for child in (*laid, *floating) if child.objectName() not in BAR_HOLDERS]


def _laid(layout: QLayout) -> Iterator[QWidget]:
    """Yield the widgets of a layout and of those in it, row by row.

    By their places, never by `itemAt`: PySide keeps the item that it returns when Qt has long deleted it, and takes
    whatever comes to stand at its address for that item.
    """
    around = layout.parentWidget()
    inside = [*(around.children() if around is not None else []), *layout.children()]
    parts = [part for part in inside if isinstance(part, QWidget | QLayout)]
    placed = [(layout.indexOf(part), part) for part in parts]
    found = [(_cell(layout, index), part) for index, part in placed if index >= 0]
    for _, part in sorted(found, key=lambda pair: pair[0]):
        if isinstance(part, QLayout):
            yield from _laid(part)
        else:
            yield part


def _cell(layout: QLayout, index: int) -> tuple[int, ...]:
    """Return where something stands in a layout: row and column in a grid, its number in a line."""
    if not isinstance(layout, QGridLayout):
        return (index,)
    row, column, *_ = cast("tuple[int, ...]", layout.getItemPosition(index))
    return row, column


def _scroll_to(stop: QWidget) -> None:
    """Bring a stop into sight: Qt does so only for one that Tab comes to from inside the same page."""
    for around in _outwards(stop):
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(stop)


def _near(stop: QWidget, here: QWidget) -> bool:
    """Say whether arrow keys lead from a stop to where the keyboard is: both stand in one thing with one stop."""
    return any(getattr(around, "one_stop", False) and around.isAncestorOf(stop) for around in _outwards(here))
