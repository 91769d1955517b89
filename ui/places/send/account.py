"""The mail account that the desk sends by, and the name that signs: kept in the settings, the password never."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.commands import Command
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.fields import Field, LineField
from ui.widgets.labels import Label, Line, column, hold, row
from ui.widgets.pane import Pane, Scroll
from ui.widgets.secret_field import SecretField
from wibdesk.errors import UserError
from wibdesk.language import later, say, say_pairs

if TYPE_CHECKING:
    from ui.context import Context
    from wibdesk.delivery.accounts import Account

WHERE = later("mail account")
MEASURE = 620  # the width of the form, a length of the design
LOCKS = (("starttls", later("STARTTLS, port 587")), ("tls", later("TLS, port 465")))
PATIENCE = 15.0
"""Seconds that a server may take to answer while it is tried."""
STORED = later("Kept in the system's own store of secrets. Empty leaves it as it is.")
ASKED = later("This computer has no safe store: it is asked for once each session, and never written down.")
WITHOUT = later("Without an account messages open as drafts in your mail program, or are saved as files.")


class AccountPart(Pane):
    """The fields of the account; `left` goes back to what is to be sent."""

    left = Signal()
    keys_changed = Signal()

    def __init__(self, context: "Context") -> None:
        super().__init__(context.theme, "sheet")
        theme, self.context, self.filled = context.theme, context, False
        self.clerk, self.host, self.port = LineField(theme), LineField(theme, hint="smtp.example.org"), LineField(theme)
        self.user, self.from_name, self.from_address = LineField(theme), LineField(theme), LineField(theme)
        self.limit_mb, self.authorities, self.password = LineField(theme), LineField(theme), SecretField(theme)
        self.security = Choice(theme, say_pairs(LOCKS), name=say("The line is locked by"))
        self.password_field = Field(theme, say("Password"), self.password, say(ASKED))
        self.keep_button = Button(theme, say("Keep the account"), "primary", key="Ctrl Enter")
        self.try_button = Button(theme, say("Try it"), icon="refresh-cw", key="Alt T")
        self.said = Label(theme, "", "strong", wrap=True)
        self.foot = Pane(theme, "sheet", "t", layout=column(theme, self.said, margins=(28, 10, 28, 10)))
        self.foot.hide()
        self.page = hold(self._column())
        self.scroll = Scroll(self.page)
        self.setLayout(column(theme, (self.scroll, 1), self.foot, spacing=0))
        self._connect()
        self.measure()

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the form."""
        return [("Tab", say("next")), ("Ctrl Enter", say("keep the account")), ("Alt T", say("try it")),
        ("Esc", say("back")),
                ("Ctrl K", say("any command"))]  # fmt: skip

    def start(self) -> None:
        """Give the keyboard to the first field that says nothing yet."""
        fields = (self.clerk, self.host, self.from_address)
        empty = next((field for field in fields if not field.text()), self.host)
        empty.setFocus(Qt.FocusReason.OtherFocusReason)

    def panels(self) -> list[QWidget]:
        """Return the form."""
        return [self.clerk]

    def show_account(self) -> None:
        """Show what the settings say; what was typed and not kept stays."""
        now = self.context.settings.now
        self._ask_for_store()
        if self.filled:
            return
        self.filled = True
        self.clerk.setText(now.clerk)
        for key, field in self._fields().items():
            field.setText(str(now.mail.get(key, "")))
        self.security.choose(str(now.mail.get("security", "") or LOCKS[0][0]))
        self.say("")

    def keep(self) -> None:
        """Keep name and account, and the password where one was typed."""
        self.context.settings.change(clerk=" ".join(self.clerk.text().split()))
        values = self._values()
        if not any(values[key] for key in ("host", "user", "from_address")):
            self.context.settings.change(mail={})
            self._settled(say("Your name is kept; the desk sends nothing by itself"))
            return
        account = self._account(values)
        if account is None:
            return
        self.context.settings.change(mail=values)
        sending, password = self.context.delivering, self.password.text()
        self.password.clear()
        if sending is not None:
            sending.forget_question()
            if password:
                keep = partial(sending.keep_password, account, password, lasting=True)
                self.context.tasks.run(keep, on_done=lambda _: sending.look_again())
            else:
                sending.look_again()
        self._settled(say("Mail account kept"))

    def try_it(self) -> None:
        """Connect and sign in as typed; nothing is sent."""
        account = self._account(self._values())
        if account is not None and self.try_button.isEnabled():
            self.try_button.setEnabled(False)
            self.say(say("Trying {host}", host=account.host), "muted")
            work = partial(_try, account, self.password.text(), self.context.delivering)
            self.context.tasks.run(work, on_done=self._tried, on_error=self._not_tried)

    def say(self, words: str, tone: str = "ink") -> None:
        """Say what came of it below the form, which keeps the field in hand in sight, or say nothing more."""
        self.said.setText(words)
        self.said.set_colour(tone)
        self.foot.setVisible(bool(words))
        if words:
            self._show_field()  # and again where the form makes room for the line
            self.context.messages.announce(words)

    def measure(self) -> None:
        """Keep the width of the form at the text size in force."""
        self.page.setMaximumWidth(self.theme.px(MEASURE))

    def _show_field(self) -> None:
        here = self.page.focusWidget()
        if here is not None:
            foot = here.mapTo(self.page, here.rect().bottomLeft())
            # Not ensureWidgetVisible, which is content with the caret and cuts through the field.
            self.scroll.ensureVisible(0, foot.y(), 0, here.height() + self.theme.px(12))

    def _fields(self) -> dict[str, LineField]:
        return {"host": self.host, "port": self.port, "user": self.user, "from_name": self.from_name,
                "from_address": self.from_address, "limit_mb": self.limit_mb,
                "authorities": self.authorities}  # fmt: skip

    def _values(self) -> dict[str, Any]:
        typed = {key: field.text().strip() for key, field in self._fields().items()}
        typed["from_name"] = typed["from_name"] or " ".join(self.clerk.text().split())
        return {**typed, "security": self.security.chosen()}

    def _account(self, values: dict[str, Any]) -> "Account | None":
        # It brings the mail library with it, which only who sets an account up waits for.
        from wibdesk.delivery.accounts import account_of  # noqa: PLC0415

        try:
            return account_of(values)
        except UserError as error:
            self.say(str(error), "bad")
            return None

    def _ask_for_store(self) -> None:
        sending = self.context.delivering
        if sending is not None:
            # The system may take a moment to say whether it has a store.
            self.context.tasks.run(sending.lasts, on_done=self._show_store)

    def _show_store(self, there: bool) -> None:
        self.password_field.help = say(STORED) if there else say(ASKED)
        self.password_field.set_trouble()

    def _tried(self, host: str) -> None:
        self.try_button.setEnabled(True)
        self.say(say("{host} lets the desk in. Nothing was sent.", host=host), "good")

    def _not_tried(self, error: BaseException) -> None:
        self.try_button.setEnabled(True)
        self.say(str(error), "bad")

    def _settled(self, words: str) -> None:
        self.filled = False
        self.context.messages.say(words)
        self.left.emit()

    def _column(self) -> Line:
        theme = self.theme
        lock = column(theme, Label(theme, say("The line is locked by"), "small_strong"), self.security, spacing=4)
        name, server = Label(theme, say("You"), "heading"), Label(theme, say("Mail account of the desk"), "heading")
        note = Label(theme, say(WITHOUT), "small", "muted", wrap=True)
        place = _pair(
            Field(theme, say("Mail server"), self.host), Field(theme, say("Port, empty for the usual"), self.port)
        )
        sender = _pair(Field(theme, say("Messages come from"), self.from_name, say("Empty means your name.")),
                       Field(theme, say("E-mail address"), self.from_address, say("Answers come here.")))  # fmt: skip
        rest = _pair(
            Field(theme, say("Limit in MB"), self.limit_mb, say("For one message; empty means 25.")),
            Field(theme, say("File of certificates"), self.authorities, say("Only where yours has its own.")),
        )
        parts = (name, Field(theme, say("Your name"), self.clerk, say("It signs the messages.")), server, note,
        place, lock,
                 Field(theme, say("User name"), self.user), self.password_field, sender, rest,
                 row(theme, self.keep_button, self.try_button, None), None)  # fmt: skip
        return column(theme, *parts, spacing=12, margins=(28, 16, 28, 24))

    def _connect(self) -> None:
        self.scroll.verticalScrollBar().rangeChanged.connect(self._show_field)
        self.context.commands.add(
            self,
            Command("account-keep", say("Keep the mail account"), ("Ctrl Enter",), WHERE, self.keep, "check"),
            Command("account-try", say("Try the mail account"), ("Alt T",), WHERE, self.try_it, "refresh-cw"),
            Command("account-back", say("Back to the list"), ("Esc",), WHERE, self.left.emit, listed=False),
        )
        self.keep_button.clicked.connect(self.keep)
        self.try_button.clicked.connect(self.try_it)
        self.theme.changed.connect(self.measure)


def _pair(one: Field, other: Field) -> Line:
    """Return two fields side by side."""
    line = row(one.theme, (one, 1), (other, 1), spacing=12)
    for field in (one, other):
        line.setAlignment(field, Qt.AlignmentFlag.AlignTop)
    return line


def _try(account: "Account", typed: str, sending: Any) -> str:
    """Open a line and close it again; UserError says why there is none."""
    from wibdesk.delivery.smtp_line import Line as MailLine  # noqa: PLC0415 - the mail library, as above
    from wibdesk.delivery.smtp_line import NoLineError, NotLetInError  # noqa: PLC0415 - as above

    password = typed or (sending.known(account) if sending is not None else "") or ""
    line = MailLine(account, password, patience=PATIENCE)
    try:
        line.open()
    except (NoLineError, NotLetInError) as error:
        raise UserError(str(error)) from error
    finally:
        line.close()
    return account.host
