"""What the minutes say of an action of an earlier meeting when it is gone through, a sentence each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from wibdesk.domain.dates import plain_date
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Entry, Paragraph, Progress
from wibdesk.domain.paper_words import write
from wibdesk.domain.rich_text import Span, plain_text, to_markup


class Step(StrEnum):
    """What is done with an action in a review."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    CLOSED = "closed"
    CARRIED = "carried"
    REWORDED = "reworded"
    NOTED = "noted"


@dataclass(frozen=True)
class Reviewed:
    """A step in a review: `due` is the new deadline of an action carried, `words` a note or the new wording."""

    step: Step
    due: Due | None = None
    words: str = ""


PROGRESS = {
    Step.OPEN: Progress.OPEN,
    Step.IN_PROGRESS: Progress.IN_PROGRESS,
    Step.DONE: Progress.DONE,
    Step.CLOSED: Progress.CLOSED,
    Step.CARRIED: Progress.CARRIED,
    Step.REWORDED: Progress.SUPERSEDED,
}
"""How far an action is after each step; a note alone leaves it as it was."""


def lead_of(action: Action) -> str:
    """Return the words with which the sentence on an action begins: its reference, else its own words."""
    if action.ref:
        return write("Action {ref}", ref=action.ref)
    return write("Action “{text}”", text=plain_text(action.text))


def sentence_on(action: Action, reviewed: Reviewed, replaced_by: str | None = None) -> str:
    """Return what the minutes say, as `Action 3.1 (J Amari), heat map: completed and closed`, with a full stop.

    `action` is as it was before the step; `replaced_by` is the reference of the action that a new wording made.
    """
    owners = f" ({', '.join(action.owners)})" if action.owners else ""
    words = f", {plain_text(action.text).rstrip('.')}" if action.ref and action.text else ""
    return f"{lead_of(action)}{owners}{words}: {_said(action, reviewed, replaced_by)}."


def with_sentence(entries: Sequence[Entry], action: Action, sentence: str) -> tuple[Entry, ...]:
    """Return the entries with the sentence on an action: in place of the one that stands there, else at the end.

    The order of what was written stays; an empty sentence takes the one that stands there away.
    """
    place = next((n for n, entry in enumerate(entries) if _is_about(entry, action)), None)
    text = to_markup((Span(sentence),))
    if place is None:
        return (*entries, Paragraph(text)) if sentence else tuple(entries)
    stands = entries[place]
    assert isinstance(stands, Paragraph)
    kept = (replace(stands, text=text),) if sentence else ()
    return (*entries[:place], *kept, *entries[place + 1 :])


def _day_words(due: Due) -> str:
    """Return a deadline as it stands in a sentence of the minutes."""
    if due.date is not None and due.kind is DueKind.MEETING:
        return write("the meeting of {day}", day=plain_date(due.date))
    return plain_date(due.date) if due.date is not None and due.kind is DueKind.DATE else due.words


def _is_about(entry: Entry, action: Action) -> bool:
    """Say whether a sentence is on this action: two of different meetings may bear the same reference."""
    if not isinstance(entry, Paragraph):
        return False
    words, lead = plain_text(entry.text), lead_of(action)
    begins = words.startswith((f"{lead} ", f"{lead},", f"{lead}:"))
    return begins and plain_text(action.text).rstrip(".") in words


def _said(action: Action, reviewed: Reviewed, replaced_by: str | None) -> str:
    note = reviewed.words.strip().rstrip(".")
    match reviewed.step:
        case Step.CARRIED:
            due = reviewed.due or Due()
            said = write("carried forward to {day}", day=_day_words(due)) if due.words else write("carried forward")
            if action.due.words and action.due != due:
                said = write("{carried} (was {day})", carried=said, day=_day_words(action.due))
        case Step.REWORDED:
            return write("replaced by action {ref}", ref=replaced_by) if replaced_by else write("reworded")
        case Step.NOTED:
            return note
        case _:
            said = {
                Step.OPEN: write("open"), Step.IN_PROGRESS: write("in progress"), Step.DONE: write("reported as done"),
                Step.CLOSED: write("completed and closed"),
            }[reviewed.step]  # fmt: skip
    return f"{said}; {note}" if note else said
