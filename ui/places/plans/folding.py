"""Activities of the tracker are opened and closed by keys."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.commands import Command
from wibdesk.domain.plan_tree import parent_id
from wibdesk.domain.plans import Activity, Milestone
from wibdesk.language import say

if TYPE_CHECKING:
    from ui.places.plans.place import PlansPlace

WHERE = "plans"


class Folding(QObject):
    """Shows and hides the milestones of activities."""

    def __init__(self, place: "PlansPlace") -> None:
        super().__init__(place)
        self.place, at = place, WHERE
        place.context.commands.add(
            place.tracker,
            Command("plan-shut", say("Close the activity"), ("←",), at, partial(self.set_open, False), listed=False),
            Command("plan-unfold", say("Open the activity"), ("→",), at, partial(self.set_open, True), listed=False),
            Command(
                "plan-all",
                say("Open or close every activity"),
                ("X",),
                at,
                self.open_all,
                "chevron-down",
                when=self._some,
            ),
        )

    def set_open(self, wished: bool) -> None:
        """Show or hide the milestones of the chosen activity; from a milestone, go to its activity and close it."""
        thing, course = self.place.thing(), self.place.course
        if thing is None or course is None:
            return
        if isinstance(thing.part, Activity):
            self.place.toggle(thing.part.id, to=wished)
        elif isinstance(thing.part, Milestone) and not wished:
            self.place.wanted = parent_id(course.plan, thing.part.id)
            self.place.toggle(self.place.wanted, to=False)

    def open_all(self) -> None:
        """Show the milestones of every activity, or of none."""
        course = self.place.course
        if course is not None:
            every = frozenset(a.id for stream in course.plan.workstreams for a in stream.activities)
            self.place.opened = frozenset() if self.place.opened >= every else every
            self.place.show_rows()

    def _some(self) -> bool:
        return self.place.course is not None
