"""What the lists of the room show: agenda rows and attendance rows, each with its sentence for a screen reader."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import time

from ui.lists import Row
from ui.places.room.times import is_over
from wibdesk.domain.agenda import Item, ItemState
from wibdesk.domain.attendance import Attendee, Counts, Status, count
from wibdesk.domain.dates import clock
from wibdesk.domain.entries import Declaration
from wibdesk.domain.gaps import gaps_in
from wibdesk.domain.people import Group
from wibdesk.language import counted, later, say

STATE_WORDS = {ItemState.DONE: later("done"), ItemState.NOW: later("now"), ItemState.LATER: later("later")}
MARKS = {Status.PRESENT: "P", Status.APOLOGIES: "A", Status.ABSENT: "–", Status.UNKNOWN: ""}
STATUS_WORDS = {
    Status.PRESENT: later("present"),
    Status.APOLOGIES: later("apologies"),
    Status.ABSENT: later("not here, no apologies"),
    Status.UNKNOWN: later("not known yet"),
}


@dataclass(frozen=True, kw_only=True)
class AgendaRow(Row):
    """One item of the agenda: its mark, number, minutes and one thing that wants attention."""

    number: str = ""
    state: ItemState = ItemState.LATER
    minutes: str = ""
    over: bool = False
    note: str = ""
    note_icon: str = ""
    shown: bool = False


@dataclass(frozen=True, kw_only=True)
class PersonRow(Row):
    """One person at the meeting, or the heading of a group with its count at the right."""

    tag: str = ""
    officer: bool = False
    letter: str = ""
    state: str = ""
    note: str = ""
    note_icon: str = ""
    right: str = ""


def agenda_rows(
    items: Sequence[Item], *, spent: Mapping[str, int], shown_id: str | None, interests: Mapping[str, str]
) -> list[AgendaRow]:
    """Return the rows of the agenda in order."""
    return [_agenda_row(n, item, len(items), spent, shown_id, interests) for n, item in enumerate(items, 1)]


def _agenda_row(
    place: int, item: Item, of: int, spent: Mapping[str, int], shown_id: str | None, interests: Mapping[str, str]
) -> AgendaRow:
    taken, planned = spent.get(item.id), item.planned_minutes
    note, icon = _attention(item, interests)
    minutes = _minutes(item, taken)
    spoken = [
        say("{number} of {count}", number=item.number or place, count=of),
        item.title,
        say(STATE_WORDS[item.state]),
    ]
    spoken += [say("{minutes} minutes", minutes=minutes.replace("/", say(" of ")))] if minutes else []
    return AgendaRow(
        row_id=item.id,
        text=item.title,
        sentence=", ".join([*spoken, *([note] if note else [])]),
        number=item.number or str(place),
        state=item.state,
        minutes=minutes,
        over=is_over(taken, planned) and item.state is ItemState.NOW,
        note=note,
        note_icon=icon,
        shown=item.id == shown_id,
    )


def _minutes(item: Item, taken: int | None) -> str:
    planned = item.planned_minutes
    if item.state is ItemState.NOW and taken is not None:
        return f"{taken}/{planned}" if planned else str(taken)
    if item.state is ItemState.DONE and taken is not None:
        return str(taken)
    return str(planned) if planned else ""


def _attention(item: Item, interests: Mapping[str, str]) -> tuple[str, str]:
    gaps = gap_words(len(gaps_in(item.entries)))
    if item.part == 2:
        return say("part 2, private · {gaps}", gaps=gaps) if gaps else say("part 2, private"), "lock"
    if gaps:
        return gaps, "flag"
    if item.number and item.number in interests:
        return say("{interests}: interest", interests=interests[item.number]), "scale"
    return (say("late item"), "clock") if item.late else ("", "")


def gap_words(count: int) -> str:
    """Return `1 gap to fill`; nothing where there is none."""
    return counted(count, "{number} gap to fill", "{number} gaps to fill") if count else ""


def declared_interests(items: Iterable[Item]) -> dict[str, str]:
    """Return who declared an interest in which item, by the item's number."""
    found: dict[str, list[str]] = {}
    for item in items:
        for entry in item.entries:
            if isinstance(entry, Declaration) and entry.item and entry.person:
                found.setdefault(entry.item, []).append(entry.person)
    return {number: ", ".join(dict.fromkeys(people)) for number, people in found.items()}


def person_rows(attendees: Sequence[Attendee], *, start: time | None, body: str = "") -> list[PersonRow]:
    """Return everybody under the headings of their groups; `start` tells who joined later, `body` what goes unsaid."""
    rows: list[PersonRow] = []
    deputies = {name: a.shown for a in attendees for name in a.deputy_for}
    for (group, label), people in _grouped(attendees).items():
        rows.append(_heading(group, label, people))
        rows += [_person_row(a, deputies, start, body) for a in people]
    return rows


def _grouped(attendees: Sequence[Attendee]) -> dict[tuple[Group, str], list[Attendee]]:
    found: dict[tuple[Group, str], list[Attendee]] = {}
    for group in Group:
        for attendee in attendees:
            if attendee.group is group:
                found.setdefault((group, attendee.group_label or group.words), []).append(attendee)
    return found


def _heading(group: Group, label: str, people: Sequence[Attendee]) -> PersonRow:
    counts = count(people)
    right = (
        members_words(counts)
        if group is Group.MEMBER
        else say("{present} of {number}", present=counts.present, number=len(people))
    )
    return PersonRow(row_id=f"{group}/{label}", text=label, heading=True, right=right, sentence=f"{label}, {right}")


def members_words(counts: Counts) -> str:
    """Return `6 of 8 present`."""
    return say("{members_present} of {members} present", members_present=counts.members_present, members=counts.members)


def _person_row(a: Attendee, deputies: Mapping[str, str], start: time | None, body: str) -> PersonRow:
    note, icon = _exception(a, deputies, start)
    officer = bool(a.chair or (a.role or "").strip().lower() == "clerk")
    tag = (
        say("Chair")
        if a.chair
        else (a.role or "")
        if officer
        else short_name(a.organisation or "", body) or a.role or ""
    )
    spoken = [a.shown, say("left the meeting") if a.has_left else say(STATUS_WORDS[a.status])]
    spoken += [note.removeprefix(f"{spoken[1]}, ")] if note and note not in map(say, STATUS_WORDS.values()) else []
    spoken += [say("chair")] if a.chair else []
    spoken += [a.organisation] if a.organisation else []
    return PersonRow(
        row_id=a.id,
        text=a.shown,
        sentence=", ".join(spoken),
        tag=tag,
        officer=officer,
        letter=MARKS[a.status],
        state="left" if a.has_left else str(a.status),
        note=note,
        note_icon=icon,
    )


def short_name(organisation: str, body: str) -> str:
    """Return an organisation without the place that the body's own name begins with: "Council" on Norbury's board."""
    first, _, rest = organisation.partition(" ")
    home = body.partition(" ")[0]
    return rest if rest[:1].isupper() and first.casefold() == home.casefold() else organisation


def _exception(a: Attendee, deputies: Mapping[str, str], start: time | None) -> tuple[str, str]:
    """Return the one line below a name: what is not as expected about this person today, and its icon."""
    parts: list[tuple[str, str]] = []
    if a.deputy_for:
        parts.append((say("deputy for {deputy_for}", deputy_for=", ".join(a.deputy_for)), "repeat"))
    if a.status is Status.PRESENT and a.intervals:
        parts.append(_movement(a, start))
    if a.status in (Status.APOLOGIES, Status.ABSENT):
        deputy = deputies.get(a.name or "")
        parts.append((say(STATUS_WORDS[a.status]) + (say(", deputy {deputy}", deputy=deputy) if deputy else ""), ""))
    if a.note:
        parts.append((a.note, ""))
    parts = [part for part in parts if part[0]]
    return (" · ".join(words for words, _ in parts), parts[0][1]) if parts else ("", "")


def _movement(a: Attendee, start: time | None) -> tuple[str, str]:
    last = a.intervals[-1]
    item = say("item {item}", item=last.item) if last.item else ""
    if last.end is not None:
        words = (
            say("{start} to {end}, left", start=clock(last.start), end=clock(last.end))
            if last.start
            else say("left {time}", time=clock(last.end))
        )
        return words + (
            say("{words} {item}", words=say(" in") if last.start else ",", item=item) if item else ""
        ), "log-out"
    if last.start is None or last.start == start:
        return "", ""
    again = say("back") if len(a.intervals) > 1 else say("joined")
    return f"{again} {clock(last.start)}" + (f", {item}" if item else ""), "log-in"
