"""What is wrong on a screen for a clerk who hears it or has no mouse: each fault in one sentence."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from ui.editor.minute_editor import MinuteEditor
from ui.reading_order import ReadingOrder
from ui.widgets.popup import Overlay
from ui.widgets.toast import Toast

WORKED = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)
"""What a clerk works: all of it must have a name and be reached by key."""
MANY = 60
"""Rows of a list that are listened to: the first ones, for the rest is made the same way."""


def scope(window: QWidget) -> QWidget:
    """Return what can be worked just now: what lies over the window, else the window."""
    over = [each for each in window.findChildren(Overlay) if each.isVisible()]
    return over[-1] if over else window


def controls(window: QWidget) -> list[QWidget]:
    """Return everything on screen that is worked or takes the keyboard."""
    inside = [each for each in scope(window).findChildren(QWidget) if each.isVisible()]
    return [each for each in inside if _is_control(each)]


def heard(widget: QWidget) -> tuple[str, str, str]:
    """Return role, name and description that a screen reader says of a widget."""
    told = QAccessible.queryAccessibleInterface(widget)
    words = (told.text(part).strip() for part in (QAccessible.Text.Name, QAccessible.Text.Description))
    return (told.role().name, *words)


def unnamed(window: QWidget) -> list[str]:
    """Return the controls without a name, and the rows that say nothing."""
    found = [f"no name: {where(each)}" for each in controls(window) if not heard(each)[1]]
    for view in _views(window):
        found += [f"row {row} of {heard(view)[1]} says nothing" for row, said in rows(view) if not said]
    return found


def twins(window: QWidget) -> list[str]:
    """Return the controls that sound the same as another one of the same role, and rows that do."""
    sounds = Counter(heard(each) for each in controls(window))
    found = [f"{count} sound the same: {sound}" for sound, count in sounds.items() if count > 1]
    for view in _views(window):
        said = Counter(words for _, words in rows(view))
        found += [f"{n} rows of {heard(view)[1]} say: {words}" for words, n in said.items() if n > 1]
    return found


def rows(view: QAbstractItemView) -> Iterator[tuple[int, str]]:
    """Yield number and words of every row of a list or table, as far as one listens."""
    model = view.model()
    columns = model.columnCount(QModelIndex()) if isinstance(model, QAbstractTableModel) else 1  # a list hides its own
    for row in range(min(model.rowCount(QModelIndex()), MANY)):
        said = [_said(model, row, column) for column in range(columns)]
        described = model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleDescriptionRole)
        yield row, ", ".join(filter(None, [*said, str(described or "")]))


def unreached(window: QWidget, stopped: Sequence[QWidget]) -> list[str]:
    """Return the enabled controls that no key leads to, where Tab stopped at these."""
    reached = set(stopped)
    lost = [each for each in controls(window) if each.isEnabled() and each not in reached]
    return [f"no key leads to {where(each)}" for each in lost if not led_to(each, reached)]


def led_to(widget: QWidget, reached: set[QWidget]) -> bool:
    """Say whether arrow keys lead there from a stop, or a key that its description names works it from one."""
    if widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
        near = next(_over(widget), None)
        field = isinstance(widget, QAbstractItemView) and any(near is over for each in reached for over in _over(each))
        return field or heard(widget)[2].startswith("Key ")
    group = next((over for over in _over(widget) if getattr(over, "one_stop", False)), None)
    if isinstance(widget, QRadioButton):
        group = widget.parentWidget()
    return group is not None and any(group.isAncestorOf(each) for each in reached)


def disordered(stopped: Sequence[QWidget]) -> list[str]:
    """Return the pairs of stops where Tab goes up or to the left inside what they stand in together."""
    found = []
    # What the window took away while Tab went round stands nowhere any more.
    for one, two in pairwise(stop for stop in stopped if isValid(stop)):
        around = None if isinstance(one, MinuteEditor) else _around(one, two)  # Tab is not the way out of that
        if around is None or isinstance(around, ReadingOrder) or _wished(one, two) or isinstance(two.parent(), Toast):
            continue
        first, second = (_box(_part(each, around), around) for each in (one, two))
        if _before(second, first):
            found.append(f"Tab goes back from {where(one)} to {where(two)}")
    return found


def where(widget: QWidget) -> str:
    """Return what a widget is called and what it stands in."""
    line = [f"{type(widget).__name__} “{heard(widget)[1]}”", *(type(around).__name__ for around in _over(widget))]
    return " in ".join(line[:5])


def _views(window: QWidget) -> list[QAbstractItemView]:
    return [each for each in controls(window) if isinstance(each, QAbstractItemView)]


def _is_control(widget: QWidget) -> bool:
    if isinstance(widget, QScrollBar | QHeaderView):
        return False
    if isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox | QTabBar | QAbstractItemView):
        return False
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
    return bool(takes) or isinstance(widget, WORKED)


def _wished(one: QWidget, two: QWidget) -> bool:
    """Say whether a place says itself that one comes after the other."""
    orders = (getattr(over, "tab_order", ()) for over in _over(one))
    return any(one in order and two in order for order in orders)


def _said(model: QAbstractItemModel, row: int, column: int) -> str:
    index = model.index(row, column)
    words = model.data(index, Qt.ItemDataRole.AccessibleTextRole) or model.data(index, Qt.ItemDataRole.DisplayRole)
    return str(words or "").strip()


def _over(widget: QWidget) -> Iterator[QWidget]:
    around = widget.parentWidget()
    while around is not None:
        yield around
        around = around.parentWidget()


def _around(one: QWidget, two: QWidget) -> QWidget | None:
    """Return the innermost thing that both stand in, None where one stands in the other."""
    if one.isAncestorOf(two) or two.isAncestorOf(one):
        return None
    return next((over for over in _over(one) if over.isAncestorOf(two)), None)


def _part(widget: QWidget, around: QWidget) -> QWidget:
    return next((over for over in (widget, *_over(widget)) if over.parentWidget() is around), widget)


def _box(widget: QWidget, around: QWidget) -> QRect:
    return QRect(widget.mapTo(around, QPoint(0, 0)), widget.size())


def _before(second: QRect, first: QRect) -> bool:
    """Say whether one box is wholly above another, or wholly to the left of it on the same line."""
    above = second.bottom() <= first.top() and second.left() < first.right()
    left = second.right() <= first.left() and second.top() < first.bottom() and first.top() < second.bottom()
    return above or left
