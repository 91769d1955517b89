"""The backups: how it stands, the list, and what is in the chosen one beside it."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from ui.panels.page import Page
from ui.panels.register_place import stacked
from ui.places.safe_keeping.backup_acts import BackupActs
from ui.places.safe_keeping.backup_card import BackupCard
from ui.places.safe_keeping.backup_rows import COLUMNS, Folders, advice, backup_rows, folders_for, standing
from ui.places.safe_keeping.moments import capital, moment_words
from ui.places.safe_keeping.part import Pairs, Part
from ui.tables import Table
from ui.widgets.button import Button
from ui.widgets.empty import Empty
from ui.widgets.labels import Icon, Label, column, row
from ui.widgets.pane import Pane
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.context import Context
    from wibdesk.domain.backups import Backup
    from wibdesk.safety.backups import Backups, Contents

IN_A_COPY = (later("This is a copy to read"), later("Backups are made of the register itself: open it to see them."))
CARD = 320  # width of what is beside the list, a length of the design


class BackupsPart(Part):
    """Lists the backups newest first; reading files and folders happens on a worker."""

    def __init__(self, context: "Context") -> None:
        super().__init__(context)
        theme = context.theme
        self.backups: tuple[Backup, ...] = ()
        self.folders = Folders(Path())
        self.wanted = ""  # the row to choose once it is in the list
        self.table = Table(theme, COLUMNS, say("Backups"), height=50)
        self.card = BackupCard(theme)
        self.empty = Empty(
            theme, say("No backup yet"),
            say("The desk makes one by itself on opening, once a day and when a meeting closes."),
            keys=[("B", say("back up now"))], edge=28,
        )  # fmt: skip
        self.in_copy = Empty(theme, *map(say, IN_A_COPY), edge=28)
        self.in_copy.hide()
        self.advice = Label(theme, "", "small", "ink", wrap=True)
        mark = column(theme, Icon(theme, "info", "muted", 16), None)
        self.note = Pane(theme, "panel", "b")
        self.note.setLayout(row(theme, mark, (self.advice, 1), spacing=10, margins=(28, 8, 24, 8)))
        self.folder_button = Button(theme, say("Choose another folder…"), icon="usb", key="F")
        self.make_button = Button(theme, say("Back up now"), "primary", icon="copy", key="B")
        self.fill(self._page())
        self.acts = BackupActs(self)
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(lambda _: self.to_card())
        for told in (self.asking.opened, self.asking.closed):
            told.connect(self._show_note)

    def first(self) -> QWidget:
        """Return the list: its letters work also while it is empty."""
        return self.table

    def own_keys(self) -> Pairs:
        """Return the keys of the list, or of the card."""
        if self._own() is None:
            return []
        if not self.backups:
            return [("B", say("back up now")), ("F", say("choose a folder"))]
        restore = [("R", say("restore it")), ("O", say("open to read")), ("S", say("show in folder"))]
        return [("Enter", say("what is in it")), ("B", say("back up now")), *restore, ("F", say("choose a folder"))]

    def enter(self) -> None:
        """Read the list again."""
        keeper, backups = self.context.backing_up, self._own()
        self.page.set_bare(backups is None)
        if keeper is None or backups is None:
            self._show_none()
            return
        own, chosen = backups.own, keeper.chosen_folder()
        self.context.tasks.run(lambda: (backups.all(), folders_for(own, chosen)), on_done=self._show)

    def _own(self) -> "Backups | None":
        """Return the backups of the register on the desk; a copy that is read has none."""
        keeper = self.context.backing_up
        return keeper.backups if keeper is not None else None

    def _show_none(self) -> None:
        self.head(say("Backups"))
        for part in (self.empty, self.table, self.note):
            part.hide()
        self.in_copy.show()

    def backup(self) -> "Backup | None":
        """Return the chosen backup."""
        found = self.table.current_row()
        return found.data if found is not None else None

    def to_card(self) -> None:
        """Go to what is in the chosen backup, which takes the whole page where it is narrow."""
        if self.backup() is not None:
            if not self.page.beside():
                self.page.open_panel(self.card)
            self.card.restore_button.setFocus()
            self.keys_changed.emit()

    def step_back(self) -> bool:
        """Go from the card back to the list."""
        if super().step_back():
            return True
        inside = self.card.isAncestorOf(self.window().focusWidget() or self)
        if inside:
            self.take_keyboard()
        return inside

    def _show(self, found: "tuple[tuple[Backup, ...], Folders]") -> None:
        self.backups, self.folders = found
        now = self.context.desk.now()
        self.head(say("Backups"), standing(self.backups, self.folders, now))
        words = advice(self.backups, self.folders)
        self.advice.setText(words)
        self._show_note()
        self.table.set_rows(backup_rows(self.backups, self.folders, now))
        self.empty.setVisible(not self.backups)
        if not (self.wanted and self.table.choose(self.wanted)) and self.table.current_row() is None:
            self.table.choose_first()
        self.wanted = ""
        self._chosen(self.table.current_row())
        self.keys_changed.emit()

    def _show_note(self) -> None:
        """Give the advice, but leave the room to a question."""
        self.note.setVisible(bool(self.advice.text()) and not self.asking.is_open())

    def _chosen(self, found: Any) -> None:
        backup = found.data if found is not None else None
        keeper = self.context.backing_up
        if backup is None or keeper is None or keeper.backups is None:
            self.card.show_nothing()
            return
        self.card.show_backup(backup, capital(moment_words(backup.at, self.context.desk.now())))
        self.context.tasks.run(
            keeper.backups.contents, backup,
            on_done=lambda contents: self._read(backup, contents), on_error=lambda error: self._unread(backup, error),
        )  # fmt: skip

    def _read(self, backup: "Backup", contents: "Contents") -> None:
        if backup == self.backup():
            self.card.show_contents(contents)

    def _unread(self, backup: "Backup", error: BaseException) -> None:
        if backup == self.backup():
            self.card.show_trouble(str(error))

    def _page(self) -> Page:
        main = QWidget()
        main.setLayout(stacked(self.in_copy, self.empty, self.table, fill=2))
        return Page(
            self.context.theme, say("Backups"), main, buttons=(self.folder_button, self.make_button),
            strips=(self.note, self.progress, self.asking), rest=self.card, side=CARD,
        )  # fmt: skip
