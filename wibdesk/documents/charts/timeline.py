"""Draws lines of time below each other: a filled square is done, an empty one to come, a diamond overdue."""

from collections.abc import Iterator
from datetime import date, timedelta

from wibdesk.documents.charts.chart import Timeline, TimeRow
from wibdesk.documents.charts.drawing import Anchor, Area, Board, Drawing, Ink, Pen, Point, Spot
from wibdesk.domain.dates import brief_month
from wibdesk.domain.paper_words import write

DONE, DUE, LATE = "done", "to come", "overdue"
_NAMES, _GAP, _MARK, _LINE = 0.34, 10.0, 0.82, 1.3
_LONG_MONTH = date(2026, 9, 1)
_STEPS = (1, 3, 6, 12, 24, 60)
"""Months between two marks of the axis, as many as have room."""


def draw_timeline(picture: Timeline, width: float, pen: Pen) -> Drawing:
    """Draw the lines as wide as asked."""
    board, rows = Board(pen), picture.rows
    names = min(max((pen.width(row.name) for row in rows), default=0.0), width * _NAMES)
    said = max((pen.width(row.said, bold=row.stressed) for row in rows), default=0.0)
    left, right = names + _GAP + pen.size, width - said - _GAP - pen.size
    axis = _Axis([day for row in rows for day, _ in row.points], left, max(right - left, width * 0.2))
    stacks = [_stacked(row, axis, pen) for row in rows]
    called = [_called(row.name, names, pen) for row in rows]
    highs = [
        pen.size * (2.2 + max(1.05 * _levels(s), _LINE * len(c) - _LINE)) for s, c in zip(stacks, called, strict=True)
    ]
    top = pen.size * 1.9
    bottom = top + sum(highs)
    for x, words in axis.marks(pen):
        board.line((x, top - pen.size * 0.4), (x, bottom), Ink.LINE, 0.8)
        board.write(x, pen.size * 1.05, words, Ink.QUIET, small=True, anchor=Anchor.MIDDLE)
    y = top
    for row, lines, stack, high in zip(rows, called, stacks, highs, strict=True):
        _name(board, lines, y + high / 2)
        _row(board, row, stack, (y, high, right + _GAP + pen.size, width))
        y += high
    board.line((0, bottom), (width, bottom), Ink.LINE, 0.8)
    if axis.holds(picture.today):
        x = axis.at(picture.today)
        board.line((x, top - pen.size * 0.4), (x, bottom + pen.size * 0.3), Ink.WORDS, 1.5)
        board.write(x, bottom + pen.size * 1.4, write("today"), small=True, anchor=Anchor.MIDDLE)
        bottom += pen.size * 1.2
    y = bottom + pen.size * 1.5
    for words in pen.lines(picture.key, width):
        board.write(0, y, words, Ink.QUIET, small=True)
        y += pen.size * 1.4
    return board.done(width, y - pen.size)


class _Axis:
    """Days as places between two ends."""

    def __init__(self, days: list[date], left: float, room: float) -> None:
        first, last = min(days), max(days)
        self.first = first.replace(day=1)
        self.last = max(_months_on(last, 1), self.first + timedelta(days=28))
        self.left, self.room = left, room

    def at(self, day: date) -> float:
        return self.left + self.room * (day - self.first).days / (self.last - self.first).days

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    def marks(self, pen: Pen) -> Iterator[tuple[float, str]]:
        """Yield the beginnings of months, quarters or years that have room, each with its words."""
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month
        month, year = (
            pen.width(words, small=True) + pen.size for words in (f"{brief_month(_LONG_MONTH)} 2026", "2026")
        )
        step = next((n for n in _STEPS if months / n * (month if n < 12 else year) <= self.room), max(months, 1))
        day = self.first if step < 3 else _months_on(self.first, -(self.first.month - 1) % step)
        while day <= self.last:
            yield self.at(day), f"{brief_month(day)} {day.year}" if step < 12 else str(day.year)
            day = _months_on(day, step)


def _stacked(row: TimeRow, axis: _Axis, pen: Pen) -> list[tuple[float, int, str]]:
    """Return the marks of a row as (place, level, standing): marks that would meet stand on each other."""
    ends: list[float] = []
    out = []
    for day, standing in row.points:
        x = axis.at(day)
        level = next((n for n, end in enumerate(ends) if end <= x), len(ends))
        ends[level : level + 1] = [x + pen.size * _MARK * 1.25]
        out.append((x, level, standing))
    return out


def _called(name: str, room: float, pen: Pen) -> list[str]:
    """Return a name in one line or two, cut off only where two are not enough."""
    first, *others = pen.lines(name, room * pen.small / pen.size)
    return [pen.fitted(words, room) for words in (first, " ".join(others)) if words]


def _levels(stack: list[tuple[float, int, str]]) -> int:
    return max((level for _, level, _ in stack), default=0)


def _name(board: Board, lines: list[str], middle: float) -> None:
    size = board.pen.size
    for number, words in enumerate(lines):
        board.write(0, middle + size * (0.35 + _LINE * (number - (len(lines) - 1) / 2)), words)


def _row(
    board: Board, row: TimeRow, stack: list[tuple[float, int, str]], place: tuple[float, float, float, float]
) -> None:
    y, high, end, width = place
    pen = board.pen
    board.line((0, y), (width, y), Ink.LINE, 0.8)
    baseline = y + high / 2 + pen.size * 0.35
    for x, level, standing in stack:
        board.shapes.append(_mark((x, y + high - pen.size * (1.1 + 1.05 * level)), pen.size * _MARK / 2, standing))
    board.write(end, baseline, row.said, Ink.STRESS if row.stressed else Ink.WORDS, bold=row.stressed)
    if row.key:
        board.spots.append(Spot((0, y, width, high), f"{row.name}: {row.said}", row.key))


def _mark(middle: Point, half: float, standing: str) -> Area:
    x, y = middle
    if standing == LATE:
        far = half * 1.3
        return Area(((x, y - far), (x + far, y), (x, y + far), (x - far, y)), Ink.STRESS)
    square = ((x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half))
    return Area(square, Ink.FILL) if standing == DONE else Area(square, Ink.GROUND, Ink.FILL, 1.2)


def _months_on(day: date, months: int) -> date:
    """Return the first day of the month so many months on."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)
