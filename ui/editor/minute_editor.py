"""The minutes of one item: entries go in, the clerk types, entries come out; nothing else ever enters the text."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.editor.clipboard import Clipboard
from ui.editor.conversion import turn_into
from ui.editor.finding import Finding
from ui.editor.inline import Inline
from ui.editor.keyboard import Keyboard
from ui.editor.lines import lines_of, says_nothing, without_empty_tail, words_of
from ui.editor.menu import editor_menu
from ui.editor.sheet import Caret, sheet_of
from ui.editor.shorthand.disguise import Disguise
from ui.editor.shorthand.following import Shorthand
from ui.editor.spelling.spelling import Spelling
from ui.editor.surroundings import Surroundings
from ui.editor.typed_sheet import TypedSheet
from ui.editor.words.words import Words
from ui.theme import Theme
from wibdesk.domain.entries import Action, Entry
from wibdesk.domain.sentences import Structured

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QMouseEvent


class MinuteEditor(TypedSheet):
    """The editor of the entries of one item.

    `edited` comes after every change, `entered` with the id of the entry that the caret came into,
    `details_requested` with the id of the entry whose facts were opened, `refused` with what was typed where nothing
    can be changed.
    """

    details_requested = Signal(str)
    refused = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.loaded: dict[str, Entry] = {}
        self.clipboard = Clipboard(self)
        self.finding = Finding(self)
        self.inline = Inline(self)
        self.words = Words(self)
        self.spelling = Spelling(self)
        self.marginalia = Disguise(theme)
        self.shorthand = Shorthand(self, self.marginalia)
        self.keyboard = Keyboard(self)
        self.edited.connect(self.inline.follow)
        self.typed.connect(self.keyboard.typed)
        self.show_entries(())

    def show_entries(self, entries: Sequence[Entry], *, caret: Caret | None = None) -> None:
        """Show the entries of an item afresh, the caret where it was or at the end; undo begins here."""
        self.inline.close()
        self.shorthand.close()
        self.words.begin()
        self.spelling.close()
        self.loaded = {entry.id: entry for entry in entries}
        self.begin(sheet_of(entries, caret))

    def entries(self) -> tuple[Entry, ...]:
        """Return the entries as they stand: the very ones shown where untouched, no new line or part left empty."""
        present = self.history.present.entries
        return tuple(
            entry if self.loaded.get(entry.id) is entry else without_empty_tail(entry)
            for entry in present
            if self.loaded.get(entry.id) is entry or not says_nothing(entry)
        )

    def accept_references(self, entries: Sequence[Entry]) -> None:
        """Take the references that the register gave to actions; caret, text and undo stay as they are."""
        self.know_references({e.id: e.ref for e in entries if isinstance(e, Action) and e.ref})

    def set_surroundings(self, surroundings: Surroundings) -> None:
        """Tell the editor of the meeting round it."""
        self.surroundings = surroundings
        self.describe()

    def set_read_only(self, wanted: bool) -> None:
        """Let nothing be changed any more, or let it be changed again."""
        self.inline.close()
        self.shorthand.close()
        self.words.begin()
        self.spelling.close()
        self.setReadOnly(wanted)
        if wanted:  # the caret stays, to read by keyboard and to copy
            flags = Qt.TextInteractionFlag
            self.setTextInteractionFlags(flags.TextSelectableByKeyboard | flags.TextSelectableByMouse)

    def set_kind(self, kind: str) -> None:
        """Turn what is selected, or the entry of the caret, into a kind; where words want facts, ask for them."""
        before = self.sheet()
        was, after = before.current(), turn_into(before, kind, self.former)
        self.apply(after)
        made = self.sheet().current()
        asks = isinstance(made, Structured) or (isinstance(made, Action) and not made.owners)
        if asks and made.kind == kind != was.kind and any(words_of(line) for line in lines_of(made)):
            self.open_details()

    def open_details(self, first: str = "") -> None:
        """Open the facts of the entry of the caret in a panel under it, at the field named where it has that."""
        if self.inline.open_details(first):
            self.details_requested.emit(self.inline.entry_id)

    def find(self, words: str, from_caret: bool = True) -> bool:  # type: ignore[override]  # finds and marks, as asked
        """Select the next place of the words and mark all; False where there is none. Empty words unmark."""
        return self.finding.find(words, from_caret)

    def cut(self) -> None:
        """Cut what is selected."""
        self.clipboard.cut()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the keyboard deal with a key, or Qt type it into the line."""
        text = event.text()
        if not self.strokes.goes_on(text):
            self.settle()
        if self.keyboard.press(event):
            event.accept()
            return
        super().keyPressEvent(event)
        self.strokes.note(text)
        if self.words.ahead.rest:
            self.settle()  # what stands behind the caret goes along with it

    def event(self, event: QEvent) -> bool:
        """Claim the editor's keys before a shortcut of the window takes them."""
        # The sort of object is asked first: eight events go by for every key, and an enum costs more than a class.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            claim = self.keyboard.claims(event)
            if claim is not None:
                event.setAccepted(claim)
                return claim
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Change a list level or the cell by Tab; behind words it does nothing, from an empty line it goes on."""
        return self.keyboard.tab(forward=forward) or super().focusNextPrevChild(forward)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Type what an input method composed."""
        if event.commitString() or event.preeditString():
            self.keyboard.make_way(event.commitString())
        super().inputMethodEvent(event)

    def mousePressEvent(self, event: "QMouseEvent") -> None:
        """Put the caret; a press on the selection begins no dragging, which would move words past the entries."""
        self.settle()
        cursor = self.textCursor()
        if cursor.hasSelection() and not event.modifiers():
            cursor.clearSelection()
            self.setTextCursor(cursor)
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: "QContextMenuEvent") -> None:
        """Show a menu whose every deed is the editor's own."""
        editor_menu(self, event.pos()).popup(event.globalPos())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Offer what is selected to other programs."""
        return self.clipboard.offered()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take only words."""
        return self.clipboard.takes(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what is pasted as clean entries."""
        self.clipboard.put_in(source)

    def loadResource(self, kind: int, name: object) -> None:
        """Load nothing, whatever a text asks for."""
