"""Reads the line of the caret, and knows which lines are commands of the clerk and which only look like one."""

from dataclasses import replace
from typing import TYPE_CHECKING

from ui.editor.lines import lines_of, words_of
from ui.editor.shorthand.typed_line import typed_line
from wibdesk.domain.entries import Paragraph
from wibdesk.shorthand.lines import read_line
from wibdesk.shorthand.reading import Chosen, Flag, Movement, Reading

if TYPE_CHECKING:
    from ui.editor.minute_editor import MinuteEditor
    from ui.editor.surroundings import Surroundings
    from wibdesk.shorthand.known import Known


class Reader:
    """Reads for an editor, by what its surroundings know of the meeting."""

    def __init__(self, editor: "MinuteEditor") -> None:
        self.editor = editor
        self.typed: set[str] = set()  # entries whose command was typed here: words of the register stay words
        self.left: dict[str, str] = {}  # commands that are words since Esc was pressed, by their entry
        self._known: tuple[str, Surroundings, Known] | None = None

    def take_note(self) -> None:
        """Note that the clerk types in the line of the caret; a command that was left as words may be typed anew."""
        entry_id = self.editor.spot().entry
        self.typed.add(entry_id)
        if entry_id in self.left and not self.editor.textCursor().block().text().startswith(self.left[entry_id]):
            del self.left[entry_id]

    def was_typed(self) -> bool:
        """Say whether a command was typed in the entry of the caret."""
        return self.editor.spot().entry in self.typed

    def read(self, chosen: Chosen | None = None) -> Reading | None:
        """Return what the line of the caret becomes, None where it is no command or stays the words it is."""
        editor = self.editor
        sheet = editor.sheet()
        line = None if editor.isReadOnly() or not editor.hasFocus() else typed_line(sheet, editor.loaded)
        if line is None:
            return None
        reading = self._held_against(read_line(line, self._read_by(), chosen or {}))
        return reading if self._counts(sheet.caret.at.entry, line, reading) else None

    def forget(self) -> None:
        """Ask afresh what is known: the clock and the room may have moved on since the line was begun."""
        self._known = None

    def leave(self, lead: int) -> None:
        """Let the command of the line, of so many letters, be words until it is typed anew."""
        sheet = self.editor.sheet()
        line = lines_of(sheet.current())[sheet.caret.at.part]
        self.left[sheet.caret.at.entry] = words_of(line)[:lead]

    def may_be_action(self) -> str:
        """Return the id of the paragraph of the caret where it sounds like an action, else nothing."""
        entry = self.editor.sheet().current()
        if not isinstance(entry, Paragraph) or entry.id in self.left:
            return ""
        return entry.id if Flag.MAY_BE_ACTION in read_line(entry.text, self._read_by()).flags else ""

    def _held_against(self, reading: Reading) -> Reading:
        """Return a coming or going that cannot be now as words that stay, with the reason."""
        moves = (deed for deed in reading.deeds if isinstance(deed, Movement))
        why = next(filter(None, map(self.editor.surroundings.refusal, moves)), "")
        return replace(reading, kind="text", deeds=(), asks=(), chips=(), words=why) if why else reading

    def _counts(self, entry_id: str, line: str, reading: Reading) -> bool:
        left = self.left.get(entry_id)
        if left is not None and line[: reading.lead] != left:
            del self.left[entry_id]
            left = None
        moves = any(isinstance(deed, Movement) for deed in reading.deeds)
        possible = self.editor.surroundings.move is not None or not moves
        said = reading.recorded or (line.startswith("/") and bool(reading.words))
        return said and possible and left is None and entry_id in self.typed

    def _read_by(self) -> "Known":
        """Return what is known of the meeting, asked once for an entry and again when the meeting changed."""
        entry_id, around = self.editor.spot().entry, self.editor.surroundings
        if self._known is None or self._known[0] != entry_id or self._known[1] is not around:
            self._known = entry_id, around, around.read_by()
        return self._known[2]
