"""A line below the filters that asks for an owner, a day or a reason; nothing modal, Esc leaves all as it was."""

from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.panels.one_line import Asking, OneLine
from ui.theme import Theme
from ui.widgets.key_bar import Keys
from ui.widgets.labels import Label, row
from wibdesk.language import say

WIDE = 640  # a length of the design: from here on there is room for keys and a long field
HIGH, HIGHER, LOW = 52, 96, 400  # for a remark beside, and below; the height below which a window is low
SHORT, LONG = 220, 380  # the field
REMARK, BESIDE = 230, 88  # what the remark keeps at least, and the room between and beside all of them


class AskStrip(OneLine):
    """A reason gets a longer field than a name; in a low window the strip `instead` goes while something is asked."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "panel", "b", "small", height=HIGH)
        self.instead: QWidget | None = None
        self.caption = Label(theme, "", "small_strong")
        self.caption.setBuddy(self.entry)
        self.remark.setWordWrap(True)
        self.keys = Keys(theme, [("Enter", say("show")), ("Esc", say("back"))], "caption")
        asked = row(theme, self.caption, self.entry, None, spacing=12)
        self.parts = row(theme, asked, (self.remark, 1), self.keys, spacing=12, margins=(28, 8, 24, 8))
        self.setLayout(self.parts)
        self.hide()

    def ask(self, asking: Asking) -> None:
        """Open the line for this question with the keyboard in it."""
        self.caption.setText(asking.caption)
        self.show_asking(asking)
        wide = self.parentWidget().width() / self.theme.scale > WIDE
        self.keys.set_pairs([("Enter", asking.enter or say("show")), ("Esc", say("back"))])
        px, spare = self.theme.px, self._spare()
        self.entry.setFixedWidth(min(max(spare, px(SHORT)), px(LONG)) if asking.enter and wide else px(SHORT))
        beside = wide and spare >= px(SHORT)
        self.parts.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self.high = HIGH if beside else HIGHER
        self.restyle()
        if self.instead is not None and self.window().height() / self.theme.scale < LOW:
            self.instead.hide()
        self.start()
        self.keys.setVisible(beside)

    def close_down(self) -> None:
        """Leave what is asked as it was, and let what had to go come back."""
        if self.instead is not None:
            self.instead.show()
        super().close_down()

    def _spare(self) -> int:
        """Return what caption, remark and keys leave of the width for the field, in pixels."""
        taken = self.caption.sizeHint().width() + self.keys.sizeHint().width()
        return self.parentWidget().width() - taken - self.theme.px(REMARK + BESIDE)
