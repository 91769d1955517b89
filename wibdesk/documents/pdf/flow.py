"""Fills pages with pieces: nothing that belongs together is parted, nothing stands alone at a page's foot or head."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from wibdesk.documents.pdf.canvas import PageCanvas
from wibdesk.documents.pdf.pieces import NewPage, Piece

_MOST_KEPT = 0.8
"""A chain of pieces that keep together asks for no more of a page than this."""


@dataclass(frozen=True)
class Frame:
    """The part of the page that text fills: lower left corner, width and height in points."""

    x: float
    y: float
    width: float
    height: float


class Flow:
    """Puts pieces on pages from the top; `room` is what is left of the page, `gap` what the last piece wants below."""

    def __init__(self, canvas: PageCanvas, frame: Frame) -> None:
        self._canvas, self._frame = canvas, frame
        self._room, self._gap = frame.height, 0.0

    def fill(self, pieces: Iterable[Piece]) -> None:
        """Draw all pieces, on as many pages as they need."""
        waiting = deque(pieces)
        for piece in waiting:
            piece.wrap(self._frame.width)
        while waiting:
            piece = waiting.popleft()
            if isinstance(piece, NewPage):
                self._turn(waiting)
            elif not self._fresh and self._space(piece) + self._needed(piece, waiting) > self._room:
                waiting.appendleft(self._end_of(piece))
                self._turn(waiting)
            elif rest := self._place(piece):
                waiting.appendleft(rest)
                self._turn(waiting)

    @property
    def _fresh(self) -> bool:
        return self._room == self._frame.height

    def _turn(self, waiting: deque[Piece]) -> None:
        """Begin a page, unless this one is blank or nothing follows."""
        if waiting and not self._fresh:
            self._canvas.new_page()
            self._room, self._gap = self._frame.height, 0.0

    def _space(self, piece: Piece) -> float:
        return 0.0 if self._fresh else max(self._gap, piece.before)

    def _needed(self, piece: Piece, waiting: Iterable[Piece]) -> float:
        """Return the height of the piece and of all that it keeps with, up to the beginning of what ends that.

        A chain too tall for that keeps only the next piece.
        """
        needed = [piece.least()]
        total, last = 0.0, piece
        for following in waiting:
            parted = last.only_end and last is not piece
            if not last.keeps or parted or isinstance(following, NewPage) or total > self._frame.height * _MOST_KEPT:
                break
            total += last.height + max(last.after, following.before)
            last = following
            needed.append(total + last.least())
        return needed[-1] if needed[-1] <= self._frame.height * _MOST_KEPT else needed[:2][-1]

    def _end_of(self, piece: Piece) -> Piece:
        """Draw what need not stay with what follows and return the rest, which begins the next page."""
        parts = piece.split(self._room - self._space(piece)) if piece.only_end else None
        if parts is None:
            return piece
        self._place(parts[0])
        return parts[1]

    def _place(self, piece: Piece) -> Piece | None:
        """Draw as much of the piece as fits and return the rest."""
        space = self._space(piece)
        room = self._room - space
        height, rest = piece.height_within(room), None
        if height > room and (parts := piece.split(room)):
            piece, rest = parts
            height = piece.height
        elif height > room and not self._fresh:
            return piece
        top = self._frame.y + room
        piece.draw(self._canvas, self._frame.x, top, height)
        self._room, self._gap = room - height, piece.after
        return rest
