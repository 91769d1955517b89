"""What the editor is told of the meeting round the item: whom to offer as owners, and the days deadlines lean on."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from ui.editor.surroundings import Surroundings
from ui.places.room.movements import Movements
from wibdesk.changes import MEETINGS, Changes
from wibdesk.domain.attendance import Attendee, Status
from wibdesk.domain.known_names import is_known, known_names
from wibdesk.domain.people import Person
from wibdesk.language import say
from wibdesk.services import actions
from wibdesk.shorthand.knowing import known_of
from wibdesk.shorthand.known import Known

if TYPE_CHECKING:
    from ui.context import Context
    from ui.editor.minute_editor import MinuteEditor
    from ui.places.room.session import RoomSession


class SurroundingsKept:
    """Hands the editor its surroundings anew whenever the meeting or the item changes.

    `known` is what typed lines are read by: gathered when first asked for after a change, and kept until the next.
    """

    def __init__(self, context: "Context", session: "RoomSession", editor: "MinuteEditor") -> None:
        self.context, self.session, self.editor = context, session, editor
        self.meeting_id = ""
        self.scheduled: tuple[date, ...] = ()
        self.movements = Movements(session, editor)
        self.shown: Callable[[str], str] = str  # writes a name as the house has it in running text
        self._known: tuple[tuple[object, ...], Known] | None = None
        self._strange: tuple[tuple[object, ...], Callable[[str], bool]] | None = None
        context.events.changed.connect(self._heard)

    def refresh(self) -> None:
        """Tell the editor how the meeting stands now."""
        meeting, item = self.session.meeting, self.session.item
        self._known = None
        if meeting is None:
            return
        if meeting.id != self.meeting_id:
            self.meeting_id, self.scheduled = meeting.id, ()
            self._read_days()
        self.editor.surroundings = Surroundings(
            people=self._people,
            stranger=self._stranger(),
            meeting_day=meeting.details.date,
            today=self.session.now().date(),
            scheduled=self.scheduled,
            item=say("item {number}", number=self.session.number_of(item)) if item is not None else "",
            known=self.known,
            move=self.movements.record,
            refusal=self.movements.refusal,
        )

    def known(self) -> Known:
        """Return the meeting as a line of shorthand is read in it now."""
        session, meeting = self.session, self.session.meeting
        now = session.now().replace(second=0, microsecond=0)
        if meeting is None:
            return Known(on=now.date())
        # Who was named last counts as likelier, so entries that are added count as a change; letters do not.
        said = len(session.item.entries) if session.item is not None else 0
        made_of = (session.attendees, session.roster, self.scheduled, session.item_id, said, now, self.shown)
        if self._known is None or self._known[0] != made_of:
            days, item_id = self.scheduled, session.item_id or ""
            fresh = known_of(meeting, session.roster, days, item_id, now.time(), self.shown, today=now.date())
            self._known = made_of, fresh
        return self._known[1]

    def _stranger(self) -> Callable[[str], bool]:
        """Return what says whether a name is nobody of the meeting, its roles, organisations and groups."""
        made_of = self.session.attendees, self.session.roster
        if self._strange is None or self._strange[0] != made_of:
            people = known_names(*made_of)
            self._strange = made_of, lambda name: bool(people) and not is_known(name, people)
        return self._strange[1]

    def _heard(self, changes: Changes) -> None:
        if changes.touches(MEETINGS):
            self._read_days()

    def _read_days(self) -> None:
        if self.meeting_id:
            self.context.operations.read(actions.due_dates, self.meeting_id, then=self._got)

    def _got(self, days: tuple[date, ...]) -> None:
        if days != self.scheduled:
            self.scheduled = days
            self.refresh()

    def _people(self) -> Sequence[str]:
        return owners_offered(self.session.attendees, self.session.roster)


GROUPS = ("All members", "Board members", "All present", "All partners")
"""Owners that are no one person."""


def owners_offered(attendees: Sequence[Attendee], roster: Sequence[Person]) -> list[str]:
    """Return who may own an action: who is present first, then the list, the roster, and the organisations."""
    present = [a.name for a in attendees if a.name and a.status is Status.PRESENT]
    listed = [a.name for a in attendees if a.name]
    known = [p.prints_as for p in roster]
    everybody: list[Attendee | Person] = [*attendees, *roster]
    organisations = [x.organisation for x in everybody if x.organisation]
    roles = [x.role for x in everybody if x.role]
    return list(dict.fromkeys([*present, *listed, *known, *organisations, *roles, *GROUPS]))
