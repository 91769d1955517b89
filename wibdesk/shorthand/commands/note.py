"""`/n`, `/park`, `/h`: words kept as they are, privately, set aside, or as a heading in the item."""

import re

from wibdesk.domain.entries import PrivateNote, Subheading
from wibdesk.domain.parking import PARKED
from wibdesk.language import later, say
from wibdesk.shorthand.command import Command
from wibdesk.shorthand.known import Known
from wibdesk.shorthand.persons import somebody
from wibdesk.shorthand.reading import Chip, Chosen, Reading
from wibdesk.shorthand.sentences import person_chip, recorded, text_chip

_DASH = re.compile(r"\s+[-–—]\s+")


def _read_note(words: str, _known: Known, _chosen: Chosen) -> Reading:
    chips = (Chip(say("Private note"), "lock"), *text_chip(words))
    return Reading(
        words, PrivateNote.kind, (PrivateNote(words),), chips=chips, words=recorded(say("private note"), words)
    )


def _read_parked(words: str, _known: Known, _chosen: Chosen) -> Reading:
    chips = (Chip(say("Parked"), "square-parking"), *text_chip(words))
    entry = PrivateNote(f"{PARKED}{words}")
    return Reading(words, PrivateNote.kind, (entry,), chips=chips, words=recorded(say("parked"), words))


def _read_heading(words: str, known: Known, chosen: Chosen) -> Reading:
    """Read a heading; whoever is named after its last dash presents, if the meeting knows them."""
    dashes = list(_DASH.finditer(words))
    presenter = somebody(words[dashes[-1].end() :], known, chosen) if dashes else None
    if presenter is None or (presenter.person is None and presenter.ask is None):
        return Reading(
            words,
            Subheading.kind,
            (Subheading(words),),
            chips=text_chip(words),
            words=recorded(say("sub-heading"), words),
        )
    title = words[: dashes[-1].start()]
    return Reading(
        words,
        Subheading.kind,
        (Subheading(title, presenter=presenter.name),),
        doubts=(presenter.doubt,) if presenter.doubt else (),
        asks=(presenter.ask,) if presenter.ask else (),
        chips=(*text_chip(title), person_chip(presenter.name, presenter.doubt.words if presenter.doubt else "")),
        words=recorded(say("sub-heading"), title, presenter.words),
    )


PRIVATE = Command(("/n", "/note", "/private"), later("private note, only here"), "/n ring jb first", _read_note)
PARK = Command(("/park",), later("set aside for later, only here"), "/park parking at the school", _read_parked)
HEADING = Command(("/h", "/heading"), later("sub-heading, and who presents"), "/h Front door - ja", _read_heading)
