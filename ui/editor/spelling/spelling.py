"""The editor's spelling: goes to the next misspelt word, offers what was meant, and writes what is chosen."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QTextBlock

from ui.editor.lines import lines_of, with_line, words_of
from ui.editor.sheet import Caret, Spot, cut, joined
from ui.editor.spelling.marks import Marks, units
from ui.editor.spelling.word_offer import WordOffer
from ui.editor.typed_sheet import TypedSheet
from ui.editor.words.caret_offer import GAP, place_at_caret
from wibdesk.language import later, say
from wibdesk.spelling.checking import NOBODY, Speller
from wibdesk.spelling.words import bare_of

ALL_RIGHT = later("No word of this item is marked as misspelt.")
OFF = later("Spelling is not checked: Settings say whether it is.")


@dataclass(frozen=True)
class Misspelt:
    """A word that may be misspelt, where it begins and how many characters it has."""

    at: Spot
    length: int
    word: str

    @property
    def end(self) -> Spot:
        """The place behind its last letter."""
        return replace(self.at, offset=self.at.offset + self.length)


@dataclass(frozen=True)
class _Place:
    """Where a misspelt word begins and ends in the document."""

    start: int
    end: int
    word: Misspelt


class Spelling(QObject):
    """Knows what is misspelt in the sheet; `said` with a sentence for the clerk, `learnt` with a word to be kept.

    Words that are ignored hold until others are told to be known. Esc goes back to where the clerk was typing when she
    began to go through the words; what she puts right on the way is a step of the same walk.
    """

    said = Signal(str)
    learnt = Signal(str)

    def __init__(self, editor: TypedSheet) -> None:
        super().__init__(editor)
        self.editor, self.marks = editor, Marks(editor)
        self.known = self.ignored = NOBODY
        self.offer: WordOffer | None = None
        self.last: Misspelt | None = None
        self.origin = self.mended = Spot("")
        editor.verticalScrollBar().valueChanged.connect(lambda _value: self.close())

    @property
    def on(self) -> bool:
        """Say whether spelling is checked here."""
        return self.marks.speller is not None and not self.editor.isReadOnly()

    def judge_by(self, speller: Speller | None, known: frozenset[str] = NOBODY) -> None:
        """Check by a speller and the words that are known in the meeting; None checks nothing."""
        self.known = known
        self.marks.judge_by(speller, known | self.ignored)

    def forget_ignored(self) -> None:
        """Ignore no word any more: another meeting is in the room."""
        self.ignored = NOBODY
        self.marks.judge_by(self.marks.speller, self.known)

    def step(self, by: int = 1) -> None:
        """Select the next misspelt word (1) or the one before (-1), going round, and offer what was meant.

        The word at the caret comes first, except where it was offered just now.
        """
        if self.offer is None and self.editor.spot() != self.mended:
            self.origin = self.editor.spot()
        self.close()
        if not self.on:
            self.said.emit(say(OFF))
            return
        places, caret = self._places()[::by], self.editor.textCursor().position()
        if not places:
            self.said.emit(say(ALL_RIGHT))
            return
        others = [place for place in places if place.word != self.last]
        ahead = [place for place in others if (place.end >= caret if by > 0 else place.start < caret)]
        found = self.last = (ahead or places)[0].word
        self.editor.history.close()
        self.editor.put_caret(Caret(found.at, found.end))
        self.editor.ensureCursorVisible()
        self._offer(found)

    def at(self, point: QPoint) -> Misspelt | None:
        """Return the misspelt word at a point of the view."""
        cursor = self.editor.cursorForPosition(point)
        here = self._in_block(cursor.block()) if self.on else []
        return next((place.word for place in here if place.start <= cursor.position() <= place.end), None)

    def suggestions(self, found: Misspelt) -> tuple[str, ...]:
        """Return what may have been meant; it takes about a tenth of a second."""
        speller = self.marks.speller
        return speller.suggestions(found.word, self.known) if speller is not None else ()

    def put_right(self, found: Misspelt, words: str) -> None:
        """Write other words in its place, in the look it has, as one step of undo; the caret goes behind them."""
        sheet, spot = self.editor.sheet(), found.at
        entry = next((entry for entry in sheet.entries if entry.id == spot.entry), None)
        line = dict(enumerate(lines_of(entry) if entry is not None else ())).get(spot.part, ())
        was = cut(line, spot.offset, found.end.offset)
        if entry is None or words_of(was) != found.word:
            return  # the line was changed meanwhile
        fresh = joined(cut(line, 0, spot.offset), (replace(was[0], text=words),), cut(line, found.end.offset))
        self.mended = replace(spot, offset=spot.offset + len(words))
        if replace(self.origin, offset=0) == replace(spot, offset=0) and self.origin.offset > spot.offset:
            moved = self.origin.offset + len(words) - found.length
            self.origin = replace(spot, offset=max(moved, self.mended.offset))
        self.editor.history.close()
        after = sheet.with_entry(with_line(entry, spot.part, fresh))
        self.editor.apply(replace(after, caret=Caret(self.mended)))

    def learn(self, found: Misspelt) -> None:
        """Ask that the word be kept with the clerk's own."""
        self.learnt.emit(bare_of(found.word))

    def ignore(self, found: Misspelt) -> None:
        """Mark the word no more while this meeting is in the room."""
        self.ignored |= {bare_of(found.word)}
        self.marks.judge_by(self.marks.speller, self.known | self.ignored)

    def close(self) -> None:
        """Put the list away and give the keyboard back to the sentence, nothing selected."""
        offer, self.offer = self.offer, None
        if offer is None:
            return
        if offer.hasFocus():
            self.editor.setFocus(Qt.FocusReason.PopupFocusReason)
        offer.hide()
        offer.deleteLater()
        cursor = self.editor.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        self.editor.setTextCursor(cursor)

    def _offer(self, found: Misspelt) -> None:
        offer = WordOffer(self.editor.theme, self.editor.viewport(), found.word, self.suggestions(found))
        offer.replaced.connect(lambda words: self._done(lambda: self.put_right(found, words)))
        offer.learnt.connect(lambda: self._done(lambda: self.learn(found)))
        offer.ignored.connect(lambda: self._done(lambda: self.ignore(found)))
        offer.onward.connect(self.step)
        offer.left.connect(self._leave)
        offer.dropped.connect(self.close)
        self.offer = offer
        caret, gap = self.editor.cursorRect(), self.editor.theme.px(GAP)
        offer.keep_within(max(caret.top(), self.editor.viewport().height() - caret.bottom()) - 2 * gap)
        place_at_caret(self.editor, offer)
        offer.show()
        offer.raise_()
        offer.setFocus(Qt.FocusReason.PopupFocusReason)

    def _leave(self) -> None:
        """Go back to where the clerk was typing, where that is still there."""
        self.close()
        entry = next((entry for entry in self.editor.sheet().entries if entry.id == self.origin.entry), None)
        lines = lines_of(entry) if entry is not None else ()
        if self.origin.part < len(lines):
            end = len(words_of(lines[self.origin.part]))
            self.editor.put_caret(Caret(replace(self.origin, offset=min(self.origin.offset, end))))
            self.editor.ensureCursorVisible()

    def _done(self, deed: Callable[[], None]) -> None:
        self.close()
        deed()

    def _places(self) -> list[_Place]:
        """Return the misspelt words of the whole sheet in order."""
        places, block = [], self.editor.document().firstBlock()
        while block.isValid():
            places += self._in_block(block)
            block = block.next()
        return places

    def _in_block(self, block: QTextBlock) -> list[_Place]:
        """Return the misspelt words of a line."""
        text, start = block.text(), block.position()
        spot = self.editor.page.spot(start)
        return [
            _Place(
                start + units(text, at),
                start + units(text, at + length),
                Misspelt(replace(spot, offset=at), length, text[at : at + length]),
            )
            for at, length in self.marks.misspelt(text)
        ]
