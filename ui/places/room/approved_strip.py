"""The strip over approved minutes, and the question asked before they are approved or their private notes go."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.places.room.folding import FoldingStrip
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.labels import Icon, Label, column, row
from ui.widgets.pane import Pane
from wibdesk.language import say

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent


class ApprovedStrip(FoldingStrip):
    """Says since when the minutes are approved and that they are read-only; `reopen_wished`, `wipe_wished`."""

    narrow = 760
    reopen_wished = Signal()
    wipe_wished = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.icon = Icon(theme, "lock")
        self.words = Label(theme, "", "strong", wrap=True)
        self.more = Label(theme, "", "small", "muted", wrap=True)
        self.wipe = Button(theme, say("Delete private notes…"), "plain")
        self.reopen = Button(theme, say("Reopen the minutes…"), "plain")
        self.wipe.clicked.connect(self.wipe_wished)
        self.reopen.clicked.connect(self.reopen_wished)
        said = column(theme, self.words, self.more, spacing=1)
        self.lay_out(row(theme, self.icon, (said, 1), spacing=10), self.wipe, self.reopen)
        self.hide()

    def say(self, words: str, more: str, *, bad: bool = False) -> None:
        """Say how the minutes stand; `bad` where they are no longer what was approved."""
        self.words.setText(words)
        self.more.setText(more)
        self.more.setVisible(bool(more))
        self.set_ground("bad_soft" if bad else "panel")
        self.setAccessibleName(f"{words} {more}".strip())

    def explain(self, words: str) -> None:
        """Say below why nothing was typed."""
        self.more.setText(words)
        self.more.show()
        self.set_ground("warn_soft")
        self.setAccessibleName(f"{self.words.text()} {words}")


class AskFirst(Pane):
    """A question with what follows from each answer, where the strips were; Enter on a button answers, Esc leaves."""

    left = Signal()

    def __init__(self, theme: Theme, *strips: QWidget) -> None:
        super().__init__(theme, "panel", "b")
        self.strips = strips
        self.covered: list[QWidget] = []  # strips that make room for the question meanwhile
        self.heading, self.words = Label(theme, "", "strong", wrap=True), Label(theme, "", "body", wrap=True)
        self.yes, self.other = Button(theme, "", "primary"), Button(theme, "", "plain")
        self.no = Button(theme, say("Leave it as it is"), "plain", key="Esc")
        self.act: Callable[[], None] = self.left.emit
        self.other_act: Callable[[], None] = self.left.emit
        self.yes.clicked.connect(self._answer)
        self.other.clicked.connect(self._answer_otherwise)
        self.no.clicked.connect(self.leave)
        buttons = row(theme, self.yes, self.other, self.no, None, spacing=8)
        said = column(theme, self.heading, self.words, spacing=2)
        self.setLayout(column(theme, said, buttons, spacing=8, margins=(20, 10, 16, 10)))
        self.hide()

    def ask(
        self,
        heading: str,
        words: str,
        yes: str,
        act: Callable[[], None],
        *,
        other: tuple[str, Callable[[], None]] | None = None,
        warn: bool = False,
    ) -> None:
        """Ask, the keyboard on the first answer, or on leaving it where it warns."""
        self.heading.setText(heading)
        self.words.setText(words)
        self.yes.set_words(yes)
        self.act = act
        self.other.setVisible(other is not None)
        if other is not None:
            self.other.set_words(other[0])
            self.other_act = other[1]
        self.set_ground("warn_soft" if warn else "panel")
        self.yes.kind, self.yes.danger = ("plain", True) if warn else ("primary", False)
        self.yes.restyle()
        self.setAccessibleName(f"{heading} {words}")
        self.covered = [strip for strip in self.strips if not strip.isHidden()]
        for strip in self.covered:
            strip.hide()
        self.yes.setAccessibleDescription(words)
        self.show()
        (self.no if warn else self.yes).setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Put the question away."""
        if not self.isHidden():
            self.hide()
            self.left.emit()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Leave it on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: "QHideEvent") -> None:
        """Give the strips their place again; those who know better say so after."""
        super().hideEvent(event)
        covered, self.covered = self.covered, []
        for strip in covered:
            strip.show()

    def stop(self) -> QWidget:
        """Return what takes the keyboard here."""
        return self.yes

    def _answer(self) -> None:
        self.act()

    def _answer_otherwise(self) -> None:
        self.other_act()
