"""Text pasted at the left, what was read of it below: nothing is taken over that the clerk has not seen."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication

from ui.tables import Column, Table, TableRow
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.fields import TextField, field
from ui.widgets.form_foot import FormFoot
from ui.widgets.labels import Label, column, hold
from ui.widgets.pane import Pane
from wibdesk.language import say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

Reading = Callable[[str], Sequence[TableRow]]
LINES, FEWER, LOW = 5, 2, 400  # lines of text, those of a low window, and the height, of the design, below which it is

EDGES, LOW_EDGES = (22, 18, 22, 8), (22, 8, 22, 4)


class Pasting(Pane):
    """`taken` carries the text when the clerk takes over what was read; `cancelled` on Esc, the text stays.

    `told` when what was read is another, and so are the words of the button.
    """

    taken = Signal(str)
    told = Signal()
    cancelled = Signal()

    def __init__(
        self,
        theme: Theme,
        heading: str,
        note: str,
        *,
        columns: Sequence[Column],
        read: Reading,
        add: Callable[[int], str],
        height: float = 34,
    ) -> None:
        super().__init__(theme, "panel", "l")
        self.read, self.add, self.found = read, add, 0
        self.text = TextField(theme, lines=LINES)
        self.text.setTabChangesFocus(True)
        self.table = Table(theme, columns, say("What was read"), height=height, edge=22)
        self.text_field = field(theme, say("Text"), self.text)
        self.text_field.help = note
        self.take_button = Button(theme, "", "primary", key="Ctrl Enter")
        self.back_button = Button(theme, say("Back to the list"), key="Esc")
        self.top = column(theme, Label(theme, heading, "heading"), self.text_field, spacing=10, margins=EDGES)
        self.foot = FormFoot(theme, self.take_button, self.back_button)
        self.setLayout(column(theme, (hold(self.top), 2), (self.table, 3), self.foot, spacing=0))
        self.setAccessibleName(heading)
        self.text_field.set_trouble()
        self.text.textChanged.connect(self._read_out)
        self.text.finished.connect(self._take)
        self.take_button.clicked.connect(self._take)
        self.back_button.clicked.connect(self.cancelled)
        self._read_out()

    def start(self) -> None:
        """Begin with what the clipboard holds: Enter then takes it over; else with the empty text."""
        pasted = QGuiApplication.clipboard().mimeData()
        if pasted is not None and pasted.text().strip() and not self.text.toPlainText().strip():
            self.text.clear()
            self.text.insertFromMimeData(pasted)
        first = self.take_button if self.found else self.text
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forget the text once it has been taken over."""
        self.text.clear()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Close on Esc; take over on Ctrl Enter."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._take()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Leave the room of a low window to what was read."""
        super().resizeEvent(event)
        low = self.window().height() / self.theme.scale < LOW
        self.text_field.caption.setVisible(not low)  # the heading says it as well
        self.top.edges = LOW_EDGES if low else EDGES
        self.top.rescale()
        self.text.lines = FEWER if low else LINES
        self.text.restyle()

    def _read_out(self) -> None:
        self.text_field.set_trouble()
        rows = self.read(self.text.toPlainText())
        self.found = len(rows)
        self.table.set_rows(rows)
        self.take_button.set_words(self.add(self.found) if rows else say("Add what was read"))
        self.foot.settle()
        self.take_button.setEnabled(bool(rows))
        self.told.emit()

    def _take(self) -> None:
        if self.found:
            self.taken.emit(self.text.toPlainText())
