"""Composes the decision list: what a meeting decided under each item, and the votes, without the discussion."""

from datetime import datetime

from wibdesk.documents.compose.entry_blocks import EntryBlocks
from wibdesk.documents.compose.item_blocks import item_details, item_heading
from wibdesk.documents.compose.page_head import draft_status, head, meeting_document, part_words
from wibdesk.documents.document import Document, Paragraph, Role, plain
from wibdesk.documents.names import Names
from wibdesk.domain import entries as minute
from wibdesk.domain.agenda import Item
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.meetings import Meeting
from wibdesk.domain.paper_words import write, write_counted


def compose_decisions(meeting: Meeting, style: HouseStyle, *, now: datetime | None = None) -> Document:
    """Compose the list: each item that was decided on, with its decisions and votes as the minutes word them."""
    entries = EntryBlocks(style, Names(style, meeting.attendance))
    decided = [(item, told) for item in meeting.items if (told := _told(item))]
    blocks = [
        *head(meeting, write("Decision list"), style),
        Paragraph(plain(_count(meeting, len(decided))), Role.DETAIL),
    ]
    for item, told in decided:
        blocks += [item_heading(item, style), *item_details(part_words(item, style)), *entries.blocks(told)]
    return meeting_document(
        meeting, write("Decision list"), blocks, style, now=now, status=draft_status(meeting, style)
    )


def _told(item: Item) -> tuple[minute.Entry, ...]:
    """Return the decisions and votes; of an exempt item that has a summary in their place, the summary."""
    decided = tuple(entry for entry in item.entries if isinstance(entry, minute.Decision | minute.Vote))
    if decided or item.part == 1:
        return decided
    return tuple(entry for entry in item.entries if isinstance(entry, minute.Paragraph))[:1]


def _count(meeting: Meeting, decided: int) -> str:
    items = len(meeting.items)
    if not decided:
        return write("No decision is recorded.")
    return write_counted(
        items,
        "Decisions under {decided} of {number} item",
        "Decisions under {decided} of {number} items",
        decided=decided,
    )
