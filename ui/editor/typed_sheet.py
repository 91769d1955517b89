"""The sheet while it is typed in: takes what Qt put into lines back into entries, and keeps undo and redo.

A key only puts its letter on the page; everything else is done right after the letter was painted, and before anything
asks for the entries: `history` is always up to date.
"""

import time
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from ui.announcing import announce
from ui.editor.description import entry_words
from ui.editor.history import History
from ui.editor.lines import with_line
from ui.editor.page import read_line
from ui.editor.reading import read_back
from ui.editor.sheet import Caret, Sheet, sheet_of
from ui.editor.sheet_view import SheetView
from ui.theme import Theme
from wibdesk.domain.entries import Action, Entry
from wibdesk.language import say

PAUSE = 1.0  # seconds without a key after which typing is a new step of undo


class TypedSheet(SheetView):
    """A sheet whose every change, typed or done, is a state that can be returned to. `edited` after each.

    `went` comes when the caret stands elsewhere, once what was typed there is taken in, and after it `typed` with what
    keys put there.
    """

    edited = Signal()
    entered = Signal(str)
    went = Signal()
    typed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._history = History(sheet_of(()))
        self.references: dict[str, str] = {}
        self.former: dict[tuple[str, str], Entry] = {}
        self._stroke = 0.0
        self._typed_to = -1
        self._here = ""
        self.document().contentsChange.connect(self._touch)
        self.cursorPositionChanged.connect(self._follow_caret)

    @property
    def history(self) -> History:
        """The states of the sheet, with all that stands on the page taken in."""
        self.settle()
        return self._history

    @history.setter
    def history(self, history: History) -> None:
        self.strokes.take()
        self._history = history

    def begin(self, sheet: Sheet) -> None:
        """Show a sheet afresh: undo begins here."""
        self.settle()
        self.references.clear()
        self.former.clear()
        self.history = History(sheet)
        self._here = ""
        self.write(sheet.entries, sheet.caret)
        self._moved(aloud=False)  # whoever shows another sheet says which

    def caret(self) -> Caret:
        """Return where the caret stands, to give back to `show_entries`."""
        self.settle()
        cursor = self.textCursor()
        anchor = self.page.spot(cursor.anchor()) if cursor.hasSelection() else None
        return Caret(self.page.spot(cursor.position()), anchor)

    def sheet(self) -> Sheet:
        """Return the state of the sheet with the caret where it is now."""
        return replace(self.history.present, caret=self.caret())

    def apply(self, sheet: Sheet, joins: str = "") -> None:
        """Show another state as one deed of the clerk; deeds that join under the same words are undone together."""
        if self.isReadOnly():
            return
        if self.history.joins != joins or not joins:
            self.history.amend(self.sheet())
        if sheet.entries == self.history.present.entries:
            self.put_caret(sheet.caret)
            return
        self.former.update({(entry.id, entry.kind): entry for entry in self.history.present.entries})
        self.history.record(sheet, joins)
        self._show_present()

    def undo(self) -> bool:  # type: ignore[override]  # Qt's own undo is off; ours says whether it did anything
        """Take back the last deed; say whether there was one."""
        return self._restore(self.history.undo() if self.can_undo() else None)

    def redo(self) -> bool:  # type: ignore[override]  # as undo
        """Do again what was taken back; say whether there was anything."""
        return self._restore(self.history.redo() if self.can_redo() else None)

    def can_undo(self) -> bool:
        """Say whether anything has been done that can be taken back."""
        return bool(self.history.before) and not self.isReadOnly()

    def can_redo(self) -> bool:
        """Say whether anything has been taken back."""
        return bool(self.history.after) and not self.isReadOnly()

    def know_references(self, references: dict[str, str]) -> None:
        """Take the references of actions by their entry; caret, text and undo stay as they are."""
        self.references.update(references)
        sheet = _with_references(self.history.present, self.references)
        self.page.adopt(sheet.entries)
        self.history.amend(sheet)
        self.viewport().update()
        self.describe(aloud=False)  # a number that comes while somebody types is no news

    def describe(self, *, aloud: bool = True) -> None:
        """Tell a screen reader which entry the caret stands in, to be said now or when it asks."""
        words, before = entry_words(self.sheet().current()), self.accessibleDescription()
        self.setAccessibleName(say("Minutes of {item}", item=self.surroundings.item or say("this item")))
        self.setAccessibleDescription(words)
        if aloud and words != before and self.hasFocus() and QAccessible.isActive():
            announce(self, words)

    def _touch(self, position: int, _removed: int, added: int) -> None:
        """Note which lines have been typed in."""
        if not self.writing:
            self.strokes.touch(position, added)

    def settle(self) -> None:
        """Take what stands on the page into the entries, if that is not done yet."""
        if self.writing or not self.strokes.blocks:
            return
        blocks, keys = self.strokes.take()
        if not self.page.whole():
            # Something other than our keys changed the blocks, such as dictation.
            self._put_right()
            return
        now = time.monotonic()
        if now - self._stroke > PAUSE:
            self._history.close()
        self._stroke = now
        entries, joins = self._history.present.entries, ""
        for number in blocks:
            n, part = self.page.places[number]
            fresh = with_line(entries[n], part, read_line(self.document().findBlockByNumber(number)))
            joins = f"{fresh.id} {part}"
            if fresh is not entries[n]:
                entries = (*entries[:n], fresh, *entries[n + 1 :])
        if entries is not self._history.present.entries:
            self._typed_to = self.textCursor().position()
            self._history.record(Sheet(entries, Caret(self.page.spot(self._typed_to))), joins)
            self.page.adopt(entries)
            self.edited.emit()
        self._follow_caret()
        if keys:
            self.typed.emit(keys)

    def _put_right(self) -> None:
        """Read the whole document back and show it again, after something foreign changed its blocks."""
        sheet = read_back(self.document(), self._history.present)
        with self.by_program():
            self.page.forget()
        self._history.record(sheet)
        self._show_present()

    def _restore(self, sheet: Sheet | None) -> bool:
        if sheet is None:
            return False
        self.history.amend(_with_references(sheet, self.references))
        self._show_present()
        return True

    def _show_present(self) -> None:
        self.write(self._history.present.entries, self._history.present.caret)
        self.edited.emit()
        self._moved()
        self.describe()

    def _follow_caret(self) -> None:
        if not self.strokes.blocks:  # else once that is taken in
            self._moved()
            self.went.emit()

    def _moved(self, *, aloud: bool = True) -> None:
        """Follow the caret: a step of undo ends where it leaves, and a new entry is said to the screen reader."""
        if self.writing or not self.page.whole():
            return
        position, typed_to, self._typed_to = self.textCursor().position(), self._typed_to, -1
        if position == typed_to:
            return
        spot = self.page.spot(position)
        if spot != self.history.present.caret.at:
            self.history.close()
            self.history.amend(self.sheet())
        if spot.entry != self._here:
            self._here = spot.entry
            self.describe(aloud=aloud)
            self.entered.emit(spot.entry)


def _with_references(sheet: Sheet, known: dict[str, str]) -> Sheet:
    """Give actions the references that they already have in the register."""
    return replace(
        sheet,
        entries=tuple(
            replace(e, ref=known[e.id]) if isinstance(e, Action) and not e.ref and e.id in known else e
            for e in sheet.entries
        ),
    )
