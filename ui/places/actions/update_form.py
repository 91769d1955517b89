"""The form that takes an update on an action: how far it is, what its owner says, and a deadline that moved."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal

from ui.panels.record_form import RecordForm
from ui.places.actions.rows import action_words
from ui.places.actions.verbs import Update
from ui.theme import Theme
from ui.widgets.fields import DropField, Field, LineField, TextField
from ui.widgets.labels import Label
from wibdesk.domain.action_history import state_words
from wibdesk.domain.actions import LogAction
from wibdesk.domain.dates import long_date
from wibdesk.domain.deadlines import Due, DueKind, read_due
from wibdesk.domain.entries import Progress
from wibdesk.language import say

STATUSES = [(status.value, state_words(status)) for status in Progress]


class UpdateForm(RecordForm):
    """`updated` carries an Update; what was typed is still there when the form is opened again for the same action."""

    updated = Signal(object)

    def __init__(self, theme: Theme, today: Callable[[], date]) -> None:
        super().__init__(theme, say("Update"), say("Record the update"), cancel=say("Back to the list"))
        self.today, self.action, self.meetings = today, None, ()
        self.about = Label(theme, "", "body", "muted", wrap=True)
        self.add_widget(self.about)
        self.status, self.note, self.due = DropField(theme, STATUSES), TextField(theme, lines=3), LineField(theme)
        self.add(say("How far it is"), self.status)
        self.add(say("What its owner says"), self.note, say("Stands in the log below the action."))
        self.due_field = self.add(say("Due"), self.due)
        self.due.textChanged.connect(self._read_out)
        self.saved.connect(self._record)

    action: LogAction | None
    meetings: Sequence[date]

    def show_action(self, action: LogAction) -> None:
        """Show an action; words typed for it before and not recorded stay."""
        if self.action is not None and self.action.action.id == action.action.id and not self.fresh:
            return
        self.action, self.meetings, self.fresh = action, (), False
        self.set_heading(
            say("Update on {ref}", ref=action.action.ref) if action.action.ref else say("Update on this action")
        )
        self.about.setText(action_words(action))
        self.status.choose(action.action.status.value)
        self.note.clear()
        self.due.setText(action.action.due.words)
        self.clear_trouble()
        self._read_out()

    def set_meetings(self, days: Sequence[date]) -> None:
        """Know the days on which the body meets, so that “next meeting” can be read."""
        self.meetings = days
        self._read_out()

    def start_on(self, field: str) -> None:
        """Give the keyboard to the note, or to the deadline with its words ready to be typed over."""
        widget = self.due if field == "due" else self.note
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if widget is self.due:
            self.due.selectAll()

    def read_due(self) -> Due:
        """Return the deadline as typed; untouched words give the very deadline that was there."""
        assert self.action is not None
        before, words = self.action.action.due, self.due.text().strip()
        if words == before.words.strip():
            return before
        return read_due(words, on=self.today(), meetings=self.meetings)

    def faults(self) -> Iterable[tuple[Field, str]]:
        """Return nothing: a deadline that is no date is kept as typed."""
        return ()

    def _read_out(self) -> None:
        if self.action is None:
            return
        due = self.read_due()
        self.due_field.help = due_help(due)
        self.due_field.set_trouble()

    def _record(self) -> None:
        if self.action is None:
            return
        record = self.action.action
        status, note = Progress(self.status.chosen()), " ".join(self.note.toPlainText().split())
        self.fresh = True
        self.updated.emit(Update(record.id, status, note, record.owners, self.read_due()))


def due_help(due: Due) -> str:
    """Return in words how a deadline was read."""
    if due.kind is DueKind.NONE:
        return (
            say("No day is read in “{as_written}”, it is kept as typed.", as_written=due.as_written)
            if due.as_written
            else say("No date.")
        )
    if due.kind is DueKind.MEETING:
        return (
            say("The meeting of {date}.", date=long_date(due.date))
            if due.date
            else say("A meeting that is not dated yet.")
        )
    if due.kind is DueKind.DATE and due.date:
        return f"{long_date(due.date)}."
    return due.words
