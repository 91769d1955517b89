"""Which words are marked, which are passed over, and what is offered instead: by the dictionary that is shipped."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wibdesk.spelling.checking import MOST_REMEMBERED, Speller
from wibdesk.spelling.loading import folder, is_there, load, speller
from wibdesk.spelling.words import words_of_names

PEOPLE = words_of_names(("Det Supt K Rowe", "Siân Lindqvist", "Cllr Thackray-Osei", "Norbury ICB"))


@pytest.fixture(scope="module")
def shipped() -> Speller:
    found = speller()
    assert found is not None
    return found


def marked(found: Speller, text: str, known: frozenset[str] = PEOPLE) -> list[str]:
    return [text[at : at + length] for at, length in found.misspelt(text, known)]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The Chair recieved the report.", ["recieved"]),
        ("“Teh” report, (notted) and safegaurding:refferals", ["Teh", "notted", "safegaurding", "refferals"]),
        ("The Board’s commitee’s plan wasn’t agred", ["commitee’s", "agred"]),
        ("multi-agancy re-orginised", ["agancy", "orginised"]),
        ("COMMITEE AGENDA", ["COMMITEE"]),
        ("the color of the center", ["color", "center"]),
        ("monday and london", ["monday", "london"]),
        ("rowe said", ["rowe"]),
        ("Nolann’s", ["Nolann’s"]),
        ("tabl\u2028wich lines", ["tabl", "wich"]),
        ("and/orr", ["orr"]),
        ("thsis xthsi thsi", ["thsis", "xthsi", "thsi"]),
        ("🙂 wrng 🙂 wrng", ["wrng", "wrng"]),
    ],
)
def test_what_is_misspelt_is_found_where_it_stands(shipped: Speller, text: str, wrong: list[str]) -> None:
    assert marked(shipped, text) == wrong


@pytest.mark.parametrize(
    "text",
    [
        "The Clerk organised, organized, recognised and recognized the programme.",
        "Ofsted’s judgement; the Councillors’ co-opted, ex-officio and multi-agency sub-committee was inquorate.",
        "The café’s crèche, the naïve précis and the protégé.",
        "GDPR, SEND, EHCPs, MPs’ and the ICB's DSLs met on TEAMS.",
        "Cllr Thackray-Osei, Siân’s deputy and DET SUPT ROWE",
        "Lindqvist’s and LINDQVIST'S",
        "WhatsApp, SharePoint, McKenna, DfE and iPads",
        "Wirral, Kirklees, Rhondda, Stoke-on-Trent and Barrow-in-Furness",
        "see https://exmpl.invalid/a_wrng?x=y, www.exmpl.invalid, clrk@exmpl.invalid or norbry.gov.uk",
        "[words](https://exmpl.invalid/wrng)",
        "WIB/24, 3.1a, S106agrmnt, 9.45am, 2nd, 15th-16th, £3k, minuts_v2, C:\\minuts and agnda.docx",
        "{persn} presented {the itm} @@ ;jbx @jbx (;kr)",
        "/axx and then /reccd",
        "Привет, Δήμος and 会議 were quoted",
        "a b c I",
        "it’s don't IT’S we'll",
        "x" * 41,
        "wrng " * 5_000,
        "",
    ],
)
def test_what_is_right_or_no_word_is_left_alone(shipped: Speller, text: str) -> None:
    assert marked(shipped, text) == []


def test_a_word_is_found_in_its_own_place_also_behind_one_that_holds_it(shipped: Speller) -> None:
    for _ in range(2):
        assert shipped.misspelt("1thsi, thsi") == ((7, 4),)


def test_names_terms_and_the_clerks_own_words_are_right_as_they_are_written(shipped: Speller) -> None:
    own = frozenset({"Marlbridge", "gonzer"})
    text = "Marlbridge MARLBRIDGE Marlbridge’s marlbridge gonzer Gonzer GONZERY"
    assert marked(shipped, text, own) == ["marlbridge", "GONZERY"]
    assert "Marlbridge" in marked(shipped, text, frozenset())


def test_a_word_is_looked_up_once() -> None:
    asked: list[str] = []

    class Counting:
        def spell(self, word: str) -> bool:
            asked.append(word)
            return word != "wrng"

        def suggest(self, word: str) -> tuple[str, ...]:
            return ()

    made = Speller(Counting(), ["house"])
    for _ in range(3):
        assert marked(made, "a wrng word of the house’s", frozenset()) == ["wrng"]
    assert asked == ["wrng", "word", "of", "the"], "what stands alone or is the house's need not be"
    for n in range(0, MOST_REMEMBERED, 100):
        made.misspelt(" ".join("w" + "".join(chr(97 + int(digit)) for digit in str(n + m)) for m in range(100)))
    assert marked(made, "wrng", frozenset()) == ["wrng"]
    assert asked.count("wrng") == 2, "what is remembered has its bounds"


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("recieve", "receive"),
        ("safegaurding", "safeguarding"),
        ("Councillers", "Councillors"),
        ("COMMITEE", "COMMITTEE"),
        ("monday", "Monday"),
        ("organistion", "organisation"),
        ("organizatoin", "organization"),
        ("Ofstead", "Ofsted"),
        ("Lindquist", "Lindqvist"),
        ("lindqvist", "Lindqvist"),
        ("commitee’s", "committee’s"),
        ("does’nt", "doesn’t"),
        ("Teh", "The"),
        ("Thier", "Their"),
        ("Birmingam", "Birmingham"),
    ],
)
def test_what_was_meant_comes_first(shipped: Speller, word: str, first: str) -> None:
    meant = shipped.suggestions(word, PEOPLE)
    assert meant[0] == first
    assert len(meant) <= 5


def test_two_words_written_as_one_are_offered_apart(shipped: Speller) -> None:
    assert "a lot" in shipped.suggestions("alot")
    assert "as well" in shipped.suggestions("aswell")


def test_what_is_offered_is_itself_right(shipped: Speller) -> None:
    for word in ("qualty", "Comittee", "finacial", "Nolann’s", "minited", "agred"):
        for meant in shipped.suggestions(word, PEOPLE):
            assert marked(shipped, meant) == [], meant


@given(st.text())
def test_no_text_whatever_stops_the_check(text: str) -> None:
    found = speller()
    assert found is not None
    places = found.misspelt(text, PEOPLE)
    assert all(at >= 0 and length > 1 and at + length <= len(text) for at, length in places)
    assert list(places) == sorted(places)


def test_the_dictionary_ships_with_its_licence() -> None:
    assert is_there()
    licence = (folder() / "en_GB" / "LICENSE").read_text("utf-8")
    assert "Permission to use, copy, modify, distribute and sell these word" in licence
    assert "Copyright 1993, Geoff Kuenning" in licence


def test_every_house_word_is_needed(shipped: Speller) -> None:
    house = (folder() / "house.txt").read_text("utf-8").splitlines()
    words = [word for line in house if not line.startswith("#") for word in line.split()]
    assert len(set(words)) == len(words)
    assert not [word for word in words if shipped.dictionary.spell(word)]


def test_without_a_dictionary_there_is_no_speller(tmp_path: Path) -> None:
    assert load(tmp_path) is None
    (tmp_path / "en_GB").mkdir()
    (tmp_path / "en_GB" / "also.txt").write_text("one\n", "utf-8")
    (tmp_path / "house.txt").write_text("two\n", "utf-8")
    assert load(tmp_path) is None
