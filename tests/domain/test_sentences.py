"""Declarations, amendments and votes as the sentences of minutes."""

from dataclasses import replace
from datetime import date

import pytest

from wibdesk.domain.date_forms import Forms
from wibdesk.domain.entries import Amendment, Declaration, Vote
from wibdesk.domain.sentences import (
    amendment_sentence,
    declaration_sentence,
    entry_sentence,
    printed_sentence,
    vote_sentence,
)

JULY = date(2026, 7, 7)


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        (
            Declaration("I Nolan", "4", "personal", "colleague of the reviewer", True, False),
            "I Nolan declared a personal interest in item 4 (colleague of the reviewer) and took part.",
        ),
        (
            Declaration("B Morgan", "8", None, "by virtue of commissioned service."),
            "B Morgan declared an interest in item 8 (by virtue of commissioned service).",
        ),
        (
            Declaration("C Dean", "Budget monitoring", "disclosable pecuniary interest", None, False, True),
            "C Dean declared a disclosable pecuniary interest in Budget monitoring and left the room and took no part.",
        ),
        (
            Declaration("C Dean", "4a", "other", None, True, True),
            "C Dean declared an other interest in item 4a and took part, then left the room.",
        ),
        (Declaration("C Dean", None, None, None, None, False), "C Dean declared an interest and stayed in the room."),
        (Declaration("C Dean", interest="no interest"), "C Dean declared no interest."),
        (Declaration("C Dean", interest="pecuniary interests"), "C Dean declared pecuniary interests."),
        (Declaration("", "4"), "A member declared an interest in item 4."),
        (Declaration(), ""),
    ],
)
def test_a_declaration_says_who_what_and_what_they_did_then(entry, sentence):
    assert declaration_sentence(entry) == sentence


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        (
            Amendment(JULY, "page 2", "a third", "a quarter"),
            "In the minutes of 7 July 2026, page 2, “a quarter” should read “a third”.",
        ),
        (Amendment(JULY, "page five", "a third"), "In the minutes of 7 July 2026, page five should read “a third”."),
        (
            Amendment(None, "", "a third", None, "J Amari"),
            "The minutes of the last meeting should read “a third”, at the request of J Amari.",
        ),
        (Amendment(JULY, "item 3", "", "twice"), "In the minutes of 7 July 2026, item 3, “twice” should not appear."),
        (Amendment(JULY, "item 3"), "In the minutes of 7 July 2026, item 3 should be corrected."),
        (
            Amendment(JULY, requested_by="J Amari"),
            "The minutes of 7 July 2026 should be corrected, at the request of J Amari.",
        ),
        (Amendment(JULY), ""),
    ],
)
def test_an_amendment_says_which_words_become_which(entry, sentence):
    assert amendment_sentence(entry) == sentence


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        (
            Vote(
                "that the plan be approved",
                "carried",
                "A",
                "B",
                4,
                1,
                0,
                "for",
                (("for", ("C", "D")), ("absent", ("E",))),
            ),
            (
                "That the plan be approved. Moved by A, seconded by B. For 4 (C, D), against 1, abstained 0, "
                "absent: E. Casting vote for. Carried."
            ),
        ),
        (Vote("Approve?", "lost"), "Approve? Lost."),
        (Vote(result="lost"), "Lost."),
        (Vote(), ""),
    ],
)
def test_a_vote_says_the_motion_the_numbers_and_the_result(entry, sentence):
    assert vote_sentence(entry) == sentence


@pytest.mark.parametrize("entry", [Declaration("A"), Amendment(JULY, "page 2", "b"), Vote("c")])
def test_words_of_the_clerk_stand_before_any_made_sentence(entry):
    assert entry_sentence(replace(entry, as_written="As typed")) == "As typed"
    assert entry_sentence(entry) != "As typed"


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (Declaration("A Bee", as_written="Cllr A Bee declared."), "Cllr A Bee declared."),
        (Declaration("A Bee", as_written="declared item 8"), "A Bee: declared item 8"),
        (Declaration("B Morgan", as_written="Cllr Morgan declared."), "Cllr Morgan declared."),
        (Declaration("B Morgan MBE", as_written="Ms MORGAN’s interest"), "Ms MORGAN’s interest"),
        (Declaration("A Lee", as_written="declared at the sleepy inn"), "A Lee: declared at the sleepy inn"),
        (
            Declaration("A Bee", "8", "personal", "knows the owner", as_written="declared item 8"),
            "A Bee: declared item 8 (personal, knows the owner)",
        ),
        (Declaration("A Bee", "8", as_written="A Bee spoke up."), "A Bee spoke up. (item 8)"),
        (Declaration("A Bee", as_written=" "), "A Bee declared an interest."),
        (Amendment(None, "page 5", "a third", as_written="Page 5 says a third."), "Page 5 says a third."),
        (
            Amendment(None, "page 5", "a third", "a quarter", "B Ali", as_written="Page 5 was put right."),
            "Page 5 was put right. (was “a quarter”, now “a third”, requested by B Ali)",
        ),
        (Vote("so", as_written="It was carried so"), "It was carried so"),
        (
            Vote(
                "that it be so",
                "lost",
                "A Bee",
                "C Dee",
                1,
                2,
                names=(("for", ("A Bee",)), ("against", ("C Dee", "E Eff"))),
                as_written="A Bee voted for",
            ),
            (
                "A Bee voted for. Motion: that it be so, moved by A Bee, seconded by C Dee. Against: C Dee, E Eff. "
                "Result: lost."
            ),
        ),
    ],
)
def test_the_page_says_behind_the_words_as_written_what_they_leave_out(entry, words):
    assert printed_sentence(entry) == words


def test_the_page_says_the_sentence_of_the_sheet_where_nothing_was_typed():
    for entry in (Declaration("A"), Amendment(JULY, "page 2", "b"), Vote("c", mover="D")):
        assert printed_sentence(entry) == entry_sentence(entry) != ""


def test_dates_and_names_on_the_page_take_the_form_of_the_house():
    def shout(name: str) -> str:
        return name.upper()

    forms = Forms("numeric")
    amendment = Amendment(JULY, "page 2", "b", requested_by="Ann Lee")
    assert (
        printed_sentence(amendment, forms, shout)
        == "In the minutes of 07/07/26, page 2 should read “b”, at the request of ANN LEE."
    )
    assert printed_sentence(Declaration("Ann Lee"), forms, shout) == "ANN LEE declared an interest."
    vote = Vote("So", mover="Ann Lee", votes_for=1, names=(("for", ("Ann Lee",)),))
    assert printed_sentence(vote, forms, shout) == "So. Moved by ANN LEE. For 1 (ANN LEE). Carried."
    written = replace(vote, as_written="It was so carried.")
    assert printed_sentence(written, forms, shout) == "It was so carried. Moved by ANN LEE. For: ANN LEE."
