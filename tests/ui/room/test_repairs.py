"""Putting right one place of an entry, and the words of an entry as domain and sheet both see them."""

from dataclasses import replace
from datetime import date

import pytest

from ui.editor.lines import lines_of, words_of
from ui.places.room.readback.closing_form import next_of, next_words, read_next, with_next
from ui.places.room.readback.repairs import with_owners, with_words
from wibdesk.domain.bodies import Body
from wibdesk.domain.doubts import Doubt, DoubtKind
from wibdesk.domain.entries import Action, Amendment, Decision, Declaration, Paragraph, PrivateNote, Table, Vote
from wibdesk.domain.entry_lines import entry_lines
from wibdesk.domain.meetings import Meeting, MeetingDetails, NextMeeting

ENTRIES = (
    Paragraph("A **bold** [link](https://board.example) and a \\* star."),
    Decision(("one", "two *three*"), "Agreed"),
    Decision(()),
    Action("write", ("K Rowe",)),
    Declaration("I Nolan", "4", "personal"),
    Amendment(place="page 5", was="x", now="y"),
    Vote("That it be so", votes_for=4),
    Table((("a", "b"), ("c",)), ("h",), "Caption"),
    Table(),
    PrivateNote("ring"),
)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.kind)
def test_domain_and_sheet_see_the_same_lines(entry):
    assert entry_lines(entry) == tuple(words_of(line) for line in lines_of(entry))


def doubt(entry, part, offset, about):
    return Doubt(DoubtKind.SPELLING, "", "item", entry.id, part, offset, len(about), about)


def test_words_come_in_the_look_of_those_that_they_replace():
    entry = Paragraph("Det Supt K **Rome** said, *late*.")
    assert with_words((entry,), doubt(entry, 0, 11, "Rome"), "Rowe")[0].text == "Det Supt K **Rowe** said, *late*."


def test_a_part_of_a_decision_and_a_cell_are_put_right():
    decision, table = Decision(("one", "two @@")), Table((("a", "@@"),))
    assert with_words((decision,), doubt(decision, 1, 4, "@@"), "three")[0].parts == ("one", "two three")
    assert with_words((decision, table), doubt(table, 2, 0, "@@"), "b")[1].rows == (("a", "b"),)


def test_words_that_changed_meanwhile_stay():
    entry = Paragraph("Det Supt K Rowe said.")
    assert with_words((entry,), doubt(entry, 0, 11, "Rome"), "Rowe") is None
    assert with_words((), doubt(entry, 0, 11, "Rome"), "Rowe") is None


def test_an_owner_takes_the_place_of_the_stranger_only():
    action = Action("write", ("K Rowe", "R Devlin"))
    assert with_owners(action, ("I Nolan",), "R Devlin").owners == ("K Rowe", "I Nolan")
    assert with_owners(action, ("K Rowe",), "R Devlin").owners == ("K Rowe",)
    assert with_owners(action, ("I Nolan",)).owners == ("I Nolan",)


SEPTEMBER = date(2026, 9, 1)
COMING = NextMeeting(date(2026, 10, 6))
MEETING = Meeting(Body("Board"), MeetingDetails("b", SEPTEMBER), next_meetings=(NextMeeting(None), COMING))


@pytest.mark.parametrize(
    ("typed", "day", "at"),
    [
        ("Tue 6 Oct 2026, 09:30", date(2026, 10, 6), "09:30"),
        ("6/10 9.30", date(2026, 10, 6), "09:30"),
        ("6 October 2026", date(2026, 10, 6), None),
        ("soon", None, None),
        ("6/10, soon", None, None),
        ("", None, None),
    ],
)
def test_day_and_time_of_the_next_meeting_are_read_as_typed(typed, day, at):
    read_day, read_at = read_next(typed, SEPTEMBER)
    assert (read_day, f"{read_at:%H:%M}" if read_at else None) == (day, at)


def test_the_next_meeting_is_the_first_that_is_not_called_off():
    assert next_of(MEETING) is COMING
    assert next_words(COMING) == "Tue 6 Oct 2026"
    off = replace(MEETING, next_meetings=(replace(COMING, cancelled=True),))
    assert next_of(off) is None
    assert next_words(None) == ""


def test_a_next_meeting_that_moves_keeps_its_first_day_and_forgets_it_on_the_way_back():
    (_, moved) = with_next(MEETING, date(2026, 10, 13), None)
    assert (moved.id, moved.date, moved.rearranged_from) == (COMING.id, date(2026, 10, 13), date(2026, 10, 6))
    again = replace(MEETING, next_meetings=(moved,))
    assert with_next(again, date(2026, 10, 6), None)[0].rearranged_from is None


def test_a_first_next_meeting_is_added():
    bare = replace(MEETING, next_meetings=())
    assert [n.date for n in with_next(bare, date(2026, 10, 6), None)] == [date(2026, 10, 6)]
