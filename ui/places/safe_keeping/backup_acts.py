"""What the clerk can do with backups: make one now, restore one, open one to read, choose where they go."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from ui.closed_work import ClosedWork
from ui.commands import Command
from ui.places.safe_keeping.asking import Ask
from ui.places.safe_keeping.moments import moment_words
from wibdesk.domain.backups import Reason
from wibdesk.errors import LockedError
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.places.safe_keeping.backups_part import BackupsPart
    from wibdesk.desk import Desk
    from wibdesk.domain.backups import Backup
    from wibdesk.safety.backups import Backups

AT = "backups"
SECRET = later("Passphrase or recovery key of that time")  # the caption of a field


class BackupActs(QObject):
    """Works on the chosen backup."""

    def __init__(self, part: "BackupsPart") -> None:
        super().__init__(part)
        self.part, self.context = part, part.context
        part.make_button.clicked.connect(self.make)
        part.folder_button.clicked.connect(self.ask_folder)
        part.card.restore_button.clicked.connect(self.ask_restore)
        part.card.read_button.clicked.connect(self.open_to_read)
        part.card.folder_button.clicked.connect(self.show_in_folder)
        part.progress.stopped.connect(self.stop)
        keeper = self.context.backing_up
        if keeper is not None:
            keeper.changed.connect(self._changed)
            keeper.moved.connect(self._moved)
        self._register()

    def make(self) -> None:
        """Make a backup now."""
        keeper = self.context.backing_up
        if keeper is not None and keeper.make(Reason.ASKED, then=self._made, failed=self._failed):
            self.part.progress.begin(say("Backing up: you can go on working meanwhile"))

    def stop(self) -> None:
        """Stop the backup that is being made."""
        if self.context.backing_up is not None:
            self.context.backing_up.stop()

    def ask_restore(self) -> None:
        """Ask before the chosen backup takes the place of the register."""
        # The database is there by now, with the list of backups.
        from wibdesk.safety.locked_registers import needs_passphrase  # noqa: PLC0415  (as said above)

        backup = self.part.backup()
        if backup is None:
            return
        when = moment_words(backup.at, self.context.desk.now())
        words = say(
            "The register then is as it was {when}: what was written since is not in it. The present "
            "register is kept as a backup first, so that you can come back to it. The window opens "
            "again by itself.",
            when=when,
        )
        locked = needs_passphrase(backup.path)
        if self.context.desk.key is not None and not locked:
            words += say(" This backup is not encrypted, so the register is not encrypted then either.")
        answer = partial(self._check, backup) if locked else lambda _: self._restore(backup, None, None)
        secret = say(SECRET) if locked else ""
        ask = Ask(
            say("Restore the backup of {when}?", when=when),
            words,
            say("Restore this backup"),
            answer,
            say("Keep the present"),
            secret,
        )
        self.part.asking.ask(ask)

    def open_to_read(self) -> None:
        """Open the chosen backup in a window in which nothing can be changed."""
        backup = self.part.backup()
        if backup is not None:
            self.context.open_to_read(backup.path)

    def show_in_folder(self) -> None:
        """Open the folder of the chosen backup in the system's own window."""
        backup = self.part.backup()
        if backup is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(backup.path.parent)))

    def ask_folder(self) -> QFileDialog:
        """Ask where backups shall go, as onto a USB stick; return the dialog."""
        chosen = self.part.folders.chosen
        start = str(chosen if chosen is not None and not self.part.folders.missing else Path.home())
        dialog = QFileDialog(self.part.window(), say("Choose a folder for backups"), start)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.use_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def use_folder(self, name: str) -> None:
        """Have backups go into this folder from now on, and make one there at once."""
        keeper = self.context.backing_up
        if keeper is not None:
            keeper.use_folder(Path(name))
            self.make()

    def use_own_folder(self) -> None:
        """Have backups go beside the register again."""
        keeper = self.context.backing_up
        if keeper is not None:
            keeper.use_folder(None)
            self.context.messages.say(say("Backups go beside the register from now on"))

    def _check(self, backup: "Backup", typed: str) -> None:
        """See whether what was typed opens the backup, and whether it opens the present register too."""
        keeper = self.context.backing_up
        if keeper is not None and keeper.backups is not None:
            self.context.tasks.run(
                _opened_by, keeper.backups, self.context.desk, backup, typed,
                on_done=lambda present: self._restore(backup, typed if present else None, typed),
                on_error=self._unopened,
            )  # fmt: skip

    def _unopened(self, error: BaseException) -> None:
        if isinstance(error, LockedError):
            self.part.asking.set_trouble(str(error))
        else:
            self.context.messages.tell(error)

    def _restore(self, backup: "Backup", before: str | None, after: str | None) -> None:
        register = self.context.desk.register
        self.part.asking.close_down()
        when = moment_words(backup.at, self.context.desk.now())

        def run() -> None:
            # It brings the database with it, which the window does not wait for.
            from wibdesk.safety.restoring import restore  # noqa: PLC0415  (as said above)

            # Only backups of this register are listed; a plain one comes without the passphrase that would show it.
            restore(backup.path, register, secret=after, another=True)

        words, done = (
            say("Restoring the backup of {when}", when=when),
            say("The register is as it was {when}", when=when),
        )
        self.context.set_aside(ClosedWork(words, run, done, before, after))

    def _made(self, backup: "Backup") -> None:
        self.part.wanted = str(backup.path)
        self.part.progress.end()
        self.context.messages.say(say("Backed up and checked"))

    def _failed(self, error: BaseException) -> None:
        self.part.progress.end()
        self.context.messages.tell(error)

    def _moved(self, left: int, pages: int) -> None:
        self.part.progress.tell(1 - left / pages if pages else 1.0)

    def _changed(self) -> None:
        if self.part.isVisible():
            self.part.enter()

    def _register(self) -> None:
        def some() -> bool:
            return self.part.backup() is not None

        def elsewhere() -> bool:
            return self.part.folders.chosen is not None

        part, add = self.part, self.context.commands.add
        show = say("Show this backup in its folder")
        own = (
            Command("backup-restore", say("Restore this backup"), ("R",), AT, self.ask_restore, "history", when=some),
            Command(
                "backup-read", say("Open this backup to read"), ("O",), AT, self.open_to_read, "book-open", when=some
            ),
            Command("backup-show", show, ("S",), AT, self.show_in_folder, "folder-open", when=some),
        )
        add(
            part.table,
            *own,
            Command("backup-make", say("Back up now"), ("B",), AT, self.make, "copy", listed=False),
            Command("backup-folder", say("Choose another folder for backups"), ("F",), AT, self.ask_folder, "usb"),
        )
        add(part.card, *(replace(command, command_id=f"{command.command_id}-card", listed=False) for command in own))
        add(part, Command("backup-own", say("Keep backups beside the register again"), (), AT, self.use_own_folder,
                          "hard-drive", when=elsewhere))  # fmt: skip


def _opened_by(backups: "Backups", desk: "Desk", backup: "Backup", secret: str) -> bool:
    """Make sure that a secret opens a backup, LockedError else; say whether it opens the register on the desk too."""
    # It brings the database with it, which the window does not wait for.
    from wibdesk.safety.new_passphrases import opens  # noqa: PLC0415  (as said above)

    backups.contents(backup, secret)
    return opens(desk, secret)
