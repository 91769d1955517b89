"""What the clerk can do with a plan: each key and its command."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from ui.commands import Command
from ui.panels.body_menu import open_body_menu
from ui.place import Where
from ui.places.plans.detail import MilestoneDetail
from ui.places.plans.editing import PartActs
from ui.places.plans.files import PlanFiles
from ui.places.plans.folding import Folding
from ui.places.plans.tracking import Tracking
from ui.tables import TableRow
from wibdesk.domain.dates import plain_date
from wibdesk.domain.plan_tree import Step
from wibdesk.domain.plans import Activity
from wibdesk.language import later, say
from wibdesk.services import plan_tracking as verbs

if TYPE_CHECKING:
    from ui.places.plans.place import PlansPlace

WHERE = later("plans")


class PlanActs(QObject):
    """Runs the commands on the row that is chosen; of an activity, on its milestone that is due next."""

    def __init__(self, place: "PlansPlace") -> None:
        super().__init__(place)
        self.place, self.context = place, place.context
        theme = place.context.theme
        self.detail = MilestoneDetail(theme)
        self.tracking, self.parts, self.files = Tracking(self), PartActs(self), PlanFiles(self)
        self.folding = Folding(place)
        for panel in (self.detail, *self.tracking.forms, *self.parts.forms, self.files.panel):
            panel.setParent(place)  # keys are bound to what is inside the window
            panel.hide()
        self._connect()
        self._register()

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the rows, or of the panel that is open."""
        place, panel = self.place, self.place.page.panel
        any_command = ("Ctrl K", say("any command"))
        if place.page.has_panel() and panel is self.files.panel:
            return [("Tab", say("next")), ("Ctrl Enter", say("store it")), any_command, ("Esc", say("leave it"))]
        if place.page.has_panel() and panel is not self.detail:
            return [
                ("Tab", say("next")),
                ("Ctrl Enter", place.page.wish()),
                any_command,
                ("Esc", say("back to the plan")),
            ]
        if place.course is None:
            return [("I", say("read a file")), ("Ctrl V", say("paste a table")), ("N", say("new plan")), any_command]
        new = ("N", say("new")) if place.table is place.tracker else ("/", say("find"))
        last = ("Esc", say("close")) if place.page.has_panel() else new
        return [
            ("Enter", say("open", "do it")),
            ("U", say("update")), ("M", say("move date")), ("R", say("RAG, with reason")),
            ("A", say("make action")),
            ("E", say("edit")), ("D", say("next doubtful date")), last, any_command,
        ]  # fmt: skip

    def step(self) -> Step | None:
        """Return the milestone that the chosen row is about."""
        thing = self.place.thing()
        return thing.step if thing is not None else None

    def open(self, row: TableRow | None = None) -> None:
        """Show the milestones of an activity, or a milestone in full."""
        thing = self.place.thing()
        if thing is None:
            return
        if isinstance(thing.part, Activity):
            self.place.toggle(thing.part.id)
        elif thing.step is not None:
            self.show_panel(self.detail)
            self.show_row(self.place.table.current_row())
            if not self.place.page.beside():
                self.detail.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_row(self, row: Any) -> None:
        """Show the newly chosen milestone in the panel that is open."""
        course, step = self.place.course, row.data.step if row is not None and row.data is not None else None
        if self.place.page.panel is self.detail and course is not None and step is not None:
            self.detail.show_step(course, step, self.place.today())

    def refresh(self) -> None:
        """Show again what the open panel shows, as it is now."""
        self.show_row(self.place.table.current_row())

    def settle(self) -> None:
        """Keep what was changed in an open form."""
        self.parts.settle()

    def show_panel(self, panel: QWidget) -> None:
        """Lay a panel beside the plan."""
        self.settle()
        self.place.page.open_panel(panel)
        self.place.keys_changed.emit()

    def back(self) -> None:
        """Put the panel away and go back to the plan."""
        self.place.page.close_panel()
        self.place.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.place.keys_changed.emit()

    def print_update(self) -> None:
        """See the update of the plan as it prints."""
        self._preview("plan-update")

    def export(self) -> None:
        """See the whole plan as it prints, and save it in any form."""
        self._preview("plan")

    def finish_update(self) -> None:
        """Keep how the plan stands: the next update tells what changed since."""
        course = self.place.course
        if course is not None:
            name = say("Update of {date}", date=plain_date(self.place.today()))
            words = say("The update is final: the next one tells what changed since today")
            self.context.operations.write_once(verbs.finish_update, course.plan.id, name, undo=words)

    def choose_plan(self) -> None:
        """Open the menu of plans."""
        place = self.place
        names = [(plan.id, f"{plan.title}, {plan.body_name}") for plan in place.board.plans]
        if names:
            open_body_menu(
                self.context.theme, place.window(), names, place.plan_id, place.choose_plan, every=False,
                heading=say("Choose a plan"),
            )  # fmt: skip

    def _preview(self, kind: str) -> None:
        course = self.place.course
        if course is not None:
            plan = course.plan
            self.context.go("preview", Where(body_id=plan.body_id, note=f"{kind} {plan.id}"))

    def _connect(self) -> None:
        place = self.place
        for table in (place.tracker, place.list, place.changes):
            table.opened.connect(self.open)
            table.chosen.connect(self.show_row)
        self.detail.left.connect(self.back)
        place.plan_button.clicked.connect(self.choose_plan)
        place.update_button.clicked.connect(self.print_update)

    def _register(self) -> None:
        place, at = self.place, WHERE
        for number, table in enumerate((place.tracker, place.list, place.changes, self.detail)):
            self.context.commands.add(
                table,
                *self._row_commands("plan" if not number else f"plan{number}", first=not number),
            )
        self.context.commands.add(
            place,
            Command(
                "plan-print",
                say("See the update of the plan as it prints"),
                ("Ctrl P",),
                at,
                self.print_update,
                "printer",
                when=self._some,
            ),
            Command("plan-seek", say("Find in the plan"), ("Ctrl F",), at, place.finder.start, "search", listed=False),
        )

    def _row_commands(self, prefix: str, *, first: bool) -> list[Command]:
        at, of, some = WHERE, self.tracking, self._some

        def step() -> bool:
            return self.step() is not None

        place = self.place
        rows = (
            ("update", say("Record progress of the milestone"), "U", of.report, "message-square-quote", step),
            ("date", say("Move the date of the milestone"), "M", of.move_date, "calendar-clock", step),
            ("rag", say("Set the RAG word, with the reason"), "R", of.judge, "flag", step),
            ("action", say("Make an action of the milestone"), "A", of.make_action, "list-checks", step),
            ("doubt", say("Next doubtful date"), "D", of.next_doubt, "triangle-alert", some),
            ("choose", say("Choose the plan"), "B", self.choose_plan, "route", some),
            ("whole", say("Print or save the whole plan"), "S", self.export, "file-down", some),
            ("final", say("Make the update of the plan final"), "F", self.finish_update, "check", some),
            ("find", say("Find in the plan"), "/", place.finder.start, "search", some),
        )
        return [
            Command(f"{prefix}-{name}", words, (key,), at, run, icon, when=when, listed=first)
            for name, words, key, run, icon, when in rows
        ]

    def _some(self) -> bool:
        return self.place.course is not None
