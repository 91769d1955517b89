"""The text of a version beside what stands now; what is copied from it is what it said, without marks."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData

from ui.differences import Line, Mark
from ui.theme import Theme
from ui.widgets.changed_text import ChangedText
from wibdesk.language import say


class VersionText(ChangedText):
    """Shows every line of a version, and what came since; `passage` is the part of it that was selected."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, close=True)
        self.setAccessibleName(say("What this version said"))

    def passage(self) -> str:
        """Return the words selected as this version had them, all of them where nothing is selected."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return said(self.lines)
        first = self.document().findBlock(cursor.selectionStart()).blockNumber()
        lines = cursor.selectedText().replace("\u2029", "\n").split("\n")
        kept = [words for n, words in enumerate(lines, first) if self.lines[n].mark is not Mark.ADDED]
        return "\n".join(words.partition("\t")[2] if "\t" in words else words for words in kept)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy words alone."""
        data = QMimeData()
        data.setText(self.passage())
        return data


def said(lines: Sequence[Line]) -> str:
    """Return what the version said."""
    return "\n".join(line.words for line in lines if line.mark is not Mark.ADDED)
