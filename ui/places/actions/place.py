"""The Actions place: the log of all meetings, with views, filters, and one action in full beside it."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.panels.find_strip import FindStrip
from ui.panels.log_choice import choice_from
from ui.panels.page import Page
from ui.place import Place, Where
from ui.places.actions.acts import LogActs
from ui.places.actions.ask_strip import AskStrip
from ui.places.actions.detail import Detail
from ui.places.actions.filters import Filters
from ui.places.actions.keys import pairs_now
from ui.places.actions.log_table import LogTable
from ui.places.actions.moves import Moves
from ui.places.actions.reader import Reader
from ui.places.actions.row_editor import RowEditor
from ui.places.actions.rows import COLUMNS, is_left_out, log_row
from ui.places.actions.showing import Showing
from ui.places.actions.update_form import UpdateForm
from ui.places.actions.verbs import Log
from ui.tables import TableRow
from ui.widgets.button import Button
from ui.widgets.empty import Empty
from ui.widgets.labels import column, hold
from ui.widgets.tabs import Tabs
from wibdesk.changes import ACTIONS, AGENDA, BODIES, ENTRIES, MEETINGS, VIEWS, Changes
from wibdesk.domain.actions import LogAction
from wibdesk.domain.log_views import VIEWS as TABS
from wibdesk.domain.log_views import LogView
from wibdesk.language import later, say, say_pairs

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.context import Context

SHOWN = (ACTIONS, ENTRIES, MEETINGS, AGENDA, BODIES, VIEWS)


ACTION = "action"
"""The note of a Where that names an action, by its id as the item's, to be chosen in the log."""


class ActionsPlace(Place):
    """What is to be done, by whom and by when, over all meetings."""

    seek: str | None  # the action to choose as soon as the log has been read
    place_id: ClassVar[str] = "actions"
    word: ClassVar[str] = later("Actions")
    icon: ClassVar[str] = "list-checks"

    def __init__(self, context: "Context") -> None:
        super().__init__(context)
        theme = context.theme
        self.log, self.seek, self.sought_in = Log(), None, ""
        self.view = LogView(body_id=context.settings.now.last_body)
        self.tabs = Tabs(theme, say_pairs(TABS), name=say("Views of the log"))
        self.strip = AskStrip(theme)
        self.filters = Filters(theme, self.strip, self.today)
        self.finder = FindStrip(
            theme, say("Find an action, owner or date"), filters=tuple(self.filters.chips()), always=True
        )
        self.strip.instead = self.finder
        self.table = LogTable(theme, COLUMNS, self._row, self._left_out)
        self.editor = RowEditor(theme, self)
        self.empty = Empty(theme, "", "", keys=[("← →", say("another view")), ("X", say("the whole log"))], edge=28)
        self.detail, self.form = Detail(theme), UpdateForm(theme, self.today)
        self.print_button = Button(theme, say("Print the log"), icon="printer", key="Ctrl P")
        tabs = hold(column(theme, self.tabs, margins=(28, 0, 24, 0)))
        main = hold(column(theme, self.empty, (self.table, 1), spacing=0))
        self.page = Page(
            theme,
            say("Action log"),
            main,
            buttons=(self.print_button,),
            strips=(tabs, self.finder, self.strip),
            side=520,
        )
        for panel in (self.detail, self.form):
            panel.setParent(self)  # keys are bound to what is inside the window
            panel.hide()
        self.reader, self.moves = Reader(self), Moves(self)
        self.showing = Showing(self)
        self.acts = LogActs(self)
        self._connect()

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the list, of the field in a row, or of the panel that is open."""
        return pairs_now(self)

    def enter(self, where: Where) -> None:
        """Show the log: of one body, as a view, or with one action chosen, whatever is asked for."""
        view, self.seek = choice_from(where.note), where.item_id if where.note == ACTION else None
        if self.seek is not None:
            self.sought_in = where.body_id or ""
            view = replace(self.view, body_id=self.sought_in if self.view.body_id else "")
        if view is not None:
            self.show_view(view)
        elif where.body_id is not None:
            self.finder.field.clear()
            self.view = LogView(body_id=where.body_id, group_by=self.view.group_by, order=self.view.order)
        if not self.page.has_panel():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    def choose_sought(self) -> None:
        """Choose the action that was asked for; where the view does not hold it, show the whole log of its body."""
        whole = LogView("all", self.sought_in, group_by=self.view.group_by, order=self.view.order)
        if self.seek is not None and self.table.choose(self.seek):
            self.seek = None
        elif self.seek is not None and self.log.view == self.view != whole:
            self.show_view(whole)

    def panels(self) -> list[QWidget]:
        """Return views, find, log and the panel beside it."""
        beside = [self.page.panel] if self.page.has_panel() and self.page.panel else []
        return [self.tabs, self.finder.field, self.table, *beside]

    def today(self) -> date:
        """Return the day by the desk's clock."""
        return self.context.desk.now().date()

    def action(self) -> LogAction | None:
        """Return the chosen action; None too while it has not been read."""
        row = self.table.current_row()
        return row.data if row is not None else None

    def refresh(self) -> None:
        """Read the log again, about what is in sight."""
        self.reader.read(self.view, self.table.top_line())

    def choose_body(self, body_id: str) -> None:
        """Show one body, or all for an empty id, and remember it."""
        self.context.settings.change(last_body=body_id)
        self.narrow({"body_id": body_id})

    def narrow(self, changes: dict[str, Any]) -> None:
        """Change what the log is narrowed to, or how it is laid out."""
        self.view = replace(self.view, **changes)
        self.showing.show_chips()
        self.reader.read(self.view)

    def show_view(self, view: LogView) -> None:
        """Show a view as it was kept, its words and its tab too."""
        self.view = view
        self.finder.field.setText(view.words)
        self.tabs.choose(view.view)
        self.narrow({"words": view.words, "view": view.view})

    def lay_again(self) -> None:
        """Lay columns and rows out again, as for other columns."""
        self.table.lay_columns()
        self.table.log_model.make_again()

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Tell owner and deadline on the second line where there is no room for columns."""
        super().resizeEvent(event)
        self.editor.close_down()
        self.showing.settle()

    def _row(self, line: LogAction) -> TableRow:
        shown = frozenset(c.word for n, c in enumerate(COLUMNS) if not self.table.isColumnHidden(n))
        return log_row(
            line, self.today(), shown=shown, narrow=self.table.is_narrow(), marked=line.action.id in self.table.marked
        )

    def _left_out(self, word: str) -> bool:
        return is_left_out(self.context.settings.now.folded, word)

    def _asked(self) -> None:
        self.narrow({"words": self.finder.words(), "view": self.tabs.current()})

    def _connect(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.page)
        self.reader.came.connect(self.showing.show)
        self.tabs.currentChanged.connect(self._asked)
        self.finder.changed.connect(self._asked)
        for leaving in (self.finder.left, self.strip.left, self.editor.left):
            leaving.connect(self._to_list)
        self.table.marks_changed.connect(self.showing.tell_marks)
        self.filters.wished.connect(self.narrow)
        self.context.events.changed.connect(self._changed)

    def _to_list(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.keys_changed.emit()

    def _changed(self, changes: Changes) -> None:
        # Typing in the room tells of every save: what is out of sight is read when it is seen again.
        if changes.touches(*SHOWN) and self.isVisible():
            self.refresh()
