"""The action log as a screen asks for it: a view page by page, and what is done with many actions in one step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wibdesk.changes import ACTIONS, ENTRIES, Changes, Done, changed
from wibdesk.domain.action_history import History, Minuted, when_of
from wibdesk.domain.action_review import lead_of
from wibdesk.domain.actions import ActionUpdate
from wibdesk.domain.dates import plain_date
from wibdesk.domain.entries import Paragraph, Progress
from wibdesk.domain.log_views import LogPage
from wibdesk.domain.paper_words import write, writing_in
from wibdesk.domain.rag import BY_HAND
from wibdesk.domain.rich_text import Span, plain_text, to_markup
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.services.actions import change_action, record_step, set_owners_and_due

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from wibdesk.domain.actions import Judgement, LogAction
    from wibdesk.domain.deadlines import Due
    from wibdesk.domain.log_views import LogView
    from wibdesk.store.unit_of_work import UnitOfWork

Many = Done[tuple["LogAction", ...]]


def log_page(uow: UnitOfWork, view: LogView, today: date, start: int = 0, count: int = 100) -> LogPage:
    """Return the ids, groups and counts of a view, and `count` of its actions from `start` on."""
    ids, groups = uow.action_log.shown(view, today)
    lines = tuple(uow.actions.some(ids[start : start + count]))
    return LogPage(ids, groups, uow.action_log.counts(view, today), lines, start)


def log_lines(uow: UnitOfWork, ids: Sequence[str]) -> tuple[LogAction, ...]:
    """Return actions by their ids, as a page asks for them when it comes in sight; those that are gone are left out."""
    return tuple(uow.actions.some(ids))


def log_of(uow: UnitOfWork, view: LogView, today: date) -> tuple[LogAction, ...]:
    """Return all actions of a view in its order, each once, as a document prints them."""
    ids, _ = uow.action_log.shown(view, today)
    return tuple(uow.actions.some(tuple(dict.fromkeys(ids))))


def size_of_log(uow: UnitOfWork, body_id: str) -> int:
    """Return how many actions a body has, or all have for an empty id."""
    return uow.action_log.size(body_id)


def history(uow: UnitOfWork, action_id: str) -> History:
    """Return what the register knows of an action besides its record; UserError where the action is gone.

    Each meeting that carried it or heard of it comes with the sentence on it in its minutes, where there is one.
    """
    row = uow.actions.get(action_id)
    ids = [change.meeting_id for change in row.dues] + [update.reported_in_id for update in row.updates]
    known = tuple({meeting_id: None for meeting_id in ids if meeting_id})
    style = uow.house_styles.named(uow.bodies.get(row.body_id).house_style)
    with writing_in(uow.house_styles.words_of(style)):
        lead = lead_of(row.action)
    said = uow.action_log.said_at(known, lead)
    meetings = {}
    for meeting_id, (day, ref) in uow.action_log.days_of(known).items():
        item_id, text = said.get(meeting_id, (None, ""))
        meetings[meeting_id] = Minuted(meeting_id, when_of(day, ref), item_id, plain_text(text))
    successors = [update.successor_id for update in row.updates if update.successor_id]
    references = {one.action.id: one.action.ref or "" for one in uow.actions.some(successors)}
    raised = Minuted(row.meeting_id, when_of(row.meeting_date, row.meeting_ref), row.item_id, _before(uow, row))
    return History(raised, uow.judgements.of([action_id]).get(action_id, ()), meetings, references)


def _before(uow: UnitOfWork, row: LogAction) -> str:
    """Return the paragraph of the minutes that the action follows, empty where none does."""
    entries = uow.entries.of_item(row.item_id)
    place = next((n for n, entry in enumerate(entries) if entry.id == row.action.id), 0)
    before = reversed(entries[:place])
    return next((plain_text(entry.text) for entry in before if isinstance(entry, Paragraph) and entry.text), "")


def names_to_choose(uow: UnitOfWork, body_id: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the owners of a body's actions, or of all, and the organisations that it knows."""
    return uow.action_log.owners(body_id), uow.action_log.organisations(body_id)


def mark(
    uow: UnitOfWork, ids: Sequence[str], status: Progress, note: str = "", *, at: datetime, by: str | None = None
) -> Many:
    """Record how far some actions are, with the same note; `at` is UTC. As `record_step`."""
    return _each(uow, ids, lambda action_id: record_step(uow, action_id, ActionUpdate(at, status, note, by)))


def replace_by(uow: UnitOfWork, ids: Sequence[str], words: str, *, at: datetime, by: str | None = None) -> Many:
    """Record that another action, named by its reference, took the place of some; other words are the reason alone.

    Of several with that reference it is the newest; the note says of which day where it is of another meeting.
    """

    def one(action_id: str) -> Done[LogAction]:
        row = uow.actions.get(action_id)
        known = [found for found in uow.action_log.with_reference(row.body_id, words) if found != action_id]
        if not known:
            return record_step(uow, action_id, ActionUpdate(at, Progress.SUPERSEDED, words, by))
        other = uow.actions.get(known[0])
        # Each meeting may have its own 3.1: the day says which.
        held = other.meeting_date if other.meeting_id != row.meeting_id else None
        note = write("Replaced by action {ref}", ref=other.action.ref)
        if held:
            note = write("Replaced by action {ref} of {day}", ref=other.action.ref, day=plain_date(held))
        step = ActionUpdate(at, Progress.SUPERSEDED, note, by, successor_id=known[0])
        return record_step(uow, action_id, step)

    return _each(uow, ids, one)


def move_due(uow: UnitOfWork, ids: Sequence[str], due: Due, *, by: str | None = None) -> Many:
    """Give some actions another deadline; the history keeps those before."""

    def one(action_id: str) -> Done[LogAction]:
        return set_owners_and_due(uow, action_id, uow.actions.get(action_id).action.owners, due, by=by)

    return _each(uow, ids, one)


def give_to(uow: UnitOfWork, ids: Sequence[str], owners: Sequence[str]) -> Many:
    """Give some actions to these owners."""

    def one(action_id: str) -> Done[LogAction]:
        return set_owners_and_due(uow, action_id, owners, uow.actions.get(action_id).action.due)

    return _each(uow, ids, one)


def reword(uow: UnitOfWork, action_id: str, words: str) -> Many:
    """Change the words of an action in the minutes; marks of bold and italic stay where the words do.

    UserError where there are none.
    """
    record = uow.actions.get(action_id).action
    words = " ".join(words.split())
    if not words:
        raise UserError(say("An action needs its words: type what is to be done."))
    if words == " ".join(plain_text(record.text).split()):
        return Done((uow.actions.get(action_id),), Changes())
    done = change_action(uow, replace(record, text=to_markup((Span(words),))))
    return Done((done.value,), done.changes)


def judge(uow: UnitOfWork, ids: Sequence[str], said: Judgement) -> Many:
    """Set the RAG word of some actions by hand; an empty word lets the rule speak again.

    UserError for a word that is not set by hand, and where there is no reason.
    """
    if said.rag and said.rag not in BY_HAND:
        raise UserError(say("“{rag}” is no RAG word that is set by hand: choose Red, Amber or Green.", rag=said.rag))
    if said.rag and not said.reason.strip():
        raise UserError(say("{rag} why? The log keeps the reason: type it in a few words.", rag=said.rag))

    def one(action_id: str) -> Done[LogAction]:
        row = uow.actions.get(action_id)
        uow.judgements.add(row.body_id, action_id, replace(said, reason=said.reason.strip()))
        return Done(uow.actions.get(action_id), changed(ACTIONS, body_id=row.body_id))

    return _each(uow, ids, one)


def _each(uow: UnitOfWork, ids: Sequence[str], one: Callable[[str], Done[LogAction]]) -> Many:
    """Do the same with each action, as one step that one undo takes back."""
    done = [one(action_id) for action_id in dict.fromkeys(ids)]
    bodies = {row.value.body_id for row in done}
    touched = changed(ACTIONS, ENTRIES, body_id=bodies.pop() if len(bodies) == 1 else None)
    return Done(tuple(row.value for row in done), touched if done else Changes())
