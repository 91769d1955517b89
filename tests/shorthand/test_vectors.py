"""The test vectors of governance section 6.1, exactly: the meeting of 1 August 2017, roster and schedule invented."""

from datetime import date
from typing import NamedTuple

import pytest

from tests.shorthand.rooms import at_meeting, on_day, read
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action
from wibdesk.shorthand.reading import Flag


class Vector(NamedTuple):
    """A typed line and what it becomes."""

    typed: str
    owners: tuple[str, ...]
    text: str
    due: Due
    flags: tuple[Flag, ...] = ()


VECTORS = [
    Vector(
        "ACTION: JB to bring heat maps to September board",
        ("Jane Booth",),
        "bring heat maps to September board",
        at_meeting(9, 5, "September board"),
    ),
    Vector("action ls heat maps next mtg", ("Louise Storey",), "heat maps", at_meeting(9, 5, "next mtg")),
    Vector("A: RC update improvement plan", ("Richard Cooke",), "update improvement plan", Due(), (Flag.NO_DUE,)),
    Vector(
        "ACTION DD & RC governance plan by Fri",
        ("Debbie Duffell", "Richard Cooke"),
        "governance plan",
        on_day(8, 4, "Fri"),
        (Flag.JOINT_OWNERS,),
    ),
    Vector(
        "ACTION CC/AH share profiles by 31/8",
        ("CC", "Amanda Hatton"),
        "share profiles",
        on_day(8, 31, "31/8"),
        (Flag.CHOOSE_OWNER,),
    ),
    Vector("ACTION: IW evidence of impact", ("IW",), "evidence of impact", Due(), (Flag.UNKNOWN_NAME, Flag.NO_DUE)),
    Vector("ACTION: Chair to write to young people", ("Tony Crane",), "write to young people", Due(), (Flag.NO_DUE,)),
    Vector(
        "ACTION: All to comment on plan by 15 Aug",
        ("All",),
        "comment on plan",
        on_day(8, 15, "15 Aug"),
        (Flag.GROUP_OWNER,),
    ),
    Vector("AP Police to send data - 5/9", ("Police",), "send data", on_day(9, 5, "5/9"), (Flag.NAME_A_PERSON,)),
    Vector(
        "ACTION: JB report back in six months",
        ("Jane Booth",),
        "report back",
        on_day(2, 1, "in six months", 2018),
        (Flag.NO_MEETING,),
    ),
    Vector(
        "ACTION: JB data pack by 31/9", ("Jane Booth",), "data pack", Due(as_written="31/9"), (Flag.IMPOSSIBLE_DATE,)
    ),
    Vector(
        "ACTION: RC pilot paper by 13 Aug",
        ("Richard Cooke",),
        "pilot paper",
        on_day(8, 13, "13 Aug"),
        (Flag.WEEKEND,),
    ),
    Vector(
        "ACTION: LS refresh guide ASAP", ("Louise Storey",), "refresh guide", Due(as_written="ASAP"), (Flag.NOT_A_DATE,)
    ),
    Vector(
        "ACTION: JB scorecard to December board",
        ("Jane Booth",),
        "scorecard to December board",
        Due(DueKind.MONTH, month=date(2017, 12, 1), as_written="December board"),
        (Flag.NO_MEETING,),
    ),
]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.typed)
def test_each_vector_is_read_as_the_table_says(vector: Vector) -> None:
    reading = read(vector.typed)
    (action,) = reading.entries
    assert isinstance(action, Action)
    assert (action.owners, action.text, action.due) == (vector.owners, vector.text, vector.due)
    assert reading.flags == vector.flags


def test_the_ambiguous_initials_ask_between_the_person_and_what_was_typed() -> None:
    (ask,) = read("ACTION CC/AH share profiles by 31/8").asks
    assert (ask.typed, ask.choices) == ("CC", ("Chris Coyle", "CC"))
    chosen = read("ACTION CC/AH share profiles by 31/8", CC="Chris Coyle")
    assert chosen.entries[0].owners == ("Chris Coyle", "Amanda Hatton")
    assert (chosen.asks, chosen.flags) == ((), (Flag.JOINT_OWNERS,))


def test_prose_is_never_an_action_and_is_only_suggested() -> None:
    line = "Tony asked that for the next meeting there is a report"
    reading = read(line)
    assert (reading.kind, reading.line, reading.entries, reading.recorded) == ("text", line, (), False)
    assert reading.flags == (Flag.MAY_BE_ACTION,)
