"""The form of a correction: where, what the minutes say, what they should say, who asked, and the sentence it makes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.editor.names_field import NamesField
from ui.widgets.button import Button
from ui.widgets.fields import Field, LineField, TextField
from ui.widgets.key_bar import Keys
from ui.widgets.labels import Label, column, hold, row
from ui.widgets.pane import Pane, Scroll
from wibdesk.domain.previous_minutes import smallest_change
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.theme import Theme
    from wibdesk.services.previous_minutes import MinuteLine

WIDE = 400
"""Width of the form beside the minutes, a length of the design."""
NOT_YET = later("Change the words under “Should read”, or say where the mistake is: the sentence stands here.")
REASON = Qt.FocusReason.OtherFocusReason


@dataclass(frozen=True)
class Corrected:
    """What the form says: the place, the words that are wrong, those that are right, and who asked."""

    place: str
    was: str
    now: str
    requested_by: str


class CorrectionForm(Pane):
    """`begun` with each new correction; `changed` carries what it says at each change by hand; `left` when done."""

    begun = Signal()
    changed = Signal(object)
    left = Signal()
    lines_wished = Signal()

    def __init__(self, theme: "Theme", people: Callable[[], Sequence[str]], over: QWidget) -> None:
        super().__init__(theme, "panel", "l")
        self.chosen_words = ""  # what the line chosen says, in whose place the words that differ are told
        self.title = Label(theme, say("Correction"), "strong", wrap=True)
        self.place, self.by = LineField(theme), NamesField(theme, people, over, several=False)
        self.was, self.now = TextField(theme, lines=3), TextField(theme, lines=3)
        self.says = Label(theme, say(NOT_YET), "body", "muted", wrap=True)
        self.back = Button(theme, say("Keep it and go back"), "primary", key="Enter")
        self.other = Button(theme, say("Choose another line"), "plain", key="Ctrl M")
        self.facts = row(
            theme,
            (Field(theme, say("Place"), self.place), 1),
            (Field(theme, say("Asked for by"), self.by), 1),
            spacing=10,
        )
        self.words = row(
            theme, (Field(theme, say("Was"), self.was), 1), (Field(theme, say("Should read"), self.now), 1), spacing=10
        )
        sentence = column(theme, Label(theme, say("The minutes will say"), "small_strong"), self.says, spacing=2)
        keys = Keys(theme, [("Tab", say("next")), ("Esc", say("back, as it is"))], "caption")
        self.buttons = row(theme, self.back, self.other, spacing=8)
        buttons = row(theme, self.buttons, None)
        parts = (self.title, self.words, self.facts, sentence, buttons, keys, None)
        inside = hold(column(theme, *parts, spacing=10, margins=(16, 10, 16, 10)))
        self.scroll = Scroll(inside)
        self.setLayout(column(theme, (self.scroll, 1), spacing=0, margins=(1, 0, 0, 0)))
        self.setAccessibleName(say("Correction of the last minutes"))
        for line in (self.place, self.by):
            line.textEdited.connect(lambda _words: self._tell())
        for text in (self.was, self.now):
            text.textChanged.connect(self._tell)
        for widget in (self.was, self.now, self.place, self.by):
            widget.installEventFilter(self)
        self.back.clicked.connect(self.left)
        self.other.clicked.connect(self.lines_wished)
        self.set_beside(True)

    def set_beside(self, beside: bool) -> None:
        """Stand beside the minutes, or have the whole width to itself."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self.words.setDirection(down if beside else across)
        self.buttons.setDirection(down if beside else across)
        # Side by side, who asked stands at the left, where the names that are offered have room.
        self.facts.setDirection(down if beside else QBoxLayout.Direction.RightToLeft)
        self.setMinimumWidth(self.theme.px(WIDE) if beside else 0)
        self.setMaximumWidth(self.theme.px(WIDE) if beside else 16_777_215)

    def fill(self, line: "MinuteLine | None") -> None:
        """Begin a correction of a line, or of what no line says; what it should read is edited out of what it says."""
        self.chosen_words = line.words if line is not None else ""
        for text in (self.was, self.now):
            text.blockSignals(True)
            text.setPlainText(self.chosen_words)
            text.moveCursor(QTextCursor.MoveOperation.Start)
            text.blockSignals(False)
        self.place.setText(line.place if line is not None else "")
        self.by.clear()
        self.title.setText(
            say("Correct {place}", place=line.place) if line is not None else say("Correct what no line says")
        )
        self.tell_sentence("")
        self.begun.emit()

    def says_now(self) -> Corrected:
        """Return what the form says; of a line that was edited only the words that differ."""
        was, now = (" ".join(text.toPlainText().split()) for text in (self.was, self.now))
        if was == " ".join(self.chosen_words.split()) and now:
            was, now = smallest_change(was, now)
        return Corrected(self.place.text().strip(), was, now, " ".join(self.by.text().split()))

    def tell_sentence(self, words: str) -> None:
        """Show the sentence that stands in the minutes now."""
        self.says.setText(words or say(NOT_YET))
        self.says.set_colour("ink" if words else "muted")

    def start(self) -> None:
        """Give the keyboard to what it should read, or to the place where no line is known."""
        (self.now if self.chosen_words else self.place).setFocus(REASON)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave on Enter, which makes no new line here; names that are offered get Enter and Esc first."""
        if isinstance(event, QKeyEvent):
            offering = watched is self.by and self.by.offer.isVisible()
            if event.type() == QEvent.Type.ShortcutOverride and offering and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if event.type() == QEvent.Type.KeyPress and enter and not offering:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        self.changed.emit(self.says_now())
