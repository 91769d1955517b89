"""The outbox: what waits, what is held for the clerk to decide, and what was refused, each with its way out."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.commands import Command
from ui.delivering import OUTBOX, progress_words
from ui.places.send.detail import ICONS, Detail, state_words
from ui.places.send.halves import Halves
from ui.places.send.password_strip import PasswordStrip
from ui.places.send.rows import Who
from ui.tables import Column, Table, TableRow
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.empty import Empty
from ui.widgets.labels import Label, column, hold
from ui.widgets.pane import Pane
from wibdesk.domain.mail import MailState
from wibdesk.language import later, say
from wibdesk.services import mailings

if TYPE_CHECKING:
    from ui.context import Context
    from wibdesk.delivery.outbox import Progress
    from wibdesk.domain.mail import MailMessage
    from wibdesk.domain.mail_sending import OutboxLine

WHERE = "outbox"
ORDER = (MailState.HELD, MailState.REFUSED, MailState.HANDING, MailState.WAITING)
NONE = later("What the desk sends by itself waits here until it has gone.")


class OutboxPart(QWidget):
    """Every message that has not gone; `left` goes back to what is to be sent, `account_wished` to the mail account."""

    left = Signal()
    account_wished = Signal()
    keys_changed = Signal()

    def __init__(self, context: "Context") -> None:
        super().__init__()
        theme, self.context, self.shown = context.theme, context, ""
        self.table = Table(theme, (Column(later("Outbox")),), say("Outbox"), height=52, edge=18)
        self.empty = Empty(theme, say("Nothing waits"), say(NONE), edge=18)
        self.detail = Detail(theme)
        self.look_button = Button(theme, say("Look again"), icon="refresh-cw", key="L")
        self.set_up_button = Button(theme, say("Set up the mail account"), icon="settings", key="M")
        self.banner = Banner(theme, "", "", (self.look_button, self.set_up_button), tone="warn")
        self.banner.hide()
        self.password = PasswordStrip(context)
        self.status = Label(theme, "", "small", "muted", wrap=True)
        listed = Pane(theme, "panel")
        self.status_line = hold(column(theme, self.status, margins=(18, 8, 12, 8)))
        listed.setLayout(column(theme, self.status_line, self.empty, (self.table, 1), spacing=0))
        self.halves = Halves(theme, listed, self.detail)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        for part in (self.banner, self.password):
            outer.addWidget(part)
        outer.addWidget(self.halves, 1)
        self._connect()

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the list, or of the message that is open."""
        last = ("Ctrl K", say("any command"))
        if not self.table.hasFocus():
            return [("Tab", say("next")), ("Enter", say("send again")), ("Esc", say("back to the list")), last]
        asked = [("P", say("password"))] if self.password.isVisibleTo(self) else []
        return [("↑ ↓", say("message")), *asked, ("G", say("send again")), ("I", say("it arrived")),
        ("Del", say("take back")),
                ("L", say("look again")), ("M", say("mail account")), ("Esc", say("back")), last]  # fmt: skip

    def start(self) -> None:
        """Give the keyboard to the password that is asked for, else to the list."""
        self.context.messages.clear_trouble(OUTBOX)
        (self.password if self.password.isVisibleTo(self) else self.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def panels(self) -> list[QWidget]:
        """Return the list and the message."""
        return [self.table, self.detail]

    def show_lines(self, lines: "tuple[OutboxLine, ...]") -> None:
        """Show what has not gone."""
        rows: list[TableRow] = []
        for state in ORDER:
            some = [line for line in lines if line.message.state is state]
            if some:
                rows.append(TableRow(row_id=state.value, cells=(f"{_head(state)}, {len(some)}",), group=True))
                rows += [_row(line) for line in some]
        self.table.set_rows(rows)
        self.empty.setVisible(not rows)
        if self.table.current_row() is None:
            self.table.choose_first()
        self.show_message()
        self.show_state()

    def line(self) -> "OutboxLine | None":
        """Return the chosen line."""
        row = self.table.current_row()
        return row.data if row is not None else None

    def show_message(self) -> None:
        """Show the chosen message beside the list."""
        line = self.line()
        changed = line is None or line.message.id != self.shown
        if changed and self.detail.isAncestorOf(self.focusWidget() or self.table):
            # What was answered goes away with its field: the keyboard stays in the list.
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.shown = line.message.id if line is not None else ""
        of = f"{line.body_name}, {line.meeting_day}" if line is not None else ""
        self.detail.show_message(line.message if line is not None else None, of, settles=True)
        self.keys_changed.emit()

    def show_state(self) -> None:
        """Say how the sending stands: under way, without a network, without an account."""
        sending = self.context.delivering
        report = sending.last if sending is not None else None
        waits = bool(self.table.table_model.rows)
        heading, words = "", ""
        if sending is None or not sending.is_set_up():
            if waits:
                heading, words = (
                    say("The desk has no mail account"),
                    say("What waits here goes when the account is set up."),
                )
        elif report is not None and report.offline and waits:
            heading = say("No network: messages wait in the outbox")
            words = say("{trouble} They go by themselves when the server can be reached.", trouble=report.trouble)
        elif report is not None and report.trouble and waits and sending.asks is None:
            heading, words = say("Nothing more is sent just now"), report.trouble
        if self.isVisible():  # what the window would say of it is in sight here
            self.context.messages.clear_trouble(OUTBOX)
        self.banner.say(heading, words)
        self.banner.setVisible(bool(heading))
        offline = report is not None and report.offline
        self.look_button.setVisible(offline)
        self.set_up_button.setVisible(not offline)
        self.password.ask(sending.asks if sending is not None and waits else None)
        self.keys_changed.emit()
        progress = sending.progress if sending is not None else None
        last = report.words if report is not None and not report.trouble else ""
        self.status.setText(progress_words(progress) if progress is not None else last)
        self.status_line.setVisible(bool(self.status.text()))

    def again(self) -> None:
        """Let a message go again: one that is held once more, one that was refused to the address in the field."""
        line = self.line()
        if line is None:
            return
        message, name = line.message, line.message.name or line.message.address
        said = lambda _: self.context.messages.say(say("The message to {name} waits again", name=name))  # noqa: E731
        if message.state is MailState.HELD:
            self._write(mailings.decide_held, message, then=said, send_again=True)
        elif message.state is MailState.REFUSED:
            written = self.detail.address.text()
            failed = lambda error: self.detail.address_field.set_trouble(str(error))  # noqa: E731
            self._write(mailings.readdress, message, written, then=said, failed=failed)
        elif message.next_try is not None:  # put off; what the register changes wakes the sending
            now = say("The message to {name} is tried now", name=name)
            self._write(mailings.hurry, message, then=lambda _: self.context.messages.say(now))

    def it_arrived(self) -> None:
        """Take a message that is held for sent."""
        line = self.line()
        if line is not None and line.message.state is MailState.HELD:
            words = say("The message to {message} counts as sent", message=line.message.name)
            said = lambda _: self.context.messages.say(words)  # noqa: E731
            self._write(mailings.decide_held, line.message, then=said, send_again=False)

    def take_back(self) -> None:
        """Stop a message that has not gone; it can wait again."""
        line = self.line()
        if line is not None and line.message.state is not MailState.HANDING:
            message = line.message
            undo = partial(self.context.operations.write, mailings.wait_again, message.id)
            words = say("The message to {message} is taken back", message=message.name or message.address)
            self._write(mailings.cancel, message, then=lambda _: self.context.messages.say(words, undo))

    def look_again(self) -> None:
        """Try now what waits."""
        if self.context.delivering is not None:
            self.context.delivering.look_again()
            self.context.messages.say(say("The desk looks for the mail server again"))

    def to_list(self) -> None:
        """Go back to the list, from there to what is to be sent."""
        if self.table.hasFocus() and not self.halves.asked:
            self.left.emit()
            return
        self.halves.close_page()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        self.halves.open_page()
        if self.detail.address_field.isVisible():
            self.detail.address.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self, verb: object, message: "MailMessage", *args: object, **more: object) -> None:
        self.context.operations.write_once(verb, message.id, *args, once=message.id, **more)  # type: ignore[arg-type]

    def _moved(self, progress: "Progress") -> None:
        self.show_state()

    def _connect(self) -> None:
        any_line = lambda: self.line() is not None  # noqa: E731 - a condition, named here
        self.context.commands.add(
            self.table,
            Command("outbox-again", say("Send the message again"), ("G",), WHERE, self.again, "repeat", when=any_line),
            Command("outbox-arrived", say("The message arrived"), ("I",), WHERE, self.it_arrived, "check",
                when=any_line),
            Command("outbox-back", say("Take the message back"), ("Del",), WHERE, self.take_back, "x", when=any_line),
            Command("outbox-password", say("Type the mail password"), ("P",), WHERE, self.password.setFocus,
                "key-round",
                    when=lambda: self.password.isVisibleTo(self)),
            Command("outbox-look", say("Look for the mail server again"), ("L",), WHERE, self.look_again, "refresh-cw"),
            Command("outbox-account", say("Mail account"), ("M",), WHERE, self.account_wished.emit, "settings",
                    listed=False),
        )  # fmt: skip
        to_list = Command("outbox-list", say("Back to the list"), ("Esc",), WHERE, self.to_list, listed=False)
        self.context.commands.add(self, to_list)
        self.table.chosen.connect(self.show_message)
        self.table.opened.connect(self._open)
        buttons = ((self.detail.again, self.again), (self.detail.arrived, self.it_arrived),
                   (self.detail.back, self.take_back), (self.look_button, self.look_again),
                   (self.set_up_button, self.account_wished.emit))  # fmt: skip
        for button, act in buttons:
            button.clicked.connect(act)
        self.detail.address.returnPressed.connect(self.again)
        if self.context.delivering is not None:
            self.context.delivering.moved.connect(self._moved)
            self.context.delivering.reported.connect(self.show_state)
            self.context.delivering.needs_password.connect(self.show_state)


def _head(state: MailState) -> str:
    return {MailState.HELD: say("Held: may have arrived"), MailState.HANDING: say("Being sent")}.get(state, state.words)


def _row(line: "OutboxLine") -> TableRow:
    message = line.message
    icon, tone = ICONS[message.state]
    cell = Who(message.name or message.address, message.address if message.name else "", icon, tone)
    sentence = f"{cell.text}, {state_words(message)}. {message.trouble or ''}".strip()
    return TableRow(row_id=message.id, cells=(cell,), sentence=sentence, data=line)
