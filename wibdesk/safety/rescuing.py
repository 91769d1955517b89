"""Where a desk keeps what its disk refuses, and the verbs that bring it back."""

import importlib
import inspect
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from wibdesk.paths import data_folder, own_path, state_folder

VERBS = "wibdesk.services."
"""Where verbs live: nothing else is ever run because a file names it."""
FOLDER = "rescue"


def verb_named(name: str) -> Callable[..., Any] | None:
    """Return the verb of a dotted name, as `wibdesk.services.people:add_person`; None where there is none."""
    module, _, function = name.partition(":")
    if not module.startswith(VERBS) or function.startswith("_"):
        return None
    try:
        found = getattr(importlib.import_module(module), function, None)
    except ImportError:
        return None
    return found if inspect.isfunction(found) and next(iter(inspect.signature(found).parameters), "") == "uow" else None


def rescue_folders(register: Path) -> tuple[Path, ...]:
    """Return the folders where a rescue file of this register may be kept, those on other disks than it first."""
    found = [data_folder() / FOLDER, state_folder() / FOLDER, Path.home() / ".wibdesk-rescue"]
    here = _disk(own_path(register))
    return tuple(sorted(dict.fromkeys(found), key=lambda folder: _disk(folder) == here))


def _disk(path: Path) -> int | None:
    """Return the number of the disk on which a path lies or would lie; None where that cannot be said."""
    for each in (path.absolute(), *path.absolute().parents):
        with suppress(OSError):
            return os.stat(each).st_dev
    return None
