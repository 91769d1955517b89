"""The page of a place: head, strips, list, and one panel beside it that becomes a page where it is narrow."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.pane import Pane
from ui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

QWIDGETSIZE_MAX = 16777215  # Qt's own "no limit", which PySide6 does not name
LOW, EDGES = 400, 52  # the height below which a head is short, and what its edges take: lengths of the design
PART, NO_BREAK = " · ", "\N{NO-BREAK SPACE}"
BESIDE = ("wide", "standard")  # the layouts with room for a panel beside the list


class Page(Pane):
    """`main` with its head; `rest` stands beside it while no panel is open; `open_panel` lays a form there.

    In compact and single layouts the panel takes the whole page until it is closed, and `rest` folds away.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        main: QWidget,
        *,
        buttons: Sequence[Button] = (),
        strips: Sequence[QWidget] = (),
        rest: QWidget | None = None,
        side: float = 320,
    ) -> None:
        super().__init__(theme, "sheet")
        self.main, self.rest, self.side, self.panel, self.asked = main, rest, side, rest, False
        self.wished, self.bare = side, False
        self.buttons, self.strips = list(buttons), list(strips)
        self.bar = TitleBar(theme, title, buttons=buttons)
        self.bar.sub.setWordWrap(True)
        self.top = QWidget()
        top, self.body, outer = QVBoxLayout(self.top), QHBoxLayout(), QVBoxLayout()
        for layout in (top, self.body, outer):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        for part in (self.bar, *self.strips):
            top.addWidget(part)
        self.body.addWidget(main, 1)
        if rest is not None:
            self.body.addWidget(rest)
        outer.addWidget(self.top)
        outer.addLayout(self.body, 1)
        self.setLayout(outer)
        theme.changed.connect(self.settle)

    def set_words(self, title: str, sub: str = "") -> None:
        """Head the page with other words."""
        self.bar.set_words(title, _kept_whole(sub))
        self.bar.sub.setAccessibleName(sub.replace(NO_BREAK, " "))
        self._fit_head()

    def open_panel(self, panel: QWidget, *, width: float | None = None) -> None:
        """Lay a panel beside the list, or over the page where there is no room; the one before it goes."""
        self.wished = width or self.side
        if panel is not self.panel:
            if self.panel is not None:
                self.panel.hide()
            if self.body.indexOf(panel) < 0:
                self.body.addWidget(panel)
            self.panel = panel
        self.asked = True
        self.settle()

    def close_panel(self) -> None:
        """Put the panel away and show what rests beside the list."""
        if self.panel is not None and self.panel is not self.rest:
            self.panel.hide()
        self.panel, self.asked, self.wished = self.rest, False, self.side
        self.settle()

    def set_bare(self, bare: bool) -> None:
        """Leave away the buttons and what rests beside the list, where nothing can be done."""
        self.bare = bare
        self.settle()

    def has_panel(self) -> bool:
        """Say whether a panel is open that was asked for."""
        return self.asked

    def wish(self) -> str:
        """Return what Ctrl Enter does in the panel: the words of its button, as they stand inside a line."""
        button = getattr(self.panel, "save_button", None) or getattr(self.panel, "take_button", None)
        words = button.text() if isinstance(button, Button) else ""
        return words[:1].lower() + words[1:]

    def beside(self) -> bool:
        """Say whether there is room for a panel beside the list."""
        return self.theme.tier(self.window().width()) in BESIDE

    def settle(self) -> None:
        """Lay head, list and panel out for the width of the window."""
        beside, tier = self.beside(), self.theme.tier(self.window().width())
        for button in self.buttons:
            button.setVisible(not self.bare and (tier != "single" or button is self.buttons[-1]))
        if isinstance(self.panel, Pane):
            _set_width(self.panel, self.wished if beside else None)
        if self.panel is not None:
            self.panel.setVisible((beside and not self.bare) or self.asked)
        for part in (self.top, self.main):
            part.setVisible(beside or not self.asked)
        self._fit_head()

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Lay out again when the window has another width."""
        super().resizeEvent(event)
        self.settle()

    def _fit_head(self) -> None:
        """Leave the second line out of the head where the window is low and it would take several."""
        sub, px = self.bar.sub, self.theme.px
        taken = sum(button.sizeHint().width() + px(8) for button in self.buttons if not button.isHidden())
        fits = sub.fontMetrics().horizontalAdvance(sub.text()) <= self.width() - px(EDGES) - taken
        low = self.window().height() / self.theme.scale < LOW
        sub.setVisible(bool(sub.text()) and (fits or not low))
        if self.bar.title.wordWrap():  # a long title, which would take the height of the list
            self.bar.title.set_role("heading" if low else "title")


def _kept_whole(sub: str) -> str:
    """Let a second line break between its parts, never inside a date."""
    first, *others = sub.split(PART)
    return PART.join((first, *(part.replace(" ", NO_BREAK) for part in others)))


def _set_width(panel: Pane, width: float | None) -> None:
    panel.set_width(width)
    if width is None:  # a page: as wide as there is room
        panel.setMinimumWidth(0)
        panel.setMaximumWidth(QWIDGETSIZE_MAX)
