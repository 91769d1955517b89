"""Draws a wavy line under misspelt words in view; nothing of it is in the text or in the undo history."""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QTextBlock, QTextLine

from ui.editor.lines import columns_of
from ui.editor.marginalia import Place
from ui.editor.shorthand.typed_line import LEADS
from wibdesk.domain.entries import Table
from wibdesk.shorthand.lines import is_command
from wibdesk.spelling.checking import NOBODY, Speller

if TYPE_CHECKING:
    from ui.editor.typed_sheet import TypedSheet

STEP, DEPTH, WEIGHT = 2.5, 2.0, 1.2  # of the wave, lengths of the design
INITIALS = 3  # letters that the initials of a name may have, where a command is typed
Places: TypeAlias = tuple[tuple[int, int], ...]
Wave: TypeAlias = tuple[float, float, QPixmap]  # from the corner of its line
KEPT = 600  # lines whose verdict is kept, and waves


class Marks:
    """Knows which words of a line are misspelt, and draws the lines that are to be painted again.

    The word being typed is left alone until the caret is elsewhere. Verdicts on lines and pictures of waves are kept:
    a key changes one line, and paints what touches it. What it wrote is judged once it stands on the screen.
    """

    def __init__(self, editor: "TypedSheet") -> None:
        self.editor = editor
        self.speller: Speller | None = None
        self.known = NOBODY
        self._verdicts: dict[str, tuple[tuple[int, int], ...]] = {}
        self._pictures: dict[object, QPixmap] = {}
        self._typed_to = -1
        self._painted: Places = ()  # in the line being typed
        self._kept: dict[object, list[Wave]] = {}  # of lines, for as long as only keys change anything
        self._written = 0
        self._spared = -1  # where the line stands in the document; a block itself may be gone
        editor.theme.changed.connect(self._pictures.clear)
        editor.grounds.append(self.paint)
        editor.edited.connect(self._typed)
        editor.went.connect(self._moved)

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
            found = self._judge(text)
            if found and is_command(text):
                found = tuple((at, length) for at, length in found if length > INITIALS)
            self._verdicts[text] = found
        return found

    def _judge(self, text: str) -> Places:
        """Ask the speller, of a line that only grew by a word only about that: a key comes by for each letter of it."""
        if self.speller is None:
            return ()
        begin = text[: text.rfind(" ") + 1]
        known = self._verdicts.get(begin) if "{" not in text and text[:1] not in LEADS else None
        if known is None:
            return self.speller.misspelt(text, self.known)
        last = self.speller.misspelt(text[len(begin) :], self.known)
        return known + tuple((len(begin) + at, length) for at, length in last)

    def paint(self, p: QPainter, places: Sequence[Place]) -> None:
        """Draw the waves of these lines; the words come over them."""
        if self.speller is None or self.editor.isReadOnly():
            return
        caret = self._typing_at()
        for place in places:
            block = place.block
            self._draw(p, block, place.words, caret)
            if isinstance(place.entry, Table) and place.part:
                for _ in range(1, columns_of(place.entry)):  # the cells that follow in the row
                    block = block.next()
                    self._draw(p, block, block.text(), caret)

    def _draw(self, p: QPainter, block: QTextBlock, text: str, caret: int) -> None:
        """Draw the waves of one line."""
        if self.editor.strokes.blocks and 0 <= caret - block.position() < block.length():
            # Of a line that grows at its end, what stands before its last word is known; all else waits for the paint.
            ends = caret - block.position() == block.length() - 1
            text = text[: text.rstrip().rfind(" ") + 1] if ends else text
            places = self._painted = self._to_paint(block, text, caret)
        else:
            places = self._to_paint(block, text, caret)
        if places:
            corner = self._rect(block).topLeft()
            left, top = corner.x(), corner.y()
            for x, y, picture in self._waves(block, text, places):
                p.drawPixmap(round(left + x), round(top + y), picture)

    def _places(self, text: str) -> Places:
        """Return where the misspelt words of a line begin and end, in Qt's units."""
        return tuple((units(text, at), units(text, at + length)) for at, length in self.misspelt(text))

    def _to_paint(self, block: QTextBlock, text: str, caret: int) -> Places:
        """Return where the words stand that are marked in a line, without the one that is being typed at the caret."""
        if not self.misspelt(text):
            return ()
        places, typed = self._places(text), caret - block.position()
        spared = [place for place in places if place[0] <= typed <= place[1]]
        if spared:
            self._spared = block.position()
        return tuple(place for place in places if place not in spared)

    def _waves(self, block: QTextBlock, text: str, places: Places) -> list[Wave]:
        """Return the waves of a line, once for each row that a word is on; the same while nothing of it is changed."""
        if block.layout().preeditAreaText():
            return []
        if self._written != self.editor.written or len(self._kept) >= KEPT:
            self._written = self.editor.written
            self._kept.clear()
        ratio = self.editor.devicePixelRatio()
        line = block.blockNumber(), text, places, ratio
        if line not in self._kept:
            self._kept[line] = [(w.left(), w.top(), self._picture(w, ratio)) for w in _stretches(block, places)]
        return self._kept[line]

    def _picture(self, wave: QRectF, ratio: float) -> QPixmap:
        """Return the wave under a word of this width, drawn once and kept."""
        t, size = self.editor.theme, QSize(ceil(wave.width()), ceil(wave.height()) + 1)
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

    def _typing_at(self) -> int:
        """Return where in the document the caret stands right after typing, -1 where it does not."""
        cursor = self.editor.textCursor()
        typed = bool(self.editor.strokes.blocks) or cursor.position() == self._typed_to
        return cursor.position() if typed and not cursor.hasSelection() else -1

    def _typed(self) -> None:
        """Judge what was typed, and have its line painted again where that marks it otherwise."""
        cursor = self.editor.textCursor()
        self._typed_to, block, painted = cursor.position(), cursor.block(), self._painted
        if self.speller is not None:
            self._painted = self._to_paint(block, block.text(), self._typing_at())
            if self._painted != painted:
                self._paint_again(block)

    def _moved(self) -> None:
        """Paint the line again whose last word was left alone, where the caret has left it otherwise than by typing."""
        if self._spared < 0 or self.editor.textCursor().position() == self._typed_to:
            return
        block, self._spared = self.editor.document().findBlock(self._spared), -1
        if block.isValid():
            self._paint_again(block)

    def _paint_again(self, block: QTextBlock) -> None:
        """Have a line painted again, and what its waves take below it."""
        rect = self._rect(block).adjusted(0, 0, 0, self.editor.theme.px(4))
        self.editor.viewport().update(rect.toAlignedRect())

    def _rect(self, block: QTextBlock) -> QRectF:
        rect = self.editor.document().documentLayout().blockBoundingRect(block)
        return rect.translated(0, -self.editor.verticalScrollBar().value())


def _stretches(block: QTextBlock, places: Places) -> Iterator[QRectF]:
    """Yield where words stand from the corner of their line, a rectangle for each row that one is on."""
    layout = block.layout()
    for begin, end in places:
        for row in range(layout.lineForTextPosition(begin).lineNumber(), layout.lineCount()):
            line = layout.lineAt(row)
            if line.textStart() >= end:
                break
            left, right = sorted((_x(line, max(begin, line.textStart())), _x(line, end)))  # Arabic runs the other way
            yield QRectF(left, line.y() + line.ascent(), right - left, line.descent())


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
