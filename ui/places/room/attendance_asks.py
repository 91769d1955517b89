"""What the attendance list asks in its line: names, deputies, times, details; nothing opens a dialog."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

from ui.lists import Row
from ui.places.room.attendance_acts import AttendanceActs
from ui.places.room.picker import Ask, Picker
from ui.places.room.rows import STATUS_WORDS
from wibdesk.domain.attendance import Attendee, Status
from wibdesk.domain.dates import clock, read_time
from wibdesk.domain.people import Group
from wibdesk.language import say

if TYPE_CHECKING:
    from ui.places.room.session import RoomSession


class AttendanceAsks:
    """Opens the line with a question about a person and hands the answer on."""

    def __init__(self, session: "RoomSession", acts: AttendanceActs, picker: Picker) -> None:
        self.session, self.acts, self.picker = session, acts, picker

    def name(self, add: Callable[[str], None]) -> None:
        """Ask who else came."""

        def take(words: str, row: Row | None) -> None:
            add(row.text if row is not None and row.row_id else words)

        help_words = say("Name, then a comma and the organisation if you like")
        self.picker.ask(Ask(say("Who else is here?"), help_words, take, offers=self._newcomers, enter=say("add")))

    def deputy(self, person: Attendee) -> None:
        """Ask for whom a person stands in."""

        def take(words: str, row: Row | None) -> None:
            if row is not None or words:
                self.acts.deputise(person, (row.text if row.row_id else "") if row is not None else words)

        def offers(words: str) -> list[Row]:
            return self._stood_in_for(person, words)

        help_words = say("A name of the list, or any other")
        self.picker.ask(Ask(say("{person} is deputy for", person=person.shown), help_words, take, offers=offers))

    def stamp(self, person: Attendee, question: str, then: Callable[[Attendee, time], None]) -> None:
        """Ask at what time somebody came or went, when that is not now."""

        def take(words: str, _row: Row | None) -> None:
            at = read_time(words)
            if at is None:
                self.session.context.messages.say(say("“{words}” is no time: type it as 10:41", words=words))
            else:
                then(person, at)

        self.picker.ask(Ask(f"{person.shown}. {question}", say("As 10:41"), take))

    def times(self, person: Attendee) -> None:
        """Ask when somebody came and went, to put a stamp right."""
        if not person.intervals:
            return
        last = person.intervals[-1]
        start, end = (clock(at) if at else "" for at in (last.start, last.end))
        text = say("{start} to {end}", start=start, end=end).strip() if end else start

        def take(words: str, _row: Row | None) -> None:
            read = read_times(words)
            if read is None:
                self.session.context.messages.say(
                    say("“{words}” are no times: type them as 9:30 to 10:41", words=words)
                )
            else:
                self.acts.put_times(person, *read)

        help_words = say("As 9:58, or 9:30 to 10:41, or to 10:41 for leaving only")
        self.picker.ask(Ask(say("Times of {person}", person=person.shown), help_words, take, text))

    def role(self, person: Attendee) -> None:
        """Ask for the role, then the organisation, then the note of a person."""

        def take(words: str, _row: Row | None) -> None:
            self._organisation(replace(person, role=words or None))

        self.picker.ask(
            Ask(say("Role of {person}", person=person.shown), "", take, person.role or "", enter=say("go on"))
        )

    def _organisation(self, person: Attendee) -> None:
        def take(words: str, _row: Row | None) -> None:
            self._note(replace(person, organisation=words or None))

        self.picker.ask(
            Ask(
                say("Organisation of {person}", person=person.shown),
                "",
                take,
                person.organisation or "",
                enter=say("go on"),
            )
        )

    def _note(self, person: Attendee) -> None:
        def take(words: str, _row: Row | None) -> None:
            self.acts.change(replace(person, note=words or None), say("{person}: details kept", person=person.shown))

        self.picker.ask(Ask(say("Note on {person}", person=person.shown), "", take, person.note or ""))

    def _newcomers(self, words: str) -> list[Row]:
        """Offer the words as typed first, then people of the roster who are not on the list."""
        if not words:
            return []
        listed = {a.name for a in self.session.attendees}
        typed = Row(row_id="", text=words, sentence=say("{words}, as typed", words=words))
        known = [p.prints_as for p in self.session.roster if not {p.name, p.prints_as} & listed]
        fits = [name for name in known if words.casefold() in name.casefold()]
        return [
            typed,
            *(Row(row_id=name, text=name, sentence=say("{name}, of the roster", name=name)) for name in fits),
        ]

    def _stood_in_for(self, deputy: Attendee, words: str) -> list[Row]:
        """Offer the members who are not present first; nobody, where a deputy is to be taken back."""
        others = [a for a in self.session.attendees if a.id != deputy.id and a.name and a.group is Group.MEMBER]
        absent_first = sorted(others, key=lambda a: a.status is Status.PRESENT)
        rows = [
            Row(row_id=a.id, text=a.name or "", sentence=f"{a.name}, {say(STATUS_WORDS[a.status])}")
            for a in absent_first
            if words.casefold() in (a.name or "").casefold()
        ]
        nobody = Row(row_id="", text=say("Nobody"), sentence=say("Nobody: no deputy after all"))
        return [nobody, *rows] if deputy.deputy_for and not words else rows


def read_times(words: str) -> tuple[time | None, time | None] | None:
    """Read `9:58`, `9:30 to 10:41` or `to 10:41`; None for anything else."""
    first, _, second = (part.strip() for part in words.partition("to"))
    start, end = (read_time(part) if part else None for part in (first, second))
    wrong = (first and start is None) or (second and end is None) or (start is None and end is None)
    return None if wrong else (start, end)
