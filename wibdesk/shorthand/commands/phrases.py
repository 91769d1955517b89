"""`/pb`: the phrase bank, narrowed to the words typed."""

from wibdesk.shorthand.command import Command
from wibdesk.shorthand.known import Known
from wibdesk.shorthand.reading import Chip, Chosen, OpensPhrases, Reading


def _read(words: str, _known: Known, _chosen: Chosen) -> Reading:
    about = f"Phrases with “{words}”" if words else "Phrases"
    chips = (Chip(about, "quote", value=words),)
    return Reading(words, "phrase", deeds=(OpensPhrases(words),), chips=chips, words=f"{about}. Enter opens the list.")


COMMAND = Command(("/pb", "/phrase"), "phrase bank", "/pb noted", _read)
