"""Views of the action log: which actions, in which groups and order; kept by name, carried from screen to screen."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Any

from wibdesk.domain.dates import month_words, short_date
from wibdesk.domain.ids import new_id

if TYPE_CHECKING:
    from wibdesk.domain.actions import LogAction

VIEWS = (
    ("open", "Not closed"),
    ("overdue", "Overdue"),
    ("done", "Done, to accept"),
    ("closed", "Closed"),
    ("all", "All"),
)
"""Which actions: done is the owner's word, so such an action stays with the open ones until the board closes it."""
GROUPS = (
    ("due", "deadline"), ("owner", "owner"), ("organisation", "organisation"), ("meeting", "meeting"),
    ("none", "no headings"),
)  # fmt: skip
ORDERS = (("due", "deadline"), ("ref", "reference"), ("raised", "meeting"), ("status", "status"))
NOTED = "actions"
"""What a note begins with that carries a view of the log."""
_DAYS = ("due_from", "due_before")


@dataclass(frozen=True)
class LogView:
    """What is in the log is narrowed by every part that says anything; `view` is an id of VIEWS.

    `owner` and `organisation` are parts of a name, `due_from` is the first day and `due_before` the day after the last.
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

    def narrowed(self) -> list[str]:
        """Return in words what narrows the log besides view and body."""
        parts = (
            f"owner {self.owner}" if self.owner else "",
            f"organisation {self.organisation}" if self.organisation else "",
            "raised at one meeting" if self.meeting_id else "",
            f"due from {short_date(self.due_from)}" if self.due_from else "",
            f"due before {short_date(self.due_before)}" if self.due_before else "",
            f"RAG {self.rag}" if self.rag else "",
            f"with “{self.words}”" if self.words else "",
        )
        return [part for part in parts if part]

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
        return f"Due at the meeting of {short_date(day)}" if meeting else f"Due in {month_words(day)}"
    return DUE_RANKS[rank]


DUE_RANKS = ("Overdue", "Due", "", "No date", "Done, to be accepted by the board", "Closed")
"""The headings by deadline in their order."""
