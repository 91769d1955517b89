"""What the documents of a meeting share: title lines, running header, papers, exemptions, dates to come."""

from calendar import timegm
from datetime import date, datetime

from wibdesk.documents import wording
from wibdesk.documents.document import Block, Document, Heading, ListBlock, ListItem, Paragraph, Role, plain
from wibdesk.documents.styles import style_remark
from wibdesk.domain.agenda import Item, Paper
from wibdesk.domain.dates import spoken_time
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.meetings import Meeting, MeetingType
from wibdesk.domain.numbering import BULLETS

LONGEST_HEADER = 90
"""Letters of the running header: a name of any length prints whole in the title alone."""


def meeting_document(
    meeting: Meeting,
    title: str,
    blocks: list[Block],
    style: HouseStyle,
    *,
    now: datetime | None,
    status: str | None = None,
    left_out: tuple[str, ...] = (),
) -> Document:
    """Return the document of a meeting with its title, running header and properties."""
    day = wording.meeting_date(meeting.details, ordinal=False)
    remark = style_remark(meeting.details.house_style or meeting.body.house_style, style)
    return Document(
        title=" – ".join(filter(None, (meeting.body.name, title, day))),
        subject=title,
        author=meeting.body.name,
        header=running_header(meeting.body.name, day),
        blocks=tuple(blocks),
        status=status,
        stamp=stamp_of(now, meeting.details.date),
        remarks=(remark,) if remark else (),
        left_out=left_out,
    )


def running_header(name: str, after: str) -> str:
    """Return the words of the running header, a long name cut short."""
    short = name if len(name) <= LONGEST_HEADER else f"{name[: LONGEST_HEADER - 1].rstrip()}…"
    return ", ".join(filter(None, (short, after)))


def stamp_of(now: datetime | None, day: date | None) -> int:
    """Return the moment for the file's own properties."""
    moment = now.timetuple() if now else (day or date(1980, 1, 1)).timetuple()
    return max(timegm(moment), 0)


def head(meeting: Meeting, title: str, style: HouseStyle) -> list[Block]:
    """Return the lines that head a paper of the meeting."""
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


def coming_blocks(meeting: Meeting) -> list[Block]:
    """Return the dates of the meetings to come."""
    if not meeting.next_meetings:
        return []
    several = len(meeting.next_meetings) > 1
    lines = (ListItem(plain(wording.next_meeting_words(coming)), BULLETS[0]) for coming in meeting.next_meetings)
    return [Heading(2, plain("Dates of next meetings" if several else "Date of next meeting")), ListBlock(tuple(lines))]
