"""A plan is tracked: progress reported, dates moved or found, RAG words judged, updates made final."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wibdesk.changes import ACTIONS, ENTRIES, PLANS, Done, changed
from wibdesk.domain.actions import Judgement
from wibdesk.domain.dates import short_date
from wibdesk.domain.entries import Action
from wibdesk.domain.meetings import Stage
from wibdesk.domain.plan_course import DueMilestone, PlanCourse, due_until, standing
from wibdesk.domain.plan_dates import settled
from wibdesk.domain.plan_tree import steps, with_part
from wibdesk.domain.rag import BY_HAND
from wibdesk.domain.rich_text import Span, to_markup
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.services.minutes import save_entries
from wibdesk.services.plan_editing import GONE, keep_before

if TYPE_CHECKING:
    from datetime import date

    from wibdesk.domain.agenda import Item
    from wibdesk.domain.deadlines import Due
    from wibdesk.domain.entries import Progress
    from wibdesk.domain.meetings import MeetingDetails
    from wibdesk.domain.plan_snapshot import Snapshot
    from wibdesk.domain.plan_tree import Step
    from wibdesk.domain.plans import Milestone, Plan
    from wibdesk.store.unit_of_work import UnitOfWork

ITEM_WORDS = "improvement plan"


def course(uow: UnitOfWork, plan_id: str) -> PlanCourse:
    """Return a plan with the history of its milestones and the RAG words set by hand."""
    plan = uow.plans.get(plan_id)
    changes = uow.plan_courses.changes(plan_id)
    told = {c.reported_in_id for each in changes.values() for c in each if c.reported_in_id}
    judged = uow.judgements.of([step.milestone.id for step in steps(plan)])
    return PlanCourse(plan, changes, judged, uow.plan_courses.meeting_words(told))


def report_progress(
    uow: UnitOfWork,
    plan_id: str,
    milestone_id: str,
    status: Progress,
    note: str = "",
    *,
    by: str = "",
    meeting_id: str | None = None,
) -> Done[Plan]:
    """Record how far a milestone is, with a note, who says so and the meeting that was told."""
    plan, was = _found(uow, plan_id, milestone_id)
    return _changed(uow, plan, was, replace(was, status=status), note, by, meeting_id)


def move_date(
    uow: UnitOfWork,
    plan_id: str,
    milestone_id: str,
    due: Due,
    note: str = "",
    *,
    by: str = "",
    meeting_id: str | None = None,
) -> Done[Plan]:
    """Give a milestone another deadline; the one before stays in its history. UserError for no deadline at all."""
    if not due.words:
        raise UserError(say("A new date is needed: type it as 6 Oct 2026 or 6/10/26."))
    plan, was = _found(uow, plan_id, milestone_id)
    return _changed(uow, plan, was, replace(was, due=due), note, by, meeting_id)


def settle_date(uow: UnitOfWork, plan_id: str, milestone_id: str, due: Due, *, by: str = "") -> Done[Plan]:
    """Say which deadline a doubtful one means: the words as written stay, and it is no slip."""
    plan, was = _found(uow, plan_id, milestone_id)
    return _changed(uow, plan, was, replace(was, due=settled(was.due, due)), "", by, None)


def judge(uow: UnitOfWork, plan_id: str, milestone_id: str, rag: str, reason: str, *, by: str = "") -> Done[Plan]:
    """Set the RAG word of a milestone by hand, with the reason; an empty word lets the rule say it again."""
    if rag and rag not in BY_HAND:
        raise UserError(
            say("“{rag}” is no RAG word: it is {by_hand}, or nothing.", rag=rag, by_hand=", ".join(BY_HAND))
        )
    if rag and not reason.strip():
        raise UserError(say("A RAG word set by hand needs its reason: say in a few words why."))
    plan, _ = _found(uow, plan_id, milestone_id)
    uow.judgements.add(plan.body_id, milestone_id, Judgement(uow.now, rag, reason.strip(), by.strip() or None))
    return Done(plan, changed(PLANS, body_id=plan.body_id))


def last_update(uow: UnitOfWork, plan_id: str) -> Snapshot | None:
    """Return how the plan stood at the last update that was made final."""
    return uow.plan_courses.last_snapshot(plan_id)


def finish_update(uow: UnitOfWork, plan_id: str, name: str) -> Done[Plan]:
    """Keep how the plan stands now: the next update tells what changed since. UserError without a name."""
    if not name.strip():
        raise UserError(say("An update that is final needs a name, as “April to September 2026”."))
    plan = uow.plans.get(plan_id)
    uow.plan_courses.add_snapshot(plan, name.strip(), uow.now)
    return Done(plan, changed(PLANS, body_id=plan.body_id))


def due_milestones(
    uow: UnitOfWork, body_id: str | None, before: date | None, *, today: date
) -> tuple[DueMilestone, ...]:
    """Return the unfinished milestones of a body's plans, or of all, that are due before a day, nearest first."""
    found = []
    for plan in uow.plans.all(body_id):
        known = course(uow, plan.id)
        found += [DueMilestone(plan, s, standing(known, s.milestone, today)) for s in due_until(known, today, before)]
    return tuple(found)


def make_action(uow: UnitOfWork, plan_id: str, milestone_id: str, *, today: date) -> Done[Action]:
    """Raise an action for a milestone at the body's next meeting, under its item on the improvement plan.

    Its owners are the leads of the activity, its deadline is the milestone's. UserError says what is missing.
    """
    plan, _ = _found(uow, plan_id, milestone_id)
    step = next(step for step in steps(plan) if step.milestone.id == milestone_id)
    details = _next_meeting(uow, plan, today)
    item = _plan_item(uow, details, plan)
    held = uow.entries.of_item(item.id)
    new = _action(step)
    saved = save_entries(uow, item.id, (*held, new), held).value
    made = next((e for e in saved.entries if isinstance(e, Action) and e.id == new.id), new)
    return Done(made, changed(ACTIONS, ENTRIES, meeting_id=details.id, body_id=plan.body_id))


def _action(step: Step) -> Action:
    owners = tuple(lead.name for lead in step.activity.leads)
    title = to_markup((Span(f"{step.activity.title}: "),))
    return Action(f"{title}{step.milestone.text}", owners, step.milestone.due)


def _next_meeting(uow: UnitOfWork, plan: Plan, today: date) -> MeetingDetails:
    coming = [
        m for m in uow.meetings.of_body(plan.body_id) if m.stage is not Stage.CLOSED and m.date and m.date >= today
    ]
    if not coming:
        raise UserError(
            say("{body_name} has no meeting to come: add the next one, then make the action.", body_name=plan.body_name)
        )
    return min(coming, key=lambda m: m.date or today)


def _plan_item(uow: UnitOfWork, details: MeetingDetails, plan: Plan) -> Item:
    wanted = (ITEM_WORDS, plan.title.casefold())
    for item in uow.agenda.items(details.id):
        if any(words in item.title.casefold() for words in wanted):
            return item
    when = short_date(details.date) if details.date else details.ref
    raise UserError(
        say("The next meeting, {when}, has no item “Improvement plan”: add it to its agenda first.", when=when)
    )


def _found(uow: UnitOfWork, plan_id: str, milestone_id: str) -> tuple[Plan, Milestone]:
    plan = uow.plans.get(plan_id)
    found = next((step.milestone for step in steps(plan) if step.milestone.id == milestone_id), None)
    if found is None:
        raise UserError(say(GONE))
    return plan, found


def _changed(
    uow: UnitOfWork, plan: Plan, was: Milestone, new: Milestone, note: str, by: str, meeting_id: str | None
) -> Done[Plan]:
    if meeting_id is not None:
        uow.meetings.get(meeting_id)
    keep_before(uow, plan.id, was, note, by, meeting_id)
    after = with_part(plan, new)
    uow.plans.put(after)
    return Done(after, changed(PLANS, body_id=plan.body_id))
