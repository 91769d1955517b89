"""What an earlier desk kept in rescue files goes back into the register: in order, and exactly once.

The register carries the token of its last write. Where that is a write of the rescue file, the ones up to it came
through; where it is the one before them, none did. Where it is neither, the register was changed since: then nothing is
written over what stands there now, and the words are kept for the clerk.
"""

from __future__ import annotations

import os
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from wibdesk.domain.recovered import Recovered
from wibdesk.errors import StoreError, UserError
from wibdesk.language import later, say
from wibdesk.store.encryption.cipher import is_locked
from wibdesk.store.jobs import Job
from wibdesk.store.rescue.coding import UnknownTypeError, decoded
from wibdesk.store.rescue.rescue_file import ENDING, Heading, RescueFile, Waiting
from wibdesk.store.rescue.rescue_words import Subject, recovered, subject
from wibdesk.store.trouble import BUSY, DISK_ERRORS, LOCKED, code_of, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from wibdesk.store.performing import Performer
    from wibdesk.store.rescue.rescuer import Verbs

DAMAGED, JOURNAL = ".damaged", "-journal"
UNREADABLE = (*DISK_ERRORS, StoreError, ValueError, TypeError, zlib.error)
"""What reading a rescue file may raise that is damaged, or of another kind."""
CHANGED_SINCE = later(
    "The register was changed since this was typed, on another desk or from a backup: look whether it is there, "
    "and copy what is missing."
)
NOT_AGAIN = later("The desk could not do this again by itself: look whether it is there, and copy what is missing.")


def bring_back(folders: Sequence[Path], register: Path, performer: Performer, verbs: Verbs) -> tuple[Recovered, ...]:
    """Do again what the rescue files of this register hold, and say what each gave; what is stored goes from them.

    A damaged file is told and kept, one of another register left alone. TroubleError where the register's disk refuses.
    """
    told: list[Recovered] = []
    left = list(_newest(_found(folders, register, performer, told)))
    try:
        while left:
            stored = performer.session.token
            found = next((each for each in left if each.fits(stored)), left[0])
            left.remove(found)
            told.extend(found.brought_back(performer, verbs))
    finally:
        for each in left:
            each.file.close()
    return tuple(told)


class Found:
    """One readable rescue file of the register."""

    def __init__(self, file: RescueFile) -> None:
        self.file = file
        self.heading: Heading = file.heading()
        self.rows: tuple[Waiting, ...] = file.waiting()

    def fits(self, stored: str) -> bool:
        """Say whether it tells what of it is stored in a register whose last write has this token."""
        return stored == self.heading.base or any(row.token == stored for row in self.rows)

    def brought_back(self, performer: Performer, verbs: Verbs) -> tuple[Recovered, ...]:
        """Do what is not stored yet, and say what came of everything."""
        fits, gone = self.fits(performer.session.token), self._stored(performer.session.token)
        told: dict[Any, Recovered] = {}
        subjects: dict[Any, Subject] = {}
        try:
            for row in (row for row in self.rows if row.token not in gone):
                job = _job(row, verbs)
                about = _subject(job, performer, subjects)
                why = row.why or (_done_again(job, performer) if fits else say(CHANGED_SINCE))
                # The last words of an item hold those before them.
                told[about.item_id or row.token, why] = recovered(row, about, self.file.path, why=why)
                if why is None:
                    gone.append(row.token)
                elif row.why is None:
                    with suppress(*DISK_ERRORS):
                        self.file.refuse(row.token, why)
        finally:
            self._tidy(performer.session.token if fits else self.heading.base, gone)
        return tuple(told.values())

    def _stored(self, token: str) -> list[str]:
        """Return the writes that had come through before; the refused ones among them are still to be told."""
        tokens = [row.token for row in self.rows]
        up_to = tokens.index(token) + 1 if token in tokens else 0
        return [row.token for row in self.rows[:up_to] if row.why is None]

    def _tidy(self, base: str, gone: Sequence[str]) -> None:
        with suppress(*DISK_ERRORS):
            if len(gone) == len(self.rows):
                self.file.erase()
            else:
                self.file.keep(base, (), gone)
        self.file.close()


def _found(folders: Sequence[Path], register: Path, performer: Performer, told: list[Recovered]) -> Iterator[Found]:
    database = performer.session.database
    for folder in dict.fromkeys(folders):
        for path in sorted(folder.glob(f"{database.identity}-*{ENDING}")):
            try:
                file = RescueFile(path, database.key if is_locked(path) else None)
            except UNREADABLE as error:
                # One that another desk is writing this moment is that desk's own.
                if code_of(error) not in (BUSY, LOCKED):
                    told.append(_damaged(path))
                continue
            try:
                found = None if file.empty else Found(file)
            except UNREADABLE:
                file.close()
                told.append(_damaged(path))
                continue
            if found is None:
                with suppress(OSError):
                    file.erase()
            elif _is_of(found.heading, register, str(database.identity)):
                yield found
            else:
                file.close()


def _is_of(heading: Heading, register: Path, identity: str) -> bool:
    """Say whether a file is of this register: of the same at its place, or one that moved, but no copy beside it."""
    same_place = os.path.realpath(heading.register) == os.path.realpath(register)
    return heading.identity == identity and (same_place or not os.path.exists(heading.register))


def _newest(found: Iterator[Found]) -> Iterator[Found]:
    """Give the newest file of each desk: it holds all that waited, and the ones before it a part."""
    newest: dict[str, Found] = {}
    for each in sorted(found, key=lambda one: one.heading.number):
        older = newest.get(each.heading.run)
        if older is not None:
            with suppress(OSError):
                older.file.erase()
        newest[each.heading.run] = each
    yield from newest.values()


def _damaged(path: Path) -> Recovered:
    kept, journal = path.with_name(path.name + DAMAGED), path.with_name(path.name + JOURNAL)
    with suppress(OSError):
        path.replace(kept)
        journal.replace(kept.with_name(kept.name + JOURNAL))
    place = shown(kept if kept.exists() else path)
    why = say(
        "A rescue file of this register is damaged and is kept as {place}: show it to whoever looks after the desk.",
        place=place,
    )
    return Recovered(say("Rescue file"), why=why)


def _job(row: Waiting, verbs: Verbs) -> Job | None:
    """Return the work that a row stands for; None where it is known as words alone."""
    if row.kind != "write":
        return Job(row.kind, shape=lambda words, touched: words, at=row.at, token=row.token)
    verb = verbs(row.verb)
    with suppress(UnknownTypeError, TypeError, ValueError):
        if verb is not None and row.arguments is not None:
            *args, kwargs = decoded(row.arguments)
            return Job("write", verb, tuple(args), kwargs, row.words, at=row.at, token=row.token)
    return None


def _subject(job: Job | None, performer: Performer, known: dict[Any, Subject]) -> Subject:
    if job is None:
        return Subject()
    ids = [value if isinstance(value, str) else getattr(value, "id", None) for value in job.args]
    key = tuple(each for each in ids if isinstance(each, str))
    if key not in known:
        known[key] = performer.session.read(lambda uow: subject(uow, job.args)).value
    return known[key]


def _done_again(job: Job | None, performer: Performer) -> str | None:
    """Do the work; return a sentence where it could not be done."""
    if job is None:
        return say(NOT_AGAIN)
    try:
        performer.perform(job)
    except UserError as error:
        return str(error)
    except StoreError:
        raise
    except Exception:  # a verb that has changed since must not keep the register closed
        return say(NOT_AGAIN)
    return None
