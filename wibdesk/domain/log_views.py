"""Views of the action log: which actions, in which groups and order; kept by name, carried from screen to screen."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Any

from wibdesk.domain.dates import month_words, short_date
from wibdesk.domain.ids import new_id
from wibdesk.language import later, say

if TYPE_CHECKING:
    from wibdesk.domain.actions import LogAction

VIEWS = (
    ("open", later("Not closed")),
    ("overdue", later("Overdue")),
    ("done", later("Done, to accept")),
    ("closed", later("Closed")),
    ("all", later("All")),
)
"""Which actions: done is the owner's word, so such an action stays with the open ones until the board closes it."""
GROUPS = (
    ("due", later("deadline")), ("owner", later("owner")), ("organisation", later("organisation")),
    ("meeting", later("meeting")),
    ("none", later("no headings")),
)  # fmt: skip
ORDERS = (
    ("due", later("deadline")), ("ref", later("reference")), ("raised", later("meeting")), ("status", later("status")),
)  # fmt: skip
NOTED = "actions"
"""What a note begins with that carries a view of the log."""
_DAYS = ("due_from", "due_before", "raised_from", "raised_before")


@dataclass(frozen=True)
class LogView:
    """What is in the log is narrowed by every part that says anything; `view` is an id of VIEWS.

    `owner` and `organisation` are parts of a name, `due_from` is the first day and `due_before` the day after the last,
    as with `raised_from` and `raised_before`, the days of the meetings.
    `group_by` is an id of GROUPS, `order` one of ORDERS, the other way round with `backwards`.
    """

    view: str = "open"
    body_id: str = ""
    owner: str = ""
    due_before: date | None = None
    words: str = ""
    organisation: str = ""
    meeting_id: str = ""
    due_from: date | None = None
    rag: str = ""
    group_by: str = "due"
    order: str = "due"
    backwards: bool = False
    raised_from: date | None = None
    raised_before: date | None = None

    def narrowed(self) -> list[str]:
        """Return in words what narrows the log besides view and body."""
        parts = (
            say("owner {owner}", owner=self.owner) if self.owner else "",
            say("organisation {organisation}", organisation=self.organisation) if self.organisation else "",
            say("raised at one meeting") if self.meeting_id else "",
            say("due from {date}", date=short_date(self.due_from)) if self.due_from else "",
            say("due before {date}", date=short_date(self.due_before)) if self.due_before else "",
            self.raised_words(),
            say("RAG {rag}", rag=say(self.rag)) if self.rag else "",
            say("with “{words}”", words=self.words) if self.words else "",
        )
        return [part for part in parts if part]

    def raised_words(self) -> str:
        """Return in words when the actions were raised, empty where it does not matter."""
        first, before = (short_date(day) if day else "" for day in (self.raised_from, self.raised_before))
        if first and before:
            return say("raised from {first}, before {before}", first=first, before=before)
        if first:
            return say("raised from {date}", date=first)
        return say("raised before {date}", date=before) if before else ""

    def note(self) -> str:
        """Return the view as a note with which the log or its preview can be entered."""
        return f"{NOTED} {self.packed()}"

    def packed(self) -> str:
        """Return the view as JSON: what differs from the plain one."""
        held = {f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name) != f.default}
        return json.dumps(held, default=date.isoformat, ensure_ascii=False)


def unpacked(words: str) -> LogView:
    """Return the view of its JSON; what is unknown or of another kind is passed over, as from a newer desk."""
    try:
        held: Any = json.loads(words)
    except (ValueError, RecursionError):
        return LogView()
    if not isinstance(held, dict):
        return LogView()
    known = asdict(LogView())
    found = {name: _read(name, held[name]) for name in known if name in held}
    return LogView(**{name: value for name, value in found.items() if value is not None})


def _read(name: str, value: Any) -> Any:
    if name in _DAYS:
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError):
            return None
    wanted = bool if name == "backwards" else str
    allowed = {"view": VIEWS, "group_by": GROUPS, "order": ORDERS}.get(name)
    if not isinstance(value, wanted) or (allowed is not None and value not in dict(allowed)):
        return None
    return value


@dataclass(frozen=True)
class SavedView:
    """A view that the clerk keeps by a name."""

    name: str
    view: LogView
    id: str = ""

    def with_id(self) -> SavedView:
        """Return the same with an id of its own."""
        return SavedView(self.name, self.view, self.id or new_id())


@dataclass(frozen=True)
class LogGroup:
    """Actions under one heading: how many there are, and the place of the first among all that are shown."""

    name: str
    count: int
    start: int


@dataclass(frozen=True)
class LogPage:
    """What a view shows: all its ids in order, groups and counts, and some of the lines from `start` on.

    An action of several owners stands under each, so its id comes more than once where they are the headings.
    `counts` has how many actions each of VIEWS has.
    """

    ids: tuple[str, ...] = ()
    groups: tuple[LogGroup, ...] = ()
    counts: dict[str, int] | None = None
    lines: tuple[LogAction, ...] = ()
    start: int = 0

    @property
    def total(self) -> int:
        """How many lines there are in all."""
        return len(self.ids)


def due_heading(rank: int, day: date | None, *, meeting: bool) -> str:
    """Return the heading of what is due at one meeting or in one month; `rank` as in DUE_RANKS."""
    if rank == 1 and day is not None:
        return (
            say("Due at the meeting of {date}", date=short_date(day))
            if meeting
            else say("Due in {month_words}", month_words=month_words(day))
        )
    return say(DUE_RANKS[rank]) if DUE_RANKS[rank] else ""


DUE_RANKS = (
    later("Overdue"),
    later("Due"),
    "",
    later("No date"),
    later("Done, to be accepted by the board"),
    later("Closed"),
)
"""The headings by deadline in their order."""
