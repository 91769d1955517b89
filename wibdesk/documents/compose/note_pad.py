"""Composes the note pad: a page to write on by hand for each item, for whoever minutes on paper."""

from collections.abc import Sequence
from datetime import datetime, time

from wibdesk.documents.compose.attendance_blocks import attendance_lines
from wibdesk.documents.compose.deadline_words import deadline_lines
from wibdesk.documents.compose.entry_blocks import runs_of
from wibdesk.documents.compose.item_blocks import item_details, item_heading, papers_words, presented_words
from wibdesk.documents.compose.page_head import as_planned, head, meeting_document, part_words
from wibdesk.documents.document import (
    Block,
    Document,
    Heading,
    ListBlock,
    ListItem,
    PageBreak,
    Paragraph,
    Role,
    WritingLines,
    joined,
    plain,
)
from wibdesk.documents.names import Names
from wibdesk.documents.wording import length_words
from wibdesk.domain.actions import LogAction
from wibdesk.domain.agenda import Item
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.meetings import Meeting
from wibdesk.domain.numbering import BULLETS
from wibdesk.domain.paper_words import write
from wibdesk.domain.timetable import starting_times


def compose_note_pad(
    meeting: Meeting, style: HouseStyle, *, actions: Sequence[LogAction] = (), now: datetime | None = None
) -> Document:
    """Compose the pad: who is expected on the first page, then an item a page, with its actions that are still open."""
    planned = as_planned(meeting)
    blocks = [*head(planned, write("Note pad"), style), *attendance_lines(meeting, style, expected=True)]
    names = Names(style, meeting.attendance)
    times = starting_times(meeting.items, planned.details.start)
    for n, (item, begins) in enumerate(zip(meeting.items, times, strict=True)):
        lines = tuple(_line(log, style, names) for log in actions if _belongs(log, item))
        blocks += [*([PageBreak()] if n else []), *_page(item, begins, style, lines)]
    if not meeting.items:
        blocks += [Paragraph(plain(write("There are no items yet."))), WritingLines()]
    return meeting_document(planned, write("Note pad"), blocks, style, now=now)


def _belongs(log: LogAction, item: Item) -> bool:
    """Say whether an open action was raised under this item, here or under the same title at an earlier meeting."""
    same = log.item_id == item.id or log.item_title.casefold().strip() == item.title.casefold().strip()
    return same and log.action.status.unfinished


def _page(item: Item, begins: time | None, style: HouseStyle, actions: tuple[ListItem, ...]) -> list[Block]:
    headed = item.time and style.item_times == "before"
    when = style.forms.time(begins) if begins and not headed else ""
    about = presented_words(item, when, length_words(item.planned_minutes))
    blocks: list[Block] = [item_heading(item, style)]
    if item.part != 1:
        words = write("{part}. Keep these notes apart.", part=part_words(item, style))
        blocks.append(Paragraph(plain(words, bold=True), Role.ITEM_DETAIL))
    blocks += item_details(about, papers_words(item), write("Late item") if item.late else "")
    if actions:
        blocks += [Heading(3, plain(write("Actions still open"))), ListBlock(actions)]
    return [*blocks, WritingLines()]


def _line(log: LogAction, style: HouseStyle, names: Names) -> ListItem:
    action = log.action
    due = deadline_lines(action.due, style.forms).replace("\n", ", ")
    after = ", ".join(filter(None, (names.owners(action.owners), due)))
    ref = plain(f"{action.ref} " if action.ref else "", bold=True)
    return ListItem(joined(ref, runs_of(action.text), plain(f" – {after}")), BULLETS[0])
