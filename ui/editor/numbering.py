"""The marks before list lines and decision parts: numbers as the page will print them, and dots."""

from collections.abc import Sequence

from wibdesk.domain.entries import Bullet, Decision, Entry, Numbered


def number_words(number: int, style: str | None) -> str:
    """Return a number in one of the number styles: `3.`, `(3)`, `c.`, `c)`, `(c)` or `(iii)`."""
    pattern = style or "1."
    for sample, words in (("1", str(number)), ("a", _letters(number)), ("i", _roman(number))):
        if sample in pattern:
            return pattern.replace(sample, words)
    return f"{number}."


def list_marks(entries: Sequence[Entry]) -> dict[str, str]:
    """Return the number before each numbered line by its entry; a list begins anew after anything that is no list."""
    marks: dict[str, str] = {}
    counts: dict[int, int] = {}
    for entry in entries:
        if not isinstance(entry, (Bullet, Numbered)):
            counts.clear()
            continue
        for deeper in [level for level in counts if level > entry.level]:
            del counts[deeper]
        if isinstance(entry, Numbered):
            counts[entry.level] = entry.start if entry.start is not None else counts.get(entry.level, 0) + 1
            marks[entry.id] = number_words(counts[entry.level], entry.style)
    return marks


def part_mark(entry: Decision, part: int) -> str:
    """Return the number before a part of a decision, empty where its parts are not numbered."""
    return number_words(part + 1, entry.style) if entry.style else ""


def _letters(number: int) -> str:
    words = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        words = chr(ord("a") + rest) + words
    return words or "a"


def _roman(number: int) -> str:
    words = ""
    for value, sign in (
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ):
        while number >= value:
            words, number = words + sign, number - value
    return words or "i"
