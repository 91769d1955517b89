"""Draws level bars: the name at the left, the number behind the bar, a hatched end, an empty rest."""

from wibdesk.documents.charts.chart import Bar, Bars
from wibdesk.documents.charts.drawing import Board, Drawing, Ink, Pen, Spot

_STEP, _THICK = 2.4, 1.5
"""From bar to bar, and how thick one is, in sizes of text."""
_NAMES = 0.4
"""The share of the width that names may take."""
_GAP = 8.0


def draw_bars(picture: Bars, width: float, pen: Pen) -> Drawing:
    """Draw the bars as wide as asked."""
    board = Board(pen)
    names = min(max((pen.width(bar.name) for bar in picture.bars), default=0.0), width * _NAMES)
    said = max((pen.width(bar.said, bold=True) for bar in picture.bars), default=0.0)
    room = max(width - names - said - 2 * _GAP, width * 0.2)
    most = max((max(bar.value, bar.whole) for bar in picture.bars), default=0.0)
    scale = room / most if most else 0.0
    for n, bar in enumerate(picture.bars):
        _bar(board, bar, names + _GAP, n * pen.size * _STEP, names, scale)
        if bar.key:
            box = 0.0, n * pen.size * _STEP, width, pen.size * _STEP
            board.spots.append(Spot(box, f"{bar.name}: {bar.said}", bar.key))
    return board.done(width, max(len(picture.bars), 1) * pen.size * _STEP)


def _bar(board: Board, bar: Bar, x: float, y: float, names: float, scale: float) -> None:
    pen = board.pen
    thick, top = pen.size * _THICK, y + pen.size * (_STEP - _THICK) / 2
    baseline = top + thick / 2 + pen.size * 0.35
    board.write(0, baseline, pen.fitted(bar.name, names))
    ink = Ink.STRESS if bar.stressed else Ink.FILL
    solid, part, whole = (bar.value - bar.part) * scale, bar.part * scale, bar.whole * scale
    if whole > solid + part:
        board.box(x + 0.5, top + 0.5, max(whole - 1, 0.1), thick - 1, Ink.GROUND, Ink.QUIET)
    if solid:
        board.box(x, top, solid, thick, ink)
    if part:
        board.hatched(x + solid, top, part, thick, Ink.STRESS)
    if not max(solid + part, whole):
        board.line((x, top), (x, top + thick), Ink.QUIET)
    end = x + max(solid + part, whole) + _GAP
    board.write(end, baseline, bar.said, Ink.STRESS if bar.stressed else Ink.WORDS, bold=True)
