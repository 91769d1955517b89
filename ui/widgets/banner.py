"""The banner: stays until the trouble is gone; says what happened, what is safe, what to do; never takes the focus."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.labels import Icon, Label, column, row
from ui.widgets.pane import Pane

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

ICONS = {"bad": "octagon-alert", "warn": "triangle-alert", "good": "circle-check"}


class Banner(Pane):
    """A heading, a sentence and at most two buttons over the full width; tone is bad, warn or good."""

    def __init__(
        self, theme: Theme, heading: str, words: str, buttons: Sequence[Button] = (), *, tone: str = "bad"
    ) -> None:
        super().__init__(theme, f"{tone}_soft")
        self.tone = tone
        self.heading = Label(theme, heading, "strong", "bad" if tone == "bad" else "ink", wrap=True)
        self.words = Label(theme, words, "body", "ink", wrap=True)
        if not words:
            self.words.hide()  # never shown here: without a parent yet it would be a window of its own
        said = column(theme, self.heading, self.words, spacing=2)
        mark = column(theme, Icon(theme, ICONS[tone], tone, 20), None)
        parts = row(theme, mark, (said, 1), *buttons, spacing=12, margins=(20, 10, 16, 10))
        self.setLayout(parts)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(f"{heading} {words}")

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint the ground, the bar at the left and the line below."""
        super().paintEvent(event)
        p, colour = QPainter(self), self.theme.colour(self.tone)
        p.fillRect(0, 0, self.theme.px(4), self.height(), colour)
        p.fillRect(0, self.height() - 1, self.width(), 1, colour)
