"""How long a typed line takes to read in a meeting of 60 people, and what the meeting's names cost when they change."""

import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from statistics import median

from tests.benchmarks.figures import Amount
from wibdesk.domain.agenda import Item
from wibdesk.domain.attendance import Attendee, Status
from wibdesk.domain.bodies import Body
from wibdesk.domain.entries import Paragraph
from wibdesk.domain.meetings import Meeting, MeetingDetails
from wibdesk.shorthand.knowing import known_of
from wibdesk.shorthand.known import Known
from wibdesk.shorthand.lines import read_line

PEOPLE, ENTRIES = 60, 300
LINES = {
    "an action": "/a FS and Surname3 to bring the heat map of vacancies to the next meeting",
    "a vote": "/v That the plan be approved 4-1-1 moved Surname3 seconded Surname4",
    "a paragraph": "The Board heard that contacts had risen by nine per cent over the summer, mostly from schools.",
}


def run(*, short: bool = False) -> Iterator[Amount]:
    """Measure reading, and what is made anew when the meeting changes, in microseconds of the median round."""
    rounds = 20 if short else 2000
    known = _known()
    for what, line in LINES.items():
        yield Amount(
            f"shorthand, reading {what}, {PEOPLE} people", _typical(partial(read_line, line, known), rounds), "µs"
        )
    yield Amount(f"shorthand, names of {PEOPLE} people anew", _typical(lambda: _known().names, rounds // 10), "µs")


def _known() -> Known:
    people = tuple(
        Attendee(
            f"Cllr First{n} Surname{n}", Status.PRESENT, role=f"Director of Service {n}", organisation=f"Agency {n}"
        )
        for n in range(PEOPLE)
    )
    entries = tuple(Paragraph(f"Surname{n % PEOPLE} said that the matter was in hand. " * 4) for n in range(ENTRIES))
    item = Item("Front door", id="item", entries=entries)
    details = MeetingDetails("body", date(2026, 9, 1))
    return known_of(Meeting(Body("Board"), details, people, (item,)), (), (date(2026, 10, 6),), "item")


def _typical(work: Callable[[], object], rounds: int) -> float:
    taken = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return median(taken) * 1e6
