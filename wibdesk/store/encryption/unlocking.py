"""From what the clerk typed to the key of a register: a passphrase, or the recovery key."""

from pathlib import Path

from wibdesk.domain.passphrases import check_passphrase
from wibdesk.errors import LockedError, StoreError
from wibdesk.language import say
from wibdesk.store import gate
from wibdesk.store.encryption.cipher import (
    Key,
    is_locked,
    key_from,
    key_from_recovery,
    key_of,
    looks_like_recovery,
    new_salt,
    salt_of,
)
from wibdesk.store.trouble import shown


def key_for(path: Path, secret: str | None) -> Key | None:
    """Return the key with which a desk opens a register, or makes one where there is none; None without a secret.

    LockedError where the secret does not open it, StoreError where it is no register or not encrypted, UserError
    where a new register would get too short a passphrase.
    """
    if secret is None:
        return None
    if is_locked(path) or gate.look(path) is gate.Kind.OURS:
        return key_of_locked(path, secret)
    check_passphrase(secret)
    return key_of(secret, new_salt())


def key_of_locked(path: Path, secret: str) -> Key:
    """Return the key of an encrypted register; LockedError and StoreError as above."""
    if not is_locked(path):
        if gate.look(path) is gate.Kind.OURS:
            raise gate.not_encrypted(path)
        raise StoreError(say("There is no register at {path}: name another file.", path=shown(path)))
    key = key_from(secret, salt_of(path))
    try:
        gate.look(path, key)
    except LockedError as error:
        if looks_like_recovery(secret):
            raise LockedError(_of_recovery(path, secret)) from error
        raise
    return key


def _of_recovery(path: Path, secret: str) -> str:
    try:
        key_from_recovery(secret, b"")
    except LockedError as slip:
        return str(slip)
    return say(
        "That recovery key does not open {path}: it is of another register, or was printed before "
        "the passphrase was changed.",
        path=shown(path),
    )
