"""What the documents of a meeting share: title lines, running header, papers, exemptions, dates to come."""

from calendar import timegm
from dataclasses import replace
from datetime import date, datetime

from wibdesk.documents import wording
from wibdesk.documents.compose.upright import upright
from wibdesk.documents.document import Block, Document, Heading, ListBlock, ListItem, Paragraph, Role, plain
from wibdesk.documents.styles import style_remark
from wibdesk.domain.agenda import Item, Paper
from wibdesk.domain.house_style import PLAIN, HouseStyle
from wibdesk.domain.meetings import Meeting
from wibdesk.domain.numbering import BULLETS
from wibdesk.domain.paper_words import write

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
) -> Document:
    """Return the document of a meeting with its title, running header and properties.

    The running header and the properties name the day in the long form in every style, as lists of files do.
    """
    day = wording.meeting_date(meeting.details)
    remark = style_remark(meeting.details.house_style or meeting.body.house_style, style)
    return Document(
        title=" – ".join(filter(None, (meeting.body.name, title, day))),
        subject=title,
        author=meeting.body.name,
        header=running_header(meeting.body.name, day),
        blocks=tuple(blocks) if style.italics else upright(blocks),
        status=status,
        language=style.language,
        stamp=stamp_of(now, meeting.details.date),
        remarks=(remark,) if remark else (),
    )


def draft_status(meeting: Meeting, style: HouseStyle) -> str | None:
    """Return the words at the head of each page of what is minuted, until the minutes are approved."""
    return None if meeting.details.status.final else style.draft_words or None


def as_planned(meeting: Meeting) -> Meeting:
    """Return the meeting as it is announced: the time stamped at the opening is no matter of a paper made before."""
    details = meeting.details
    return replace(meeting, details=replace(details, start=details.planned_start or details.start))


def running_header(name: str, after: str) -> str:
    """Return the words of the running header, a long name cut short after a whole word where it has one."""
    cut = name[: LONGEST_HEADER - 1]
    short = name if len(name) <= LONGEST_HEADER else f"{(cut.rpartition(' ')[0] or cut).rstrip(' ,')}…"
    return ", ".join(filter(None, (short, after)))


def stamp_of(now: datetime | None, day: date | None) -> int:
    """Return the moment for the file's own properties."""
    moment = now.timetuple() if now else (day or date(1980, 1, 1)).timetuple()
    return max(timegm(moment), 0)


def head(meeting: Meeting, title: str, style: HouseStyle) -> list[Block]:
    """Return the lines that head a paper of the meeting."""
    details = meeting.details
    kind = details.type.words
    venue = f"{style.venue_words}{details.venue}" if details.venue and not style.venue_in_title else ""
    capitals = style.capital_headings
    lines = (kind, venue, write("Contact: {contact}", contact=details.contact) if details.contact else "")
    return [
        Heading(1, plain(meeting.body.name), capitals=capitals),
        Paragraph(plain(_title_line(meeting, title, style)), Role.LEAD, None, capitals),
        *(Paragraph(plain(line), Role.DETAIL) for line in lines if line),
    ]


def _title_line(meeting: Meeting, title: str, style: HouseStyle) -> str:
    """Return `Minutes of the meeting held on Tuesday, 1 August 2017 at 2.30 pm in Committee Room B`."""
    details = meeting.details
    day = wording.meeting_date(details, style.forms)
    start = style.forms.time(details.start) if details.start else ""
    by = style.held_on if title.lower().endswith(write("meeting")) else ", "
    line = by.join(filter(None, (title, style.at_time.join(filter(None, (day, start))))))
    return f"{line}{style.venue_words or ', '}{details.venue}" if details.venue and style.venue_in_title else line


def part_words(item: Item, style: HouseStyle = PLAIN) -> str:
    """Return the line that says why an item is exempt; empty for an item in public."""
    if item.part != 2:
        return ""
    named = item.exempt_paragraph or ""
    short = named.strip().isalnum() and len(named) < 4
    why = style.exempt_words.replace("{paragraph}", named) if short else named or write("exempt from publication")
    return ": ".join(filter(None, (style.part_2_label, why)))


def paper_words(paper: Paper) -> str:
    """Return a paper with its kind and remark in brackets."""
    kind = paper.kind if paper.kind and paper.kind.lower() not in paper.title.lower() else None
    about = ", ".join(filter(None, (kind, paper.note)))
    return f"{paper.title} ({about})" if about else paper.title


def coming_blocks(meeting: Meeting, style: HouseStyle = PLAIN) -> list[Block]:
    """Return the dates of the meetings to come; one that was moved or cancelled says so."""
    if not meeting.next_meetings:
        return []
    several = len(meeting.next_meetings) > 1
    heading = style.next_meetings_heading or (
        write("Dates of next meetings") if several else write("Date of next meeting")
    )
    lines = (wording.next_meeting_words(coming, style.forms) for coming in meeting.next_meetings)
    items = tuple(ListItem(plain(line), BULLETS[0]) for line in lines)
    return [Heading(2, plain(heading), capitals=style.capital_headings), ListBlock(items)]
