"""A register that was not opened: why, and the ways on, each on the page in the window."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from ui.opening_place import Notice, OpeningPlace, Way
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.app import Workbench
    from wibdesk.domain.backups import Backup

OPENING = "opening"
MOST_BACKUPS = 7
PLAIN_NEXT = later("You can encrypt it again under Safe keeping, Passphrase.")


class NotOpened(QObject):
    """Offers what helps and nothing that could do harm: no way on changes the register without keeping it first.

    `secret` is what was typed to open an encrypted register, as long as it is not open.
    """

    def __init__(self, bench: "Workbench", *, again: Callable[[], None]) -> None:
        super().__init__(bench)
        self.bench, self.begin, self.secret = bench, again, ""

    def tell(self, error: BaseException) -> None:
        """Say why the register was not opened."""
        from wibdesk.safety.refusals import Refusal, refusal_of  # noqa: PLC0415 - the store is there by now

        notices = {Refusal.IN_USE: self._in_use, Refusal.DAMAGED: self._damaged}
        self._show(notices.get(refusal_of(error), self._other)(error))

    def offer_backups(self, secret: str = "") -> None:
        """Offer the newest backups to restore; `secret` is what was typed to open an encrypted one."""
        self.secret = secret or self.secret
        ways = [self._backup_way(each) for each in self._backups()[:MOST_BACKUPS]]
        if ways:
            words = say("Each was checked when it was made. What is there now is kept beside it, so nothing goes.")
            self._show(Notice(say("Which backup shall be restored?"), words, (*ways, self._again_way(), self._close())))
        else:
            words = say(
                "Look for one on a stick or another disk: “wibdesk restore” on the command line takes it there."
            )
            self._show(
                Notice(say("There is no backup of this register here"), words, (self._again_way(), self._close()))
            )

    def _backup_way(self, backup: "Backup") -> Way:
        from wibdesk.safety.refusals import day_and_time  # noqa: PLC0415 - the store is there by now

        plain = _is_locked(self.bench.start.register) and not _is_locked(backup.path)
        reason = say("{reason}. Not encrypted.", reason=backup.reason.label) if plain else f"{backup.reason.label}."
        act = self._ask_plain if plain else self._restore
        return Way("history", day_and_time(backup.at), reason, partial(act, backup))

    def _ask_plain(self, backup: "Backup") -> None:
        """Say what it means that a backup is plain, before it takes the place of an encrypted register."""
        words = say(
            "It was made while the register was not encrypted. After restoring it, whoever has the file can read it, "
            "without a passphrase. The present register stays encrypted and is kept beside it."
        )
        restore = Way("history", say("Restore it without encryption"), say(PLAIN_NEXT), partial(self._restore, backup))
        self._show(Notice(say("This backup is not encrypted"), words, (self._other_way(), restore, self._close())))

    def _in_use(self, error: BaseException) -> Notice:
        from wibdesk.safety.refusals import day_and_time, holder_words  # noqa: PLC0415 - the store is there by now

        who = holder_words(error)
        words = (
            say("Another desk has it open {who}. Only one desk at a time may write in it.", who=who)
            if who
            else str(error)
        )
        read = [
            Way(
                "book-open",
                say("Open the newest backup to read"),
                say("As it was on {day_and_time}. Nothing can be changed in it.", day_and_time=day_and_time(each.at)),
                partial(self.bench.read_copy, each.path),
            )
            for each in self._backups()[:1]
        ]
        return Notice(say("This register is open elsewhere"), words, (self._again_way(), *read, self._close()))

    def _damaged(self, error: BaseException) -> Notice:
        restore = Way(
            "history", say("Restore a backup…"), say("What is there now is kept beside it."), self.offer_backups
        )
        reason = say("Into a new register beside this one, which stays as it is.")
        read = Way("file-text", say("Open what can be read"), reason, self._salvage)
        ways = (restore, read) if self._backups() else (read,)
        return Notice(say("This register cannot be read"), str(error), (*ways, self._again_way(), self._close()))

    def _other(self, error: BaseException) -> Notice:
        return Notice(say("This register was not opened"), str(error), (self._again_way(), self._close()))

    def _restore(self, backup: "Backup") -> None:
        # Only who asks for it waits for it.
        from wibdesk.safety.restoring import restore  # noqa: PLC0415

        secret = self.secret or None
        self._show(
            Notice(say("The backup is being restored"), say("It is checked once more before it takes the place."))
        )
        register = self.bench.start.register
        # Who forgot the passphrase may go back to a plain backup beside the register, chosen by its name and day.
        another = secret is None and _is_locked(register)
        work = partial(restore, backup.path, register, secret=secret, another=another)
        self.bench.context.tasks.run(work, on_done=self._restored, on_error=self._not_restored)

    def _not_restored(self, error: BaseException) -> None:
        from wibdesk.safety.refusals import Refusal, refusal_of  # noqa: PLC0415 - the store is there by now

        if refusal_of(error) is Refusal.IN_USE:
            self.tell(error)
        else:
            ways = (self._other_way(), self._again_way(), self._close())
            self._show(Notice(say("The backup was not restored"), str(error), ways))

    def _restored(self, kept: Path | None) -> None:
        where = say("What stood there before is in {kept}.", kept=kept) if kept is not None else ""
        self.bench.notes.say(say("The backup is restored."), where)
        self._again()

    def _salvage(self) -> None:
        self._show(Notice(say("What can be read is being saved"), say("The damaged register stays as it is.")))
        work = partial(salvaged, self.bench.start.register, self.secret or None)
        self.bench.context.tasks.run(work, on_done=lambda done: self.bench.move(*done), on_error=self.tell)

    def _other_way(self) -> Way:
        return Way("undo-2", say("Choose another backup"), say("Nothing is changed."), self.offer_backups)

    def _again_way(self) -> Way:
        return Way("refresh-cw", say("Try again"), say("Nothing is lost by trying."), self._again)

    def _again(self) -> None:
        self._show(Notice(say("The register is being opened"), ""))
        self.begin()

    def _close(self) -> Way:
        return Way("x", say("Close WIBDesk"), say("The register stays as it is."), self._close_window)

    def _close_window(self) -> None:
        self.bench.window.close()

    def _show(self, notice: Notice) -> None:
        self.bench.window.bar(OPENING)
        cast("OpeningPlace", self.bench.window.places[OPENING]).show_notice(notice)

    def _backups(self) -> "tuple[Backup, ...]":
        from wibdesk.safety.backups import backups_beside  # noqa: PLC0415 - only who asks for it waits for it

        return backups_beside(self.bench.start.register)


def _is_locked(path: Path) -> bool:
    from wibdesk.safety.locked_registers import needs_passphrase  # noqa: PLC0415 - only who asks for it waits for it

    return needs_passphrase(path)


def salvaged(register: Path, secret: str | None = None) -> tuple[Path, str]:
    """Save what can be read of a damaged register into a new one beside it; return its path, and what came of it."""
    # Only who asks for it waits for it.
    from wibdesk.safety.restoring import salvage  # noqa: PLC0415

    number = 1
    while (into := register.with_name(f"{register.stem} recovered {number}{register.suffix}")).exists():
        number += 1
    return into, " ".join(salvage(register, into, secret=secret).words)
