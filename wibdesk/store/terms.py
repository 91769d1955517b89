"""Abbreviations, terms and personal words in the register."""

import sqlalchemy as sa

from wibdesk.domain.terms import Term
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.store.records import record_of, row_of
from wibdesk.store.rows import Rows
from wibdesk.store.tables import term


class Terms:
    """Queries over the terms of bodies and of every body."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> tuple[Term, ...]:
        """Return every term."""
        return tuple(record_of(Term, dict(row)) for row in self._rows.execute(sa.select(term)))

    def for_body(self, body_id: str | None) -> tuple[Term, ...]:
        """Return the terms of every body and those of this one."""
        chosen = sa.select(term).where(sa.or_(term.c.body_id.is_(None), term.c.body_id == body_id))
        return tuple(record_of(Term, dict(row)) for row in self._rows.execute(chosen))

    def get(self, term_id: str) -> Term | None:
        """Return one term; None where there is none of this id."""
        found = self._rows.get(term, (term_id,))
        return None if found is None else record_of(Term, found)

    def known(self, term_id: str) -> Term:
        """Return one term; UserError where it is gone."""
        found = self.get(term_id)
        if found is None:
            raise UserError(say("That abbreviation or word is no longer in the register: look at the list again."))
        return found

    def put(self, record: Term) -> None:
        """Store a term."""
        self._rows.put(term, row_of(term, record))

    def remove(self, term_id: str) -> None:
        """Take a term away."""
        self._rows.delete(term, "id", [term_id])
