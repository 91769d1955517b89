"""Going through the actions of earlier meetings: each step in the log, with its sentence in the minutes, at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wibdesk.changes import ACTIONS, ENTRIES, Done, changed
from wibdesk.domain.action_review import PROGRESS, Reviewed, Step, sentence_on, with_sentence
from wibdesk.domain.actions import ActionUpdate
from wibdesk.domain.entries import Action, Progress
from wibdesk.domain.ids import new_id
from wibdesk.domain.paper_words import write, writing_in
from wibdesk.domain.rich_text import Span, to_markup
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.services.actions import carry, record_step
from wibdesk.services.minutes import save_entries
from wibdesk.services.sittings import forms_of

if TYPE_CHECKING:
    from datetime import datetime

    from wibdesk.domain.actions import LogAction
    from wibdesk.store.unit_of_work import UnitOfWork


def review(
    uow: UnitOfWork,
    action_id: str,
    reviewed: Reviewed,
    *,
    at: datetime,
    item_id: str,
    write: bool = True,
    by: str | None = None,
) -> Done[LogAction]:
    """Record a step in the review of an action, and with `write` what the minutes of the item say of it.

    A new wording is a new action of the item that takes the place of the old one, which keeps its words; it needs
    `write`. `at` is UTC, `by` who records it. UserError where it is carried to no deadline or reworded to nothing.
    """
    row = uow.actions.get(action_id)
    meeting_id = uow.agenda.meeting_of(item_id)
    made = _reworded(uow, row.action, reviewed, item_id) if reviewed.step is Step.REWORDED else None
    _record(uow, row, reviewed, ActionUpdate(at, row.action.status, reviewed.words.strip(), by, meeting_id), made)
    if write or made is not None:
        entries = uow.entries.of_item(item_id)
        was = next((c.was for c in uow.actions.due_changes(action_id) if c.meeting_id == meeting_id), row.action.due)
        with writing_in(forms_of(uow, meeting_id).words):
            sentence = sentence_on(replace(row.action, due=was), reviewed, made.ref if made is not None else None)
            said = with_sentence(entries, row.action, sentence)
        save_entries(uow, item_id, said)
    touched = changed(ACTIONS, ENTRIES, body_id=row.body_id)
    return Done(uow.actions.get(action_id), touched)


def _record(uow: UnitOfWork, row: LogAction, reviewed: Reviewed, said: ActionUpdate, made: Action | None) -> None:
    """Record the step: `said` has when, by whom and at which meeting, and the note."""
    action_id, at, by, meeting_id = row.action.id, said.at, said.by, said.reported_in_id
    if reviewed.step is Step.CARRIED:
        if reviewed.due is None or not reviewed.due.words:
            raise UserError(say("Carried to when? Type a day, a month or a meeting, such as 6/10 or next meeting."))
        if not row.action.status.unfinished:  # the clerk changed their mind
            uow.actions.put(replace(row.action, status=Progress.OPEN))
        carry(uow, action_id, reviewed.due, said.note, at=at, meeting_id=meeting_id, by=by)
    elif reviewed.step is Step.NOTED:
        uow.actions.add_update(row.meeting_id, action_id, said)
    elif made is not None:
        note = write("Replaced by action {ref}", ref=made.ref)
        record_step(uow, action_id, replace(said, status=Progress.SUPERSEDED, note=note, successor_id=made.id))
    else:
        record_step(uow, action_id, replace(said, status=PROGRESS[reviewed.step]))


def _reworded(uow: UnitOfWork, action: Action, reviewed: Reviewed, item_id: str) -> Action:
    """Make the action that takes the place of another, at the end of the item, and return it with its reference."""
    if not reviewed.words.strip():
        raise UserError(say("The new wording is empty: type what is to be done."))
    text = to_markup((Span(reviewed.words.strip()),))
    fresh = replace(action, text=text, ref=None, status=Progress.OPEN, id=new_id())
    saved = save_entries(uow, item_id, (*uow.entries.of_item(item_id), fresh)).value
    made = next(entry for entry in saved.entries if entry.id == fresh.id)
    assert isinstance(made, Action)
    return made
