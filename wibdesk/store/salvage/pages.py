"""The pages of a register's file, read one by one without SQLite, which gives up on a damaged one."""

import hashlib
import hmac
import mmap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from wibdesk.store.encryption.cipher import PAGE, PLAIN_HEADER, SALT_BYTES, SECRET_BYTES, Key

IV_BYTES, SIGNATURE_BYTES = 16, 64
RESERVED = IV_BYTES + SIGNATURE_BYTES
"""Bytes at the end of each encrypted page: how SQLCipher 4 stores it, see its design notes."""
SIGNING_MASK, SIGNING_ROUNDS = 0x3A, 2


class Pages(Protocol):
    """Pages by number, from 1: each has `usable` bytes that mean something."""

    count: int
    usable: int

    def page(self, number: int) -> bytes | None:
        """Return the bytes of a page; None where there is none, or where it is known to be damaged."""


class PlainPages:
    """The pages of a plain register; nothing tells whether one is damaged."""

    usable = PAGE

    def __init__(self, content: bytes | mmap.mmap) -> None:
        self._content = content
        self.count = -(-len(content) // PAGE)

    def page(self, number: int) -> bytes | None:
        """Return the bytes of a page; a last one that was cut short ends in zeros."""
        if not 0 < number <= self.count:
            return None
        return self._content[(number - 1) * PAGE : number * PAGE].ljust(PAGE, b"\0")


class LockedPages:
    """The pages of an encrypted register, made readable with its key; one whose signature is wrong is damaged."""

    usable = PAGE - RESERVED

    def __init__(self, content: bytes | mmap.mmap, key: Key) -> None:
        self._content, self._key = content, key
        self.count = len(content) // PAGE
        salt = bytes(byte ^ SIGNING_MASK for byte in key.salt)
        self._signing = hashlib.pbkdf2_hmac("sha512", key.secret, salt, SIGNING_ROUNDS, SECRET_BYTES)

    def page(self, number: int) -> bytes | None:
        """Return the bytes of a page as they were before SQLCipher encrypted them."""
        if not 0 < number <= self.count:
            return None
        stored = self._content[(number - 1) * PAGE : number * PAGE]
        # The first page begins with the salt, in the place of a header that is the same in every file.
        start = SALT_BYTES if number == 1 else 0
        signed, signature = stored[start : self.usable + IV_BYTES], stored[-SIGNATURE_BYTES:]
        right = hmac.digest(self._signing, signed + number.to_bytes(4, "little"), "sha512")
        if not hmac.compare_digest(right, signature):
            return None
        decryptor = Cipher(algorithms.AES(self._key.secret), modes.CBC(signed[-IV_BYTES:])).decryptor()
        plain = decryptor.update(signed[:-IV_BYTES]) + decryptor.finalize()
        return PLAIN_HEADER[:start] + plain + bytes(RESERVED)


@contextmanager
def pages_of(path: Path, key: Key | None = None) -> Iterator[Pages]:
    """Give the pages of a file that is not empty and that nobody has open; OSError where it cannot be read."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        yield PlainPages(content) if key is None else LockedPages(content, key)
