"""Keys in the minutes editor: which of them are deeds on the entries, and which Qt may type into a line."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from ui.editor.formats import LOOK, plain_span
from ui.editor.keys import DEEDS
from ui.editor.kinds import ListLine
from ui.editor.lines import line_count, lines_of, words_of
from ui.editor.looks import takes_looks, toggled
from ui.editor.sheet import Caret, Spot
from ui.editor.shorthand.typed_line import parked
from ui.editor.structure import join_back, join_forward, levelled, moved, split, without_selection
from ui.editor.table_cells import with_row
from ui.editor.typed_lists import list_begun
from wibdesk.domain.entries import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.editor.minute_editor import MinuteEditor

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
_STANDARD = QKeySequence.StandardKey
_REMOVING = (
    (_STANDARD.Backspace, True),
    (_STANDARD.DeleteStartOfWord, True),
    (_STANDARD.Delete, False),
    (_STANDARD.DeleteEndOfWord, False),
    (_STANDARD.DeleteEndOfLine, False),
)
_LOOK_BITS = {"bold": 1, "italic": 2, "underline": 4}


def chord_of(event: QKeyEvent) -> str:
    """Return a key as Qt writes it, `Ctrl+Shift+A`, whether it lies on the keypad or not."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(event.key() | held.value).toString(QKeySequence.SequenceFormat.PortableText)


class Keyboard:
    """Works the editor by keys; `press` says whether it has dealt with one."""

    def __init__(self, editor: "MinuteEditor") -> None:
        self.editor = editor
        self.deeds = dict(DEEDS)  # chord to deed, as the clerk wishes them
        self._deeds: dict[str, Callable[[], object]] = {
            "kinds": editor.inline.choose_kind,
            "details": editor.open_details,
            "link": editor.inline.open_link,
            "paste words": editor.clipboard.put_in_words,
            "undo": editor.undo,
            "redo": editor.redo,
            "line break": self._type_break,
            "time": editor.words.put_time,
            "phrases": editor.words.open_phrases,
            "verbatim": editor.words.quote,
            "spelling": editor.spelling.step,
            "spelling back": lambda: editor.spelling.step(-1),
            "park": lambda: editor.apply(parked(editor.sheet())),
            "move up": lambda: editor.apply(moved(editor.sheet(), -1)),
            "move down": lambda: editor.apply(moved(editor.sheet(), 1)),
        }

    def claims(self, event: QKeyEvent) -> bool | None:
        """Say whether a key is the editor's before any shortcut of the window; None for a key that is Qt's to judge."""
        if _is_letter(event):
            return None
        self.editor.settle()  # whatever the key does, it does to all that was typed
        deed = self.deeds.get(chord_of(event))
        if deed is None:
            return True if event.key() == Qt.Key.Key_Escape and self.editor.shorthand.busy else None
        if deed in ("undo", "redo") and not self.editor.can_undo() and not self.editor.can_redo():
            return False  # nothing was typed here yet; once it was, the key never reaches past the text into records
        return not self.editor.isReadOnly()

    def press(self, event: QKeyEvent) -> bool:
        """Deal with a key; False leaves it to Qt."""
        editor = self.editor
        if editor.isReadOnly():
            editor.refused.emit(event.text())
            return False
        if _is_letter(event) and not editor.words.expanding.choice.open and editor.shorthand.shown.asking is None:
            self.make_way(event.text())  # what most keys are, and all that most of them ask for
            return False
        return editor.words.press(event) or editor.shorthand.press(event) or self._work(event)

    def _work(self, event: QKeyEvent) -> bool:
        """Deal with a key that no helper of the sentence has taken."""
        special = bool(event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier) or event.key() >= Qt.Key.Key_Escape
        if special and (deed := self.deeds.get(chord_of(event))):
            self.do(deed)
            return True
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._enter()
            return True
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) or (special and self._remove(event)):
            return True
        if special and event.matches(_STANDARD.Cut):
            self.editor.cut()
            return True
        if _types(event):
            self.make_way(event.text())
        return False

    def do(self, deed: str) -> None:
        """Do a deed of the key list by its name."""
        name, _, what = deed.partition(" ")
        if name == "kind":
            self.editor.set_kind(what)
        elif name == "look":
            self._look(what)
        else:
            self._deeds[deed]()

    def typed(self, text: str) -> None:
        """After letters went into a line: a word ends a step of undo, and a dash or number may begin a list."""
        if text == " ":
            self._begin_list()
        self.editor.words.typed(text)
        if text.isspace():
            self.editor.history.close()

    def make_way(self, text: str = "") -> None:
        """Before letters go in: take away a selection over several lines, and leave a link that ends here."""
        cursor = self.editor.textCursor()
        if cursor.hasSelection():
            if self._several_lines(cursor):
                self.editor.apply(without_selection(self.editor.sheet()))
            return
        fmt = cursor.charFormat()
        if text and fmt.anchorHref() and not self._inside_link(cursor, fmt.anchorHref()):
            entry, part = self.editor.page.entry_at(cursor.block())
            look = self.editor.page.formats.words(entry, part, plain_span(fmt.intProperty(LOOK)))
            self.editor.setCurrentCharFormat(look)

    def tab(self, *, forward: bool) -> bool:
        """Change the level of a list line or go to the next cell; False lets Tab leave the editor."""
        if self.editor.isReadOnly():
            return False
        if self.editor.words.tab(forward=forward) or (forward and self.editor.shorthand.change()):
            return True
        sheet = self.editor.sheet()
        start, end = sheet.selected()
        if any(isinstance(entry, ListLine) for entry in sheet.entries[start : end + 1]):
            self.editor.apply(levelled(sheet, 1 if forward else -1))
            return True
        entry = sheet.current()
        if isinstance(entry, Table):
            return self._next_cell(entry, sheet.caret.at, 1 if forward else -1)
        # Behind words Tab was meant to take an offer that is not there: what is typed next must not go elsewhere.
        return forward and bool(self.editor.textCursor().block().text().strip())

    def _next_cell(self, table: Table, spot: Spot, by: int) -> bool:
        part = spot.part + by
        if part < 0:
            return False
        if part >= line_count(table):
            self.editor.apply(with_row(self.editor.sheet(), table))
            return True
        end = len(words_of(lines_of(table)[part]))
        self.editor.put_caret(Caret(Spot(table.id, part, end), Spot(table.id, part) if end else None))
        return True

    def _enter(self) -> None:
        self.editor.words.finish()
        sheet = self.editor.sheet()
        if isinstance(sheet.current(), Table) and sheet.caret.at.part:
            self._type_break()
        else:
            self.editor.apply(split(sheet))

    def _type_break(self) -> None:
        self.make_way()
        self.editor.textCursor().insertText("\u2028")

    def _remove(self, event: QKeyEvent) -> bool:
        """Deal with Backspace and Delete where they reach over the end of a line."""
        back = next((back for key, back in _REMOVING if event.matches(key)), None)
        if back is None and event.key() == Qt.Key.Key_Backspace:
            back = True
        cursor = self.editor.textCursor()
        if back is None:
            return False
        if cursor.hasSelection():
            if self._several_lines(cursor):
                self.editor.apply(without_selection(self.editor.sheet()))
                return True
            return False
        if back and cursor.atBlockStart():
            self.editor.apply(join_back(self.editor.sheet()))
            return True
        if not back and cursor.atBlockEnd():
            self.editor.apply(join_forward(self.editor.sheet()))
            return True
        return False

    def _several_lines(self, cursor: QTextCursor) -> bool:
        document = self.editor.document()
        first, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
        return first.blockNumber() != last.blockNumber()

    def _inside_link(self, cursor: QTextCursor, address: str) -> bool:
        """Say whether the link goes on behind the caret."""
        if cursor.atBlockEnd():
            return False
        ahead = QTextCursor(cursor)
        ahead.movePosition(QTextCursor.MoveOperation.NextCharacter)
        return ahead.charFormat().anchorHref() == address

    def _look(self, look: str) -> None:
        """Switch a look for what is selected, or for what is typed next."""
        editor, cursor = self.editor, self.editor.textCursor()
        if cursor.hasSelection():
            editor.apply(toggled(editor.sheet(), look))
            return
        entry, part = editor.page.entry_at(cursor.block())
        if takes_looks(entry, part):
            bits = cursor.charFormat().intProperty(LOOK) ^ _LOOK_BITS[look]
            with editor.by_program():
                editor.setCurrentCharFormat(editor.page.formats.words(entry, part, plain_span(bits)))

    def _begin_list(self) -> None:
        """Make a list of a line that begins with a dash or a number; undo gives back what was typed."""
        # Of the block, not of the sheet: this is asked at every blank, however long the sheet is.
        cursor = self.editor.textCursor()
        entry, _ = self.editor.page.entry_at(cursor.block())
        begun = list_begun(entry, cursor.positionInBlock())
        if begun is not None:
            self.editor.history.close()
            self.editor.apply(replace(self.editor.sheet().with_entry(begun), caret=Caret(Spot(entry.id))))


def _is_letter(event: QKeyEvent) -> bool:
    """Say whether a key puts a letter into the line and can mean nothing else."""
    text = event.text()
    return bool(text) and text.isprintable() and event.modifiers() in _PLAIN


def _types(event: QKeyEvent) -> bool:
    """Say whether a key puts letters into the line."""
    held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier)
    alt_gr = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    text = event.text()
    return bool(text) and text.isprintable() and (not held or event.modifiers() & alt_gr == alt_gr)
