"""One call of a command: its arguments, the desk, and where it reads and speaks."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO, TypeVar

from wibdesk.changes import Changes, Done
from wibdesk.desk import Desk

T = TypeVar("T")


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
