"""Composes the agenda: what will be taken, when and by whom, with the papers; part 2 stands apart."""

from datetime import datetime

from wibdesk.documents.document import Document, Heading, Paragraph, Table, plain
from wibdesk.documents.page_head import coming_blocks, head, meeting_document, paper_words, part_words
from wibdesk.domain.agenda import Item
from wibdesk.domain.dates import spoken_time
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.meetings import Meeting


def compose_agenda(meeting: Meeting, style: HouseStyle, *, now: datetime | None = None) -> Document:
    """Compose the agenda: what will be taken, when and by whom, with the papers; part 2 stands apart."""
    blocks = [*head(meeting, "Agenda", style)]
    if not meeting.items:
        blocks.append(Paragraph(plain("There are no items yet.")))
    for part, items in _parts(meeting.items):
        words = "Part 2: the public may be excluded" if part == 2 else "Items of business"
        blocks.append(Heading(2, plain(words), capitals=style.capital_headings))
        blocks.append(_agenda_table(items))
    return meeting_document(meeting, "Agenda", [*blocks, *coming_blocks(meeting)], style, now=now)


def _parts(items: tuple[Item, ...]) -> list[tuple[int, list[Item]]]:
    """Group neighbouring items of one part, so that the agenda keeps its order."""
    parts: list[tuple[int, list[Item]]] = []
    for item in items:
        if not parts or parts[-1][0] != item.part:
            parts.append((item.part, []))
        parts[-1][1].append(item)
    return parts


def _agenda_table(items: list[Item]) -> Table:
    """Return the items as a table; a column that would be empty throughout is left out."""
    columns = {
        "No.": (8, [item.number or "" for item in items]),
        "Item": (54, [_agenda_words(item) for item in items]),
        "Presented by": (22, [item.presenter or "" for item in items]),
        "Time": (16, [_agenda_time(item) for item in items]),
    }
    kept = {name: (width, cells) for name, (width, cells) in columns.items() if name == "Item" or any(cells)}
    rows = zip(*(cells for _, cells in kept.values()), strict=True)
    widths = tuple(float(width) for width, _ in kept.values())
    return Table(tuple(tuple(plain(cell) for cell in row) for row in rows), widths, tuple(kept))


def _agenda_words(item: Item) -> str:
    papers = [f"Paper: {paper_words(paper)}" for paper in item.papers]
    return "\n".join(filter(None, (item.title, *papers, part_words(item), "Late item" if item.late else "")))


def _agenda_time(item: Item) -> str:
    minutes = f"{item.planned_minutes} minutes" if item.planned_minutes else ""
    return "\n".join(filter(None, (spoken_time(item.time) if item.time else "", minutes)))
