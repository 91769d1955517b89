"""A field for names with commas between: those at the table are offered first, anything else typed is kept as it is."""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent

from ui.editor.offer import Choice, Offer
from ui.theme import Theme
from ui.widgets.fields import LineField
from wibdesk.domain.people import initials_of
from wibdesk.language import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

MOST = 8


def names_in(text: str) -> tuple[str, ...]:
    """Read names with commas between; with semicolons where a name has a comma of its own."""
    mark = ";" if ";" in text else ","
    return tuple(name for part in text.split(mark) if (name := " ".join(part.split())))


def names_out(names: Sequence[str]) -> str:
    """Write names with commas between, with semicolons where a name has a comma of its own."""
    return "; ".join(names) + ";" * (len(names) == 1) if any("," in name for name in names) else ", ".join(names)


def matching(typed: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return the names in which a word, or the initials, begin as typed; in the order given, each once."""
    wanted = " ".join(typed.casefold().split())
    if not wanted:
        return ()
    found = (n for n in names if n.casefold() != wanted and _meets(wanted, n))
    return tuple(dict.fromkeys(found))[:MOST]


def _meets(wanted: str, name: str) -> bool:
    folded = name.casefold()
    words = re.split(r"[\s,/()-]+", folded)
    begins = any(folded[folded.find(word) :].startswith(wanted) for word in words if word)
    return begins or any(word.startswith(wanted) for word in words) or initials_of(name).casefold() == wanted


class NamesField(LineField):
    """One line of names; Up, Down and Enter take a name that is offered, Esc leaves what was typed."""

    def __init__(self, theme: Theme, names: Callable[[], Sequence[str]], over: "QWidget", *, several: bool) -> None:
        super().__init__(theme)
        self.names, self.over, self.several = names, over, several
        self.found: tuple[str, ...] = ()
        self.offer = Offer(theme, over, say("Names"))
        self.offer.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.offer.taken.connect(self.take)
        self.textEdited.connect(self._suggest)
        self.destroyed.connect(self.offer.deleteLater)

    def take(self, row: int) -> None:
        """Put a name that is offered in place of what was typed of it."""
        start, end = self._stretch()
        text = self.text()
        lead = " " if start and not text[start:].startswith(" ") else ""
        kept = text[:start] + lead + self.found[row]
        self.offer.hide()
        self.setText(kept + text[end:])
        self.setCursorPosition(len(kept))
        self.textEdited.emit(self.text())
        self.offer.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Work the offered names while they are shown."""
        if self.offer.isVisible():
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self.offer.step(1 if event.key() == Qt.Key.Key_Down else -1)
                return
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.take(self.offer.currentRow())
                return
            if event.key() == Qt.Key.Key_Escape:
                self.offer.hide()
                return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Take the name that is offered on Tab, and go on."""
        if forward and self.offer.isVisible():
            self.take(self.offer.currentRow())
        return super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the offered names away."""
        super().focusOutEvent(event)
        self.offer.hide()

    def _stretch(self) -> tuple[int, int]:
        """Return where the name at the caret begins and ends."""
        text, at = self.text(), self.cursorPosition()
        if not self.several:
            return 0, len(text)
        mark = ";" if ";" in text else ","
        end = text.find(mark, at)
        return text.rfind(mark, 0, at) + 1, len(text) if end < 0 else end

    def _suggest(self) -> None:
        start, end = self._stretch()
        self.found = matching(self.text()[start:end], self.names())
        self.offer.setVisible(bool(self.found))
        if self.found:
            self.offer.offer([Choice(name, icon="user-round") for name in self.found])
            self.offer.move(self.mapTo(self.over, QPoint(0, self.height() + self.theme.px(2))))
            self.offer.raise_()
