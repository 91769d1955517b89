"""What the Plans place shows, read in one go: the plans there are, and the course of the one chosen."""

from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from wibdesk.domain.bodies import Body
from wibdesk.domain.meetings import MeetingDetails, Stage
from wibdesk.domain.plan_course import PlanCourse
from wibdesk.domain.plans import Plan
from wibdesk.services import bodies as body_verbs
from wibdesk.services import meetings, plan_tracking
from wibdesk.services import plans as verbs

# The open transaction, only handed on to the services: the screens know nothing of the store.
Transaction: TypeAlias = Any


@dataclass(frozen=True)
class Board:
    """The bodies and plans of the register, and the course of the plan shown; None where there is no plan.

    `sitting` is the body's meeting that is live or of today, to which is reported; None where there is none.
    """

    bodies: tuple[Body, ...] = ()
    plans: tuple[Plan, ...] = ()
    course: PlanCourse | None = None
    sitting: MeetingDetails | None = None


def read_board(uow: Transaction, body_id: str, plan_id: str, today: date) -> Board:
    """Read the plan of this id; where it is gone or none is named, the first of the body, else the first of all."""
    bodies, plans = body_verbs.bodies(uow), verbs.plans(uow)
    of_body = [plan for plan in plans if plan.body_id == body_id]
    chosen = next((plan for plan in plans if plan.id == plan_id), next(iter([*of_body, *plans]), None))
    if chosen is None:
        return Board(bodies, plans)
    return Board(bodies, plans, plan_tracking.course(uow, chosen.id), _sitting(uow, chosen.body_id, today))


def _sitting(uow: Transaction, body_id: str, today: date) -> MeetingDetails | None:
    held = [known.details for known in meetings.meetings(uow, body_id)]
    live = [details for details in held if details.stage is Stage.LIVE]
    return next(iter([*live, *(details for details in held if details.date == today)]), None)
