"""Names and abbreviations written out when a blank or a mark ends them; one Backspace gives back what was typed."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.editor.formats import from_qt
from ui.editor.lines import lines_of, words_of
from ui.editor.sheet import Sheet, Spot, cut
from ui.editor.words.caret_offer import CaretOffer
from ui.editor.words.replacing import line_here, with_change
from wibdesk.domain.entries import PrivateNote
from wibdesk.language import say
from wibdesk.shorthand.known import KnownPerson
from wibdesk.shorthand.lines import read_line
from wibdesk.shorthand.names import people_meant
from wibdesk.shorthand.words.ended import Change, ends_word
from wibdesk.shorthand.words.expansion import expansion, mentions
from wibdesk.shorthand.words.naming import is_here, name_asked, who_is_meant

if TYPE_CHECKING:
    from ui.editor.minute_editor import MinuteEditor

GOES_ON = ".:"
"""Marks that end a sentence or stand in the middle of an address: the next letter tells."""


@dataclass(frozen=True)
class Written:
    """What was written out last: the state before it, the place of the caret after it, and the change back."""

    before: Sheet
    at: Spot
    back: Change
    mark: str


class Expanding:
    """Looks at the word before the caret whenever one ends; what the clerk took back stays as typed."""

    def __init__(self, editor: "MinuteEditor") -> None:
        self.editor = editor
        self.choice = CaretOffer(editor, say("Who is meant"))
        self.last: Written | None = None
        self.kept: set[tuple[Spot, str]] = set()

    def begin(self) -> None:
        """Forget what another sheet knew."""
        self.choice.close()
        self.last = None
        self.kept.clear()

    def typed(self, text: str) -> None:
        """Look at the word that these letters ended, or find that the word before them goes on."""
        if not text.isprintable():
            return  # a Backspace came by, which leaves what was written out where it is
        last, self.last = self.last, None
        if last is not None and last.mark in GOES_ON and text.isalnum():
            self._goes_on(last, len(text))
        elif ends_word(text):
            self.finish(ask=True)
            if self.last is None and last is not None and not last.mark.isspace() and text.isspace():
                self.last = last  # the blank after a comma may go again, and then what the comma wrote out

    def finish(self, *, ask: bool = False) -> None:
        """Write out the word before the caret; with `ask`, a name that several have is asked for at the caret."""
        editor, cursor = self.editor, self.editor.textCursor()
        if cursor.hasSelection():
            return
        # Of the block, not of the sheet: this is done at every blank, however long the sheet is.
        line, spot = from_qt(cursor.block().text()), editor.spot()
        if not self._name(spot, line, ask=ask):
            return
        known = editor.words.wording.abbreviations
        change = expansion(line, spot.offset, known, lambda short: self._used(editor.sheet(), short))
        if change is not None and not self._means_a_person(line, change):
            self._write(change, line[spot.offset - 1 : spot.offset])

    def press(self, event: QKeyEvent) -> bool:
        """Give back what was typed on a Backspace right after it was written out."""
        last = self.last
        if last is None or event.key() in (Qt.Key.Key_Shift, Qt.Key.Key_Control):
            return False
        if event.key() != Qt.Key.Key_Backspace or event.modifiers():
            return False
        if self.editor.spot() != last.at or self.editor.textCursor().hasSelection():
            return False
        self.last = None
        self._keep(last)
        before = self.editor.history.before
        if not before or before[-1] is not last.before:
            self._give_back(last)
            return True
        return self.editor.undo()

    def _name(self, spot: Spot, line: str, *, ask: bool) -> bool:
        """Write out a name that was asked for; False where one was, so that nothing else is to be done."""
        asked, mark = name_asked(line, spot.offset), line[spot.offset - 1 : spot.offset]
        if asked is None:
            return True
        known = self.editor.surroundings.read_by()
        people = who_is_meant(asked.text, known, people_meant)
        typed = (replace(spot, offset=asked.start), line[asked.start : asked.end])
        changes = [Change(asked.start, asked.end, person.in_text) for person in people]
        if len(people) == 1 and is_here(people[0], known):
            self._write(changes[0], mark)
        elif people and ask and typed not in self.kept:
            said = [_said(person, here=is_here(person, known)) for person in people]
            self.choice.ask(said, lambda n: self._write(changes[n], mark), lambda: self.kept.add(typed))
        return False

    def _write(self, change: Change, mark: str) -> None:
        sheet = self.editor.sheet()
        stretch = cut(line_here(sheet), change.start, change.end)
        was = words_of(stretch)
        stays = (replace(sheet.caret.at, offset=change.start), was) in self.kept
        if stays or was == change.words or any(span.link for span in stretch):
            return
        self.editor.history.close()
        self.editor.apply(with_change(sheet, change))
        back = Change(change.start, change.start + len(change.words), was)
        self.last = Written(self.editor.history.before[-1], self.editor.spot(), back, mark)

    def _goes_on(self, last: Written, letters: int) -> None:
        """Take back what was written out of the first part of an address such as `ya.org`."""
        sheet = self.editor.sheet()
        if sheet.caret.at == replace(last.at, offset=last.at.offset + letters):
            self._keep(last)
            self._give_back(last)

    def _give_back(self, last: Written) -> None:
        self.editor.history.close()
        self.editor.apply(with_change(self.editor.sheet(), last.back))

    def _keep(self, last: Written) -> None:
        self.kept.add((replace(last.at, offset=last.back.start), last.back.words))

    def _means_a_person(self, line: str, change: Change) -> bool:
        """Say whether a typed line would take the short form for somebody's initials."""
        word = line[change.start : change.end]
        return line.startswith("/") and bool(people_meant(word, self.editor.surroundings.read_by()))

    def _used(self, sheet: Sheet, short: str) -> bool:
        """Say whether a short form stands elsewhere in the meeting; in a private note, which no reader sees, it may."""
        here, part = sheet.current(), sheet.caret.at.part
        becomes = read_line(words_of(line_here(sheet)), self.editor.surroundings.read_by()).kind
        if PrivateNote.kind in (here.kind, becomes):
            return True
        for entry in sheet.entries:
            if not isinstance(entry, PrivateNote):
                for n, line in enumerate(lines_of(entry)):
                    if (entry is not here or n != part) and mentions(words_of(line), short):
                        return True
        return self.editor.words.wording.used(short)


def _said(person: KnownPerson, *, here: bool) -> str:
    """Return a person as one of several: the name, what tells them apart, and whether they are here."""
    facts = (person.in_text, person.role or person.organisation, "" if here else say("not here"))
    return ", ".join(fact for fact in facts if fact)
