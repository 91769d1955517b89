"""Earlier versions of the item on the sheet, beside it: typing goes on meanwhile."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.differences import every_line
from ui.lists import Row, RowList
from ui.panels.versions.passage import VersionText
from ui.panels.versions.rows import VersionDelegate, entry_lines, version_rows
from ui.widgets.button import Button
from ui.widgets.empty import Empty
from ui.widgets.focus_line import FocusLine
from ui.widgets.key_bar import Keys
from ui.widgets.labels import Label, column, row
from ui.widgets.pane import Pane, Rule
from wibdesk.changes import ENTRIES, Changes
from wibdesk.language import later, say
from wibdesk.services import history

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from ui.context import Context
    from wibdesk.domain.entries import Entry
    from wibdesk.domain.history import Version

REST = 2000
"""Milliseconds after a change in which the versions are read again; changes that follow do not put it off."""
SHOWN = 6  # rows of the list in sight; it scrolls to the others
NONE_YET = later("No earlier versions yet")
WHY_NONE = later("They appear by themselves, a minute after the first change of this item at the soonest.")
LEGEND = later("− as it was then, + as it is now.")
SAME = later("The same words as now.")

Present = Callable[[], "tuple[Entry, ...]"]


class VersionsPanel(Pane):
    """`present` gives what the item says now; `restore_wished` carries the version that shall stand again."""

    restore_wished = Signal(object)

    def __init__(self, context: "Context", present: Present) -> None:
        theme = context.theme
        super().__init__(theme, "sheet", "l")
        self.context, self.present, self.item_id, self.changeable = context, present, "", True
        self.versions: tuple[Version, ...] = ()
        self.heading = Label(theme, say("Earlier versions"), "heading", wrap=True)
        self.list, self.text = RowList(theme, VersionDelegate(theme), say("Earlier versions")), VersionText(theme)
        self.legend = Label(theme, say(LEGEND), "small", "muted", wrap=True)
        self.empty = Empty(theme, say(NONE_YET), say(WHY_NONE))
        self.restore = Button(theme, say("Restore this version"), "plain", key="Enter")
        self.copy = Button(theme, say("Copy its words"), "quiet")
        self.rule = Rule(theme)
        head = row(theme, (self.heading, 1), Keys(theme, [("Esc", say("to the sentence"))]), margins=(16, 10, 12, 6))
        legend = row(theme, (self.legend, 1), margins=(16, 8, 12, 2))
        self.foot = Pane(
            theme, "panel", "t", layout=row(theme, self.restore, self.copy, None, margins=(12, 8, 12, 8), spacing=6)
        )
        parts = (head, self.empty, self.list, self.rule, legend, (self.text, 1), self.foot)
        self.setLayout(column(theme, *parts, spacing=0, margins=(1, 0, 0, 0)))
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(REST)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        FocusLine(theme, self)
        self._listen()
        self._show_text()

    def show_item(self, item_id: str, number: str, *, changeable: bool) -> None:
        """Show the versions of an item; where minutes are read-only none of them can be restored."""
        other, self.item_id, self.changeable = item_id != self.item_id, item_id, changeable
        self.heading.setText(
            say("Earlier versions of item {number}", number=number) if item_id else say("Earlier versions")
        )
        if other:
            self._got(())
            self.read()

    def read(self) -> None:
        """Read the versions as the register has them now."""
        self.rest.stop()
        item_id = self.item_id
        if item_id and self.isVisible():
            self.context.operations.read(
                history.versions, item_id, then=lambda found: self._got(found) if item_id == self.item_id else None
            )

    def chosen(self) -> "Version | None":
        """Return the version whose row is chosen."""
        found = self.list.current_row()
        return next((v for v in self.versions if found is not None and v.id == found.row_id), None)

    def stop(self) -> QWidget:
        """Return what takes the keyboard here."""
        return self.list if self.versions else self

    def wish_restore(self) -> None:
        """Ask for the chosen version to stand again."""
        version = self.chosen()
        if version is not None and self.changeable:
            self.restore_wished.emit(version)

    def copy_words(self) -> None:
        """Copy what is selected of the version, else all that it said."""
        if self.chosen() is not None:
            QGuiApplication.clipboard().setText(self.text.passage())
            self.context.messages.say(say("Copied"))

    def showEvent(self, event: "QShowEvent") -> None:
        """Read what came while nobody looked."""
        super().showEvent(event)
        self.read()

    def hideEvent(self, event: "QHideEvent") -> None:
        """Read nothing that nobody looks at."""
        super().hideEvent(event)
        self.rest.stop()

    def _listen(self) -> None:
        self.rest.timeout.connect(self.read)
        self.context.events.changed.connect(self._heard)
        self.list.chosen.connect(lambda _row: self._show_text())
        self.list.opened.connect(self._opened)
        self.restore.clicked.connect(self.wish_restore)
        self.copy.clicked.connect(self.copy_words)
        self.theme.changed.connect(self._fit)

    def _heard(self, changes: Changes) -> None:
        if changes.touches(ENTRIES) and self.isVisible() and not self.rest.isActive():
            self.rest.start()

    def _opened(self, _row: Row) -> None:
        self.wish_restore()

    def _got(self, versions: "tuple[Version, ...]") -> None:
        self.versions = versions
        self.list.set_rows(version_rows(versions, self.present(), self.context.desk.now()))
        if versions and self.list.current_row() is None:
            self.list.choose_first()
        self._fit()
        self._show_text()
        if self.hasFocus() and versions:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        self.list.setFixedHeight(self.theme.px(VersionDelegate.height) * min(len(self.versions), SHOWN) + 2)

    def _show_text(self) -> None:
        version = self.chosen()
        self.setAccessibleName(f"{self.heading.text()}. {say(NONE_YET) if version is None else ''}".strip())
        wanted = Qt.FocusPolicy.ClickFocus if version is None else Qt.FocusPolicy.NoFocus  # then the list has it
        self.setFocusPolicy(wanted)
        for part in (self.list, self.rule, self.legend, self.text, self.foot):
            part.setVisible(version is not None)
        self.empty.setVisible(version is None)
        self.restore.setVisible(self.changeable)
        if version is None:
            return
        then, now = entry_lines(version.entries), entry_lines(self.present())
        lines = every_line(then, now)
        self.legend.setText(say(SAME) if then == now else say(LEGEND))
        if lines != self.text.lines:
            self.text.show_lines(lines)
        self.text.setAccessibleDescription(". ".join(f"{line.mark} {line.words}".strip() for line in lines))
