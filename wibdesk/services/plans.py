"""Improvement plans: kept whole, found by their reference."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wibdesk.changes import BIN, BODIES, PLANS, Done, changed
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.services.removing import bin_plan

if TYPE_CHECKING:
    from wibdesk.domain.plans import Plan
    from wibdesk.store.unit_of_work import UnitOfWork


def plans(uow: UnitOfWork, body_id: str | None = None) -> tuple[Plan, ...]:
    """Return every plan, in the order they came; with `body_id`, of that body only."""
    return uow.plans.all(body_id)


def find_plan(uow: UnitOfWork, ref: str) -> Plan:
    """Return the plan with a short reference, as P1; UserError that names the reference where there is none."""
    plan = uow.plans.by_ref(ref)
    if plan is None:
        raise UserError(
            say("There is no plan {ref} in this register: list the plans to see their references.", ref=ref)
        )
    return plan


def add_plan(uow: UnitOfWork, plan: Plan) -> Done[Plan]:
    """Store a new plan of a body that is in the register; its reference is given here."""
    body = uow.bodies.get(plan.body_id)
    new = replace(plan, body_name=body.name, ref=uow.plans.next_ref())
    uow.plans.put(new)
    return Done(new, changed(PLANS, BODIES, body_id=body.id))


def remove_plan(uow: UnitOfWork, plan_id: str) -> Done[Plan]:
    """Put a plan into the bin with all that belongs to it."""
    gone = uow.plans.get(plan_id)
    bin_plan(uow, gone)
    uow.plans.remove(plan_id)
    return Done(gone, changed(PLANS, BIN, body_id=gone.body_id))
