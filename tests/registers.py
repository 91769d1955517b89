"""A clerk at a register for the tests of what a clerk does: real files, the real desk."""

from datetime import date, datetime, time
from pathlib import Path

from wibdesk.changes import Changes
from wibdesk.desk import Desk
from wibdesk.domain.agenda import Item
from wibdesk.domain.bodies import Body
from wibdesk.domain.entries import Entry
from wibdesk.domain.meetings import Meeting
from wibdesk.services import agenda, bodies, meetings, minutes

WAIT = 60
"""Seconds after which a test gives up on the desk."""
NOW = datetime(2026, 9, 1, 9, 30)


class Clerk:
    """Runs verbs one after the other and hands their values out."""

    def __init__(self, register: Path, **more) -> None:
        self.register = register
        self.changes = Changes()
        self.time = NOW
        self.desk = Desk(register, now=lambda: self.time, **more)
        self.desk.opened.result(WAIT)

    def do(self, verb, *args, undo: str | None = None, **kwargs):
        """Write, and return what the verb returns."""
        done = self.desk.write(verb, *args, undo=undo, **kwargs).result(WAIT)
        self.changes = done.changes
        return done.value

    def ask(self, verb, *args, **kwargs):
        """Read."""
        return self.desk.read(verb, *args, **kwargs).result(WAIT)

    def undo(self) -> str:
        """Take the last step back and return its words."""
        return self.desk.undo().result(WAIT).words

    def redo(self) -> str:
        """Do the last undone step again and return its words."""
        return self.desk.redo().result(WAIT).words

    def restart(self) -> None:
        """Close the desk and open another on the same register."""
        self.desk.close()
        self.desk = Desk(self.register, now=lambda: self.time)
        self.desk.opened.result(WAIT)

    def body(self, name: str = "Norbury Board", **more) -> Body:
        """Set up a body."""
        return self.do(bodies.add_body, name, **more)

    def meeting(self, body: Body | None = None, day: date | None = date(2026, 9, 1), **more) -> Meeting:
        """Make a meeting, of a new body if none is named."""
        body = body or self.body()
        return self.do(meetings.new_meeting, body.id, date=day, **more)

    def item(self, meeting: Meeting, title: str = "Front door", **more) -> Item:
        """Put an item on the agenda."""
        return self.do(agenda.add_item, meeting.id, Item(title, **more))

    def write(self, item: Item, *entries: Entry) -> tuple[Entry, ...]:
        """Save the entries of an item."""
        return self.do(minutes.save_entries, item.id, entries).entries

    def whole(self, meeting: Meeting) -> Meeting:
        """Return a meeting as it is stored."""
        return self.ask(meetings.meeting, meeting.id)


def clock(hour: int, minute: int = 0) -> time:
    """Return a time of day."""
    return time(hour, minute)
