"""Finding words in the item: goes to the next place and marks every one of them."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

if TYPE_CHECKING:
    from ui.editor.sheet_view import SheetView

LIMIT = 1000


class Finding:
    """Looks for words whatever their case; marks are extra selections, never part of the text."""

    def __init__(self, editor: "SheetView") -> None:
        self.editor = editor

    def find(self, words: str, from_caret: bool) -> bool:
        """Select the next place of the words, going round to the beginning; say whether there is any."""
        document = self.editor.document()
        self.mark(words)
        if not words:
            return False
        start = self.editor.textCursor() if from_caret else QTextCursor(document)
        hit = document.find(words, start)
        if hit.isNull():
            hit = document.find(words, QTextCursor(document))
        if hit.isNull():
            return False
        self.editor.setTextCursor(hit)
        self.editor.ensureCursorVisible()
        return True

    def mark(self, words: str) -> None:
        """Mark every place of the words; none for empty words."""
        marks: list[QTextEdit.ExtraSelection] = []
        document = self.editor.document()
        look = QTextCharFormat()
        look.setBackground(self.editor.theme.warn_soft)
        look.setProperty(QTextCharFormat.Property.OutlinePen, self.editor.theme.warn)
        hit = document.find(words, QTextCursor(document)) if words else QTextCursor()
        while not hit.isNull() and len(marks) < LIMIT:
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = hit, look
            marks.append(mark)
            hit = document.find(words, hit)
        self.editor.setExtraSelections(marks)
