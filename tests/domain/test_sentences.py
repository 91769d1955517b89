"""Declarations, amendments and votes as the sentences of minutes."""

from dataclasses import replace
from datetime import date

import pytest

from wibdesk.domain.entries import Amendment, Declaration, Vote
from wibdesk.domain.sentences import amendment_sentence, declaration_sentence, entry_sentence, vote_sentence

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
        (Vote(), ""),
    ],
)
def test_a_vote_says_the_motion_the_numbers_and_the_result(entry, sentence):
    assert vote_sentence(entry) == sentence


@pytest.mark.parametrize("entry", [Declaration("A"), Amendment(JULY, "page 2", "b"), Vote("c")])
def test_words_of_the_clerk_stand_before_any_made_sentence(entry):
    assert entry_sentence(replace(entry, as_written="As typed")) == "As typed"
    assert entry_sentence(entry) != "As typed"
