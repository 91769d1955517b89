"""The record of what left the desk, for comparing a document with the version sent before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wibdesk.changes import EXPORTS, Done, changed

if TYPE_CHECKING:
    from wibdesk.domain.exports import Export
    from wibdesk.store.unit_of_work import UnitOfWork


def record_export(uow: UnitOfWork, export: Export) -> Done[Export]:
    """Keep that a document left the desk; undo never takes it back. UserError where its subject is gone."""
    uow.exports.add(export)
    return Done(export, changed(EXPORTS))


def last_export(uow: UnitOfWork, subject_id: str, kind: str, edition: str | None = None) -> Export | None:
    """Return the newest export of this kind of document, of one edition or of any; None where there is none."""
    return next(iter(uow.exports.of(subject_id, kind, edition)), None)


def exports_of(uow: UnitOfWork, subject_id: str) -> tuple[Export, ...]:
    """Return every export of a meeting, body or plan, newest first."""
    return uow.exports.of(subject_id)
