"""The banner: stays until the trouble is gone; says what happened, what is safe, what to do; never takes the focus."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QBoxLayout, QSizePolicy

from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.labels import Icon, Label, Line, column, row
from ui.widgets.pane import Pane

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

ICONS = {"bad": "octagon-alert", "warn": "triangle-alert", "good": "circle-check", "note": "info"}
LEAST_WORDS = 340  # the width that words keep beside the buttons, a length of the design


def tone_of(tone: str) -> str:
    """Return the colour of bar and icon for a tone."""
    return "accent" if tone == "note" else tone


class Banner(Pane):
    """A heading, a sentence and a few buttons, below the words where they leave too little room beside them.

    Tone is bad, warn, good or note.
    """

    def __init__(
        self, theme: Theme, heading: str, words: str, buttons: Sequence[Button] = (), *, tone: str = "bad"
    ) -> None:
        super().__init__(theme, "raised" if tone == "note" else f"{tone}_soft")
        self.tone, self.buttons = tone_of(tone), tuple(buttons)
        self.heading = Label(theme, heading, "strong", "bad" if tone == "bad" else "ink", wrap=True)
        self.words = Label(theme, words, "body", "ink", wrap=True)
        said = column(theme, self.heading, self.words, spacing=2)
        mark = column(theme, Icon(theme, ICONS[tone], self.tone, 20), None)
        self.foot = Line(theme, QBoxLayout.Direction.LeftToRight, [(said, 1), row(theme, *buttons, None)], spacing=12)
        self.setLayout(row(theme, mark, (self.foot, 1), spacing=12, margins=(20, 10, 16, 10)))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.say(heading, words)

    def say(self, heading: str, words: str) -> None:
        """Say something else from now on, with the same buttons."""
        self.heading.setText(heading)
        self.words.setText(words)
        self.words.setHidden(not words)
        stop = "" if heading.endswith((".", "?", "!", ":")) or not words else "."
        self.setAccessibleName(f"{heading}{stop} {words}".strip())

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Set the buttons beside the words, or below them."""
        super().resizeEvent(event)
        wanted = sum(button.sizeHint().width() for button in self.buttons) + self.theme.px(LEAST_WORDS)
        narrow = self.width() < wanted
        self.foot.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint the ground, the bar at the left and the line below."""
        super().paintEvent(event)
        p, colour = QPainter(self), self.theme.colour(self.tone)
        p.fillRect(0, 0, self.theme.px(4), self.height(), colour)
        p.fillRect(0, self.height() - 1, self.width(), 1, colour)
