"""What is said and kept of a document that leaves: the name of its file, what the clerk is told, the record of it."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from wibdesk.documents.characters import character_remark, logo_remark
from wibdesk.documents.files import fingerprint, proposed_name
from wibdesk.documents.kinds import Kind, Of
from wibdesk.documents.text_writer import lines_of
from wibdesk.documents.word.house_template import template_remark
from wibdesk.domain.exports import Export

if TYPE_CHECKING:
    from datetime import datetime

    from wibdesk.documents.document import Document
    from wibdesk.documents.editions import Edition
    from wibdesk.domain.house_style import HouseStyle
    from wibdesk.gathering import Gathered


def file_name(kind: Kind, gathered: Gathered, ending: str, *, edition: str = "") -> str:
    """Return the name to propose for the file; `edition` are the words of the version where there are two."""
    material = gathered.material
    meeting = material.meeting
    words = material.plan.title if material.plan is not None else kind.file_words
    if meeting is not None and Of.ITEM in kind.of and meeting.items:
        words += f" item {material.item.number or meeting.items.index(material.item) + 1}"
    draft = kind.tells and meeting is not None and not meeting.details.status.final
    body = material.body_name or "All bodies"
    return proposed_name(body, gathered.day, words, ending, draft=draft, edition=edition)


def remarks_for(document: Document, *endings: str) -> tuple[str, ...]:
    """Return what the clerk should know before the document goes out as a file of one of these endings."""
    pictured = {"pdf", "docx", "html"}.intersection(endings)
    said = (
        character_remark(document) if "pdf" in endings else None,
        logo_remark(document) if pictured else None,
        template_remark(document) if "docx" in endings else None,
    )
    return (*document.remarks, *filter(None, said))


def export_of(  # noqa: PLR0913 - what is kept of a document that left
    document: Document,
    kind: Kind,
    edition: Edition,
    style: HouseStyle,
    *,
    subject_id: str,
    name: str,
    data: bytes,
    at: datetime,
    locked: bool = False,
) -> Export:
    """Return the record of a document that was saved under this name; `at` is local time.

    Of a file that a password locks, the register keeps no word, only what tells it from others.
    """
    return Export(
        subject_id,
        kind.name,
        edition.value,
        style.name,
        name.rpartition(".")[2],
        name,
        fingerprint(data),
        "" if locked else "\n".join(lines_of(document)),
        at.astimezone(UTC),
    )
