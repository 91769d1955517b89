"""A chart on a PDF page: areas and lines as vectors, words as text, all of it one figure with words in its place."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from wibdesk.documents.charts.chart import Picture
from wibdesk.documents.charts.drawing import Anchor, Area, Drawing, Ink, Point, Strokes, Words
from wibdesk.documents.charts.page import PRINTED, page_drawing
from wibdesk.documents.document import plain
from wibdesk.documents.pdf.canvas import PageCanvas, Setting
from wibdesk.documents.pdf.lines import broken
from wibdesk.documents.pdf.pieces import Piece, line_width
from wibdesk.documents.pdf.tags import Tag
from wibdesk.documents.pdf.text import inked
from wibdesk.documents.typography import Look

_ONE_LINE = 1e6


@dataclass
class ChartPiece(Piece):
    """A chart as wide as its column, never split; `text_size` is that of the running text in points."""

    picture: Picture | None = None
    text_size: float = 0.0
    drawing: Drawing = field(default_factory=lambda: Drawing(0, 0, ()))
    tag: Tag = field(default_factory=lambda: Tag("Figure"))

    def wrap(self, width: float) -> None:
        """Draw it for this width."""
        assert self.picture is not None
        self.drawing = page_drawing(self.picture, width, self.text_size)
        self.height = self.drawing.height

    def draw(self, canvas: PageCanvas, x: float, top: float, height: float) -> None:
        """Put areas and lines on the page first, then the words over them."""
        shapes = self.drawing.shapes
        code = " ".join(_operators(shape, x, top) for shape in shapes if not isinstance(shape, Words))
        canvas.draw(code, (x, top - height, self.drawing.width, height), self.tag)
        for shape in shapes:
            if isinstance(shape, Words):
                _write(canvas, shape, x, top, self.tag)


def _write(canvas: PageCanvas, words: Words, x: float, top: float, tag: Tag) -> None:
    look = Look(words.size, bold=words.bold, colour=PRINTED[words.ink].removeprefix("#"))
    (line,) = broken(inked(plain(words.text.replace("\n", " ")), look), _ONE_LINE, _ONE_LINE)
    back = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}[words.anchor] * line_width(line)
    canvas.write(Setting((line,), x + words.x - back, top - words.y, words.size), tag, {})


def _operators(shape: Area | Strokes, x: float, top: float) -> str:
    if isinstance(shape, Strokes):
        path = " ".join(_path((start, end), x, top) for start, end in shape.lines)
        return f"[]0 d {_colour(shape.ink)} RG {shape.width:g} w {path} S"
    fill = f"{_colour(shape.fill)} rg" if shape.fill else ""
    edge = f"{_colour(shape.edge)} RG {shape.width:g} w {'[2 2]' if shape.dashed else '[]'}0 d" if shape.edge else ""
    paint = "b" if shape.fill and shape.edge else "f" if shape.fill else "s"
    return f"{fill} {edge} {_path(shape.points, x, top)} {paint}"


def _path(points: Iterable[Point], x: float, top: float) -> str:
    places = [f"{x + across:.2f} {top - down:.2f}" for across, down in points]
    return " ".join((f"{places[0]} m", *(f"{place} l" for place in places[1:])))


def _colour(ink: Ink) -> str:
    shade = PRINTED[ink].removeprefix("#")
    return " ".join(f"{int(shade[at : at + 2], 16) / 255:.3g}" for at in (0, 2, 4))
