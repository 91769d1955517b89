"""What helps with the typing is kept in the register: abbreviations, terms, words and phrases."""

from dataclasses import replace
from datetime import UTC, timedelta

import pytest

from tests.registers import NOW
from wibdesk.changes import PHRASES, TERMS
from wibdesk.domain.phrases import Phrase
from wibdesk.domain.terms import Term, TermKind, read_terms
from wibdesk.errors import ChangedElsewhereError, UserError
from wibdesk.services import bin as the_bin
from wibdesk.services import bodies, checking, phrases, terms

CLA = Term(TermKind.ABBREVIATION, "CLA", "Children Looked After")


def shorts(found):
    return [term.short for term in found]


def names(found):
    return [phrase.name for phrase in found]


def test_a_body_has_its_own_terms_and_those_of_every_body(clerk):
    board, other = clerk.body("Board"), clerk.body("Other")
    clerk.do(terms.keep_term, CLA)
    assert clerk.changes.touches(TERMS)
    clerk.do(terms.keep_term, Term(TermKind.TERM, "Section 151 officer", body_id=board.id))
    clerk.do(terms.keep_term, Term(TermKind.ABBREVIATION, "cla", "A class", body_id=board.id))
    assert [term.full for term in clerk.ask(terms.terms, board.id)] == ["A class", ""]
    assert shorts(clerk.ask(terms.terms, other.id)) == shorts(clerk.ask(terms.terms)) == ["CLA"]
    clerk.restart()
    assert shorts(clerk.ask(terms.all_terms)) == ["CLA", "cla", "Section 151 officer"]


def test_a_term_is_changed_removed_and_brought_back(clerk):
    kept = clerk.do(terms.keep_term, replace(CLA, short=" CLA ", full="Children  looked after"))
    assert (kept.short, kept.full) == ("CLA", "Children looked after")
    clerk.do(terms.keep_term, replace(kept, full="Children Looked After"), kept)
    clerk.do(terms.remove_term, kept.id, undo="Remove CLA")
    assert clerk.ask(terms.terms) == ()
    clerk.undo()
    assert [term.full for term in clerk.ask(terms.terms)] == ["Children Looked After"]


def test_a_term_that_two_desks_changed_is_told(clerk):
    kept = clerk.do(terms.keep_term, CLA)
    clerk.do(terms.keep_term, replace(kept, full="Class"), kept)
    with pytest.raises(ChangedElsewhereError, match=r"full words of “CLA” was changed elsewhere to “Class”"):
        clerk.do(terms.keep_term, replace(kept, full="Club"), kept)
    clerk.do(terms.keep_term, replace(kept, short="CL"), kept)
    assert [(term.short, term.full) for term in clerk.ask(terms.terms)] == [("CL", "Class")]
    clerk.do(terms.remove_term, kept.id)
    for verb, more in ((terms.keep_term, (kept, kept)), (terms.remove_term, (kept.id,))):
        with pytest.raises(UserError, match="no longer in the register"):
            clerk.do(verb, *more)


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (replace(CLA, short="  "), "Type the abbreviation"),
        (replace(CLA, full=" "), "Type what “CLA” stands for"),
        (replace(CLA, full="x" * 201), "“CLA…” is too long: use 200 letters or fewer"),
        (Term(TermKind.WORD, "two words"), "“two words” is more than one word"),
        (Term(TermKind.ABBREVIATION, "dna", "did not attend"), "“DNA” is in the list already"),
    ],
)
def test_a_term_that_cannot_work_is_refused_in_words(clerk, term, words):
    clerk.do(terms.keep_term, Term(TermKind.ABBREVIATION, "DNA", "Did not attend"))
    with pytest.raises(UserError, match=words):
        clerk.do(terms.keep_term, term)
    assert shorts(clerk.ask(terms.terms)) == ["DNA"]


def test_pasted_abbreviations_are_added_once(clerk):
    board = clerk.body()
    pasted = read_terms("CLA\tChildren Looked After\nDfE\tDepartment for Education", board.id)
    clerk.do(terms.keep_term, replace(CLA, body_id=board.id))
    assert shorts(clerk.do(terms.add_terms, pasted)) == ["DfE"]
    assert shorts(clerk.do(terms.add_terms, read_terms("CLA\tClass"))) == ["CLA"]
    with pytest.raises(UserError, match="nothing new among them"):
        clerk.do(terms.add_terms, pasted)


def test_phrases_come_recents_first_and_say_how_often_they_were_used(clerk):
    board = clerk.body()
    noted = clerk.do(phrases.keep_phrase, Phrase("Noted", "The Board noted  the report."))
    assert clerk.changes.touches(PHRASES)
    own = clerk.do(phrases.keep_phrase, Phrase("", "It was agreed to defer the item to {meeting}.", board.id))
    assert (noted.text, own.name) == ("The Board noted the report.", "It was agreed to defer…")
    assert names(clerk.ask(phrases.phrases, board.id)) == [own.name, "Noted"]
    assert names(clerk.ask(phrases.phrases)) == ["Noted"]
    clerk.do(phrases.used_phrase, noted.id)
    used = clerk.do(phrases.used_phrase, noted.id)
    assert (used.uses, used.used_at) == (2, NOW.astimezone(UTC))
    assert names(clerk.ask(phrases.phrases, board.id)) == ["Noted", own.name]
    clerk.time = NOW + timedelta(minutes=1)
    clerk.do(phrases.used_phrase, own.id)
    clerk.restart()
    assert names(clerk.ask(phrases.phrases, board.id)) == [own.name, "Noted"]
    assert names(clerk.ask(phrases.all_phrases)) == [own.name, "Noted"]


def test_a_phrase_is_changed_removed_and_brought_back(clerk):
    kept = clerk.do(phrases.keep_phrase, Phrase("Noted", "Noted."))
    clerk.do(phrases.used_phrase, kept.id)
    changed = clerk.do(phrases.keep_phrase, replace(kept, text="The report was noted."), kept)
    assert changed.uses == 1
    clerk.do(phrases.remove_phrase, kept.id, undo="Remove the phrase")
    assert clerk.do(phrases.used_phrase, kept.id) is None
    for verb, more in ((phrases.keep_phrase, (kept, kept)), (phrases.remove_phrase, (kept.id,))):
        with pytest.raises(UserError, match="no longer in the register"):
            clerk.do(verb, *more)
    clerk.undo()
    assert clerk.ask(phrases.phrases) == (changed,)


@pytest.mark.parametrize(("text", "words"), [(" ", "needs its words"), ("x" * 5001, "5,001 letters long")])
def test_a_phrase_without_fitting_words_is_refused(clerk, text, words):
    with pytest.raises(UserError, match=words):
        clerk.do(phrases.keep_phrase, Phrase("Noted", text))
    assert clerk.ask(phrases.phrases) == ()


def test_the_phrases_that_the_desk_ships_are_given_once(clerk):
    shipped = (Phrase("Noted", "The report was noted."), Phrase("Deferred", "It was deferred to {meeting}."))
    clerk.do(phrases.keep_phrase, Phrase("NOTED", "Noted."))
    assert clerk.ask(phrases.wants_phrases)
    assert clerk.do(phrases.give_phrases, shipped) == 1
    (deferred, _) = clerk.ask(phrases.phrases)
    clerk.do(phrases.remove_phrase, deferred.id)
    clerk.restart()
    assert not clerk.ask(phrases.wants_phrases)
    assert names(clerk.ask(phrases.phrases)) == ["NOTED"]
    assert names(clerk.do(phrases.add_phrases, shipped)) == ["Deferred"]
    with pytest.raises(UserError, match="nothing new among them"):
        clerk.do(phrases.add_phrases, shipped)


def test_a_body_takes_its_terms_and_phrases_into_the_bin_and_brings_them_back(clerk):
    board = clerk.body(quorum="1/3")
    clerk.do(terms.keep_term, CLA)
    clerk.do(terms.keep_term, Term(TermKind.WORD, "Norbury", body_id=board.id))
    clerk.do(phrases.keep_phrase, Phrase("Noted", "Noted.", board.id))
    clerk.do(bodies.remove_body, board.id)
    assert clerk.changes.touches(TERMS)
    assert (shorts(clerk.ask(terms.all_terms)), clerk.ask(phrases.all_phrases)) == (["CLA"], ())
    clerk.do(the_bin.put_back, clerk.ask(the_bin.binned)[0].id)
    assert clerk.changes.touches(PHRASES)
    assert shorts(clerk.ask(terms.terms, board.id)) == ["CLA", "Norbury"]
    assert names(clerk.ask(phrases.phrases, board.id)) == ["Noted"]
    assert clerk.ask(bodies.body, board.id).quorum == "1/3"
    assert clerk.ask(checking.check) == ()


def test_what_names_a_body_that_is_gone_is_refused(clerk):
    for verb, record in (
        (terms.keep_term, replace(CLA, body_id="gone")),
        (phrases.keep_phrase, Phrase("Noted", "Noted.", "gone")),
    ):
        with pytest.raises(UserError, match="no longer in the register"):
            clerk.do(verb, record)
