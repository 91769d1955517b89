"""The Actions place: the log of all meetings, with views, filters, and one action in full beside it."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.panels.find_strip import FindStrip
from ui.panels.log_choice import VIEWS, LogChoice
from ui.panels.page import Page
from ui.place import Place, Where
from ui.places.actions.acts import LogActs
from ui.places.actions.ask_strip import AskStrip
from ui.places.actions.detail import Detail
from ui.places.actions.filters import Filters
from ui.places.actions.moves import Moves
from ui.places.actions.rows import COLUMNS, SORTED_COLUMN, WIDE, log_rows
from ui.places.actions.update_form import UpdateForm
from ui.places.actions.verbs import Log, read_log
from ui.tables import Table
from ui.widgets.button import Button
from ui.widgets.empty import Empty
from ui.widgets.labels import column, hold
from ui.widgets.tabs import Tabs
from wibdesk.changes import ACTIONS, AGENDA, BODIES, ENTRIES, MEETINGS, Changes
from wibdesk.domain.actions import LogAction

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.context import Context

SHOWN = (ACTIONS, ENTRIES, MEETINGS, AGENDA, BODIES)
EMPTY = {
    "open": (
        "Nothing to do",
        "No action is open. Ctrl Shift A in the minutes makes one.",
    ),
    "overdue": ("Nothing is overdue", "Every action with a date is in time."),
    "done": (
        "Nothing waits for the board",
        "What its owner calls done waits here until the board closes it.",
    ),
    "closed": ("Nothing is closed yet", "K closes an action that the board has accepted."),
    "all": ("No actions yet", "Ctrl Shift A in the minutes makes one."),
}


class ActionsPlace(Place):
    """What is to be done, by whom and by when, over all meetings."""

    place_id: ClassVar[str] = "actions"
    word: ClassVar[str] = "Actions"
    icon: ClassVar[str] = "list-checks"

    def __init__(self, context: "Context") -> None:
        super().__init__(context)
        theme = context.theme
        self.log, self.order, self.was_narrow = Log(), "due", False
        self.choice = LogChoice(body_id=context.settings.now.last_body)
        self.tabs = Tabs(theme, VIEWS, name="Views of the log")
        self.strip = AskStrip(theme)
        self.filters = Filters(theme, self.strip, self.today)
        self.finder = FindStrip(
            theme, "Find an action, owner or date", filters=tuple(self.filters.chips()), always=True
        )
        self.table = Table(theme, COLUMNS, "Action log")
        self.empty = Empty(theme, "", "", keys=[("← →", "another view"), ("X", "the whole log")])
        self.detail, self.form = Detail(theme), UpdateForm(theme, self.today)
        self.print_button = Button(theme, "Print the log", icon="printer", key="Ctrl P")
        tabs = hold(column(theme, self.tabs, margins=(28, 0, 24, 0)))
        main = hold(column(theme, self.empty, (self.table, 1), spacing=0))
        self.page = Page(
            theme, "Action log", main, buttons=(self.print_button,), strips=(tabs, self.finder, self.strip), side=520
        )
        for panel in (self.detail, self.form):
            panel.setParent(self)  # keys are bound to what is inside the window
            panel.hide()
        self.moves = Moves(self)
        self.acts = LogActs(self)
        self._connect()

    known = False

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the list, or of the panel that is open."""
        last = ("Ctrl K", "any command")
        if self.page.has_panel() and self.page.panel is self.form:
            return [("Tab", "next"), ("Ctrl Enter", "record it"), ("Esc", "back to the list"), last]
        if self.page.has_panel():
            return [
                ("↑ ↓", "next action"), ("U", "update"), ("D", "done"), ("K", "closed"), ("M", "move date"),
                ("G", "go to minute"), ("Esc", "back to list"), last,
            ]  # fmt: skip
        return [
            ("Enter", "open"), ("U", "update"), ("D", "done"), ("K", "closed"), ("M", "move date"), ("O", "owner"),
            ("/", "find"), ("Ctrl P", "print"), last,
        ]  # fmt: skip

    def enter(self, where: Where) -> None:
        """Show the log, of one body if asked for."""
        if where.body_id is not None:
            self.choice = LogChoice(body_id=where.body_id)
            self.finder.field.clear()
        if not self.page.has_panel():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    def panels(self) -> list[QWidget]:
        """Return views, find, log and the panel beside it."""
        beside = [self.page.panel] if self.page.has_panel() and self.page.panel else []
        return [self.tabs, self.finder.field, self.table, *beside]

    def today(self) -> date:
        """Return the day by the desk's clock."""
        return self.context.desk.now().date()

    def action(self) -> LogAction | None:
        """Return the chosen action."""
        row = self.table.current_row()
        return row.data if row is not None else None

    def refresh(self) -> None:
        """Read the log again."""
        self.context.operations.read(read_log, then=self._show)

    def choose_body(self, body_id: str) -> None:
        """Show one body, or all for an empty id, and remember it."""
        self.context.settings.change(last_body=body_id)
        self.narrow({"body_id": body_id})

    def narrow(self, changes: dict[str, Any]) -> None:
        """Change what the log is narrowed to."""
        self.choice = replace(self.choice, **changes)
        self.show_rows()

    def show_rows(self) -> None:
        """Lay the rows out again for view, filters and order."""
        self.choice = replace(self.choice, words=self.finder.words(), view=self.tabs.current())
        today = self.today()
        chosen = self.choice.chosen(self.log.actions, today)
        self.table.set_rows(log_rows(chosen, self.order, today, narrow=self._is_narrow()))
        if self.table.current_row() is None:
            self.table.choose_first()
        self.table.set_sorted(SORTED_COLUMN[self.order], downwards=self.order == "meeting")
        self._say_counts(len(chosen), today)
        self.acts.follow()
        self.keys_changed.emit()

    def settle(self) -> None:
        """Lay the rows out for the width that is left for them, and show the keys that hold now."""
        if self._is_narrow() is not self.was_narrow:
            self.was_narrow = self._is_narrow()
            self.show_rows()
        for chip in self.filters.chips():
            chip.setVisible(self.finder.width() / self.context.theme.scale > 760)
        self.keys_changed.emit()

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Tell owner and deadline on the second line where there is no room for columns."""
        super().resizeEvent(event)
        self.settle()

    def _is_narrow(self) -> bool:
        return self.table.viewport().width() / self.context.theme.scale < WIDE

    def _show(self, log: Log) -> None:
        self.log, self.known = log, True
        if self.choice.body_id not in ("", *(body.id for body in log.bodies)):
            self.choice = replace(self.choice, body_id="")
        self.show_rows()
        self.settle()

    def _say_counts(self, shown: int, today: date) -> None:
        choice, names = self.choice, {body.id: body.name for body in self.log.bodies}
        of_body = [a for a in self.log.actions if choice.body_id in ("", a.body_id)]
        owners = sorted({owner for a in of_body for owner in a.action.owners}, key=str.casefold)
        body = names.get(choice.body_id, "All bodies")
        self.filters.show_choice(choice, body, owners)
        self.tabs.set_counts(choice.counts(self.log.actions, today))
        self.finder.count.setText(f"{shown} shown of {len(of_body)}" if of_body else "")
        self.page.set_words("Action log", ", ".join((body, *choice.narrowed())))
        heading, why = EMPTY[choice.view]
        if choice.narrowed():
            heading, why = "Nothing found", f"No action here {_that(choice)}. X shows the whole log again."
        if not self.known:  # the register has not answered yet, as while the disk refuses: nothing is claimed
            heading, why = "The log is being read", "It shows as soon as the disk has taken what was typed."
        self.empty.say(heading, why)
        self.empty.setVisible(not shown)

    def _connect(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.page)
        self.tabs.currentChanged.connect(self.show_rows)
        self.finder.changed.connect(self.show_rows)
        self.finder.left.connect(self.table.setFocus)
        self.strip.left.connect(self.table.setFocus)
        self.filters.wished.connect(self.narrow)
        self.context.events.changed.connect(self._changed)

    def _changed(self, changes: Changes) -> None:
        # Typing in the room tells of every save: what is out of sight is read when it is seen again.
        if changes.touches(*SHOWN) and self.isVisible():
            self.refresh()


def _that(choice: LogChoice) -> str:
    return " and ".join(f"has {part}" if part.startswith("owner") else f"is {part}" for part in choice.narrowed())
