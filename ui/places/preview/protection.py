"""A password for a paper that goes out: typed twice, used for one file, and kept nowhere."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.fields import Field
from ui.widgets.labels import Label, column, row
from ui.widgets.secret_field import SecretField
from wibdesk.language import later, say

LEAST = 8
"""Letters of a password for a file."""
LOCKABLE = ("docx", "pdf", "xlsx")
"""The endings of files that can carry a password; the writers are in `documents.locking`."""
PROTECT, WITHOUT = later("Protect with a password"), later("Save without a password")
ADVICE = later("This version tells what is exempt: give it a password before it leaves.")
HELP = later("It is kept nowhere: pass it on by another way than the file.")


class Protection(QWidget):
    """A quiet button until it is asked for; said first where the version in sight tells what is exempt.

    `turned` when the fields are shown or put away.
    """

    turned = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.opened = self.urged = False
        self.advice = Label(theme, say(ADVICE), "small", "ink", wrap=True)
        self.button = Button(theme, say(PROTECT), "quiet", icon="lock", key="K")
        self.first, self.again = SecretField(theme), SecretField(theme)
        self.first_field = Field(
            theme, say("Password for the file"), self.first, say("At least {least} letters.", least=LEAST)
        )
        self.again_field = Field(theme, say("The same again"), self.again, say(HELP))
        fields = (self.first_field, self.again_field)
        self.setLayout(column(theme, self.advice, row(theme, self.button, None), *fields, spacing=4))
        self.button.clicked.connect(lambda: self.open(not self.opened))
        self.first.taken.connect(lambda: self.again.setFocus(Qt.FocusReason.OtherFocusReason))
        self.urge(False)
        self.forget()

    def urge(self, wanted: bool) -> None:
        """Say first that this paper should have a password, or leave it a quiet choice."""
        self.urged = wanted
        self.advice.setVisible(wanted and not self.opened)
        self.button.kind = "plain" if wanted else "quiet"
        self.button.restyle()

    def open(self, opened: bool) -> None:
        """Ask for a password, or do without one again."""
        self.forget()
        self._show(opened)
        if opened:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Forget what was typed and put the fields away."""
        for field, line in ((self.first_field, self.first), (self.again_field, self.again)):
            line.clear()
            field.set_trouble()
        self._show(False)

    def take(self) -> str | None:
        """Return the password, empty where none is wished; None where it is not right yet, which is then said."""
        if not self.opened:
            return ""
        password = self.first.text()
        short = (
            say("At least {least} letters: four words in a row are easy to pass on.", least=LEAST)
            if len(password) < LEAST
            else ""
        )
        other = "" if short or self.again.text() == password else say("The two are not the same: type it again.")
        self.first_field.set_trouble(short)
        self.again_field.set_trouble(other)
        if short or other:
            (self.first if short else self.again).setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        return password

    def _show(self, opened: bool) -> None:
        self.opened = opened
        self.first_field.setVisible(opened)
        self.again_field.setVisible(opened)
        self.button.set_words(say(WITHOUT) if opened else say(PROTECT))
        self.advice.setVisible(self.urged and not opened)
        self.turned.emit()
