"""A plan is edited part by part: its own words, workstreams, activities with their leads, milestones."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wibdesk.changes import PLANS, Done, changed
from wibdesk.domain.plan_course import MilestoneChange
from wibdesk.domain.plan_tree import added, moved, part, with_part, without
from wibdesk.domain.plans import Activity, Milestone, Workstream
from wibdesk.errors import UserError
from wibdesk.language import later, say
from wibdesk.services.elsewhere import together

if TYPE_CHECKING:
    from wibdesk.domain.plan_tree import Part
    from wibdesk.domain.plans import Plan
    from wibdesk.store.unit_of_work import UnitOfWork

GONE = later("That part of the plan is no longer there: look at the plan again.")
_OWN = {Workstream: "activities", Activity: "milestones"}
"""What belongs to a part of its own: a change of the part's words leaves it as the register has it."""


def change_plan(uow: UnitOfWork, plan: Plan, base: Plan | None = None) -> Done[Plan]:
    """Change the title, the period and the month of a plan; its parts, body and reference stay.

    With `base`, what the plan was when the change began, what changed elsewhere since stays. UserError without a title.
    """
    stored = uow.plans.get(plan.id)
    asked = replace(stored, title=plan.title, period=plan.period, updated=plan.updated)
    before = base and replace(stored, title=base.title, period=base.period, updated=base.updated)
    new = together(before, asked, stored, stored.title)
    if not new.title.strip():
        raise UserError(say("A plan needs a title: give it one."))
    return _stored(uow, new)


def add_part(uow: UnitOfWork, plan_id: str, new: Part, within: str = "", after: str = "") -> Done[Plan]:
    """Add a workstream to a plan, an activity to the workstream `within` or a milestone to such an activity.

    It comes after the part of the id `after`, else at the end. UserError where it says nothing or nothing holds it.
    """
    plan = uow.plans.get(plan_id)
    _refuse_nameless(new)
    longer = added(plan, new, within, after)
    if longer == plan:
        raise UserError(say(GONE))
    return _stored(uow, longer)


def change_part(uow: UnitOfWork, plan_id: str, new: Part, base: Part | None = None, *, by: str = "") -> Done[Plan]:
    """Change the words of a part; what it holds stays as it is in the register.

    With `base`, what the part was when the change began, what changed elsewhere since stays. What a milestone was goes
    into its history, as done by `by`.
    """
    plan = uow.plans.get(plan_id)
    stored = part(plan, new.id)
    if stored is None or type(stored) is not type(new):
        raise UserError(say(GONE))
    _refuse_nameless(new)
    own = _OWN.get(type(new))
    held = {own: getattr(stored, own)} if own else {}
    before = base and replace(base, **held)
    asked = replace(new, **held)
    after = together(before, asked, stored, _words(stored))
    if isinstance(stored, Milestone) and isinstance(after, Milestone) and stored != after:
        keep_before(uow, plan_id, stored, by=by)
    return _stored(uow, with_part(plan, after))


def move_part(uow: UnitOfWork, plan_id: str, part_id: str, places: int) -> Done[Plan]:
    """Move a part up (less than nothing) or down among its like, over the edge into the next that holds such parts."""
    plan = uow.plans.get(plan_id)
    if part(plan, part_id) is None:
        raise UserError(say(GONE))
    return _stored(uow, moved(plan, part_id, places))


def remove_part(uow: UnitOfWork, plan_id: str, part_id: str) -> Done[Plan]:
    """Take a part away with all that it holds; what its milestones were stays in the history."""
    plan = uow.plans.get(plan_id)
    if part(plan, part_id) is None:
        raise UserError(say(GONE))
    return _stored(uow, without(plan, part_id))


def keep_before(
    uow: UnitOfWork, plan_id: str, was: Milestone, note: str = "", by: str = "", told: str | None = None
) -> None:
    """Keep what a milestone was until now, with the note on its change and the meeting that was told."""
    change = MilestoneChange(was.id, uow.now, was.text, was.due, was.status, note.strip(), by.strip() or None, told)
    uow.plan_courses.add_change(plan_id, change)


def _stored(uow: UnitOfWork, plan: Plan) -> Done[Plan]:
    uow.plans.put(plan)
    return Done(plan, changed(PLANS, body_id=plan.body_id))


def _refuse_nameless(new: Part) -> None:
    if not _words(new).strip():
        raise UserError(say("This {name} has no words yet: type what it is called.", name=type(new).__name__.lower()))


def _words(one: Part) -> str:
    return one.text if isinstance(one, Milestone) else one.title
