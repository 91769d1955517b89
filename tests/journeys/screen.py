"""What stands on the screen: every word that is shown or read out, and where the keyboard is."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

READ_OUT = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


def words_on(window: QWidget) -> str:
    """Return every word on a window, one thing a line, with what a screen reader says of it."""
    shown = [window, *(w for w in window.findChildren(QWidget) if w.isVisibleTo(window))]
    return "\n".join(" ".join(words.split()) for widget in shown for words in _words_of(widget) if words.strip())


def keyboard_place() -> str:
    """Return what the thing that has the keyboard is called, with what is said of it."""
    here = QApplication.focusWidget()
    return f"{here.accessibleName()}: {here.accessibleDescription()}" if here is not None else "nowhere"


def _words_of(widget: QWidget) -> Iterator[str]:
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        yield widget.text()
    elif isinstance(widget, QPlainTextEdit | QTextEdit):
        yield widget.toPlainText()
    elif isinstance(widget, QComboBox):
        yield widget.currentText()
    elif isinstance(widget, QAbstractItemView):
        yield from _words_in(widget.model())
    if widget.isWindow():
        yield widget.windowTitle()


def _words_in(model: QAbstractItemModel) -> Iterator[str]:
    columns = model.columnCount(QModelIndex()) if isinstance(model, QAbstractTableModel) else 1
    for row in range(model.rowCount(QModelIndex())):
        for column in range(columns):
            said = (model.data(model.index(row, column), role) for role in READ_OUT)
            yield from dict.fromkeys(words for words in said if isinstance(words, str))
