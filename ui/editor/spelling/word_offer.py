"""The list at a misspelt word: what was meant by 1 to 5, A to keep the word, I to ignore it, F7 to go on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.editor.offer import EDGE, ROW, Choice, Offer
from ui.theme import Theme
from wibdesk.language import later, say

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

ADD, IGNORE = later("Add to my words"), later("Ignore in this meeting")


class WordOffer(Offer):
    """`replaced` with the words chosen; `onward` with 1 or -1 when the next or the previous word is wanted.

    `left` when the clerk goes back to where she was typing, `dropped` when the list goes for any other reason.
    """

    replaced = Signal(str)
    learnt = Signal()
    ignored = Signal()
    onward = Signal(int)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget, word: str, meant: Sequence[str]) -> None:
        super().__init__(
            theme,
            parent,
            say("What “{word}” was meant to be", word=word) if meant else say("Nothing is like “{word}”", word=word),
        )
        self.meant = tuple(meant)
        self.offer(
            [
                *(Choice(words, str(n)) for n, words in enumerate(self.meant, 1)),
                Choice(say(ADD), "A"),
                Choice(say(IGNORE), "I"),
            ]
        )
        self.taken.connect(self._take)

    def keep_within(self, high: int) -> None:
        """Show no more rows than there is room for in so many pixels; the others come by the arrows."""
        around = 2 * self.theme.px(EDGE) + 2
        rows = max(1, (high - around) // self.theme.px(ROW))
        self.setFixedHeight(min(self.height(), rows * self.theme.px(ROW) + around))

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Go on to the next word by F7, back by Shift F7, to the sentence by Esc; else as every list of its kind."""
        if event.key() == Qt.Key.Key_F7:
            event.accept()
            self.onward.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: "QFocusEvent") -> None:
        """Go away with the keyboard, except where only another window came to the front."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.dropped.emit()

    def _take(self, row: int) -> None:
        if row < len(self.meant):
            self.replaced.emit(self.meant[row])
        elif row == len(self.meant):
            self.learnt.emit()
        else:
            self.ignored.emit()
