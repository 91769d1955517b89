"""Actions carried forward from earlier meetings, worked through with one key on each while the meeting sits."""

from datetime import UTC, date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.commands import Command
from ui.lists import Row
from ui.places.room.action_list import ActionDelegate, carried_rows
from ui.places.room.facts import PanelHead
from ui.places.room.picker import Ask, Picker
from ui.places.room.quiet_list import QuietList
from ui.theme import Theme
from ui.widgets.empty import Empty
from ui.widgets.key_bar import Keys
from ui.widgets.labels import column, hold, row
from wibdesk.domain.actions import LogAction, is_overdue
from wibdesk.domain.entries import Progress
from wibdesk.services import actions

if TYPE_CHECKING:
    from ui.places.room.session import RoomSession

KEYS = {
    "D": (Progress.DONE, "Done, its owner says"),
    "I": (Progress.IN_PROGRESS, "In progress"),
    "K": (Progress.CLOSED, "Closed by the board"),
    "O": (Progress.OPEN, "Open again"),
}


class CarriedPanel(QWidget):
    """The list of what came over; an action that was finished here stays in sight until the meeting is left."""

    figures_changed = Signal()

    def __init__(self, theme: Theme, session: "RoomSession") -> None:
        super().__init__()
        self.session = session
        self.meeting_id = ""
        self.log: dict[str, LogAction] = {}
        self.list = QuietList(theme, ActionDelegate(theme), "Actions carried forward")
        self.picker = Picker(theme, "Nothing to choose")
        self.empty = Empty(theme, "Nothing is carried forward", "No action of an earlier meeting is unfinished.")
        keys = Keys(theme, [("D", "done"), ("K", "closed"), ("U", "note")], "caption")
        head = PanelHead(theme, "Carried forward", "Ctrl J")
        foot = hold(row(theme, keys, None, margins=(16, 4, 8, 4)))
        self.setLayout(column(theme, head, self.empty, (self.list, 1), self.picker, foot, spacing=0))
        self.picker.closed.connect(self.list.setFocus)
        session.context.commands.add(self.list, *self._commands())

    def unfinished(self) -> list[LogAction]:
        """Return what still wants doing."""
        return [entry for entry in self.log.values() if entry.action.status.unfinished]

    def overdue(self) -> int:
        """Return how many of those are overdue on the day of the meeting, or today where it has none."""
        return sum(is_overdue(entry.action, self._day()) for entry in self.unfinished())

    def read(self) -> None:
        """Read what is carried into the meeting of the room."""
        meeting = self.session.meeting
        if meeting is None or meeting.id != self.meeting_id:
            self.meeting_id, self.log = meeting.id if meeting else "", {}
            self._show()
        if meeting is not None:
            self.session.context.operations.read(actions.carried_into, meeting.id, then=self._got)

    def stops(self) -> list[QWidget]:
        """Return what F6 reaches here."""
        return [self.list]

    def mark(self, status: Progress, note: str = "") -> None:
        """Record how far the chosen action is."""
        entry = self._chosen()
        if entry is not None:
            words = f"Action {entry.action.ref or ''}: {status.words.lower()}".replace(" :", ":")
            at = self.session.now().astimezone(UTC)
            operations = self.session.context.operations
            operations.write(actions.set_progress, entry.action.id, status, note, at=at, undo=words, then=self._changed)

    def ask_note(self) -> None:
        """Ask for words about how the chosen action goes; its status stays."""
        entry = self._chosen()
        if entry is None:
            return
        caption = f"Update on {entry.action.ref or 'this action'}"

        def take(words: str, _row: Row | None) -> None:
            if words:
                self.mark(entry.action.status, words)

        self.picker.ask(Ask(caption, "What its owner reports", take))

    def _chosen(self) -> LogAction | None:
        chosen = self.list.current_row()
        return self.log.get(chosen.row_id) if chosen is not None else None

    def _got(self, found: tuple[LogAction, ...]) -> None:
        fresh = {entry.action.id: entry for entry in found}
        self.log = {**self.log, **fresh}
        self._show()

    def _changed(self, entry: LogAction) -> None:
        self.log[entry.action.id] = entry
        self._show()

    def _show(self) -> None:
        rows = carried_rows(self.log.values(), self._day())
        self.list.set_rows(rows)
        self.empty.setVisible(not rows)
        self.figures_changed.emit()

    def _day(self) -> date:
        meeting = self.session.meeting
        return (meeting.details.date if meeting else None) or self.session.now().date()

    def _commands(self) -> list[Command]:
        where = "carried forward"
        made = [self._mark(key, status, words) for key, (status, words) in KEYS.items()]
        return [*made, Command("carried.note", "Note how it goes", ("U",), where, self.ask_note, listed=False)]

    def _mark(self, key: str, status: Progress, words: str) -> Command:
        return Command(f"carried.{status}", words, (key,), "carried forward", lambda: self.mark(status), listed=False)
