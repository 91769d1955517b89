"""The phrase bank at the caret: a line that narrows it, and the phrases, those used last first."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui.editor.offer import EDGE, ROW, Choice, Offer
from ui.theme import Theme
from ui.widgets.fields import LineField
from ui.widgets.key_bar import Keys
from ui.widgets.labels import Label, column
from wibdesk.domain.phrases import Phrase
from wibdesk.language import later, say

MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
LEAST_ROWS, MOST_ROWS = 2, 7
NONE_YET = later("There are no phrases yet. “Words and phrases” keeps them.")
NONE_SUCH = later("No phrase has these words.")


class _Narrowing(LineField):
    """The line; what is no typing goes on to the list."""

    pressed = Signal(int)

    def event(self, event: QEvent) -> bool:
        """Keep Esc, Enter and Tab from whatever is round the list."""
        if isinstance(event, QKeyEvent) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            ours = event.key() in (*MOVES, *TAKES, Qt.Key.Key_Escape)
            if ours and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if ours and event.type() == QEvent.Type.KeyPress:
                self.pressed.emit(event.key())
                return True
        return super().event(event)


class PhraseList(QFrame):
    """`taken` with the phrase chosen, `left` when the list is put away, `resized` when there are more or fewer rows.

    It is as wide as the room it is given, and has as many rows as are in it.
    """

    taken = Signal(object)
    left = Signal()
    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget, phrases: Sequence[Phrase], words: str, room: QSize) -> None:
        super().__init__(parent)
        self.theme, self.phrases, self.room = theme, phrases, room
        self.found: list[Phrase] = []
        self.label = Label(theme, say("Phrase"), "small_strong")
        self.edit = _Narrowing(theme, words)
        self.edit.setAccessibleName(say("Phrase, type to narrow the list"))
        self.rows = Offer(theme, self, say("Phrases"), framed=False)
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.none = Label(theme, "", "small", "muted", wrap=True)
        self.keys = Keys(theme, [("Enter", say("put it in")), ("↑ ↓", say("choose")), ("Esc", say("back"))], "caption")
        self.label.setBuddy(self.edit)
        parts = (self.label, self.edit, self.rows, self.none, self.keys)
        self.setLayout(column(theme, *parts, spacing=5, margins=(10, 8, 10, 8)))
        self.edit.textChanged.connect(self.narrow)
        self.edit.pressed.connect(self._press)
        self.rows.taken.connect(self._take)
        frame = f"border: 1px solid {theme.line_strong.name()}; border-radius: {theme.px(8)}px"
        self.setStyleSheet(f"PhraseList {{ background: {theme.raised.name()}; {frame}; }}")
        self.narrow()

    def narrow(self) -> None:
        """Offer the phrases that have all the words typed, in any order."""
        wanted = self.edit.text().casefold().split()
        self.found = [p for p in self.phrases if all(word in f"{p.name} {p.text}".casefold() for word in wanted)]
        self.rows.offer([Choice(phrase.text) for phrase in self.found])
        self.rows.setVisible(bool(self.found))
        self.none.setText(say(NONE_SUCH) if self.phrases else say(NONE_YET))
        self.none.setVisible(not self.found)
        self._tell()
        self._fit()
        self.resized.emit()

    def _fit(self) -> None:
        """Take the size that the rows need, of those that there is room for."""
        t, rows = self.theme, self.rows
        around = 2 * t.px(EDGE) + 2
        rest = self.sizeHint().height() - rows.height() if self.found else 0
        most = max(LEAST_ROWS, min(MOST_ROWS, (self.room.height() - rest - around) // t.px(ROW)))
        rows.setFixedSize(self.room.width() - t.px(22), min(len(self.found), most) * t.px(ROW) + around)
        self.setFixedWidth(self.room.width())
        self.adjustSize()

    def _press(self, key: int) -> None:
        if key in MOVES:
            self.rows.step(MOVES[Qt.Key(key)])
            self._tell()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            self._take(self.rows.currentRow())

    def _take(self, row: int) -> None:
        if 0 <= row < len(self.found):
            self.taken.emit(self.found[row])

    def _tell(self) -> None:
        """Let the line say which phrase is chosen, for a screen reader."""
        row = self.rows.currentRow()
        self.edit.setAccessibleDescription(self.found[row].text if 0 <= row < len(self.found) else self.none.text())
