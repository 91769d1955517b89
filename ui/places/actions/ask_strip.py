"""A line below the filters that asks for an owner, a day or a reason; nothing modal, Esc leaves all as it was."""

from ui.panels.one_line import Asking, OneLine
from ui.theme import Theme
from ui.widgets.key_bar import Keys
from ui.widgets.labels import Label, row
from wibdesk.language import say


class AskStrip(OneLine):
    """A reason gets a longer field than a name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "panel", "b", "small", height=52)
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
        self.entry.setFixedWidth(self.theme.px(380 if asking.enter else 220))
        self.keys.set_pairs([("Enter", asking.enter or say("show")), ("Esc", say("back"))])
        self.start()
        self.keys.setVisible(self.width() / self.theme.scale > 640)
