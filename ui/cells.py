"""The kinds of cell that a table paints: each knows its plain text and how it looks."""

from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui import paint
from ui.theme import Theme
from wibdesk.language import say


@dataclass(frozen=True)
class Plain:
    """One line of words, elided at the edge of its column."""

    text: str
    tone: str = "ink"
    role: str = "body"

    def paint(self, p: QPainter, t: Theme, rect: QRectF, *, strong: bool = False) -> None:
        """Paint the words at the left."""
        paint.text(p, t, rect, self.text, self.role, self.tone, weight=600 if strong else None)


@dataclass(frozen=True)
class Two:
    """A line, and a smaller one below it that may carry an icon and a tone; alone, a long line is broken in two."""

    first: str
    second: str = ""
    icon: str = ""
    tone: str = "muted"

    @property
    def text(self) -> str:
        """Return both lines as one."""
        return f"{self.first}, {self.second}" if self.second else self.first

    def paint(self, p: QPainter, t: Theme, rect: QRectF, *, strong: bool = False) -> None:
        """Paint both lines about the middle, or the first alone in it, broken where it is too long."""
        centre, weight = rect.center().y(), 600 if strong else None
        if not self.second:
            lines = paint.balanced_lines(t, self.first, rect.width(), "strong" if strong else "body")
            for number, words in enumerate(lines):
                line = QRectF(rect.left(), centre + t.px(20) * (number - len(lines) / 2), rect.width(), t.px(20))
                paint.text(p, t, line, words, weight=weight)
            return
        top = QRectF(rect.left(), centre - t.px(20), rect.width(), t.px(20))
        paint.text(p, t, top, self.first, weight=weight)
        x = rect.left()
        if self.icon:
            x += paint.icon(p, t, x, centre + t.px(10), self.icon, self.tone, 13) + t.px(5)
        below = QRectF(x, centre + t.px(1), rect.right() - x, t.px(18))
        paint.text(p, t, below, self.second, "small", self.tone)


@dataclass(frozen=True)
class Rag:
    """A RAG word as a block with its shape; an empty word paints nothing."""

    text: str

    def paint(self, p: QPainter, t: Theme, rect: QRectF, *, strong: bool = False) -> None:
        """Paint the block at the left."""
        if self.text:
            paint.rag(p, t, rect.left(), rect.center().y(), self.text, t.px(88))


@dataclass(frozen=True)
class Ref:
    """A permanent reference."""

    text: str

    def paint(self, p: QPainter, t: Theme, rect: QRectF, *, strong: bool = False) -> None:
        """Paint the reference in quiet ink."""
        paint.text(p, t, rect, self.text, "body", "muted", weight=500)


@dataclass(frozen=True)
class Number:
    """A figure at the right of its column."""

    text: str
    tone: str = "ink"

    def paint(self, p: QPainter, t: Theme, rect: QRectF, *, strong: bool = False) -> None:
        """Paint the figure at the right."""
        paint.text(p, t, rect, self.text, "body", self.tone, paint.RIGHT)


@dataclass(frozen=True)
class Marked:
    """A word with its icon before it."""

    icon: str
    text: str
    tone: str = "ink"
    icon_tone: str = "muted"

    def paint(self, p: QPainter, t: Theme, rect: QRectF, *, strong: bool = False) -> None:
        """Paint icon and word."""
        tone = self.tone if self.tone != "ink" else self.icon_tone
        x = rect.left() + paint.icon(p, t, rect.left(), rect.center().y(), self.icon, tone, 16) + t.px(7)
        words = QRectF(x, rect.top(), rect.right() - x, rect.height())
        paint.text(p, t, words, self.text, "body", self.tone, weight=600 if strong else None)


@dataclass(frozen=True)
class Chip:
    """An owner or a deadline as a chip; state as in `paint.chip`."""

    text: str
    icon: str = ""
    state: str = "plain"

    def paint(self, p: QPainter, t: Theme, rect: QRectF, *, strong: bool = False) -> None:
        """Paint the chip at the left."""
        paint.chip(p, t, rect.left(), rect.center().y(), self.text, self.icon or None, self.state)


Cell: TypeAlias = str | Plain | Two | Rag | Ref | Number | Marked | Chip


def text_of(cell: Cell) -> str:
    """Return the plain text of a cell."""
    if isinstance(cell, Rag):
        return say(cell.text) if cell.text else ""
    return cell if isinstance(cell, str) else cell.text


def muted(words: str) -> Plain:
    """Return a cell of small quiet words."""
    return Plain(words, "muted", "small")
