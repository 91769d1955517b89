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
from wibdesk.domain.paper_words import to_write, write

_TITLE = to_write("Extract from the minutes")


def compose_extract(meeting: Meeting, item: Item, style: HouseStyle, *, now: datetime | None = None) -> Document:
    """Compose the extract of one item of the meeting, with who was there and a place to certify it."""
    blocks = [
        *head(meeting, write(_TITLE), style),
        *attendance_lines(meeting, style),
        *item_blocks(item, style, EntryBlocks(style, Names(style, meeting.attendance))),
        *_certificate(_source(meeting, item, style), style, approved=meeting.details.status.final),
    ]
    title = write("Extract from the minutes, item {number}", number=item.number) if item.number else write(_TITLE)
    return meeting_document(meeting, title, blocks, style, now=now, status=draft_status(meeting, style))


def _source(meeting: Meeting, item: Item, style: HouseStyle) -> str:
    day = meeting_date(meeting.details, style.forms)
    source = (
        write("the minutes of the meeting of {body} held on {day}", body=meeting.body.name, day=day)
        if day
        else write("the minutes of the meeting of {body}", body=meeting.body.name)
    )
    return write("{source}, item {number}", source=source, number=item.number) if item.number else source


def _certificate(source: str, style: HouseStyle, *, approved: bool) -> list[Block]:
    """Return of what this is an extract, to be signed in a style that has its minutes signed."""
    draft = write("These minutes are a draft until the meeting approves them.")
    blocks: list[Block] = [] if approved else [Paragraph(plain(draft), Role.NOTE)]
    if style.signature:
        certified = write("Certified as a true extract from {source}", source=source)
        return [*blocks, Signature(certified, (write("Clerk"), write("Date")))]
    return [*blocks, Paragraph(plain(write("Extract from {source}.", source=source)), Role.NOTE)]
