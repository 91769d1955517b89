"""Numbers, days and names as the sentences of figures say them."""

from collections.abc import Sequence
from datetime import date

from wibdesk.domain.dates import MONTHS

_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()


def number_words(number: int) -> str:
    """Return a small number as a word, 0 as `no`, a larger one in figures."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: `one action`, `14 actions`."""
    return f"{number_words(number)} {noun}{'' if number == 1 else 's'}"


def capital(words: str) -> str:
    """Return the words with a capital first letter."""
    return words[:1].upper() + words[1:]


def is_or_are(number: int) -> str:
    """Return the verb that goes with so many."""
    return "is" if number == 1 else "are"


def listed(names: Sequence[str]) -> str:
    """Return names as a list in a sentence: `Police, Schools Forum and ICB`."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


def month_of(day: date, near: date) -> str:
    """Return the month of a day, with its year where that is another than that of `near`."""
    month = MONTHS[day.month - 1]
    return month if day.year == near.year else f"{month} {day.year}"


def brief_day(day: date) -> str:
    """Return `17 Mar`."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"
