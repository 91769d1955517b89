"""Write the register anew without the gaps that deleted words left, so that none of their bytes stays in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from wibdesk.store.database import Database


def compact(database: Database, between: Callable[[], None]) -> None:
    """Bring the journal into the file, write the file anew, and empty the journal that this took.

    It cannot stop half-way, so what waits is let through before and after only.
    """
    # It takes a good part of a start, and the window should paint first.
    from wibdesk.store.connection import raw  # noqa: PLC0415
    from wibdesk.store.search_index import forget_words  # noqa: PLC0415  (as said above)

    between()
    database.checkpoint()
    # Before the file is written anew, so that this leaves no gap either.
    forget_words(raw(database.connection))
    raw(database.connection).execute("VACUUM")
    database.checkpoint()
