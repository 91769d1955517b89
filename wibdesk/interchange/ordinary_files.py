"""What is brought to the window must be a file with an end: a pipe or a device would hold its reader for ever."""

import stat
from pathlib import Path

from wibdesk.errors import UserError
from wibdesk.language import say


def refuse_pipes(path: Path) -> None:
    """Raise UserError where a path is a pipe, a socket or a device; what else is wrong with it, its reader says."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise UserError(say("{name}: this is no file but a pipe or a device; choose a file.", name=path.name))
