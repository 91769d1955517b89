"""The action log over all meetings: what is open, what came over, and how far each is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wibdesk.changes import ACTIONS, ENTRIES, Done, changed
from wibdesk.domain.actions import ActionUpdate, LogAction, is_overdue, last_day
from wibdesk.domain.entries import Progress
from wibdesk.domain.meetings import Stage
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.services.elsewhere import together
from wibdesk.services.history import keep_before

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from wibdesk.domain.actions import DueChange
    from wibdesk.domain.deadlines import Due
    from wibdesk.domain.entries import Action
    from wibdesk.store.unit_of_work import UnitOfWork


def log(
    uow: UnitOfWork,
    *,
    body_id: str | None = None,
    owner: str | None = None,
    open_only: bool = False,
    overdue_on: date | None = None,
    due_before: date | None = None,
) -> tuple[LogAction, ...]:
    """Return the actions of a body, or of all, oldest meeting first.

    `owner` is part of an owner's name; `overdue_on` keeps what is overdue on that day, `due_before` what is due before.
    """
    rows = uow.actions.log(body_id)
    if owner is not None:
        rows = [r for r in rows if any(owner.casefold() in name.casefold() for name in r.action.owners)]
    if open_only:
        rows = [r for r in rows if r.action.status.unfinished]
    if overdue_on is not None:
        rows = [r for r in rows if is_overdue(r.action, overdue_on)]
    if due_before is not None:
        rows = [r for r in rows if (day := last_day(r.action.due)) is not None and day < due_before]
    return tuple(rows)


def carried_into(uow: UnitOfWork, meeting_id: str) -> tuple[LogAction, ...]:
    """Return the body's unfinished actions of earlier meetings; a meeting with no known day counts as earlier."""
    details = uow.meetings.get(meeting_id)
    return tuple(uow.actions.unfinished(details.body_id, before=details))


def set_progress(uow: UnitOfWork, action_id: str, status: Progress, note: str = "", *, at: datetime) -> Done[LogAction]:
    """Record how far an action is, with a note; the history keeps every step. `at` is UTC. As `record_step`."""
    return record_step(uow, action_id, ActionUpdate(at, status, note))


def record_step(uow: UnitOfWork, action_id: str, step: ActionUpdate) -> Done[LogAction]:
    """Record how far an action is; without a meeting in the step, it is the one that is under way, if any.

    UserError where a cancelled action has no reason, or a superseded one neither a reason nor a successor.
    """
    row, note = uow.actions.get(action_id), step.note.strip()
    if step.status is Progress.CANCELLED and not note:
        raise UserError(say("Cancelled why? The log keeps the reason: type it in a few words."))
    if step.status is Progress.SUPERSEDED and not note and step.successor_id is None:
        raise UserError(say("Replaced by which action? Type its reference, or the reason in a few words."))
    uow.actions.put(replace(row.action, status=step.status))
    where = step.reported_in_id or uow.action_log.sitting(row.body_id)
    uow.actions.add_update(row.meeting_id, action_id, replace(step, note=note, reported_in_id=where))
    return _done(uow, row)


def carry(
    uow: UnitOfWork,
    action_id: str,
    due: Due,
    note: str = "",
    *,
    at: datetime,
    meeting_id: str | None = None,
    by: str | None = None,
) -> Done[LogAction]:
    """Carry an unfinished action forward to a new deadline; the one before is kept, and the note with the step.

    `at` is UTC; `meeting_id` is the meeting that carries it, None outside a meeting. UserError where it is finished.
    """
    row = uow.actions.get(action_id)
    if not row.action.status.unfinished:
        raise UserError(
            say(
                "This action is {status} already: reopen it before it is carried.",
                status=row.action.status.words.lower(),
            )
        )
    if meeting_id is not None:
        uow.meetings.get(meeting_id)
    _keep_due(uow, row, due, at, meeting_id, by)
    uow.actions.put(replace(row.action, due=due, status=Progress.CARRIED))
    uow.actions.add_update(row.meeting_id, action_id, ActionUpdate(at, Progress.CARRIED, note.strip(), by, meeting_id))
    return _done(uow, row)


def due_history(uow: UnitOfWork, action_id: str) -> tuple[DueChange, ...]:
    """Return the deadlines that an action had before its present one, oldest first."""
    return uow.actions.due_changes(action_id)


def set_owners_and_due(
    uow: UnitOfWork, action_id: str, owners: Sequence[str], due: Due, *, by: str | None = None
) -> Done[LogAction]:
    """Change who owns an action and by when; its text in the minutes is the same record."""
    row = uow.actions.get(action_id)
    _note_due(uow, row, due, by)
    uow.actions.put(replace(row.action, owners=tuple(owners), due=due))
    return _done(uow, row)


def change_action(uow: UnitOfWork, action: Action, base: Action | None = None) -> Done[LogAction]:
    """Store a changed action; its reference stays as it was given.

    With `base`, what the action was when the change began, what changed elsewhere since stays. Its words of before are
    kept as a version of its item.
    """
    row = uow.actions.get(action.id)
    new = together(base, action, row.action, f"action {row.action.ref or ''}".strip())
    before = uow.entries.of_item(row.item_id)
    after = replace(new, ref=row.action.ref)
    keep_before(uow, row.item_id, before, tuple(after if e.id == after.id else e for e in before))
    _note_due(uow, row, after.due)
    uow.actions.put(after)
    return _done(uow, row)


def _note_due(uow: UnitOfWork, row: LogAction, due: Due, by: str | None = None) -> None:
    """Keep the deadline of before where the meeting that set it is over: until then it is still being minuted."""
    details = uow.meetings.get(row.meeting_id)
    over = details.stage is Stage.CLOSED or (details.date is not None and details.date < uow.now.date())
    if over:
        # Empty, not None: None is what moves by itself, with the meeting that it names.
        _keep_due(uow, row, due, uow.now, uow.action_log.sitting(row.body_id), by or "")


def _keep_due(
    uow: UnitOfWork, row: LogAction, due: Due, at: datetime, meeting_id: str | None = None, by: str | None = None
) -> None:
    if due != row.action.due and row.action.due.words:
        uow.actions.add_due_change(row, at, meeting_id, by)


def _done(uow: UnitOfWork, row: LogAction) -> Done[LogAction]:
    kinds = (ACTIONS, ENTRIES)
    return Done(uow.actions.get(row.action.id), changed(*kinds, meeting_id=row.meeting_id, body_id=row.body_id))


def due_dates(uow: UnitOfWork, meeting_id: str) -> tuple[date, ...]:
    """Return the scheduled days of the body, in order, for deadlines such as “next meeting”."""
    details = uow.meetings.get(meeting_id)
    listed = {n.date for n in uow.meetings.next_meetings(meeting_id) if not n.cancelled and n.date is not None}
    return tuple(sorted(uow.meetings.days_of_body(details.body_id, but=meeting_id) | listed))
