"""Composes an extract: the minute of one item just as the minutes have it, to pass on by itself."""

from datetime import datetime

from wibdesk.documents.compose.attendance_blocks import attendance_lines
from wibdesk.documents.compose.entry_blocks import EntryBlocks
from wibdesk.documents.compose.item_blocks import item_blocks
from wibdesk.documents.compose.page_head import draft_status, head, meeting_document
from wibdesk.documents.document import Block, Document, Paragraph, Role, Signature, plain
from wibdesk.documents.names import Names
from wibdesk.documents.wording import meeting_date
from wibdesk.domain.agenda import Item
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.meetings import Meeting

_TITLE = "Extract from the minutes"


def compose_extract(meeting: Meeting, item: Item, style: HouseStyle, *, now: datetime | None = None) -> Document:
    """Compose the extract of one item of the meeting, with who was there and a place to certify it."""
    blocks = [
        *head(meeting, _TITLE, style),
        *attendance_lines(meeting, style),
        *item_blocks(item, style, EntryBlocks(style, Names(style, meeting.attendance))),
        *_certificate(_source(meeting, item, style), style, approved=meeting.details.status.final),
    ]
    title = f"{_TITLE}, item {item.number}" if item.number else _TITLE
    return meeting_document(meeting, title, blocks, style, now=now, status=draft_status(meeting, style))


def _source(meeting: Meeting, item: Item, style: HouseStyle) -> str:
    day = meeting_date(meeting.details, style.forms)
    held = f" held on {day}" if day else ""
    which = f", item {item.number}" if item.number else ""
    return f"the minutes of the meeting of {meeting.body.name}{held}{which}"


def _certificate(source: str, style: HouseStyle, *, approved: bool) -> list[Block]:
    """Return of what this is an extract, to be signed in a style that has its minutes signed."""
    draft = "These minutes are a draft until the meeting approves them."
    blocks: list[Block] = [] if approved else [Paragraph(plain(draft), Role.NOTE)]
    if style.signature:
        return [*blocks, Signature(f"Certified as a true extract from {source}", ("Clerk", "Date"))]
    return [*blocks, Paragraph(plain(f"Extract from {source}."), Role.NOTE)]
