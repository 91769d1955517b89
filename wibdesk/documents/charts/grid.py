"""Draws a grid of squares: filled for what is usual, a letter or a dash for all else, the sum at the right."""

from wibdesk.documents.charts.chart import Grid, GridRow
from wibdesk.documents.charts.drawing import Anchor, Board, Drawing, Ink, Pen, Spot
from wibdesk.domain.paper_words import to_write, write

_LARGEST, _OF_MANY, _LEGIBLE = 2.1, 1.4, 1.0
"""A square, in sizes of text: of a few rows, of many, and with its gap where the columns are many."""
_MANY = 14
_GAP, _BETWEEN, _AIR = 10.0, 0.18, 1.25
_NAMES, _FEWEST_NAMES = 0.42, 0.25
"""The share of the width that names may take, and that they keep."""
ABSENT, OUTSIDE = "–", " "
"""A square with a broken edge, and no square at all."""
_EMPTY = ("?", ABSENT)
_SOFT = to_write("D")


def draw_grid(picture: Grid, width: float, pen: Pen) -> Drawing:
    """Draw the squares as wide as asked."""
    board = Board(pen)
    count = max((len(row.marks) for row in picture.rows), default=1)
    said = max((pen.width(row.said, bold=True) for row in picture.rows), default=0.0)
    # Many columns take of the room for names what they need to be told apart.
    room = max(min(width * _NAMES, width - said - 2 * _GAP - count * pen.size * _LEGIBLE), width * _FEWEST_NAMES)
    names = min(max((pen.width(row.name) for row in picture.rows), default=0.0), room)
    largest = pen.size * (_LARGEST if len(picture.rows) < _MANY else _OF_MANY)
    step = min((width - names - said - 2 * _GAP) / count, largest * (1 + _BETWEEN))
    side = step / (1 + _BETWEEN)
    high = max(side * _AIR, pen.size * 1.7)
    for n, row in enumerate(picture.rows):
        top = n * high
        baseline = top + high / 2 + pen.size * 0.35
        board.write(0, baseline, pen.fitted(row.name, names))
        _squares(board, row, names + _GAP, top + (high - side) / 2, step, side)
        ink = Ink.STRESS if row.stressed else Ink.WORDS
        board.write(names + 2 * _GAP + step * count, baseline, row.said, ink, bold=row.stressed)
        if row.key:
            board.spots.append(Spot((0, top, width, high), f"{row.name}: {row.said}", row.key))
    return _with_key(board, picture, names, width, len(picture.rows) * high)


def _squares(board: Board, row: GridRow, x: float, top: float, step: float, side: float) -> None:
    size = board.pen.size
    for n, mark in enumerate(row.marks):
        left = x + step * n
        if mark == OUTSIDE:
            continue
        if not mark:
            board.box(left, top, side, side, Ink.FILL)
            continue
        fill, edge = (Ink.SOFT, Ink.FILL) if mark == write(_SOFT) else (Ink.GROUND, Ink.QUIET)
        board.box(left + 0.5, top + 0.5, side - 1, side - 1, fill, edge, dashed=mark in _EMPTY)
        if side >= size:
            middle = left + side / 2, top + side / 2 + board.pen.small * 0.36
            board.write(*middle, mark, small=True, bold=True, anchor=Anchor.MIDDLE)
        elif mark != ABSENT:
            board.write(left + side / 2, top + side / 2 + size * 0.3, mark, small=True, anchor=Anchor.MIDDLE)


def _with_key(board: Board, picture: Grid, names: float, width: float, y: float) -> Drawing:
    """Write what the marks mean below the grid, over as many lines as that needs."""
    pen, x = board.pen, names + _GAP
    if pen.width(picture.key, small=True) > width - x:
        x = 0.0
    for words in pen.lines(picture.key, width - x):
        y += pen.size * 1.45
        board.write(x, y, words, Ink.QUIET, small=True)
    return board.done(width, y + pen.size * 0.4)
