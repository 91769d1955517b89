"""The forms of tracking: how far a milestone is, its new date, its RAG word by hand."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.panels.record_form import RecordForm
from ui.places.plans.rows import due_cell
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.choice import Tick
from ui.widgets.fields import DropField, Field, LineField, TextField
from ui.widgets.labels import Label, column, hold
from wibdesk.domain.dates import long_date
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Progress
from wibdesk.domain.meetings import MeetingDetails, Stage
from wibdesk.domain.plan_course import Standing
from wibdesk.domain.plan_dates import may_mean, trouble_of
from wibdesk.domain.plan_text import read_plan_due
from wibdesk.domain.plan_tree import Step
from wibdesk.domain.rag import BY_HAND
from wibdesk.domain.rich_text import plain_text
from wibdesk.language import later, say

BACK = later("Back to the plan")
RULE, BY_RULE = "rule", later("As the rule says")


@dataclass(frozen=True)
class Report:
    """What the clerk put into one of the forms about a milestone."""

    milestone_id: str
    note: str
    by: str
    status: Progress = Progress.OPEN
    due: Due | None = None
    rag: str = ""
    meant: bool = False
    told: bool = False


class TrackingForm(RecordForm):
    """A form about one milestone: `reported` carries a Report; `told` is ticked where a meeting was told."""

    reported = Signal(object)
    told_there: ClassVar[bool] = True  # a meeting can have been told; where not, the tick stands in no layout

    def __init__(self, theme: Theme, heading: str, save: str) -> None:
        super().__init__(theme, heading, save, cancel=say(BACK))
        self.step: Step | None = None
        self.what = Label(theme, "", "body", wrap=True)
        self.stands = Label(theme, "", "small", "muted", wrap=True)
        self.add_widget(hold(column(theme, self.what, self.stands, spacing=4)))
        self.told = Tick(theme, "")
        self.told.setParent(self)  # in no layout of some forms, it would be a window of its own
        self.told.hide()
        self.saved.connect(self._report)

    def show_step(self, step: Step, standing: Standing, sitting: MeetingDetails | None = None) -> None:
        """Ask about this milestone; `sitting` is the meeting to which it may be reported."""
        self.step = step
        self.told.setVisible(sitting is not None and self.told_there)
        self.told.setChecked(sitting is not None and sitting.stage is Stage.LIVE)
        self.told.setText(say("Reported at today’s meeting") if sitting is not None else "")
        self.what.setText(plain_text(step.milestone.text))
        due = due_cell(step.milestone.due, standing).text
        said = (f"{step.number} {step.activity.title}", due, say(standing.rag), standing.reason)
        self.stands.setText(", ".join(filter(None, said)))
        self.clear_trouble()
        self.fill(step, standing)

    def fill(self, step: Step, standing: Standing) -> None:
        """Put what is known into the fields; subclasses do."""
        raise NotImplementedError

    def report(self, milestone_id: str) -> Report:
        """Return what was put in; subclasses do."""
        raise NotImplementedError

    def _report(self) -> None:
        if self.step is not None and self.sound():
            self.reported.emit(self.report(self.step.milestone.id))


class ProgressForm(TrackingForm):
    """How far a milestone is, in whose words."""

    def __init__(self, theme: Theme, clerk: Callable[[], str]) -> None:
        super().__init__(theme, say("How far is it?"), say("Record the progress"))
        self.clerk = clerk
        self.status = DropField(theme, [(status.value, status.words) for status in Progress])
        self.note, self.by = TextField(theme, lines=3), LineField(theme)
        self.add(say("Status"), self.status)
        self.add(say("What was said"), self.note)
        self.add(say("Who says so"), self.by)
        self.add_widget(self.told)

    def fill(self, step: Step, standing: Standing) -> None:
        """Begin with how far it is, and what to do next: an open one is most often done."""
        self.status.choose(step.milestone.status.value)
        self.note.clear()
        self.by.setText(self.clerk())

    def report(self, milestone_id: str) -> Report:
        """Return the progress."""
        said = self.note.toPlainText().strip()
        status = Progress(self.status.chosen())
        return Report(milestone_id, said, self.by.text(), status, told=self.told.isChecked())


class DateForm(TrackingForm):
    """Another date for a milestone, or the day that a doubtful one means; what may be meant is offered."""

    def __init__(self, theme: Theme, clerk: Callable[[], str], today: Callable[[], date]) -> None:
        super().__init__(theme, say("Move the date"), say("Move the date"))
        self.clerk, self.today, self.settling = clerk, today, False
        self.meant = [Button(theme, "", icon="calendar-days") for _ in range(3)]
        self.offered: tuple[Due, ...] = ()
        for number, button in enumerate(self.meant):
            button.clicked.connect(lambda _=False, n=number: self._take(n))
        self.offer = hold(column(theme, Label(theme, say("It may mean"), "small_strong"), *self.meant, spacing=6))
        self.add_widget(self.offer)
        self.day = LineField(theme)
        self.day_field = self.add(say("New date"), self.day)
        self.note, self.by = LineField(theme), LineField(theme)
        self.note_field = self.add(say("Why"), self.note)
        self.by_field = self.add(say("Who says so"), self.by)
        self.add_widget(self.told)
        self.day.textChanged.connect(self._read_out)

    def fill(self, step: Step, standing: Standing) -> None:
        """Offer what the words may mean where no day is known; ask for a new date otherwise."""
        due = step.milestone.due
        self.settling, self.offered = trouble_of(due) is not None, may_mean(due)
        words = say("Which day is meant?") if self.settling else say("Move the date")
        self.set_heading(words)
        self.save_button.set_words(say("Keep the date") if self.settling else say("Move the date"))
        self.offer.setVisible(bool(self.offered))
        for number, button in enumerate(self.meant):
            meant = self.offered[number].date if number < len(self.offered) else None
            button.set_words(long_date(meant) if meant else "")
            button.setVisible(meant is not None)
        self.day.clear()
        self.note.clear()
        self.by.setText(self.clerk())
        self.note_field.setVisible(not self.settling)
        self.told.setVisible(not self.settling and bool(self.told.text()))
        self._read_out()

    def start(self) -> None:
        """Give the keyboard to what is likeliest meant, else to the date."""
        first = self.meant[0] if self.offered else self.day
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write what is typed on an offered day into the date: the clerk knows better."""
        commanded = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if self.offered and not commanded and event.text().strip().isprintable() and event.text().strip():
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            self.day.insert(event.text())
        else:
            super().keyPressEvent(event)

    def due(self) -> Due:
        """Return the deadline that was typed."""
        return read_plan_due(self.day.text(), on=self.today())

    def faults(self) -> list[tuple[Field, str]]:
        """Return what cannot be read."""
        words = self.day.text().strip()
        if not words:
            return [(self.day_field, say("A date is needed: type it as 6 Oct 2026 or 6/10/26."))]
        wrong = trouble_of(self.due()) is not None
        return [
            (
                self.day_field,
                say("“{words}” names no day: type it as 6 Oct 2026 or 6/10/26.", words=words) if wrong else "",
            )
        ]

    def report(self, milestone_id: str) -> Report:
        """Return the date."""
        told = self.told.isChecked() and not self.settling
        return Report(milestone_id, self.note.text(), self.by.text(), due=self.due(), meant=self.settling, told=told)

    def _take(self, number: int) -> None:
        if self.step is not None and number < len(self.offered):
            due = self.offered[number]
            self.reported.emit(Report(self.step.milestone.id, "", self.by.text(), due=due, meant=True))

    def _read_out(self) -> None:
        due = self.due() if self.day.text().strip() else None
        known = due is not None and trouble_of(due) is None
        words = (long_date(due.date) if due.kind is DueKind.DATE and due.date else due.words) if due and known else ""
        self.day_field.help = words or (
            say("No such day yet") if due else say("A day, a month or two days: 6/10/26, Oct 2026.")
        )
        self.day_field.set_trouble()


class RagForm(TrackingForm):
    """A RAG word set by hand with its reason, or the rule again."""

    told_there: ClassVar[bool] = False

    def __init__(self, theme: Theme, clerk: Callable[[], str]) -> None:
        super().__init__(theme, say("RAG, with reason"), say("Set the RAG word"))
        self.clerk = clerk
        self.word = DropField(theme, [*((word, say(word)) for word in BY_HAND), (RULE, say(BY_RULE))])
        self.reason, self.by = TextField(theme, lines=3), LineField(theme)
        self.add("RAG", self.word, say("The rule looks at the date, and at how often it slipped."))
        self.reason_field = self.add(say("Reason"), self.reason)
        self.add(say("Who says so"), self.by)

    def fill(self, step: Step, standing: Standing) -> None:
        """Begin with the word that holds."""
        self.word.choose(standing.rag if standing.rag in BY_HAND else RULE)
        self.reason.setPlainText(standing.reason)
        self.by.setText(self.clerk())

    def faults(self) -> list[tuple[Field, str]]:
        """Return what is missing."""
        missing = self.word.chosen() != RULE and not self.reason.toPlainText().strip()
        return [(self.reason_field, say("Say in a few words why.") if missing else "")]

    def report(self, milestone_id: str) -> Report:
        """Return the word and its reason."""
        word = "" if self.word.chosen() == RULE else self.word.chosen()
        return Report(milestone_id, self.reason.toPlainText().strip(), self.by.text(), rag=word)
