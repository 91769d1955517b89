"""The phrases and abbreviations that the desk ships: read from `resources/`, put into a register as its own rows."""

import json

from wibdesk.domain.phrases import Phrase
from wibdesk.domain.terms import Term, TermKind
from wibdesk.paths import resource


def usual_phrases() -> tuple[Phrase, ...]:
    """Return phrases that most clerks want, of every body; each time as new records."""
    return tuple(Phrase(raw["name"], raw["text"]) for raw in json.loads(_text("phrases.json")))


def usual_abbreviations() -> tuple[Term, ...]:
    """Return abbreviations that are common in minutes, of every body; each time as new records."""
    found = json.loads(_text("abbreviations.json")).items()
    return tuple(Term(TermKind.ABBREVIATION, short, full) for short, full in found)


def _text(name: str) -> str:
    return resource(name).read_text(encoding="utf-8")
