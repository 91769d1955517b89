"""The pieces that pages are filled with: text with its label, lines to sign and to write on, a picture.

Each is wrapped once for the width of its column, then drawn, or split where the page ends.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from wibdesk.documents.pdf.canvas import PageCanvas, Setting
from wibdesk.documents.pdf.lines import Line, broken
from wibdesk.documents.pdf.tags import Tag
from wibdesk.documents.pdf.text import Mark, Parts
from wibdesk.documents.typography import LEADING, RULE

BASELINE = 1.02
"""How far the baseline stands below the top of its line, in sizes."""
_TOGETHER = 2
"""So many lines at least stand on either side of a page's end."""
_MOST_LABEL = 0.5
"""The share of a line that a label may take."""
_NO_LIMIT = 1e6
_RULE_WIDTH = 0.6
WRITING_STEP = 25.5
"""Between ruled lines to write on: 9 mm."""


@dataclass
class Piece:
    """What flows over pages: points of room before and after it, and whether it stays on the page of what follows.

    Here it is a piece that is never split; `height` is known once it is wrapped. Where `only_end` is set, no more than
    the last lines of a long text stay on that page.
    """

    before: float = 0.0
    after: float = 0.0
    keeps: bool = False
    height: float = 0.0
    only_end: bool = False

    def wrap(self, width: float) -> None:
        """Find the height in a column of this width."""

    def least(self) -> float:
        """Return the height of what must stand together at its beginning."""
        return self.height

    def height_within(self, room: float) -> float:
        """Return the height that it takes where so much is left of the page."""
        return self.height

    def split(self, room: float) -> "tuple[Piece, Piece] | None":
        """Return the part that fits into the room and the rest; None where it cannot be split there."""
        return None

    def draw(self, canvas: PageCanvas, x: float, top: float, height: float) -> None:
        """Draw it with its upper left corner there."""
        raise NotImplementedError


@dataclass
class Label:
    """A number or dot before the first line, with the space behind it; an element of its own in a list."""

    parts: Parts
    indent: float
    tag: Tag | None = None
    line: Line = field(init=False)

    def __post_init__(self) -> None:
        (self.line,) = broken(self.parts, _NO_LIMIT, _NO_LIMIT)

    @property
    def end(self) -> float:
        """How far from the edge of the column it reaches."""
        return self.indent + line_width(self.line)


@dataclass
class TextPiece(Piece):
    """A paragraph, heading, line of a list or cell: the text of one element."""

    parts: Parts = ()
    tag: Tag | None = None
    size: float = 0.0
    indent: float = 0.0
    label: Label | None = None
    bookmark: tuple[str, int] | None = None
    lines: Sequence[Line] = ()
    spans: dict[Mark, Tag] = field(default_factory=dict)
    spaced: float = LEADING

    @property
    def leading(self) -> float:
        """The height of a line."""
        return self.size * self.spaced

    @property
    def _first(self) -> float:
        """How much more the first line stands in, behind a wide label."""
        return max(0.0, self.label.end - self.indent) if self.label else 0.0

    def wrap(self, width: float) -> None:
        """Break the text into lines; a label that would leave it too little room becomes a part of it."""
        if self.label and self.label.end > width * _MOST_LABEL:
            self.parts, self.indent, self.label = (*self.label.parts, *self.parts), self.label.indent, None
        room = max(width - self.indent, 1.0)
        self.lines = broken(self.parts, max(room - self._first, 1.0), room)
        self.height = len(self.lines) * self.leading

    def least(self) -> float:
        """Return the height of the first lines, or of all where too few would be left."""
        count = len(self.lines)
        return self.leading * (count if count < 2 * _TOGETHER else _TOGETHER)

    def split(self, room: float) -> "tuple[TextPiece, TextPiece] | None":
        """Split between lines, with two lines at least on either side."""
        count = min(int((room + 0.01) / self.leading), len(self.lines) - _TOGETHER)
        if count < _TOGETHER:
            return None
        above = replace(self, lines=self.lines[:count], height=count * self.leading, after=0.0)
        below = replace(
            self, lines=self.lines[count:], height=self.height - above.height, before=0.0, label=None, bookmark=None
        )
        return above, below

    def draw(self, canvas: PageCanvas, x: float, top: float, height: float) -> None:
        """Draw label and lines, and put a heading into the bookmarks."""
        if self.bookmark:
            canvas.bookmark(*self.bookmark, top)
        self.draw_as(self.tag, canvas, x, top)

    def draw_as(self, tag: Tag | None, canvas: PageCanvas, x: float, top: float) -> None:
        """Draw label and lines as content of this element; None makes them furniture of the page."""
        y = top - self.size * BASELINE
        if label := self.label:
            canvas.write(Setting((label.line,), x + label.indent, y, self.leading), label.tag or tag, self.spans)
        canvas.write(Setting(self.lines, x + self.indent, y, self.leading, self._first), tag, self.spans)


@dataclass
class SigningPiece(Piece):
    """A label with a line to sign on behind it."""

    text: TextPiece = field(default_factory=TextPiece)
    width: float = 0.0

    def wrap(self, width: float) -> None:
        """Find the room for the label, and for a hand above the line."""
        self.width = width
        self.text.wrap(width - _SHORTEST_LINE)
        self.height = self.text.height + self.text.leading * 1.2

    def draw(self, canvas: PageCanvas, x: float, top: float, height: float) -> None:
        """Draw the label at the foot, and the line from behind it."""
        foot = top - height
        self.text.draw(canvas, x, foot + self.text.height, self.text.height)
        start = max(_LINE_STARTS, max(map(line_width, self.text.lines)) + 8)
        end = min(max(_LINE_ENDS, start + _SHORTEST_LINE), self.width)
        canvas.rule([(x + start, x + end, foot + 2)], RULE, _RULE_WIDTH)


_LINE_STARTS, _LINE_ENDS, _SHORTEST_LINE = 56.0, 300.0, 150.0


@dataclass
class WritingPiece(Piece):
    """Ruled lines to write on by hand; a count of None fills the page."""

    count: int | None = None
    width: float = 0.0

    def wrap(self, width: float) -> None:
        """Find the height of the lines, or of one where they are to fill the page."""
        self.width = width
        self.height = WRITING_STEP * (1 if self.count is None else self.count)

    def least(self) -> float:
        """Return the height of one line."""
        return WRITING_STEP

    def height_within(self, room: float) -> float:
        """Return the height of the lines, or the room."""
        return max(room, WRITING_STEP) if self.count is None else self.height

    def split(self, room: float) -> "tuple[WritingPiece, WritingPiece] | None":
        """Split between lines."""
        fitting = int(room / WRITING_STEP)
        if self.count is None or not 0 < fitting < self.count:
            return None
        above, below = replace(self, count=fitting), replace(self, count=self.count - fitting)
        for part in (above, below):
            part.wrap(self.width)
        return above, below

    def draw(self, canvas: PageCanvas, x: float, top: float, height: float) -> None:
        """Draw the lines; to a reader of words they say nothing."""
        count = int((height + 0.01) / WRITING_STEP)
        canvas.rule([(x, x + self.width, top - n * WRITING_STEP) for n in range(1, count + 1)], RULE, _RULE_WIDTH)


@dataclass
class PicturePiece(Piece):
    """A picture, an object of the file, at a fixed width and height."""

    picture: int = 0
    width: float = 0.0
    tag: Tag = field(default_factory=lambda: Tag("Figure"))

    def draw(self, canvas: PageCanvas, x: float, top: float, height: float) -> None:
        """Paint it as content of its element."""
        canvas.paint(self.picture, (x, top - height, self.width, height), self.tag)


@dataclass
class NewPage(Piece):
    """What follows begins on a new page."""


def line_width(line: Line) -> float:
    """Return the width of a line with the space at its end."""
    return sum(stretch.width for stretch in line)
