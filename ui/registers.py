"""Going from one register to another: the clerk's own and the demo, which is built when it is wanted."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.commands import Command
from wibdesk import paths
from wibdesk.errors import StoreError, UserError
from wibdesk.language import say

if TYPE_CHECKING:
    from ui.context import Context
    from ui.place import Place

Move = Callable[[Path], None]


class Registers(QObject):
    """The commands that open another register; `move` closes the window and opens one on the register named.

    `rebuild` asks for the demo to be built anew once the window has let go of it.
    """

    def __init__(self, register: Path, context: "Context", *, move: Move, here: Callable[[], "Place | None"]) -> None:
        super().__init__()
        self.register, self.context, self.move, self.here = register, context, move, here
        self.building = self.rebuild = False

    def commands(self) -> list[Command]:
        """Return the commands; the folders are found when the palette opens, not before the first paint."""

        def on_demo() -> bool:
            return self.register == paths.demo_register()

        def on_own() -> bool:
            return self.register == paths.default_register()

        at = "registers"
        return [
            Command(
                "demo", say("Open the demo register"), (), at, self.try_demo, "book-open", when=lambda: not on_demo()
            ),
            Command("fresh-demo", say("Rebuild the demo register afresh"), (), at, self.ask, "history", when=on_demo),
            Command(
                "own", say("Open my own register"), (), at, self.open_own, "folder-open", when=lambda: not on_own()
            ),
        ]

    def open_own(self) -> None:
        """Go back to the clerk's own register."""
        self.move(paths.default_register())

    def try_demo(self) -> None:
        """Open the demo register, building it if there is none."""
        if paths.demo_register().exists():
            self.move(paths.demo_register())
        else:
            self.build()

    def ask(self) -> None:
        """Ask, then build the demo register anew and open it."""
        self.context.messages.ask(
            say("Rebuild the demo register?"),
            say("What was typed into the demo goes. Your own register is not touched."),
            safe=say("Keep it"),
            act=say("Rebuild the demo"),
            run=self.build,
            danger=True,
        )

    def build(self) -> None:
        """Build the demo register on a worker thread, or once this window is off it."""
        from wibdesk import demo  # noqa: PLC0415  (only who asks for it waits for it)

        if self.register == paths.demo_register():
            self.rebuild = True
            self.move(paths.demo_register())
        elif not self.building:
            self.building, asked_at = True, self.here()
            self.context.messages.say(say("Building the demo register: a few seconds"))
            self.context.tasks.run(
                demo.build, paths.demo_register(), on_done=lambda _: self._built(asked_at), on_error=self._failed
            )

    def _built(self, asked_at: "Place | None") -> None:
        self.building = False
        if self.here() is asked_at:
            self.move(paths.demo_register())
        else:  # the clerk has begun something else meanwhile, which must not be closed under their hands
            self.context.messages.say(say("The demo register is ready: Ctrl K opens it"))

    def _failed(self, error: BaseException) -> None:
        self.building = False
        if not isinstance(error, UserError | StoreError):
            raise error
        self.context.messages.tell(error)
