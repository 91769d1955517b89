"""What stands in the middle: the pages with their strip, why there are none, or what changed since the last version."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.panels.pages import PageBar, PagesView
from ui.places.preview.comparison import Comparison
from ui.theme import Theme
from ui.widgets.empty import Empty
from ui.widgets.labels import column
from ui.widgets.pane import Pane
from wibdesk.language import later, say

NOTHING = later("Nothing to print yet")
NO_MEETING = later("Ctrl 1 leads to the meetings: make one there first.")


class Middle(Pane):
    """Shows one of the three; the comparison lies over the other two until it is put away."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "window")
        self.bar, self.view = PageBar(theme), PagesView(theme)
        self.empty, self.comparison = Empty(theme, say(NOTHING), say(NO_MEETING), edge=28), Comparison(theme)
        self.setLayout(column(theme, self.bar, self.empty, (self.view, 1), (self.comparison, 1), spacing=0))
        self.has_pages, self.comparing = True, False
        self._settle()

    def show_pages(self) -> None:
        """Show the pages."""
        self.has_pages = True
        self._settle()

    def show_why(self, heading: str = "", why: str = "") -> None:
        """Say why there are no pages."""
        self.has_pages = False
        self.empty.say(heading or say(NOTHING), why or say(NO_MEETING))
        self._settle()

    def compare(self) -> None:
        """Show what changed, in place of the pages, and give it the keyboard."""
        self.comparing = True
        self._settle()
        self.comparison.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_comparing(self) -> None:
        """Show again what stood here before."""
        self.comparing = False
        self._settle()

    def compares(self) -> bool:
        """Say whether the comparison is shown."""
        return self.comparing

    def stop(self) -> QWidget:
        """Return what F6 reaches here."""
        return self.comparison if self.comparing else self.view

    def page(self, by: int) -> None:
        """Go on by pages, or by screens of the comparison."""
        if self.comparing:
            bar = self.comparison.text.verticalScrollBar()
            bar.setValue(bar.value() + by * bar.pageStep())
        else:
            self.view.go_to(self.view.current + by)

    def count(self) -> None:
        """Say which page is in sight."""
        self.bar.show_page(self.view.current, len(self.view.sizes), self.view.share())

    def _settle(self) -> None:
        pages = self.has_pages and not self.comparing
        for part, shown in (
            (self.bar, pages),
            (self.view, pages),
            (self.empty, not self.has_pages and not self.comparing),
            (self.comparison, self.comparing),
        ):
            part.setVisible(shown)
