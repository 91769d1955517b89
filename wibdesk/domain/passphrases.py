"""What a passphrase must be, so that nobody guesses it and everybody can type it again."""

import unicodedata

from wibdesk.errors import UserError
from wibdesk.language import say

LETTERS = 12
WORDS = 4
FEWEST_DIFFERENT = 5
LONGEST = 1000
"""Letters at most: whoever needs more has pasted something else."""
UNTYPED = {"Cc", "Cs", "Zl", "Zp"}
"""Unicode's categories of control characters, halves of letters and line ends."""


def normalised(passphrase: str) -> str:
    """Return a passphrase as it is used: blanks around it do not count, and an é is one letter on every keyboard."""
    return unicodedata.normalize("NFC", passphrase.strip())


def check_passphrase(passphrase: str) -> None:
    """Make sure that a new passphrase is long enough; UserError says what is wanted."""
    letters = normalised(passphrase)
    words = [word for word in letters.split() if len(word) > 1]
    if len(letters) < LETTERS and len(words) < WORDS:
        raise UserError(
            say(
                "That passphrase is too short: use {words} words or more, or at least {letters} letters.",
                words=WORDS,
                letters=LETTERS,
            )
        )
    if len(set(letters)) < FEWEST_DIFFERENT:
        raise UserError(say("That passphrase is the same few letters again and again: use words that nobody guesses."))
    if len(letters) > LONGEST:
        raise UserError(say("That passphrase is longer than {longest} letters: use a shorter one.", longest=LONGEST))
    if any(unicodedata.category(letter) in UNTYPED for letter in letters):
        raise UserError(say("That passphrase holds a character that nobody can type again: use letters and blanks."))
