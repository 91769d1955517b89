"""The story of one action: raised, each deadline, each status and judgement, with who, when and at which meeting."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from wibdesk.domain.dates import short_date
from wibdesk.domain.entries import Progress
from wibdesk.domain.rag import is_slip
from wibdesk.language import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wibdesk.domain.actions import ActionUpdate, DueChange, Judgement, LogAction
    from wibdesk.domain.deadlines import Due


@dataclass(frozen=True)
class Minuted:
    """A meeting at which something was said of an action: its day or reference, and the sentence in its minutes.

    `item_id` is where that sentence stands, None where the minutes have none.
    """

    meeting_id: str
    when: str
    item_id: str | None = None
    sentence: str = ""


@dataclass(frozen=True)
class Step:
    """A step of the story: `kind` is raised, due, status, note or judged; `at` is UTC, None for the raising.

    `day` is when it was raised, where that is known.
    """

    kind: str
    words: str
    more: str = ""
    at: datetime | None = None
    day: str = ""
    minuted: Minuted | None = None


@dataclass(frozen=True)
class History:
    """All that is known of an action besides its record."""

    raised: Minuted
    judgements: tuple[Judgement, ...] = ()
    meetings: Mapping[str, Minuted] = field(default_factory=dict)
    references: Mapping[str, str] = field(default_factory=dict)


def story(row: LogAction, history: History) -> tuple[Step, ...]:
    """Return the steps, newest first; the raising is the last."""
    steps = [
        *_dues(row, history),
        *(_update(update, history) for update in row.updates),
        *(_judged(said) for said in history.judgements),
    ]
    steps.sort(key=lambda step: step.at or datetime.min, reverse=True)
    at = say("Raised at item {item_number}", item_number=row.item_number) if row.item_number else say("Raised")
    first = row.dues[0].was if row.dues else row.action.due
    words = say("{raised}, due {first}", raised=at, first=first.words) if first.words else at
    raised = Step("raised", words, row.body_name, day=_raised(row), minuted=history.raised)
    return (*steps, raised)


def latest_sentence(row: LogAction, history: History) -> Minuted:
    """Return the last minutes that say something of the action: those of a later meeting, else where it was raised."""
    return next((s.minuted for s in story(row, history) if s.minuted and s.minuted.item_id), history.raised)


def _raised(row: LogAction) -> str:
    return short_date(row.meeting_date) if row.meeting_date else row.meeting_ref


def _dues(row: LogAction, history: History) -> list[Step]:
    followed: list[Due] = [*(change.was for change in row.dues), row.action.due][1:]
    return [_moved(change, due, history) for change, due in zip(row.dues, followed, strict=True)]


def _moved(change: DueChange, due: Due, history: History) -> Step:
    words = (
        say("Moved from {was} to {due}", was=change.was.words, due=due.words)
        if due.words
        else say("No date any more, was {was}", was=change.was.words)
    )
    minuted = history.meetings.get(change.meeting_id or "")
    by_itself = change.by is None and minuted is None and change.was.kind == due.kind == "meeting"
    where = say("The meeting itself moved") if by_itself else _where(minuted, say("Outside a meeting"))
    slipped = "slipped" if is_slip(change, due) else ""
    return Step("due", words, _joined(where, _by(change.by), slipped), change.at, minuted=minuted)


def _update(update: ActionUpdate, history: History) -> Step:
    kind = "note" if update.note and update.status in (Progress.OPEN, Progress.IN_PROGRESS) else "status"
    minuted = history.meetings.get(update.reported_in_id or "")
    successor = history.references.get(update.successor_id or "", "")
    names_it = successor and successor in update.note
    words = update.note or state_words(update.status)
    more = _joined(
        state_words(update.status) if update.note else "",
        say("see action {successor}", successor=successor) if successor and not names_it else "",
        _where(minuted, ""),
        _by(update.by),
    )
    return Step(kind, words, more, update.at, minuted=minuted)


def _judged(said: Judgement) -> Step:
    words = (
        say("{rag} by hand: {reason}", rag=said.rag, reason=said.reason) if said.rag else say("RAG by the rule again")
    )
    return Step("judged", words, _by(said.by), said.at)


def state_words(status: Progress) -> str:
    """Return a status so that the owner's word is not taken for the board's."""
    return {Progress.DONE: say("Done, its owner says"), Progress.CLOSED: say("Closed by the board")}.get(
        status, status.words
    )


def _where(minuted: Minuted | None, otherwise: str) -> str:
    return say("At the meeting of {when}", when=minuted.when) if minuted is not None else otherwise


def _by(name: str | None) -> str:
    return say("recorded by {name}", name=name) if name else ""


def _joined(*parts: str) -> str:
    words = " · ".join(part for part in parts if part)
    return words[:1].upper() + words[1:]


def when_of(day: date | None, ref: str) -> str:
    """Return the day of a meeting, else its reference."""
    return short_date(day) if day else ref
