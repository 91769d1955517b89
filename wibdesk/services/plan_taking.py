"""A plan from outside, as a file or a pasted table: new, or in the place of the one with its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wibdesk.domain.plan_matching import with_ids_of
from wibdesk.domain.plan_tree import part, steps
from wibdesk.domain.plans import Milestone
from wibdesk.language import say
from wibdesk.services import transfer
from wibdesk.services.plan_editing import keep_before

if TYPE_CHECKING:
    from wibdesk.changes import Done
    from wibdesk.domain.plans import Plan
    from wibdesk.store.unit_of_work import UnitOfWork


def take_plan(uow: UnitOfWork, plan: Plan, *, replace: bool = False, by: str = "") -> Done[Plan]:
    """Store a plan from outside; the same body and title again is refused unless `replace`.

    A milestone that stands in both stays the same record: what it was goes into its history.
    """
    body = uow.bodies.by_name(plan.body_name)
    same = next((p for p in uow.plans.all(body.id) if p.title == plan.title), None) if body and replace else None
    if same is None:
        return transfer.put_plan(uow, plan, replace=replace)
    done = transfer.put_plan(uow, with_ids_of(same, plan), replace=True)
    for was in (step.milestone for step in steps(same)):
        now = part(done.value, was.id)
        if isinstance(now, Milestone) and now != was:
            keep_before(uow, same.id, was, say("Read from a file"), by)
    return done


def same_title(uow: UnitOfWork, body_name: str, title: str) -> str | None:
    """Return the reference of the plan that a new one would take the place of; None where there is none."""
    body = uow.bodies.by_name(body_name)
    known = uow.plans.all(body.id) if body else ()
    return next((plan.ref for plan in known if plan.title == title), None)
