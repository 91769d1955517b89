"""What a line of shorthand becomes is said in the language of the clerk; what the register keeps is not."""

import pytest

from tests.shorthand.rooms import entry_of, read
from ui.pseudo_language import OPENED, pseudo
from wibdesk.language import SPOKEN


@pytest.fixture(autouse=True)
def another_language():
    """The made-up language, and English again at the end."""
    SPOKEN.speak(lambda words, _meaning, _number: pseudo(words))
    yield
    SPOKEN.speak(None)


@pytest.mark.parametrize(
    ("line", "english"),
    [
        ("/in Amy Poe, Police 1431", ("new", "joined")),
        ("/out jb", ("left", "now")),
        ("/v 4-1-1", ("for", "against", "abstained", "carried", "present")),
        ("/v 4-4-1 casting for", ("casting", "carried")),
        ("/n call them", ("private", "note")),
        ("/h Finance", ("sub-heading",)),
    ],
)
def test_chips_and_sentence_have_no_word_in_english(line, english):
    reading = read(line)
    said = " ".join([*(chip.words for chip in reading.chips), reading.words])
    assert OPENED in said
    assert [word for word in english if word in said.casefold().split()] == []


def test_a_vote_is_kept_in_the_words_of_the_register():
    assert entry_of("/v 4-1-1").result == "carried"
