"""Runs in a process of its own: brings copies of an older register up to date, each killed before another statement.

Every copy stands in a folder below the one given, with the number of the statement; the last one is not killed.
"""

import os
import signal
import sys
from pathlib import Path

import sqlalchemy as sa

from tests.store.older import make_older
from wibdesk.store import migrate
from wibdesk.store.database import Database

assert migrate, "imported once, before the process forks"
WRITING = (
    "BEGIN",
    "COMMIT",
    "CREATE",
    "INSERT",
    "UPDATE",
    "ALTER",
    "DROP",
    "DELETE",
    "PRAGMA user_v",
    "PRAGMA journal",
)


def main(folder: Path, revision: str, numbers: list[int]) -> None:
    """Kill one copy after the other; the last number is one more than there are statements."""
    for number in numbers:
        place = folder / str(number)
        place.mkdir()
        make_older(place / "register.wibdesk", revision)
        child = os.fork()
        if not child:
            open_until(place / "register.wibdesk", number)
        killed = os.WIFSIGNALED(os.waitpid(child, 0)[1])
        assert killed == (number != numbers[-1]), number


def open_until(path: Path, number: int) -> None:
    """Open the register and end the process: killed before that statement, else when it is open."""
    left = iter(range(number - 1, -1, -1))

    def count(statement: str) -> None:
        # A kill between two that only read would find the register as the one before did.
        if statement.startswith(WRITING) and next(left) == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    @sa.event.listens_for(sa.pool.Pool, "connect")
    def watch(connection, _record) -> None:
        connection.set_trace_callback(count)

    Database(path).open()
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], [int(number) for number in sys.argv[3:]])
