"""The roster of a body: who belongs to it, how each name prints, and members read from pasted lines."""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from wibdesk.domain.ids import new_id
from wibdesk.domain.paper_words import write


class Group(StrEnum):
    """In which capacity somebody attends."""

    MEMBER = "member"
    IN_ATTENDANCE = "in_attendance"
    OBSERVER = "observer"

    @property
    def words(self) -> str:
        """The heading of the group on screen."""
        return {
            "member": write("Members"),
            "in_attendance": write("In attendance"),
            "observer": write("Observers"),
        }[self.value]


@dataclass(frozen=True)
class Person:
    """One line of a body's roster, from a first to a last day where known.

    `printed` is the name as it prints, with title and honours; empty means as `name`.
    """

    body_id: str
    name: str
    printed: str = ""
    role: str = ""
    organisation: str = ""
    email: str = ""
    group: Group = Group.MEMBER
    initials: str = ""
    chair: bool = False
    from_date: date | None = None
    to_date: date | None = None
    id: str = field(default_factory=new_id)

    @property
    def prints_as(self) -> str:
        """The name as it stands in minutes."""
        return self.printed or self.name

    @property
    def short_initials(self) -> str:
        """The initials typed by the clerk, else made of the name without its title."""
        return self.initials or initials_of(self.name)

    def serves_on(self, day: date | None) -> bool:
        """Say whether the person belongs to the body on that day."""
        if day is None:
            return True
        return (self.from_date is None or self.from_date <= day) and (self.to_date is None or day <= self.to_date)


TITLES = frozenset(
    (
        "cllr councillor county mr mrs ms miss mx dr prof professor sir dame lord lady "
        "rev revd canon det supt insp ch sgt"
    ).split()
)
HONOURS = frozenset("mbe obe cbe kbe dbe qpm bem jp dl mp kc qc frcp phd".split())


def initials_of(name: str) -> str:
    """Return the initials of a name without titles and honours: `Cllr Bernie Mooney MBE` gives `BM`."""
    words = [w for w in re.findall(r"[^\W\d_][\w'’.-]*", name) if w.strip(".").lower() not in TITLES | HONOURS]
    return "".join(w[0].upper() for w in words)


def untitled(name: str) -> str:
    """Return a name without the titles before it and the honours behind it: `Det Supt Karen Rowe QPM` by two words."""
    words = name.split()
    while len(words) > 1 and words[0].strip(".").lower() in TITLES:
        del words[0]
    while len(words) > 1 and words[-1].strip(".,").lower() in HONOURS:
        del words[-1]
    return " ".join(words).rstrip(",")


def surname_of(name: str) -> str:
    """Return the last word of a name that is no honour."""
    words = [w for w in re.findall(r"[^\W\d_][\w'’-]*", name) if w.lower() not in HONOURS]
    return words[-1] if words else name


def read_members(text: str, body_id: str) -> tuple[Person, ...]:
    """Read pasted lines `name, role, organisation` (comma, semicolon or tab between; the last two may be missing).

    A heading line that ends in a colon ("In attendance:", "Observers:") sets the group of the lines below it.
    """
    people: list[Person] = []
    group = Group.MEMBER
    for line in (raw.strip(" \t•·-–*") for raw in text.splitlines()):
        if not line:
            continue
        heading = _group_heading(line)
        if heading is not None:
            group = heading
            continue
        name, role, organisation = _cells(line)
        if not name:
            continue
        chair = bool(re.fullmatch(r"(independent )?chair(man|woman|person)?", role.strip().lower()))
        people.append(Person(body_id, name, role=role, organisation=organisation, group=group, chair=chair))
    return tuple(people)


def _group_heading(line: str) -> Group | None:
    words = line.rstrip(":").strip().lower()
    if not line.endswith(":") and words not in ("members", "in attendance", "observers"):
        return None
    if "attendance" in words or "officer" in words:
        return Group.IN_ATTENDANCE
    return Group.OBSERVER if "observer" in words else Group.MEMBER


def _cells(line: str) -> tuple[str, str, str]:
    mark = "\t" if "\t" in line else ";" if ";" in line else ","
    cells = [c.strip() for c in line.split(mark)]
    # A line without a name is somebody known by role alone; one of commas is nobody.
    cells = [*(cells if cells[0] else filter(None, cells)), "", "", ""]
    return cells[0], cells[1], f"{mark} ".join(c for c in cells[2:] if c)
