"""Copies of an encrypted register that anybody can read: found, and encrypted too or removed."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.places.safe_keeping.asking import Ask
from wibdesk.language import counted, say

if TYPE_CHECKING:
    from ui.places.safe_keeping.passphrase_part import PassphrasePart
    from wibdesk.desk import Desk


class PlainCopiesActs(QObject):
    """Works on all that were found; files are read and written on a worker."""

    def __init__(self, part: "PassphrasePart") -> None:
        super().__init__(part)
        self.part, self.context = part, part.context
        self.copies: tuple[Path, ...] = ()
        part.standing.encrypt_copies.clicked.connect(self.encrypt)
        part.standing.remove_copies.clicked.connect(self.ask_remove)

    def look(self) -> None:
        """Look beside the register and where backups go."""
        keeper = self.context.backing_up
        folders = {keeper.backups.own, keeper.backups.folder} if keeper is not None and keeper.backups else set()
        self.context.tasks.run(_readable, self.context.desk, tuple(folders), on_done=self._found)

    def encrypt(self) -> None:
        """Put the copies under the passphrase too."""
        if self.copies:
            self.part.progress.begin(
                counted(len(self.copies), "Encrypting {number:,} plain copy", "Encrypting {number:,} plain copies"),
                stops=False,
            )
            self.context.tasks.run(
                _encrypted, self.context.desk, self.copies, on_done=self._encrypted, on_error=self._failed
            )

    def ask_remove(self) -> None:
        """Ask before the copies are removed."""
        words = say(
            "This cannot be undone. The register itself stays. What the copies held may lie on in free parts of the "
            "disk, above all on an SSD, until these are used again."
        )
        heading = counted(
            len(self.copies), "Remove {number:,} plain copy for good?", "Remove {number:,} plain copies for good?"
        )
        ask = Ask(heading, words, say("Remove them for good"), lambda _: self._remove(), safe=say("Keep them"))
        self.part.asking.ask(ask)

    def _found(self, copies: tuple[Path, ...]) -> None:
        self.copies = copies
        self.part.standing.show_copies(copies)

    def _remove(self) -> None:
        # It brings the database with it, which the window does not wait for.
        from wibdesk.safety.locked_registers import remove_copies  # noqa: PLC0415  (as said above)

        said = counted(
            len(self.copies), "{number:,} plain copy removed for good", "{number:,} plain copies removed for good"
        )
        self.context.tasks.run(remove_copies, self.copies, on_done=lambda _: self._settle(said), on_error=self._failed)

    def _encrypted(self, count: int) -> None:
        self._settle(counted(count, "{number:,} copy encrypted", "{number:,} copies encrypted"))

    def _settle(self, said: str) -> None:
        self.part.progress.end()
        self.context.messages.say(said)
        self.look()

    def _failed(self, error: BaseException) -> None:
        self.part.progress.end()
        self.context.messages.tell(error)
        self.look()


def _readable(desk: "Desk", folders: tuple[Path, ...]) -> tuple[Path, ...]:
    # It brings the database with it, which the window does not wait for.
    from wibdesk.safety.new_passphrases import readable_copies  # noqa: PLC0415  (as said above)

    return readable_copies(desk, folders)


def _encrypted(desk: "Desk", copies: tuple[Path, ...]) -> int:
    # It brings the database with it, which the window does not wait for.
    from wibdesk.safety.new_passphrases import encrypt_copies  # noqa: PLC0415  (as said above)

    return encrypt_copies(desk, copies)
