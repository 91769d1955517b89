"""The invented meeting that the shorthand is read in: the roster and schedule of governance section 6.1."""

from dataclasses import replace
from datetime import date, time

from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Entry
from wibdesk.domain.people import Group
from wibdesk.shorthand.known import Known, KnownItem, KnownPerson
from wibdesk.shorthand.lines import read_line
from wibdesk.shorthand.reading import Flag, Reading

NAMES = ("Jane Booth", "Louise Storey", "Richard Cooke", "Debbie Duffell", "Amanda Hatton", "Chris Coyle", "Tony Crane")
MEMBERS = tuple(
    KnownPerson(
        name, role="Chair" if name == "Tony Crane" else "", chair=name == "Tony Crane", attendee_id=f"id-{name}"
    )
    for name in NAMES
)
PRESENT = tuple(replace(one, present=True) for one in MEMBERS)
KHAN = KnownPerson("Dr Sara Khan", organisation="Norbury Hospitals", attendee_id="id-khan")
ROWE = KnownPerson(
    "Det Supt K Rowe", role="Head of Public Protection", organisation="Norbury Police", group=Group.IN_ATTENDANCE
)
ROOM = Known(
    on=date(2017, 8, 1),
    scheduled=(date(2017, 9, 5), date(2017, 10, 3), date(2017, 11, 7)),
    people=(*PRESENT, KHAN, ROWE),
    items=(KnownItem("i3", "3", "Front door"), KnownItem("i8", "8", "Schools")),
    item="i3",
    now=time(14, 31),
    previous=date(2017, 6, 6),
    holidays=(date(2017, 8, 28), date(2017, 12, 25)),
)


def read(line: str, known: Known = ROOM, **chosen: str) -> Reading:
    """Return the reading of a line in the meeting of the vectors."""
    return read_line(line, known, chosen)


def entry_of(line: str, known: Known = ROOM) -> Entry:
    """Return the one entry that a line becomes."""
    (entry,) = read(line, known).entries
    return entry


def flags(line: str, known: Known = ROOM) -> tuple[Flag, ...]:
    """Return the flags of a line."""
    return read(line, known).flags


def on_day(month: int, day: int, written: str, year: int = 2017) -> Due:
    """Return a deadline on a day."""
    return Due(DueKind.DATE, date(year, month, day), as_written=written)


def at_meeting(month: int, day: int, written: str) -> Due:
    """Return a deadline at a meeting of 2017."""
    return Due(DueKind.MEETING, date(2017, month, day), as_written=written)
