"""What every place is given: the look, the desk, and the services of the window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ui.commands import Commands
from ui.events import Events
from ui.messages import Messages
from ui.operations import Operations
from ui.place import Where
from ui.tasks import Tasks
from ui.theme import Theme
from wibdesk.settings import Settings

if TYPE_CHECKING:
    from ui.backing_up import BackingUp
    from ui.closed_work import ClosedWork
    from ui.delivering import Delivering
    from ui.getting_ready import GettingReady

    # The desk brings SQLAlchemy with it, which the first paint must not wait for.
    from wibdesk.desk import Desk


@dataclass
class Context:
    """One per window; made in `ui.app` and passed on, so that nothing is a global."""

    theme: Theme
    desk: "Desk"
    operations: Operations
    events: Events
    tasks: Tasks
    messages: Messages
    settings: Settings
    commands: Commands
    go: Callable[[str, Where], None]
    backing_up: "BackingUp | None" = None
    delivering: "Delivering | None" = None
    getting_ready: "GettingReady | None" = None
    set_aside: "Callable[[ClosedWork], None]" = lambda work: None
    open_to_read: Callable[[Path], None] = lambda path: None
    receive: Callable[[Sequence[Path]], None] = lambda paths: None
