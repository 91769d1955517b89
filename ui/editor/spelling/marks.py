"""Draws a wavy line under misspelt words in view; nothing of it is in the text or in the undo history."""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QTextBlock, QTextLine

from ui.editor.lines import columns_of
from ui.editor.marginalia import Place
from wibdesk.domain.entries import Table
from wibdesk.spelling.checking import NOBODY, Speller

if TYPE_CHECKING:
    from ui.editor.typed_sheet import TypedSheet

STEP, DEPTH, WEIGHT = 2.5, 2.0, 1.2  # of the wave, lengths of the design
KEPT = 600  # lines whose verdict is kept, and waves


class Marks:
    """Knows which words of a line are misspelt, and draws the lines that are to be painted again.

    The word being typed is left alone until the caret is elsewhere. Verdicts on lines and pictures of waves are kept:
    a key changes one line, and paints what touches it.
    """

    def __init__(self, editor: "TypedSheet") -> None:
        self.editor = editor
        self.speller: Speller | None = None
        self.known = NOBODY
        self._verdicts: dict[str, tuple[tuple[int, int], ...]] = {}
        self._pictures: dict[object, QPixmap] = {}
        self._typed_to = -1
        self._spared = -1  # where the line stands in the document; a block itself may be gone
        editor.theme.changed.connect(self._pictures.clear)
        editor.grounds.append(self.paint)
        editor.edited.connect(self._typed)
        editor.cursorPositionChanged.connect(self._moved)

    def judge_by(self, speller: Speller | None, known: frozenset[str]) -> None:
        """Take another speller, or other words that hold beside it; None marks nothing."""
        if speller is not self.speller or known != self.known:
            self.speller, self.known = speller, known
            self._verdicts.clear()
            self.editor.viewport().update()

    def misspelt(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return the misspelt words of a line: where each begins and how many characters it has."""
        found = self._verdicts.get(text)
        if found is None:
            if len(self._verdicts) >= KEPT:
                self._verdicts.clear()
            found = self.speller.misspelt(text, self.known) if self.speller is not None else ()
            self._verdicts[text] = found
        return found

    def paint(self, p: QPainter, places: Sequence[Place]) -> None:
        """Draw the waves of these lines; the words come over them."""
        if self.speller is None or self.editor.isReadOnly():
            return
        for place in places:
            block = place.block
            self._draw(p, block, place.words)
            if isinstance(place.entry, Table) and place.part:
                for _ in range(1, columns_of(place.entry)):  # the cells that follow in the row
                    block = block.next()
                    self._draw(p, block, block.text())

    def _draw(self, p: QPainter, block: QTextBlock, text: str) -> None:
        """Draw the waves of one line."""
        if self.misspelt(text):
            for wave in self._waves(block, text):
                p.drawPixmap(QPoint(round(wave.left()), round(wave.top())), self._picture(p, wave))

    def _picture(self, p: QPainter, wave: QRectF) -> QPixmap:
        """Return the wave under a word of this width, drawn once and kept."""
        t, ratio = self.editor.theme, p.device().devicePixelRatio()
        size = QSize(ceil(wave.width()), ceil(wave.height()) + 1)
        key = (size.width(), size.height(), ratio)
        picture = self._pictures.get(key)
        if picture is None:
            if len(self._pictures) >= KEPT:
                self._pictures.clear()
            picture = self._pictures[key] = QPixmap(ceil(size.width() * ratio), ceil(size.height() * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            q = QPainter(picture)
            q.setRenderHint(QPainter.RenderHint.Antialiasing)
            q.setPen(QPen(t.warn, max(1.0, WEIGHT * t.scale) * (1.5 if t.high_contrast else 1)))
            q.drawPolyline(_wavy(QRectF(0, 0, wave.width(), wave.height()), t.scale))
            q.end()
        return picture

    def _waves(self, block: QTextBlock, text: str) -> Iterator[QRectF]:
        """Yield where the misspelt words of a line stand, a rectangle for each row that one is on."""
        places = [(units(text, at), units(text, at + length)) for at, length in self.misspelt(text)]
        if places and (typed := self._being_typed(block)) >= 0:
            shown = [(begin, end) for begin, end in places if not begin <= typed <= end]
            self._spared = block.position() if len(shown) < len(places) else self._spared
            places = shown
        layout = block.layout() if places else None
        if layout is None or layout.preeditAreaText():
            return
        origin = self._rect(block).topLeft()
        for begin, end in places:
            for row in range(layout.lineForTextPosition(begin).lineNumber(), layout.lineCount()):
                line = layout.lineAt(row)
                if line.textStart() >= end:
                    break
                left, right = _x(line, max(begin, line.textStart())), _x(line, end)
                baseline = origin.y() + line.y() + line.ascent()
                yield QRectF(origin.x() + left, baseline, right - left, line.descent())

    def _being_typed(self, block: QTextBlock) -> int:
        """Return where in a line the caret stands right after typing, -1 where it does not."""
        cursor = self.editor.textCursor()
        at = cursor.position() - block.position()
        here = cursor.position() == self._typed_to and not cursor.hasSelection() and 0 <= at < block.length()
        return at if here else -1

    def _typed(self) -> None:
        self._typed_to = self.editor.textCursor().position()

    def _moved(self) -> None:
        """Paint the line again whose last word was left alone, where the caret has left it otherwise than by typing."""
        if self._spared < 0 or self.editor.textCursor().position() == self._typed_to:
            return
        block, self._spared = self.editor.document().findBlock(self._spared), -1
        if block.isValid():
            self.editor.viewport().update(self._rect(block).toAlignedRect())

    def _rect(self, block: QTextBlock) -> QRectF:
        rect = self.editor.document().documentLayout().blockBoundingRect(block)
        return rect.translated(0, -self.editor.verticalScrollBar().value())


def units(text: str, characters: int) -> int:
    """Return how many of Qt's units the first characters of a text take."""
    return characters if text.isascii() else characters + sum(char > "\uffff" for char in text[:characters])


def _x(line: QTextLine, at: int) -> float:
    """Return how far right in a row a place is."""
    found = line.cursorToX(at)  # with the place itself beside it, which the hints of PySide6 do not say
    assert isinstance(found, tuple)
    return float(found[0])


def _wavy(word: QRectF, scale: float) -> list[QPointF]:
    """Return the points of a wave as wide as a word, right under its letters."""
    depth, word = DEPTH * scale, word.adjusted(scale, 0, -scale, 0)  # the ends of the pen are round it
    top = word.top() + max(1.5 * scale, word.height() / 2 - depth)
    count = max(2, round(word.width() / (STEP * scale)))
    return [QPointF(word.left() + n * word.width() / count, top + (depth if n % 2 else 0)) for n in range(count + 1)]
