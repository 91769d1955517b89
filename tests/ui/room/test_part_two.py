"""Part 2 in the room: one key minutes that the public left, and nobody can miss that what is on screen is private."""

from dataclasses import replace

import pytest

from wibdesk.domain.entries import Decision
from wibdesk.services import agenda


@pytest.fixture
def sitting(live, meeting):
    """A live meeting whose third item is exempt under paragraph 3; the second is on the sheet."""
    live.do(agenda.change_item, replace(meeting.items[2], part=2, exempt_paragraph="3"))
    live.press("Ctrl+Down")
    return live


def marked(clerk):
    room = clerk.room
    return room.sheet.part.isVisible(), room.bar.private.isVisible(), room.bar.ground == "private_soft"


def test_one_key_stamps_the_exclusion_in_the_open_item_and_goes_on_in_private(sitting, clock):
    clock.go_on(20)
    sitting.press("Ctrl+Shift+F5")
    assert sitting.session.item.title == "Front door"
    assert sitting.editor.hasFocus()
    _said, resolved, left = sitting.stored().items[1].entries
    assert isinstance(resolved, Decision)
    assert "item 3, Front door" in resolved.parts[0]
    assert left.text == "The public left the meeting at 9.50 am."
    assert sitting.said[-1] == "The public left at 09:50"


def test_one_undo_takes_it_back(sitting):
    sitting.press("Ctrl+Shift+F5", "Ctrl+Z")
    assert len(sitting.stored().items[1].entries) == 1


def test_words_on_their_way_stand_before_the_stamp(sitting):
    sitting.type(" They were signed.")
    sitting.press("Ctrl+Shift+F5")
    assert sitting.stored().items[1].entries[0].text == "The minutes were agreed. They were signed."


def test_the_screen_is_marked_while_an_item_of_part_2_is_shown_or_taken(sitting):
    assert marked(sitting) == (False, False, False)
    sitting.press("Ctrl+Shift+F5")
    assert marked(sitting) == (True, True, True)
    assert sitting.room.bar.private.accessibleName() == "Part 2, in private"
    assert sitting.room.sheet.part.accessibleName() == "Part 2, in private: exempt under paragraph 3"
    sitting.press("Ctrl+Up")
    assert marked(sitting) == (False, True, True)


def test_focus_mode_is_marked_too(sitting):
    sitting.press("Ctrl+Shift+F5", "F11")
    assert marked(sitting) == (True, True, True)
    sitting.press("F11", "Ctrl+Up")
    sitting.session.take_item(again=True)
    sitting.settle()
    assert marked(sitting) == (False, False, False)


def test_the_same_key_twice_says_that_it_is_minuted_already(sitting):
    sitting.press("Ctrl+Shift+F5", "Ctrl+Shift+F5")
    assert "say already" in sitting.troubles[-1]
    assert len(sitting.stored().items[1].entries) == 3


def test_the_public_return_to_the_next_open_item(sitting, clock):
    sitting.press("Ctrl+Shift+F5")
    clock.go_on(30)
    sitting.press("Ctrl+Shift+F9")
    assert sitting.session.item.title == "Any other business"
    assert sitting.texts(4) == ["The public returned at 10 am."]
    assert marked(sitting) == (False, False, False)


def test_an_item_that_was_open_becomes_private_with_a_gap_to_fill(live, meeting):
    live.session.show_item(meeting.items[3].id)
    live.press("Ctrl+Shift+F5")
    assert live.stored().items[3].part == 2
    assert "@@" in live.stored().items[2].entries[0].parts[0]
    assert live.room.sheet.part.words.text() == "Part 2, in private: no paragraph given yet"
    live.press("Ctrl+Z")
    assert live.stored().items[3].part == 1


def test_before_the_meeting_starts_nobody_leaves(clerk, meeting):
    clerk.enter(meeting)
    clerk.press("Ctrl+Shift+F5")
    assert clerk.stored().items[0].entries == ()
