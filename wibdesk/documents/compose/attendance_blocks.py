"""Who was there, as blocks: every person of every status, in one group after another."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from wibdesk.documents.document import Block, Heading, Paragraph, Role, Runs, Table, TableKind, joined, plain
from wibdesk.documents.names import Names, initials
from wibdesk.documents.wording import attendance_notes, deputy_words, listed
from wibdesk.domain.attendance import Attendee, Status
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.meetings import Meeting
from wibdesk.domain.paper_words import to_write, write
from wibdesk.domain.people import Group, surname_of

_GROUPS = (
    (Group.MEMBER, ""),
    (Group.IN_ATTENDANCE, to_write("In attendance")),
    (Group.OBSERVER, to_write("Observers")),
)
_OTHERS = (
    (Status.APOLOGIES, to_write("Apologies")),
    (Status.ABSENT, to_write("Absent")),
    (Status.UNKNOWN, to_write("Not recorded")),
)
_NAME, _INITIALS, _ABOUT = 34.0, 12.0, 34.0
_FEW, _SHARE = 6, 6
"""A list of so many names, of whom fewer than one in so many has anything beside it, is no table."""

ROLE_OR_ORGANISATION = to_write("Role or organisation")
"""What heads a column in which a role stands for an organisation that is not known."""

_SHARED = {"Councillor": to_write("Councillors {names}"), "Cllr": to_write("Cllrs {names}")}
"""What neighbours who share a title are called, each of whom has nothing else beside the name."""

_CHAIRS = re.compile(r"(?<!vice)(?<!vice[ -])(?<!deputy )\bchair", re.IGNORECASE)
_COUNCILLOR = re.compile(r"^(?P<title>Councillor|Cllr) (?P<rest>\S.*)$")


def attendance_blocks(meeting: Meeting, style: HouseStyle, names: Names | None = None) -> tuple[Block, ...]:
    """Return the attendance in groups, those present first, each set out as the style says."""
    form = _AttendanceForm(meeting, style, names or Names(style, meeting.attendance))
    return tuple(block for words, people in _groups(meeting.attendance) for block in form.blocks(words, people))


def attendance_lines(meeting: Meeting, style: HouseStyle, *, expected: bool = False) -> tuple[Block, ...]:
    """Return the names of who was present and who sent apologies, a line for each group, in any style.

    With `expected` nobody need have come yet: who is not known to be away counts as there.
    """
    form = _AttendanceForm(meeting, style, Names(style, meeting.attendance))
    people = [_awaited(person) if expected else person for person in meeting.attendance]
    told = [person for person in people if person.status in (Status.PRESENT, Status.APOLOGIES)]
    groups = _groups(told, write("Expected") if expected else write("Present"))
    return tuple(form.names_alone(words, group) for words, group in groups)


def _awaited(person: Attendee) -> Attendee:
    return replace(person, status=Status.PRESENT) if person.status is Status.UNKNOWN else person


def says_chair(words: str) -> bool:
    """Say whether a role tells by itself who presides; a vice-chair in the chair has to be marked."""
    return bool(_CHAIRS.search(words))


def _groups(people: Sequence[Attendee], members: str = "") -> list[tuple[str, list[Attendee]]]:
    """Group people by what heads them on the page; people of different status never share a group."""
    groups: dict[tuple[Status, str], list[Attendee]] = {}
    for group, words in _GROUPS:
        for person in people:
            if person.status is Status.PRESENT and person.group is group:
                groups.setdefault((Status.PRESENT, person.group_label or _group_words(words, members)), []).append(
                    person
                )
    for status, words in _OTHERS:
        for person in people:
            if person.status is status:
                groups.setdefault((status, write(words)), []).append(person)
    return [(words, people) for (_, words), people in groups.items()]


def _group_words(words: str, members: str) -> str:
    return write(words) if words else members or write("Present")


class _AttendanceForm:
    """Sets one group of people out: running on, in lines, or in a table."""

    def __init__(self, meeting: Meeting, style: HouseStyle, names: Names) -> None:
        self._meeting = meeting
        self._style = style
        self._names = names

    def blocks(self, words: str, people: list[Attendee]) -> list[Block]:
        """Return one group with what heads it."""
        present = people[0].status is Status.PRESENT
        form = self._style.attendance if present else self._style.absence
        people = self._ordered(people)
        if form == "groups":
            return [_headed(words, self._run_in(people, self._in_line))]
        return [Heading(2, plain(words)), self._table(people) if form == "table" else self._lines(people)]

    def names_alone(self, words: str, people: list[Attendee]) -> Block:
        """Return one group in a line: the names, who presided, and whom a deputy stood for."""
        return _headed(words, self._run_in(self._ordered(people), self._name_alone))

    def _ordered(self, people: list[Attendee]) -> list[Attendee]:
        if self._style.attendance_order == "chair_surname":
            return sorted(people, key=lambda person: (not person.chair, _by_surname(person)))
        if self._style.attendance_order == "organisation":
            return sorted(people, key=lambda person: (not person.organisation, _folded(person.organisation)))
        return people

    def _name(self, person: Attendee) -> str:
        return self._names.listed(person.name) if person.name else person.shown

    def _initials(self, person: Attendee) -> str:
        return initials(person) if self._names.shows_initials else ""

    def _notes(self, person: Attendee) -> str:
        label = "" if person.status is Status.PRESENT else person.group_label
        noted = attendance_notes(person, self._meeting.details, self._style.forms, self._names.listed)
        return "; ".join(filter(None, (label, *noted)))

    def _run_in(self, people: list[Attendee], line: Callable[[Attendee], str]) -> str:
        """Return `Councillor R Okafor (Chair); Councillors D Ahmed, J Booth and T Marsh`."""
        said: list[str] = []
        for title, run in groupby(people, self._shared_title):
            lines = [line(person) for person in run]
            if title and len(lines) > 1:
                names = listed([words.removeprefix(f"{title} ") for words in lines])
                said.append(write(_SHARED[title], names=names))
            else:
                said += lines
        return "; ".join(said) if any("," in words for words in said) else listed(said)

    def _shared_title(self, person: Attendee) -> str:
        """Return the title of a councillor of whom nothing else is said, so that neighbours can share it."""
        found = _COUNCILLOR.match(self._name(person))
        return "" if found is None or _chair(person) or _role(person) or person.organisation else found["title"]

    def _in_line(self, person: Attendee) -> str:
        about = _joined(self._initials(person), _chair(person), _role(person), person.organisation)
        beside = "; ".join(filter(None, (about, self._notes(person))))
        return f"{self._name(person)} ({beside})" if beside else self._name(person)

    def _name_alone(self, person: Attendee) -> str:
        about = _joined(write("Chair") if person.chair else "", deputy_words(person, self._names.listed))
        return f"{self._name(person)} ({about})" if about else self._name(person)

    def _marked(self, person: Attendee) -> str:
        """Return the name with a mark on who presides."""
        return write("{name} (Chair)", name=self._name(person)) if _chair(person) else self._name(person)

    def _lines(self, people: list[Attendee]) -> Table:
        """Return lines of name and post, with the organisation and notes after the post."""

        def name(person: Attendee) -> str:
            short = self._initials(person)
            return f"{self._marked(person)} ({short})" if short else self._marked(person)

        def post(person: Attendee) -> str:
            about, notes = _joined(_role(person), person.organisation), self._notes(person)
            return f"{about} ({notes})" if about and notes else about or notes

        if not any(map(post, people)):
            return Table(_rows(people, (name,)), (100,), kind=TableKind.LINES)
        return Table(_rows(people, (name, post)), (35, 65), kind=TableKind.LINES)

    def _table(self, people: list[Attendee]) -> Table:
        """Return a table of name and organisation; a role without an organisation stands in its place.

        A column that would be empty throughout is left out, and a table that would be all but empty is lines.
        """
        organised = any(person.organisation for person in people)

        def where(person: Attendee) -> str:
            return person.organisation or _role(person) if organised else _role(person)

        def note(person: Attendee) -> str:
            role = _role(person) if organised and person.organisation else ""
            return "; ".join(filter(None, (role, self._notes(person))))

        said = sum(bool(where(person) or note(person)) for person in people)
        if len(people) >= _FEW and said * _SHARE < len(people):
            return Table(_rows(people, (self._in_line,)), (100,), kind=TableKind.LINES)
        mixed = organised and any(_role(person) and not person.organisation for person in people)
        roles = organised and any(_role(person) and person.organisation for person in people)
        notes = (
            (write("Role and notes") if any(map(self._notes, people)) else write("Role")) if roles else write("Notes")
        )
        about = ROLE_OR_ORGANISATION if mixed else to_write("Organisation") if organised else to_write("Role")
        columns: tuple[tuple[str, float, Callable[[Attendee], str]], ...] = (
            (write("Name"), _NAME, self._marked),
            (write("Initials"), _INITIALS, self._initials),
            (write(about), _ABOUT, where),
            (notes, _ABOUT, note),
        )
        kept = [column for column in columns if column[2] == self._marked or any(map(column[2], people))]
        titles, widths, cells = zip(*kept, strict=True)
        return Table(_rows(people, cells), widths, titles)


def _headed(words: str, names: str) -> Paragraph:
    return Paragraph(joined(plain(f"{words.rstrip(' :')}: ", bold=True), plain(names)), Role.ATTENDANCE)


def _by_surname(person: Attendee) -> tuple[str, str]:
    return _folded(surname_of(person.shown)), _folded(person.shown)


def _folded(words: str | None) -> str:
    return (words or "").casefold()


def _chair(person: Attendee) -> str:
    return write("Chair") if person.chair and not says_chair(person.role or "") else ""


def _role(person: Attendee) -> str:
    return (person.role or "") if person.name else ""


def _joined(*words: str | None) -> str:
    return ", ".join(filter(None, words))


def _rows(people: list[Attendee], cells: Iterable[Callable[[Attendee], str]]) -> tuple[tuple[Runs, ...], ...]:
    columns = tuple(cells)
    return tuple(tuple(plain(cell(person)) for cell in columns) for person in people)
