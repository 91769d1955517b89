"""Setting up a passphrase in steps: its recovery key is on paper before the register is under it.

Nothing is in force until `put_in_force`. Before it the register is as it was; after it the passphrase that the clerk
typed twice opens it, and so does the recovery key that was printed: killed in between, one of the two is always true.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wibdesk.domain.passphrases import check_passphrase
from wibdesk.errors import LockedError, UserError
from wibdesk.language import say
from wibdesk.store.copies.copying import never
from wibdesk.store.encryption import plain_copies
from wibdesk.store.encryption.cipher import Key, key_from, key_from_recovery, key_of, new_salt, recovery_words
from wibdesk.store.encryption.rewriting import rewrite
from wibdesk.store.encryption.unlocking import key_of_locked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from wibdesk.desk import Desk


@dataclass(frozen=True)
class NewKey:
    """A key that is not in force yet, and the recovery key to print: groups with hyphens between them."""

    key: Key = field(repr=False)
    words: str = field(repr=False)

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of the recovery key, in order."""
        return tuple(self.words.split("-"))


def new_key(passphrase: str) -> NewKey:
    """Derive the key that a register will have; UserError where the passphrase is too short or no passphrase."""
    check_passphrase(passphrase)
    salt = new_salt()
    try:
        key_from_recovery(passphrase, salt)
    except LockedError:
        key = key_of(passphrase, salt)
        return NewKey(key, recovery_words(key))
    raise UserError(say("That is a recovery key, which is kept on paper: choose a passphrase that you can remember."))


def put_in_force(
    register: Path, new: NewKey, old_secret: str | None = None, *, stopped: Callable[[], bool] = never
) -> None:
    """Encrypt a register that no desk has open; `old_secret` opens it where it is encrypted already.

    UserError, with the register as it was, where `stopped()` says that nobody wants it any more.
    """
    rewrite(register, None if old_secret is None else key_of_locked(register, old_secret), new.key, stopped=stopped)


def opens(desk: Desk, secret: str) -> bool:
    """Say whether a passphrase or recovery key is that of the encrypted register that a desk has open."""
    return desk.key is not None and key_from(secret, desk.key.salt) == desk.key


def same_group(typed: str, group: str) -> bool:
    """Say whether a group was typed as printed; small letters, O for 0 and I or L for 1 count as the same."""
    return typed.upper().translate(_AS_READ).replace("-", "").replace(" ", "") == group


def readable_copies(desk: Desk, folders: Iterable[Path] = ()) -> tuple[Path, ...]:
    """Return the copies of the open register that anybody can read: beside it, and in these folders."""
    return plain_copies.plain_copies(desk.register, desk.key, folders)


def encrypt_copies(desk: Desk, copies: Iterable[Path]) -> int:
    """Put copies of the open encrypted register under its passphrase too; return how many."""
    count = 0
    for count, copy in enumerate(copies, start=1):  # noqa: B007 - the count is the answer
        rewrite(copy, None, desk.key)
    return count


_AS_READ = str.maketrans({"O": "0", "I": "1", "L": "1"})
