"""Asks for the mail password where no store has it: it goes to the system's own store, or holds for the session."""

from functools import partial
from typing import TYPE_CHECKING

from ui.widgets.button import Button
from ui.widgets.choice import Tick
from ui.widgets.labels import Label, column, row
from ui.widgets.pane import Pane
from ui.widgets.secret_field import SecretField
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.context import Context
    from wibdesk.delivery.accounts import Account

NO_STORE = later("This computer has no safe store for it: it is asked for once each session, and never written down.")


class PasswordStrip(Pane):
    """Shown while a password is asked for; what is typed is handed on and forgotten."""

    def __init__(self, context: "Context") -> None:
        theme, self.context = context.theme, context
        super().__init__(theme, "warn_soft", "b")
        self.account: Account | None = None
        self.heading, self.note = Label(theme, "", "strong", wrap=True), Label(theme, say(NO_STORE), "small", wrap=True)
        self.field = SecretField(theme)
        self.field.setMinimumWidth(theme.px(260))
        self.keep_button = Button(theme, say("Use the password"), icon="key-round", key="Enter")
        self.lasting = Tick(theme, say("Keep it in the system's store of secrets"), on=True)
        entry = row(theme, (self.field, 1), self.keep_button, (column(theme), 1))
        self.setLayout(column(theme, self.heading, entry, self.lasting, self.note, spacing=4, margins=(20, 10, 16, 10)))
        self.setFocusProxy(self.field)
        self.field.setAccessibleName(say("Password"))
        self.field.taken.connect(self._take)
        self.keep_button.clicked.connect(self._take)
        self.hide()

    def ask(self, account: "Account | None") -> None:
        """Ask for the password of an account, or for none any more."""
        if account == self.account:
            return
        self.account = account
        self.field.clear()
        self.setVisible(account is not None)
        sending = self.context.delivering
        if account is not None and sending is not None:
            self.heading.setText(say("Password of {user} at {host}", user=account.user, host=account.host))
            self._show_store(there=False)
            # The system may take a moment to say whether it has a store.
            self.context.tasks.run(sending.lasts, on_done=lambda there: self._show_store(there=there))

    def _show_store(self, *, there: bool) -> None:
        self.lasting.setVisible(there)
        self.note.setVisible(not there)

    def _take(self) -> None:
        account, sending, password = self.account, self.context.delivering, self.field.text()
        if account is None or sending is None or not password:
            return
        lasting = self.lasting.isVisibleTo(self) and self.lasting.isChecked()
        sending.forget_question()
        self.ask(None)
        keep = partial(sending.keep_password, account, password, lasting=lasting)
        self.context.tasks.run(keep, on_done=lambda _: sending.look_again())
