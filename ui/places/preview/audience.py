"""Whom the paper is for, asked before anything else: the public or the full version, and in words what is left out."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.theme import Theme
from ui.widgets.choice import Choice
from ui.widgets.key_bar import Keys
from ui.widgets.labels import Label, column, hold, row
from wibdesk.language import later, say, say_pairs

PUBLIC, FULL = "public", "full"
OPTIONS = ((PUBLIC, later("Public")), (FULL, later("Full")))
ALL_OPEN = later("Nothing here is exempt.")


class Audience(QWidget):
    """`picked` carries the version chosen; where there is only one, a quiet line says so."""

    takes_letters = True
    picked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.choice = Choice(theme, say_pairs(OPTIONS), name=say("Version"))
        self.caption = Label(theme, say("Version"), "small_strong")
        self.caption.setBuddy(self.choice)
        self.words = Label(theme, say(ALL_OPEN), "small", "muted", wrap=True)
        self.two = hold(
            column(theme, self.caption, row(theme, self.choice, Keys(theme, [("V", say("change"))]), None), spacing=4)
        )
        self.setLayout(column(theme, self.two, self.words, spacing=4, margins=(20, 0, 8, 6)))
        self.two.hide()
        self.choice.picked.connect(self.picked)

    def show_version(self, edition: str, left_out: Sequence[str], *, two: bool, refused: bool = False) -> None:
        """Show which version this is and what it leaves out; `two` says that there is another."""
        self.choice.choose(edition)
        self.two.setVisible(two)
        self.words.setText(version_words(edition, left_out, two=two, refused=refused))
        self.words.set_colour("ink" if two else "muted")
        self.choice.setAccessibleDescription(self.words.text())


def version_words(edition: str, left_out: Sequence[str], *, two: bool, refused: bool = False) -> str:
    """Say what a version leaves out, and whom it is not for."""
    if refused:
        return say("This version cannot be made yet.") if two else ""
    out = say("Left out: {left_out}.", left_out="; ".join(left_out)) if left_out else ""
    if not two:
        return " ".join(filter(None, (say(ALL_OPEN), out)))
    whom = say("For everybody.") if edition == PUBLIC else say("Not for publication: it tells what is exempt.")
    return " ".join(filter(None, (whom, out or say("Nothing is left out."))))
