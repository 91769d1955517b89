"""Composes the agenda: what will be taken, when and by whom, with the papers; part 2 stands apart."""

from collections.abc import Sequence
from datetime import datetime, time

from wibdesk.documents.compose.action_blocks import LONGEST_NUMBER
from wibdesk.documents.compose.page_head import (
    as_planned,
    coming_blocks,
    head,
    meeting_document,
    paper_words,
    part_words,
)
from wibdesk.documents.document import Block, Document, Heading, Paragraph, Role, Runs, Table, joined, plain
from wibdesk.documents.wording import length_words, listed
from wibdesk.domain.agenda import Item
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.meetings import Meeting
from wibdesk.domain.paper_words import to_write, write
from wibdesk.domain.timetable import expected_finish, starting_times

_OPEN, _FURTHER = to_write("Items of business"), to_write("Further items of business")


def compose_agenda(meeting: Meeting, style: HouseStyle, *, now: datetime | None = None) -> Document:
    """Compose the agenda: what will be taken, when and by whom, with the papers; part 2 stands apart."""
    planned = as_planned(meeting)
    start = planned.details.start
    times = dict(zip((item.id for item in meeting.items), starting_times(meeting.items, start), strict=True))
    blocks = [
        *head(planned, write("Agenda"), style),
        *_guide(meeting.items, style, expected_finish(meeting.items, start), timed=any(times.values())),
    ]
    if not meeting.items:
        blocks.append(Paragraph(plain(write("There are no items yet."))))
    for n, items in enumerate(_parts(meeting.items)):
        exempt = items[0].part != 1
        excluded = write("{part}: the public may be excluded", part=style.part_2_label)
        words = excluded if exempt else write(_FURTHER if n else _OPEN)
        blocks.append(Heading(2, plain(words), capitals=style.capital_headings))
        if exempt:
            blocks.append(Paragraph(plain(_exclusion_words(items))))
        blocks.append(_agenda_table(items, times, style))
    return meeting_document(planned, write("Agenda"), [*blocks, *coming_blocks(meeting, style)], style, now=now)


def _guide(items: Sequence[Item], style: HouseStyle, finish: time | None, *, timed: bool) -> list[Block]:
    """Return when the meeting should end, and how to read the marks that this agenda uses."""
    blocks: list[Block] = []
    if finish:
        blocks.append(
            Paragraph(plain(write("Expected to finish at {time}", time=style.forms.time(finish))), Role.DETAIL)
        )
    said = (
        write("Times are a guide.") if timed else "",
        write("A late item was added after the agenda was first drawn up.") if any(item.late for item in items) else "",
    )
    if any(said):
        blocks.append(Paragraph(plain(" ".join(filter(None, said))), Role.NOTE))
    return blocks


def _exclusion_words(items: Sequence[Item]) -> str:
    """Return what the meeting may resolve, naming the business as the law asks (G-572)."""
    named = [item.number for item in items if item.number]
    several = len(items) > 1
    if len(named) == len(items):
        which = write("items {numbers}", numbers=listed(named)) if several else write("item {number}", number=named[0])
    else:
        which = write("these items") if several else write("this item")
    return write(
        "The meeting may resolve that the public be excluded for {items}, because exempt information is likely to "
        "be disclosed.",
        items=which,
    )


def _parts(items: tuple[Item, ...]) -> list[list[Item]]:
    """Group neighbouring items of one part, so that the agenda keeps its order."""
    parts: list[list[Item]] = []
    for item in items:
        if not parts or parts[-1][0].part != item.part:
            parts.append([])
        parts[-1].append(item)
    return parts


def _agenda_table(items: list[Item], times: dict[str, time | None], style: HouseStyle) -> Table:
    """Return the items as a table; a column that would be empty throughout is left out."""
    width = 7 if max(len(item.number or "") for item in items) <= LONGEST_NUMBER else 15
    columns = {
        to_write("No."): (width, [plain(item.number or "") for item in items]),
        to_write("Item"): (62 - width, [_agenda_words(item, style) for item in items]),
        to_write("Presented by"): (23, [plain(item.presenter or "") for item in items]),
        to_write("Time"): (15, [plain(_agenda_time(item, times[item.id], style)) for item in items]),
    }
    numbered = all(item.number for item in items)
    kept = {name: (width, cells) for name, (width, cells) in columns.items() if name == "Item" or any(cells)}
    rows = tuple(zip(*(cells for _, cells in kept.values()), strict=True))
    widths = tuple(float(width) for width, _ in kept.values())
    return Table(rows, widths, tuple(map(write, kept)), row_headers=numbered or "No." not in kept)


def _agenda_words(item: Item, style: HouseStyle) -> Runs:
    papers = "\n".join(write("Paper: {papers}", papers=paper_words(paper)) for paper in item.papers)
    late = plain(write("Late item"), bold=True) if item.late else ()
    return joined(plain(item.title, bold=True), plain(papers), plain(part_words(item, style)), late, by="\n")


def _agenda_time(item: Item, begins: time | None, style: HouseStyle) -> str:
    return "\n".join(filter(None, (style.forms.time(begins) if begins else "", length_words(item.planned_minutes))))
