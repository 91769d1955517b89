"""A drawing as SVG: words stay words, and every colour comes from a palette."""

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from wibdesk.documents.charts.chart import Picture
from wibdesk.documents.charts.drawing import Area, Drawing, Ink, Pen, Point, Strokes, Words
from wibdesk.documents.charts.painters import drawn_chart
from wibdesk.documents.plain_letters import plain_letters

Palette = Mapping[Ink, str]


def svg_of(picture: Picture, palette: Palette, width: float, pen: Pen, family: str) -> bytes:
    """Return a picture as an SVG file, as wide as asked, in the pen's own units."""
    return svg(drawn_chart(picture, width, pen), palette, family)


def svg(drawing: Drawing, palette: Palette, family: str, *, unit: str = "", air: float = 0.0) -> bytes:
    """Return the drawing as an SVG file with so much air at its sides; its size is in this unit, else in pixels."""
    wide, high = _short(drawing.width + 2 * air), _short(drawing.height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}{unit}" height="{high}{unit}"'
        f' viewBox="{_short(-air)} 0 {wide} {high}" font-family={quoteattr(family)}>'
        f"{''.join(_shapes(drawing, palette))}</svg>"
    ).encode()


def _shapes(drawing: Drawing, palette: Palette) -> Iterator[str]:
    for shape in drawing.shapes:
        match shape:
            case Area():
                yield _area(shape, palette)
            case Strokes():
                path = "".join(f"M{_place(start)}L{_place(end)}" for start, end in shape.lines)
                yield f'<path d="{path}" stroke="{palette[shape.ink]}" stroke-width="{shape.width:g}" fill="none"/>'
            case Words():
                yield _words(shape, palette)


def _area(shape: Area, palette: Palette) -> str:
    fill = palette[shape.fill] if shape.fill else "none"
    edge = f' stroke="{palette[shape.edge]}" stroke-width="{shape.width:g}"' if shape.edge else ""
    dashes = ' stroke-dasharray="2 2"' if shape.dashed else ""
    return f'<polygon points="{" ".join(map(_place, shape.points))}" fill="{fill}"{edge}{dashes}/>'


def _words(shape: Words, palette: Palette) -> str:
    bold = ' font-weight="700"' if shape.bold else ""
    return (
        f'<text x="{_short(shape.x)}" y="{_short(shape.y)}" font-size="{shape.size:g}" fill="{palette[shape.ink]}"'
        f' text-anchor="{shape.anchor}"{bold}>{escape(plain_letters(shape.text))}</text>'
    )


def _place(point: Point) -> str:
    return f"{_short(point[0])},{_short(point[1])}"


def _short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
