"""Hebrew and Arabic words in the order in which a page draws them, since reportlab draws from the left.

Made for names and phrases among English: a stretch that fits on a line is turned whole, a longer one word by word, so
that its lines keep their order. Letters are not joined as Arabic script would.
"""

import re
import unicodedata

_LETTERS = r"\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_STRETCH = re.compile(f"[{_LETTERS}]+(?:[ \u00a0]+[{_LETTERS}]+)*")
_DIGITS = re.compile(r"\d+")
_FITS_A_LINE = 48


def drawn_from_the_left(text: str) -> str:
    """Return the text with every stretch of right-to-left letters in the order of the page."""
    if text.isascii():
        return text
    return _STRETCH.sub(lambda found: _turned(found[0]), text)


def _turned(stretch: str) -> str:
    if len(stretch) > _FITS_A_LINE:
        return " ".join(_mirrored(word) for word in stretch.split(" "))
    return _mirrored(stretch)


def _mirrored(words: str) -> str:
    """Reverse the letters; marks stay behind their letter, and figures are read from the left as ever."""
    clusters: list[str] = []
    for letter in words:
        if clusters and unicodedata.combining(letter):
            clusters[-1] += letter
        else:
            clusters.append(letter)
    return _DIGITS.sub(lambda found: found[0][::-1], "".join(reversed(clusters)))
