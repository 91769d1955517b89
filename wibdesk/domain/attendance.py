"""Who was there: status of each person at one meeting, and when they came and went."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum

from wibdesk.domain.ids import new_id
from wibdesk.domain.paper_words import write
from wibdesk.domain.people import Group


class Status(StrEnum):
    """Whether somebody came (G-402)."""

    PRESENT = "present"
    APOLOGIES = "apologies"
    ABSENT = "absent"
    UNKNOWN = "unknown"

    @property
    def words(self) -> str:
        """The status as it stands in a column."""
        return {
            "present": write("Present"),
            "apologies": write("Apologies"),
            "absent": write("Absent"),
            "unknown": write("Unknown"),
        }[self.value]


@dataclass(frozen=True)
class Interval:
    """A stretch of presence: from when, to when, and the number of the item then open; None where not stated."""

    start: time | None = None
    end: time | None = None
    item: str | None = None


@dataclass(frozen=True)
class Attendee:
    """One person at one meeting. `name` is None where only the role is known.

    `person_id` links to the roster where the name was found there. `deputy_for` names who was stood in for.
    """

    name: str | None
    status: Status = Status.UNKNOWN
    group: Group = Group.MEMBER
    role: str | None = None
    organisation: str | None = None
    group_label: str | None = None
    initials: str | None = None
    note: str | None = None
    chair: bool = False
    deputy_for: tuple[str, ...] = ()
    email: str | None = None
    intervals: tuple[Interval, ...] = ()
    person_id: str | None = None
    id: str = field(default_factory=new_id)

    @property
    def shown(self) -> str:
        """The name, else the role: never empty on screen or page."""
        return self.name or self.role or write("Name not known")

    @property
    def has_left(self) -> bool:
        """Say whether the person was present and has gone."""
        return self.status is Status.PRESENT and bool(self.intervals) and self.intervals[-1].end is not None


@dataclass(frozen=True)
class Counts:
    """Heads per status; `members_present` of `members` is what a quorum is reckoned on."""

    present: int
    apologies: int
    absent: int
    unknown: int
    members_present: int
    members: int


def count(attendees: Iterable[Attendee]) -> Counts:
    """Count the room as it is now: who has left is no longer present."""
    rows = list(attendees)
    there = [a for a in rows if a.status is Status.PRESENT and not a.has_left]
    stood_in_for = {name for a in there for name in a.deputy_for}
    members = [a for a in rows if a.group is Group.MEMBER]
    seats = [a for a in members if not a.deputy_for or not any(m.name in a.deputy_for for m in members)]
    return Counts(
        present=len(there),
        apologies=sum(a.status is Status.APOLOGIES for a in rows),
        absent=sum(a.status is Status.ABSENT and a.name not in stood_in_for for a in rows),
        unknown=sum(a.status is Status.UNKNOWN for a in rows),
        members_present=sum(a.group is Group.MEMBER for a in there),
        members=len(seats),
    )
