"""Which actions of the log are meant: the view, body, owner, deadline and words; passed from the log to its preview."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from wibdesk.domain.actions import LogAction, is_overdue, last_day
from wibdesk.domain.dates import short_date
from wibdesk.domain.entries import Progress
from wibdesk.domain.rich_text import plain_text

VIEWS = (
    ("open", "Open"),
    ("overdue", "Overdue"),
    ("done", "Done, to accept"),
    ("closed", "Closed"),
    ("all", "All"),
)
MARK = "actions"
"""What a note to the preview begins with when the action log is meant."""


@dataclass(frozen=True)
class LogChoice:
    """What is on is narrowed by every part that says anything; `view` is an id of VIEWS."""

    view: str = "open"
    body_id: str = ""
    owner: str = ""
    due_before: date | None = None
    words: str = ""

    def chosen(self, actions: Iterable[LogAction], today: date) -> tuple[LogAction, ...]:
        """Return the actions that are meant, in the order given."""
        return tuple(a for a in actions if self.fits(a) and in_view(a, self.view, today))

    def counts(self, actions: Iterable[LogAction], today: date) -> dict[str, int]:
        """Return how many actions each view has, by its id."""
        fitting = [a for a in actions if self.fits(a)]
        return {view: sum(in_view(a, view, today) for a in fitting) for view, _ in VIEWS}

    def fits(self, action: LogAction) -> bool:
        """Say whether body, owner, deadline and words fit, whatever the view."""
        day = last_day(action.action.due)
        return (
            self.body_id in ("", action.body_id)
            and (not self.owner or any(self.owner.casefold() in o.casefold() for o in action.action.owners))
            and (self.due_before is None or (day is not None and day < self.due_before))
            and all(word in _text(action) for word in self.words.casefold().split())
        )

    def narrowed(self) -> list[str]:
        """Return in words what narrows the log besides view and body."""
        before = f"due before {short_date(self.due_before)}" if self.due_before else ""
        words = f"with “{self.words}”" if self.words else ""
        return [part for part in (f"owner {self.owner}" if self.owner else "", before, words) if part]

    def note(self) -> str:
        """Return the choice as a note that a place can be entered with."""
        before = self.due_before.isoformat() if self.due_before else ""
        return f"{MARK} {json.dumps([self.view, self.body_id, self.owner, before, self.words])}"


def choice_from(note: str) -> LogChoice | None:
    """Return the choice that a note carries; None where the note is about something else."""
    mark, _, rest = note.partition(" ")
    if mark != MARK:
        return None
    if not rest:
        return LogChoice()
    view, body_id, owner, before, words = json.loads(rest)
    return LogChoice(view, body_id, owner, date.fromisoformat(before) if before else None, words)


def in_view(action: LogAction, view: str, today: date) -> bool:
    """Say whether an action belongs to a view; done is the owner's word, so such an action stays with the open ones."""
    status = action.action.status
    return {
        "open": status.unfinished or status is Progress.DONE,
        "overdue": is_overdue(action.action, today),
        "done": status is Progress.DONE,
        "closed": not status.unfinished and status is not Progress.DONE,
    }.get(view, True)


def _text(action: LogAction) -> str:
    record = action.action
    parts = (record.ref or "", plain_text(record.text), *record.owners, *action.organisations, record.due.words)
    raised = short_date(action.meeting_date) if action.meeting_date else action.meeting_ref
    return " ".join((*parts, raised, action.item_title, *(step.note for step in action.updates))).casefold()
