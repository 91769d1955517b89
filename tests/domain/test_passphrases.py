"""A passphrase is long enough to keep, and the same on every keyboard."""

import pytest

from wibdesk.domain.passphrases import check_passphrase, normalised
from wibdesk.errors import UserError


@pytest.mark.parametrize(
    "passphrase",
    [
        "correct horse battery staple",
        "we go to it",
        "Zw0lf-Zeich3",
        "четыре слова для нас",
        "می‌خواهم که این باشد",
        "ten words " * 99,
    ],
)
def test_words_or_letters_enough_make_a_passphrase(passphrase):
    check_passphrase(passphrase)


@pytest.mark.parametrize(
    ("passphrase", "words"),
    [
        ("", "too short: use 4 words or more, or at least 12 letters"),
        ("   a b c d   ", "too short"),
        ("elevenchars", "too short"),
        ("           x           ", "too short"),
        ("ha ha ha ha ha", "same few letters"),
        ("x" * 1001, "same few letters"),
        ("abcdefgh " * 112, "longer than 1000 letters"),
        ("correct horse\tbattery", "nobody can type again"),
        ("correct horse \ud800 battery", "nobody can type again"),
    ],
)
def test_what_is_guessed_or_cannot_be_typed_again_is_refused_in_words(passphrase, words):
    with pytest.raises(UserError, match=words):
        check_passphrase(passphrase)


def test_an_accent_is_the_same_letter_however_it_is_typed():
    assert normalised(" cafe\u0301 ") == normalised("café") == "café"
