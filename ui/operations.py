"""The only way from the window to the register: every write announces what it changed, every fault is told in words."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from wibdesk.errors import UserError
from wibdesk.language import say

if TYPE_CHECKING:
    from ui.events import Events
    from ui.messages import Messages
    from ui.tasks import Tasks
    from wibdesk.changes import Done
    from wibdesk.desk import Desk


class Operations(QObject):
    """Runs the services' verbs on the Desk and brings what they return back to the window."""

    def __init__(self, *, desk: "Desk", events: "Events", tasks: "Tasks", messages: "Messages") -> None:
        super().__init__()
        self.desk, self.events, self.tasks, self.messages = desk, events, tasks, messages
        self.under_way: set[object] = set()

    def write(
        self,
        verb: Callable[..., "Done[Any]"],
        *args: object,
        undo: str | None = None,
        then: Callable[[Any], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
        **kwargs: object,
    ) -> None:
        """Run a writing verb; `undo` words make it undoable and are shown to the clerk.

        `then` gets the value after the announcement; without `failed`, a fault is told to the clerk.
        """

        def done(result: "Done[Any]") -> None:
            self.events.changed.emit(result.changes)
            if undo is not None:
                self.messages.say(undo, undo=self.undo)
            if then is not None:
                then(result.value)

        self.tasks.then(self.desk.write(verb, *args, undo=undo, **kwargs), done, failed or self.messages.tell)

    def write_once(self, verb: Callable[..., "Done[Any]"], *args: object, **kwargs: Any) -> None:
        """Run a verb, but not while the same is under way: a key pressed twice adds once, and removes `once` once."""
        key = verb, kwargs.pop("once", "")
        if key in self.under_way:
            return
        self.under_way.add(key)
        then, failed = kwargs.pop("then", None), kwargs.pop("failed", None)

        def done(value: object) -> None:
            self.under_way.discard(key)
            if then is not None:
                then(value)

        def refused(error: BaseException) -> None:
            self.under_way.discard(key)
            (failed or self.messages.tell)(error)

        self.write(verb, *args, then=done, failed=refused, **kwargs)

    def read(
        self,
        verb: Callable[..., Any],
        *args: object,
        then: Callable[[Any], None],
        failed: Callable[[BaseException], None] | None = None,
        **kwargs: object,
    ) -> None:
        """Run a reading verb and hand its answer to `then` on the window's thread."""
        self.tasks.then(self.desk.read(verb, *args, **kwargs), then, failed or self.messages.tell)

    def undo(self) -> None:
        """Take back the last undoable write."""
        self._step(self.desk.undo(), say("Taken back"))

    def redo(self) -> None:
        """Do again what was last taken back."""
        self._step(self.desk.redo(), say("Done again"))

    def _step(self, future: Any, what: str) -> None:
        def done(step: Any) -> None:
            self.events.changed.emit(step.changes)
            self.messages.say(f"{what}: {step.words}")

        # "There is nothing to undo" is no trouble: it is said as what was done is said.
        def refused(error: Exception) -> None:
            (self.messages.tell if not isinstance(error, UserError) else self._say)(error)

        self.tasks.then(future, done, refused)

    def _say(self, error: Exception) -> None:
        self.messages.say(str(error))
