"""What the shorthand knows, gathered from a meeting and its roster."""

import re
from collections.abc import Callable, Sequence
from datetime import date, time

from wibdesk.domain.agenda import Item, Paper
from wibdesk.domain.attendance import Attendee, Status
from wibdesk.domain.bank_holidays import bank_holidays
from wibdesk.domain.dates import read_date
from wibdesk.domain.entries import Action, Amendment, Decision, Declaration, Entry, Paragraph, Subheading
from wibdesk.domain.meetings import Meeting
from wibdesk.domain.people import Person, surname_of
from wibdesk.domain.previous_minutes import is_minutes_item
from wibdesk.domain.rich_text import plain_text
from wibdesk.shorthand.known import Known, KnownItem, KnownPerson

YEARS_AHEAD = 3
"""Years of which the holidays are known."""


def known_of(  # noqa: PLR0913 - all that a line may lean on
    meeting: Meeting,
    roster: Sequence[Person] = (),
    scheduled: Sequence[date] = (),
    item_id: str = "",
    now: time | None = None,
    shown: Callable[[str], str] = str,
    *,
    recommendation: str = "",
    previous: date | None = None,
    today: date = date.min,
) -> Known:
    """Return the meeting as lines are read in it, on the item with this id.

    `scheduled` are the days of the body's other meetings, past ones too; the meeting's own future dates are added.
    `shown` writes a name as running text has it; `today` stands in for the day of an undated meeting. Where they are
    not given, `recommendation` is what the item's papers say in their notes, or a paragraph that begins so, and
    `previous` the latest of the scheduled days before the meeting's own, else the day that the item on the minutes of
    the last meeting names.
    """
    on = meeting.details.date or today
    item = next((one for one in meeting.items if one.id == item_id), None)
    people = [_attendee(one, shown) for one in meeting.attendance if one.name or one.role]
    listed = {person.name.casefold() for person in people}
    known = {one.person_id for one in meeting.attendance}
    others = (one for one in roster if one.serves_on(on) and one.id not in known)
    absent = [_member(one, shown) for one in others if one.prints_as.casefold() not in listed]
    coming = {one.date for one in meeting.next_meetings if one.date and not one.cancelled} | set(scheduled)
    return Known(
        on=on,
        scheduled=tuple(sorted(coming)),
        people=_lately_named_first((*people, *absent), item),
        items=tuple(KnownItem(one.id, one.number or str(n), one.title) for n, one in enumerate(meeting.items, 1)),
        item=item_id,
        now=now,
        recommendation=recommendation or (_recommended(item) if item else ""),
        previous=previous or max((day for day in scheduled if day < on), default=None) or _minutes_before(meeting),
        holidays=bank_holidays(on.year, min(on.year + YEARS_AHEAD, date.max.year)),
        references=tuple(action.ref for _, action in meeting.actions() if action.ref),
    )


_HELD_ON = re.compile(r"\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\s+\d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}")


def _minutes_before(meeting: Meeting) -> date | None:
    corrected = (entry.to_meeting for _, entry in meeting.entries() if isinstance(entry, Amendment))
    items = [item for item in meeting.items if is_minutes_item(item)]
    said = "\n".join(words for item in items for words in (item.title, *map(_words_of, item.entries)))
    named = (read_date(found[0]) for found in _HELD_ON.finditer(said))
    return next((day for day in (*corrected, *named) if day is not None), None)


_RECOMMENDS = re.compile(r"(?P<bracket>\()?\brecommend(?:ations?|ed|s)?(?:\s*:\s*|\s+(?=that\s))", re.IGNORECASE)


def _recommended(item: Item) -> str:
    """Return what papers recommend, by their kind, or in title or note; else what a paragraph that begins so does."""
    papers = filter(None, map(_recommendation_of, item.papers))
    texts = (plain_text(entry.text) for entry in item.entries if isinstance(entry, Paragraph))
    said = ((text, _RECOMMENDS.match(text)) for text in texts)
    return "\n".join([*papers, *(text[found.end() :] for text, found in said if found)])


def _recommendation_of(paper: Paper) -> str:
    if (paper.kind or "").lower().startswith("recommendation"):
        return paper.title
    for words in filter(None, (paper.note, paper.title)):
        if found := _RECOMMENDS.search(words):
            rest = words[found.end() :].strip()
            return rest.removesuffix(")") if found["bracket"] else rest
    return ""


def _attendee(attendee: Attendee, shown: Callable[[str], str]) -> KnownPerson:
    return KnownPerson(
        attendee.shown,
        shown(attendee.shown),
        attendee.initials or "",
        attendee.role or "",
        attendee.organisation or "",
        attendee.group,
        attendee.chair,
        attendee.status is Status.PRESENT and not attendee.has_left,
        attendee.id,
    )


def _member(person: Person, shown: Callable[[str], str]) -> KnownPerson:
    name = person.prints_as
    return KnownPerson(name, shown(name), person.initials, person.role, person.organisation, person.group, person.chair)


def _lately_named_first(people: Sequence[KnownPerson], item: Item | None) -> tuple[KnownPerson, ...]:
    """Return the people with those named in the item before the others, the latest first."""
    said = "\n".join(_words_of(entry) for entry in item.entries) if item else ""

    def last_named(person: KnownPerson) -> tuple[int, bool]:
        surname = surname_of(person.name)
        at = said.rfind(surname)
        # Two may share a surname: the whole name says whose it is.
        return at, said.endswith(person.name, 0, at + len(surname))

    return tuple(sorted(people, key=last_named, reverse=True))


def _words_of(entry: Entry) -> str:
    if isinstance(entry, Action):
        return f"{' '.join(entry.owners)} {entry.text}"
    if isinstance(entry, Declaration):
        return entry.person
    if isinstance(entry, Decision):
        return "\n".join(entry.parts)
    return entry.text if isinstance(entry, Paragraph | Subheading) else ""
