"""Actions carried forward from earlier meetings, gone through with one key on each while the meeting sits."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.places.room.action_list import ActionDelegate, carried_rows
from ui.places.room.carried_review import CarriedReview
from ui.places.room.facts import PanelHead
from ui.places.room.picker import Picker
from ui.places.room.quiet_list import QuietList
from ui.theme import Theme
from ui.widgets.empty import Empty
from ui.widgets.key_bar import Keys
from ui.widgets.labels import Label, column, hold, row
from ui.widgets.pane import Rule
from wibdesk.domain.actions import LogAction, is_overdue
from wibdesk.language import say
from wibdesk.services import actions

if TYPE_CHECKING:
    from ui.places.room.session import RoomSession


MOST_LINES = 3  # of the words of an action; the rest is elided, for the list is to be gone through


class CarriedPanel(QWidget):
    """The list of what came over; an action that was finished here stays in sight until the meeting is left."""

    figures_changed = Signal()

    def __init__(self, theme: Theme, session: "RoomSession") -> None:
        super().__init__()
        self.session = session
        self.meeting_id = ""
        self.log: dict[str, LogAction] = {}
        self.scheduled: tuple[date, ...] = ()
        self.review = CarriedReview(self)
        self.list = QuietList(theme, ActionDelegate(theme, most=MOST_LINES), say("Actions carried forward"))
        self.picker = Picker(theme, say("Nothing to choose"))
        self.empty = Empty(
            theme, say("Nothing is carried forward"), say("No action of an earlier meeting is unfinished.")
        )
        self.into = Label(theme, "", "caption", "muted", wrap=True)
        pairs = [("D", say("done")), ("C", say("carry")), ("K", say("closed"))]
        head = PanelHead(theme, say("Carried forward"), "Ctrl J")
        keys = row(theme, Keys(theme, pairs, "caption"), None)
        under = hold(column(theme, self.into, keys, spacing=4, margins=(16, 4, 8, 4)))
        foot = self.foot = hold(column(theme, Rule(theme), under, spacing=0))
        self.setLayout(column(theme, head, self.empty, (self.list, 1), self.picker, foot, spacing=0))
        self.picker.closed.connect(self.list.setFocus)
        session.context.commands.add(self.list, *self.review.commands())
        session.item_changed.connect(self.review.show_into)
        session.refreshed.connect(self.review.show_into)

    def unfinished(self) -> list[LogAction]:
        """Return what still wants doing."""
        return [entry for entry in self.log.values() if entry.action.status.unfinished]

    def overdue(self) -> int:
        """Return how many of those are overdue on the day of the meeting, or today where it has none."""
        return sum(is_overdue(entry.action, self.day()) for entry in self.unfinished())

    def read(self) -> None:
        """Read what is carried into the meeting of the room."""
        meeting = self.session.meeting
        if meeting is None or meeting.id != self.meeting_id:
            self.meeting_id, self.log = meeting.id if meeting else "", {}
            self._show()
        if meeting is not None:
            operations = self.session.context.operations
            operations.read(actions.due_dates, meeting.id, then=self._got_days)
            operations.read(actions.carried_into, meeting.id, then=self._got)

    def stops(self) -> list[QWidget]:
        """Return what F6 reaches here."""
        return [self.list]

    def chosen(self) -> LogAction | None:
        """Return the action on the row that has the keyboard."""
        chosen = self.list.current_row()
        return self.log.get(chosen.row_id) if chosen is not None else None

    def _got_days(self, days: tuple[date, ...]) -> None:
        self.scheduled = days

    def _got(self, found: tuple[LogAction, ...]) -> None:
        # What was done here stays in the list; what is still open in it but no longer carried was done elsewhere.
        # Each keeps its row, whatever was done with it: whoever goes down the list must not come on one twice.
        fresh = {entry.action.id: entry for entry in found}
        stays = (key for key, entry in self.log.items() if key in fresh or not entry.action.status.unfinished)
        self.log = {**{key: self.log[key] for key in stays}, **fresh}
        self._show()

    def take_in(self, entry: LogAction) -> None:
        """Show an action as it is now."""
        self.log[entry.action.id] = entry
        self._show()

    def _show(self) -> None:
        rows = carried_rows(self.log.values(), self.day())
        self.list.set_rows(rows)
        self.empty.setVisible(not rows)
        self.review.show_into()
        self.figures_changed.emit()

    def day(self) -> date:
        """Return the day of the meeting, or today where it has none."""
        meeting = self.session.meeting
        return (meeting.details.date if meeting else None) or self.session.now().date()
