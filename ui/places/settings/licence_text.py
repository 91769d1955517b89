"""The text of one licence, to be read and copied."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.widgets.button import Button
from ui.widgets.labels import Label, column, row
from ui.widgets.pane import name_bars
from wibdesk.components import licence_text
from wibdesk.language import say

if TYPE_CHECKING:
    from ui.theme import Theme
    from wibdesk.components import Component


class LicenceText(QWidget):
    """Whose work it is, where it comes from, and the whole text; `left` wishes the list back."""

    left = Signal()

    def __init__(self, theme: "Theme") -> None:
        super().__init__()
        self.name = Label(theme, "", "heading", wrap=True)
        self.whose = Label(theme, "", "small", "muted", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        name_bars(self.text)
        self.text.setTabChangesFocus(True)
        self.text.setObjectName("field")
        self.text.setAccessibleName(say("Text of the licence"))
        self.back_button = Button(theme, say("Back to the list"), key="Esc")
        self.back_button.clicked.connect(self.left)
        head = row(theme, (self.name, 1), self.back_button)
        self.setLayout(column(theme, head, self.whose, (self.text, 1), spacing=8))
        self.setFocusProxy(self.text)

    def show_component(self, component: "Component") -> None:
        """Show the licence of one component."""
        self.name.setText(f"{component.name} {component.version}".strip())
        parts = (component.licence, component.copyright, component.homepage)
        self.whose.setText(", ".join(part for part in parts if part))
        self.text.setPlainText(licence_text(component) or say("The file of licences holds no text of this one."))
        self.text.moveCursor(self.text.textCursor().MoveOperation.Start)
