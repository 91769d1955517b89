"""The entries of a minute: each paragraph of an item is an entry of one kind.

To add a kind: a frozen class here with its `kind`, its table in `wibdesk.store.tables` and query in
`wibdesk.store.entries`, its keys in `wibdesk.interchange.entry_json`, its form on the page in
`wibdesk.documents.compose.entry_blocks`, its look in `ui.editor.kinds`.

Every `text` (and decision part, table cell) is in the markup of `wibdesk.domain.rich_text`. `as_written` keeps the
words that the clerk typed or the source printed, for ever; where it is given, it is what prints.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import ClassVar, TypeAlias

from wibdesk.domain.deadlines import Due
from wibdesk.domain.ids import new_id
from wibdesk.domain.paper_words import to_write, write

_PROGRESS = {
    "open": to_write("Open"),
    "in_progress": to_write("In progress"),
    "done": to_write("Done"),
    "closed": to_write("Closed"),
    "carried": to_write("Carried"),
    "superseded": to_write("Superseded"),
    "cancelled": to_write("Cancelled"),
}


class Progress(StrEnum):
    """How far an action or milestone is: done is the owner's word, closed the board's (governance section 6)."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    CLOSED = "closed"
    CARRIED = "carried"
    SUPERSEDED = "superseded"
    CANCELLED = "cancelled"

    @property
    def words(self) -> str:
        """The status as read on screen and page."""
        return write(_PROGRESS[self.value])

    @property
    def unfinished(self) -> bool:
        """Say whether the action still wants doing, so that it is carried into the next meeting."""
        return self in (Progress.OPEN, Progress.IN_PROGRESS, Progress.CARRIED)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the minute; `label` is a printed number such as 2.3."""

    kind: ClassVar[str] = "paragraph"
    text: str = ""
    label: str | None = None
    id: str = field(default_factory=new_id)


@dataclass(frozen=True)
class Subheading:
    """A heading inside an item, sometimes with who presented."""

    kind: ClassVar[str] = "subheading"
    text: str = ""
    label: str | None = None
    presenter: str | None = None
    id: str = field(default_factory=new_id)


@dataclass(frozen=True)
class Bullet:
    """A bulleted line at level 1 to 3."""

    kind: ClassVar[str] = "bullet"
    text: str = ""
    level: int = 1
    id: str = field(default_factory=new_id)


NUMBER_STYLES = ("1.", "(1)", "a.", "a)", "(a)", "(i)")


@dataclass(frozen=True)
class Numbered:
    """A numbered line at level 1 to 3; `style` is one of NUMBER_STYLES (None: `1.`), `start` where it restarts."""

    kind: ClassVar[str] = "numbered"
    text: str = ""
    level: int = 1
    style: str | None = None
    start: int | None = None
    id: str = field(default_factory=new_id)


@dataclass(frozen=True)
class Table:
    """A table: optional caption, optional header cells, rows of cells."""

    kind: ClassVar[str] = "table"
    rows: tuple[tuple[str, ...], ...] = ()
    header: tuple[str, ...] = ()
    caption: str | None = None
    id: str = field(default_factory=new_id)


@dataclass(frozen=True)
class Decision:
    """What was decided: a marker (Resolved, Agreed, Noted …) and one or more parts; `style` numbers the parts."""

    kind: ClassVar[str] = "decision"
    parts: tuple[str, ...] = ("",)
    marker: str = "Agreed"
    style: str | None = None
    id: str = field(default_factory=new_id)


@dataclass(frozen=True)
class Action:
    """Something to do, owned and due. `ref` is given once, never changes and is never used again."""

    kind: ClassVar[str] = "action"
    text: str = ""
    owners: tuple[str, ...] = ()
    due: Due = field(default_factory=Due)
    status: Progress = Progress.OPEN
    ref: str | None = None
    id: str = field(default_factory=new_id)


@dataclass(frozen=True)
class Declaration:
    """An interest declared by a person, tied to an item where known (G-551)."""

    kind: ClassVar[str] = "declaration"
    person: str = ""
    item: str | None = None
    interest: str | None = None
    reason: str | None = None
    took_part: bool | None = None
    left_room: bool | None = None
    as_written: str | None = None
    id: str = field(default_factory=new_id)


@dataclass(frozen=True)
class Amendment:
    """A correction to the minutes of an earlier meeting (G-705)."""

    kind: ClassVar[str] = "amendment"
    to_meeting: date | None = None
    place: str = ""
    now: str = ""
    was: str | None = None
    requested_by: str | None = None
    as_written: str | None = None
    id: str = field(default_factory=new_id)


VOTE_SIDES = ("for", "against", "abstained", "absent")


@dataclass(frozen=True)
class Vote:
    """A vote: the motion, who moved it, the numbers, the names by side (keys of VOTE_SIDES) and the result."""

    kind: ClassVar[str] = "vote"
    motion: str = ""
    result: str = "carried"
    mover: str | None = None
    seconder: str | None = None
    votes_for: int | None = None
    votes_against: int | None = None
    abstained: int | None = None
    casting_vote: str | None = None
    names: tuple[tuple[str, tuple[str, ...]], ...] = ()
    as_written: str | None = None
    id: str = field(default_factory=new_id)


@dataclass(frozen=True)
class PrivateNote:
    """The clerk's own note: never in anything a reader gets."""

    kind: ClassVar[str] = "private_note"
    text: str = ""
    id: str = field(default_factory=new_id)


Entry: TypeAlias = (
    Paragraph
    | Subheading
    | Bullet
    | Numbered
    | Table
    | Decision
    | Action
    | Declaration
    | Amendment
    | Vote
    | PrivateNote
)

KINDS: dict[str, type[Entry]] = {
    cls.kind: cls
    for cls in (
        Paragraph,
        Subheading,
        Bullet,
        Numbered,
        Table,
        Decision,
        Action,
        Declaration,
        Amendment,
        Vote,
        PrivateNote,
    )
}
