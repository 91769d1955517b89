"""Doubts about who was there: people not marked, and presenters who are not in attendance."""

import re
from collections.abc import Iterator
from datetime import datetime, time

from wibdesk.domain.agenda import Item
from wibdesk.domain.attendance import Attendee, Status
from wibdesk.domain.dates import clock
from wibdesk.domain.doubts import Doubt, DoubtKind
from wibdesk.domain.entries import Amendment, Declaration, Entry, Subheading, Vote
from wibdesk.domain.known_names import is_known, known_names, person_meant
from wibdesk.domain.meetings import Meeting, Stage
from wibdesk.language import later, say

NAMED = 4
"""How many of those not marked are named."""


def presence_doubts(meeting: Meeting, now: datetime | None = None) -> tuple[Doubt, ...]:
    """Return who was not marked once the meeting has begun, which presenters were not there, and who is a stranger.

    So are comings and goings that lie before the meeting, after it, or after `now`, the local time while it sits.
    """
    return (*_unmarked(meeting), *_times(meeting, now), *_presenters(meeting), *_strangers(meeting))


def _unmarked(meeting: Meeting) -> Iterator[Doubt]:
    names = [a.shown for a in meeting.attendance if a.status is Status.UNKNOWN]
    if names and meeting.details.stage is not Stage.PLANNED:
        count = say("1 person is") if len(names) == 1 else say("{number} people are", number=len(names))
        rest = len(names) - NAMED
        named = ", ".join(names[:NAMED]) + (say(" and {number} more", number=rest) if rest > 0 else "")
        yield Doubt(DoubtKind.UNMARKED, say("{count} not marked: {named}", count=count, named=named), about=named)


def _times(meeting: Meeting, now: datetime | None) -> Iterator[Doubt]:
    """Yield who went before the meeting began, or came or went at a time after its end, or that has not come yet."""
    details, closed = meeting.details, meeting.details.stage is Stage.CLOSED
    sits = now is not None and details.stage is Stage.LIVE and details.date in (None, now.date())
    latest = details.end if closed else now.time() if now is not None and sits else None
    for a in meeting.attendance if details.stage is not Stage.PLANNED else ():
        for moved, at in _moves(a):
            why = ""
            if moved == "left" and details.start is not None and at < details.start:
                why = say("before the meeting began at {time}", time=clock(details.start))
            elif latest is not None and at > latest:
                why = say("after the meeting closed") if closed else say("a time that has not come yet")
            if why:
                joined, left = later("{person} joined at {time}, {why}"), later("{person} left at {time}, {why}")
                words = joined if moved == "joined" else left
                yield Doubt(
                    DoubtKind.TIMES,
                    say(words, person=a.shown, time=clock(at), why=why),
                    about=a.id,
                )


def _moves(a: Attendee) -> Iterator[tuple[str, time]]:
    for interval in a.intervals if a.status is Status.PRESENT else ():
        moves = (("joined", interval.start), ("left", interval.end))
        yield from ((moved, at) for moved, at in moves if at is not None)


def _presenters(meeting: Meeting) -> Iterator[Doubt]:
    if not meeting.attendance:
        return
    told: set[tuple[str, str]] = set()
    for item, entry_id, name in _presenting(meeting):
        trouble = _trouble(name, meeting)
        if trouble and (item.id, name) not in told:
            told.add((item.id, name))
            yield Doubt(
                DoubtKind.PRESENTER,
                say("{name} presents, {trouble}", name=name, trouble=trouble),
                item.id,
                entry_id,
                about=name,
            )


def _strangers(meeting: Meeting) -> Iterator[Doubt]:
    """Yield who declared, voted, moved or asked for a correction, and is nobody on the attendance list."""
    people = known_names(meeting.attendance)
    for item, entry in meeting.entries() if people else ():
        for name in _acting(entry):
            if not is_known(name, people):
                words = say("{name} is not on the attendance list", name=name)
                yield Doubt(DoubtKind.STRANGER, words, item.id, entry.id, about=name)


def _acting(entry: Entry) -> list[str]:
    match entry:
        case Declaration():
            named = [entry.person]
        case Vote():
            named = [entry.mover or "", entry.seconder or "", *(name for _, side in entry.names for name in side)]
        case Amendment():
            named = [entry.requested_by or ""]
        case _:
            named = []
    return [name for name in dict.fromkeys(named) if name.strip()]


def _presenting(meeting: Meeting) -> Iterator[tuple[Item, str, str]]:
    for item in meeting.items:
        yield from ((item, "", name) for name in _names(item.presenter))
        for entry in item.entries:
            if isinstance(entry, Subheading):
                yield from ((item, entry.id, name) for name in _names(entry.presenter))


def _names(presenter: str | None) -> list[str]:
    parts = re.split(r"\s*[/;,&]\s*|\s+and\s+", presenter or "")
    return [part for part in parts if part.strip()]


def _trouble(name: str, meeting: Meeting) -> str:
    meant = _attendee(name, meeting)
    if meant is None:
        return "" if is_known(name, known_names(meeting.attendance)) else say("not on the attendance list")
    return {Status.APOLOGIES: say("but sent apologies"), Status.ABSENT: say("but was absent")}.get(meant.status, "")


def _attendee(name: str, meeting: Meeting) -> Attendee | None:
    found = [a for a in meeting.attendance if person_meant(name, known_names((a,)))]
    return next((a for a in found if a.status is Status.PRESENT), next(iter(found), None))
