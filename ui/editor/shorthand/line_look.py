"""How a line of shorthand looks while it is typed: in the face of the screen, its command in the accent colour."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor

from ui.editor.lines import lines_of, words_of
from ui.editor.sheet import Spot

if TYPE_CHECKING:
    from ui.editor.sheet_view import SheetView
    from wibdesk.domain.entries import Entry

KEEP = QTextCursor.MoveMode.KeepAnchor


class LineLook:
    """Dresses one line at a time; only its looks change, never a letter of it."""

    def __init__(self, view: "SheetView") -> None:
        self.view = view
        self.line: Spot | None = None

    def wear(self, line: Spot, lead: int) -> None:
        """Dress a line whose command has so many letters."""
        if self.line is not None and self.line != line:
            self.take_off()
        self.line, t = line, self.view.theme
        end = len(words_of(lines_of(self._entry(line.entry))[line.part]))
        plain = QTextCharFormat()
        plain.setFont(t.font("heading", QFont.Weight.Normal.value))
        plain.setForeground(t.ink)
        command = QTextCharFormat()
        command.setFont(t.font("heading", QFont.Weight.Bold.value))
        command.setForeground(t.accent)
        with self.view.by_program():
            self._stretch(line, lead, end).mergeCharFormat(plain)
            self._stretch(line, 0, lead).mergeCharFormat(command)

    def take_off(self) -> None:
        """Give the line the look of its entry back."""
        self.view.settle()
        line, self.line = self.line, None
        if line is None or line.entry not in self.view.page.starts:
            return
        entry, at = self._entry(line.entry), 0
        lines = lines_of(entry)
        with self.view.by_program():
            for span in lines[line.part] if line.part < len(lines) else ():
                end = at + len(span.text)
                self._stretch(line, at, end).setCharFormat(self.view.page.formats.words(entry, line.part, span))
                at = end

    def _entry(self, entry_id: str) -> "Entry":
        return next(entry for entry in self.view.page.entries if entry.id == entry_id)

    def _stretch(self, line: Spot, start: int, end: int) -> QTextCursor:
        page = self.view.page
        cursor = QTextCursor(self.view.document())
        cursor.setPosition(page.position(Spot(line.entry, line.part, start)))
        cursor.setPosition(page.position(Spot(line.entry, line.part, end)), KEEP)
        return cursor
