"""Copies of a register that anybody can read, once the register itself is encrypted."""

from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path

from sqlcipher3 import dbapi2

from wibdesk.paths import own_path
from wibdesk.store.copies.backup_files import put_aside
from wibdesk.store.copies.copying import JOURNALS
from wibdesk.store.encryption.cipher import Key, is_locked, read_only, unlock
from wibdesk.store.rescue.rescue_file import ENDING
from wibdesk.store.salvage.salvage import looks_plain
from wibdesk.store.tables import APPLICATION_ID


def plain_copies(register: Path, key: Key | None, folders: Iterable[Path] = ()) -> tuple[Path, ...]:
    """Return the plain copies of a register that lie beside it and directly in other folders, not itself.

    Those that were put aside damaged, which tell no register, come last.
    """
    identity = _identity(register, key)
    register = own_path(register)
    found = {path.absolute() for folder in (register.parent, *folders) for path in _files(folder)}
    copies = [path for path in sorted(found - {register}) if identity and _identity(path, None) == identity]
    aside = (path for path in put_aside(register) if not path.name.endswith(JOURNALS) and _damaged_plain(path))
    return tuple(dict.fromkeys((*copies, *aside)))


def plain_rescue_files(register: Path, key: Key | None, folders: Iterable[Path]) -> tuple[Path, ...]:
    """Return the rescue files of a register that anybody can read, damaged ones too."""
    found = (path for folder in folders for path in sorted(folder.glob(f"{_identity(register, key)}-*{ENDING}*")))
    return tuple(path for path in found if not path.name.endswith(JOURNALS) and not is_locked(path))


def _damaged_plain(path: Path) -> bool:
    with suppress(OSError):
        # An encrypted one that is cut short does not look encrypted.
        return not is_locked(path) and looks_plain(path)
    return False


def _files(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from (path for path in folder.iterdir() if path.is_file())


def _identity(path: Path, key: Key | None) -> str | None:
    """Return which register a file is a copy of; None where it cannot be read with the key."""
    try:
        with closing(read_only(path)) as connection:
            if key is not None:
                unlock(connection, key)
            if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
                return None
            (identity,) = connection.execute("SELECT identity FROM register").fetchone()
    except (dbapi2.DatabaseError, TypeError):
        return None
    return str(identity)
