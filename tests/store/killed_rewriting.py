"""Runs in a process of its own: puts copies of a register under another key, each killed one step later.

Every copy stands in a numbered folder below the one given; the last one is the first that was not killed. A step is a
stretch of SQLite's work, or a file that is opened, renamed, removed or given rights.
"""

import os
import shutil
import signal
import sys
from pathlib import Path

import sqlalchemy as sa

from wibdesk.store.encryption.cipher import Key
from wibdesk.store.encryption.rewriting import rewrite

INSTRUCTIONS = 3000
FILES = ("open", "os.rename", "os.remove", "os.chmod")


def main(folder: Path, register: Path, old: Key | None, new: Key | None) -> None:
    """Kill one copy after the other until one comes through."""
    number, killed = 1, True
    while killed:
        place = folder / str(number)
        place.mkdir()
        shutil.copy(register, place / "register.wibdesk")
        child = os.fork()
        if not child:
            rewrite_until(place / "register.wibdesk", old, new, number)
        killed = os.WIFSIGNALED(os.waitpid(child, 0)[1])
        number += 1


def rewrite_until(path: Path, old: Key | None, new: Key | None, number: int) -> None:
    """Put the register under another key and end the process: killed before that step, else when all is done."""
    left = iter(range(number, -1, -1))

    def count() -> int:
        if next(left, 0) == 1:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    @sa.event.listens_for(sa.pool.Pool, "connect")
    def watch(connection, _record) -> None:
        connection.set_progress_handler(count, INSTRUCTIONS)

    sys.addaudithook(lambda event, _: count() if event in FILES else None)
    rewrite(path, old, new)
    os._exit(0)


def key_in(words: str) -> Key | None:
    """Return the key of 96 hexadecimal digits; none of no digits."""
    return Key(bytes.fromhex(words[:64]), bytes.fromhex(words[64:])) if words else None


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), key_in(sys.argv[3]), key_in(sys.argv[4]))
