"""Phrases in the register."""

import sqlalchemy as sa

from wibdesk.domain.phrases import Phrase
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.store.records import Row, naive, record_of, row_of, utc
from wibdesk.store.rows import Rows
from wibdesk.store.tables import phrase, register


class Phrases:
    """Queries over the phrases of bodies and of every body."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> tuple[Phrase, ...]:
        """Return every phrase."""
        return tuple(_phrase(dict(row)) for row in self._rows.execute(sa.select(phrase)))

    def for_body(self, body_id: str | None) -> tuple[Phrase, ...]:
        """Return the phrases of every body and those of this one."""
        chosen = sa.select(phrase).where(sa.or_(phrase.c.body_id.is_(None), phrase.c.body_id == body_id))
        return tuple(_phrase(dict(row)) for row in self._rows.execute(chosen))

    def get(self, phrase_id: str) -> Phrase | None:
        """Return one phrase; None where there is none of this id."""
        found = self._rows.get(phrase, (phrase_id,))
        return None if found is None else _phrase(found)

    def known(self, phrase_id: str) -> Phrase:
        """Return one phrase; UserError where it is gone."""
        found = self.get(phrase_id)
        if found is None:
            raise UserError(say("That phrase is no longer in the register: look at the list of phrases again."))
        return found

    def put(self, record: Phrase) -> None:
        """Store a phrase; the time of its last use is stored as UTC."""
        used_at = None if record.used_at is None else naive(record.used_at)
        self._rows.put(phrase, row_of(phrase, record, used_at=used_at))

    def remove(self, phrase_id: str) -> None:
        """Take a phrase away."""
        self._rows.delete(phrase, "id", [phrase_id])

    @property
    def given(self) -> bool:
        """Say whether the phrases that the desk ships were put in once."""
        return bool(self._rows.scalar(sa.select(register.c.phrases_given)))

    def note_given(self) -> None:
        """Remember that the phrases which the desk ships were put in, so that those removed stay away."""
        row = self._rows.get(register, (1,))
        assert row is not None, "a register has its one row from the start"
        self._rows.put(register, row | {"phrases_given": True})


def _phrase(row: Row) -> Phrase:
    return record_of(Phrase, row, used_at=utc(row["used_at"]) if row["used_at"] else None)
