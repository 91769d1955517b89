"""Phrases put in at the caret, and the keys that go from one of their slots to the next."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from shiboken6 import isValid

from ui.editor.lines import words_of
from ui.editor.words.caret_offer import place_at_caret, room_at_caret, rows_at_caret
from ui.editor.words.phrase_list import PhraseList
from ui.editor.words.replacing import line_here, with_phrase, with_slot, with_words
from wibdesk.domain.phrases import Phrase, Slot, slots_of
from wibdesk.shorthand.words.slots import filled, next_slot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.editor.minute_editor import MinuteEditor

WIDE = 520
MOST_PEOPLE = 5


class Phrases:
    """Opens the list, puts a phrase in, and goes round its slots by Tab until the caret leaves the line."""

    def __init__(self, editor: "MinuteEditor") -> None:
        self.editor = editor
        self.list: PhraseList | None = None
        self.line: tuple[str, int] | None = None

    def open(self, words: str = "") -> None:
        """Offer the phrases at the caret, narrowed to these words."""
        if self.editor.isReadOnly():
            return
        self.close()
        editor, t = self.editor, self.editor.theme
        room = QSize(min(t.px(WIDE), editor.viewport().width() - 2 * t.px(8)), room_at_caret(editor))
        made = PhraseList(t, editor.viewport(), editor.words.wording.phrases(), words, room)
        made.resized.connect(lambda: place_at_caret(editor, made))
        made.taken.connect(self._take)
        made.left.connect(self.close)
        self.list = made
        place_at_caret(editor, made)
        made.show()
        made.raise_()
        made.edit.setFocus(Qt.FocusReason.PopupFocusReason)

    def close(self) -> None:
        """Put the list away and give the keyboard back to the sentence."""
        made, self.list = self.list, None
        if made is None or not isValid(made):
            return
        if made.isAncestorOf(made.window().focusWidget() or self.editor):
            self.editor.setFocus(Qt.FocusReason.PopupFocusReason)
        made.hide()
        made.deleteLater()

    def leave_to(self, now: "QWidget") -> None:
        """Put the list away when the keyboard goes elsewhere."""
        if self.list is not None and isValid(self.list) and not self.list.isAncestorOf(now):
            self.close()

    def tab(self, *, forward: bool) -> bool:
        """Select the next slot of the line; behind the last one the caret goes to the end and the slots are done."""
        if self.line is None or self.editor.isReadOnly():
            return False
        sheet = self.editor.sheet()
        words, (first, last) = words_of(line_here(sheet)), sheet.selection()
        slot = next_slot(words, (last if forward else first).offset, back=not forward)
        if slot is None and not forward:
            return bool(slots_of(words))
        if slot is not None:
            self.editor.put_caret(with_slot(sheet, slot).caret)
            self._offer_people(slot)
            return True
        self.line = None
        cursor = self.editor.textCursor()
        cursor.clearSelection()
        cursor.movePosition(cursor.MoveOperation.EndOfBlock)
        self.editor.setTextCursor(cursor)
        return True

    def follow(self) -> None:
        """End the slots when the caret has left their line."""
        if self.line is not None and not self.editor.writing and self.editor.page.whole():
            spot = self.editor.spot()
            if (spot.entry, spot.part) != self.line:
                self.line = None

    def _take(self, phrase: Phrase) -> None:
        self.close()
        editor = self.editor
        editor.history.close()
        editor.apply(with_phrase(editor.sheet(), filled(phrase.text, editor.words.wording.certain())))
        sheet = editor.sheet()
        self.line = (sheet.caret.at.entry, sheet.caret.at.part) if sheet.caret.anchor is not None else None
        editor.words.wording.taken(phrase)
        if self.line is not None:
            first, _ = sheet.selection()
            slot = next_slot(words_of(line_here(sheet)), first.offset)
            if slot is not None:
                self._offer_people(slot)

    def _offer_people(self, slot: Slot) -> None:
        """Offer by number who may be meant where a name goes; the next slot follows the one chosen."""
        most = min(MOST_PEOPLE, max(rows_at_caret(self.editor), 2))
        people = self.editor.words.wording.people()[:most] if slot.wants_person else ()
        if not people:
            return

        def take(number: int) -> None:
            self.editor.history.close()
            self.editor.apply(with_words(self.editor.sheet(), people[number]))
            self.tab(forward=True)

        self.editor.words.expanding.choice.ask(people, take, lambda: None)
