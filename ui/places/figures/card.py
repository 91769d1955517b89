"""A chart with its finding as heading; as a table the same figures stand in rows."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.places.figures.view import RING, ChartView
from ui.tables import Column, Table, TableRow
from ui.widgets.labels import Label, column, hold
from wibdesk.domain.dates import short_date

if TYPE_CHECKING:
    from ui.theme import Theme
    from wibdesk.documents.charts.chart import Chart, Value

_ROW, _HEAD = 34, 30
_LETTER, _SPARE, _LEAST, _DAY = 7.4, 26, 72, 150


class ChartCard(QWidget):
    """Finding, what it is about, and the picture or its table."""

    def __init__(self, theme: "Theme", chart: "Chart") -> None:
        super().__init__()
        self.theme, self.chart = theme, chart
        self.view = ChartView(theme, chart)
        self.table = Table(theme, _columns(chart), chart.finding, height=_ROW, edge=RING)
        self.table.set_rows(_rows(chart))
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.also = Label(theme, f"{chart.also}." if chart.also else "", "small", "muted", wrap=True)
        about = Label(theme, chart.about, "small", "muted", wrap=True)
        head = column(
            theme, Label(theme, chart.finding, "heading", wrap=True), about, spacing=2, margins=(RING, 0, 0, 4)
        )
        foot = column(theme, self.also, margins=(RING, 0, 0, 0))
        self.setLayout(column(theme, hold(head), self.view, self.table, hold(foot), None, spacing=6))
        self.show_table(False)
        theme.changed.connect(self._settle)
        self._settle()

    def show_table(self, table: bool) -> None:
        """Show the figures as a table, or as the picture again."""
        self.view.setVisible(not table)
        self.table.setVisible(table)
        self.also.setVisible(bool(self.chart.also) and not table)

    def stop(self) -> QWidget:
        """Return what takes the keyboard."""
        return self.table if self.table.isVisibleTo(self) else self.view

    def _settle(self) -> None:
        rows = len(self.chart.rows) * self.theme.px(_ROW)
        self.table.setFixedHeight(rows + self.theme.px(_HEAD) + 2 * self.table.frameWidth())


def _columns(chart: "Chart") -> list[Column]:
    return [
        Column(name, 0 if not n else _width(name, chart.rows[0][n]), right=n > 0) for n, name in enumerate(chart.header)
    ]


def _width(name: str, value: "Value") -> float:
    return max(len(name) * _LETTER + _SPARE, _DAY if isinstance(value, date) else _LEAST)


def _rows(chart: "Chart") -> list[TableRow]:
    out = []
    for n, row in enumerate(chart.rows):
        cells = tuple(map(_cell, row))
        said = ", ".join(f"{name} {cell}" for name, cell in zip(chart.header[1:], cells[1:], strict=True))
        out.append(TableRow(row_id=str(n), cells=cells, sentence=f"{cells[0]}: {said}"))
    return out


def _cell(value: "Value") -> str:
    return short_date(value) if isinstance(value, date) else str(value)
