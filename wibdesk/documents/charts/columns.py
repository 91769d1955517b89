"""Draws upright bars: the value on top, a hatched part at the foot with its own number, dates below."""

from itertools import groupby
from math import ceil

from wibdesk.documents.charts.chart import Column, Columns
from wibdesk.documents.charts.drawing import Anchor, Board, Drawing, Ink, Pen, Spot

_HIGH, _LEAST_GAP = 16.0, 0.45
"""Height of the bars in sizes of text, and the least gap between two in widths of a bar."""
_WIDEST = 3.6
"""A bar is never wider, in sizes of text."""
_TICKS = 4
_LINE = 1.35
_SIDE, _STRESS_SIDE = 6.0, 4.0


def draw_columns(picture: Columns, width: float, pen: Pen) -> Drawing:
    """Draw the bars as wide as asked."""
    board, columns = Board(pen), picture.columns
    top = max((column.value for column in columns), default=0)
    ticks = _ticks(top)
    left = max(pen.width(str(ticks[-1]), small=True), _part_name(picture, pen)) + _SIDE
    slot = (width - left) / max(len(columns), 1)
    foot = pen.size * (_HIGH + 1.5)
    high = pen.size * _HIGH / max(top, ticks[-1] if len(ticks) > 1 else 1)
    for tick in ticks:
        level = foot - tick * high
        board.line((left, level), (width, level), Ink.LINE if tick else Ink.QUIET, 0.8 if tick else 1.2)
        board.write(left - _SIDE, level + pen.small * 0.35, str(tick), Ink.QUIET, small=True, anchor=Anchor.END)
    beside = _beside(picture, slot, pen)
    for n, column in enumerate(columns):
        _bar(board, picture, column, left + slot * n, slot, foot, high, beside=beside)
    below = _dates(board, columns, left, slot, foot)
    if any(column.part for column in columns) and not beside:
        below = _parts_below(board, picture, left, slot, below)
    _keys(board, columns, picture, left, slot, foot)
    return board.done(width, below + pen.size * 0.4)


def _bar(  # noqa: PLR0913 - where it stands
    board: Board, picture: Columns, column: Column, x: float, slot: float, foot: float, high: float, *, beside: bool
) -> None:
    pen = board.pen
    wide = _bar_width(picture, slot, pen, beside=beside)
    room = pen.width(_part_words(picture, column), small=True) + _STRESS_SIDE if beside else 0.0
    at = x + (slot - wide - (_part_room(picture, pen) if beside else 0.0)) / 2
    solid, part = (column.value - column.part) * high, column.part * high
    if solid:
        board.box(at, foot - part - solid, wide, solid, Ink.FILL)
    if part:
        board.hatched(at, foot - part, wide, part, Ink.STRESS)
        if beside and room:
            middle = foot - part / 2 + pen.small * 0.35
            board.write(at + wide + _STRESS_SIDE, middle, _part_words(picture, column), Ink.STRESS, small=True)
    said = str(column.value)
    if pen.width(said, bold=True) <= slot:
        above = foot - part - solid - pen.size * 0.45
        board.write(at + wide / 2, above, said, bold=True, anchor=Anchor.MIDDLE)


def _dates(board: Board, columns: tuple[Column, ...], left: float, slot: float, foot: float) -> float:
    """Write what each bar is of below it, and below that what neighbours share; return how far down that reaches."""
    pen, y = board.pen, foot + board.pen.size * _LINE
    names = [column.name for column in columns]
    stacked = any(pen.width(name) + _SIDE > slot for name in names)
    parts = [name.split(" ") if stacked else [name] for name in names]
    widest = max((pen.width(word, small=stacked) for words in parts for word in words), default=0.0)
    every = max(ceil((widest + 2) / slot), 1)
    last = len(columns) - 1
    for n, words in enumerate(parts):
        if (last - n) % every:
            continue
        middle = left + slot * (n + 0.5)
        for line, word in enumerate(words):
            height = y + line * pen.small * 1.2
            board.write(middle, height, word, bold=n == last, small=stacked, anchor=Anchor.MIDDLE)
    y += (max(map(len, parts), default=1) - 1) * pen.small * 1.2
    groups = [(name, len(list(some))) for name, some in groupby(column.group for column in columns)]
    if len(groups) > 1:
        y += pen.size * _LINE
        n = 0
        for name, count in groups:
            if pen.width(name, small=True) < slot * count:
                board.write(left + slot * (n + count / 2), y, name, Ink.QUIET, small=True, anchor=Anchor.MIDDLE)
            n += count
            if n < len(columns):
                edge = left + slot * n
                board.line((edge, y - pen.small), (edge, y + 2), Ink.LINE, 0.8)
    return y


def _parts_below(board: Board, picture: Columns, left: float, slot: float, y: float) -> float:
    """Write the hatched numbers on a line of their own where there is no room beside the bars."""
    pen = board.pen
    y += pen.size * _LINE
    board.write(left - _SIDE, y, picture.part_word, Ink.STRESS, small=True, anchor=Anchor.END)
    every = max(ceil((pen.width("00", small=True) + 1) / slot), 1)
    for n, column in enumerate(picture.columns):
        if (len(picture.columns) - 1 - n) % every == 0:
            middle = left + slot * (n + 0.5)
            board.write(middle, y, str(column.part), Ink.STRESS, small=True, anchor=Anchor.MIDDLE)
    return y


def _keys(board: Board, columns: tuple[Column, ...], picture: Columns, left: float, slot: float, foot: float) -> None:
    for n, column in enumerate(columns):
        if column.key:
            words = f"{column.name}: {column.value}, {column.part} {picture.part_word}"
            board.spots.append(Spot((left + slot * n, 0, slot, foot), words, column.key))


def _beside(picture: Columns, slot: float, pen: Pen) -> bool:
    """Say whether the hatched number has room beside its bar."""
    return slot - _part_room(picture, pen) >= pen.size * 1.6 * (1 + _LEAST_GAP)


def _part_room(picture: Columns, pen: Pen) -> float:
    widest = (pen.width(_part_words(picture, column), small=True) for column in picture.columns if column.part)
    return max(widest, default=-_STRESS_SIDE) + _STRESS_SIDE


def _bar_width(picture: Columns, slot: float, pen: Pen, *, beside: bool) -> float:
    room = slot - (_part_room(picture, pen) if beside else 0.0)
    return min(room / (1 + _LEAST_GAP), pen.size * _WIDEST)


def _part_name(picture: Columns, pen: Pen) -> float:
    return pen.width(picture.part_word, small=True) if any(c.part for c in picture.columns) else 0.0


def _part_words(picture: Columns, column: Column) -> str:
    return f"{column.part} {picture.part_word}"


def _ticks(top: int) -> list[int]:
    """Return round numbers from 0 to near the top, five at most."""
    step = next(size * 10**power for power in range(12) for size in (1, 2, 5) if top <= size * 10**power * _TICKS)
    return list(range(0, top + 1, step))
