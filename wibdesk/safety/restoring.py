"""A register that no desk has open: put a backup in its place, or save what can be read of a damaged one."""

import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from sqlcipher3 import dbapi2

from wibdesk.desk import local_now
from wibdesk.domain.backups import Reason
from wibdesk.errors import StoreError, UserError
from wibdesk.language import later, say
from wibdesk.paths import backup_folder
from wibdesk.safety.holding import check_free, opened_alone, take
from wibdesk.services import approval
from wibdesk.store.connection import connect, let_go, raw
from wibdesk.store.copies.backup_files import aside_place, draft_name, put_in_place
from wibdesk.store.copies.contents import Contents, key_for, marks_at, read_contents
from wibdesk.store.copies.copying import (
    JOURNALS,
    Marks,
    check_copy,
    copy_register,
    draft_of_copy,
    flush,
    make_private,
    marks_of,
    told_as,
)
from wibdesk.store.creation import make_durable
from wibdesk.store.encryption.cipher import Key, is_locked
from wibdesk.store.lock import InUseError
from wibdesk.store.salvage.salvage import Salvaged, looks_plain, salvage_into
from wibdesk.store.trouble import shown
from wibdesk.store.unit_of_work import UnitOfWork

__all__ = ["Contents", "Salvaged", "contents", "restore", "salvage"]

DAMAGED = later("The disk was damaged, and words were lost.")


def contents(backup: Path, *, secret: str | None = None) -> Contents:
    """Return what a backup holds, without changing a byte of it; StoreError where it cannot be read."""
    return read_contents(backup, key_for(backup, secret))


def restore(
    backup: Path,
    register: Path,
    *,
    secret: str | None = None,
    another: bool = False,
    now: Callable[[], datetime] = local_now,
) -> Path | None:
    """Put a backup in the place of a register, and return where what stood there is kept; None where nothing did.

    The present is kept first: as a verified backup where it can be read, else put aside as it is. Killed at any
    moment, the register's path holds the present or the backup, whole. InUseError where a desk has the register open,
    UserError where the backup is of `another` register, or that cannot be seen for want of the `secret`, and that was
    not said; StoreError where the backup is not sound.
    """
    register = Path(os.path.realpath(register))
    if backup.exists() and register.exists() and backup.samefile(register):
        raise UserError(say("{path} is the register itself: name one of its backups.", path=shown(backup)))
    if not backup.is_file():
        raise UserError(say("There is no backup {path}: name another.", path=shown(backup)))
    check_free(register)
    key = key_for(backup, secret)
    marks_at(backup, key)
    if secret is None and not another:
        _check_comparable(register)
    words = say("{path} could not be restored, and everything is as it was", path=shown(backup))
    with told_as(words), draft_of_copy(register.parent, f"{register.name}.restored") as part:
        for ending in ("", *JOURNALS):
            with suppress(FileNotFoundError):
                _copy_file(backup.with_name(backup.name + ending), part.with_name(part.name + ending))
        marks = check_copy(part, key)
        with ExitStack() as held:
            kept = _keep(register, secret, None if another else marks, now().astimezone(UTC), held)
            if os.name == "nt":
                held.close()  # Windows replaces no file that is open
            part.replace(register)
    make_durable(register.parent)
    return kept


def salvage(register: Path, into: Path, *, secret: str | None = None) -> Salvaged:
    """Save what can be read of a damaged register into a new one, which is sound; the damaged one stays as it is.

    What lost its place stands under “Found by the desk”; where words were lost, that is said. Approved minutes that
    are no longer whole are reopened, with the reason. UserError where there is something at `into`, StoreError where
    nothing can be read, InUseError where a desk has the register open.
    """
    if into.exists():
        raise UserError(say("There is a file {path} already: name a new one.", path=shown(into)))
    if not register.is_file() or not register.stat().st_size:
        raise UserError(say("There is no register {path}, or it is empty: name another.", path=shown(register)))
    check_free(register)
    key = None if secret is None and looks_plain(register) else key_for(register, secret)
    words = say("{path} could not be saved into {into}", path=shown(register), into=shown(into))
    with told_as(words), draft_of_copy(into.absolute().parent, f"{into.name}.salvaged") as part:
        saved = salvage_into(register, part, key)
        remarks = _settle(part, key)
        check_copy(part, key)
        part.rename(into)
        make_durable(into.absolute().parent)
    return replace(saved, words=(*saved.words, *remarks))


def _check_comparable(register: Path) -> None:
    """Make sure that a register can be read without a secret, to see whether a backup is of it."""
    if is_locked(register) and not looks_plain(register):
        raise UserError(
            say(
                "{path} is encrypted, so nobody can see whether the backup is of it: name the file with "
                "its passphrase by --passphrase-file, or say --another to restore the backup there all the same.",
                path=shown(register),
            )
        )


def _settle(register: Path, key: Key | None) -> tuple[str, ...]:
    """Reopen approved minutes that are no longer whole; return what the clerk should know of that."""
    connection = connect(register, key)
    try:
        with connection.begin():
            uow = UnitOfWork(connection, now=datetime.now(UTC), recording=False)
            broken = uow.seals.unsound()
            for ref in broken:
                details = uow.meetings.by_ref(ref)
                assert details is not None, "the seal is of a meeting that is there"
                if details.status.final:
                    approval.reopen_approved(uow, details.id, say(DAMAGED))
                else:
                    # That it was approved is lost too: its seal alone still says so.
                    uow.seals.open(details.id, say(DAMAGED))
    finally:
        let_go(connection)
    return tuple(
        say("The approved minutes of {ref} are no longer whole, so they were reopened.", ref=ref) for ref in broken
    )


def _keep(register: Path, secret: str | None, expected: Marks | None, at: datetime, held: ExitStack) -> Path | None:
    """Keep what stands at the register's path, and leave no journal there; return where it is kept.

    Until `held` ends no desk can open it: what it wrote then would be lost.
    """
    journals = [register.with_name(register.name + ending) for ending in JOURNALS]
    if not any(path.exists() for path in (register, *journals)):
        return None
    if not register.exists():
        return _put_aside(register, journals, at, held)
    try:
        return _keep_as_backup(register, key_for(register, secret), expected, at, held)
    except InUseError:
        raise
    except (StoreError, dbapi2.Error, OSError, TypeError):
        # Damaged, locked under another passphrase, or no room for a copy: it is kept all the same.
        return _put_aside(register, journals, at, held)


def _keep_as_backup(register: Path, key: Key | None, expected: Marks | None, at: datetime, held: ExitStack) -> Path:
    with ExitStack() as mine:
        connection = connect(register, key)
        mine.callback(let_go, connection)
        take(connection, register)
        marks = marks_of(raw(connection))
        if expected is not None and marks.identity != expected.identity:
            raise UserError(
                say("The backup is of another register than {path}: say so to restore it there.", path=shown(register))
            )
        folder = backup_folder(register)
        with draft_of_copy(folder, draft_name(register.stem, marks)) as part:
            copy_register(connection, part, key)
            check_copy(part, key, expected=marks)
            kept = put_in_place(part, folder, register.stem, marks, at, Reason.BEFORE_RESTORE)
        # A journal that stayed would be taken for one of the backup, which it would destroy.
        if raw(connection).execute("PRAGMA journal_mode = DELETE").fetchone() != ("delete",):
            raise StoreError(say("The journal could not be brought into the register."))
        raw(connection).execute("BEGIN EXCLUSIVE")
        held.push(mine.pop_all())
        return kept.path


def _put_aside(register: Path, journals: Iterable[Path], at: datetime, held: ExitStack) -> Path:
    """Keep the files as they are under another name; the register itself stays at its path too."""
    place = aside_place(register, at)
    if register.exists():
        file = opened_alone(register, held)
        try:
            os.link(register, place)
        except OSError:
            # Some disks know no links.
            _copy(file, place)
    for journal in journals:
        with suppress(FileNotFoundError):
            journal.replace(place.with_name(journal.name.replace(register.name, place.name, 1)))
    make_durable(register.parent)
    return place


def _copy_file(source: Path, target: Path) -> None:
    with source.open("rb") as file:
        _copy(file, target)


def _copy(file: BinaryIO, target: Path) -> None:
    make_private(target)
    with target.open("rb+") as copy:
        shutil.copyfileobj(file, copy)
    flush(target)
