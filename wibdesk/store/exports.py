"""What was exported of meetings, bodies and plans."""

from typing import Any

import sqlalchemy as sa

from wibdesk.domain.exports import Export
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.store.records import Row, naive, record_of, row_of, utc
from wibdesk.store.rows import Rows
from wibdesk.store.tables import body, export, meeting, plan

SUBJECTS = (meeting, body, plan)
"""What an export may tell of."""


class Exports:
    """Queries over the record of what left the desk."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def add(self, record: Export) -> None:
        """Keep one more; its time is stored as UTC. UserError where what it tells of is gone."""
        links = {
            _column(t).name: record.subject_id if self._rows.get(t, (record.subject_id,)) else None for t in SUBJECTS
        }
        if not any(links.values()):
            raise UserError(say("What was exported is no longer in the register: look at the list again."))
        self._rows.put(export, row_of(export, record, at=naive(record.at)) | links)

    def of(self, subject_id: str, kind: str | None = None, edition: str | None = None) -> tuple[Export, ...]:
        """Return the exports of a meeting, body or plan, newest first: of one kind of document or edition, or all."""
        chosen = sa.select(export).where(sa.or_(*[_column(t) == subject_id for t in SUBJECTS]))
        if kind is not None:
            chosen = chosen.where(export.c.kind == kind)
        if edition is not None:
            chosen = chosen.where(export.c.edition == edition)
        newest_first = chosen.order_by(export.c.at.desc(), sa.literal_column("rowid").desc())
        return tuple(_export(dict(row)) for row in self._rows.execute(newest_first))


def _column(table: sa.Table) -> sa.Column[Any]:
    return export.c[f"{table.name}_id"]


def _export(row: Row) -> Export:
    subject = next(row[_column(t).name] for t in SUBJECTS if row[_column(t).name] is not None)
    return record_of(Export, row, subject_id=subject, at=utc(row["at"]))
