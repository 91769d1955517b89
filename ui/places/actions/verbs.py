"""What the log reads and does in one step, put together from the services."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeAlias

from wibdesk.changes import Changes, Done
from wibdesk.domain.action_history import History
from wibdesk.domain.actions import ActionUpdate, LogAction
from wibdesk.domain.bodies import Body
from wibdesk.domain.deadlines import Due, read_due
from wibdesk.domain.entries import Progress
from wibdesk.domain.log_views import LogPage, LogView, SavedView
from wibdesk.services import action_log, actions, bodies, people, saved_views

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
    """What a view shows, of how many actions in all, with the bodies and the views that are kept."""

    page: LogPage = field(default_factory=LogPage)
    view: LogView = field(default_factory=LogView)
    size: int = 0
    bodies: tuple[Body, ...] = ()
    kept: tuple[SavedView, ...] = ()


@dataclass(frozen=True)
class Names:
    """Who owns actions, which organisations are known, and the days on which a body meets."""

    owners: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    meetings: tuple[date, ...] = ()


def read_log(uow: Transaction, view: LogView, today: date, start: int, count: int) -> Log:
    """Read what a view shows, with `count` actions from `start` on."""
    page = action_log.log_page(uow, view, today, start, count)
    known = bodies.bodies(uow)
    whole = action_log.size_of_log(uow, view.body_id) if view.narrowed() else (page.counts or {}).get("all", 0)
    return Log(page, view, whole, known, saved_views.saved_views(uow))


def read_names(uow: Transaction, body_id: str, meeting_id: str) -> Names:
    """Read what names and days may be meant in a row."""
    days = actions.due_dates(uow, meeting_id) if meeting_id else ()
    return Names(known_owners(uow, body_id), action_log.names_to_choose(uow, body_id)[1], days)


def read_action(uow: Transaction, action_id: str) -> tuple[LogAction, History]:
    """Read one action in full; UserError where it is gone."""
    history = action_log.history(uow, action_id)
    return action_log.log_lines(uow, [action_id])[0], history


def update_action(uow: Transaction, before: LogAction, update: Update, *, at: datetime, by: str) -> Done[LogAction]:
    """Record status, note and deadline as one step that one undo takes back; what is as before is left alone."""
    done: Done[LogAction] | None = None
    if update.due != before.action.due:
        done = actions.set_owners_and_due(uow, update.action_id, update.owners, update.due, by=by)
    if done is None or update.note or update.status is not before.action.status:
        done = actions.record_step(uow, update.action_id, ActionUpdate(at, update.status, update.note, by))
    return done


def move_by_words(uow: Transaction, ids: Sequence[str], words: str, today: date, by: str) -> Done[Any]:
    """Give actions the deadline that was typed: a meeting named in it is one of each action's own body."""
    done: Done[Any] = Done(None, Changes())
    for row in action_log.log_lines(uow, ids):
        due = due_in(words, row.action.due, today, actions.due_dates(uow, row.meeting_id))
        done = action_log.move_due(uow, [row.action.id], due, by=by)
    return done


def give_by_words(uow: Transaction, ids: Sequence[str], words: str, body_id: str) -> Done[Any]:
    """Give actions to the owners that were typed."""
    return action_log.give_to(uow, ids, owners_in(words, known_owners(uow, body_id)))


def known_owners(uow: Transaction, body_id: str) -> tuple[str, ...]:
    """Return who owns an action, and who is on the roster of the body."""
    roster = people.roster(uow, body_id) if body_id else ()
    names = (*action_log.names_to_choose(uow, body_id)[0], *(person.prints_as for person in roster))
    return tuple(dict.fromkeys(names))


def due_in(words: str, before: Due, today: date, meetings: Sequence[date]) -> Due:
    """Return the deadline as typed; untouched words give the very deadline that was there."""
    return before if words == before.words.strip() else read_due(words, on=today, meetings=meetings)


def owners_in(words: str, known: Sequence[str]) -> tuple[str, ...]:
    """Return the owners typed with commas between them: part of a known name is that name where only one has it."""
    return tuple(dict.fromkeys(_owner(part, known) for part in words.replace(";", ",").split(",") if part.strip()))


def _owner(words: str, known: Sequence[str]) -> str:
    wanted = " ".join(words.split())
    same = [name for name in known if name.casefold() == wanted.casefold()]
    parts = [name for name in known if wanted.casefold() in name.casefold()]
    return same[0] if same else parts[0] if len(parts) == 1 else wanted
