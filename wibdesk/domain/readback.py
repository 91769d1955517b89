"""A meeting read back before it closes: decisions by item, actions by owner, who was there, and what is doubtful."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from wibdesk.domain.action_doubts import action_doubts
from wibdesk.domain.agenda import Item
from wibdesk.domain.attendance import Attendee, Status, count
from wibdesk.domain.dates import clock
from wibdesk.domain.doubts import Doubt
from wibdesk.domain.entries import Action, Decision, PrivateNote, Vote
from wibdesk.domain.entry_lines import entry_lines
from wibdesk.domain.known_names import known_names
from wibdesk.domain.meetings import Meeting
from wibdesk.domain.parking import parked
from wibdesk.domain.people import Group, Person, surname_of
from wibdesk.domain.presence_doubts import presence_doubts
from wibdesk.domain.quotations import Quotation, quotations
from wibdesk.domain.word_doubts import word_doubts
from wibdesk.language import say


@dataclass(frozen=True)
class Decided:
    """One part of a decision, or a vote: its item, entry and line on the sheet, its marker (Agreed) and its words."""

    item: Item
    entry_id: str
    part: int
    marker: str
    words: str


@dataclass(frozen=True)
class Owned:
    """An action with its item and what is doubtful about its owner and date."""

    item: Item
    action: Action
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class Presence:
    """Somebody who was not here throughout: `label` is For part, Apologies or Absent; `item` where they came or went.

    `item` is the number of an item as printed, empty where none is known.
    """

    attendee: Attendee
    label: str
    words: str
    item: str = ""


@dataclass(frozen=True)
class Readback:
    """What the clerk reads back; `members_here` of `members` were there, if only for part."""

    decisions: tuple[Decided, ...]
    actions: tuple[Owned, ...]
    doubts: tuple[Doubt, ...]
    parked: tuple[tuple[Item, PrivateNote], ...]
    quotations: tuple[Quotation, ...]
    presences: tuple[Presence, ...]
    members_here: int
    members: int

    @property
    def wanting(self) -> int:
        """How many things want putting right, those of actions among them; none stops the clerk."""
        return len(self.doubts) + sum(len(owned.doubts) for owned in self.actions)


def readback(
    meeting: Meeting,
    *,
    roster: Sequence[Person] = (),
    holidays: Collection[date] = (),
    known_terms: Collection[str] = (),
    shown: Callable[[str], str] = str,
    is_word: Callable[[str], bool] | None = None,
    now: datetime | None = None,
) -> Readback:
    """Read a meeting back. `known_terms` are short forms and terms of the body, `shown` writes names as the house does.

    `is_word` says whether a word in small letters is in the dictionary; `holidays` are the days on which nobody works;
    `now` is the local time, after which nobody can have come or gone yet.
    """
    people = known_names(meeting.attendance, roster)
    of_actions = action_doubts(meeting, people, holidays)
    words = word_doubts(meeting, people, known_terms=known_terms, shown=shown, is_word=is_word)
    here = sum(a.group is Group.MEMBER and a.status is Status.PRESENT for a in meeting.attendance)
    return Readback(
        decisions=_decisions(meeting),
        actions=_actions(meeting, of_actions),
        doubts=(*presence_doubts(meeting, now), *words),
        parked=tuple(parked(meeting)),
        quotations=quotations(meeting),
        presences=tuple(p for a in meeting.attendance if (p := _presence(a, meeting.details.start)) is not None),
        members_here=here,
        members=count(meeting.attendance).members,
    )


def number_of(meeting: Meeting, item_id: str) -> str:
    """Return the printed number of an item, else its place on the agenda; empty where it is not there."""
    places = ((n, i) for n, i in enumerate(meeting.items, 1) if i.id == item_id)
    return next((item.number or str(n) for n, item in places), "")


def _decisions(meeting: Meeting) -> tuple[Decided, ...]:
    return tuple(
        Decided(item, entry.id, part, entry.marker if isinstance(entry, Decision) else say("Vote"), words)
        for item, entry in meeting.entries()
        if isinstance(entry, (Decision, Vote))
        for part, words in enumerate(entry_lines(entry))
        if words.strip()
    )


def _actions(meeting: Meeting, doubts: Sequence[Doubt]) -> tuple[Owned, ...]:
    """Return the actions by the surname of their first owner; those without one come last, where they are seen."""
    made = [
        Owned(item, action, tuple(d for d in doubts if d.entry_id == action.id)) for item, action in meeting.actions()
    ]
    return tuple(sorted(made, key=_by_owner))


def _by_owner(owned: Owned) -> tuple[bool, str, str]:
    first = next(iter(owned.action.owners), "")
    return not first, surname_of(first).casefold(), first.casefold()


def _presence(a: Attendee, start: time | None) -> Presence | None:
    if a.status in (Status.APOLOGIES, Status.ABSENT):
        absent = a.status is Status.ABSENT
        label, why = (
            (say("Absent"), say("no apologies")) if absent else (say("Apologies"), a.role or a.organisation or "")
        )
        return Presence(a, label, ", ".join(words for words in (a.shown, why) if words))
    if a.status is not Status.PRESENT:
        return None
    told = [words for n, interval in enumerate(a.intervals) for words in _moves(interval.start, interval.end, start, n)]
    item = next((i.item for i in reversed(a.intervals) if i.item), "")
    return Presence(a, say("For part"), f"{a.shown}, {', '.join(told)}", item or "") if told else None


def _moves(came: time | None, went: time | None, start: time | None, n: int) -> list[str]:
    joined = came is not None and (n > 0 or came != start)
    words = (
        [say("back at {time}", time=clock(came)) if n else say("joined at {time}", time=clock(came))]
        if joined and came is not None
        else []
    )
    return [*words, *([say("left at {time}", time=clock(went))] if went is not None else [])]
