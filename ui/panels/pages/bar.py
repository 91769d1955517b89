"""The strip above the pages: which page, how large, and what is being done when it takes a while."""

from typing import TYPE_CHECKING

from ui.theme import Theme
from ui.widgets.key_bar import Keys
from ui.widgets.labels import Label, row
from ui.widgets.pane import Pane
from wibdesk.language import say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

TIGHT = 310  # width, a length of the design, below which the key that turns the page stands without its word


class PageBar(Pane):
    """Says one thing at a time in one place, so that nothing jumps."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "window", height=40)
        self.page, self.keys = Label(theme, "", "small", "muted"), Keys(theme, [])
        self.setLayout(row(theme, None, self.page, self.keys, None, spacing=14, margins=(12, 0, 12, 0)))
        self.doing = ""
        self.where = ""
        self.shown = (0, 0, 1.0)

    def show_page(self, number: int, count: int, share: float) -> None:
        """Show which page is in sight and how large the pages are."""
        self.shown = number, count, share
        self.where = say("Page {number} of {count}", number=number + 1, count=count) if count else ""
        size = f"{share:.0%}".replace("%", " %")
        turn = [("PgDn", say("next"))] if number + 1 < count else [("PgUp", say("back"))] if count > 1 else []
        if self.width() < self.theme.px(TIGHT):
            turn = [(key, "") for key, _ in turn]
        self.keys.set_pairs([*turn, ("−", ""), ("+", size)] if count else [])
        self.say(self.doing)

    def say(self, doing: str) -> None:
        """Say what is being done in place of the page; nothing brings the page back."""
        self.doing = doing
        self.page.setText(f"{doing} …" if doing else self.where)
        self.page.setAccessibleName(doing or self.where)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Leave out, or bring back, the word of the key that turns the page."""
        super().resizeEvent(event)
        self.show_page(*self.shown)
