"""Lines that were added and removed as text to be read, marked by sign and line as well as by colour."""

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit

from ui.differences import Line, Mark
from ui.theme import Theme
from ui.widgets.pane import name_bars

GROUNDS = {Mark.ADDED: "good_soft", Mark.REMOVED: "bad_soft"}
INKS = {Mark.ADDED: "good", Mark.REMOVED: "bad"}
INDENT, EDGE, BELOW = 26, 28, 3  # room for the mark, edges of the page, under a line: lengths of the design


class ChangedText(QTextEdit):
    """Added lines begin with +, what is new in them is underlined; removed ones with −, and what is gone struck out.

    A `quiet` one stands on the ground of what is about it, without edges and without room for marks; a `close` one has
    narrow edges, for a panel.
    """

    def __init__(self, theme: Theme, *, quiet: bool = False, close: bool = False) -> None:
        super().__init__()
        self.theme, self.quiet, self.close_set = theme, quiet, close
        self.lines: Sequence[Line] = ()
        self.setReadOnly(True)
        name_bars(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        if quiet:
            self.viewport().setAutoFillBackground(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        theme.changed.connect(self.restyle)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines from the top."""
        self.lines = lines
        self.restyle()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def restyle(self) -> None:
        """Set the lines in the look of the theme."""
        t = self.theme
        self.clear()
        self.document().setDocumentMargin(0 if self.quiet else t.px(8) if self.close_set else t.px(EDGE - 8))
        self.setTabStopDistance(t.px(INDENT))
        self.setFont(t.font("body"))
        cursor = QTextCursor(self.document())
        for number, line in enumerate(self.lines):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(self._block(line.mark))
            self._write(cursor, line)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and along its top whether it has the keyboard."""
        super().paintEvent(event)
        if self.hasFocus():
            t = self.theme
            QPainter(self.viewport()).fillRect(0, 0, self.viewport().width(), t.focus_width, t.focus)

    def _write(self, cursor: QTextCursor, line: Line) -> None:
        t = self.theme
        if line.mark is Mark.GAP:
            quiet = QTextCharFormat()
            quiet.setFont(t.font("small"))
            quiet.setForeground(t.muted)
            cursor.insertText(f"{line.mark}\t{line.words}", quiet)
            return
        plain = QTextCharFormat()
        plain.setFont(t.font("body"))
        plain.setForeground(t.ink)
        mark = QTextCharFormat(plain)
        mark.setFont(t.font("strong"))
        mark.setForeground(t.colour(INKS.get(line.mark, "muted")))
        if not self.quiet:
            cursor.insertText(f"{line.mark}\t", mark)
        for piece in line.pieces:
            shape = QTextCharFormat(plain)
            if piece.changed:
                shape.setFont(t.font("strong"))
                shape.setFontUnderline(line.mark is not Mark.REMOVED)
                shape.setFontStrikeOut(line.mark is Mark.REMOVED)
            cursor.insertText(piece.words, shape)

    def _block(self, mark: Mark) -> QTextBlockFormat:
        t = self.theme
        block = QTextBlockFormat()
        if not self.quiet:
            block.setLeftMargin(t.px(INDENT + 8))
            block.setTextIndent(-t.px(INDENT))
            block.setRightMargin(t.px(8))
        block.setBottomMargin(t.px(BELOW))
        if mark in GROUNDS:
            block.setBackground(t.colour(GROUNDS[mark]))
        if mark is Mark.GAP:
            block.setTopMargin(t.px(8))
            block.setBottomMargin(t.px(10))
        return block
