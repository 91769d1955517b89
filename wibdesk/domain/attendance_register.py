"""The attendance register: who came to each of several meetings, and how often of those that were due."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from wibdesk.domain.attendance import Attendee, Status
from wibdesk.domain.meetings import Meeting
from wibdesk.domain.paper_words import to_write, write
from wibdesk.domain.people import HONOURS, TITLES, Group

_LETTERS = {letter: letter for letter in (to_write("P"), to_write("A"), to_write("D"), to_write("N"), to_write("S"))}


class Mark(StrEnum):
    """What stands in the register for one person at one meeting (G-411, G-412)."""

    PRESENT = "P"
    APOLOGIES = "A"
    DEPUTY_SENT = "D"
    NOT_THERE = "N"
    AS_DEPUTY = "S"
    UNKNOWN = "?"
    OUTSIDE = "–"

    @property
    def words(self) -> str:
        """What the letter means."""
        return {
            "P": write("present"), "A": write("apologies"), "D": write("away, and sent a deputy"),
            "N": write("not there, without apologies"), "S": write("there as a deputy"), "?": write("not recorded"),
            "–": write("not on the list then"),
        }[self.value]  # fmt: skip

    @property
    def letter(self) -> str:
        """The letter itself, as it is printed."""
        return write(_LETTERS.get(self.value, self.value))

    @property
    def due(self) -> bool:
        """Say whether the person was expected as a member and it is known what came of it."""
        return self in (Mark.PRESENT, Mark.APOLOGIES, Mark.DEPUTY_SENT, Mark.NOT_THERE)


@dataclass(frozen=True)
class RegisterLine:
    """One person with a mark for each meeting, in the order of the meetings."""

    name: str
    organisation: str
    marks: tuple[Mark, ...]

    @property
    def attended(self) -> int:
        """Meetings at which the person was, as a member or for one."""
        return sum(mark in (Mark.PRESENT, Mark.AS_DEPUTY) for mark in self.marks)

    @property
    def due(self) -> int:
        """Meetings to which the person was expected as a member."""
        return sum(mark.due for mark in self.marks)

    @property
    def per_cent(self) -> int | None:
        """Meetings attended of those due, rounded to the nearest whole; None where none was due."""
        present = sum(mark is Mark.PRESENT for mark in self.marks)
        return (200 * present + self.due) // (2 * self.due) if self.due else None


@dataclass(frozen=True)
class Register:
    """Members, and apart from them deputies, people in attendance and observers, who were due at no meeting."""

    members: tuple[RegisterLine, ...]
    others: tuple[RegisterLine, ...]


_Key = tuple[str, int]


def register_of(meetings: Sequence[Meeting]) -> Register:
    """Return the register of the meetings in their order; people stand as on the latest list that has them.

    A person is known by the link to the roster, else by the name without titles, honours and capitals.
    """
    linked = _linked(person for meeting in meetings for person in meeting.attendance)
    return Register(*(_lines(meetings, linked, members=members) for members in (True, False)))


def _lines(meetings: Sequence[Meeting], linked: dict[str, str], *, members: bool) -> tuple[RegisterLine, ...]:
    lists = [_keyed((p for p in m.attendance if _is_member(p) is members), linked) for m in meetings]
    stood_in_for = [_represented(meeting.attendance) for meeting in meetings]
    latest: dict[_Key, Attendee] = {}
    for people in reversed(lists):
        latest = latest | {key: person for key, person in people.items() if key not in latest}
    return tuple(
        RegisterLine(
            person.shown,
            person.organisation or "",
            tuple(_mark(people.get(key), names) for people, names in zip(lists, stood_in_for, strict=True)),
        )
        for key, person in latest.items()
    )


def _is_member(person: Attendee) -> bool:
    """Say whether the person is expected in their own right; who stands in for a member is not."""
    return person.group is Group.MEMBER and not person.deputy_for


def _mark(person: Attendee | None, stood_in_for: set[str]) -> Mark:
    if person is None:
        return Mark.OUTSIDE
    if person.deputy_for:
        return Mark.AS_DEPUTY if person.status is Status.PRESENT else Mark.OUTSIDE
    if person.status is not Status.PRESENT and _is_member(person) and stood_in_for & _names(person.shown):
        return Mark.DEPUTY_SENT
    return {
        Status.PRESENT: Mark.PRESENT,
        Status.APOLOGIES: Mark.APOLOGIES,
        Status.ABSENT: Mark.NOT_THERE,
        Status.UNKNOWN: Mark.UNKNOWN,
    }[person.status]


def _represented(people: Iterable[Attendee]) -> set[str]:
    """Return the names of those for whom somebody was present, as they may be written."""
    there = (person for person in people if person.status is Status.PRESENT)
    return {form for person in there for name in person.deputy_for for form in _names(name)}


def _keyed(people: Iterable[Attendee], linked: dict[str, str]) -> dict[_Key, Attendee]:
    """Return the people by who they are; two of one name at one meeting stay two."""
    out: dict[_Key, Attendee] = {}
    for person in people:
        bare = _bare(person.shown)
        who, serial = person.person_id or linked.get(bare, bare), 0
        while (who, serial) in out:
            serial += 1
        out[who, serial] = person
    return out


def _linked(people: Iterable[Attendee]) -> dict[str, str]:
    """Return the roster's link by bare name, for the lists on which that person stands without one."""
    return {_bare(person.shown): person.person_id for person in people if person.person_id}


def _bare(name: str) -> str:
    """Return the name without titles, honours, stops and capitals: `Cllr Bernie Mooney MBE` gives `bernie mooney`."""
    words = re.sub(r"[.,]", " ", name.casefold()).split()
    return " ".join(word for word in words if word not in TITLES | HONOURS) or name.casefold()


def _names(name: str) -> set[str]:
    """Return the bare name and its short form, for a deputy may be noted as `for Dr P Hart`."""
    bare = _bare(name)
    first, _, rest = bare.partition(" ")
    return {bare, f"{first[:1]} {rest.rpartition(' ')[2]}"} if rest else {bare}
