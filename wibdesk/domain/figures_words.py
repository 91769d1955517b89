"""Numbers, days and names as the sentences of figures say them."""

from collections.abc import Sequence
from datetime import date

from wibdesk.domain.dates import brief_month, month_name, month_words
from wibdesk.domain.paper_words import to_write, write

_NUMBERS = (
    to_write("no"), to_write("one"), to_write("two"), to_write("three"), to_write("four"), to_write("five"),
    to_write("six"), to_write("seven"), to_write("eight"), to_write("nine"), to_write("ten"), to_write("eleven"),
    to_write("twelve"),
)  # fmt: skip


def number_words(number: int) -> str:
    """Return a small number as a word, 0 as `no`, a larger one in figures."""
    return write(_NUMBERS[number]) if 0 <= number < len(_NUMBERS) else str(number)


def capital(words: str) -> str:
    """Return the words with a capital first letter."""
    return words[:1].upper() + words[1:]


def listed(names: Sequence[str]) -> str:
    """Return names as a list in a sentence: `Police, Schools Forum and ICB`."""
    others, last = ", ".join(names[:-1]), "".join(names[-1:])
    return write("{names} and {last}", names=others, last=last) if others and last else others or last


def month_of(day: date, near: date) -> str:
    """Return the month of a day, with its year where that is another than that of `near`."""
    return month_name(day) if day.year == near.year else month_words(day)


def brief_day(day: date) -> str:
    """Return `17 Mar`."""
    return f"{day.day} {brief_month(day)}"
