"""The charts of a body on one calm page: two columns where there is room, one where there is not."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.places.figures.card import ChartCard
from ui.widgets.pane import Rule

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.theme import Theme
    from wibdesk.documents.charts.chart import Chart

TWO_COLUMNS = 820
"""From this width on there is room for two, a length of the design."""
TWO_TABLES = 1120
"""Of tables: names stand whole beside their figures."""


class ChartSheet(QWidget):
    """Cards in reading order.

    `led` carries the name of a chart and the key of what was chosen in it, `told` what the arrows reached, `reached`
    the card to which Tab came.
    """

    led = Signal(str, str)
    told = Signal(str)
    reached = Signal(object)

    def __init__(self, theme: "Theme") -> None:
        super().__init__()
        self.theme = theme
        self.cards: list[ChartCard] = []
        self.rules: list[Rule] = []
        self.as_tables, self.columns = False, 0
        self.grid = QGridLayout(self)
        theme.changed.connect(self.settle)

    def show_charts(self, charts: Sequence["Chart"]) -> bool:
        """Show these charts; say whether they differ from those before."""
        if [card.chart for card in self.cards] == list(charts):
            return False
        for part in (*self.cards, *self.rules):
            part.hide()
            part.deleteLater()
        self.cards, self.columns = [ChartCard(self.theme, chart) for chart in charts], 0
        self.rules = [Rule(self.theme) for _ in charts]
        for card in self.cards:
            card.show_table(self.as_tables)
            card.view.led.connect(lambda key, name=card.chart.name: self.led.emit(name, key))
            card.view.told.connect(self.told)
            card.view.reached.connect(lambda card=card: self.reached.emit(card))
        self.settle()
        return True

    def show_tables(self, tables: bool) -> None:
        """Show all figures as tables, or as pictures again; the keyboard stays at its chart."""
        here = self.current()
        self.as_tables = tables
        for card in self.cards:
            card.show_table(tables)
        self.settle()
        if here is not None:
            here.stop().setFocus()

    def current(self) -> ChartCard | None:
        """Return the card that has the keyboard."""
        return next((card for card in self.cards if card.stop().hasFocus()), None)

    def settle(self) -> None:
        """Lay the cards out for the width and the size of the text."""
        px = self.theme.px
        columns = 2 if self.width() >= px(TWO_TABLES if self.as_tables else TWO_COLUMNS) else 1
        self.grid.setContentsMargins(px(28 - 6), px(8), px(24), px(24))
        self.grid.setHorizontalSpacing(px(40))
        self.grid.setVerticalSpacing(px(14))
        if columns != self.columns:
            self.columns = columns
            self._lay(columns)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Lay out again for another width."""
        super().resizeEvent(event)
        self.settle()

    def _lay(self, columns: int) -> None:
        for part in (*self.cards, *self.rules):
            self.grid.removeWidget(part)
        for n, card in enumerate(self.cards):
            row, at = divmod(n, columns)
            if row and not at:
                self.grid.addWidget(self.rules[n], 2 * row - 1, 0, 1, columns)
            self.rules[n].setVisible(bool(row) and not at)
            self.grid.addWidget(card, 2 * row, at)
            card.show()
        self.grid.setColumnStretch(0, 5)
        self.grid.setColumnStretch(1, 4 if columns > 1 else 0)
        self.grid.setRowStretch(2 * len(self.cards) + 1, 1)
