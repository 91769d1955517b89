"""One milestone in full: its date with its story, its RAG word with the reason, and all that became of it."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from ui.places.plans.rows import due_cell, lead_words
from ui.theme import Theme
from ui.widgets.focus_line import FocusLine
from ui.widgets.labels import Label, column, hold
from ui.widgets.pane import Pane, Scroll
from wibdesk.domain.dates import long_date
from wibdesk.domain.deadlines import DueKind
from wibdesk.domain.plan_course import Happening, PlanCourse, history, standing
from wibdesk.domain.plan_tree import Step
from wibdesk.domain.rich_text import plain_text
from wibdesk.language import later, say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class MilestoneDetail(Pane):
    """Stands beside the plan and follows its rows; `left` goes back to them."""

    left = Signal()
    takes_letters = True

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "sheet", "l")
        self.step: Step | None = None
        self.place = Label(theme, "", "small", "muted", wrap=True)
        self.title = Label(theme, "", "item_title", wrap=True)
        self.facts = {
            name: Label(theme, "", "body", wrap=True)
            for name in (later("Lead"), later("Due"), later("RAG"), later("Status"))
        }
        self.story = QVBoxLayout()
        self.story.setSpacing(theme.px(10))
        facts = [
            hold(column(theme, Label(theme, say(name), "small", "muted"), value, spacing=0))
            for name, value in self.facts.items()
        ]
        body = column(
            theme, self.place, self.title, 4, *facts, 8, Label(theme, say("What became of it"), "heading"),
            self.story, None,
            spacing=8, margins=(24, 18, 22, 20),
        )  # fmt: skip
        self.scroller = Scroll(hold(body))
        self.setLayout(column(theme, (self.scroller, 1), spacing=0))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        FocusLine(theme, self)

    def show_step(self, course: PlanCourse, step: Step, today: date) -> None:
        """Show a milestone with its facts and its story, the latest first."""
        self.step = step
        stands = standing(course, step.milestone, today)
        due = step.milestone.due
        self.place.setText(f"{step.number} {step.activity.title}")
        self.title.setText(plain_text(step.milestone.text))
        self.facts["Lead"].setText(lead_words(step.activity.leads) or say("Nobody leads it"))
        day = long_date(due.date) if due.kind is DueKind.DATE and due.date else ""
        cell = due_cell(due, stands)
        written = (
            say("written “{as_written}”", as_written=due.as_written)
            if due.as_written and due.as_written not in cell.text
            else ""
        )
        first = day or cell.first
        second = cell.second if not cell.second.startswith("written") else ""
        self.facts["Due"].setText(", ".join(filter(None, (first, second, written))))
        self.facts["RAG"].setText(f"{say(stands.rag)}: {stands.reason}" if stands.reason else say(stands.rag))
        self.facts["Status"].setText(step.milestone.status.words)
        self._tell(course, step)
        self.setAccessibleName(say("Milestone {milestone}", milestone=plain_text(step.milestone.text)))

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Go back on Esc, scroll on the arrows."""
        bar = self.scroller.verticalScrollBar()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            bar.setValue(bar.value() + (1 if event.key() == Qt.Key.Key_Down else -1) * self.theme.px(40))
        else:
            super().keyPressEvent(event)

    def _tell(self, course: PlanCourse, step: Step) -> None:
        while (item := self.story.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        told = [each for each in history(course) if each.step.milestone.id == step.milestone.id]
        for each in told:
            self.story.addWidget(self._line(course, each))
        if not told:
            nothing = say("Nothing yet. U records progress, M moves the date.")
            self.story.addWidget(Label(self.theme, nothing, "body", "muted", wrap=True))

    def _line(self, course: PlanCourse, told: Happening) -> "Pane":
        where = course.meeting_words.get(told.reported_in_id or "", "")
        head = ", ".join(filter(None, (long_date(told.at.astimezone().date()), told.by, where)))
        lines = [Label(self.theme, line, "body", wrap=True) for line in (told.what, told.note) if line]
        line = Pane(self.theme, "sheet")
        line.setLayout(column(self.theme, Label(self.theme, head, "small", "muted", wrap=True), *lines, spacing=1))
        return line
