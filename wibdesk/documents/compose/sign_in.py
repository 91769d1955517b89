"""Composes the sign-in sheet: a line to sign for everybody expected, and lines for visitors."""

from collections.abc import Sequence
from datetime import datetime

from wibdesk.documents.compose.attendance_blocks import ROLE_OR_ORGANISATION, says_chair
from wibdesk.documents.compose.page_head import as_planned, head, meeting_document
from wibdesk.documents.document import Block, Document, Heading, Paragraph, Role, Runs, Table, joined, plain
from wibdesk.documents.names import Names
from wibdesk.documents.wording import deputy_words
from wibdesk.domain.attendance import Attendee, Status
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.meetings import Meeting
from wibdesk.domain.paper_words import to_write, write
from wibdesk.domain.people import Group

_HEADER, _WIDTHS = (to_write("Name"), ROLE_OR_ORGANISATION, to_write("Signature")), (35.0, 30.0, 35.0)
_ROW_HEIGHT = 28.0
"""Points: room for a signature."""
_VISITORS = 6


def compose_sign_in(meeting: Meeting, style: HouseStyle, *, now: datetime | None = None) -> Document:
    """Compose the sheet that lies at the door: members, then who attends, then room for visitors."""
    planned = as_planned(meeting)
    blocks = [
        *head(planned, write("Sign-in sheet"), style),
        Paragraph(plain(_ask(meeting.attendance)), Role.ATTENDANCE),
    ]
    names = Names(style, meeting.attendance)
    header = tuple(map(write, _HEADER))
    for words, people in _groups(meeting.attendance):
        rows = tuple(_row(person, names) for person in people)
        blocks += [_heading(words, style), Table(rows, _WIDTHS, header, row_headers=True, row_height=_ROW_HEIGHT)]
    empty: tuple[tuple[Runs, ...], ...] = (((), (), ()),) * _VISITORS
    blocks += [_heading(write("Visitors"), style), Table(empty, _WIDTHS, header, row_height=_ROW_HEIGHT)]
    return meeting_document(planned, write("Sign-in sheet"), blocks, style, now=now)


def _ask(people: Sequence[Attendee]) -> str:
    if not people:
        return write("Please write your name and sign.")
    return write("Please sign beside your name. If it is not here, write it under Visitors.")


def _heading(words: str, style: HouseStyle) -> Block:
    return Heading(2, plain(words), capitals=style.capital_headings)


def _groups(people: Sequence[Attendee]) -> list[tuple[str, list[Attendee]]]:
    """Group people by capacity, in the order of the list."""
    groups: dict[str, list[Attendee]] = {}
    for group in Group:
        for person in people:
            if person.group is group:
                groups.setdefault(person.group_label or group.words, []).append(person)
    return list(groups.items())


def _row(person: Attendee, names: Names) -> tuple[Runs, ...]:
    stands_in = deputy_words(person, names.listed)
    about = person.organisation or (person.role if person.name else "") or ""
    name = names.listed(person.shown)
    if person.chair and not says_chair(about):
        name = write("{name} (Chair)", name=name)
    known = write("Apologies received") if person.status is Status.APOLOGIES else ""
    return joined(plain(name), plain(stands_in), by="\n"), plain(about), plain(known)
