"""The row below the agenda that becomes the next item: a title and Enter."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPainter

from ui import paint
from ui.theme import Theme
from ui.widgets.fields import LineField
from ui.widgets.labels import row
from ui.widgets.pane import Pane
from wibdesk.language import later, say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

HINT = later("Type a title and press Enter")


class NewRow(Pane):
    """`titled` carries a title typed; `left` on Up and Esc, with the words kept."""

    titled = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "sheet", "b", height=50)
        self.title = LineField(theme, hint=say(HINT), key="N")
        self.title.setAccessibleName(say("New item"))
        self.title.installEventFilter(self)
        self.title.returnPressed.connect(self._take)
        self.setLayout(row(theme, self.title, margins=(70, 8, 24, 8)))

    def aim(self, words: str) -> None:
        """Say where the next item goes."""
        self.title.setPlaceholderText(f"{say(HINT)}: {words}" if words else say(HINT))
        self.title.setAccessibleDescription(words)

    def start(self) -> None:
        """Give the keyboard to the title."""
        self.title.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go back to the agenda on Up and Esc."""
        if event.type() == QEvent.Type.KeyPress:
            key = cast("QKeyEvent", event).key()
            if key in (Qt.Key.Key_Up, Qt.Key.Key_Escape):
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint the ground and the plus where the number will stand."""
        super().paintEvent(event)
        t = self.theme
        paint.icon(QPainter(self), t, t.px(28), self.height() / 2, "plus", "muted", 16)

    def _take(self) -> None:
        words = self.title.text().strip()
        if words:
            self.title.clear()
            self.titled.emit(words)
