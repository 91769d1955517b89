"""Bodies in the register."""

import sqlalchemy as sa

from wibdesk.domain.bodies import Body
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.store.records import Row, record_of, row_of
from wibdesk.store.rows import Rows
from wibdesk.store.tables import body, standing_item


class Bodies:
    """Queries over bodies with their standing items."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def get(self, body_id: str) -> Body:
        """Return one body; UserError where it is gone."""
        found = self._rows.get(body, (body_id,))
        if found is None:
            raise UserError(say("That body is no longer in the register: look at the list of bodies again."))
        return self._whole([found])[0]

    def by_name(self, name: str) -> Body | None:
        """Return the body with this name, whatever the case of letters; the exact one first."""
        found = [b for b in self.all() if b.name.casefold() == name.casefold()]
        return next((b for b in found if b.name == name), found[0] if found else None)

    def all(self) -> tuple[Body, ...]:
        """Return every body, by name."""
        found = self._whole([dict(r) for r in self._rows.execute(sa.select(body))])
        return tuple(sorted(found, key=lambda b: (b.name.casefold(), b.id)))

    def put(self, record: Body) -> None:
        """Store a body."""
        self._rows.put(body, row_of(body, record))
        titles = [{"body_id": record.id, "position": n, "title": t} for n, t in enumerate(record.standing_items)]
        self._rows.sync(standing_item, "body_id", [record.id], titles)

    def remove(self, body_id: str) -> None:
        """Take away a body with all that belongs to it."""
        self._rows.delete(body, "id", [body_id])

    def _whole(self, found: list[Row]) -> list[Body]:
        titles: dict[str, dict[int, str]] = {}
        for row in self._rows.matching(standing_item, "body_id", [r["id"] for r in found]):
            titles.setdefault(row["body_id"], {})[row["position"]] = row["title"]
        return [
            record_of(Body, row, standing_items=tuple(t for _, t in sorted(titles.get(row["id"], {}).items())))
            for row in found
        ]
