"""The last minutes and the form of their correction: side by side, or one at a time where there is little room."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.commands import Command
from ui.places.room.previous.form import CorrectionForm
from ui.places.room.previous.lines import LastMinutes
from ui.widgets.labels import row
from ui.widgets.pane import Pane
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.commands import Commands
    from ui.theme import Theme
    from wibdesk.services.previous_minutes import MinuteLine, PreviousMinutes

WHERE = later("last minutes")
REASON = Qt.FocusReason.OtherFocusReason


class CorrectionView(Pane):
    """`left` when the sentence is wanted again; what the form says is told by `form.changed`."""

    left = Signal()

    def __init__(self, theme: "Theme", commands: "Commands", people: Callable[[], Sequence[str]]) -> None:
        super().__init__(theme, "sheet")
        self.beside = True
        self.lines = LastMinutes(theme)
        self.form = CorrectionForm(theme, people, self)
        self.setLayout(row(theme, (self.lines, 1), self.form, spacing=0))
        self.lines.chosen.connect(self._chosen)
        self.lines.opened.connect(self._opened)
        self.form.left.connect(self.left)
        self.form.lines_wished.connect(self.to_lines)
        commands.add(
            self.lines.list,
            Command(
                "previous.other", say("Correct what no line says"), ("N",), WHERE, self.correct_other, listed=False
            ),
        )
        commands.add(self, Command("previous.back", say("Back to the sentence"), ("Esc",), WHERE, self.left.emit,
                                   listed=False))  # fmt: skip

    def show_minutes(self, day: str, found: "PreviousMinutes") -> None:
        """Show the minutes of that day, the keyboard on the line chosen."""
        self.lines.show_lines(day, found)
        self.form.fill(self.lines.here())
        self.to_lines()

    def set_size(self, size: str) -> None:
        """Take the form of a layout."""
        self.beside = size != "single"
        self.lines.delegate.narrow = size in ("single", "compact")
        self.form.set_beside(self.beside)
        self.lines.list.restyle()
        self._share(self.form.isAncestorOf(self.window().focusWidget() or self))

    def to_lines(self) -> None:
        """Give the keyboard to the lines."""
        self._share(False)
        self.lines.stop().setFocus(REASON)

    def correct_other(self) -> None:
        """Begin a correction of what no line says."""
        self.form.fill(None)
        self._to_form()

    def panels(self) -> list[QWidget]:
        """Return what F6 goes round."""
        return [self.lines.stop(), self.form.now]

    def _chosen(self, line: "MinuteLine | None") -> None:
        if line is not None:
            self.form.fill(line)

    def _opened(self, line: "MinuteLine | None") -> None:
        if line is not None and self.form.chosen_words != line.words:
            self.form.fill(line)
        self._to_form()

    def _to_form(self) -> None:
        self._share(True)
        self.form.start()

    def _share(self, form: bool) -> None:
        """Show both, or the one with the keyboard where there is room for one only."""
        self.form.setVisible(self.beside or form)
        self.lines.setVisible(self.beside or not form)
