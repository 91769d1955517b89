"""Real fields with a label above and help below: the order in which a screen reader says them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from ui import paint
from ui.theme import Theme
from ui.widgets.labels import Label, column
from ui.widgets.pane import name_bars
from wibdesk.interchange.json_text import printable
from wibdesk.language import say

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QWheelEvent

MOST_PASTED = 200_000
"""Letters that a field takes in at once: a list of thousands of people."""


class LineField(QLineEdit):
    """One line to type in; an icon at the left and the key that leads here at the right, where given."""

    def __init__(self, theme: Theme, words: str = "", *, hint: str = "", icon: str = "", key: str = "") -> None:
        super().__init__(words)
        self.theme, self.icon_name, self.key = theme, icon, key
        self.setPlaceholderText(hint)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Make room for icon and key at the text size in force."""
        t = self.theme
        left = t.px(22) if self.icon_name else 0
        right = paint.key_cap_width(t, self.key) if self.key else 0
        self.setTextMargins(left, 0, right, 0)
        self.update()

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint the icon and, while nothing is typed here, the key."""
        super().paintEvent(event)
        t, p, centre = self.theme, QPainter(self), self.height() / 2
        if self.icon_name:
            paint.icon(p, t, t.px(10), centre, self.icon_name, "muted", 16)
        if self.key and not self.hasFocus():
            paint.key_cap(p, t, self.width() - paint.key_cap_width(t, self.key) - t.px(6), centre, self.key)


class DropField(QComboBox):
    """One of a list of (id, word); `picked` carries the id that the clerk chose."""

    picked = Signal(str)

    def __init__(self, theme: Theme, options: Sequence[tuple[str, str]] = (), chosen: str = "") -> None:
        super().__init__()
        self.theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(4)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.set_options(options, chosen)
        self.activated.connect(self._tell)
        theme.changed.connect(self.update)

    def set_options(self, options: Sequence[tuple[str, str]], chosen: str = "") -> None:
        """Offer these; the one that was chosen stays so when it is still offered."""
        kept = chosen or self.chosen()
        self.blockSignals(True)
        self.clear()
        for option, word in options:
            self.addItem(word, option)
        self.blockSignals(False)
        self.choose(kept)

    def chosen(self) -> str:
        """Return the id of what is chosen, empty when nothing is offered."""
        return str(self.currentData() or "")

    def choose(self, option: str) -> None:
        """Choose by id; what is not offered leaves the first."""
        self.setCurrentIndex(max(self.findData(option), 0) if self.count() else -1)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint the word elided at the arrow, and the arrow, which no style sheet can colour."""
        t, p, option = self.theme, QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.width() - t.px(25 + 9 + 10)
        option.currentText = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        p.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        p.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        ink = "muted" if self.isEnabled() else "disabled"
        paint.icon(p, t, self.width() - t.px(25), self.height() / 2, "chevron-down", ink, 16)

    def wheelEvent(self, event: "QWheelEvent") -> None:
        """Leave the wheel to the page: rolling past must not change a choice."""
        event.ignore()

    def _tell(self) -> None:
        self.picked.emit(self.chosen())


class TextField(QPlainTextEdit):
    """Several lines to type in; Tab leaves it, `finished` on Ctrl Enter, `refused` says why a text is not taken in."""

    finished = Signal()
    refused = Signal(str)

    def __init__(self, theme: Theme, words: str = "", *, hint: str = "", lines: int = 4) -> None:
        super().__init__(words)
        self.theme, self.lines = theme, lines
        self.setObjectName("field")
        name_bars(self)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Measure the height for the text size in force."""
        self.setMinimumHeight(self.sizeHint().height())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for the lines wished."""
        height = self.theme.line_height("body") * self.lines + self.theme.px(16)
        return QSize(super().sizeHint().width(), height)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take in the plain words of what is pasted or dropped, whole or, where there are too many, not at all."""
        words = source.text()
        if len(words) > MOST_PASTED:
            self.refused.emit(
                say("The text has more than {most_pasted:,} letters: paste it in parts.", most_pasted=MOST_PASTED)
            )
            return
        self.insertPlainText(printable(words))
        self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say on Ctrl Enter that the text is finished."""
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.finished.emit()
            return
        super().keyPressEvent(event)


class Field(QWidget):
    """A caption, the field it names, and a line of help that turns into trouble when there is some."""

    def __init__(self, theme: Theme, caption: str, widget: QWidget, note: str = "") -> None:
        super().__init__()
        self.theme, self.widget, self.help = theme, widget, note
        self.caption = Label(theme, caption, "small_strong")
        self.caption.setBuddy(widget)
        self.note = Label(theme, note, "small", "muted", wrap=True)
        if not note:  # shown before it has a parent, it would be a window of its own for a moment
            self.note.hide()
        widget.setAccessibleName(caption)
        widget.setAccessibleDescription(note)
        self.setLayout(column(theme, self.caption, widget, self.note, spacing=4))
        self.setFocusProxy(widget)
        if isinstance(widget, TextField):
            widget.refused.connect(self.set_trouble)

    def set_trouble(self, words: str = "") -> None:
        """Say below the field what is not right with it, or nothing more."""
        self.note.setText(words or self.help)
        self.note.set_colour("bad" if words else "muted")
        self.note.setVisible(bool(words or self.help))
        self.note.setProperty("kept_free", bool(words))  # no toast lies over what is wrong
        self.widget.setAccessibleDescription(words or self.help)
        self.widget.setProperty("trouble", bool(words))
        self.widget.style().unpolish(self.widget)
        self.widget.style().polish(self.widget)


def field(theme: Theme, caption: str, widget: QWidget, note: str = "") -> Field:
    """Return a field with its caption above and its help below."""
    return Field(theme, caption, widget, note)
