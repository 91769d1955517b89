"""Composes the minutes of a meeting: which words, in which order; no typesetting."""

from datetime import datetime

from wibdesk.documents.compose.attendance_blocks import attendance_blocks
from wibdesk.documents.compose.entry_blocks import EntryBlocks, runs_of
from wibdesk.documents.compose.item_blocks import all_actions, fenced, item_blocks
from wibdesk.documents.compose.page_head import coming_blocks, draft_status, head, meeting_document
from wibdesk.documents.document import Block, Document, Paragraph, Signature, plain
from wibdesk.documents.names import Names
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.meetings import Meeting, MeetingDetails
from wibdesk.domain.paper_words import write


def compose_minutes(meeting: Meeting, style: HouseStyle, *, now: datetime | None = None) -> Document:
    """Compose the minutes: every name, item and entry but the private notes; `now` stamps the file's properties."""
    details = meeting.details
    title = details.title or style.minutes_title
    names = Names(style, meeting.attendance)
    blocks = [*head(meeting, title, style), *attendance_blocks(meeting, style, names), *_opening(details)]
    entries = EntryBlocks(style, names, actions_at_end=True)
    for place, item in enumerate(meeting.items, 1):
        minute = item_blocks(item, style, entries)
        blocks += fenced(minute, place) if style.fences else minute
    blocks += [*coming_blocks(meeting, style), *_closing(details, style)]
    if style.actions == "end":
        blocks += all_actions(meeting.actions(), style, names)
    return meeting_document(meeting, title, blocks, style, now=now, status=draft_status(meeting, style))


def _opening(details: MeetingDetails) -> list[Block]:
    there = details.public_present
    public = "" if there is None else write("Members of the public present: {number}.", number=there)
    return [Paragraph(runs) for runs in (plain(public), *map(runs_of, details.preamble)) if runs]


def _closing(details: MeetingDetails, style: HouseStyle) -> list[Block]:
    closed = write("The meeting closed at {time}.", time=style.forms.time(details.end)) if details.end else ""
    blocks: list[Block] = [Paragraph(plain(closed))] if closed else []
    if not style.signature:
        return blocks
    return [*blocks, Signature(write("Signed as a correct record"), (write("Chair"), write("Date")))]
