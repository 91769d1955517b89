"""What the log does to an action in one step, put together from the services."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from wibdesk.changes import Done
from wibdesk.domain.actions import LogAction
from wibdesk.domain.bodies import Body
from wibdesk.domain.deadlines import Due
from wibdesk.domain.entries import Paragraph, Progress
from wibdesk.domain.rich_text import plain_text
from wibdesk.services import actions, bodies, meetings

# The open transaction, only handed on to the services: the screens know nothing of the store.
Transaction: TypeAlias = Any


@dataclass(frozen=True)
class Update:
    """What the clerk put into the form: how far it is, the word on it, and the deadline."""

    action_id: str
    status: Progress
    note: str
    owners: tuple[str, ...]
    due: Due


@dataclass(frozen=True)
class Log:
    """All actions of the register and its bodies."""

    actions: tuple[LogAction, ...] = ()
    bodies: tuple[Body, ...] = ()


def read_log(uow: Transaction) -> Log:
    """Read every action and body."""
    return Log(actions.log(uow), bodies.bodies(uow))


def update_action(uow: Transaction, before: LogAction, update: Update, *, at: datetime) -> Done[LogAction]:
    """Record status, note and deadline as one step that one undo takes back; what is as before is left alone."""
    done: Done[LogAction] | None = None
    if update.due != before.action.due:
        done = actions.set_owners_and_due(uow, update.action_id, update.owners, update.due)
    if done is None or update.note or update.status is not before.action.status:
        done = actions.set_progress(uow, update.action_id, update.status, update.note, at=at)
    return done


def sentence_before(uow: Transaction, action: LogAction) -> str:
    """Return the paragraph of the minutes that the action follows, empty where none does."""
    item = meetings.meeting(uow, action.meeting_id).item(action.item_id)
    ids = [entry.id for entry in item.entries]
    before = item.entries[: ids.index(action.action.id)] if action.action.id in ids else ()
    return next((plain_text(e.text) for e in reversed(before) if isinstance(e, Paragraph) and e.text), "")
