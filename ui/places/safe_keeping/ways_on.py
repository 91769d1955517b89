"""What helps where pages of the register are damaged: a backup, or a new register of what can be read."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.closed_work import ClosedWork
from ui.commands import Command
from ui.not_opened import salvaged
from ui.place import Where
from ui.places.safe_keeping.asking import Ask
from ui.safe_parts import BACKUPS, CHECK
from ui.widgets.button import Button
from ui.widgets.labels import row
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.places.safe_keeping.part import Part
    from wibdesk.desk import Desk

SALVAGE = later(
    "What can be read is saved into a new register beside this one, and the window opens that one. This one and its "
    "backups stay as they are."
)


class WaysOn(QWidget):
    """Two buttons with their letters, shown only while they help."""

    def __init__(self, part: "Part") -> None:
        super().__init__()
        self.part, self.context = part, part.context
        theme = part.context.theme
        restore = Button(theme, say("Restore a backup…"), "primary", icon="history", key="B")
        read = Button(theme, say("Open what can be read…"), icon="file-text", key="O")
        restore.clicked.connect(self.to_backups)
        read.clicked.connect(self.ask_salvage)
        self.setLayout(row(theme, restore, read, None, spacing=8))
        self.hide()

    def possible(self) -> bool:
        """Say whether the buttons are shown."""
        return not self.isHidden()

    def keys(self) -> list[tuple[str, str]]:
        """Return the letters for the foot."""
        return [("B", say("restore a backup")), ("O", say("open what can be read"))] if self.possible() else []

    def commands(self, where: str) -> tuple[Command, ...]:
        """Return what the letters do."""
        words = say("Restore a backup of this damaged register"), say("Open what can be read as a new register")
        return (
            Command("check-restore", words[0], ("B",), where, self.to_backups, "history", when=self.possible),
            Command("check-salvage", words[1], ("O",), where, self.ask_salvage, "file-text", when=self.possible),
        )

    def to_backups(self) -> None:
        """Go to the list of backups."""
        if self.possible():
            self.context.go("safe_keeping", Where(note=BACKUPS))

    def ask_salvage(self) -> None:
        """Ask before the window leaves this register for a new one."""
        ask = Ask(
            say("Open what can be read as a new register?"),
            say(SALVAGE),
            say("Save what can be read"),
            self._salvage,
            danger=False,
        )
        if self.possible():
            self.part.asking.ask(ask)

    def _salvage(self, _: str) -> None:
        desk = self.context.desk
        register, secret = desk.register, _secret_of(desk)

        def run() -> tuple[Path, str]:
            return salvaged(register, secret)

        work = ClosedWork(say("What can be read is being saved"), run, "", secret, secret, CHECK, onward=True)
        self.context.set_aside(work)


def _secret_of(desk: "Desk") -> str | None:
    """Return what opens an encrypted register, so that nobody types it again."""
    # It brings the database with it, which the window does not wait for.
    from wibdesk.safety.locked_registers import recovery_key  # noqa: PLC0415  (as said above)

    return recovery_key(desk) if desk.key is not None else None
