"""A plan from a file or the clipboard: read aside, shown before anything is stored, kept when the clerk says so."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication

from ui.places.plans.rows import reading_rows
from ui.tables import Column, Table
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.fields import LineField, field
from ui.widgets.form_foot import FormFoot
from ui.widgets.labels import Label, column, hold
from ui.widgets.pane import Pane, Scroll
from wibdesk.domain.plan_tree import steps
from wibdesk.language import later, say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from wibdesk.interchange.plan_reading import PlanReading

SUFFIXES = (".json", ".xlsx")
FILES = later("Plans (*.json *.xlsx)")
MOST_DOUBTS = 40
"""Doubts that are written out; the rest is counted."""


class ReadingPanel(Pane):
    """What was read of a plan: `taken` carries the plan and whether it replaces another; `cancelled` on Esc."""

    taken = Signal(object, bool)
    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "panel", "l")
        self.reading: PlanReading | None = None
        self.known: dict[tuple[str, str], str] = {}
        self.understood = Label(theme, "", "body", wrap=True)
        self.doubts = Label(theme, "", "small", "warn", wrap=True)
        self.title = LineField(theme)
        self.title_field = field(theme, say("Title of the plan"), self.title)
        self.table = Table(
            theme, (Column(later("Milestone")), Column(later("Due"), 236)), say("What was read"), edge=22
        )
        self.take_button = Button(theme, say("Store the plan"), "primary", key="Ctrl Enter")
        self.back_button = Button(theme, say("Leave it"), key="Esc")
        head = column(
            theme, Label(theme, say("Read, not stored yet"), "heading"), self.title_field, self.understood, spacing=8,
            margins=(22, 18, 22, 6),
        )  # fmt: skip
        doubts = column(theme, self.doubts, None, margins=(22, 4, 22, 4))
        said = Scroll(hold(column(theme, head, (doubts, 1), spacing=0)))
        foot = FormFoot(theme, self.take_button, self.back_button)
        self.setLayout(column(theme, (said, 1), (self.table, 1), foot, spacing=0))
        self.setAccessibleName(say("Plan that was read"))
        self.title.textChanged.connect(self._say_replaced)
        self.take_button.clicked.connect(self._take)
        self.back_button.clicked.connect(self.cancelled)

    def show_reading(self, reading: "PlanReading", known: dict[tuple[str, str], str]) -> None:
        """Show what was read; `known` are the references of the plans there are, by body and title."""
        self.reading, self.known = reading, known
        self.understood.setText(
            say("Understood: {reading}, for {body_name}.", reading=reading.words, body_name=reading.plan.body_name)
        )
        some = list(reading.doubts[:MOST_DOUBTS])
        more = len(reading.doubts) - len(some)
        some += [say("And {more} more like these.", more=more)] if more > 0 else []
        self.doubts.setText("\n".join(some) or say("Everything was understood."))
        self.doubts.set_colour("warn" if some else "muted")
        self.title.setText(reading.plan.title)
        self.table.set_rows(reading_rows(steps(reading.plan)))
        self._say_replaced()

    def start(self) -> None:
        """Give the keyboard to the title."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.selectAll()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Store on Ctrl Enter, leave on Esc."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif enter and (event.modifiers() & Qt.KeyboardModifier.ControlModifier or self.title.hasFocus()):
            self._take()
        else:
            super().keyPressEvent(event)

    def _replaced(self) -> str:
        body = self.reading.plan.body_name if self.reading is not None else ""
        return self.known.get((body.casefold(), " ".join(self.title.text().split())), "")

    def _say_replaced(self) -> None:
        ref = self._replaced()
        kept = say("What each milestone was stays in its history.") if ref else ""
        self.title_field.help = (
            say("It takes the place of {ref}, which has this title. {kept}", ref=ref, kept=kept) if ref else ""
        )
        self.title_field.set_trouble()
        self.take_button.set_words(say("Replace {ref}", ref=ref) if ref else say("Store the plan"))

    def _take(self) -> None:
        title = " ".join(self.title.text().split())
        if self.reading is None:
            return
        if not title:
            self.title_field.set_trouble(say("A plan needs a title."))
            return
        self.taken.emit(replace(self.reading.plan, title=title), bool(self._replaced()))


def clipboard_words() -> tuple[str, str]:
    """Return the HTML and the text of the clipboard, empty where it has none."""
    data = QGuiApplication.clipboard().mimeData()
    return (data.html() if data.hasHtml() else "", data.text()) if data is not None else ("", "")


def read_clipboard(html: str, text: str, body_name: str, on: date) -> Any:
    """Read a table of the clipboard as a plan, on a worker."""
    # It brings lxml with it, which the start of the desk must not wait for.
    from wibdesk.interchange.plan_paste import read_pasted  # noqa: PLC0415

    return read_pasted(html, text, title=say("Improvement plan"), body_name=body_name, on=on)


def read_chosen(path: Path, body_name: str, on: date) -> Any:
    """Read a plan from a file, on a worker; one that names no body becomes that of the body shown."""
    # It brings jsonschema with it, which the start of the desk must not wait for.
    from wibdesk.interchange.ordinary_files import refuse_pipes  # noqa: PLC0415  (as said above)
    from wibdesk.interchange.plan_file import read_plan_file  # noqa: PLC0415

    refuse_pipes(path)
    reading = read_plan_file(path, on=on)
    return reading if reading.plan.body_name else replace(reading, plan=replace(reading.plan, body_name=body_name))
