"""The facts behind the figures of a body."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from wibdesk.domain.figures import Facts, Period
    from wibdesk.store.unit_of_work import UnitOfWork


def facts(uow: UnitOfWork, body_id: str, period: Period, today: date) -> Facts:
    """Return what the figures of a body say of the period that ends today; UserError where the body is gone."""
    return uow.figures.facts(body_id, period, today)
