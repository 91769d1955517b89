"""Hebrew and Arabic words in the order in which a page draws them, since a PDF's text runs from the left.

Made for names and phrases among English: each stretch on a line is turned. Letters are not joined as Arabic script
would.
"""

import re
import unicodedata
from collections.abc import Iterator

_LETTERS = r"\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_STRETCH = re.compile(f"([{_LETTERS}]+(?:[ \u00a0]+[{_LETTERS}]+)*)")
_DIGITS = re.compile(r"\d+")


def turned_stretches(text: str) -> Iterator[tuple[str, str]]:
    """Yield the text of a line in pieces, each as the page draws it and as it is read; most lines are one piece."""
    for number, piece in enumerate(_STRETCH.split(text)):
        if piece:
            yield (_mirrored(piece) if number % 2 else piece), piece


def _mirrored(words: str) -> str:
    """Reverse the letters; marks stay behind their letter, and figures are read from the left as ever."""
    clusters: list[str] = []
    for letter in words:
        if clusters and unicodedata.combining(letter):
            clusters[-1] += letter
        else:
            clusters.append(letter)
    return _DIGITS.sub(lambda found: found[0][::-1], "".join(reversed(clusters)))
