"""Terms are read from pasted lines and a body's own win; phrases know their slots, and come recents first."""

from datetime import UTC, datetime

import pytest

from wibdesk.domain.phrases import Phrase, Slot, recents_first, slots_of
from wibdesk.domain.terms import Term, TermKind, not_yet, own_first, read_terms, read_words

ABBREVIATION = TermKind.ABBREVIATION


@pytest.mark.parametrize(
    ("line", "short", "full"),
    [
        ("CLA\tChildren Looked After", "CLA", "Children Looked After"),
        ("CLA,Children Looked After", "CLA", "Children Looked After"),
        ('"CLA", "Children Looked After"', "CLA", "Children Looked After"),
        ("CLA; Children Looked After, all of them", "CLA", "Children Looked After, all of them"),
        ("CLA = Children Looked After", "CLA", "Children Looked After"),
        ("ya: young adult", "ya", "young adult"),
        ("  CLA – Children   Looked After - all ", "CLA", "Children Looked After - all"),
        ("S-I-B - Sufficiency Improvement Board", "S-I-B", "Sufficiency Improvement Board"),
        ("Children Looked After (CLA)", "CLA", "Children Looked After"),
    ],
)
def test_a_pasted_line_gives_an_abbreviation(line, short, full):
    (term,) = read_terms(line, "b")
    assert (term.kind, term.short, term.full, term.body_id) == (ABBREVIATION, short, full, "b")


def test_lines_of_one_part_and_headings_are_passed_over():
    assert read_terms("Abbreviation\tMeaning\n\nCLA\n,\n\tnothing\nGlossary:\n") == ()


def test_only_what_is_not_held_is_new_and_each_once():
    held = [Term(ABBREVIATION, "CLA", "Children Looked After")]
    wanted = read_terms("cla\tchildren\nLAC\tLooked after child\nlac\tAnother\nBOB, Best of boards")
    assert [term.full for term in not_yet(wanted, held)] == ["Looked after child", "Best of boards"]
    assert not_yet([Term(TermKind.WORD, "cla")], held) != ()


def test_words_for_the_spelling_check_keep_their_case():
    assert len(not_yet([Term(TermKind.WORD, "Wirral"), Term(TermKind.WORD, "wirral")], [])) == 2


def test_a_body_s_own_form_is_the_one_that_applies():
    everywhere = Term(ABBREVIATION, "SIB", "Strategic Investment Board")
    own = Term(ABBREVIATION, "sib", "Sufficiency Improvement Board", "b")
    other = Term(TermKind.TERM, "SIB", "A board")
    assert own_first([everywhere, other, own]) == (own, other)


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("{person} presented it.", (Slot("person", 0, 8),)),
        ("Deferred to {meeting} on {date}.", (Slot("meeting", 12, 21), Slot("date", 25, 31))),
        ("{lead officer}{item}", (Slot("lead officer", 0, 14), Slot("item", 14, 20))),
        ("No {} and { person} and {1} and {a", ()),
    ],
)
def test_the_slots_of_a_phrase_are_its_words_in_braces(text, slots):
    assert slots_of(text) == slots == Phrase("x", text).slots
    assert all(text[slot.start : slot.end] == f"{{{slot.name}}}" for slot in slots)


def test_phrases_come_last_used_first_then_the_body_s_own_then_by_name():
    at = datetime(2026, 9, 1, 9, tzinfo=UTC)
    phrases = [
        Phrase("b", "x"),
        Phrase("A", "x"),
        Phrase("z", "x", "body"),
        Phrase("used", "x", used_at=at),
        Phrase("later", "x", used_at=at.replace(hour=10)),
    ]
    assert [phrase.name for phrase in recents_first(phrases)] == ["later", "used", "z", "A", "b"]


def test_words_are_read_out_of_any_text_each_once():
    found = read_words("Norbury, Marlbridge\nNorbury; O’Brien.\t St.", "b")
    assert [term.short for term in found] == ["Norbury", "Marlbridge", "O’Brien", "St"]
    assert {(term.kind, term.body_id) for term in found} == {(TermKind.WORD, "b")}


def test_a_slot_for_a_person_is_known_by_its_name():
    assert [slot.name for slot in slots_of("{Person} of {body} and {chair} met {two people}") if slot.wants_person] == [
        "Person",
        "chair",
    ]
