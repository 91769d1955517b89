"""Sends what waits, one message after the other on one line: none is lost, and none goes twice by itself.

SMTP has one moment that nobody can judge: between the last byte of a message and the server's answer. So the register
says `handing` before that byte goes, and `sent` after the answer. Whatever ends before the one left the server without
a whole message, which waits on; whatever ends between the two is held, and the clerk says whether it goes again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Event
from typing import Protocol

from wibdesk.delivery.accounts import Account
from wibdesk.delivery.message_text import message_text
from wibdesk.delivery.smtp_line import PATIENCE, Answer, Line, NoLineError, NotLetInError
from wibdesk.domain.mail_sending import Parcel
from wibdesk.errors import UserError
from wibdesk.language import say

BROKEN_LINES = 3
"""Lines in a row that may break before it counts as no network."""


class Ledger(Protocol):
    """Where the state of each message is kept: every method returns when that is on the disk."""

    def hold_interrupted(self) -> None:
        """Hold what was being handed over when a desk ended."""

    def due(self) -> Sequence[str]:
        """Return the ids of what is to be tried now, oldest first."""

    def parcel(self, message_id: str) -> Parcel | None:
        """Return a message with its files; None where it is gone."""

    def begin_handing(self, message_id: str) -> bool:
        """Note that the last byte goes now; False where it must not go: stopped, gone, or in other hands."""

    def note_sent(self, message_id: str) -> None:
        """Note that the server took it."""

    def note_refused(self, message_id: str, words: str) -> None:
        """Note that it will never be taken, and why."""

    def note_held(self, message_id: str, words: str) -> None:
        """Note that nobody knows whether it arrived."""

    def put_off(self, message_id: str, words: str) -> None:
        """Let it wait for another try."""


@dataclass(frozen=True)
class Progress:
    """How far a run is: `done` of `total` messages were tried, `name` is whose turn it is, empty at the end."""

    done: int
    total: int
    name: str = ""


@dataclass(frozen=True)
class Report:
    """What a run came to: how many messages ended how; `trouble` is a sentence where it had to stop.

    `offline` says that the server could not be reached, so that trying again later is all there is to do.
    """

    sent: int = 0
    refused: int = 0
    held: int = 0
    later: int = 0
    trouble: str = ""
    offline: bool = False

    @property
    def words(self) -> str:
        """The report as a sentence or two for the clerk."""
        counts = ((self.sent, "sent"), (self.refused, "refused"), (self.held, say("held for you to decide")))
        parts = [f"{number} {word}" for number, word in (*counts, (self.later, say("to be tried again"))) if number]
        said = f"{', '.join(parts)}." if parts else ""
        wait = say("What waits is kept, and goes when the server can be reached.") if self.offline else ""
        return " ".join(filter(None, (said, self.trouble, wait))) or say("Nothing waited.")


class Outbox:
    """Sends what waits in a ledger by one account; a run belongs to one thread, and only one runs at a time."""

    def __init__(
        self,
        ledger: Ledger,
        account: Account,
        password: str | None = None,
        *,
        progress: Callable[[Progress], None] = lambda _: None,
        patience: float = PATIENCE,
    ) -> None:
        self._ledger = ledger
        self._account = account
        self._line = Line(account, password, patience=patience)
        self._progress = progress
        self._stopped = Event()
        self._counts = dict.fromkeys(Answer, 0)

    def stop(self) -> None:
        """Let a run end before its next message, from any thread; one that has not wholly gone waits on."""
        self._stopped.set()

    def run(self) -> Report:
        """Try each message whose turn it is once, and return what came of it; StoreError where the disk refuses."""
        self._ledger.hold_interrupted()
        ids = self._ledger.due()
        trouble, offline = "", False
        try:
            self._send_all(ids)
        except NoLineError as error:
            trouble, offline = str(error), True
        except NotLetInError as error:
            trouble = str(error)
        finally:
            self._line.close()
        self._progress(Progress(sum(self._counts.values()), len(ids)))
        named = {"sent": Answer.TAKEN, "refused": Answer.REFUSED, "held": Answer.UNKNOWN, "later": Answer.LATER}
        return Report(**{name: self._counts[a] for name, a in named.items()}, trouble=trouble, offline=offline)

    def _send_all(self, ids: Sequence[str]) -> None:
        broken = 0
        for number, message_id in enumerate(ids):
            if self._stopped.is_set():
                return
            answer, words = self._send(number, len(ids), message_id)
            self._counts[answer] += 1
            broken = broken + 1 if answer in (Answer.LATER, Answer.UNKNOWN) and not self._line.is_open else 0
            if broken >= BROKEN_LINES:
                raise NoLineError(words)

    def _send(self, number: int, total: int, message_id: str) -> tuple[Answer, str]:
        parcel = self._ledger.parcel(message_id)
        if parcel is None:
            return Answer.NOT_WANTED, ""
        self._progress(Progress(number, total, parcel.message.name or parcel.message.address))
        try:
            text = message_text(parcel.message, parcel.files, self._account.sender, parcel.at)
        except UserError as error:
            # It was looked at when it was stored: only what changed since can be wrong now.
            answer, words = Answer.REFUSED, str(error)
        else:
            self._line.open()
            answer, words = self._line.deliver(parcel.message.address, text, lambda: self._may_go(message_id))
        self._note(message_id, answer, words)
        return answer, words

    def _may_go(self, message_id: str) -> bool:
        return not self._stopped.is_set() and self._ledger.begin_handing(message_id)

    def _note(self, message_id: str, answer: Answer, words: str) -> None:
        if answer is Answer.TAKEN:
            self._ledger.note_sent(message_id)
        elif answer is Answer.REFUSED:
            self._ledger.note_refused(message_id, words)
        elif answer is Answer.UNKNOWN:
            self._ledger.note_held(message_id, words)
        elif answer is Answer.LATER:
            self._ledger.put_off(message_id, words)
