"""The labels of numbered lines, in the six styles of the contract, counted in sequences."""

from wibdesk.domain.entries import NUMBER_STYLES

FORMS = {"1.": "decimal", "(1)": "decimal", "a.": "letter", "a)": "letter", "(a)": "letter", "(i)": "roman"}
"""How each number style counts."""

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_SMALL = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
BULLETS = ("•", "–", "▪")
"""The mark of a bulleted line at each level."""


def number_style(style: str | None) -> str:
    """Return the style, or the plain one where it is none that we know."""
    return style if style in NUMBER_STYLES else NUMBER_STYLES[0]


def label(style: str, number: int) -> str:
    """Return the label of the line: `(b)` for the second of style `(a)`; counts as Word does."""
    bare = style.strip("().")
    form = {"letter": _letters, "roman": _roman}.get(FORMS[style], str)
    return style.replace(bare, form(number))


def _letters(number: int) -> str:
    """Return a to z, then aa, bb, cc, as Word counts; a number where letters would run on for ever."""
    if not 1 <= number <= 780:
        return str(number)
    turn, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (turn + 1)


def _roman(number: int) -> str:
    if not 1 <= number <= 3999:
        return str(number)
    out = ""
    for value, letters in _ROMAN + _ROMAN_SMALL:
        while number >= value:
            out, number = out + letters, number - value
    return out


class Counter:
    """Counts numbered lines: where a line stands in its sequence, and in which sequence of the document."""

    def __init__(self) -> None:
        self._sequences = 0
        self._open: dict[int, tuple[str, int, int]] = {}

    def interrupt(self, level: int = 1) -> None:
        """End what counts at this level and deeper: something else stands there now."""
        self._open = {at: counting for at, counting in self._open.items() if at < level}

    def next(self, level: int, style: str, start: int | None = None) -> tuple[int, int]:
        """Return the sequence and the number of the next line at this level."""
        self.interrupt(level + 1)
        counting = self._open.get(level)
        if counting is None or counting[0] != style or start is not None:
            self._sequences += 1
            counting = (style, self._sequences, (1 if start is None else max(start, 0)) - 1)
        sequence, number = counting[1], counting[2] + 1
        self._open[level] = (style, sequence, number)
        return sequence, number
