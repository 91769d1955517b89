"""Composes the minutes of a meeting: which words, in which order; no typesetting."""

from datetime import datetime

from wibdesk.documents.attendance_blocks import attendance_blocks
from wibdesk.documents.document import Block, Document, Heading, Paragraph, Role, Signature, plain
from wibdesk.documents.entry_blocks import EntryBlocks, runs_of
from wibdesk.documents.page_head import coming_blocks, head, meeting_document, paper_words, part_words
from wibdesk.domain.agenda import Item
from wibdesk.domain.dates import spoken_time
from wibdesk.domain.entries import PrivateNote
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.meetings import Meeting, MeetingDetails, MinutesStatus

DRAFT = "DRAFT, not yet approved"
"""The words in the running header until the minutes are approved."""


def compose_minutes(meeting: Meeting, style: HouseStyle, *, now: datetime | None = None) -> Document:
    """Compose the minutes: every name, item and entry but the private notes; `now` stamps the file's properties."""
    title = meeting.details.title or style.minutes_title
    entries = EntryBlocks(style)
    blocks = [*head(meeting, title, style), *attendance_blocks(meeting, style)]
    blocks += _public(meeting.details)
    blocks += [Paragraph(runs_of(words)) for words in meeting.details.preamble if words]
    for item in meeting.items:
        blocks += [*_item_head(item, style), *entries.blocks(item.entries), *_item_end(item)]
    blocks += coming_blocks(meeting)
    if meeting.details.end:
        blocks.append(Paragraph(plain(f"The meeting closed at {spoken_time(meeting.details.end)}.")))
    if style.signature:
        blocks.append(Signature("Signed as a correct record", ("Chair", "Date")))
    approved = meeting.details.status in (MinutesStatus.APPROVED, MinutesStatus.SIGNED)
    return meeting_document(
        meeting, title, blocks, style, now=now, status=None if approved else DRAFT, left_out=_left_out(meeting)
    )


def _public(details: MeetingDetails) -> list[Block]:
    if details.public_present is None:
        return []
    return [Paragraph(plain(f"Members of the public present: {details.public_present}."))]


def _item_head(item: Item, style: HouseStyle) -> list[Block]:
    number = f"{item.number}." if style.numbered_items and (item.number or "").isalnum() else item.number
    heading = Heading(2, plain(item.title), number if style.numbered_items else None, capitals=style.capital_headings)
    when = spoken_time(item.time) if item.time else ""
    about = ", ".join(filter(None, (when, f"presented by {item.presenter}" if item.presenter else "")))
    papers = "; ".join(paper_words(paper) for paper in item.papers)
    lines = [
        about[:1].upper() + about[1:],
        f"{'Papers' if len(item.papers) > 1 else 'Paper'}: {papers}" if papers else "",
    ]
    lines.append(part_words(item))
    return [heading, *(Paragraph(plain(line), Role.ITEM_DETAIL) for line in lines if line)]


def _item_end(item: Item) -> list[Block]:
    if item.part != 2 or not item.public_summary:
        return []
    return [Paragraph((*plain("Public summary: ", bold=True), *runs_of(item.public_summary)))]


def _left_out(meeting: Meeting) -> tuple[str, ...]:
    notes = sum(isinstance(entry, PrivateNote) for _, entry in meeting.entries())
    return (f"{notes} private note{'s' if notes > 1 else ''} left out",) if notes else ()
