"""A language that nobody speaks: English with accents, longer and in brackets, to see what is left untranslated."""

import re

LETTERS = str.maketrans("aceghijklnorstuwyzACEGHIJKLNORSTUWYZ", "áćéĝĥíĵḱĺńóŕšťúŵýžÁĆÉĜĤÍĴḰĹŃÓŔŠŤÚŴÝŽ")
LONGER = 0.35
"""How much longer than English other languages are, at the least."""
OPENED, CLOSED = "⟦", "⟧"
_FILLED = re.compile(r"(\{[^{}]*\}|%(?:\(\w+\))?[sr])")
"""What is filled in later: the desk's own way, and that of Python's words on the command line."""


def pseudo(words: str) -> str:
    """Return words as this language has them; what is filled in later, in braces, stays; so do words it has already."""
    if OPENED in words or not any(map(str.isalpha, words)):
        return words
    if words.endswith("\n"):
        return f"{pseudo(words[:-1])}\n"
    parts = _FILLED.split(words)
    said = "".join(part if _FILLED.fullmatch(part) else part.translate(LETTERS) for part in parts)
    letters = sum(len(part) for part in parts if not _FILLED.fullmatch(part))
    more = max(1, round(letters * LONGER))
    return f"{OPENED}{said}{_filling(more, long=letters > 24)}{CLOSED}"


def _filling(more: int, *, long: bool) -> str:
    """Return so many letters more: in words of their own after a sentence, that it may break, else at its end."""
    dots = "·" * more
    return "".join(f" {dots[at : at + 5]}" for at in range(0, more, 6)) if long else dots
