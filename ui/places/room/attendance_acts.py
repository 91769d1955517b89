"""What the clerk records about one person of the meeting: marks, comings and goings, deputies, the chair, walk-ins."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING, Any

from ui.places.room.rows import STATUS_WORDS, members_words
from wibdesk.domain.attendance import Attendee, Status, count
from wibdesk.domain.dates import clock
from wibdesk.domain.people import Group
from wibdesk.language import say
from wibdesk.services import attendance

if TYPE_CHECKING:
    from ui.places.room.session import RoomSession

AFTER = {Group.MEMBER: Group.IN_ATTENDANCE, Group.IN_ATTENDANCE: Group.OBSERVER, Group.OBSERVER: Group.MEMBER}
Stamp = Callable[..., Any]


class AttendanceActs:
    """Writes to the register; every act can be undone and says how many members are there now."""

    def __init__(self, session: "RoomSession") -> None:
        self.session = session

    def mark(self, person: Attendee, status: Status) -> None:
        """Give a person a status; whoever had left and is marked present again never left, so the times go too."""
        words = f"{person.shown}: {say(STATUS_WORDS[status])}"
        if person.has_left and status is Status.PRESENT:
            self._write(attendance.change_attendee, replace(person, intervals=()), undo=words)
        elif person.status is not status:
            self._write(attendance.set_status, person.id, status, undo=words)

    def arrived(self, person: Attendee, at: time) -> None:
        """Record that somebody came in, with the item then open."""
        self._write(attendance.arrive, person.id, at, self.session.number_now(), undo=self._moved(person, "joined", at))

    def left(self, person: Attendee, at: time) -> None:
        """Record that somebody left, with the item then open."""
        self._write(attendance.depart, person.id, at, self.session.number_now(), undo=self._moved(person, "left", at))

    def put_times(self, person: Attendee, start: time | None, end: time | None) -> None:
        """Put the last coming and going of a person right."""
        last = replace(person.intervals[-1], start=start, end=end)
        self.change(
            replace(person, intervals=(*person.intervals[:-1], last)),
            say("Times of {person} kept", person=person.shown),
        )

    def deputise(self, person: Attendee, for_name: str) -> None:
        """Record for whom a person stands in; nobody takes it back."""
        names = (for_name,) if for_name else ()
        words = (
            say("{person} is deputy for {for_name}", person=person.shown, for_name=for_name)
            if for_name
            else say("{person} is nobody's deputy", person=person.shown)
        )
        self._write(attendance.set_deputy, person.id, names, undo=words)

    def preside(self, person: Attendee) -> None:
        """Record who is in the chair."""
        self._write(attendance.set_chair, person.id, undo=say("{person} is in the chair", person=person.shown))

    def regroup(self, person: Attendee) -> None:
        """Move a person to the next group."""
        moved = replace(person, group=AFTER[person.group], group_label=None)
        self.change(moved, f"{person.shown}: {moved.group.words.lower()}")

    def change(self, person: Attendee, words: str) -> None:
        """Store a person's changed row."""
        self._write(attendance.change_attendee, person, undo=words)

    def remove(self, person: Attendee) -> None:
        """Take a person off the list, unless the roster put them there."""
        if person.person_id is not None and person.group is Group.MEMBER:
            self.session.context.messages.say(
                say("{person} serves on the body: mark with A, − or U instead", person=person.shown)
            )
        else:
            words = say("{person} taken off the list", person=person.shown)
            write_once = self.session.context.operations.write_once
            write_once(attendance.remove_attendee, person.id, once=person.id, undo=words, then=self._count_aloud)

    def add(
        self,
        words: str,
        *,
        beside: Attendee | None,
        came: Callable[[Attendee], None],
        failed: Callable[[BaseException], None],
    ) -> bool:
        """Add somebody who came: a name, and an organisation after a comma; beside an observer goes an observer.

        False for no name: nobody comes of it.
        """
        name, _, organisation = (part.strip() for part in words.partition(","))
        meeting = self.session.meeting
        if meeting is None or not name:
            return False
        observer = beside is not None and beside.group is Group.OBSERVER
        self.session.context.operations.write(
            attendance.walk_in,
            meeting.id,
            name,
            organisation=organisation or None,
            group=Group.OBSERVER if observer else Group.IN_ATTENDANCE,
            at=self.minute() if self.session.live else None,
            undo=say("{name} added", name=name),
            then=came,
            failed=failed,
        )
        return True

    def minute(self) -> time:
        """Return the time to stamp."""
        return self.session.now().time().replace(second=0, microsecond=0)

    def _moved(self, person: Attendee, word: str, at: time) -> str:
        number = self.session.number_now()
        return say("{person} {word} at {time}", person=person.shown, word=word, time=clock(at)) + (
            say(", item {number}", number=number) if number else ""
        )

    def _write(self, verb: Stamp, *args: object, undo: str) -> None:
        self.session.context.operations.write(verb, *args, undo=undo, then=self._count_aloud)

    def _count_aloud(self, _value: object) -> None:
        self.session.when_refreshed(self._say_count)

    def _say_count(self) -> None:
        self.session.context.messages.announce(
            say("Members: {present}", present=members_words(count(self.session.attendees)))
        )
