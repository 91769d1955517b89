"""Phrases that the clerk keeps ready: of a body, or of every body."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wibdesk.changes import PHRASES, Done, changed
from wibdesk.domain.phrases import Phrase, recents_first
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.services.elsewhere import together

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wibdesk.store.unit_of_work import UnitOfWork

LONGEST_PHRASE = 5_000
"""Letters that a phrase may have: longer is a slip of the paste key."""
WORDS_OF_NAME = 5
"""Words of a phrase by which it is called where the clerk gave it no name."""


def phrases(uow: UnitOfWork, body_id: str | None = None) -> tuple[Phrase, ...]:
    """Return the phrases of a body and those of every body: the last used first, then the body's own, by name."""
    return recents_first(uow.phrases.for_body(body_id))


def all_phrases(uow: UnitOfWork) -> tuple[Phrase, ...]:
    """Return the phrases of every body and of each, by name."""
    return tuple(sorted(uow.phrases.all(), key=lambda p: (p.name.casefold(), p.body_id is not None, p.id)))


def keep_phrase(uow: UnitOfWork, phrase: Phrase, base: Phrase | None = None) -> Done[Phrase]:
    """Store a phrase, new or changed; one without a name is called by its first words.

    With `base`, what the phrase was when the change began, what changed elsewhere since stays.
    """
    if base is not None:
        phrase = together(base, phrase, uow.phrases.known(phrase.id), base.name)
    text = " ".join(phrase.text.split())
    if not text:
        raise UserError(say("A phrase needs its words: type them, or leave the row with Esc."))
    if len(text) > LONGEST_PHRASE:
        raise UserError(
            say(
                "The phrase is {number:,} letters long: use {longest_phrase:,} or fewer.",
                number=len(text),
                longest_phrase=LONGEST_PHRASE,
            )
        )
    if phrase.body_id is not None:
        uow.bodies.get(phrase.body_id)
    new = replace(phrase, name=" ".join(phrase.name.split()) or _first_words(text), text=text)
    uow.phrases.put(new)
    return Done(new, changed(PHRASES))


def remove_phrase(uow: UnitOfWork, phrase_id: str) -> Done[Phrase]:
    """Take a phrase away; undo brings it back."""
    gone = uow.phrases.known(phrase_id)
    uow.phrases.remove(phrase_id)
    return Done(gone, changed(PHRASES))


def used_phrase(uow: UnitOfWork, phrase_id: str) -> Done[Phrase | None]:
    """Note that a phrase was put in, so that it comes first next time; None where it is gone by now."""
    held = uow.phrases.get(phrase_id)
    if held is None:
        return Done(None, changed())
    new = replace(held, used_at=uow.now, uses=held.uses + 1)
    uow.phrases.put(new)
    return Done(new, changed(PHRASES))


def wants_phrases(uow: UnitOfWork) -> bool:
    """Say whether the phrases that the desk ships were never put into this register."""
    return not uow.phrases.given


def give_phrases(uow: UnitOfWork, shipped: Sequence[Phrase]) -> Done[int]:
    """Put in the phrases that the desk ships, those with names in use left out; return how many there were.

    It is remembered, so that what the clerk removes of them stays away.
    """
    new = _put_new(uow, shipped)
    uow.phrases.note_given()
    return Done(len(new), changed(PHRASES))


def add_phrases(uow: UnitOfWork, wanted: Sequence[Phrase]) -> Done[tuple[Phrase, ...]]:
    """Put in phrases, those with names in use left out; UserError where none is new."""
    new = _put_new(uow, wanted)
    if not new:
        raise UserError(say("There is nothing new among them: all of them are in the list already."))
    return Done(new, changed(PHRASES))


def _put_new(uow: UnitOfWork, wanted: Sequence[Phrase]) -> tuple[Phrase, ...]:
    known = {phrase.name.casefold() for phrase in uow.phrases.all()}
    new = tuple(phrase for phrase in wanted if phrase.name.casefold() not in known)
    for phrase in new:
        uow.phrases.put(phrase)
    return new


def _first_words(text: str) -> str:
    words = text.split()
    return " ".join(words[:WORDS_OF_NAME]) + ("…" if len(words) > WORDS_OF_NAME else "")
