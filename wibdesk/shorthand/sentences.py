"""The chips and the spoken sentence of the preview, the same way for every command."""

from collections.abc import Iterable

from wibdesk.domain.rich_text import plain_text
from wibdesk.language import later, say
from wibdesk.shorthand.reading import Chip

PERSON, CALENDAR, IN_DOUBT = "user-round", "calendar-days", "circle-help"
_LONGEST = 80

_WILL = later("Will record: {said}.")


def recorded(*parts: str) -> str:
    """Return the sentence that is read out: "Will record: I Nolan, heat map, Tuesday 6 October 2026."."""
    said = ", ".join(part for part in (plain_text(words).strip(" .") for words in parts) if part)
    return say(_WILL, said=said) if said else say("Will record it with no words yet.")


def text_chip(words: str) -> tuple[Chip, ...]:
    """Return the chip of the text, cut where it is long; none for no text."""
    plain = plain_text(words).strip()
    if not plain:
        return ()
    cut = plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST].rstrip()}…"
    return (Chip(cut, value=plain),)


def person_chip(name: str, doubt: str = "") -> Chip:
    """Return the chip of a person, with what is doubtful about them."""
    return Chip(doubt or name, IN_DOUBT if doubt else PERSON, bool(doubt), name)


def spoken_list(names: Iterable[str]) -> str:
    """Return `A, B and C`."""
    every = list(names)
    return say(" and ").join(filter(None, (", ".join(every[:-1]), every[-1]))) if every else ""


def will_record(words: str) -> bool:
    """Say whether a sentence tells what is recorded, in the language that is spoken."""
    return words.startswith(say(_WILL).partition("{")[0].rstrip(" :"))
