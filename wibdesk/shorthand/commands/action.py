"""`/a`: who does what by when. Typed as ACTION, ACT, AP or A: as well."""

import re

from wibdesk.domain.entries import Action
from wibdesk.language import later, say
from wibdesk.shorthand.command import Command
from wibdesk.shorthand.deadline_at_end import due_chip_words, due_doubts, due_spoken, take_deadline
from wibdesk.shorthand.known import Known
from wibdesk.shorthand.owners import Owner, owners_at_start
from wibdesk.shorthand.reading import Chip, Chosen, Doubt, Flag, Reading
from wibdesk.shorthand.sentences import CALENDAR, IN_DOUBT, person_chip, recorded, spoken_list, text_chip

_REF = re.compile(
    r"(?P<ref>\d{1,3}[a-z]?\.\d{1,3}|[A-Z]\d{1,4}|\d{4}/\d{2}-\d{1,3}|\d{1,3}(?=\s*[:)]))(?:\s*[:.)]|\s)\s*(?=\S)"
)
_TO = re.compile(r"^to(?:\s+|$)", re.IGNORECASE)


def read_action(words: str, known: Known, chosen: Chosen) -> Reading:
    """Read `[ref] owner[, owner…] [to] text [by|for|to|at] due`."""
    ref, rest = _reference(words, known, chosen)
    owned = owners_at_start(rest, known, chosen)
    dated = take_deadline(rest[owned.end :], known)
    text = _TO.sub("", dated.text, count=1) if owned.owners else dated.text
    if ref in known.references:
        # It is another action's, and is never given twice: here it is a word like any other.
        ref, text = None, f"{ref} {text}"
    whose, when = _owner_doubts(owned.owners), due_doubts(dated.due, known)
    owners = tuple(dict.fromkeys(owner.name for owner in owned.owners))
    return Reading(
        words,
        Action.kind,
        (Action(text, owners, dated.due, ref=ref),),
        doubts=(*whose, *when),
        asks=tuple(owner.ask for owner in owned.owners if owner.ask),
        chips=(
            *_owner_chips(owned.owners),
            *text_chip(text),
            Chip(due_chip_words(dated.due, when), CALENDAR, bool(when), dated.due.as_written or ""),
        ),
        words=recorded(
            spoken_list(owner.doubt.words if owner.doubt else owner.name for owner in owned.owners) or say("no owner"),
            text,
            due_spoken(dated.due, when),
        ),
    )


def _reference(words: str, known: Known, chosen: Chosen) -> tuple[str | None, str]:
    """Cut a reference off the beginning; figures that no owner follows are the first words of the text."""
    found = _REF.match(words)
    if found is None or not owners_at_start(words[found.end() :], known, chosen).owners:
        return None, words
    return found["ref"], words[found.end() :]


def _owner_doubts(owners: tuple[Owner, ...]) -> tuple[Doubt, ...]:
    if not owners:
        return (Doubt(Flag.NO_OWNER, say("no owner")),)
    doubts = tuple(owner.doubt for owner in owners if owner.doubt)
    if len(owners) == 1 or any(doubt.flag is Flag.CHOOSE_OWNER for doubt in doubts):
        return doubts
    return (*doubts, Doubt(Flag.JOINT_OWNERS, say("joint owners")))


def _owner_chips(owners: tuple[Owner, ...]) -> tuple[Chip, ...]:
    if not owners:
        return (Chip(say("no owner"), IN_DOUBT, doubtful=True),)
    return tuple(person_chip(owner.name, owner.doubt.words if owner.doubt else "") for owner in owners)


COMMAND = Command(("/a", "/action"), later("action: who, what, by when"), "/a jb heat maps by Fri", read_action)
