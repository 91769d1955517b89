"""Forms beside a list: a new record keeps its draft when it is closed, a changed one is kept when it is left."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme import Theme
from ui.widgets.choice import Choice, Tick
from ui.widgets.fields import DropField, Field, TextField
from ui.widgets.form import Form
from ui.widgets.labels import Label, hold, row
from wibdesk.language import say

Spec = tuple[str, QWidget]


class RecordForm(Form):
    """A form that says at the field what cannot be read, and saves only what can."""

    def __init__(self, theme: Theme, heading: str, save: str, *, cancel: str) -> None:
        super().__init__(theme, heading, save or say("Keep the changes"), cancel=cancel)
        self.fresh = True  # nothing typed that is not saved
        self.remark = Label(theme, "", "small", "warn", wrap=True)
        self.remark.hide()
        self.body.addWidget(self.remark)

    def add(self, caption: str, widget: QWidget, note: str = "") -> Field:
        """Add a field below the others; its help is said once it stands in the form, never in a window of its own."""
        made = super().add(caption, widget)
        made.help = note
        made.set_trouble()
        return made

    def add_pair(self, *specs: Spec) -> list[Field]:
        """Add fields side by side and return them."""
        made = [self.add(caption, widget) for caption, widget in specs]
        for one in made:
            self.body.removeWidget(one)
        line = row(self.theme, *((one, 1) for one in made), spacing=10)
        for one in made:
            line.setAlignment(one, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(hold(line))
        return made

    def faults(self) -> Iterable[tuple[Field, str]]:
        """Return what is wrong, field by field; empty words are no fault. Subclasses do."""
        return ()

    def sound(self) -> bool:
        """Say at each field what is wrong with it, go to the first, and return whether nothing is."""
        self.clear_trouble()
        wrong = [(made, words) for made, words in self.faults() if words]
        for made, words in wrong:
            made.set_trouble(words)
        if wrong:
            wrong[0][0].widget.setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong

    def say(self, words: str) -> None:
        """Remark on the whole form, or on nothing."""
        self.remark.setText(words)
        self.remark.setVisible(bool(words))

    def words(self) -> tuple[str, ...]:
        """Return what stands in the fields, to tell whether something was changed."""
        return tuple(_words(made.widget) for made in self.fields)


class EditForm(RecordForm):
    """A record that is there already: `kept` carries it changed, `closed` tells that the form may go.

    Esc keeps what was changed too. What cannot be read is pointed out first; a second Esc puts back what was there.
    """

    kept = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, heading: str, save: str = "") -> None:
        super().__init__(theme, heading, save or say("Keep the changes"), cancel=say("Back to the list"))
        self.record: Any = None
        self.before: tuple[str, ...] = ()
        self.refused = False
        self.saved.connect(self._keep)
        self.cancelled.connect(self._close)

    def show_record(self, record: Any) -> None:
        """Show a record in the fields."""
        self.record, self.refused = record, False
        self.say("")
        self.fill(record)
        self.clear_trouble()
        self.before = self.words()

    def fill(self, record: Any) -> None:
        """Put the record's values into the fields; subclasses do."""
        raise NotImplementedError

    def read(self) -> Any:
        """Return the record as the fields have it; only asked when the form is sound. Subclasses do."""
        raise NotImplementedError

    def is_changed(self) -> bool:
        """Say whether something differs from what was shown."""
        return self.record is not None and self.words() != self.before

    def settle(self) -> bool:
        """Keep what was changed; return False where something cannot be read."""
        if not self.is_changed():
            return True
        if not self.sound():
            return False
        record, self.before = self.read(), self.words()
        self.record = record
        self.kept.emit(record)
        return True

    def _keep(self) -> None:
        if self.settle():
            self.closed.emit()

    def _close(self) -> None:
        if self.settle():
            self.closed.emit()
        elif self.refused:
            self.show_record(self.record)
            self.closed.emit()
        else:
            self.refused = True
            self.say(say("Esc again puts back what was there before."))


def _words(widget: QWidget) -> str:
    if isinstance(widget, QLineEdit):
        return widget.text()
    if isinstance(widget, (DropField, Choice)):
        return widget.chosen()
    if isinstance(widget, Tick):
        return str(widget.isChecked())
    return widget.toPlainText() if isinstance(widget, TextField) else ""
