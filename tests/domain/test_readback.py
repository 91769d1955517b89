"""A meeting read back: what was decided by item, who does what, who was here for part; few false alarms."""

from datetime import date, time
from pathlib import Path

import pytest

from resources import demo
from wibdesk.domain.agenda import Item
from wibdesk.domain.attendance import Attendee, Interval, Status
from wibdesk.domain.bodies import Body
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.doubts import DoubtKind
from wibdesk.domain.entries import Action, Decision, Paragraph, PrivateNote
from wibdesk.domain.meetings import Meeting, MeetingDetails
from wibdesk.domain.people import Group, Person
from wibdesk.domain.readback import number_of, readback
from wibdesk.interchange.meeting_file import read_file

DUE = Due(DueKind.DATE, date(2026, 10, 6))
PEOPLE = (
    Attendee("Helen Ferrer", Status.PRESENT),
    Attendee("L Whitcombe", Status.PRESENT, intervals=(Interval(time(9, 58), None, "3"),)),
    Attendee("K Rowe", Status.PRESENT, intervals=(Interval(time(9, 30), time(10, 41), "4"),)),
    Attendee(
        "I Nolan",
        Status.PRESENT,
        intervals=(Interval(time(9, 30), time(10, 0)), Interval(time(10, 20), time(10, 30), "4")),
    ),
    Attendee("P Hart", Status.APOLOGIES, role="Designated Doctor"),
    Attendee("T Lindqvist", Status.ABSENT),
    Attendee("V Stone", Status.UNKNOWN, group=Group.OBSERVER),
)
ITEMS = (
    Item("Minutes", "2", entries=(Decision(("That they be **approved**.", ""), "Agreed"),)),
    Item(
        "Front door",
        entries=(
            Action("write to schools", ("P Whitcombe",), DUE),
            Action("agree the definition", ("Helen Ferrer",), DUE),
            Action("circulate the papers"),
            Decision(("First part.", "Second part."), "Resolved"),
            PrivateNote("Parked: Voice of young people"),
            Paragraph("More than @@ days."),
        ),
    ),
)
MEETING = Meeting(Body("Board"), MeetingDetails("b", date(2026, 9, 1), start=time(9, 30)), PEOPLE, ITEMS)


def test_decisions_come_by_item_part_by_part():
    read = readback(MEETING)
    assert [(d.item.title, d.marker, d.part, d.words) for d in read.decisions] == [
        ("Minutes", "Agreed", 0, "That they be approved."),
        ("Front door", "Resolved", 0, "First part."),
        ("Front door", "Resolved", 1, "Second part."),
    ]


def test_actions_come_by_owner_with_their_doubts_and_those_of_nobody_last():
    read = readback(MEETING, roster=(Person("b", "P Whitcombe"),))
    assert [(o.action.text, len(o.doubts)) for o in read.actions] == [
        ("agree the definition", 0),
        ("write to schools", 0),
        ("circulate the papers", 2),
    ]


def test_what_is_doubtful_is_counted_with_that_of_actions():
    read = readback(MEETING)
    assert [doubt.kind for doubt in read.doubts] == [DoubtKind.GAP]
    assert read.wanting == 3
    assert [(item.title, note.text) for item, note in read.parked] == [("Front door", "Parked: Voice of young people")]


def test_who_was_here_for_part_or_not_at_all_is_told():
    read = readback(MEETING)
    assert [(p.label, p.words, p.item) for p in read.presences] == [
        ("For part", "L Whitcombe, joined at 09:58", "3"),
        ("For part", "K Rowe, left at 10:41", "4"),
        ("For part", "I Nolan, left at 10:00, back at 10:20, left at 10:30", "4"),
        ("Apologies", "P Hart, Designated Doctor", ""),
        ("Absent", "T Lindqvist, no apologies", ""),
    ]
    assert (read.members_here, read.members) == (4, 6)


def test_an_item_without_a_number_has_its_place():
    assert [number_of(MEETING, item.id) for item in ITEMS] == ["2", "2"]
    assert number_of(MEETING, "gone") == ""


DEMOS = sorted(Path(demo.__path__[0]).glob("*-?.json"))


@pytest.mark.parametrize("path", DEMOS, ids=lambda path: path.stem)
def test_carefully_written_minutes_raise_few_doubts(path):
    # Each of them is true: an adviser who was not there, actions to which nobody gave a date.
    meeting = read_file(path)
    read = readback(meeting)
    assert not [d for d in read.doubts if d.kind in (DoubtKind.SPELLING, DoubtKind.FIRST_NAME, DoubtKind.PRESENTER)]
    assert len([d for d in read.doubts if d.kind is DoubtKind.ABBREVIATION]) == 0
    assert read.wanting <= 2


def test_longer_quotations_are_read_back_word_for_word():
    said = Paragraph("She said, “We will *never* do that”, of the “Big Plan”.", id="said")
    board = Meeting(
        Body("Board"), MeetingDetails("b", None), (), (Item("X", entries=(said, PrivateNote("“a b c d”"))),)
    )
    (quotation,) = readback(board).quotations
    assert (quotation.entry_id, quotation.offset, quotation.words) == ("said", 10, "“We will never do that”")
