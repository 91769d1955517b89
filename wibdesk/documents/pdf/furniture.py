"""The running header and footer of every page: artifacts, which a reader program passes over."""

from dataclasses import replace

from wibdesk.documents import typography as scale
from wibdesk.documents.document import Document, plain
from wibdesk.documents.pdf.canvas import PageCanvas
from wibdesk.documents.pdf.pieces import BASELINE, TextPiece, line_width
from wibdesk.documents.pdf.text import inked
from wibdesk.documents.typography import Look, sized
from wibdesk.domain.paper_words import write

_RUNNING = Look(scale.SMALL, after=0, colour=scale.QUIET)
_STATUS = Look(scale.SMALL, bold=True, after=0)
_BETWEEN = 16.0
_MOST_LINES = 2
_MOST_OF_SIZE = 12.0
"""Larger letters than these leave no room in the margin."""


def draw_furniture(canvas: PageCanvas, document: Document, text_size: float) -> None:
    """Draw header and footer on every page, now that their number is known."""
    margin = margin_of(document)
    width = canvas.width - 2 * margin
    words, status = _head(document, width, text_size)
    top = canvas.height - scale.HEADER_AT + scale.SMALL
    below = top - words.height if status.lines and _beside(words, status) > width else top
    for number, page in enumerate(canvas.pages, 1):
        canvas.page = page
        words.draw_as(None, canvas, margin, top)
        status.draw_as(None, canvas, canvas.width - margin - _widest(status), below)
        count = _text(write("Page {number} of {pages}", number=number, pages=len(canvas.pages)), _RUNNING, text_size)
        count.wrap(width)
        count.draw_as(None, canvas, margin, min(scale.FOOTER_AT, margin / 2) + count.size * BASELINE)


def margin_of(document: Document) -> float:
    """Return how far the words stand from each edge of the paper."""
    return scale.TIGHT_MARGIN if document.tight else scale.MARGIN


def _head(document: Document, width: float, text_size: float) -> tuple[TextPiece, TextPiece]:
    """Return header and status: on one line where both fit, else the status in full on a line of its own below."""
    status = _lines(document.status or "", _STATUS, text_size, width, _MOST_LINES)
    words = _lines(document.header, _RUNNING, text_size, width, _MOST_LINES)
    if status.lines and _beside(words, status) > width:
        words = _lines(document.header, _RUNNING, text_size, width, 1)
    return words, status


def _beside(words: TextPiece, status: TextPiece) -> float:
    """Return how wide a line must be for both."""
    return _widest(words) + _BETWEEN + _widest(status)


def _lines(words: str, look: Look, text_size: float, width: float, most: int) -> TextPiece:
    """Return the words in so many lines at most, cut after a word where they need more; none for no words."""
    kept = words.split()
    piece = _text(" ".join(kept), look, text_size)
    piece.wrap(width)
    while len(piece.lines) > most and len(kept) > 1:
        del kept[-1]
        piece = _text(f"{' '.join(kept)}…", look, text_size)
        piece.wrap(width)
    lines = piece.lines[:most] if kept else ()
    return replace(piece, lines=lines, height=len(lines) * piece.leading)


def _text(words: str, look: Look, text_size: float) -> TextPiece:
    grown = sized(look, text_size)
    grown = replace(grown, size=min(grown.size, _MOST_OF_SIZE))
    return TextPiece(parts=inked(plain(words), grown), size=grown.size)


def _widest(piece: TextPiece) -> float:
    return max(map(line_width, piece.lines), default=0.0)
