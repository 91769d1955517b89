"""The strip over the agenda that offers what was parked at the last meeting; one key puts it on the agenda."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.labels import Icon, Label, row
from ui.widgets.pane import Pane
from wibdesk.language import say


class ParkedStrip(Pane):
    """Shown while something waits; `wished` when it shall go on the agenda."""

    wished = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "panel", "b")
        self.waiting: tuple[str, ...] = ()
        self.words = Label(theme, "", "body", wrap=True)
        self.put = Button(theme, "", "plain", key="P")
        self.put.clicked.connect(self.wished)
        parts = (Icon(theme, "square-parking"), (self.words, 1), self.put)
        self.setLayout(row(theme, *parts, spacing=12, margins=(26, 8, 24, 8)))
        self.hide()

    def show_parked(self, waiting: Sequence[str]) -> None:
        """Offer these; nothing is shown where there are none."""
        self.waiting = tuple(waiting)
        count = len(self.waiting)
        named = "; ".join(self.waiting[:3]) + (say("; and {count} more", count=count - 3) if count > 3 else "")
        self.words.setText(say("{count} parked at the last meeting: {named}", count=count, named=named))
        self.put.set_words(say("Put it on the agenda") if count == 1 else say("Put them on the agenda"))
        self.setVisible(bool(self.waiting))
