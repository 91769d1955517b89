"""What was missed and what was set aside: where it stands, in every kind of entry."""

import pytest

from wibdesk.domain.agenda import Item
from wibdesk.domain.bodies import Body
from wibdesk.domain.entries import Action, Decision, Declaration, Paragraph, PrivateNote, Table
from wibdesk.domain.entry_lines import entry_lines
from wibdesk.domain.gaps import Gap, gaps_in, slots_in
from wibdesk.domain.meetings import Meeting, MeetingDetails
from wibdesk.domain.parking import is_parked, parked, parked_words


@pytest.mark.parametrize(
    ("entry", "places"),
    [
        (Paragraph("more than @@ days", id="e"), [(0, 10, 2)]),
        (Paragraph("more than **@@** days, @@@@ times", id="e"), [(0, 10, 2), (0, 19, 4)]),
        (Paragraph("write to clerk@board.example", id="e"), []),
        (Decision(("first", "@@ second"), id="e"), [(1, 0, 2)]),
        (Decision((), id="e"), []),
        (Action("ask @@", id="e"), [(0, 4, 2)]),
        (Declaration(as_written="@@ declared an interest", id="e"), [(0, 0, 2)]),
        (Table((("a", "@@"), ("@@",)), ("h", "k"), "A @@ table", id="e"), [(0, 2, 2), (4, 0, 2), (5, 0, 2)]),
        (Table(id="e"), []),
        (PrivateNote("ring @@", id="e"), [(0, 5, 2)]),
    ],
)
def test_gaps_are_found_where_they_stand_on_the_sheet(entry, places):
    assert gaps_in((entry,)) == tuple(Gap("e", *place) for place in places)


def test_a_slot_that_nobody_filled_is_found():
    (slot,) = slots_in((Paragraph("{person} presented it.", id="e"), Paragraph("The set {1, 2} is no slot.")))
    assert (slot.entry_id, slot.offset, slot.length) == ("e", 0, 8)


def test_an_entry_has_the_lines_of_the_sheet():
    assert entry_lines(Paragraph("**A** word")) == ("A word",)
    assert entry_lines(Table((("1",), ("2", "3")))) == ("", "1", "", "2", "3")


def test_what_is_parked_is_a_private_note_that_says_so():
    notes = (PrivateNote("Parked: Voice of *young* people"), PrivateNote("Ring them"), Paragraph("Parked: no"))
    assert [is_parked(note) for note in notes] == [True, False, False]
    assert parked_words(notes[0]) == "Voice of young people"
    item = Item("Front door", entries=notes)
    assert parked(Meeting(Body("Board"), MeetingDetails("b", None), (), (item,))) == [(item, notes[0])]


def test_a_parked_note_may_be_bare():
    assert is_parked(PrivateNote("Parked:"))
    assert parked_words(PrivateNote("Parked:")) == ""
