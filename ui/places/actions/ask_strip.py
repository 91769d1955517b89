"""A line below the filters that asks for an owner or a day; nothing modal, Esc leaves the filter as it was."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter

from ui.theme import Theme
from ui.widgets.fields import LineField
from ui.widgets.key_bar import Keys
from ui.widgets.labels import Label, row
from ui.widgets.pane import Pane

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class Asking:
    """What is asked: `read` tells in words what would be taken, `take` gets the words and returns what is wrong."""

    caption: str
    read: Callable[[str], str]
    take: Callable[[str], str]
    text: str = ""
    offers: Sequence[str] = ()


class AskStrip(Pane):
    """`left` when the keyboard should go back to the list."""

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "panel", "b", height=52)
        self.asking: Asking | None = None
        self.caption = Label(theme, "", "small_strong")
        self.entry = LineField(theme)
        self.entry.installEventFilter(self)
        self.entry.textEdited.connect(self._read_out)
        self.caption.setBuddy(self.entry)
        self.remark = Label(theme, "", "small", "muted")
        self.remark.setMinimumWidth(1)
        self.keys = Keys(theme, [("Enter", "show"), ("Esc", "back")], "caption")
        parts = row(theme, self.caption, self.entry, (self.remark, 1), self.keys, spacing=12, margins=(28, 8, 24, 8))
        self.setLayout(parts)
        self.hide()

    def ask(self, asking: Asking) -> None:
        """Open the line for this question with the keyboard in it."""
        self.asking = asking
        self.caption.setText(asking.caption)
        self.entry.setAccessibleName(asking.caption)
        completer = QCompleter(list(asking.offers), self.entry)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.entry.setCompleter(completer)
        self.entry.setText(asking.text)
        self._read_out()
        self.entry.setFixedWidth(self.theme.px(220))
        self.show()
        self.keys.setVisible(self.width() / self.theme.scale > 640)
        self.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.entry.selectAll()

    def eventFilter(self, watched: "QObject", event: QEvent) -> bool:
        """Take the answer on Enter, leave on Esc."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in ENTER:
                self._take()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._close()
                return True
        return super().eventFilter(watched, event)

    def _take(self) -> None:
        trouble = self.asking.take(self.entry.text().strip()) if self.asking is not None else ""
        if trouble:
            self._say(trouble, "bad")
        else:
            self._close()

    def _close(self) -> None:
        self.asking = None
        self.hide()
        self.left.emit()

    def _read_out(self) -> None:
        if self.asking is not None:
            self._say(self.asking.read(self.entry.text().strip()), "muted")

    def _say(self, words: str, tone: str) -> None:
        self.remark.setText(words)
        self.remark.set_colour(tone)
        self.entry.setAccessibleDescription(words)
