"""Words taken down as they were said: they stand in typographic quotation marks, which are the whole record of it."""

import re

OPEN, CLOSE = "“", "”"
_QUOTED = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]+{CLOSE}")


def is_verbatim(text: str) -> bool:
    """Say whether a text holds words in typographic quotation marks."""
    return OPEN in text and _QUOTED.search(text) is not None


def to_quote(line: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch to put marks round: the one given without the blanks at its edges, else the word there."""
    if start == end:
        while start and not line[start - 1].isspace():
            start -= 1
        while end < len(line) and not line[end].isspace():
            end += 1
        return start, end
    stretch = line[start:end]
    return start + len(stretch) - len(stretch.lstrip()), end - (len(stretch) - len(stretch.rstrip()))


def quoted_at(line: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the quotation, its marks included, that holds a stretch of the line; None where none does."""
    found = (match.span() for match in _QUOTED.finditer(line))
    return next((span for span in found if span[0] <= start and end <= span[1]), None)
