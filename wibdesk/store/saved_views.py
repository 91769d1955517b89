"""The views of the log that the clerk keeps by name."""

import sqlalchemy as sa

from wibdesk.domain.log_views import SavedView, unpacked
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.store.rows import Rows
from wibdesk.store.tables import saved_view


class SavedViews:
    """Queries over kept views; their order is that in which they were kept."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> tuple[SavedView, ...]:
        """Return every kept view in order."""
        held = self._rows.tuples(
            sa.select(saved_view.c.id, saved_view.c.name, saved_view.c.data).order_by(saved_view.c.position)
        )
        return tuple(SavedView(name, unpacked(data), view_id) for view_id, name, data in held)

    def put(self, view: SavedView) -> None:
        """Keep a view, in its place where it is kept already, else after all others."""
        row = {"id": view.id, "name": view.name, "data": view.view.packed(), "body_id": view.view.body_id or None}
        old = self._rows.get(saved_view, (view.id,))
        position = old["position"] if old is not None else self._next()
        self._rows.put(saved_view, row | {"position": position})

    def remove(self, view_id: str) -> SavedView:
        """Forget a view and return it; UserError where it is gone already."""
        found = next((view for view in self.all() if view.id == view_id), None)
        if found is None:
            raise UserError(say("That view is no longer kept: look at the list of views again."))
        self._rows.delete(saved_view, "id", [view_id])
        return found

    def _next(self) -> int:
        last = self._rows.scalar(sa.select(sa.func.max(saved_view.c.position)))
        return 0 if last is None else int(last) + 1
