"""The files of backups in a folder: finding them, putting a verified copy among them, and taking them away."""

from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path

from sqlcipher3 import dbapi2

from wibdesk.domain.backups import Backup, Reason, backup_name, backup_named, newest_first
from wibdesk.store.copies.copying import Marks, marks_of
from wibdesk.store.creation import make_durable
from wibdesk.store.encryption.cipher import Key, read_only, unlock


def backups_in(folder: Path, *, identity: str | None = None, stem: str | None = None) -> tuple[Backup, ...]:
    """Return the backups in a folder, newest first: of one register, by its identity or by the name of its file.

    None where the folder is not there or cannot be read.
    """
    found = []
    with suppress(OSError):
        for path in folder.iterdir():
            with suppress(OSError):
                found.append(backup_named(path, path.stat().st_size))
    return newest_first(
        one
        for one in found
        if one is not None and (identity is None or identity.startswith(one.identity)) and stem in (None, one.stem)
    )


def draft_name(stem: str, marks: Marks) -> str:
    """Return the name under which the one backup of a register that is being made stands in a folder."""
    return f"{stem}_{marks.identity[:8]}"


def put_in_place(part: Path, folder: Path, stem: str, marks: Marks, at: datetime, reason: Reason) -> Backup:
    """Give a verified copy its name in a folder on the same disk; never that of another backup."""
    while True:
        path = folder / backup_name(stem, marks.identity, at, marks.format, reason)
        if not path.exists():
            break
        # Two within a second, or a clock that was put back.
        at += timedelta(seconds=1)
    part.rename(path)
    make_durable(folder)
    made = backup_named(path, path.stat().st_size)
    assert made is not None, "a backup's name says what it is"
    return made


def aside_place(register: Path, at: datetime) -> Path:
    """Return the free path beside a register where one that cannot be read is put aside."""
    while (place := register.with_name(f"{register.name}.aside-{at:%Y-%m-%d_%H%M%S}Z")).exists():
        at += timedelta(seconds=1)
    return place


def put_aside(register: Path) -> tuple[Path, ...]:
    """Return the files that were put aside beside a register, with their journals."""
    return tuple(p for p in sorted(register.parent.iterdir()) if p.name.startswith(f"{register.name}.aside-"))


def marks_in(path: Path, key: Key | None = None) -> Marks | None:
    """Return what a backup says of itself, without changing a byte; None where it, or its key, tells nothing."""
    try:
        with closing(read_only(path)) as connection:
            if key is not None:
                unlock(connection, key)
            return marks_of(connection)
    except (dbapi2.Error, TypeError):
        return None


def holds(backup: Backup, marks: Marks, key: Key | None = None) -> bool:
    """Say whether a backup holds what was last saved in the register with these marks, in whatever format."""
    found = marks_in(backup.path, key)
    return found is not None and (found.identity, found.save_token) == (marks.identity, marks.save_token)
