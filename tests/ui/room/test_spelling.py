"""Spelling in the room: the dictionary comes by itself, the roster and the clerk's words are right, it can be off."""

import pytest

from ui.editor.spelling.spelling import OFF
from wibdesk.domain.terms import Term, TermKind
from wibdesk.services import terms


def marked(clerk):
    """Return the words of the sheet that are marked as misspelt."""
    clerk.settle()
    text, spelling = clerk.editor.toPlainText(), clerk.editor.spelling
    return [text[at : at + length] for at, length in spelling.marks.misspelt(text)] if spelling.on else []


@pytest.fixture
def wrong(live):
    """A clerk who has typed a misspelt word, names of the roster and of the body, and a word that only she knows."""
    live.type("Ferrer and DET Amari agred with Norbury and Nolann that the gonzer stays. ")
    return live


def test_the_dictionary_comes_by_itself_and_knows_the_people(wrong):
    assert marked(wrong) == ["agred", "Nolann", "gonzer"]


def test_initials_of_the_roster_are_no_slips(live):
    live.type("in and kr and jb ")
    assert marked(live) == ["jb"]


def test_a_word_that_is_added_is_right_from_then_on_and_undo_takes_it_back(wrong):
    wrong.press("F7", "Shift+F7", "A")
    wrong.settle()
    assert marked(wrong) == ["agred", "Nolann"]
    (kept,) = wrong.read(terms.terms, wrong.session.meeting.body.id)
    assert (kept.kind, kept.short, kept.body_id) == (TermKind.WORD, "gonzer", None)
    assert wrong.said[-1] == "“gonzer” is one of your words now"
    wrong.context.operations.undo()
    assert marked(wrong) == ["agred", "Nolann", "gonzer"]


def test_a_word_kept_elsewhere_is_known_at_once(wrong):
    wrong.do(terms.keep_term, Term(TermKind.TERM, "gonzer", "the Nolann rule"))
    assert marked(wrong) == ["agred"]


def test_an_ignored_word_is_ignored_in_the_other_items_and_not_in_the_next_meeting(wrong, july):
    wrong.press("Ctrl+Home", "F7", "I")
    assert marked(wrong) == ["Nolann", "gonzer"]
    wrong.press("Ctrl+Down")
    wrong.type(" They agred.")
    assert marked(wrong) == []
    wrong.enter(july)
    wrong.type("They agred ")
    assert marked(wrong) == ["agred"]
    wrong.stored()


def test_spelling_is_off_where_the_clerk_wants_none(wrong, settings):
    settings.change(check_spelling=False)
    wrong.go("meetings")
    wrong.go("room")
    assert marked(wrong) == []
    wrong.press("F7")
    assert wrong.said[-1] == OFF
    settings.change(check_spelling=True)
    wrong.go("meetings")
    wrong.go("room")
    assert marked(wrong) == ["agred", "Nolann", "gonzer"]
