"""The parts of a plan, changed, added, moved and taken away by keys."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ui.commands import Command
from ui.place import Where
from ui.places.plans.part_forms import ActivityForm, MilestoneForm, PartForm, PlanForm, WorkstreamForm
from wibdesk.domain.plan_tree import Part, parent_id
from wibdesk.domain.plans import Activity, Milestone, Plan, Workstream
from wibdesk.domain.rich_text import plain_text
from wibdesk.language import say
from wibdesk.services import plan_editing as verbs
from wibdesk.services import plans

if TYPE_CHECKING:
    from ui.places.plans.acts import PlanActs

WHERE = "plans"


class PartActs(QObject):
    """Runs the commands that change what a plan consists of."""

    def __init__(self, acts: "PlanActs") -> None:
        super().__init__(acts)
        self.acts, self.place, self.context = acts, acts.place, acts.context
        theme = self.context.theme
        self.of_part: dict[type, PartForm] = {
            Workstream: WorkstreamForm(theme),
            Activity: ActivityForm(theme),
            Milestone: MilestoneForm(theme, self.place.today),
        }
        self.plan_form = PlanForm(theme)
        self.within, self.after = "", ""
        self.base: Any = None
        for form in self.forms:
            form.kept.connect(self._keep)
            form.made.connect(self._make)
            form.closed.connect(acts.back)
        self._register()

    @property
    def forms(self) -> tuple[PartForm, ...]:
        """Every form there is."""
        return (*self.of_part.values(), self.plan_form)

    def settle(self) -> None:
        """Keep what was changed in the form that is open."""
        panel = self.place.page.panel
        if isinstance(panel, PartForm) and panel.isVisible() and not panel.is_new:
            panel.settle()

    def edit(self) -> None:
        """Change the words of what is chosen; of a milestone in a list, its own."""
        thing = self.place.thing()
        if thing is not None:
            self._open(self.of_part[type(thing.part)], thing.part, new=False)

    def edit_plan(self) -> None:
        """Change the plan's own words."""
        if self.place.course is not None:
            self._open(self.plan_form, self.place.course.plan, new=False)

    def new(self) -> None:
        """Add what belongs into what is chosen: an activity to a workstream, a milestone to an activity."""
        thing, course = self.place.thing(), self.place.course
        if course is None:
            self.new_plan()
            return
        part = thing.part if thing is not None else None
        if part is None:
            self._new(Workstream(""), "", "")
        elif isinstance(part, Workstream):
            self._new(Activity(""), part.id, "")
        elif isinstance(part, Activity):
            self._new(Milestone(""), part.id, "")
        else:
            self._new(Milestone(""), parent_id(course.plan, part.id), part.id)

    def new_beside(self) -> None:
        """Add another of the same kind after what is chosen."""
        thing, course = self.place.thing(), self.place.course
        if thing is None or course is None:
            self.new()
            return
        empty: Part = {Workstream: Workstream(""), Activity: Activity("")}.get(type(thing.part), Milestone(""))
        self._new(empty, parent_id(course.plan, thing.part.id), thing.part.id)

    def new_plan(self) -> None:
        """Begin a plan of the body; without a body, set one up first."""
        place = self.place
        body = next((b for b in place.board.bodies if b.id == place.body_id), next(iter(place.board.bodies), None))
        if body is None:
            self.context.go("body", Where())
            return
        self._open(self.plan_form, Plan(body.id, body.name, ""), new=True)

    def remove(self) -> None:
        """Take away what is chosen, with all that it holds."""
        thing, course = self.place.thing(), self.place.course
        if thing is None or course is None:
            return
        words = say("“{short}” taken out of the plan", short=_short(thing.part))
        part_id = thing.part.id
        self.context.operations.write_once(verbs.remove_part, course.plan.id, part_id, once=part_id, undo=words)

    def remove_plan(self) -> None:
        """Put the whole plan into the bin."""
        course = self.place.course
        if course is not None:
            words = say("{ref} put into the bin", ref=course.plan.ref)
            self.context.operations.write_once(plans.remove_plan, course.plan.id, undo=words)

    def move(self, places: int) -> None:
        """Move what is chosen among its like."""
        thing, course = self.place.thing(), self.place.course
        if thing is None or course is None:
            return
        self.place.wanted = thing.part.id
        words = (
            say("“{title}” moved down", title=_short(thing.part))
            if places > 0
            else say("“{title}” moved up", title=_short(thing.part))
        )
        self.context.operations.write(
            verbs.move_part, course.plan.id, thing.part.id, places, undo=words, then=self._moved
        )

    def _open(self, form: PartForm, part: Any, *, new: bool) -> None:
        self.base = part
        form.show_part(part, new=new)
        self.acts.show_panel(form)
        form.start()

    def _new(self, part: Part, within: str, after: str) -> None:
        self.within, self.after = within, after
        self._open(self.of_part[type(part)], part, new=True)

    def _keep(self, part: Any) -> None:
        course, base = self.place.course, self.base
        if isinstance(part, Plan):
            self.context.operations.write(verbs.change_plan, part, base, undo=say("Plan changed"))
        elif course is not None:
            by = self.context.settings.now.clerk
            words = say("“{short}” changed", short=_short(part))
            self.context.operations.write(verbs.change_part, course.plan.id, part, base, by=by, undo=words)
        self.base = part

    def _make(self, part: Any) -> None:
        course = self.place.course
        if isinstance(part, Plan):
            words = say("Plan “{title}” begun", title=part.title)
            self.context.operations.write_once(plans.add_plan, part, undo=words, then=self._made_plan)
        elif course is not None:
            self.place.wanted = part.id
            if isinstance(part, Milestone):
                self.place.opened = self.place.opened | {self.within}
            words = say("“{short}” added", short=_short(part))
            self.context.operations.write_once(
                verbs.add_part, course.plan.id, part, self.within, self.after, undo=words
            )

    def _moved(self, plan: Plan) -> None:
        """Open the activity that a milestone came into."""
        self.place.opened |= {parent_id(plan, self.place.wanted)}

    def _made_plan(self, plan: Plan) -> None:
        self.place.choose_plan(plan.id)

    def _register(self) -> None:
        place, at = self.place, WHERE

        def chosen() -> bool:
            return place.thing() is not None

        def some() -> bool:
            return place.course is not None

        self.context.commands.add(
            place.tracker,
            Command("plan-new", say("Add to what is chosen in the plan"), ("N",), at, self.new, "plus"),
            Command("plan-beside", say("Add another beside it"), ("Shift N",), at, self.new_beside, "plus", when=some),
            Command("plan-edit", say("Edit what is chosen"), ("E",), at, self.edit, "pencil", also=("F2",),
                when=chosen),
            Command("plan-remove", say("Take out of the plan"), ("Del",), at, self.remove, "trash-2", when=chosen),
            Command("plan-up", say("Move up in the plan"), ("Ctrl ↑",), at, partial(self.move, -1), "arrow-up",
                when=chosen),
            Command("plan-down", say("Move down in the plan"), ("Ctrl ↓",), at, partial(self.move, 1), "arrow-down",
                when=chosen),
        )  # fmt: skip
        self.context.commands.add(
            place.list,
            Command("plan-edit-listed", say("Edit the milestone"), ("E",), at, self.edit, listed=False, when=chosen),
        )
        self.context.commands.add(
            place,
            Command("plan-begin", say("New plan"), (), at, self.new_plan, "route"),
            Command("plan-words", say("Change the title and period of the plan"), (), at, self.edit_plan, "pencil",
                when=some),
            Command("plan-bin", say("Put the plan into the bin"), (), at, self.remove_plan, "trash-2", when=some),
        )  # fmt: skip


def _short(part: Any) -> str:
    words = plain_text(part.text) if isinstance(part, Milestone) else part.title
    return words if len(words) <= 40 else f"{words[:39]}…"
