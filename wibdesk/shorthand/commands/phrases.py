"""`/pb`: the phrase bank, narrowed to the words typed."""

from wibdesk.language import later, say
from wibdesk.shorthand.command import Command
from wibdesk.shorthand.known import Known
from wibdesk.shorthand.reading import Chip, Chosen, OpensPhrases, Reading


def _read(words: str, _known: Known, _chosen: Chosen) -> Reading:
    about = say("Phrases with “{words}”", words=words) if words else say("Phrases")
    chips = (Chip(about, "quote", value=words),)
    return Reading(
        words,
        "phrase",
        deeds=(OpensPhrases(words),),
        chips=chips,
        words=say("{about}. Enter opens the list.", about=about),
    )


COMMAND = Command(("/pb", "/phrase"), later("phrase bank"), "/pb noted", _read)
