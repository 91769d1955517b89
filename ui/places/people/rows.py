"""The rows of the roster, by group, narrowed by the words to find."""

from collections.abc import Iterable, Sequence
from datetime import date

from ui.cells import Two, muted
from ui.tables import Column, TableRow
from wibdesk.domain.dates import compact_date
from wibdesk.domain.people import Group, Person
from wibdesk.language import counted, later, say

NARROW = 600  # below this the organisation stands on the second line
COLUMNS = (
    Column(later("Name")),
    Column(later("Organisation"), 210, least=NARROW),
    Column(later("As"), 130, least=740),
    Column(later("Initials"), 86, least=640),
    Column(later("From"), 124, least=980),
    Column(later("To"), 124),
)
READ_COLUMNS = (Column(later("Name")), Column(later("As"), 128))
AS_WORDS = {
    Group.MEMBER: later("Member"),
    Group.IN_ATTENDANCE: later("In attendance"),
    Group.OBSERVER: later("Observer"),
}


def roster_rows(
    people: Sequence[Person], today: date, *, past: bool = False, words: str = "", narrow: bool = False
) -> list[TableRow]:
    """Return group heads and people; those whose last day has passed only with `past` or when words find them."""
    shown = [p for p in people if fits(p, words) and (past or words or not is_past(p, today))]
    rows: list[TableRow] = []
    for group in Group:
        own = [p for p in shown if p.group is group]
        if own:
            rows.append(TableRow(row_id=group.value, cells=(f"{group.words}, {len(own)}",), group=True))
            rows += [_row(p, today, narrow=narrow) for p in own]
    return rows


def read_rows(people: Iterable[Person]) -> list[TableRow]:
    """Return the rows of pasted members, as they were read."""
    return [
        TableRow(
            row_id=str(n),
            cells=(
                Two(p.name, ", ".join(filter(None, (p.role, p.organisation)))),
                muted(say("Chair") if p.chair else say(AS_WORDS[p.group])),
            ),
        )
        for n, p in enumerate(people, 1)
    ]


def is_past(person: Person, today: date) -> bool:
    """Say whether the last day of a person has passed."""
    return person.to_date is not None and person.to_date < today


def fits(person: Person, words: str) -> bool:
    """Say whether every word is found in name, initials, role or organisation."""
    parts = (person.name, person.printed, person.short_initials, person.role, person.organisation, person.email)
    text = " ".join(parts).casefold()
    return all(word in text for word in words.casefold().split())


def count_words(people: Sequence[Person], shown: int, today: date) -> str:
    """Return the count at the head of the roster, and initials that two people share."""
    serving = [p for p in people if not is_past(p, today)]
    initials = [p.short_initials for p in serving if p.short_initials]
    twice = sorted({i for i in initials if initials.count(i) > 1})
    remark = say("initials {twice} given twice", twice=", ".join(twice)) if twice else say("initials all different")
    if shown != len(serving):
        return say("{shown} shown of {number}", shown=shown, number=len(people))
    return (
        counted(len(serving), "{number} person, {remark}", "{number} people, {remark}", remark=remark)
        if serving
        else ""
    )


def _row(person: Person, today: date, *, narrow: bool) -> TableRow:
    role = say("Chair") if person.chair else say(AS_WORDS[person.group])
    end = compact_date(person.to_date) if person.to_date else say("no end")
    below = ", ".join(part for part in (person.role, person.organisation) if part) if narrow else person.role
    cells = (
        Two(person.prints_as, below),
        person.organisation,
        role,
        muted(person.short_initials),
        muted(compact_date(person.from_date) if person.from_date else ""),
        muted(say("left {end}", end=end) if is_past(person, today) else end),
    )
    said = [
        person.prints_as,
        person.role,
        person.organisation,
        role,
        say("initials {short_initials}", short_initials=person.short_initials),
    ]
    said.append(say("until {end}", end=end) if person.to_date else "")
    return TableRow(row_id=person.id, cells=cells, sentence=", ".join(part for part in said if part), data=person)
