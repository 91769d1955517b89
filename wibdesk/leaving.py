"""What is said and kept of a document that leaves: the name of its file, what the clerk is told, the record of it."""

from __future__ import annotations

from collections import Counter
from datetime import UTC
from typing import TYPE_CHECKING

from wibdesk.documents.characters import character_remark, logo_remark
from wibdesk.documents.csv_writer import csv_remark
from wibdesk.documents.files import fingerprint, proposed_name
from wibdesk.documents.kinds import Kind, Need, Of
from wibdesk.documents.paper_language import words_in
from wibdesk.documents.text_writer import lines_of
from wibdesk.documents.word.house_template import template_remark
from wibdesk.documents.writers import WRITERS, formats_of
from wibdesk.domain.actions import last_day
from wibdesk.domain.exports import Export
from wibdesk.domain.gaps import GAP, UNFILLED
from wibdesk.domain.paper_words import write, writing_in
from wibdesk.interchange.action_file import write_actions
from wibdesk.language import counted, say

if TYPE_CHECKING:
    from datetime import datetime

    from wibdesk.documents.document import Document
    from wibdesk.documents.editions import Edition
    from wibdesk.documents.material import Material
    from wibdesk.domain.house_style import HouseStyle
    from wibdesk.gathering import Gathered


JSON = "json"
"""What the log leaves in for other programs, with the keys of the meeting file."""


def endings_of(kind: Kind) -> tuple[str, ...]:
    """Return the endings of the files that a document of this kind can leave in, in the order of offering."""
    return (*formats_of(kind), *((JSON,) if Need.LOG in kind.needs else ()))


def file_of(document: Document, style: HouseStyle, ending: str) -> bytes:
    """Return the document as a file of one of the endings of its kind."""
    return write_actions(document.actions).encode() if ending == JSON else WRITERS[ending](document, style)


def file_name(kind: Kind, gathered: Gathered, ending: str, *, edition: str = "") -> str:
    """Return the name to propose for the file; `edition` are the words of the version where there are two."""
    material = gathered.material
    meeting = material.meeting
    draft = kind.tells and meeting is not None and not meeting.details.status.final
    with writing_in(words_in(gathered.style.language)):
        words = _file_words(kind, material)
        body = material.body_name or write("All bodies")
        return proposed_name(body, gathered.day, words, ending, draft=draft, edition=write(edition))


def _file_words(kind: Kind, material: Material) -> str:
    """Return what a file's name says of the document, in the language of the paper."""
    meeting, words = material.meeting, write(kind.file_words)
    if material.plan is not None:
        return material.plan.title if kind.name == "plan" else f"{material.plan.title} {write('update')}"
    if meeting is not None and Of.ITEM in kind.of and meeting.items:
        number = material.item.number or meeting.items.index(material.item) + 1
        return write("{document} item {number}", document=words, number=number)
    return words


def remarks_for(document: Document, *endings: str) -> tuple[str, ...]:
    """Return what the clerk should know before the document goes out as a file of one of these endings."""
    pictured = {"pdf", "docx", "html"}.intersection(endings)
    said = (
        character_remark(document) if "pdf" in endings else None,
        logo_remark(document) if pictured else None,
        template_remark(document) if "docx" in endings else None,
        csv_remark(document) if "csv" in endings else None,
        _undated_remark(document) if "ics" in endings else None,
    )
    return (*document.remarks, *filter(None, said))


def unfilled_remarks(document: Document) -> tuple[str, ...]:
    """Return that words are still missing: gaps marked @@ and slots of phrases; nothing where all are there.

    The window does not say it so: it has a check of its own that leads to the first of them.
    """
    marks = Counter(
        GAP if found[0].startswith(GAP) else found[0]
        for line in lines_of(document)
        for found in UNFILLED.finditer(line)
    )
    if not marks:
        return ()
    said = ", ".join(
        mark if count == 1 else say("{mark} ({count} times)", mark=mark, count=count) for mark, count in marks.items()
    )
    return (
        counted(
            marks.total(),
            "{number} place is still to be filled in: {marks}.",
            "{number} places are still to be filled in: {marks}.",
            marks=said,
        ),
    )


def _undated_remark(document: Document) -> str | None:
    """Say what a calendar does not show."""
    undated = sum(row.action.status.unfinished and last_day(row.action.due) is None for row in document.actions)
    if undated:
        return counted(
            undated,
            "One open action has no date, so the calendar file does not show it.",
            "{number} open actions have no date, so the calendar file does not show them.",
        )
    return None if document.dates else say("The calendar file is empty: nothing here has a date.")


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
