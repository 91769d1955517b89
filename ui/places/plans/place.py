"""The Plans place: the tracker of one improvement plan, with views by lead, by date and of its history."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.panels.find_strip import FindStrip
from ui.panels.page import Page
from ui.panels.register_place import RegisterPlace, stacked
from ui.place import Where
from ui.places.plans.acts import PlanActs
from ui.places.plans.board import Board, read_board
from ui.places.plans.heading import DUE, HISTORY, LEADS, TRACKER, emptiness, heading
from ui.places.plans.rows import (
    COLUMNS,
    HISTORY_COLUMNS,
    LIST_COLUMNS,
    NARROW,
    Thing,
    due_rows,
    history_rows,
    lead_rows,
    tracker_months,
    tracker_rows,
)
from ui.places.plans.timeline import PlanTable
from ui.tables import Table, TableRow
from ui.widgets.button import Button
from ui.widgets.empty import Empty
from ui.widgets.labels import column, hold
from ui.widgets.tabs import Tabs
from wibdesk.changes import BODIES, MEETINGS, PLANS, Changes
from wibdesk.domain.plan_course import PlanCourse, due_until
from wibdesk.domain.plan_dates import date_doubts
from wibdesk.language import later, say, say_pairs

if TYPE_CHECKING:
    from ui.context import Context

VIEWS = (
    (TRACKER, later("By workstream")),
    (LEADS, later("By lead")),
    (DUE, later("Due next")),
    (HISTORY, later("History")),
)
SOON = timedelta(days=31)
"""What is due before it, with what is overdue and doubtful, is counted beside the word of the view."""


class PlansPlace(RegisterPlace):
    """What an improvement plan promised, how far it is, what slipped and whose it is."""

    place_id: ClassVar[str] = "plans"
    word: ClassVar[str] = later("Plans")
    icon: ClassVar[str] = "route"
    narrow_below = NARROW + 76  # with the rail

    def __init__(self, context: "Context") -> None:
        super().__init__(context)
        theme = context.theme
        self.board, self.opened, self.wanted = Board(), frozenset[str](), ""
        self.body_id, self.plan_id = context.settings.now.last_body, ""
        self.tabs = Tabs(theme, say_pairs(VIEWS), name=say("Views of the plan"))
        self.tracker = PlanTable(theme, COLUMNS, say("Plan by workstream"))
        self.list = Table(theme, LIST_COLUMNS, say("Milestones"), height=48)
        self.changes = Table(theme, HISTORY_COLUMNS, say("History"), height=48)
        self.empty = Empty(
            theme,
            "",
            "",
            keys=[("I", say("read a file")), ("Ctrl V", say("paste a table")), ("N", say("new"))],
            edge=28,
        )
        self.finder = FindStrip(theme, say("Find an activity, milestone or lead"))
        self.plan_button = Button(theme, say("Choose plan"), icon="route", key="B")
        self.import_button = Button(theme, say("Import"), icon="upload", key="I")
        self.update_button = Button(theme, say("Print the update"), icon="file-text", key="Ctrl P")
        tabs = hold(column(theme, self.tabs, margins=(28, 0, 24, 0)))
        main = QWidget()
        main.setLayout(stacked(self.empty, self.tracker, self.list, self.changes, fill=1))
        buttons = (self.plan_button, self.import_button, self.update_button)
        self.page = Page(theme, say("Plans"), main, buttons=buttons, strips=(tabs, self.finder), side=360)
        self.page.bar.title.setWordWrap(True)
        self.fill(self.page)
        self.acts = PlanActs(self)
        self.acts.show_row(None)
        self._connect()

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the plan, or of the panel that is open."""
        return self.finder.keys() or self.acts.keys()

    def enter(self, where: Where) -> None:
        """Show the plan shown last, or the one that the note names, at a row of it; of another body its first."""
        if where.body_id is not None and where.body_id != self.body_id:
            self.body_id, self.plan_id = where.body_id, ""
        self.plan_id = where.note or self.plan_id
        if where.entry_id:
            self.wanted = where.entry_id
            self.tabs.choose(TRACKER)
        if not self.page.has_panel():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    def leave(self) -> None:
        """Keep what was changed in a form."""
        self.acts.settle()

    def panels(self) -> list[QWidget]:
        """Return views, find, plan and the panel beside it."""
        beside = [self.page.panel] if self.page.has_panel() and self.page.panel else []
        return [self.tabs, self.finder.field, self.table, *beside]

    @property
    def table(self) -> Table:
        """The table of the view that is shown."""
        return {TRACKER: self.tracker, HISTORY: self.changes}.get(self.tabs.current(), self.list)

    @property
    def course(self) -> PlanCourse | None:
        """The plan shown, with all that became of it."""
        return self.board.course

    def today(self) -> date:
        """Return the day by the desk's clock."""
        return self.context.desk.now().date()

    def refresh(self) -> None:
        """Read the plan again."""
        self.context.operations.read(read_board, self.body_id, self.plan_id, self.today(), then=self._show)

    def choose_plan(self, plan_id: str) -> None:
        """Show another plan."""
        self.plan_id, self.opened = plan_id, frozenset()
        self.refresh()

    def thing(self) -> Thing | None:
        """Return what the chosen row stands for."""
        row = self.table.current_row()
        return row.data if row is not None else None

    def toggle(self, activity_id: str, *, to: bool | None = None) -> None:
        """Show or hide the milestones of an activity."""
        wished = activity_id not in self.opened if to is None else to
        self.opened = self.opened | {activity_id} if wished else self.opened - {activity_id}
        self.show_rows()

    def show_rows(self) -> None:
        """Lay the rows of the view out again."""
        view, table = self.tabs.current(), self.table
        for each in (self.tracker, self.list, self.changes):
            each.setVisible(each is table)
        rows = self._rows(view)
        table.set_rows(rows)
        if self.wanted and table.choose(self.wanted):
            self.wanted = ""
        if table.current_row() is None:
            table.choose_first()
        self.empty.say(*emptiness(self.board, view, self.finder.words()))
        self.empty.setVisible(not rows)
        self.keys_changed.emit()

    def lay_again(self) -> None:
        """Say on the second line what a narrow table has no column for."""
        self.show_rows()

    def _rows(self, view: str) -> list[TableRow]:
        course, today, words = self.course, self.today(), self.finder.words()
        if course is None:
            return []
        if view == TRACKER:
            self.tracker.show_months(tracker_months(course, today))
            return tracker_rows(course, today, self.opened, words=words, narrow=self.narrow)
        if view == HISTORY:
            return history_rows(course, words=words, narrow=self.narrow)
        return (lead_rows if view == LEADS else due_rows)(course, today, words=words, narrow=self.narrow)

    def _show(self, board: Board) -> None:
        another = board.course is not None and (self.course is None or self.course.plan.id != board.course.plan.id)
        self.board = board
        if board.course is not None:
            self.plan_id = board.course.plan.id
        self.page.set_words(*heading(board.course))
        if board.course is not None:
            today = self.today()
            soon = due_until(board.course, today, today + SOON)
            self.tabs.set_counts({DUE: len(soon) + len(date_doubts(board.course.plan))})
            held = [a.id for w in board.course.plan.workstreams for a in w.activities
                    if self.wanted in [m.id for m in a.milestones]]  # fmt: skip
            self.opened = self.opened.union(held)
        sought = self.wanted
        self.show_rows()
        if another and (self.wanted or not sought):  # no row of the plan before says anything about this one
            self.table.choose_first()
        self.acts.refresh()

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._view_chosen)
        self.finder.changed.connect(self.show_rows)
        self.finder.left.connect(self._go_to_table)
        self.finder.reached.connect(self.keys_changed)
        self.context.events.changed.connect(self._changed)

    def _go_to_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _view_chosen(self) -> None:
        self.show_rows()
        self.acts.show_row(self.table.current_row())

    def _changed(self, changes: Any) -> None:
        assert isinstance(changes, Changes)
        if self.isVisible() and changes.touches(PLANS, BODIES, MEETINGS):  # entering reads everything again
            self.refresh()
