"""Words inside a sentence, by tables: what is written out, what is left alone, what is offered."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wibdesk.domain.phrases import Slot
from wibdesk.domain.terms import Term, TermKind
from wibdesk.shorthand.known import Known, KnownPerson
from wibdesk.shorthand.words.completion import completion, completions_of
from wibdesk.shorthand.words.ended import Change, ends_word, in_quotation, word_ended
from wibdesk.shorthand.words.expansion import abbreviations_of, expansion, mentions
from wibdesk.shorthand.words.naming import is_here, name_asked, who_is_meant
from wibdesk.shorthand.words.slots import filled, next_slot
from wibdesk.shorthand.words.verbatim import is_verbatim, quoted_at, to_quote

TERMS = (
    Term(TermKind.ABBREVIATION, "ya", "young adult"),
    Term(TermKind.ABBREVIATION, "w", "with"),
    Term(TermKind.ABBREVIATION, "CLA", "Children Looked After"),
    Term(TermKind.ABBREVIATION, "DfE", "Department for Education"),
    Term(TermKind.ABBREVIATION, "EHM", "Early Help Module"),
    Term(TermKind.ABBREVIATION, "EHM", "Early Help Meeting", body_id="norbury"),
    Term(TermKind.ABBREVIATION, "same", "same"),
    Term(TermKind.TERM, "Front door"),
    Term(TermKind.TERM, "IT"),
    Term(TermKind.TERM, "1st panel"),
    Term(TermKind.TERM, "Strasse plan"),
    Term(TermKind.WORD, "Norburian"),
)
KNOWN = abbreviations_of(TERMS)
ROWE = KnownPerson("K Rowe", "Det Supt K Rowe", present=True)
PEOPLE = (KnownPerson("Theo Lindqvist"), ROWE, KnownPerson("Helen Ferrer", present=True))
AHEAD = completions_of(PEOPLE, TERMS)


def written(line, used=lambda _short: False):
    """Return a line after the abbreviation that its last letter ends is written out."""
    change = expansion(line, len(line), KNOWN, used)
    return line if change is None else line[: change.start] + change.words + line[change.end :]


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("a ya ", "a young adult "),
        ("Ya ", "Young adult "),
        ("YA ", "YOUNG ADULT "),
        ("yA ", "yA "),
        ("W ", "With "),
        ("ya, ", "young adult, "),
        ("ya.", "young adult."),
        ("(ya)", "(young adult)"),
        ("one—ya—", "one—young adult—"),
        ("CLA ", "Children Looked After (CLA) "),
        ("for CLA;", "for Children Looked After (CLA);"),
        ("DfE ", "Department for Education (DfE) "),
        ("dfe ", "dfe "),
        ("cla ", "cla "),
        ("EHM ", "Early Help Meeting (EHM) "),
        ("same ", "same "),
        ("yard ", "yard "),
        ("", ""),
        (" ", " "),
    ],
)
def test_an_abbreviation_is_written_out_in_the_case_it_is_typed(typed, becomes):
    assert written(typed) == becomes


@pytest.mark.parametrize(
    "typed",
    [
        "https://ya.org/ya ",
        "www.ya ",
        "mailto:ya ",
        "ya@ya.org ",
        "item 3.1 ",
        "WIB/24 ",
        "CLA/24 ",
        "24/CLA ",
        "CLA-led ",
        "/ya ",
        ";ya ",
        'He said "ask the ya ',
        "He said “ask the ya ",
        "He said ‘ask the ya ",
        "He said 'ask the ya ",
        "Children Looked After (CLA)",
        "CLA again CLA ",
    ],
)
def test_addresses_references_quotations_and_explanations_are_left_alone(typed):
    assert written(typed) == typed


@pytest.mark.parametrize(
    "typed",
    ["He said “no” to the ya ", 'He said "no" to ya ', "the board's ya ", "the boards’ ya ", "‘no’ to ya ", "'no' ya "],
)
def test_a_quotation_that_has_ended_and_an_apostrophe_stop_nothing(typed):
    assert written(typed) == typed.removesuffix("ya ") + "young adult "


def test_a_short_form_is_explained_once_in_a_meeting():
    assert written("CLA ", used=lambda short: short == "CLA") == "CLA "
    assert written("ya ", used=lambda _short: True) == "young adult "


def test_a_short_form_is_mentioned_only_as_a_word_of_its_own():
    assert mentions("for CLA.", "CLA")
    assert mentions("(CLA)", "CLA")
    assert not mentions("CLAIM, CLA/24", "CLA")
    assert not mentions("nothing", "CLA")


@given(st.text(alphabet=st.sampled_from("yaCL ;@.,\"'“”‘’()/—jb13\n\U0001f600"), max_size=30), st.integers(0, 30))
def test_whatever_is_typed_only_the_word_before_the_caret_is_ever_changed(line, at):
    at = min(at, len(line))
    change = expansion(line, at, KNOWN, lambda _short: False)
    word = word_ended(line, at)
    if change is not None:
        assert word is not None
        assert (change.start, change.end) == (word.start, word.end)
        assert change.end <= at
    if word is not None:
        assert line[word.start : word.end] == word.text
        assert not any(letter.isspace() for letter in word.text)


def test_a_blank_or_a_mark_ends_a_word():
    assert all(ends_word(typed) for typed in (" ", ",", ".", "—"))
    assert not any(ends_word(typed) for typed in ("-", "/", "'", "a", "1", ""))


def test_an_apostrophe_inside_a_word_is_no_quotation_mark():
    assert not in_quotation("the board's and the clerk’s paper", 30)
    assert in_quotation("she said 'the board's paper", 25)


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        (";jb ", "jb"),
        ("Then @jb,", "jb"),
        ("(;khan)", "khan"),
        (";o'brien ", "o'brien"),
        (";smith-jones:", "smith-jones"),
        ("so;jb ", None),
        ("a@jb ", None),
        ("x;@jb ", None),
        ("@@ ", None),
        ("; ", None),
        (";3b ", None),
        ("“;jb ", None),
        ("jb ", None),
    ],
)
def test_a_name_is_asked_for_by_a_mark_at_the_beginning_of_a_word(line, asked):
    found = name_asked(line, len(line))
    assert (found.text if found else None) == asked
    if found:
        assert line[found.start] in ";@"
        assert line[found.start + 1 : found.end] == asked


def test_who_is_here_is_meant_before_who_is_not_and_alike_names_are_one():
    known = Known(date(2026, 9, 1), people=PEOPLE)
    absent, twin = KnownPerson("T Lindqvist"), KnownPerson("K Rowe", "Det Supt K Rowe")
    for meant, expected in (
        ((absent, ROWE), ("Det Supt K Rowe",)),
        ((absent, PEOPLE[0]), ("T Lindqvist", "Theo Lindqvist")),
        ((ROWE, twin), ("Det Supt K Rowe",)),
        ((), ()),
    ):
        people = who_is_meant("x", known, lambda _typed, _known, found=meant: found)
        assert tuple(person.in_text for person in people) == expected
    assert [is_here(person, known) for person in PEOPLE] == [False, True, True]
    assert is_here(absent, Known(date(2026, 9, 1), people=(absent,)))


@pytest.mark.parametrize(
    ("typed", "rest"),
    [
        ("Row", "e"),
        ("Then Ro", "we"),
        ("Det", " Supt K Rowe"),
        ("Hel", "en Ferrer"),
        ("Helen F", "errer"),
        ("asked Helen ", ""),
        ("the Fro", "nt door"),
        ("the Front d", "oor"),
        ("the Front door", ""),
        ("Child", "ren Looked After"),
        ("Children Looked Af", "ter"),
        ("The", "o Lindqvist"),
        ("R", ""),
        ("ro", ""),
        ("ROWE", ""),
        ("Stras", "se plan"),
        ("Stra\u00df", ""),
        ("IT", ""),
        ("1st", ""),
        ("Nor", ""),
        ("WIB/Ro", ""),
        ("a@Ro", ""),
        ("3.1Ro", ""),
        ("", ""),
    ],
)
def test_a_capitalised_word_is_completed_from_names_and_terms(typed, rest):
    assert completion(typed, len(typed), AHEAD) == rest


def test_those_present_are_offered_before_the_others():
    here, away = KnownPerson("Sam Ore", present=True), KnownPerson("Sam Ash")
    assert completion("Sam", 3, completions_of((away, here), ())) == " Ore"


def test_slots_are_filled_from_what_is_certain_and_the_others_stay():
    certain = {"item": "Front door", "person": ""}
    assert (
        filled("{person} presented {Item} at {next step}.", certain) == "{person} presented Front door at {next step}."
    )
    line = "{person} on {date}."
    assert next_slot(line, 0) == Slot("person", 0, 8)
    assert next_slot(line, 8) == Slot("date", 12, 18)
    assert next_slot(line, 18) is None
    assert next_slot(line, 18, back=True) == Slot("date", 12, 18)
    assert next_slot(line, 12, back=True) == Slot("person", 0, 8)
    assert next_slot(line, 3, back=True) is None


def test_quotation_marks_go_round_words_without_the_blanks_at_their_edges():
    assert to_quote("we must act now", 3, 8) == (3, 7)
    assert to_quote("we must act now", 5, 5) == (3, 7)
    assert to_quote("we  act", 3, 3) == (3, 3)
    assert quoted_at("he said “we must” so", 10, 12) == (8, 17)
    assert quoted_at("he said “we must” so", 0, 2) is None
    assert is_verbatim("he said “we must” so")
    assert not is_verbatim("he said “we must so")
    assert not is_verbatim('he said "we must" so')


def test_a_change_knows_by_how_much_the_line_grows():
    assert Change(3, 5, "young adult").grows == 9


@pytest.mark.parametrize(
    ("typed", "ends"),
    [("Kar", "en Rowe"), ("Karen Ro", "we"), ("Det Supt Ka", "ren Rowe QPM"), ("Row", "e"), ("Ja", "ne Booth")],
)
def test_a_person_with_a_title_is_offered_by_the_first_name_too(typed, ends):
    people = (KnownPerson("Det Supt Karen Rowe QPM", present=True), KnownPerson("Cllr Jane Booth", "Councillor Booth"))
    assert completion(typed, len(typed), completions_of(people, ())) == ends
