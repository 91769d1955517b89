"""A choice of two at the caret while the keyboard stays in the sentence: 1 and 2 choose, Enter takes the likelier."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.editor.offer import Choice, Offer
from ui.theme import Theme
from ui.widgets.labels import Label, column, row
from ui.widgets.popup import Popup
from wibdesk.language import say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from wibdesk.shorthand.reading import Ask

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DIGITS = tuple("123456789")
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Asking(Popup):
    """The question with its choices: `take` gets the one chosen, `keep` is for going on with what was typed."""

    def __init__(
        self, theme: Theme, over: "QWidget", ask: "Ask", take: Callable[[str], None], keep: Callable[[], None]
    ) -> None:
        super().__init__(theme, over)
        self.question, self.take, self.keep = ask, take, keep
        self.offer = Offer(theme, self, ask.question, framed=False)
        self.offer.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(self.spoken())
        self.setLayout(
            column(
                theme,
                row(theme, Label(theme, ask.question, "small", "muted"), margins=(14, 0, 12, 0)),
                self.offer,
                spacing=2,
                margins=(2, 8, 2, 2),
            )
        )
        self.offer.offer([Choice(words, str(n)) for n, words in enumerate(ask.choices, 1)])
        self.offer.taken.connect(self._taken)
        self.offer.show()
        self.adjustSize()

    def spoken(self) -> str:
        """Return the question with its choices, for a screen reader."""
        choices = ", ".join(f"{n} {words}" for n, words in enumerate(self.question.choices, 1))
        return say(
            "{question} {choices}. Escape goes back to the line.", question=self.question.question, choices=choices
        )

    def press(self, event: "QKeyEvent") -> bool:
        """Choose by 1, 2, the arrows and Enter; False for a key that chooses nothing."""
        key = event.key()
        if key in _STEPS:
            self.offer.step(_STEPS[Qt.Key(key)])
        elif key in _ENTER:
            self._taken(self.offer.currentRow())
        elif event.text() in _DIGITS[: len(self.question.choices)]:
            self._taken(_DIGITS.index(event.text()))
        else:
            return False
        return True

    def _taken(self, row: int) -> None:
        self.take(self.question.choices[row])
