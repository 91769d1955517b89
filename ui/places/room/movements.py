"""Comings and goings typed as a line: recorded in the attendance, taken back and done again together with the line."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from ui.places.room.rows import members_words
from wibdesk.domain.attendance import Attendee, Status, count
from wibdesk.domain.dates import clock
from wibdesk.domain.meetings import Stage
from wibdesk.language import later, say
from wibdesk.services import attendance

if TYPE_CHECKING:
    from ui.editor.minute_editor import MinuteEditor
    from ui.places.room.session import RoomSession
    from wibdesk.changes import Done
    from wibdesk.shorthand.reading import Movement

AWAY = {Status.APOLOGIES: later("sent apologies"), Status.ABSENT: later("is marked as not here")}


class Movements:
    """Records what the lines of an editor say of who came and went, and tells why one of them stays words."""

    def __init__(self, session: "RoomSession", editor: "MinuteEditor") -> None:
        self.session, self.editor = session, editor
        editor.shorthand.kept.connect(session.context.messages.say)

    def record(self, movement: "Movement", refused: Callable[[], None]) -> "Moved":
        """Record a coming or going."""
        moved = Moved(self.session, self.editor, movement, refused)
        moved.redo()
        return moved

    def refusal(self, movement: "Movement") -> str:
        """Return why a coming or going cannot be recorded now, nothing where it can."""
        person = person_of(movement, self.session.attendees)
        why = _cannot_come(person) if movement.joined else _cannot_leave(person, movement.name)
        return why or self._no_time(movement)

    def _no_time(self, movement: "Movement") -> str:
        stage = self.session.stage
        if stage is Stage.PLANNED and not movement.joined and movement.at is None:
            return say("The meeting has not started, so nobody can leave it yet. Start it with F5.")
        if stage is Stage.CLOSED and movement.at is None:
            return say("The meeting is closed, so the time is not now. Type it in the line, as 10:41.")
        return ""


def _cannot_come(person: Attendee | None) -> str:
    if person is not None and person.intervals and person.intervals[-1].end is None:
        return say("{person} is in the room already. Record first with /out when they left.", person=person.shown)
    return ""


def _cannot_leave(person: Attendee | None, name: str) -> str:
    if person is None:
        return say("{name} is not on the attendance list, so cannot leave. Add them first with /in.", name=name)
    if person.has_left:
        return say("{name} has left already. Record first with /in when they came back.", name=name)
    if person.status in AWAY:
        return say(
            "{name} {away}, so cannot leave. Record first with /in when they came.",
            name=name,
            away=say(AWAY[person.status]),
        )
    return ""


class Moved:
    """One coming or going; it belongs to a step of the sentence, which takes it back and does it again."""

    def __init__(
        self, session: "RoomSession", editor: "MinuteEditor", movement: "Movement", refused: Callable[[], None]
    ) -> None:
        self.session, self.editor, self.movement, self.refused = session, editor, movement, refused
        self.before = person_of(movement, session.attendees)
        self.after: Attendee | None = None
        self.wanted = self.busy = False
        self.number = session.number_now()
        now = session.now().time().replace(second=0, microsecond=0)
        # Before the start people are present, or come at the time that was typed.
        self.at = movement.at or (None if session.stage is Stage.PLANNED else now)

    @property
    def words(self) -> str:
        """What was done, in words: `Dr L Whitcombe joined at 09:58, item 3`."""
        name = self.before.shown if self.before is not None else self.movement.name
        if self.at is None:
            return say("{name}: present", name=name)
        words = (
            say("{name} joined at {time}", name=name, time=clock(self.at))
            if self.movement.joined
            else say("{name} left at {time}", name=name, time=clock(self.at))
        )
        return say("{words}, item {number}", words=words, number=self.number) if self.number else words

    def redo(self) -> None:
        """Record it, as soon as what is under way is done."""
        self.wanted = True
        self._go_on()

    def undo(self) -> None:
        """Take it back, as soon as what is under way is done."""
        self.wanted = False
        self._go_on()

    def take_back(self) -> None:
        """Take it back with its line, or alone where more was typed since."""
        if self.editor.history.carries(self):
            self.editor.undo()
        else:
            self.undo()

    def _go_on(self) -> None:
        if self.busy or self.wanted is (self.after is not None):
            return
        self.busy = True
        if self.wanted:
            self._record()
        elif self.after is not None and self.before is not None:
            back = replace(self.after, status=self.before.status, intervals=self.before.intervals)
            self._write(attendance.change_attendee, back, self.after, then=self._taken_back)
        elif self.after is not None:
            self._write(attendance.remove_attendee, self.after.id, then=self._taken_back)

    def _record(self) -> None:
        meeting, person = self.session.meeting, self.before
        if person is None:
            meeting_id = meeting.id if meeting is not None else ""
            came = partial(attendance.walk_in, at=self.at, organisation=self.movement.organisation or None)
            self._write(came, meeting_id, self.movement.name, then=self._recorded, undo=self.words)
        elif self.at is None:
            self._write(attendance.set_status, person.id, Status.PRESENT, then=self._recorded, undo=self.words)
        else:
            verb = attendance.arrive if self.movement.joined else attendance.depart
            self._write(verb, person.id, self.at, self.number, then=self._recorded, undo=self.words)

    def _write(
        self, verb: Callable[..., Any], *args: object, then: Callable[[Attendee], None], undo: str | None = None
    ) -> None:
        context = self.session.context

        def done(result: "Done[Attendee]") -> None:
            context.events.changed.emit(result.changes)
            then(result.value)

        # Not through `Operations.write`: the toast has to take the line back too.
        context.tasks.then(context.desk.write(verb, *args, undo=undo), done, self._failed)

    def _recorded(self, person: Attendee) -> None:
        self.busy, self.after = False, person
        if self.wanted:
            self._say(self.words, self.take_back)
        self._go_on()

    def _taken_back(self, person: Attendee) -> None:
        self.busy, self.after = False, None
        self.before = person if self.before is not None else None
        if not self.wanted:
            self._say(say("Taken back: {words}", words=self.words), None)
        self._go_on()

    def _failed(self, error: BaseException) -> None:
        self.busy = False
        self.session.context.messages.tell(error)
        if self.wanted:
            self.wanted = False
            self.refused()
        self.after = None  # what cannot be taken back from here is the attendance list's own affair now

    def _say(self, words: str, undo: Callable[[], None] | None) -> None:
        self.session.context.messages.say(words, undo)
        self.session.when_refreshed(self._say_count)

    def _say_count(self) -> None:
        self.session.context.messages.announce(
            say("Members: {present}", present=members_words(count(self.session.attendees)))
        )


def person_of(movement: "Movement", attendees: tuple[Attendee, ...]) -> Attendee | None:
    """Return the row of the attendance list that a movement means, None for somebody who is not on it."""
    name = movement.name.casefold()
    return next(
        (a for a in attendees if a.id == movement.attendee_id or (a.name or "").casefold() == name),
        None,
    )
