"""What is typed to search, read as a query; and the forms in which a British text may have a word."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wibdesk.domain.search import DueIn, Query, SearchKind, Term
from wibdesk.domain.search_typed import MOST_TERMS, read_query
from wibdesk.domain.search_words import MOST_FORMS, forms

TODAY = date(2026, 9, 1)


def read(typed):
    return read_query(typed, TODAY)


def first_forms(typed):
    return [term.forms[0] for term in read(typed).terms]


@given(st.text())
def test_whatever_is_typed_is_read(typed):
    query = read(typed)
    assert len(query.terms) <= MOST_TERMS
    assert all(1 <= len(term.forms) <= MOST_FORMS for term in (*query.terms, *query.without))
    assert all(any(letter.isalnum() for letter in term.forms[0]) for term in query.terms)


@given(st.text(st.sampled_from("ab-\"':.“/9 "), max_size=30), st.sampled_from(["owner", "due", "since", "in", "kind"]))
def test_whatever_stands_in_a_filter_is_read(value, name):
    query = read(f"{name}:{value}")
    assert query.empty or query.terms or query.due


def test_the_last_word_counts_as_begun_until_a_blank_follows():
    assert [term.begun for term in read("shared defin").terms] == [False, True]
    assert [term.begun for term in read("shared definition ").terms] == [False, False]
    assert [term.begun for term in read("a 3 3.1 ").terms] == [False, False, False]
    assert read("3.1").terms == (Term(("3.1",)),)
    assert read("x").terms[0].begun is False
    assert read("CIB/26/0").terms == (Term(("cib/26/0",), begun=True),)


def test_words_in_quotes_are_a_phrase_whatever_the_quotes():
    for typed in ('"shared definition" of', "“shared definition” of", "„shared definition” of"):
        assert [term.forms[0] for term in read(typed).terms] == ["shared definition", "of"]
    assert read('"shared defin').terms == (Term(("shared defin",), begun=True),)
    assert read('"shared definition"').terms == (Term(("shared definition",)),)
    assert read('""').empty


def test_what_must_not_be_there_stands_apart():
    query = read('re-referral -agency -"two posts"')
    assert [term.forms[0] for term in query.without] == ["agency", "two posts"]
    assert not any(term.begun for term in query.without)
    assert read("-agency").empty
    assert read("-owner:rowe").terms == ()


def test_owners_and_people():
    assert read("owner:rowe") == Query(
        (Term(("rowe",), begun=True, people=True),), kinds=frozenset({SearchKind.ACTION})
    )
    assert read('person:"K Rowe"').terms == (Term(("K Rowe",), begun=True, people=True),)
    assert read("owner:rowe kind:decision").kinds == {SearchKind.ACTION, SearchKind.DECISION}
    assert read("who:x").terms == (Term(("x",), people=True),)


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("kind:decision", {SearchKind.DECISION}),
        ("kind:Decisions", {SearchKind.DECISION}),
        ("kind:action,vote", {SearchKind.ACTION, SearchKind.VOTE}),
        ("kind:people", {SearchKind.PERSON}),
        ("kind:milestones", {SearchKind.PLAN}),
    ],
)
def test_kinds_by_their_names(typed, kinds):
    assert read(typed).kinds == kinds


def test_a_filter_that_makes_no_sense_is_looked_for_as_words():
    assert first_forms("kind:song ") == ["song"]
    assert first_forms("due:never ") == ["never"]
    assert first_forms("note:this ") == ["note:this"]
    assert first_forms('note:"this one"') == ["note this one"]


@pytest.mark.parametrize(
    ("typed", "since", "until"),
    [
        ("since:may", date(2026, 5, 1), None),
        ("since:oct", date(2025, 10, 1), None),
        ("since:may-2024", date(2024, 5, 1), None),
        ("from:2024", date(2024, 1, 1), None),
        ("since:2024-02", date(2024, 2, 1), None),
        ("until:2024-02", None, date(2024, 2, 29)),
        ("to:2024", None, date(2024, 12, 31)),
        ("before:2024", None, date(2023, 12, 31)),
        ("in:2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("on:1/7/2026", date(2026, 7, 1), date(2026, 7, 1)),
        ('since:"6 Oct 2025"', date(2025, 10, 6), None),
        ("since:2024-13", None, None),
        ("since:0000", None, None),
        ("before:0001", None, None),
        ("until:whenever", None, None),
        ("on:whenever", None, None),
    ],
)
def test_days_months_and_years(typed, since, until):
    query = read(typed)
    assert (query.since, query.until) == (since, until)


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        ("due:oct", DueIn(month=10)),
        ("due:October-2026", DueIn(2026, 10)),
        ("due:2026-10", DueIn(2026, 10)),
        ("due:2026", DueIn(2026)),
        ("due:2026-13", None),
        ("due:soon", None),
    ],
)
def test_deadlines(typed, due):
    assert read(typed).due == due
    assert not read(typed).empty


def test_bodies_are_named_by_a_part():
    assert read('body:schools body:"audit panel"').bodies == ("schools", "audit panel")


@pytest.mark.parametrize(
    ("typed", "also"),
    [
        ("organise", "organize"),
        ("organizing", "organising"),
        ("organisation", "organization"),
        ("analyse", "analyze"),
        ("catalyzed", "catalysed"),
        ("colour", "color"),
        ("favorite", "favourite"),
        ("centre", "center"),
        ("theaters", "theatres"),
        ("travelled", "traveled"),
        ("modeling", "modelling"),
        ("counsellor", "counselor"),
        ("catalogue", "catalog"),
        ("dialogs", "dialogues"),
        ("programme", "program"),
        ("programs", "programmes"),
        ("licence", "license"),
        ("practised", "practiced"),
        ("enquiry", "inquiry"),
        ("judgment", "judgement"),
        ("fulfillment", "fulfilment"),
        ("grey", "gray"),
        ("paediatric", "pediatric"),
        ("percent", "per cent"),
        ("child", "children"),
        ("people", "person"),
        ("learnt", "learned"),
        ("re-referral", "rereferral"),
        ("rereferral", "re-referral"),
        ("cooperate", "co-operate"),
        ("co-ordination", "coordination"),
    ],
)
def test_other_spellings_are_looked_for_too(typed, also):
    assert forms(typed)[0] == typed
    assert also in forms(typed)


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [("children's", "children"), ("partners'", "partners"), ("James's", "james"), ("O'Neill", "o'neill")],
)
def test_possessives_are_those_of_whom_they_tell(typed, becomes):
    assert forms(typed)[0] == becomes


@pytest.mark.parametrize("typed", ["CIB/26/014", "3.1", "2026", "M12"])
def test_references_stay_whole(typed):
    assert forms(typed)[0] == typed.lower()
    assert all("/" in form or form.isalnum() or "." in form for form in forms(typed))


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [("referra", "referral"), ("definiti", "definition"), ("organisatio", "organisation"), ("governanc", "governance")],
)
def test_a_word_with_half_an_ending_is_completed(typed, becomes):
    assert becomes in forms(typed, begun=True)
    assert becomes not in forms(typed)


def test_short_words_are_not_taken_for_beginnings_of_others():
    assert "menage" not in forms("manage")
    assert "peopleal" not in forms("personal")
    assert forms("man") == ("man", "men")
