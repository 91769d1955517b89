"""`/r`, `/g`, `/rec`, `/noted`: what was decided; with no words, what the report recommends."""

import re

from wibdesk.domain.entries import Decision
from wibdesk.shorthand.command import Command, Read
from wibdesk.shorthand.known import Known
from wibdesk.shorthand.reading import Chip, Chosen, Reading
from wibdesk.shorthand.sentences import recorded, text_chip

_PART = {"(1)": re.compile(r"(?:^|\s)\(\d{1,2}\)\s+"), "(a)": re.compile(r"(?:^|\s)\([a-z]\)\s+")}


def decided(marker: str) -> Read:
    """Return what reads a decision with this word in the margin."""

    def read(words: str, known: Known, chosen: Chosen) -> Reading:
        style, parts = _parts(words) if words else (None, _recommended(known))
        return Reading(
            words,
            Decision.kind,
            (Decision(parts or ("",), marker, style),),
            chips=(Chip(marker, "gavel"), *(chip for part in parts for chip in text_chip(part))),
            words=recorded(marker, *parts),
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


def _recommended(known: Known) -> tuple[str, ...]:
    return tuple(part.strip() for part in known.recommendation.splitlines() if part.strip())


RESOLVED = Command(("/r", "/resolved"), "decision: resolved", "/r That the plan be approved.", decided("Resolved"))
AGREED = Command(("/g", "/agreed"), "decision: agreed", "/g One shared definition.", decided("Agreed"))
RECOMMENDED = Command(
    ("/rec", "/recommended"), "decision: recommended", "/rec That Council adopt it.", decided("Recommended")
)
NOTED = Command(("/noted",), "decision: noted", "/noted the report", decided("Noted"))
