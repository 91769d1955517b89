"""`/r`, `/g`, `/rec`, `/noted`: what was decided; with no words, what the report recommends."""

import re

from wibdesk.domain.entries import Decision
from wibdesk.domain.paper_words import to_write
from wibdesk.language import later, say
from wibdesk.shorthand.command import Command, Read
from wibdesk.shorthand.known import Known
from wibdesk.shorthand.reading import Chip, Chosen, Reading
from wibdesk.shorthand.sentences import IN_DOUBT, recorded, text_chip

HOW_TO_RECOMMEND = later("Type the words, or note “Recommendation: …” beside the paper on the agenda")
_PART = {"(1)": re.compile(r"(?:^|\s)\(\d{1,2}\)\s+"), "(a)": re.compile(r"(?:^|\s)\([a-z]\)\s+")}


def decided(marker: str) -> Read:
    """Return what reads a decision with this word in the margin."""

    def read(words: str, known: Known, chosen: Chosen) -> Reading:
        style, parts = _parts(words) if words else _recommended(known)
        wanting = () if parts else (Chip(say(HOW_TO_RECOMMEND), IN_DOUBT, doubtful=True),)
        return Reading(
            words,
            Decision.kind,
            (Decision(parts or ("",), marker, style),),
            chips=(Chip(marker, "gavel"), *wanting, *(chip for part in parts for chip in text_chip(part))),
            words=" ".join((recorded(marker, *parts), *(f"{chip.words}." for chip in wanting))),
        )

    return read


def _parts(words: str) -> tuple[str | None, tuple[str, ...]]:
    """Return the parts of a decision that begins with (1) or (a), each without its number; else all words as one."""
    for style, mark in _PART.items():
        if words.startswith(style):
            parts = tuple(part.strip(" ;") for part in mark.split(words)[1:])
            if parts and all(parts):
                return style, parts
    return None, (words,)


def _recommended(known: Known) -> tuple[str | None, tuple[str, ...]]:
    lines = tuple(line.strip() for line in known.recommendation.splitlines() if line.strip())
    return _parts(lines[0]) if len(lines) == 1 else (None, lines)


RESOLVED = Command(
    ("/r", "/resolved"), later("decision: resolved"), "/r That the plan be approved.", decided(to_write("Resolved"))
)
AGREED = Command(("/g", "/agreed"), later("decision: agreed"), "/g One shared definition.", decided(to_write("Agreed")))
RECOMMENDED = Command(
    ("/rec", "/recommended"),
    later("decision: recommended"),
    "/rec That Council adopt it.",
    decided(to_write("Recommended")),
)
NOTED = Command(("/noted",), later("decision: noted"), "/noted the report", decided(to_write("Noted")))
