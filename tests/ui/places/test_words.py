"""Words and phrases, worked by keys in a real window on a real register."""

import pytest
from PySide6.QtWidgets import QApplication

from ui.cells import text_of
from ui.place import Where
from wibdesk.domain.phrases import Phrase
from wibdesk.domain.terms import Term, TermKind
from wibdesk.services import phrases, terms
from wibdesk.usual_words import usual_abbreviations, usual_phrases

NOTED = Phrase("Noted", "Members noted the report.")
CLA = Term(TermKind.ABBREVIATION, "CLA", "Children Looked After")


@pytest.fixture
def words(clerk, board):
    """The clerk at the three lists, with a phrase and an abbreviation of every body and one each of the board."""
    clerk.do(phrases.keep_phrase, NOTED)
    clerk.do(phrases.keep_phrase, Phrase("", "The board thanked {person} for the work on {item}.", board.id))
    clerk.do(terms.keep_term, CLA)
    clerk.do(terms.keep_term, Term(TermKind.TERM, "Section 151 officer", body_id=board.id))
    clerk.go("words", Where(note="phrases"))
    return clerk


def cells(clerk):
    return [[text_of(cell) for cell in row.cells] for row in clerk.place.table().table_model.rows]


def firsts(clerk):
    return [row[0] for row in cells(clerk)]


def stored(clerk):
    return {phrase.name: phrase for phrase in clerk.read(phrases.all_phrases)}


def kept_terms(clerk):
    return {term.short: term for term in clerk.read(terms.all_terms)}


def empty_words(clerk):
    return (clerk.place.empty.isVisible(), clerk.place.empty.heading.text())


def test_phrases_stand_under_every_body_and_under_their_own(words):
    assert firsts(words) == [
        "Every body, 1", "Noted, Members noted the report.",
        "Norbury Improvement Board, 1", "The board thanked {person} for the work on {item}.",
    ]  # fmt: skip
    assert words.place.table().hasFocus()
    assert words.place.table().current_row().sentence == "Noted, Members noted the report., Every body"
    assert words.place.finder.count.text() == "2 phrases"
    assert words.place.tabs.counts == {"phrases": 2, "short": 2}


def test_a_phrase_says_how_often_it_was_used(words):
    words.do(phrases.used_phrase, NOTED.id)
    assert cells(words)[1][1] == "once, 1 Sep 2026"
    words.do(phrases.used_phrase, NOTED.id)
    assert cells(words)[1][1] == "2 times, 1 Sep 2026"


def test_a_new_phrase_is_typed_and_called_by_its_first_words(words):
    words.press("N")
    words.type("It was agreed to defer the item to {meeting}.")
    words.press("Ctrl+Return")
    assert stored(words)["It was agreed to defer…"].body_id is None
    assert words.place.record().text == "It was agreed to defer the item to {meeting}."
    assert words.place.table().hasFocus()
    assert words.said[-1] == "“It was agreed to defer the item to {meet” added"
    words.press("Ctrl+Z")
    assert "It was agreed to defer…" not in stored(words)


def test_a_new_phrase_is_of_the_body_whose_row_is_chosen(words, board):
    words.press("End", "N")
    words.type("The board agreed.")
    words.press("Tab")
    words.type("Agreed")
    words.press("Ctrl+Return")
    assert stored(words)["Agreed"].body_id == board.id


def test_a_draft_stays_and_what_is_missing_is_said_at_its_field(words):
    words.press("N", "Tab")
    words.type("Deferred")
    words.press("Ctrl+Return")
    form = words.place.adding["phrases"]
    assert form.parts.text_field.note.text() == "A phrase needs its words."
    assert QApplication.focusWidget() is form.parts.text
    words.press("Esc", "N")
    assert form.parts.name.text() == "Deferred"
    assert "Deferred" not in stored(words)


def test_enter_changes_a_phrase_and_down_goes_on_with_the_next(words, board):
    words.press("Return")
    words.type(" It was welcomed.")
    words.press("Tab", "Tab", "Down", "Ctrl+Return")
    changed = stored(words)["Noted"]
    assert (changed.text, changed.body_id) == ("Members noted the report. It was welcomed.", board.id)
    words.press("Return")
    words.place.table().setFocus()
    words.press("Down")
    assert words.place.changing["phrases"].heading.text() == "The board thanked {person} for…"


def test_what_another_desk_changed_meanwhile_is_told(words):
    words.press("Return")
    words.do(phrases.keep_phrase, Phrase("Noted", "It was noted.", id=NOTED.id))
    words.type(" Indeed.")
    words.press("Ctrl+Return")
    assert "was changed elsewhere to “It was noted.”" in words.troubles[-1]
    assert stored(words)["Noted"].text == "It was noted."


def test_del_removes_and_undo_brings_back(words):
    words.press("Del")
    assert words.said[-1] == "“Noted” removed"
    assert "Noted" not in stored(words)
    words.press("Ctrl+Z")
    assert firsts(words)[1] == "Noted, Members noted the report."


def test_left_and_right_lead_through_the_lists(words):
    words.press("Right")
    assert cells(words) == [
        ["Every body, 1"], ["CLA", "Children Looked After"],
        ["Norbury Improvement Board, 1"], ["Section 151 officer", "offered as you type"],
    ]  # fmt: skip
    assert words.place.new_button.text() == "New abbreviation or term"
    words.press("Right", "Right")
    assert empty_words(words) == (True, "No words yet")
    assert not words.place.usual_button.isVisible()
    words.press("Left", "Left", "Left")
    assert words.place.view.view == "phrases"
    assert not words.place.paste_button.isVisible()


def test_an_abbreviation_needs_what_it_stands_for_a_term_does_not(words):
    words.press("Right", "N")
    words.type("SIB")
    words.press("Ctrl+Return")
    form = words.place.adding["short"]
    assert form.parts.full_field.note.text() == "Type what it stands for, or make it a term below."
    words.type("Sufficiency Improvement Board")
    words.press("Ctrl+Return")
    assert kept_terms(words)["SIB"].full == "Sufficiency Improvement Board"
    words.press("N", "Ctrl+Return")
    assert form.parts.short_field.note.text() == "Type the short form, or the term."
    words.type("Director of Services")
    words.press("Tab", "Tab", "Down", "Ctrl+Return")
    assert kept_terms(words)["Director of Services"].kind is TermKind.TERM


def test_a_form_that_is_in_the_list_already_is_refused_and_the_draft_stays(words):
    words.press("Right", "N")
    words.type("cla")
    words.press("Tab")
    words.type("class")
    words.press("Ctrl+Return")
    assert "“CLA” is in the list already" in words.troubles[-1]
    assert words.place.adding["short"].parts.full.text() == "class"
    assert "cla" not in kept_terms(words)


def test_pasted_abbreviations_are_read_before_they_are_added(words):
    words.press("Right")
    QApplication.clipboard().setText("SIB\tSufficiency Improvement Board\nCLA, Class\nno meaning")
    words.press("Ctrl+V")
    panel = words.place.pasting["short"]
    rows = [[text_of(cell) for cell in row.cells] for row in panel.table.table_model.rows]
    assert rows == [["SIB", "Sufficiency Improvement Board"], ["CLA", "Class"]]
    words.press("Return")
    assert words.place.record().short == "SIB"
    assert kept_terms(words)["CLA"].full == "Children Looked After"
    words.press("Ctrl+Z")
    assert "SIB" not in kept_terms(words)


def test_words_for_the_spelling_check_are_typed_or_pasted(words):
    words.press("Right", "Right", "N", "Ctrl+Return")
    form = words.place.adding["words"]
    assert form.parts.word_field.note.text() == "Type the word."
    words.type("two words")
    words.press("Ctrl+Return")
    assert form.parts.word_field.note.text() == "Type one word."
    words.press("Ctrl+A")
    words.type("Norbury")
    words.press("Ctrl+Return")
    QApplication.clipboard().setText("Marlbridge, Thornmere\nNorbury Thornmere")
    words.press("Ctrl+V", "Return")
    assert firsts(words) == ["Every body, 3", "Marlbridge", "Norbury", "Thornmere"]
    words.press("Return")
    words.type("Norbery")
    words.press("Esc")
    assert {"Norbery", "Thornmere"} < set(kept_terms(words))


def test_slash_finds_in_the_list_in_sight(words):
    words.press("/")
    words.type("thanked")
    assert firsts(words)[1:] == ["The board thanked {person} for the work on {item}."]
    assert words.place.finder.count.text() == "1 shown of 2"
    words.type("zz")
    assert empty_words(words) == (True, "Nothing found")
    words.press("Esc")
    assert len(cells(words)) == 4
    assert words.place.table().hasFocus()


def test_u_adds_the_usual_ones_that_are_not_there_yet(words):
    words.press("U", "Right", "U")
    assert set(stored(words)) >= {phrase.name for phrase in usual_phrases()}
    assert kept_terms(words)["CLA"].id == CLA.id
    assert len(kept_terms(words)) == len(usual_abbreviations()) + 1
    for keys in (["U"], ["Left", "U"]):
        told = len(words.troubles)
        words.press(*keys)
        assert words.troubles[told:] != []
        assert words.troubles[-1].startswith("There is nothing new among them")


def test_what_was_changed_is_kept_when_the_clerk_goes_elsewhere_or_to_another_list(words):
    words.press("Return")
    words.type(" Twice.")
    words.place.tabs.setCurrentIndex(1)
    words.settle()
    assert stored(words)["Noted"].text.endswith("Twice.")
    assert not words.place.page.has_panel()
    words.press("Return")
    words.type("CLAs")
    words.go("people")
    assert "CLAs" in kept_terms(words)


def test_esc_goes_back_to_the_place_that_led_here(clerk):
    clerk.go("people")
    clerk.go("words")
    assert empty_words(clerk) == (True, "No phrases yet")
    clerk.press("Esc")
    assert clerk.at == "people"


def test_every_shipped_phrase_and_abbreviation_is_one_of_a_kind_and_fit_to_store(clerk):
    given, short = usual_phrases(), usual_abbreviations()
    assert len({phrase.name.casefold() for phrase in given}) == len(given) >= 40
    assert len({term.key for term in short}) == len(short) >= 30
    assert all(phrase.text[0] in "{" or phrase.text[0].isupper() for phrase in given)
    assert all(phrase.text[-1] in ".:" for phrase in given)
    assert clerk.do(phrases.give_phrases, given) == len(given)
    assert len(clerk.do(terms.add_terms, short)) == len(short)
