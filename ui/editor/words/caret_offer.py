"""A short choice at the caret that never takes the keyboard: 1 and 2 choose, any other key is typed as ever."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.announcing import announce
from ui.editor.offer import EDGE, ROW, Choice, Offer

if TYPE_CHECKING:
    from ui.editor.sheet_view import SheetView

MOST = 9
GAP = 6  # between the line of the caret and what is offered, a length of the design
HELD = frozenset(
    (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock)
)


class CaretOffer:
    """At most one choice at a time; `left` is done when it is put away by Esc."""

    def __init__(self, editor: "SheetView", name: str) -> None:
        self.editor = editor
        self.offer = Offer(editor.theme, editor.viewport(), name)
        self.offer.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.offer.taken.connect(self.take)
        self.at = -1
        self._take: Callable[[int], object] | None = None
        self._left: Callable[[], object] | None = None

    @property
    def open(self) -> bool:
        """Say whether a choice is offered."""
        return self._take is not None

    def ask(self, words: Sequence[str], take: Callable[[int], object], left: Callable[[], object]) -> None:
        """Offer these words by 1, 2 and so on, the likelier first; `take` gets the place of the one chosen, from 0."""
        self.close()
        self._take, self._left, self.at = take, left, self.editor.textCursor().position()
        self.offer.offer([Choice(each, str(n)) for n, each in enumerate(words[:MOST], 1)], -1)
        self.offer.setFixedWidth(min(self.offer.width(), self.editor.viewport().width() - 2 * self.editor.theme.px(8)))
        place_at_caret(self.editor, self.offer)
        self.offer.show()
        self.offer.raise_()
        if QAccessible.isActive():
            said = ", ".join(f"{n} {each}" for n, each in enumerate(words[:MOST], 1))
            announce(self.editor, said)

    def press(self, event: QKeyEvent) -> bool:
        """Take the choice of a number, put the choices away by Esc; any other key puts them away and goes on."""
        if not self.open or event.key() in HELD:
            return False
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        number = event.key() - Qt.Key.Key_1
        if plain and 0 <= number < self.offer.count():
            self.take(number)
            return True
        left = self._left
        self.close()
        if not plain or event.key() != Qt.Key.Key_Escape or left is None:
            return False
        left()
        return True

    def take(self, number: int) -> None:
        """Take the choice at a place."""
        take, self._take, self._left = self._take, None, None
        self.offer.hide()
        if take is not None:
            take(number)

    def close(self) -> None:
        """Put the choices away."""
        if self.open:
            self._take = self._left = None
            self.offer.hide()


def room_at_caret(editor: "SheetView") -> int:
    """Return the height, in pixels, of the larger of the rooms above and below the line of the caret."""
    caret, gap = editor.cursorRect(), editor.theme.px(GAP)
    return max(caret.top(), editor.viewport().height() - caret.bottom()) - 2 * gap


def rows_at_caret(editor: "SheetView") -> int:
    """Return how many rows of a short list stand above or below the line of the caret and leave it to be read."""
    return (room_at_caret(editor) - 2 * editor.theme.px(EDGE)) // editor.theme.px(ROW)


def place_at_caret(editor: "SheetView", widget: QWidget) -> None:
    """Move a widget of the viewport right under the caret, or over it where there is no room below.

    Where there is room for it on neither side it stays whole, and covers the line.
    """
    caret, view, gap = editor.cursorRect(), editor.viewport(), editor.theme.px(GAP)
    below, above = caret.bottom() + gap, caret.top() - gap - widget.height()
    over = below + widget.height() > view.height() and caret.top() > view.height() - caret.bottom()
    left = min(caret.left(), max(0, view.width() - widget.width() - editor.theme.px(8)))
    top = above if over else min(below, view.height() - widget.height())
    widget.setGeometry(QRect(left, max(0, top), widget.width(), widget.height()))
