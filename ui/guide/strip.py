"""The strip at the foot that says the next step; it never takes the keyboard by itself."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter

from ui.widgets.button import Button
from ui.widgets.key_bar import Keys
from ui.widgets.labels import Icon, Label, column, row
from ui.widgets.pane import Pane
from wibdesk.language import say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from ui.guide.steps import Pairs
    from ui.theme import Theme

KEYS_FROM, SKIP_FROM = 980, 720
"""From these widths on, lengths of the design, the keys and the button to skip stand beside the sentence."""


class GuideStrip(Pane):
    """Which step it is, its sentence, its keys; `skip_wished` and `leave_wished` from its buttons."""

    skip_wished = Signal()
    leave_wished = Signal()

    def __init__(self, theme: "Theme", key: str) -> None:
        super().__init__(theme, "selected", "t")
        self.last = False
        self.count = Label(theme, "", "label", "on_selected")
        self.words = Label(theme, "", "body", "ink", wrap=True)
        self.keys = Keys(theme, (), colour="ink")
        self.skip = Button(theme, say("Skip this step"), "quiet")
        self.leave = Button(theme, say("Leave the guide"), "quiet", key=key)
        self.skip.clicked.connect(self.skip_wished)
        self.leave.clicked.connect(self.leave_wished)
        said = column(theme, self.count, self.words, spacing=0)
        self.setLayout(
            row(
                theme, Icon(theme, "route", "accent", 20), (said, 1), self.keys, self.skip, self.leave,
                spacing=12, margins=(20, 6, 12, 6),
            )
        )  # fmt: skip
        theme.changed.connect(self.settle)

    def show_step(self, count: str, words: str, keys: "Pairs", *, last: bool) -> None:
        """Show a step, or what is said after the last one."""
        self.count.setText(count)
        self.words.setText(words)
        self.keys.set_pairs(keys)
        self.last = last
        self.setAccessibleName(f"{count}. {words}")
        self.settle()

    def settle(self) -> None:
        """Leave the keys away where they have no room: the sentence and the strip of keys say them."""
        room = self.width() / self.theme.scale
        self.keys.setVisible(room >= KEYS_FROM)
        self.skip.setVisible(room >= SKIP_FROM and not self.last)

    def minimumSizeHint(self) -> QSize:
        """Return a width that any window has."""
        return QSize(1, super().minimumSizeHint().height())

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Lay out for the new width."""
        super().resizeEvent(event)
        self.settle()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Leave the guide on Esc: it can be taken up again, so nothing is asked."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave_wished.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint the ground, and the bar that marks what is chosen."""
        super().paintEvent(event)
        QPainter(self).fillRect(0, 0, self.theme.px(3), self.height(), self.theme.accent)
