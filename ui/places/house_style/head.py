"""What stands over the settings of a style: its name, what it is for, who uses it, and what can be done with it."""

from ui.places.house_style.overview import Overview
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.labels import Label, column, hold, row
from ui.widgets.pane import Pane
from wibdesk.language import counted, say

MOST_NAMED = 2


class StyleHead(Pane):
    """The chosen style in words, and the buttons that work on it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "sheet", "b")
        self.shown = ""
        self.name = Label(theme, "", "heading", wrap=True)
        self.about = Label(theme, "", "small", "muted", wrap=True)
        self.standing = Label(theme, "", "small", "ink", wrap=True)
        self.use_button = Button(theme, say("Use this style"), "primary", icon="check", key="Enter")
        self.copy_button = Button(theme, say("Make a copy to edit"), icon="copy", key="C")
        self.file_button = Button(theme, say("Save as a file"), "quiet", key="E")
        self.remove_button = Button(theme, say("Delete it"), "quiet", key="Del")
        self.own = hold(row(theme, self.file_button, self.remove_button, None, spacing=2))
        buttons = column(
            theme, row(theme, self.use_button, None), row(theme, self.copy_button, None), self.own, spacing=2
        )
        self.setLayout(
            column(theme, self.name, self.about, self.standing, buttons, spacing=5, margins=(20, 16, 16, 10))
        )

    def show_style(self, seen: Overview, name: str) -> None:
        """Show what is to be said of a style."""
        self.shown = name
        style, own = seen.styles[name], seen.is_own(name)
        self.name.setText(style.label)
        self.about.setText(style.about)
        self.about.setVisible(bool(style.about))
        self.standing.setText(_standing(seen, name))
        self.use_button.setVisible(seen.body is not None and name != seen.used)
        self.copy_button.set_words(say("Make another copy") if own else say("Make a copy to edit"))
        self.remove_button.setVisible(own)
        self.setAccessibleName(f"{style.label}. {self.standing.text()}")


def _standing(seen: Overview, name: str) -> str:
    """Say who uses a style, and why a shipped one cannot be changed."""
    users = seen.users(name)
    if len(users) > MOST_NAMED:
        said = say("{number} bodies use it.", number=len(users))
    else:
        said = (
            counted(len(users), "{users} uses it.", "{users} use it.", users=say(" and ").join(users))
            if users
            else say("No body uses it.")
        )
    return said if seen.is_own(name) else say("{said} It is shipped with the desk: a copy can be changed.", said=said)
