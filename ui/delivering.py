"""The desk's own outbox at work behind the window: sends what waits, says what came of it, asks for no password."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.messages import Answer
from ui.place import Where
from wibdesk.changes import MAIL, Changes
from wibdesk.errors import UserError
from wibdesk.language import say

if TYPE_CHECKING:
    from ui.context import Context
    from wibdesk.delivery.accounts import Account
    from wibdesk.delivery.outbox import Outbox, Progress, Report
    from wibdesk.delivery.secrets import Passwords
    from wibdesk.sending import Sending

REST = 2_000
"""Milliseconds after opening before anything is sent: the clerk's first screen comes first."""
OUTBOX = "outbox"
"""What banners of the outbox are known by."""
PATIENCE = 3.0
"""Seconds that closing waits for the message that is just going: what has not wholly gone waits on, or is held."""


class Delivering(QObject):
    """One for each window: `moved` while messages go, `reported` after each run, `needs_password` for an account.

    `last` is the report of the last run, `progress` how far one is that is under way, `asks` whose password is missing.
    """

    moved = Signal(object)
    reported = Signal(object)
    needs_password = Signal(object)
    changed = Signal(object)

    def __init__(self, context: "Context", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.sending: Sending | None = None
        self.passwords: Passwords | None = None
        self.last: Report | None = None
        self.progress: Progress | None = None
        self.asks: Account | None = None
        self.first = QTimer(self)
        self.first.setSingleShot(True)
        self.first.timeout.connect(self.start)
        self.changed.connect(self._announce)
        self.moved.connect(self._note)
        self.reported.connect(self._remember)
        self.needs_password.connect(self._ask)
        context.events.changed.connect(self._changed)

    def start_soon(self) -> None:
        """Begin a little later, once the register is open."""
        self.first.start(REST)

    def start(self) -> None:
        """Begin to send what waits."""
        # They bring the mail library with them, which only an open register needs.
        from wibdesk.sending import Sending  # noqa: PLC0415

        self.first.stop()
        if self.sending is None:
            self.sending = Sending(self.context.desk, self._outbox, self.reported.emit)
            self.sending.start()

    def account(self) -> "Account":
        """Return the account of the settings; UserError says what is missing there."""
        from wibdesk.delivery.accounts import account_of  # noqa: PLC0415 - as above

        return account_of(self.context.settings.now.mail)

    def is_set_up(self) -> bool:
        """Say whether the desk can send by itself."""
        return bool(self.context.settings.now.mail.get("host"))

    def look_again(self) -> None:
        """Try now what waits."""
        if self.sending is not None:
            self.sending.wake()
        elif self.context.desk is not None and not self.context.desk.read_only:
            self.start()

    def keep_password(self, account: "Account", password: str, *, lasting: bool) -> bool:
        """Keep a password, in the system's store where it lasts; say whether that has it. May be done on a worker."""
        return self._known().keep(account, password, lasting=lasting)

    def known(self, account: "Account") -> str | None:
        """Return the password of an account; None where nobody knows it yet."""
        return self._known().known(account)

    def forget_question(self) -> None:
        """Ask for no password, and tell of no trouble, of the account that was set until now."""
        self.asks, self.last = None, None

    def lasts(self) -> bool:
        """Say whether the system has a store of secrets; takes a moment the first time."""
        return self._known().lasting

    def close(self, wait: float = PATIENCE) -> bool:
        """Send no more; say whether the outbox has ended."""
        self.first.stop()
        sending, self.sending = self.sending, None
        return sending is None or sending.stop(wait)

    def _outbox(self) -> "Outbox":
        """Return the outbox of the moment, on its own thread."""
        from wibdesk.sending import outbox_of  # noqa: PLC0415 - as above

        account = self.account()
        password = self._known().known(account) if account.user else None
        if account.user and password is None:
            self.needs_password.emit(account)
            raise UserError(
                say("The password of {user} is asked for: type it on the Send page, under Outbox.", user=account.user)
            )
        return outbox_of(self.context.desk, account, password, progress=self.moved.emit, told=self.changed.emit)

    def _known(self) -> "Passwords":
        from wibdesk.delivery.secrets import Passwords, system_store  # noqa: PLC0415 - as above

        if self.passwords is None:
            self.passwords = Passwords(system_store())
        return self.passwords

    def _announce(self, changes: Changes) -> None:
        self.context.events.changed.emit(changes)

    def _remember(self, report: "Report") -> None:
        self.last, self.progress = report, None
        if report.refused or report.held or (report.trouble and not report.offline):
            see = Answer(say("Open the outbox"), self._open_outbox)
            heading = say("The outbox needs you")
            self.context.messages.trouble(heading, report.words, see, self._close(), tone="note", source=OUTBOX)
        elif report.sent and not report.trouble:
            self.context.messages.say(report.words)

    def _open_outbox(self) -> None:
        self.context.go("send", Where(note="outbox"))

    def _close(self) -> Answer:
        return Answer(say("Close this message"), partial(self.context.messages.clear_trouble, OUTBOX), "Alt C")

    def _note(self, progress: "Progress") -> None:
        self.progress = progress if progress.name else None

    def _ask(self, account: "Account") -> None:
        self.asks = account

    def _changed(self, changes: Changes) -> None:
        if changes.touches(MAIL):
            self.look_again()


def progress_words(progress: "Progress") -> str:
    """Return how far a run is, as a line: `3 of 12, to M Osei`."""
    to = say(", to {progress}", progress=progress.name) if progress.name else ""
    return say(
        "Sending: {done} of {total}{to}", done=min(progress.done + 1, progress.total), total=progress.total, to=to
    )
