"""Composes the minutes and the agenda of a meeting: which words, in which order; no typesetting.

The action log and the plan have modules of their own and are offered here too, so that callers know one place.
"""

from calendar import timegm
from datetime import date, datetime

from wibdesk.documents import wording
from wibdesk.documents.attendance_blocks import attendance_blocks
from wibdesk.documents.compose_actions import compose_actions
from wibdesk.documents.compose_plan import compose_plan
from wibdesk.documents.document import (
    Block,
    Document,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Role,
    Signature,
    Table,
    plain,
)
from wibdesk.documents.entry_blocks import EntryBlocks, runs_of
from wibdesk.documents.styles import style_remark
from wibdesk.domain.agenda import Item, Paper
from wibdesk.domain.dates import spoken_time
from wibdesk.domain.entries import PrivateNote
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.meetings import Meeting, MeetingDetails, MeetingType, MinutesStatus
from wibdesk.domain.numbering import BULLETS

__all__ = ["DRAFT", "compose_actions", "compose_agenda", "compose_minutes", "compose_plan"]

DRAFT = "DRAFT, not yet approved"
"""The words in the running header until the minutes are approved."""

LONGEST_HEADER = 90
"""Letters of the running header: a name of any length prints whole in the title alone."""


def compose_minutes(meeting: Meeting, style: HouseStyle, *, now: datetime | None = None) -> Document:
    """Compose the minutes: every name, item and entry but the private notes; `now` stamps the file's properties."""
    title = meeting.details.title or style.minutes_title
    entries = EntryBlocks(style)
    blocks = [*_head(meeting, title, style), *attendance_blocks(meeting, style)]
    blocks += _public(meeting.details)
    blocks += [Paragraph(runs_of(words)) for words in meeting.details.preamble if words]
    for item in meeting.items:
        blocks += [*_item_head(item, style), *entries.blocks(item.entries), *_item_end(item)]
    blocks += _coming(meeting)
    if meeting.details.end:
        blocks.append(Paragraph(plain(f"The meeting closed at {spoken_time(meeting.details.end)}.")))
    if style.signature:
        blocks.append(Signature("Signed as a correct record", ("Chair", "Date")))
    approved = meeting.details.status in (MinutesStatus.APPROVED, MinutesStatus.SIGNED)
    return _document(
        meeting, title, blocks, style, now=now, status=None if approved else DRAFT, left_out=_left_out(meeting)
    )


def compose_agenda(meeting: Meeting, style: HouseStyle, *, now: datetime | None = None) -> Document:
    """Compose the agenda: what will be taken, when and by whom, with the papers; part 2 stands apart."""
    blocks = [*_head(meeting, "Agenda", style)]
    if not meeting.items:
        blocks.append(Paragraph(plain("There are no items yet.")))
    for part, items in _parts(meeting.items):
        words = "Part 2: the public may be excluded" if part == 2 else "Items of business"
        blocks.append(Heading(2, plain(words), capitals=style.capital_headings))
        blocks.append(_agenda_table(items))
    return _document(meeting, "Agenda", [*blocks, *_coming(meeting)], style, now=now)


def _document(
    meeting: Meeting,
    title: str,
    blocks: list[Block],
    style: HouseStyle,
    *,
    now: datetime | None,
    status: str | None = None,
    left_out: tuple[str, ...] = (),
) -> Document:
    day = wording.meeting_date(meeting.details, ordinal=False)
    remark = style_remark(meeting.details.house_style or meeting.body.house_style, style)
    return Document(
        title=" – ".join(filter(None, (meeting.body.name, title, day))),
        subject=title,
        author=meeting.body.name,
        header=running_header(meeting.body.name, day),
        blocks=tuple(blocks),
        status=status,
        stamp=_stamp(now, meeting.details.date),
        remarks=(remark,) if remark else (),
        left_out=left_out,
    )


def running_header(name: str, after: str) -> str:
    """Return the words of the running header, a long name cut short."""
    short = name if len(name) <= LONGEST_HEADER else f"{name[: LONGEST_HEADER - 1].rstrip()}…"
    return ", ".join(filter(None, (short, after)))


def _stamp(now: datetime | None, day: date | None) -> int:
    moment = now.timetuple() if now else (day or date(1980, 1, 1)).timetuple()
    return max(timegm(moment), 0)


def _head(meeting: Meeting, title: str, style: HouseStyle) -> list[Block]:
    details = meeting.details
    day = wording.meeting_date(details, ordinal=style.ordinal_dates)
    start = spoken_time(details.start) if details.start else ""
    by = style.held_on if title.lower().endswith("meeting") else ", "
    kind = "" if details.type is MeetingType.ORDINARY else f"{details.type.value.capitalize()} meeting"
    capitals = style.capital_headings
    lines = (kind, details.venue or "", f"Contact: {details.contact}" if details.contact else "")
    return [
        Heading(1, plain(meeting.body.name), capitals=capitals),
        Paragraph(
            plain(by.join(filter(None, (title, ", ".join(filter(None, (day, start))))))), Role.LEAD, None, capitals
        ),
        *(Paragraph(plain(line), Role.DETAIL) for line in lines if line),
    ]


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


def part_words(item: Item) -> str:
    """Return the line that says why an item is exempt; empty for an item in public."""
    if item.part != 2:
        return ""
    named = item.exempt_paragraph or ""
    why = f"exempt under paragraph {named} of Schedule 12A to the Local Government Act 1972"
    return f"Part 2: {why if named.strip().isalnum() and len(named) < 4 else named or 'exempt from publication'}"


def paper_words(paper: Paper) -> str:
    """Return a paper with its kind and remark in brackets."""
    kind = paper.kind if paper.kind and paper.kind.lower() not in paper.title.lower() else None
    about = ", ".join(filter(None, (kind, paper.note)))
    return f"{paper.title} ({about})" if about else paper.title


def _coming(meeting: Meeting) -> list[Block]:
    if not meeting.next_meetings:
        return []
    several = len(meeting.next_meetings) > 1
    lines = (ListItem(plain(wording.next_meeting_words(coming)), BULLETS[0]) for coming in meeting.next_meetings)
    return [Heading(2, plain("Dates of next meetings" if several else "Date of next meeting")), ListBlock(tuple(lines))]


def _left_out(meeting: Meeting) -> tuple[str, ...]:
    notes = sum(isinstance(entry, PrivateNote) for _, entry in meeting.entries())
    return (f"{notes} private note{'s' if notes > 1 else ''} left out",) if notes else ()


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
