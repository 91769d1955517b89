"""Backups by themselves: after opening, once a day, and when a meeting closes; quiet unless one cannot be made.

After the first one, what has lain in the bin for long enough goes, approved minutes of an older desk are sealed, and a
new register gets the usual phrases.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from ui.commands import Command
from ui.messages import Answer
from wibdesk.changes import MEETINGS, Changes
from wibdesk.domain.backups import Reason
from wibdesk.domain.bin import is_forgotten
from wibdesk.errors import StoreError, UserError
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.context import Context
    from wibdesk.domain.backups import Backup
    from wibdesk.safety.backups import Backups

# The open transaction, only handed on to the services: the screens know nothing of the store.
Transaction: TypeAlias = Any
REST = 4_000
"""Milliseconds after opening before the first backup: the clerk's first screen comes first."""
LOOK = 30 * 60 * 1000
"""Milliseconds between looks at whether the daily backup is due."""
SOURCE = "backups"


class BackingUp(QObject):
    """The backups of the window's register; `changed` when there are others, `moved` how many pages are left of all."""

    changed = Signal()
    moved = Signal(int, int)

    def __init__(self, context: "Context", parent: QObject | None = None, *, rest: int = REST) -> None:
        super().__init__(parent)
        self.context, self.rest = context, rest
        self.backups: Backups | None = None
        self.asked = self.unwanted = False  # one that the clerk asked for is being made, and shall be stopped
        self.open_meetings: set[str] = set()
        self.told = ""  # the trouble that the clerk was told of last
        self.clock, self.first = QTimer(self), QTimer(self)
        self.clock.timeout.connect(self.look)
        self.first.setSingleShot(True)
        self.first.timeout.connect(lambda: self.make(Reason.OPENING, then=self._look_after))
        context.events.changed.connect(self._changed)

    def start(self) -> None:
        """Begin, once the register is open."""
        # It brings the database with it, which the first paint does not wait for.
        from wibdesk.safety.backups import Backups  # noqa: PLC0415  (as said above)

        self.backups = Backups(self.context.desk, self.chosen_folder())
        self.context.operations.read(open_meetings, then=self._know)
        self.first.start(self.rest)
        self.clock.start(LOOK)

    def chosen_folder(self) -> Path | None:
        """Return the folder that the clerk chose for backups, None for the desk's own."""
        chosen = self.context.settings.now.backup_folder
        return Path(chosen) if chosen else None

    def use_folder(self, folder: Path | None) -> None:
        """Have backups go into this folder, None for the desk's own, from now on."""
        self.context.settings.change(backup_folder=str(folder or ""))
        if self.backups is not None:
            self.backups.folder = folder or self.backups.own
            self.changed.emit()

    def make(
        self,
        reason: Reason,
        *,
        then: "Callable[[Backup], None] | None" = None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> bool:
        """Make a backup in the background; say whether one was begun: one asked for twice is made once."""
        asked = reason is Reason.ASKED
        if self.backups is None or (asked and self.asked):
            return False
        self.asked, self.unwanted = self.asked or asked, False if asked else self.unwanted

        def done(backup: "Backup") -> None:
            self.asked = self.asked and not asked
            self._settle()
            if then is not None:
                then(backup)

        def refused(error: BaseException) -> None:
            self.asked = self.asked and not asked
            (failed or self._tell)(error)

        progress = self.moved.emit if asked else None
        future = self.backups.make(reason, progress=progress, cancelled=(lambda: self.unwanted) if asked else None)
        self.context.tasks.then(future, done, refused)
        return True

    def command(self) -> Command:
        """Return the command that backs up from anywhere."""
        return Command(
            "backup-now", say("Back up now"), (), later("backups"), self.make_now, "copy", when=self.possible
        )

    def possible(self) -> bool:
        """Say whether there is a register to back up."""
        return self.backups is not None

    def make_now(self) -> None:
        """Make a backup because the clerk asked for one, and say what became of it."""
        said = self.context.messages
        if self.make(Reason.ASKED, then=lambda _: said.say(say("Backed up and checked")), failed=said.tell):
            said.say(say("Backing up: you can go on working meanwhile"))

    def stop(self) -> None:
        """Stop the backup that the clerk asked for."""
        self.unwanted = True

    def look(self) -> None:
        """Make the daily backup if it is due."""
        if self.backups is not None:
            self.context.tasks.run(
                self.backups.due, self.context.desk.now().astimezone(),
                on_done=self._daily, on_error=self._tell,
            )  # fmt: skip

    def close(self) -> None:
        """Stop what is being made and begin no more: the register is about to close."""
        self.first.stop()
        self.clock.stop()
        backups, self.backups = self.backups, None
        if backups is not None:
            backups.close()

    def _look_after(self, _: "Backup") -> None:
        """Do what waited for a backup: thin the bin, seal what an older desk left open, give the usual phrases."""
        # Loaded with the services when they are wanted.
        from wibdesk.services import approval, phrases  # noqa: PLC0415  (as said above)
        from wibdesk.services import bin as the_bin  # noqa: PLC0415  (as said above)
        from wibdesk.usual_words import usual_phrases  # noqa: PLC0415  (as said above)

        steps: tuple[tuple[Callable[[Transaction], bool], Callable[..., Any], tuple[object, ...]], ...] = (
            (has_forgotten, the_bin.thin_bin, ()),
            (approval.any_unsealed, approval.seal_older, ()),
            (phrases.wants_phrases, phrases.give_phrases, (usual_phrases(),)),
        )
        for wanted, verb, given in steps:
            self.context.operations.read(wanted, then=partial(self._do_if, verb, given))

    def _do_if(self, verb: Callable[..., Any], given: tuple[object, ...], wanted: bool) -> None:
        if wanted:
            self.context.operations.write(verb, *given)

    def _daily(self, due: bool) -> None:
        if due:
            self.make(Reason.DAILY)

    def _changed(self, changes: Changes) -> None:
        if self.backups is not None and changes.touches(MEETINGS):
            self.context.operations.read(open_meetings, then=self._compare)

    def _compare(self, now: "tuple[set[str], set[str]]") -> None:
        known, (_, closed) = self.open_meetings, now
        self._know(now)
        if known & closed:
            self.make(Reason.CLOSING)

    def _know(self, now: "tuple[set[str], set[str]]") -> None:
        self.open_meetings = now[0]

    def _settle(self) -> None:
        remark = self.backups.remark if self.backups is not None else None
        if remark:
            self._warn(say("The backup is not where you want it"), remark)
        else:
            self.told = ""
            self.context.messages.clear_trouble(SOURCE)
        self.changed.emit()

    def _tell(self, error: BaseException) -> None:
        if isinstance(error, UserError):  # it was stopped
            return
        if not isinstance(error, StoreError):
            raise error
        self._warn(say("No backup was made"), str(error))

    def _warn(self, heading: str, words: str) -> None:
        """Tell of a trouble once, until one of the backups goes well again."""
        if self.told == words:
            return
        self.told = words
        messages = self.context.messages
        close = Answer(say("Close this message"), lambda: messages.clear_trouble(SOURCE), "Alt C")
        messages.trouble(heading, words, *messages.helps(StoreError(words)), close, tone="warn", source=SOURCE)


def has_forgotten(uow: Transaction) -> bool:
    """Say whether something has lain in the bin for so long that it goes by itself."""
    # Read on the register's thread: it brings the database with it.
    from wibdesk.services.bin import binned  # noqa: PLC0415  (as said above)

    return any(is_forgotten(thing, uow.now) for thing in binned(uow))


def open_meetings(uow: Transaction) -> tuple[set[str], set[str]]:
    """Return the ids of the meetings that are not closed, and of those that are."""
    # Read on the register's thread: it brings the database with it.
    from wibdesk.services import meetings  # noqa: PLC0415  (as said above)

    every = meetings.stages(uow)
    closed = {meeting_id for meeting_id, stage in every.items() if stage == "closed"}
    return set(every) - closed, closed
