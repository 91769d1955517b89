"""Sends what waits in a register by SMTP: the outbox on a thread of its own, its ledger behind the desk's one saver."""

from __future__ import annotations

import threading
from concurrent.futures import TimeoutError as TookTooLongError
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from wibdesk.changes import Changes
from wibdesk.delivery.handed_notes import HandedNotes
from wibdesk.delivery.outbox import Outbox, Progress, Report
from wibdesk.domain.mail_sending import WAITS
from wibdesk.errors import StoreError, UserError
from wibdesk.language import later, say
from wibdesk.paths import state_folder
from wibdesk.services import mail_states

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from wibdesk.changes import Done
    from wibdesk.delivery.accounts import Account
    from wibdesk.desk import Desk
    from wibdesk.domain.mail_sending import Parcel

T = TypeVar("T")

NOTES = "handed-over.txt"
PATIENCE = 60.0
"""Seconds that a mail server is kept waiting while the disk refuses; then the message waits on."""
LOOKS_AGAIN = 300.0
"""Seconds after which sending tries again while the server cannot be reached."""
OLD_REGISTER = later(
    "This computer handed it over before, on {day}, and this register, as from a backup, does not know: it has arrived "
    "before, or was held."
)


class DeskLedger:
    """Keeps the state of each message in the register of a desk; used by one thread at a time.

    `told` hears what each step changed, `waits` are the seconds between tries.
    """

    def __init__(
        self,
        desk: Desk,
        notes: HandedNotes,
        *,
        waits: Sequence[float] = WAITS,
        told: Callable[[Changes], None] = lambda _: None,
    ) -> None:
        self._desk = desk
        self._notes = notes
        self._waits = tuple(waits)
        self._told = told
        self._named = ""

    def hold_interrupted(self) -> None:
        """Hold what was being handed over when a desk ended."""
        self._write(mail_states.hold_interrupted)

    def due(self) -> tuple[str, ...]:
        """Return the ids of what is to be tried now; hold first what only our notes know as handed over."""
        noted = self._notes.last()
        ready = []
        for message in self._desk.read(mail_states.due, self._now()).result():
            at = noted.get(message.message_id)
            if at is not None and (message.handed_at is None or message.handed_at < at):
                day = f"{at.astimezone():%d/%m/%Y at %H:%M}"
                self._write(mail_states.note_held, message.id, say(OLD_REGISTER, day=day), at)
            else:
                ready.append(message.id)
        return tuple(ready)

    def parcel(self, message_id: str) -> Parcel | None:
        """Return a message with its files; None where it is gone."""
        try:
            found = self._desk.read(mail_states.parcel, message_id).result()
        except UserError:
            return None
        self._named = found.message.message_id
        return found

    def begin_handing(self, message_id: str) -> bool:
        """Note that the last byte goes now; False where it must not go, StoreError where the disk takes too long."""
        begun = self._desk.write(mail_states.begin_handing, message_id)
        try:
            done = begun.result(PATIENCE)
        except UserError:
            return False
        except (TookTooLongError, StoreError):
            # What was accepted may still be stored, so what takes it back is accepted behind it.
            self._desk.write(mail_states.put_off, message_id, say("The disk refused."), self._waits)
            raise StoreError(
                say("The register's disk refuses, so nothing more was sent: what waits is kept.")
            ) from None
        self._told(done.changes)
        if done.value is not None:
            self._notes.note(self._named, done.value)
        return done.value is not None

    def note_sent(self, message_id: str) -> None:
        """Note that the server took it."""
        self._write(mail_states.note_sent, message_id)

    def note_refused(self, message_id: str, words: str) -> None:
        """Note that it will never be taken, and why."""
        self._write(mail_states.note_refused, message_id, words)

    def note_held(self, message_id: str, words: str) -> None:
        """Note that nobody knows whether it arrived."""
        self._write(mail_states.note_held, message_id, words)

    def put_off(self, message_id: str, words: str) -> None:
        """Let it wait for another try."""
        self._write(mail_states.put_off, message_id, words, self._waits)

    def _write(self, verb: Callable[..., Done[T]], *args: Any) -> None:
        # A message whose meeting was removed meanwhile needs no state any more.
        with suppress(UserError):
            self._told(self._desk.write(verb, *args).result().changes)

    def _now(self) -> datetime:
        return self._desk.now().astimezone(UTC)


def outbox_of(
    desk: Desk,
    account: Account,
    password: str | None = None,
    *,
    notes: HandedNotes | None = None,
    waits: Sequence[float] = WAITS,
    progress: Callable[[Progress], None] = lambda _: None,
    told: Callable[[Changes], None] = lambda _: None,
) -> Outbox:
    """Return the outbox of a desk's register: run it by `send_waiting`."""
    ledger = DeskLedger(desk, notes or HandedNotes(state_folder() / NOTES), waits=waits, told=told)
    return Outbox(ledger, account, password, progress=progress)


def send_waiting(desk: Desk, outbox: Outbox) -> Report:
    """Run an outbox once, on this thread; UserError where this desk is sending already."""
    if not desk.sending.acquire(blocking=False):
        raise UserError(say("The desk is sending already: wait until it is done, and look at the outbox then."))
    try:
        return outbox.run()
    finally:
        desk.sending.release()


def hold_cut_short(desk: Desk) -> Changes:
    """Hold what an earlier desk was handing over when it ended, and return what changed; for the start of a desk."""
    if not desk.sending.acquire(blocking=False):
        return Changes()
    try:
        # Otherwise nothing is written: a damaged register would take it for words of the clerk that it cannot store.
        if not desk.read(mail_states.is_interrupted).result():
            return Changes()
        return desk.write(mail_states.hold_interrupted).result().changes
    finally:
        desk.sending.release()


class Sending:
    """Sends what waits on a thread of its own for as long as the desk is open: at once, and again when its time comes.

    `outbox` makes the outbox of the moment, with the account and password then in force; UserError where there is
    none. `done` is told the report of each run, on that thread.
    """

    def __init__(self, desk: Desk, outbox: Callable[[], Outbox], done: Callable[[Report], None]) -> None:
        self._desk = desk
        self._make = outbox
        self._done = done
        self._outbox: Outbox | None = None
        self._ended = False
        self._wake = threading.Event()
        self._thread = threading.Thread(target=self._run, name="outbox", daemon=True)

    def start(self) -> None:
        """Begin to send."""
        self._thread.start()

    def wake(self) -> None:
        """Try now, as after messages were kept, settings changed or the network came back."""
        self._wake.set()

    def stop(self, wait: float | None = None) -> bool:
        """End before the next message; say whether the thread has ended within so many seconds.

        To be called before the desk closes, or what was just handed over is held although it arrived.
        """
        self._ended = True
        outbox = self._outbox
        if outbox is not None:
            outbox.stop()
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join(wait)
        return not self._thread.is_alive()

    def _run(self) -> None:
        with suppress(StoreError):
            hold_cut_short(self._desk)
        while not self._ended:
            self._wake.clear()
            try:
                report = self._once()
                wait = self._until_next(report)
            except StoreError as error:
                report, wait = Report(trouble=str(error)), LOOKS_AGAIN
            if report is not None:
                self._done(report)
            self._wake.wait(wait)

    def _once(self) -> Report | None:
        """Send what is due; None where nothing is."""
        if not self._desk.read(mail_states.next_turn).result():
            return None
        try:
            self._outbox = self._make()
            if self._ended:
                return None
            return send_waiting(self._desk, self._outbox)
        except UserError as error:
            return Report(trouble=str(error))
        finally:
            self._outbox = None

    def _until_next(self, report: Report | None) -> float | None:
        """Return how many seconds to wait for the next message's turn; None where only `wake` brings one."""
        turn = self._desk.read(mail_states.next_turn).result()
        if turn is None or (report is not None and report.trouble and not report.offline):
            return None
        left = (turn - self._desk.now().astimezone(UTC)).total_seconds()
        return max(left, LOOKS_AGAIN if report is not None and report.offline else 1.0)
