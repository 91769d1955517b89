"""The kinds of picture and what draws each: a new one is one module and one line here."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from wibdesk.documents.charts.bars import draw_bars
from wibdesk.documents.charts.chart import Bars, Columns, Grid, Picture, Timeline
from wibdesk.documents.charts.columns import draw_columns
from wibdesk.documents.charts.drawing import Drawing, Pen
from wibdesk.documents.charts.grid import draw_grid
from wibdesk.documents.charts.timeline import draw_timeline

Painter = Callable[[Any, float, Pen], Drawing]

PAINTERS: Mapping[type[Picture], Painter] = MappingProxyType(
    {Columns: draw_columns, Bars: draw_bars, Grid: draw_grid, Timeline: draw_timeline}
)


def drawn_chart(picture: Picture, width: float, pen: Pen) -> Drawing:
    """Return the picture drawn as wide as asked; its height follows from what it holds."""
    return PAINTERS[type(picture)](picture, width, pen)
