"""The passphrase itself: typed twice, with words about how good it is while it is typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.fields import Field, field
from ui.widgets.labels import Label, column, row
from ui.widgets.secret_field import SecretField
from wibdesk.domain.passphrases import LETTERS, WORDS, check_passphrase, normalised
from wibdesk.errors import UserError
from wibdesk.language import later, say

WHAT = later(
    "Use {words} words or more that do not belong together, or at least {letters} letters. You "
    "type it each time the register is opened or unlocked, so choose one that you can remember.",
)


def strength(typed: str) -> str:
    """Return how good a passphrase is, in words: what is missing, or that it is long enough."""
    if not normalised(typed):
        return ""
    try:
        check_passphrase(typed)
    except UserError as error:
        return say("Too short so far.") if len(normalised(typed)) < LETTERS else str(error)
    letters = len(normalised(typed))
    words = len(normalised(typed).split())
    told = (
        say("{words} words, {letters} letters", words=words, letters=letters)
        if words > 1
        else say("{letters} letters", letters=letters)
    )
    return (
        say("Strong: {told}.", told=told)
        if words > WORDS or letters >= 2 * LETTERS
        else say("Long enough: {told}.", told=told)
    )


class PassphraseForm(QWidget):
    """`taken` carries the passphrase now in force, empty where there is none, and the new one; `put_away` on Esc."""

    taken = Signal(str, str)
    put_away = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.changing = False
        self.old, self.new, self.again = SecretField(theme), SecretField(theme), SecretField(theme)
        self.old_field = field(theme, say("Passphrase now"), self.old, say("The recovery key will do too."))
        self.new_field = field(theme, say("New passphrase"), self.new, say(WHAT, words=WORDS, letters=LETTERS))
        self.again_field = field(theme, say("The same again"), self.again)
        self.good = Label(theme, "", "small_strong", "ink", wrap=True)
        self.go_button = Button(theme, say("Go on to the recovery key"), "primary", key="Enter")
        self.back_button = Button(theme, say("Leave it as it is"), key="Esc")
        buttons = row(theme, self.go_button, self.back_button, None)
        parts = (self.old_field, self.new_field, self.good, self.again_field)
        self.setLayout(column(theme, *parts, 2, buttons, None, spacing=12))
        self.good.hide()
        self.new.textChanged.connect(self._judge)
        self.old.taken.connect(self.new.setFocus)
        self.new.taken.connect(self.again.setFocus)
        self.again.taken.connect(self._take)
        self.go_button.clicked.connect(self._take)
        self.back_button.clicked.connect(self.put_away)

    def start(self, *, changing: bool) -> None:
        """Ask for a first passphrase, or for another one."""
        self.changing = changing
        self.forget()
        self.old_field.setVisible(changing)
        self.new_field.caption.setText(say("New passphrase") if changing else say("Passphrase"))
        self.new.setAccessibleName(self.new_field.caption.text())
        (self.old if changing else self.new).setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse_old(self) -> None:
        """Say that the passphrase now in force is another one."""
        self.old_field.set_trouble(say("That does not open this register: try again, or type the recovery key."))
        self.old.setFocus(Qt.FocusReason.OtherFocusReason)
        self.old.select_all()

    def forget(self) -> None:
        """Forget what was typed."""
        for secret, about in ((self.old, self.old_field), (self.new, self.new_field), (self.again, self.again_field)):
            secret.clear()
            about.set_trouble()

    def _judge(self) -> None:
        words = strength(self.new.text())
        self.good.setText(words)
        self.good.setVisible(bool(words))
        self.new_field.set_trouble()

    def _take(self) -> None:
        new = self.new.text()
        for about in (self.old_field, self.new_field, self.again_field):
            about.set_trouble()
        try:
            check_passphrase(new)
        except UserError as error:
            self._refuse(self.new, self.new_field, str(error))
            return
        if normalised(self.again.text()) != normalised(new):
            self._refuse(self.again, self.again_field, say("That is not the same: type it again, or look with “Show”."))
        elif self.changing and not self.old.text():
            self._refuse(self.old, self.old_field, say("Type the passphrase that opens the register now."))
        else:
            self.taken.emit(self.old.text() if self.changing else "", new)

    @staticmethod
    def _refuse(secret: SecretField, about: Field, words: str) -> None:
        about.set_trouble(words)
        secret.setFocus(Qt.FocusReason.OtherFocusReason)
        secret.select_all()
