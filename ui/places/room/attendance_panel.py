"""The panel of who is there: the list, the keys of its rows, and the line that asks what a key cannot say."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.commands import Command
from ui.places.room.attendance_acts import AttendanceActs
from ui.places.room.attendance_asks import AttendanceAsks
from ui.places.room.attendance_list import AttendanceDelegate
from ui.places.room.facts import PanelHead
from ui.places.room.newcomers import Newcomer, Newcomers
from ui.places.room.picker import Picker
from ui.places.room.quiet_list import QuietList
from ui.places.room.rows import STATUS_WORDS, person_rows
from ui.theme import Theme
from ui.widgets.empty import Empty
from ui.widgets.labels import column
from wibdesk.domain.attendance import Attendee, Status
from wibdesk.domain.meetings import Stage
from wibdesk.language import say

if TYPE_CHECKING:
    from ui.places.room.session import RoomSession

WHERE = "attendance"


class AttendancePanel(QWidget):
    """Shows who is on the list of the session's meeting; one key on a row does what is done most."""

    def __init__(self, theme: Theme, session: "RoomSession") -> None:
        super().__init__()
        self.theme, self.session = theme, session
        self.delegate = AttendanceDelegate(theme)
        self.list = QuietList(theme, self.delegate, say("Attendance"))
        self.picker = Picker(theme, say("Names that fit"), sides="tb")
        self.acts = AttendanceActs(session)
        self.asks = AttendanceAsks(session, self.acts, self.picker)
        self.empty = Empty(
            theme, say("Nobody is on the list"), say("Type the names of those who are here."), keys=[("N", say("add"))]
        )
        head = PanelHead(theme, say("Attendance"), "Ctrl E")
        self.setLayout(column(theme, head, self.empty, (self.list, 1), self.picker, spacing=0))
        self.newcomers = Newcomers()
        self.picker.closed.connect(self.list.setFocus)
        session.context.commands.add(self.list, *self._commands())

    def show_people(self) -> None:
        """Show the list as it stands now."""
        meeting = self.session.meeting
        people = self.session.attendees
        start, body = (meeting.details.start, meeting.body.name) if meeting else (None, "")
        self.list.set_rows(person_rows(people, start=start, body=body))
        self._welcome()
        self.empty.setVisible(self.session.changeable and not people)

    def set_compact(self, compact: bool) -> None:
        """Leave organisations away where there is little room."""
        self.delegate.compact = compact
        self.list.restyle()

    def chosen(self) -> Attendee | None:
        """Return the person whose row has the keyboard."""
        row = self.list.current_row()
        return next((a for a in self.session.attendees if row is not None and a.id == row.row_id), None)

    def ask_name(self) -> None:
        """Ask who else came."""
        self.asks.name(self._add)

    def _add(self, words: str) -> None:
        newcomer = Newcomer()

        def came(person: Attendee) -> None:
            newcomer.person_id = person.id
            self._welcome()

        def failed(error: BaseException) -> None:
            self.newcomers.drop(newcomer)
            self.session.context.messages.tell(error)

        if self.acts.add(words, beside=self.chosen(), came=came, failed=failed):
            self.newcomers.coming.append(newcomer)

    def _welcome(self) -> None:
        """Choose the row of whoever was added as soon as it is in the list, then do what was pressed meanwhile."""
        for person, held in self.newcomers.welcome(self.session.attendees):
            self.list.choose(person.id)
            for act in held:
                act(person)

    def _toggle(self, person: Attendee) -> None:
        here = person.status is Status.PRESENT and not person.has_left
        self.acts.mark(person, Status.UNKNOWN if here else Status.PRESENT)

    def _join(self, person: Attendee) -> None:
        if self.session.stage is Stage.PLANNED:
            self.acts.mark(person, Status.PRESENT)
        elif self.session.live:
            self.acts.arrived(person, self.acts.minute())
        else:
            self.asks.stamp(person, say("When did they join?"), self.acts.arrived)

    def _leave(self, person: Attendee) -> None:
        if self.session.stage is Stage.PLANNED:
            self.session.context.messages.say(say("The meeting has not started: nobody can leave it yet"))
        elif self.session.live:
            self.acts.left(person, self.acts.minute())
        else:
            self.asks.stamp(person, say("When did they leave?"), self.acts.left)

    def _commands(self) -> list[Command]:
        return [
            self._mark("P", Status.PRESENT),
            self._mark("A", Status.APOLOGIES),
            self._mark("−", Status.ABSENT),
            self._mark("U", Status.UNKNOWN),
            self._one("toggle", say("Present or not"), "Space", self._toggle),
            self._one("deputy", say("Deputy for whom"), "D", self.asks.deputy),
            self._one("joined", say("Joined now"), "J", self._join),
            self._one("left", say("Left now"), "L", self._leave),
            self._one("times", say("Put joined and left right"), "T", self.asks.times),
            self._one("chair", say("In the chair"), "C", self.acts.preside),
            Command("attendance.new", say("New person"), ("N",), WHERE, self.ask_name, when=self._may_change),
            self._one("details", say("Role, organisation, note"), "E", self.asks.role),
            self._one("group", say("To the next group"), "G", self.acts.regroup),
            self._one("remove", say("Take off the list"), "Del", self.acts.remove),
        ]

    def _mark(self, key: str, status: Status) -> Command:
        return self._one(str(status), say(STATUS_WORDS[status]).capitalize(), key, lambda p: self.acts.mark(p, status))

    def _one(self, name: str, words: str, key: str, act: Callable[[Attendee], None]) -> Command:
        def run() -> None:
            person = self.chosen()
            if not self.newcomers.hold(act) and person is not None:
                act(person)

        # A row's key needs its row in sight: the palette offers what makes sense from the sentence.
        return Command(f"attendance.{name}", words, (key,), WHERE, run, listed=False, when=self._may_change)

    def _may_change(self) -> bool:
        return self.session.changeable
