"""The bin: what was removed, from where and when; put it back, or empty the bin for good."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.commands import Command
from ui.panels.page import Page
from ui.panels.register_place import stacked
from ui.places.safe_keeping.asking import Ask
from ui.places.safe_keeping.bin_rows import COLUMNS, NARROW, STAYS, bin_rows, bin_words
from ui.places.safe_keeping.part import Pairs, Part
from ui.tables import Table
from ui.widgets.button import Button
from ui.widgets.empty import Empty
from wibdesk.changes import Changes
from wibdesk.language import counted, later, say
from wibdesk.services import bin as verbs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from ui.context import Context
    from wibdesk.domain.bin import Binned

AT = later("bin")
EMPTY = later(
    "What you remove from now on, an agenda item, a person, a meeting, a body or a plan, lies here until it is put back"
)


class BinPart(Part):
    """Lists what was removed, newest first."""

    def __init__(self, context: "Context") -> None:
        super().__init__(context)
        theme = context.theme
        self.binned: tuple[Binned, ...] = ()
        self.table = Table(theme, COLUMNS, say("Bin"), height=50)
        self.empty = Empty(theme, say("Nothing in the bin"), f"{say(EMPTY)}.", edge=28)
        self.empty_button = Button(theme, say("Empty the bin…"), icon="trash-2", key="E", danger=True)
        self.back_button = Button(theme, say("Put it back"), "primary", icon="undo-2", key="Enter")
        main = QWidget()
        main.setLayout(stacked(self.empty, self.table, fill=1))
        self.fill(Page(theme, say("Bin"), main, buttons=(self.empty_button, self.back_button), strips=(self.asking,)))
        self.table.opened.connect(lambda _: self.put_back())
        self.back_button.clicked.connect(self.put_back)
        self.empty_button.clicked.connect(self.ask_empty)
        context.events.changed.connect(self._changed)
        self._register()

    def first(self) -> QWidget:
        """Return the list."""
        return self.table

    def own_keys(self) -> Pairs:
        """Return the keys of the list."""
        keys = [("Enter", say("put it back")), ("Del", say("delete it for good")), ("E", say("empty the bin"))]
        return keys if self.changeable() else []

    def enter(self) -> None:
        """Read the bin again."""
        self.context.operations.read(verbs.binned, then=self._show)

    def chosen(self) -> "Binned | None":
        """Return what is chosen."""
        row = self.table.current_row()
        return row.data if row is not None else None

    def changeable(self) -> bool:
        """Say whether there is something in the bin, and this is no copy to read."""
        return bool(self.binned) and not self.context.desk.read_only

    def put_back(self) -> None:
        """Put back what is chosen, where it was."""
        one = self.chosen()
        if one is not None and self.changeable():
            undo = say("{title} put back", title=one.title or one.kind.words)
            self.context.operations.write_once(verbs.put_back, one.id, once=one.id, undo=undo)

    def ask_delete(self) -> None:
        """Ask before what is chosen is deleted for good."""
        one = self.chosen()
        if one is not None:
            self._ask(
                say("Delete “{title}” for good?", title=one.title or one.kind.words), [one], say("Delete it for good")
            )

    def ask_empty(self) -> None:
        """Ask before everything in the bin is deleted for good."""
        if self.binned:
            self._ask(
                counted(len(self.binned), "Empty the bin of {number:,} thing?", "Empty the bin of {number:,} things?"),
                self.binned,
                say("Empty the bin for good"),
            )

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Say on the second line what a narrow table has no column for."""
        super().resizeEvent(event)
        self._lay()

    def _ask(self, heading: str, things: "Sequence[Binned]", act: str) -> None:
        minutes = sum(one.minutes for one in things)
        held = (
            counted(minutes, " {number:,} of them holds minutes.", " {number:,} of them hold minutes.")
            if minutes and len(things) > 1
            else ""
        )
        held = say(" It holds minutes.") if minutes and len(things) == 1 else held
        words = say("This cannot be undone.{held} Backups made before still hold what is deleted here.", held=held)
        ids = tuple(one.id for one in things)
        self.asking.ask(Ask(heading, words, act, lambda _: self._empty(ids), safe=say("Keep it")))
        self.keys_changed.emit()

    def _empty(self, ids: tuple[str, ...]) -> None:
        self.context.operations.write_once(verbs.empty_bin, ids, then=self._emptied)

    def _emptied(self, count: int) -> None:
        self.context.messages.say(
            counted(count, "{number:,} thing deleted for good", "{number:,} things deleted for good")
        )

    def _show(self, binned: "tuple[Binned, ...]") -> None:
        self.binned = binned
        self.head(say("Bin"), bin_words(binned))
        self._lay()
        self.empty.setVisible(not binned)
        for button in (self.back_button, self.empty_button):
            button.setEnabled(self.changeable())
        if self.table.current_row() is None:
            self.table.choose_first()
        self.keys_changed.emit()

    def _lay(self) -> None:
        narrow = self.table.width() / self.context.theme.scale < NARROW
        self.table.set_rows(bin_rows(self.binned, self.context.desk.now(), narrow=narrow))

    def _changed(self, _: Changes) -> None:
        if self.isVisible():
            self.enter()

    def _register(self) -> None:
        self.context.commands.add(
            self.table,
            Command("bin-back", say("Put it back"), ("P",), AT, self.put_back, "undo-2", when=self.changeable),
            Command(
                "bin-delete", say("Delete it for good"), ("Del",), AT, self.ask_delete, "trash-2", when=self.changeable
            ),
            Command(
                "bin-empty", say("Empty the bin for good"), ("E",), AT, self.ask_empty, "trash-2", when=self.changeable
            ),
        )


__all__ = ["STAYS", "BinPart"]
