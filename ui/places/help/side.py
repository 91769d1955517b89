"""The left side of the help: the field to find with, and the contents or what was found."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal

from ui.lists import RowList
from ui.panels.register_place import stacked
from ui.places.help.contents import NEWS
from ui.places.help.library import library
from ui.places.help.rows import HelpDelegate, contents_rows, found_rows
from ui.places.help.searching import find
from ui.places.help.seek_field import SeekField
from ui.widgets.empty import Empty
from ui.widgets.labels import Label, column, hold
from ui.widgets.pane import Pane
from wibdesk.language import counted, say

if TYPE_CHECKING:
    from ui.context import Context

QWIDGETSIZE_MAX = 16777215  # Qt's own "no limit", which PySide6 does not name


class Side(Pane):
    """`picked` carries the address of a row gone to, `opened` of one to be read."""

    picked = Signal(str)
    opened = Signal(str)

    def __init__(self, context: "Context", title: str) -> None:
        theme = context.theme
        super().__init__(theme, "panel", "r")
        self.messages = context.messages
        self.field = SeekField(theme, hint=say("Find in the help"), icon="search", key="/")
        self.field.setAccessibleName(say("Find in the help"))
        self.list = RowList(theme, HelpDelegate(theme), say("Pages of the help"))
        self.list.set_rows(contents_rows(library()))
        self.empty = Empty(theme, "", "")
        self.empty.hide()
        head = hold(
            column(theme, Label(theme, title, "title", wrap=True), self.field, spacing=12, margins=(18, 20, 14, 8))
        )
        self.setLayout(stacked(head, self.empty, self.list, fill=2))
        self.field.textChanged.connect(self.find_now)
        self.field.down.connect(self.to_list)
        self.field.entered.connect(lambda: self._open(self.list.current_row()))
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self._open)

    def seek(self) -> None:
        """Give the keyboard to the field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def to_list(self) -> None:
        """Give the keyboard to the list."""
        if self.list.isVisible():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def has_keyboard(self) -> bool:
        """Say whether the keyboard is in the field or the list."""
        return self.field.hasFocus() or self.list.hasFocus()

    def clear(self) -> bool:
        """Show the contents again where words to find are being typed; say whether they were."""
        typed = self.field.hasFocus() and bool(self.field.text())
        if typed:
            self.field.clear()
        return typed

    def follow(self, address: str) -> None:
        """Mark the page that is read."""
        self.list.blockSignals(True)
        if not self.list.choose(address):
            self.list.choose(address.partition("#")[0])
        self.list.blockSignals(False)

    def fit(self, width: float | None) -> None:
        """Take a width of the design, or for None the whole place."""
        self.set_width(width)
        if width is None:
            self.setMinimumWidth(0)
            self.setMaximumWidth(QWIDGETSIZE_MAX)

    def find_now(self) -> None:
        """Show what fits the words that are typed, the contents where there are none."""
        words = self.field.text().strip()
        hits = find((page for page in library().values() if page.name != NEWS), words)
        self.list.set_rows(found_rows(hits) if words else contents_rows(library()))
        nothing = bool(words) and not hits
        self.list.setVisible(not nothing)
        self.empty.setVisible(nothing)
        if nothing:
            self.empty.say(say("Nothing found"), say("No page has all of these words. Try one word alone."))
        if hits:
            self.list.choose_first()
        if words:
            self.messages.announce(counted(len(hits), "{number} place found", "{number} places found"))

    def _open(self, row: Any) -> None:
        if row is not None and not self.list.isHidden():
            self.opened.emit(row.row_id)

    def _chosen(self, row: Any) -> None:
        if row is not None and self.list.hasFocus():
            self.picked.emit(row.row_id)
