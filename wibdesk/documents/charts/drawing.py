"""A drawing of areas, lines and words that PDF, SVG and screen all can show; y counts downwards from the top."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias


class Ink(StrEnum):
    """What a colour is for; a palette says which it is."""

    WORDS = "words"
    QUIET = "quiet"
    FILL = "fill"
    STRESS = "stress"
    SOFT = "soft"
    LINE = "line"
    GROUND = "ground"


class Anchor(StrEnum):
    """Which point of the words stands at their place."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


Point: TypeAlias = tuple[float, float]


@dataclass(frozen=True)
class Area:
    """A polygon, filled or edged or both; `dashed` edges."""

    points: tuple[Point, ...]
    fill: Ink | None = None
    edge: Ink | None = None
    width: float = 1.0
    dashed: bool = False


@dataclass(frozen=True)
class Strokes:
    """Straight lines of one ink, each from a point to a point."""

    lines: tuple[tuple[Point, Point], ...]
    ink: Ink
    width: float = 1.0


@dataclass(frozen=True)
class Words:
    """A line of words with its baseline at a place."""

    x: float
    y: float
    text: str
    size: float
    ink: Ink = Ink.WORDS
    bold: bool = False
    anchor: Anchor = Anchor.START


Shape: TypeAlias = Area | Strokes | Words


@dataclass(frozen=True)
class Spot:
    """A part of the drawing that leads somewhere: x, y, width, height, what it says, and its key."""

    box: tuple[float, float, float, float]
    words: str
    key: str


@dataclass(frozen=True)
class Drawing:
    """Shapes in the order in which they are painted, on so much room."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True)
class Pen:
    """How words are written: `measure(text, size, bold)` is their width; `size` is that of running text."""

    measure: Callable[[str, float, bool], float]
    size: float

    @property
    def small(self) -> float:
        """The size of quiet words."""
        return round(self.size * 0.9, 2)

    def width(self, text: str, *, bold: bool = False, small: bool = False) -> float:
        """Return the width of words."""
        return self.measure(text, self.small if small else self.size, bold)

    def fitted(self, text: str, room: float, *, bold: bool = False) -> str:
        """Return the words as far as they fit, with an ellipsis where they are cut."""
        if self.width(text, bold=bold) <= room:
            return text
        kept = len(text)
        while kept and self.width(f"{text[:kept].rstrip()}…", bold=bold) > room:
            kept -= 1
        return f"{text[:kept].rstrip()}…"

    def lines(self, text: str, room: float) -> list[str]:
        """Return small words broken into lines."""
        lines = [""]
        for word in text.split(" "):
            tried = f"{lines[-1]} {word}".strip()
            if lines[-1] and self.width(tried, small=True) > room:
                lines.append(word)
            else:
                lines[-1] = tried
        return lines


@dataclass
class Board:
    """Where a chart puts its shapes while it is drawn."""

    pen: Pen
    shapes: list[Shape] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)

    def box(  # noqa: PLR0913 - a box is told all that it is
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: Ink | None = None,
        edge: Ink | None = None,
        *,
        line: float = 1.0,
        dashed: bool = False,
    ) -> None:
        """Draw a box from its upper left corner."""
        corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
        self.shapes.append(Area(corners, fill, edge, line, dashed))

    def hatched(self, x: float, y: float, width: float, height: float, ink: Ink) -> None:
        """Draw a box of slanting lines with an edge."""
        half = 0.5
        self.box(x + half, y + half, max(width - 1, 0.1), max(height - 1, 0.1), Ink.GROUND, ink)
        lines = tuple(_slants(x + half, y + half, width - 1, height - 1, self.pen.size * 0.42))
        if lines:
            self.shapes.append(Strokes(lines, ink, 0.8))

    def line(self, start: Point, end: Point, ink: Ink = Ink.LINE, width: float = 1.0) -> None:
        """Draw one straight line."""
        self.shapes.append(Strokes(((start, end),), ink, width))

    def write(
        self,
        x: float,
        y: float,
        text: str,
        ink: Ink = Ink.WORDS,
        *,
        bold: bool = False,
        small: bool = False,
        anchor: Anchor = Anchor.START,
    ) -> None:
        """Write words with their baseline at a height."""
        if text:
            size = self.pen.small if small else self.pen.size
            self.shapes.append(Words(x, y, text, size, ink, bold, anchor))

    def done(self, width: float, height: float) -> Drawing:
        """Return the drawing."""
        return Drawing(width, height, tuple(self.shapes), tuple(self.spots))


def _slants(x: float, y: float, width: float, height: float, step: float) -> list[tuple[Point, Point]]:
    """Return lines that rise to the right inside a box."""
    out: list[tuple[Point, Point]] = []
    along = step / 2
    while along < width + height:
        start = (x + max(0.0, along - height), y + min(height, along))
        end = (x + min(width, along), y + max(0.0, along - width))
        out.append((start, end))
        along += step * 2**0.5
    return out
