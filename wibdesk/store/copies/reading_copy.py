"""A register that is only read: a private copy is opened, so that not a byte of the file itself changes."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wibdesk.errors import StoreError
from wibdesk.language import say
from wibdesk.store.trouble import opening_error, shown

JOURNALS = ("-wal", "-journal")
"""What the names of the files end in that may hold a part of the register."""


@contextmanager
def place(register: Path, *, reading: bool) -> Iterator[Path]:
    """Give the path at which to open a register; with `reading`, that of a copy for this user alone, gone afterwards.

    StoreError where it cannot be copied. The copy of an encrypted register is encrypted, being the same bytes.
    """
    if not reading:
        yield register
        return
    with tempfile.TemporaryDirectory(prefix="wibdesk-reading-", ignore_cleanup_errors=True) as folder:
        yield _copied(register, Path(folder))


def _copied(register: Path, folder: Path) -> Path:
    copy = folder / register.name
    if not register.is_file():
        raise StoreError(say("There is no register at {path}: choose another file.", path=shown(register)))
    try:
        for ending in ("", *JOURNALS):
            part = register.with_name(register.name + ending)
            if part.exists():
                shutil.copyfile(part, copy.with_name(copy.name + ending))
    except OSError as error:
        raise opening_error(register, error) from error
    return copy
