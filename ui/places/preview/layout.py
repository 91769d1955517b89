"""Where papers, pages and findings stand: side by side, or the findings in place of the pages where it is narrow."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.places.preview.beside import WIDTH, Beside
from ui.theme import Theme
from ui.widgets.pane import Pane
from ui.widgets.title_bar import TitleBar

PAPERS_WIDTH = {"wide": 248, "standard": 216, "compact": 184, "single": 168}
COMPACT_SIDE = 292


class PreviewLayout:
    """Lays the parts out by the width of the window; `side_alone` says that the findings have the whole place."""

    def __init__(self, place: QWidget, theme: Theme) -> None:
        self.place, self.theme, self.side_alone, self.tier = place, theme, False, "standard"
        self.outer, self.body = QVBoxLayout(place), QHBoxLayout()
        for layout in (self.outer, self.body):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)

    comparing = False  # whether the comparison is shown, which has the place of the list too where it is narrow

    def hold(self, *, head: TitleBar, papers: Pane, reading: QWidget, side: Beside) -> None:
        """Take the parts."""
        self.head, self.papers, self.reading, self.side = head, papers, reading, side
        self.outer.addWidget(head)
        self.outer.addLayout(self.body, 1)
        self.body.addWidget(reading, 1)
        self.body.addWidget(side)

    def show_side(self, alone: bool) -> None:
        """Show the findings in place of the pages where there is no room for both, or the pages again."""
        self.side_alone = alone
        self.settle()

    def is_roomy(self) -> bool:
        """Say whether the head has room for long words."""
        return self.tier in ("wide", "standard")

    def settle(self) -> None:
        """Lay out for the width of the window."""
        self.tier = self.theme.tier(self.place.window().width())
        single = self.tier == "single"
        self.side_alone = self.side_alone and single
        self.papers.set_width(PAPERS_WIDTH[self.tier])
        self.papers.setVisible(not (single and self.comparing))
        self.side.fit(None if single else COMPACT_SIDE if self.tier == "compact" else WIDTH)
        self.side.setVisible(not single or self.side_alone)
        self.reading.setVisible(not self.side_alone)
        self.head.setVisible(not single)
