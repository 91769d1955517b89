"""What every part of the place is: a page with its head, its strips and its list."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.panels.page import LOW
from ui.panels.register_place import stacked
from ui.places.safe_keeping.asking import Asking
from ui.places.safe_keeping.progress import Progress
from ui.safe_parts import PARTS
from wibdesk.language import say

if TYPE_CHECKING:
    from ui.context import Context
    from ui.panels.page import Page

Pairs = list[tuple[str, str]]


class Part(QWidget):
    """One part; `keys_changed` wishes its keys read again, `left` gives the keyboard back to the list of parts."""

    keys_changed = Signal()
    left = Signal()

    def __init__(self, context: "Context") -> None:
        super().__init__()
        self.context = context
        self.asking, self.progress = Asking(context.theme), Progress(context.theme)
        for strip in (self.asking, self.progress):
            strip.setParent(self)  # a part that never asks, or never works for long, keeps them out of sight
            strip.hide()
        self.progress.reached.connect(context.messages.announce)
        self.single = False  # the tabs above name the part already
        self.asking.closed.connect(self.take_keyboard)
        for told in (self.asking.opened, self.asking.closed):
            told.connect(self.keys_changed)

    def fill(self, page: "Page") -> None:
        """Let a page be the whole part."""
        self.page = page
        column: QVBoxLayout = stacked(page)
        self.setLayout(column)
        for told in (self.asking.opened, self.asking.closed):
            told.connect(self._make_room)

    def head(self, title: str, sub: str = "") -> None:
        """Head the page with these words."""
        self.page.set_words(title, sub)
        self.page.bar.title.setVisible(not (self.single and title in (say(word) for _, word, _ in PARTS)))

    def set_single(self, single: bool) -> None:
        """Say whether tabs above name the part."""
        self.single = single
        self.head(self.page.bar.title.text(), self.page.bar.sub.text())

    def first(self) -> QWidget:
        """Return what the keyboard goes to; subclasses say."""
        raise NotImplementedError

    def own_keys(self) -> Pairs:
        """Return the pairs for the foot while nothing is asked; subclasses say."""
        return []

    def keys(self) -> Pairs:
        """Return the pairs for the foot."""
        last = ("Ctrl K", say("any command"))
        if self.asking.is_open():
            return [("Tab", say("next")), ("Enter", say("press it")), last, ("Esc", self.asking.safe.text().lower())]
        return [*self.own_keys(), ("Esc", say("parts")), last]

    def enter(self) -> None:
        """Show how things stand now; called each time the part is shown."""

    def leave(self) -> None:
        """Put away what is asked; called before another part or place is shown."""
        self.asking.close_down()

    def step_back(self) -> bool:
        """Put away what is open in the part, on Esc; say whether there was anything."""
        if self.asking.is_open():
            self.asking.close_down()
            return True
        if self.page.has_panel() and not self.page.beside():
            self.page.close_panel()
            self.take_keyboard()
            return True
        return False

    def take_keyboard(self) -> None:
        """Give the keyboard to what comes first."""
        if self.isVisible():
            self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_room(self) -> None:
        """Leave the head away while something is asked where it is low: what is asked wants the height."""
        low = self.window().height() < self.context.theme.px(LOW)
        self.page.bar.setVisible(not (low and self.asking.is_open()))
