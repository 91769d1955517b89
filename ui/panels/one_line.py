"""A pane with one line to type in that says below or beside it what would be taken: Enter takes it, Esc leaves."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter

from ui.theme import Theme
from ui.widgets.fields import LineField
from ui.widgets.labels import Label
from ui.widgets.pane import Pane

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class Asking:
    """What is asked: `read` tells in words what would be taken, `take` gets the words and returns what is wrong.

    `text` stands there to be typed over, `offers` complete what is typed. `enter` says what Enter does.
    """

    caption: str
    read: Callable[[str], str]
    take: Callable[[str], str]
    text: str = ""
    offers: Sequence[str] = ()
    enter: str = ""


class OneLine(Pane):
    """`left` when the keyboard should go back to where it came from; `asking` is None while nothing is asked."""

    left = Signal()

    def __init__(
        self, theme: Theme, ground: str, sides: str, role: str, *, height: float | None = None, radius: float = 0
    ) -> None:
        super().__init__(theme, ground, sides, height=height, radius=radius)
        self.asking: Asking | None = None
        self.entry = LineField(theme)
        self.entry.installEventFilter(self)
        self.entry.textEdited.connect(self.read_out)
        self.remark = Label(theme, "", role, "muted")
        self.remark.setMinimumWidth(1)

    def show_asking(self, asking: Asking) -> None:
        """Put a question into the line, its words ready to be typed over."""
        self.asking = asking
        self.entry.setAccessibleName(asking.caption)
        self.entry.setText(asking.text)
        self.offer(asking.offers)

    def start(self) -> None:
        """Show the line with the keyboard in it."""
        self.show()
        self.raise_()
        self.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.entry.selectAll()

    def offer(self, offers: Sequence[str]) -> None:
        """Complete what is typed to one of these from now on, and tell anew what would be taken."""
        completer = QCompleter(list(offers), self.entry)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.entry.setCompleter(completer)
        self.read_out()

    def read_out(self) -> None:
        """Tell in words what would be taken."""
        if self.asking is not None:
            self.say(self.asking.read(self.entry.text().strip()), "muted")

    def take(self) -> None:
        """Take what is typed, or say what is wrong with it."""
        trouble = self.asking.take(self.entry.text().strip()) if self.asking is not None else ""
        if trouble:
            self.say(trouble, "bad")
        else:
            self.close_down()

    def close_down(self) -> None:
        """Leave what is asked as it was."""
        if self.asking is not None:
            self.asking = None
            self.hide()
            self.left.emit()

    def say(self, words: str, tone: str) -> None:
        """Say how the words are taken, or what is wrong with them."""
        self.remark.setText(words)
        self.remark.set_colour(tone)
        self.entry.setAccessibleDescription(words)

    def eventFilter(self, watched: "QObject", event: QEvent) -> bool:
        """Take on Enter, leave on Esc."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in ENTER:
                self.take()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_down()
                return True
        return super().eventFilter(watched, event)
