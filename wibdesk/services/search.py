"""Search everything that the register holds, the best first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wibdesk.domain.search import Page, Query
    from wibdesk.store.unit_of_work import UnitOfWork

PAGE = 20
"""Hits that are asked for at once."""


def search(uow: UnitOfWork, query: Query, first: int = 0, size: int = PAGE) -> Page:
    """Return some of the hits of a query from `first` on; an empty query finds none.

    Private notes are among them, marked by their kind: this is for their clerk alone, never for a document.
    """
    return uow.search.page(query, first, size)
