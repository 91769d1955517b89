"""People on the rosters."""

import sqlalchemy as sa

from wibdesk.domain.people import Person
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.store.records import record_of, row_of
from wibdesk.store.rows import Rows
from wibdesk.store.tables import person


class People:
    """Queries over the roster of each body."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_body(self, body_id: str) -> tuple[Person, ...]:
        """Return the roster in order."""
        chosen = sa.select(person).where(person.c.body_id == body_id).order_by(person.c.position)
        return tuple(record_of(Person, dict(row)) for row in self._rows.execute(chosen))

    def get(self, person_id: str) -> Person:
        """Return one person; UserError where they are gone."""
        found = self._rows.get(person, (person_id,))
        if found is None:
            raise UserError(say("That person is no longer on the roster: look at the roster again."))
        return record_of(Person, found)

    def put(self, record: Person) -> None:
        """Store a person; a new one goes to the end of the roster."""
        found = self._rows.get(person, (record.id,))
        position = found["position"] if found else self._next(record.body_id)
        self._rows.put(person, row_of(person, record, position=position))

    def _next(self, body_id: str) -> int:
        last = self._rows.scalar(sa.select(sa.func.max(person.c.position)).where(person.c.body_id == body_id))
        return 0 if last is None else int(last) + 1

    def make_room(self, body_id: str, position: int) -> None:
        """Let the roster from a position on move down by one where somebody stands there."""
        held = self._rows.matching(person, "body_id", [body_id])
        if any(row["position"] == position for row in held):
            for row in held:
                if row["position"] >= position:
                    self._rows.put(person, row | {"position": row["position"] + 1})

    def remove(self, person_id: str) -> None:
        """Take a person off the roster; meetings and actions keep the name."""
        self._rows.delete(person, "id", [person_id])
