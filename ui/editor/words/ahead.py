"""Type-ahead: what the word is likely to become stands faint behind the caret, never in the text; Tab takes it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from ui import paint
from ui.editor.words.caret_offer import place_at_caret
from wibdesk.shorthand.words.completion import completion

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent

    from ui.editor.minute_editor import MinuteEditor
    from ui.theme import Theme

KEY = "Tab"


class Ghost(QWidget):
    """Paints letters that are not there; where they do not fit behind the caret they stand in a frame under it."""

    def __init__(self, theme: "Theme", parent: QWidget) -> None:
        super().__init__(parent)
        self.theme, self.words, self.framed = theme, "", False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def wide(self, words: str, font: "QFont") -> int:
        """Return how wide these letters and the key are."""
        self.setFont(font)
        key = paint.key_cap_width(self.theme, KEY)
        return round(QFontMetricsF(font).horizontalAdvance(words)) + key + self.theme.px(12)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint the letters and the key that takes them."""
        t, p = self.theme, QPainter(self)
        area = QRectF(self.rect())
        if self.framed:
            paint.box(p, area, t.raised, t.line_strong, t.px(4))
            area.adjust(t.px(6), 0, -t.px(4), 0)
        font = self.font()
        font.setItalic(font.italic() or t.high_contrast)  # no ink is faint there
        p.setFont(font)
        p.setPen(t.muted if self.framed or t.high_contrast else t.faint)
        p.drawText(area, paint.LEFT, self.words)
        paint.key_cap(p, t, area.right() - paint.key_cap_width(t, KEY), area.center().y(), KEY)


class Ahead:
    """Keeps at most one completion; it is gone as soon as the caret is elsewhere."""

    def __init__(self, editor: "MinuteEditor") -> None:
        self.editor = editor
        self.ghost = Ghost(editor.theme, editor.viewport())
        self.rest, self.at = "", -1

    def typed(self, text: str) -> None:
        """Look at the word to which a letter was added, unless a letter follows it or its line is a typed command."""
        if not text.isalpha():
            return
        cursor = self.editor.textCursor()
        line, at = cursor.block().text(), cursor.positionInBlock()
        if not line.isascii():
            at = self.editor.spot().offset  # Qt counts some letters twice
        if line.startswith("/") or line[at : at + 1].isalnum():
            return
        rest = completion(line, at, self.editor.words.wording.completions)
        if rest:
            self.rest, self.at = rest, cursor.position()
            self._show(ends=cursor.atBlockEnd())

    def accept(self) -> bool:
        """Put the completion into the text; False where there is none."""
        rest = self.rest
        if not rest:
            return False
        self.close()
        self.editor.history.close()
        self.editor.textCursor().insertText(rest)
        self.editor.history.close()
        return True

    def follow(self) -> None:
        """Put the completion away when the caret has left it."""
        if self.rest and self.editor.textCursor().position() != self.at:
            self.close()

    def close(self) -> None:
        """Put the completion away."""
        if self.rest:
            self.rest, self.at = "", -1
            self.ghost.hide()

    def _show(self, *, ends: bool) -> None:
        editor, ghost, t = self.editor, self.ghost, self.editor.theme
        caret, font = editor.cursorRect(), editor.textCursor().charFormat().font()
        wide, high = ghost.wide(self.rest, font), caret.height()
        ghost.framed = not ends or caret.right() + wide > editor.viewport().width()
        ghost.words = f"…{self.rest}" if ghost.framed else self.rest
        if ghost.framed:
            ghost.resize(ghost.wide(ghost.words, font) + t.px(12), high + t.px(4))
            place_at_caret(editor, ghost)
        else:
            ghost.setGeometry(caret.right() + 1, caret.top(), wide, high)
        ghost.show()
        ghost.raise_()
        ghost.update()
