"""Who was there, as blocks: every person of every status, in one group after another."""

import re
from collections.abc import Callable, Sequence

from wibdesk.documents.document import Block, Heading, Runs, Table, TableKind, plain
from wibdesk.documents.wording import attendance_notes
from wibdesk.domain.attendance import Attendee, Status
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.meetings import Meeting
from wibdesk.domain.people import Group

_GROUPS = ((Group.MEMBER, "Present"), (Group.IN_ATTENDANCE, "In attendance"), (Group.OBSERVER, "Observers"))
_OTHERS = ((Status.APOLOGIES, "Apologies"), (Status.ABSENT, "Absent"), (Status.UNKNOWN, "Not recorded"))


_CHAIRS = re.compile(r"(?<!vice)(?<!vice[ -])(?<!deputy )\bchair", re.IGNORECASE)
"""A role that says by itself who presides; a vice-chair in the chair is marked."""


def attendance_blocks(meeting: Meeting, style: HouseStyle) -> tuple[Block, ...]:
    """Return the attendance under a heading for each group, those present first."""
    blocks: list[Block] = []
    for words, people in _groups(meeting.attendance):
        present = people[0].status is Status.PRESENT
        as_table = present and style.present_as_table
        blocks.append(Heading(2, plain(words)))
        blocks.append((_table if as_table else _lines)(people, meeting))
    return tuple(blocks)


def _groups(people: Sequence[Attendee]) -> list[tuple[str, list[Attendee]]]:
    """Group people by what heads them on the page, in the order of the groups and then of the list."""
    groups: dict[str, list[Attendee]] = {}
    for group, words in _GROUPS:
        for person in people:
            if person.status is Status.PRESENT and person.group is group:
                groups.setdefault(person.group_label or words, []).append(person)
    for status, words in _OTHERS:
        if missing := [person for person in people if person.status is status]:
            groups[_unused(words, groups)] = missing
    return list(groups.items())


def _unused(words: str, taken: dict[str, list[Attendee]]) -> str:
    """Keep people of different status apart even where a label of the clerk's is one of our own words."""
    return _unused(f"{words} ", taken) if words in taken else words


def _name(person: Attendee) -> str:
    mark = " (Chair)" if person.chair and not _CHAIRS.search(person.role or "") else ""
    return person.shown + mark


def _joined(*words: str | None) -> str:
    return ", ".join(filter(None, words))


def _notes(person: Attendee, meeting: Meeting) -> str:
    return "; ".join(attendance_notes(person, meeting.details))


def _role(person: Attendee) -> str:
    return (person.role or "") if person.name else ""


def _lines(people: list[Attendee], meeting: Meeting) -> Table:
    """Return lines of name and post, with the organisation and notes after the post."""

    def post(person: Attendee) -> str:
        about = _joined(_role(person), person.organisation)
        notes = _notes(person, meeting)
        return f"{about} ({notes})" if about and notes else about or notes

    rows = _rows(people, _name, post)
    return Table(rows, (35, 65), kind=TableKind.LINES)


def _table(people: list[Attendee], meeting: Meeting) -> Table:
    """Return a table of name and organisation; a role without an organisation stands in its place."""

    def organisation(person: Attendee) -> str:
        return person.organisation or _role(person)

    def note(person: Attendee) -> str:
        return "; ".join(filter(None, (_role(person) if person.organisation else "", _notes(person, meeting))))

    if any(note(person) for person in people):
        return Table(_rows(people, _name, organisation, note), (34, 32, 34), ("Name", "Organisation", "Role and notes"))
    return Table(_rows(people, _name, organisation), (45, 55), ("Name", "Organisation"))


def _rows(people: list[Attendee], *columns: Callable[[Attendee], str]) -> tuple[tuple[Runs, ...], ...]:
    return tuple(tuple(plain(column(person)) for column in columns) for person in people)
