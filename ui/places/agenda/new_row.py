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
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

HINT = later("Type a title and press Enter")


class NewRow(Pane):
    """`titled` carries a title typed; `left` on Up and Esc, with the words kept."""

    titled = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "sheet", "b", height=50)
        self.aimed = ""
        self.title = LineField(theme, hint=say(HINT), key="N")
        self.title.setAccessibleName(say("New item"))
        self.title.installEventFilter(self)
        self.title.returnPressed.connect(self._take)
        theme.changed.connect(self._hint)
        self.setLayout(row(theme, self.title, margins=(70, 8, 24, 8)))

    def aim(self, words: str) -> None:
        """Say where the next item goes, in the field where it has the room."""
        self.aimed = words
        self.title.setAccessibleDescription(words)
        self._hint()

    def start(self) -> None:
        """Give the keyboard to the title."""
        self.title.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Say it anew for another width."""
        super().resizeEvent(event)
        self._hint()

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

    def _hint(self) -> None:
        whole, margins = f"{say(HINT)}: {self.aimed}", self.title.textMargins()
        room = self.title.contentsRect().width() - margins.left() - margins.right()
        fits = self.aimed and paint.text_width(self.theme, "body", whole) < room - self.theme.px(8)
        self.title.setPlaceholderText(whole if fits else say(HINT))
