"""Views of the log that the clerk keeps by name and calls up with one key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wibdesk.changes import VIEWS, Done, changed
from wibdesk.domain.log_views import SavedView
from wibdesk.errors import UserError
from wibdesk.language import say

if TYPE_CHECKING:
    from wibdesk.domain.log_views import LogView
    from wibdesk.store.unit_of_work import UnitOfWork

MOST = 9
"""Views that may be kept: each has a figure as its key."""


def saved_views(uow: UnitOfWork) -> tuple[SavedView, ...]:
    """Return the kept views in the order in which they were kept."""
    return uow.saved_views.all()


def keep_view(uow: UnitOfWork, name: str, view: LogView) -> Done[SavedView]:
    """Keep a view by a name; one of that name already takes the new filters.

    UserError without a name or room, or where the body of the view is gone.
    """
    name = " ".join(name.split())
    if not name:
        raise UserError(say("A view needs a name by which you find it again: type one."))
    if view.body_id:
        uow.bodies.get(view.body_id)
    held = uow.saved_views.all()
    same = next((one for one in held if one.name.casefold() == name.casefold()), None)
    if same is None and len(held) >= MOST:
        raise UserError(say("{most} views are kept already: remove one before you keep another.", most=MOST))
    kept = replace(same, view=view) if same is not None else SavedView(name, view).with_id()
    uow.saved_views.put(kept)
    return Done(kept, changed(VIEWS))


def remove_view(uow: UnitOfWork, view_id: str) -> Done[SavedView]:
    """Forget a kept view; the actions stay. UserError where it is gone already."""
    return Done(uow.saved_views.remove(view_id), changed(VIEWS))
