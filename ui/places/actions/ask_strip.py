"""A line below the filters that asks for an owner, a day or a reason; nothing modal, Esc leaves all as it was."""

from ui.panels.one_line import Asking, OneLine
from ui.theme import Theme
from ui.widgets.key_bar import Keys
from ui.widgets.labels import Label, row
from wibdesk.language import say

WIDE = 640  # a length of the design: from here on there is room for keys and a long field
HIGH, HIGHER = 52, 72  # for a remark of two lines, and of three
SHORT, LONG = 220, 380  # the field
REMARK, BESIDE = 230, 88  # what the remark keeps at least, and the room between and beside all of them


class AskStrip(OneLine):
    """A reason gets a longer field than a name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "panel", "b", "small", height=HIGH)
        self.caption = Label(theme, "", "small_strong")
        self.caption.setBuddy(self.entry)
        self.remark.setWordWrap(True)
        self.keys = Keys(theme, [("Enter", say("show")), ("Esc", say("back"))], "caption")
        parts = row(theme, self.caption, self.entry, (self.remark, 1), self.keys, spacing=12, margins=(28, 8, 24, 8))
        self.setLayout(parts)
        self.hide()

    def ask(self, asking: Asking) -> None:
        """Open the line for this question with the keyboard in it."""
        self.caption.setText(asking.caption)
        self.show_asking(asking)
        wide = self.parentWidget().width() / self.theme.scale > WIDE
        self.keys.set_pairs([("Enter", asking.enter or say("show")), ("Esc", say("back"))])
        px, spare = self.theme.px, self._spare()
        self.entry.setFixedWidth(min(max(spare, px(SHORT)), px(LONG)) if asking.enter and wide else px(SHORT))
        self.high = HIGH if wide and spare >= px(SHORT) else HIGHER
        self.restyle()
        self.start()
        self.keys.setVisible(wide)

    def _spare(self) -> int:
        """Return what caption, remark and keys leave of the width for the field, in pixels."""
        taken = self.caption.sizeHint().width() + self.keys.sizeHint().width()
        return self.parentWidget().width() - taken - self.theme.px(REMARK + BESIDE)
