"""Charts as the printed page has them: in its face, no taller than a page, in the colours of paper."""

from dataclasses import dataclass
from functools import lru_cache

from wibdesk.documents.charts.chart import Picture
from wibdesk.documents.charts.drawing import Drawing, Ink, Pen
from wibdesk.documents.charts.painters import drawn_chart
from wibdesk.documents.charts.svg import Palette, svg
from wibdesk.documents.fonts import BOLD, REGULAR, text_width
from wibdesk.documents.typography import INK, QUIET, TEXT

PRINTED: Palette = {
    Ink.WORDS: f"#{INK}", Ink.QUIET: f"#{QUIET}", Ink.FILL: "#1B4B8A", Ink.STRESS: "#A11A1A", Ink.SOFT: "#DCE8F5",
    Ink.LINE: "#C3C9CF", Ink.GROUND: "#FFFFFF",
}  # fmt: skip
"""The colours on paper."""
FAMILY = "Arimo, Arial, sans-serif"
_SIZE, _LEAST = 9.5, 5.0
"""Points of the words in a chart, beside running text of the usual size, and where they must be small."""
_TALLEST = 440.0
"""Points that a chart takes at most, so that its heading and the head of its table stand on the same page."""

_AIR = 3.0


def page_pen(size: float = _SIZE) -> Pen:
    """Return the pen of the page, with sizes in points."""
    return Pen(lambda text, at, bold: text_width(text, BOLD if bold else REGULAR, at), size)


@lru_cache(maxsize=32)
def page_drawing(picture: Picture, width: float, text_size: float = TEXT) -> Drawing:
    """Return the picture as wide as asked, in points; its words shrink where it would be taller than a page."""
    size = _SIZE * text_size / TEXT
    drawing = drawn_chart(picture, width, page_pen(size))
    while drawing.height > _TALLEST and size > _LEAST:
        size = max(min(size * _TALLEST / drawing.height, size * 0.96), _LEAST)
        drawing = drawn_chart(picture, width, page_pen(size))
    return drawing


@dataclass(frozen=True)
class PageSvg:
    """A chart as an SVG file for paper, and its size in points."""

    data: bytes
    width: float
    height: float


def page_svg(picture: Picture, width: float) -> PageSvg:
    """Return the picture as wide as asked, in points; a little air keeps the words of a similar face off the edge."""
    drawing = page_drawing(picture, width - 2 * _AIR)
    return PageSvg(svg(drawing, PRINTED, FAMILY, unit="pt", air=_AIR), width, drawing.height)
