"""The promise: how the clerk's words are kept, in words that the tests of the desk prove."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.panels.page import Page
from ui.places.safe_keeping.help_text import read_help
from ui.places.safe_keeping.part import Pairs, Part
from ui.widgets.focus_line import FocusLine
from ui.widgets.labels import Label, column
from ui.widgets.pane import Scroll
from wibdesk.language import say

if TYPE_CHECKING:
    from ui.context import Context

MEASURE = 640  # width of a line of reading, a length of the design
HELP = "safe_keeping"


class PromisePart(Part):
    """A page to read; the arrows and PgDn go through it."""

    def __init__(self, context: "Context") -> None:
        super().__init__(context)
        theme, text = context.theme, read_help(HELP)
        things: list[Label | int] = [Label(theme, words, "body", wrap=True) for words in text.lead]
        for topic in text.topics:
            things += [12, Label(theme, topic.heading, "heading", wrap=True)]
            things += [Label(theme, words, "body", wrap=True) for words in topic.paragraphs]
        self.words = QWidget()
        self.words.setLayout(column(theme, *things, None, spacing=6, margins=(28, 4, 24, 28)))
        self.roll = Scroll(self.words)
        self.roll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        FocusLine(theme, self.roll)
        said = [*text.lead, *(f"{topic.heading}. {' '.join(topic.paragraphs)}" for topic in text.topics)]
        self.roll.setAccessibleName(text.heading)
        self.roll.setAccessibleDescription(" ".join(said))
        self.fill(Page(theme, text.heading, self.roll))
        theme.changed.connect(self.restyle)
        self.restyle()

    def first(self) -> QWidget:
        """Return the page."""
        return self.roll

    def own_keys(self) -> Pairs:
        """Return the keys of the page."""
        return [("↑ ↓", say("read on")), ("PgDn", say("a page on"))]

    def restyle(self) -> None:
        """Keep the measure at the text size in force."""
        self.words.setMaximumWidth(self.context.theme.px(MEASURE + 52))
