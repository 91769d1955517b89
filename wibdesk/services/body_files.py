"""Files of a body for its documents: keep a logo or a Word template, take it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wibdesk.changes import FILES, Done, changed
from wibdesk.domain.body_files import LARGEST_FILE, BodyFile, FileKind
from wibdesk.errors import UserError
from wibdesk.language import say

if TYPE_CHECKING:
    from wibdesk.store.unit_of_work import UnitOfWork


def body_file(uow: UnitOfWork, body_id: str, kind: FileKind) -> BodyFile | None:
    """Return the body's file of this kind; None where it has none."""
    return uow.body_files.get(body_id, kind)


def keep_body_file(uow: UnitOfWork, file: BodyFile) -> Done[BodyFile]:
    """Store a file in place of the body's earlier one of that kind; UserError where it is empty or over 10 MB."""
    uow.bodies.get(file.body_id)
    if not file.data:
        raise UserError(say("“{file}” is empty: choose another file.", file=file.name))
    if len(file.data) > LARGEST_FILE:
        raise UserError(
            say(
                "“{file}” is larger than {largest_file} MB: choose a smaller file.",
                file=file.name,
                largest_file=LARGEST_FILE // 1024**2,
            )
        )
    uow.body_files.put(file)
    return Done(file, changed(FILES, body_id=file.body_id))


def remove_body_file(uow: UnitOfWork, body_id: str, kind: FileKind) -> Done[None]:
    """Take the body's file of this kind away; UserError where it has none."""
    if uow.body_files.get(body_id, kind) is None:
        raise UserError(say("The body has no {kind} any more: look at its house style again.", kind=kind))
    uow.body_files.remove(body_id, kind)
    return Done(None, changed(FILES, body_id=body_id))
