"""Words in the clerk's language: said as they are written until somebody translates, and filled in after that."""

import pytest

from wibdesk.language import SPOKEN, counted, later, say, say_pairs

WELSH = {"Saved {time}": "Cadwyd {time}", "Open": "Agor", "Search": "Chwilio"}


@pytest.fixture
def spoken():
    """What is spoken, and English again at the end."""
    yield SPOKEN
    SPOKEN.speak(None)


def test_words_stay_as_they_are_written_until_somebody_translates():
    assert say("Saved {time}", time="09:30") == "Saved 09:30"
    assert say("A share of {number:.0%}", number=0.25) == "A share of 25%"
    assert say("Braces {} stay where nothing is filled in") == "Braces {} stay where nothing is filled in"


def test_what_is_filled_in_is_never_translated(spoken):
    spoken.speak(lambda words, _meaning, _number: WELSH.get(words, words))
    assert say("Saved {time}", time="Open") == "Cadwyd Open"
    assert say("Not in the catalogue") == "Not in the catalogue"


def test_the_meaning_tells_two_translations_apart(spoken):
    spoken.speak(lambda words, meaning, _number: "Heb ei chau" if meaning == "still to be done" else WELSH[words])
    assert say("Open") == "Agor"
    assert say("Open", "still to be done") == "Heb ei chau"


@pytest.mark.parametrize(("number", "words"), [(0, "0 actions"), (1, "1 action"), (2, "2 actions")])
def test_things_are_counted_in_two_forms(number, words):
    assert counted(number, "{number} action", "{number} actions") == words


def test_a_language_counts_in_as_many_forms_as_it_has(spoken):
    forms = {0: "dim gweithredoedd", 1: "{number} weithred", 2: "{number} weithred, dwy"}
    spoken.speak(lambda words, _meaning, number: forms.get(number, words))
    said = [counted(n, "{number} action", "{number} actions") for n in (0, 1, 2)]
    assert said == ["dim gweithredoedd", "1 weithred", "2 weithred, dwy"]


def test_what_no_catalogue_counts_is_counted_in_english(spoken):
    spoken.speak(lambda words, _meaning, _number: words)
    assert (
        counted(1, "{number} action of {body}", "{number} actions of {body}", body="Norbury") == "1 action of Norbury"
    )


def test_words_of_a_table_are_said_when_they_are_shown(spoken):
    table = (("search", later("Search")), ("", later("Elsewhere")))
    spoken.speak(lambda words, _meaning, _number: WELSH.get(words, words))
    assert say_pairs(table) == [("search", "Chwilio"), ("", "Elsewhere")]
