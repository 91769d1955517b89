"""One call of a command: its arguments, the desk, and where it reads and speaks."""

import argparse
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO, TypeVar

from wibdesk.changes import Changes, Done
from wibdesk.commands.chosen_file import contents
from wibdesk.desk import Desk
from wibdesk.errors import UserError
from wibdesk.language import say

T = TypeVar("T")

ENDINGS = ("", "-wal", "-shm", "-journal", ".lock")
"""What the names of the files of an open register end in."""


@dataclass(frozen=True)
class Call:
    """What a command works with; `cwd` is the caller's folder, which is not that of a desk that runs it for them."""

    args: argparse.Namespace
    desk: Desk
    out: TextIO
    err: TextIO
    cwd: Path
    changed: Callable[[Changes], None] | None = None

    def read(self, verb: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        """Return what a reading verb returns; its UserError or StoreError is raised here."""
        return self.desk.read(verb, *args, **kwargs).result()

    def write(self, verb: Callable[..., Done[T]], *args: Any, **kwargs: Any) -> T:
        """Return what a writing verb made, once it is durably on the disk."""
        done = self.desk.write(verb, *args, **kwargs).result()
        if self.changed is not None:
            self.changed(done.changes)
        return done.value

    def row(self, *cells: object) -> None:
        """Print one line of cells with tabs between; a tab or line end inside a cell becomes a blank."""
        print("\t".join(" ".join(str(cell).split()) for cell in cells), file=self.out)

    def remark(self, words: str) -> None:
        """Say one sentence on stderr."""
        print(" ".join(words.split()), file=self.err)

    def path(self, named: str | Path) -> Path:
        """Return the file that the caller named from their own folder."""
        return self.cwd / named

    def contents(self, named: str | Path) -> bytes:
        """Return what stands in an ordinary file that the caller named; UserError where it cannot be used."""
        path = self.path(named)
        self.refuse_register(path)
        return contents(path, named)

    def refuse_register(self, path: Path) -> None:
        """Refuse the files of the open register: writing one loses minutes.

        Reading one is no better: a file that a process opens and closes by itself lets go of SQLite's lock on it.
        """
        register = self.desk.register
        own = [register.with_name(register.name + ending) for ending in ENDINGS]
        # A path that cannot be looked up is none of them.
        with suppress(OSError, ValueError):
            named = os.path.realpath(path) in {os.path.realpath(file) for file in own}
            if named or any(path.exists() and file.exists() and path.samefile(file) for file in own):
                raise UserError(say("{path} is the register itself: name another file.", path=path.name))
