"""A strip that asks before something that cannot be taken back; nothing modal, Esc is the safe answer."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter

from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.fields import field
from ui.widgets.labels import Icon, Label, column, row
from ui.widgets.pane import Pane
from ui.widgets.secret_field import SecretField
from wibdesk.language import say

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent


@dataclass(frozen=True)
class Ask:
    """What is asked: a heading, what will happen, the two answers, and what `run` does with what was typed.

    With `secret`, the caption of a field for a passphrase, `run` gets its words, else an empty string.
    """

    heading: str
    words: str
    act: str
    run: Callable[[str], None]
    safe: str = ""
    secret: str = ""
    danger: bool = True


class Asking(Pane):
    """`opened` when something is asked, `closed` when the keyboard should go back to what was there before."""

    opened = Signal()
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "warn_soft", "")
        self.asked: Ask | None = None
        self.heading = Label(theme, "", "strong", wrap=True)
        self.words = Label(theme, "", "body", "ink", wrap=True)
        self.secret = SecretField(theme)
        self.secret_field = field(theme, say("Passphrase"), self.secret)
        self.safe = Button(theme, say("Leave it"), key="Esc")
        self.plain, self.risky = Button(theme, say("Do it")), Button(theme, say("Do it"), danger=True)
        self.safe.clicked.connect(self.close_down)
        self.secret.taken.connect(self.answer)
        for button in (self.plain, self.risky):
            button.clicked.connect(self.answer)
        said = column(theme, self.heading, self.words, self.secret_field, spacing=4)
        buttons = row(theme, self.safe, self.plain, self.risky, None, spacing=8)
        lines = column(theme, said, buttons, spacing=8)
        mark = column(theme, Icon(theme, "triangle-alert", "warn", 20), None)
        self.setLayout(row(theme, mark, (lines, 1), spacing=12, margins=(28, 12, 24, 10)))
        self.hide()

    def ask(self, ask: Ask) -> None:
        """Open the strip; the safe answer has the keyboard, or the field where a passphrase is asked for."""
        self.asked = ask
        self.heading.setText(ask.heading)
        self.words.setText(ask.words)
        self.safe.set_words(ask.safe or say("Leave it"))
        for button in (self.plain, self.risky):
            button.set_words(ask.act)
            button.setVisible(button.danger == ask.danger)
        self.secret.clear()
        self.secret_field.caption.setText(ask.secret)
        self.secret.setAccessibleName(ask.secret)
        self.secret_field.set_trouble()
        self.secret_field.setVisible(bool(ask.secret))
        self.setAccessibleName(f"{ask.heading} {ask.words}")
        self.show()
        self._fit()
        self.opened.emit()
        first = self.secret if ask.secret else self.safe
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_open(self) -> bool:
        """Say whether something is asked."""
        return self.asked is not None

    def set_trouble(self, words: str) -> None:
        """Say below the field why it was not taken, the keyboard back in it."""
        self.secret_field.set_trouble(words)
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)
        self.secret.select_all()

    def answer(self) -> None:
        """Do what was asked about."""
        ask, typed = self.asked, self.secret.text()
        if ask is None:
            return
        if ask.secret and not typed:
            self.set_trouble(say("Type it here first."))
            return
        if not ask.secret:
            self.close_down()
        ask.run(typed)

    def close_down(self) -> None:
        """Put the strip away, with what was typed into it."""
        if self.asked is None:
            return
        self.asked = None
        self.secret.clear()
        self.hide()
        self.closed.emit()

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Keep room for every word, however low the window is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = self.layout()
        if lines is not None:
            self.setMinimumHeight(max(lines.heightForWidth(self.width()), 0))

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint the ground, the bar at the left and the line below."""
        super().paintEvent(event)
        p, colour = QPainter(self), self.theme.colour("warn")
        p.fillRect(0, 0, self.theme.px(4), self.height(), colour)
        p.fillRect(0, self.height() - 1, self.width(), 1, colour)
