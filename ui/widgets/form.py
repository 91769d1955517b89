"""A column of fields with a heading and its two keys, used beside a list: Enter goes on, the last Enter saves."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.fields import Field, TextField
from ui.widgets.form_foot import FormFoot
from ui.widgets.labels import Label, column, hold, row
from ui.widgets.pane import Pane, Scroll
from wibdesk.language import say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class Form(Pane):
    """Fields to fill in; `saved` on Ctrl Enter, the button or Enter in the last field; `cancelled` on Esc."""

    saved = Signal()
    cancelled = Signal()

    def __init__(
        self,
        theme: Theme,
        heading: str,
        save: str,
        *,
        cancel: str = "",
        width: float | None = 320,
        sides: str = "l",
    ) -> None:
        super().__init__(theme, "panel", sides, width=width)
        self.fields: list[Field] = []
        self.heading = Label(theme, heading, "heading", wrap=True)
        self.heading.setProperty("kept_free", True)  # no toast lies over it
        self.save_button = Button(theme, save, "primary", key="Ctrl Enter")
        self.cancel_button = Button(theme, cancel or say("Close"), "plain", key="Esc")
        self.save_button.clicked.connect(self.saved)
        self.cancel_button.clicked.connect(self.cancelled)
        self.body = column(theme, spacing=14, margins=(22, 4, 22, 4))
        page = QWidget()
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self.body)
        outer.addStretch(1)
        foot = FormFoot(theme, self.save_button, self.cancel_button)
        head = row(theme, (self.heading, 1), margins=(22, 18, 22, 8))
        self.setLayout(column(theme, hold(head), (Scroll(page), 1), foot, spacing=0))
        self.setAccessibleName(heading)

    def set_heading(self, heading: str) -> None:
        """Head the form with other words."""
        self.heading.setText(heading)
        self.setAccessibleName(heading)

    def add(self, caption: str, widget: QWidget, note: str = "") -> Field:
        """Add a field below the others and return it."""
        made = Field(self.theme, caption, widget, note)
        self.fields.append(made)
        self.body.addWidget(made)
        if isinstance(widget, TextField):
            widget.finished.connect(self.saved)
        return made

    def add_widget(self, widget: QWidget) -> None:
        """Add something that is not a field: a tick, a line of words."""
        self.body.addWidget(widget)

    def clear_trouble(self) -> None:
        """Take back what was said below the fields."""
        for made in self.fields:
            made.set_trouble()

    def start(self) -> None:
        """Give the keyboard to the first field, its words ready to be typed over."""
        if self.fields:
            first = self.fields[0].widget
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(first, QLineEdit):
                first.selectAll()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Save on Ctrl Enter, go on from a line or a list on Enter, close on Esc: fields pass these keys up."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.saved.emit()
        elif enter and isinstance(self.focusWidget(), (QLineEdit, QComboBox)):
            self._go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        here = next((n for n, made in enumerate(self.fields) if made.widget.hasFocus()), len(self.fields) - 1)
        after = [made.widget for made in self.fields[here + 1 :] if made.isVisibleTo(self)]
        if not after:
            self.saved.emit()
            return
        after[0].setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(after[0], QLineEdit):
            after[0].selectAll()
