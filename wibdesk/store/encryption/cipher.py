"""The key of an encrypted register: SQLCipher's own, from a passphrase, or from the recovery key printed at set-up."""

import hashlib
import os
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from wibdesk.domain.passphrases import normalised
from wibdesk.errors import LockedError, StoreError
from wibdesk.language import say

ROUNDS = 256_000
"""PBKDF2 rounds from passphrase to key, as SQLCipher 4 has them: its own tools open our files with the passphrase."""
PAGE = 4096
"""Bytes of a page: an encrypted register is a whole number of them."""
SECRET_BYTES, SALT_BYTES = 32, 16
PLAIN_HEADER = b"SQLite format 3\0"
SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's letters: none that is read as another."""
AS_READ = str.maketrans({"O": "0", "I": "1", "L": "1"})
GROUP = 4
"""Letters of a group of the recovery key; the last group is the check."""
KEY_LETTERS = 52


@dataclass(frozen=True)
class Key:
    """What opens an encrypted register: 32 bytes of key, and the 16 bytes of salt that its file begins with."""

    secret: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    @property
    def literal(self) -> str:
        """The key as SQLCipher takes it without deriving anything: `x'…'` with 96 hexadecimal digits."""
        return f"x'{self.secret.hex()}{self.salt.hex()}'"


def new_salt() -> bytes:
    """Return the salt for a new file."""
    return os.urandom(SALT_BYTES)


def key_of(passphrase: str, salt: bytes) -> Key:
    """Derive the key from a passphrase; it takes about a tenth of a second, on purpose."""
    # Half a letter, which no keyboard makes, opens nothing, and is no reason to fail in other words.
    words = normalised(passphrase).encode(errors="surrogatepass")
    return Key(hashlib.pbkdf2_hmac("sha512", words, salt, ROUNDS, SECRET_BYTES), salt)


def recovery_words(key: Key) -> str:
    """Return the recovery key to print: thirteen groups of four letters and digits, and a group that checks them."""
    letters = _letters(int.from_bytes(key.secret) << 4, KEY_LETTERS) + _check(key.secret)
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))


def key_from_recovery(words: str, salt: bytes) -> Key:
    """Return the key that a printed recovery key stands for; LockedError where it was mistyped."""
    letters = _read(words)
    if len(letters) == KEY_LETTERS + GROUP and set(letters) <= set(SYMBOLS):
        number = 0
        for letter in letters[:KEY_LETTERS]:
            number = number * len(SYMBOLS) + SYMBOLS.index(letter)
        secret = (number >> 4).to_bytes(SECRET_BYTES)
        if letters == _read(recovery_words(Key(secret, salt))):
            return Key(secret, salt)
    raise LockedError(
        say("The recovery key has a slip in it: compare each group with the printed one and type it again.")
    )


def looks_like_recovery(secret: str) -> bool:
    """Say whether what was typed is more likely a recovery key, even with a slip in it, than a passphrase."""
    letters = _read(secret)
    near = abs(len(letters) - KEY_LETTERS - GROUP) <= GROUP
    return near and letters.isascii() and letters.isalnum() and sum(map(str.isdigit, letters)) > len(letters) // 10


def key_from(secret: str, salt: bytes) -> Key:
    """Return the key of a passphrase or of a recovery key as typed."""
    try:
        return key_from_recovery(secret, salt)
    except LockedError:
        return key_of(secret, salt)


def is_locked(path: Path) -> bool:
    """Say whether the file at a path may be an encrypted register: no SQLite header, and whole pages.

    False where none can be read. A file with a journal beside it may end in half a page.
    """
    if not path.is_file() or (size := path.stat().st_size) < PAGE:
        return False
    journals = (path.with_name(path.name + ending) for ending in ("-wal", "-journal"))
    if size % PAGE and not any(map(Path.exists, journals)):
        return False
    try:
        return salt_of(path) != PLAIN_HEADER
    except dbapi2.DatabaseError:
        return False


def salt_of(path: Path) -> bytes:
    """Return the first bytes of a file, without letting go of a lock that this process may have on it.

    Closing the file by ourselves would; SQLite knows which files it holds.
    """
    with closing(read_only(path)) as connection:
        # Not `unlock`: what it switches on holds for the whole process, and makes every read of a plain register slow.
        _give_key(connection, Key(bytes(SECRET_BYTES), b""))
        return bytes.fromhex(connection.execute("PRAGMA cipher_salt").fetchone()[0])


def read_only(path: Path) -> Any:
    """Open a file for a look: SQLite takes no lock, makes no file beside it and writes nothing, whatever lies there."""
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    return dbapi2.connect(address, uri=True, isolation_level=None)


def unlock(connection: Any, key: Key) -> None:
    """Give a driver's connection the key, before anything else is asked of it; StoreError where it cannot encrypt."""
    connection.execute("PRAGMA cipher_memory_security = ON")
    _give_key(connection, key)
    if connection.execute("PRAGMA cipher_salt").fetchone() is None:
        raise StoreError(say("This SQLite cannot encrypt: install WIBDesk again."))


def _give_key(connection: Any, key: Key) -> None:
    # SQLCipher would tell of every wrong key on standard error.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f'PRAGMA key = "{key.literal}"')


def _read(words: str) -> str:
    return "".join(words.upper().translate(AS_READ).replace("-", " ").split())


def _check(secret: bytes) -> str:
    return _letters(int.from_bytes(hashlib.sha256(secret).digest()[:3]) >> 4, GROUP)


def _letters(number: int, count: int) -> str:
    return "".join(SYMBOLS[number >> 5 * place & 31] for place in reversed(range(count)))
