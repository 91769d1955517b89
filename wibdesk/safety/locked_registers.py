"""Encrypting a register that no desk has open: lock it up, change its passphrase, or unlock it for good.

Each raises UserError or StoreError in words, LockedError where a secret does not open it, and leaves the register as it
was then. Copies made before stay as they are: plain, or under the passphrase of their time. What a plain file held may
lie on in free blocks of the disk, above all on an SSD, whatever a program does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wibdesk.errors import StoreError, UserError
from wibdesk.language import say
from wibdesk.paths import backup_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from wibdesk.desk import Desk
    from wibdesk.store.encryption.cipher import Key

# The store is imported in the functions: a window asks whether to ask for a passphrase before it paints.


def needs_passphrase(register: Path) -> bool:
    """Say whether a desk needs a passphrase or a recovery key to open this register; False where there is none."""
    from wibdesk.store.encryption.cipher import is_locked  # noqa: PLC0415 - see above

    return is_locked(register)


def lock_up(register: Path, passphrase: str) -> str:
    """Encrypt a plain register and return its recovery key, which opens it where the passphrase is forgotten."""
    if needs_passphrase(register):
        raise StoreError(say("“{register}” is encrypted already: change its passphrase instead.", register=register))
    return _rewritten(register, None, passphrase)


def change_passphrase(register: Path, old_secret: str, new: str) -> str:
    """Encrypt a register anew and return its new recovery key; passphrase and recovery key of before open it no more.

    `old_secret` is the passphrase or the recovery key.
    """
    return _rewritten(register, _key(register, old_secret), new)


def unlock_for_good(register: Path, secret: str, *, stopped: Callable[[], bool] | None = None) -> None:
    """Make a plain register of an encrypted one; UserError, with nothing changed, where `stopped()` says to stop."""
    from wibdesk.store.copies.copying import never  # noqa: PLC0415 - see above
    from wibdesk.store.encryption.rewriting import rewrite  # noqa: PLC0415 - see above

    rewrite(register, _key(register, secret), None, stopped=stopped or never)


def recovery_key(desk: Desk) -> str:
    """Return the recovery key of the encrypted register that a desk has open, to print it at set-up."""
    from wibdesk.store.encryption.cipher import recovery_words  # noqa: PLC0415 - see above

    if desk.key is None:
        raise UserError(say("The register is not encrypted, so it has no recovery key."))
    return recovery_words(desk.key)


def plain_copies(register: Path, folders: Iterable[Path] = (), *, secret: str | None = None) -> tuple[Path, ...]:
    """Return the copies that anybody can read: beside the register, among its backups and in the folders named."""
    from wibdesk.store.encryption import plain_copies  # noqa: PLC0415 - see above

    key = None if secret is None else _key(register, secret)
    return plain_copies.plain_copies(register, key, (backup_folder(register), *folders))


def plain_rescue_files(register: Path, *, secret: str) -> tuple[Path, ...]:
    """Return the files of words not yet saved, or not put back, that an earlier desk kept while it was plain."""
    from wibdesk.safety.rescuing import rescue_folders  # noqa: PLC0415 - see above
    from wibdesk.store.encryption import plain_copies  # noqa: PLC0415 - see above

    return plain_copies.plain_rescue_files(register, _key(register, secret), rescue_folders(register))


def remove_copies(copies: Iterable[Path]) -> None:
    """Remove plain copies for good; StoreError names the first that cannot be removed."""
    for copy in copies:
        try:
            for file in (copy, copy.with_name(f"{copy.name}-wal"), copy.with_name(f"{copy.name}-journal")):
                file.unlink(missing_ok=True)
        except OSError as error:
            raise StoreError(
                say("“{copy}” cannot be removed: remove it yourself, for anybody can read it.", copy=copy)
            ) from error


def _rewritten(register: Path, old: Key | None, passphrase: str) -> str:
    from wibdesk.safety.new_passphrases import new_key  # noqa: PLC0415 - see above
    from wibdesk.store.encryption.rewriting import rewrite  # noqa: PLC0415 - see above

    new = new_key(passphrase)
    rewrite(register, old, new.key)
    return new.words


def _key(register: Path, secret: str) -> Key:
    from wibdesk.store.encryption.unlocking import key_of_locked  # noqa: PLC0415 - see above

    return key_of_locked(register, secret)
