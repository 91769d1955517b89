"""What waits for the disk, kept in a rescue file: the first folder that takes one has it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wibdesk.domain.ids import new_id
from wibdesk.errors import StoreError
from wibdesk.language import later, say
from wibdesk.store.rescue.coding import UnknownTypeError, encoded
from wibdesk.store.rescue.rescue_file import ENDING, Heading, RescueFile, Waiting, erase
from wibdesk.store.rescue.rescue_words import texts
from wibdesk.store.rescue.rescuer import Refuge
from wibdesk.store.trouble import DISK_ERRORS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from wibdesk.store.encryption.cipher import Key
    from wibdesk.store.jobs import Job
    from wibdesk.store.rescue.rescuer import Verbs

NOWHERE = later("No second place takes them either: the words that wait are in memory alone, so leave the desk open.")


@dataclass(frozen=True)
class Owner:
    """Whose words are kept: the register by its identity and path, and its key where it is encrypted."""

    identity: str
    register: Path
    key: Key | None


class Keeper:
    """Keeps one rescue file in step with what waits, for the rescuer's thread alone."""

    def __init__(self, folders: Sequence[Path], owner: Owner, verbs: Verbs) -> None:
        self._folders, self._owner, self._verbs = folders, owner, verbs
        self._desk, self._number = new_id()[:8], 0
        self._file: RescueFile | None = None
        self._held: dict[str, None] = {}
        self._left_behind: list[Path] = []

    def keep(self, base: str, waiting: Sequence[Job]) -> Refuge:
        """Make durable what waits now, and say where; with nothing waiting the file goes.

        `base` is the token of the last write that is known to be stored.
        """
        self._erase_left_behind()
        if not waiting:
            self._leave()
            self._erase_left_behind()
            return Refuge()
        if self._file is not None:
            try:
                return self._bring_up_to_date(self._file, base, waiting)
            except DISK_ERRORS:
                self._leave()
        for folder in self._folders:
            try:
                return self._begin(folder, base, waiting)
            except (*DISK_ERRORS, StoreError):
                self._leave()
        return Refuge(trouble=say(NOWHERE) if self._folders else None)

    def close(self) -> None:
        """Let go of the file as it is."""
        if self._file is not None:
            self._file.close()

    def forget(self, files: Sequence[Path]) -> None:
        """Take away files that an earlier desk left."""
        self._left_behind.extend(files)
        self._erase_left_behind()

    def _begin(self, folder: Path, base: str, waiting: Sequence[Job]) -> Refuge:
        self._number += 1
        path = folder / f"{self._owner.identity}-{self._desk}-{self._number}{ENDING}"
        self._file = RescueFile(path, self._owner.key)
        self._file.head(Heading(self._owner.identity, str(self._owner.register), self._desk, self._number, base))
        return self._bring_up_to_date(self._file, base, waiting)

    def _bring_up_to_date(self, file: RescueFile, base: str, waiting: Sequence[Job]) -> Refuge:
        wanted = {job.token: None for job in waiting}
        new = [self._row(job) for job in waiting if job.token not in self._held]
        file.keep(base, new, [token for token in self._held if token not in wanted])
        self._held = wanted
        return Refuge(file.path, tokens=frozenset(wanted))

    def _leave(self) -> None:
        """Let go of the file; it goes as soon as its disk lets it."""
        if self._file is not None:
            self._file.close()
            self._left_behind.append(self._file.path)
        self._file, self._held = None, {}

    def _erase_left_behind(self) -> None:
        for path in tuple(self._left_behind):
            with suppress(OSError):
                erase(path)
                self._left_behind.remove(path)

    def _row(self, job: Job) -> Waiting:
        return row_of(job, self._verbs)


def row_of(job: Job, verbs: Verbs) -> Waiting:
    """Return what is kept of a write: as words alone where it could not be done again by another desk."""
    if job.verb is None:
        return Waiting(job.token, job.kind, "", None, "", job.words, job.at)
    name = dotted(job.verb)
    plain = "\n".join(texts([*job.args, *job.kwargs.values()]))
    arguments: str | None = None
    with suppress(UnknownTypeError, RecursionError):
        if verbs(name) is job.verb:
            arguments = encoded([*job.args, dict(job.kwargs)])
    return Waiting(job.token, job.kind, name, arguments, plain, job.words, job.at)


def dotted(verb: Callable[..., Any]) -> str:
    """Return the name under which a verb is found again."""
    return f"{getattr(verb, '__module__', '')}:{getattr(verb, '__qualname__', '')}"
