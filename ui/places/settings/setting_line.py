"""One setting on the page: its name, a sentence, and what changes it beside or below."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.widgets.labels import Label, Line, column, hold

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.theme import Theme

BESIDE = 796  # from this width on, a length of the design, the widest choice stands beside its words
WORDS = 280
UNLIMITED = 16777215  # Qt's own "no limit", which PySide6 does not name


class SettingLine(QWidget):
    """What is set, a sentence about it, and the choice, field or button."""

    def __init__(self, theme: "Theme", name: str, sentence: str, choice: QWidget) -> None:
        super().__init__()
        self.theme, self.choice = theme, choice
        self.sentence = Label(theme, sentence, "small", "muted", wrap=True)
        if not choice.accessibleDescription():
            choice.setAccessibleDescription(sentence)
        self.words = hold(column(theme, Label(theme, name, "strong", wrap=True), self.sentence, spacing=1))
        self.line = Line(theme, QBoxLayout.Direction.LeftToRight, [self.words, choice, None], spacing=24)
        self.line.setAlignment(choice, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(self.line)
        theme.changed.connect(self.fold)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Fold to the new width."""
        super().resizeEvent(event)
        self.fold()

    def fold(self) -> None:
        """Set the choice beside its words, or below them where it is narrow."""
        px = self.theme.px
        wide = self.width() >= px(BESIDE)
        self.line.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self.line.setSpacing(px(24 if wide else 6))
        self.words.setMinimumWidth(px(WORDS) if wide else 0)
        self.words.setMaximumWidth(px(WORDS) if wide else UNLIMITED)
