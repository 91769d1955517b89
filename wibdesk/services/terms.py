"""Abbreviations, terms and personal words: of a body, or of every body."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wibdesk.changes import TERMS, Done, changed
from wibdesk.domain.terms import Term, TermKind, not_yet, own_first
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.services.elsewhere import together

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wibdesk.store.unit_of_work import UnitOfWork

LONGEST_TERM = 200
"""Letters that a term, or what it stands for, may have: longer is a slip of the paste key."""


def terms(uow: UnitOfWork, body_id: str | None = None) -> tuple[Term, ...]:
    """Return what applies in a body: its own terms and those of every body; its own form of one wins."""
    return own_first(uow.terms.for_body(body_id))


def all_terms(uow: UnitOfWork) -> tuple[Term, ...]:
    """Return the terms of every body and of each, by kind and words."""
    return tuple(sorted(uow.terms.all(), key=lambda term: (*term.key, term.body_id is not None, term.id)))


def keep_term(uow: UnitOfWork, term: Term, base: Term | None = None) -> Done[Term]:
    """Store a term, new or changed; UserError where words are missing or the body has it already.

    With `base`, what the term was when the change began, what changed elsewhere since stays.
    """
    if base is not None:
        term = together(base, term, uow.terms.known(term.id), base.short)
    new = _checked(replace(term, short=" ".join(term.short.split()), full=" ".join(term.full.split())))
    if new.body_id is not None:
        uow.bodies.get(new.body_id)
    _check_alone(uow, new)
    uow.terms.put(new)
    return Done(new, changed(TERMS))


def add_terms(uow: UnitOfWork, wanted: Sequence[Term]) -> Done[tuple[Term, ...]]:
    """Store those terms that their body does not have yet; UserError where there is none."""
    added: list[Term] = []
    for body_id in dict.fromkeys(term.body_id for term in wanted):
        own = [term for term in uow.terms.all() if term.body_id == body_id]
        added += not_yet([term for term in wanted if term.body_id == body_id], own)
    if not added:
        raise UserError(say("There is nothing new among them: all of them are in the list already."))
    for term in added:
        uow.terms.put(_checked(term))
    return Done(tuple(added), changed(TERMS))


def remove_term(uow: UnitOfWork, term_id: str) -> Done[Term]:
    """Take a term away; undo brings it back."""
    gone = uow.terms.known(term_id)
    uow.terms.remove(term_id)
    return Done(gone, changed(TERMS))


def _checked(term: Term) -> Term:
    if not term.short:
        raise UserError(say("Type the abbreviation, term or word first, or leave the row with Esc."))
    if max(len(term.short), len(term.full)) > LONGEST_TERM:
        raise UserError(
            say(
                "“{short}…” is too long: use {longest_term} letters or fewer.",
                short=term.short[:40],
                longest_term=LONGEST_TERM,
            )
        )
    if term.kind is TermKind.ABBREVIATION and not term.full:
        raise UserError(say("Type what “{short}” stands for: that is what the desk writes out.", short=term.short))
    if term.kind is TermKind.WORD and " " in term.short:
        raise UserError(say("“{short}” is more than one word: add each word by itself.", short=term.short))
    return term


def _check_alone(uow: UnitOfWork, new: Term) -> None:
    for other in uow.terms.all():
        if (other.body_id, other.key) == (new.body_id, new.key) and other.id != new.id:
            raise UserError(say("“{short}” is in the list already: change that one.", short=other.short))
