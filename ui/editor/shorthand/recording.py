"""Puts what a line says in its place, as one step of undo, with what is done beside it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from ui.editor.lines import says_nothing
from ui.editor.sheet import Caret, end_of
from ui.editor.shorthand.doubtful import doubtful_field
from ui.editor.shorthand.typed_line import at_line_end, emptied, put_back, recorded
from ui.editor.structure import split
from wibdesk.domain.entries import Paragraph
from wibdesk.shorthand.reading import Movement, OpensPhrases, Reading

if TYPE_CHECKING:
    from ui.editor.history import Deed
    from ui.editor.minute_editor import MinuteEditor


class Recording:
    """Records readings in an editor."""

    def __init__(self, editor: "MinuteEditor") -> None:
        self.editor = editor

    def begin(self, command: str) -> None:
        """Type a command for the clerk: in the line of the caret while that is empty, else in a new one after it."""
        sheet = self.editor.sheet()
        entry = sheet.current()
        if not (isinstance(entry, Paragraph) and says_nothing(entry)):
            self.editor.apply(split(replace(sheet, caret=Caret(end_of(entry)))))
        self.editor.setFocus()
        self.editor.textCursor().insertText(f"{command} ")

    def finish(self, reading: Reading, *, change: bool = False) -> None:
        """Make of the line of the caret what was read in it; with `change`, open its facts where they are in doubt."""
        editor = self.editor
        editor.put_caret(at_line_end(editor.sheet()))  # where undo will put it back
        editor.history.close()
        sheet = editor.sheet()
        movement = next((deed for deed in reading.deeds if isinstance(deed, Movement)), None)
        moved = self._move(movement, sheet.caret.at.entry, reading.line) if movement is not None else None
        editor.apply(recorded(sheet, reading.entries, stay=change) if reading.entries else emptied(sheet))
        if moved is not None:
            editor.history.carry(moved)
        for deed in reading.deeds:
            if isinstance(deed, OpensPhrases):
                editor.words.open_phrases(deed.words)
        if change:
            editor.open_details(doubtful_field(reading))

    def _move(self, movement: Movement, entry_id: str, line: str) -> "Deed | None":
        """Have somebody's coming or going recorded; a line that the register refuses comes back."""
        done: list[Deed] = []

        def refused() -> None:
            if self.editor.history.carries(done[0]):
                self.editor.undo()
            else:
                self.editor.apply(put_back(self.editor.sheet(), entry_id, line))

        move = self.editor.surroundings.move
        done += [move(movement, refused)] if move is not None else []
        return done[0] if done else None
