"""What is reported on a milestone: how far it is, its date, its RAG word, and the action that it wants."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.places.plans.forms import DateForm, ProgressForm, RagForm, Report, TrackingForm
from wibdesk.domain.dates import short_date
from wibdesk.domain.entries import Action
from wibdesk.domain.plan_course import standing
from wibdesk.domain.plan_dates import date_doubts
from wibdesk.domain.plan_tree import Step
from wibdesk.language import say
from wibdesk.services import plan_tracking as verbs

if TYPE_CHECKING:
    from ui.places.plans.acts import PlanActs


class Tracking(QObject):
    """Asks for a report on the milestone that is chosen, and records it."""

    def __init__(self, acts: "PlanActs") -> None:
        super().__init__(acts)
        self.acts, self.place, self.context = acts, acts.place, acts.context
        theme = self.context.theme
        self.progress = ProgressForm(theme, self._clerk)
        self.date = DateForm(theme, self._clerk, self.place.today)
        self.rag = RagForm(theme, self._clerk)
        for form in self.forms:
            form.reported.connect(self._record)
            form.cancelled.connect(acts.back)

    @property
    def forms(self) -> tuple[TrackingForm, ...]:
        """Every form there is."""
        return (self.progress, self.date, self.rag)

    def report(self) -> None:
        """Ask how far the milestone is."""
        self._ask(self.progress)

    def move_date(self) -> None:
        """Ask for another date."""
        self._ask(self.date)

    def judge(self) -> None:
        """Ask for a RAG word with its reason."""
        self._ask(self.rag)

    def next_doubt(self) -> None:
        """Go to the next milestone whose date is doubtful, and ask which day is meant."""
        course = self.place.course
        doubts = date_doubts(course.plan) if course is not None else ()
        if not doubts:
            self.context.messages.say(say("Every milestone that is not done has a day"))
            return
        ids = [doubt.step.milestone.id for doubt in doubts]
        shown = self.date.step.milestone.id if self.date.step is not None else ""
        here = self.acts.step()
        at = here.milestone.id if here is not None and here.milestone.id in ids else shown
        number = ids.index(at) + (at == shown) if at in ids else 0
        self._go_to(doubts[number % len(doubts)].step)
        self._ask(self.date)

    def make_action(self) -> None:
        """Raise an action for the milestone at the next meeting, under its item on the plan."""
        step, course = self.acts.step(), self.place.course
        if step is not None and course is not None:
            self.context.operations.write_once(
                verbs.make_action, course.plan.id, step.milestone.id, today=self.place.today(), once=step.milestone.id,
                undo=say("Action raised at the next meeting"), then=self._raised,
            )  # fmt: skip

    def _ask(self, form: TrackingForm) -> None:
        step, course = self.acts.step(), self.place.course
        if course is None:
            return
        if step is None:
            self.context.messages.say(say("Choose a milestone, or an activity that has one that is not done"))
            return
        form.show_step(step, standing(course, step.milestone, self.place.today()), self.place.board.sitting)
        self.acts.show_panel(form)
        form.start()

    def _go_to(self, step: Step) -> None:
        place = self.place
        if place.finder.words():
            place.finder.field.clear()
        if place.tabs.current() != "tracker":
            place.tabs.choose("tracker")
        place.opened |= {step.activity.id}
        place.show_rows()
        place.tracker.choose(step.milestone.id)

    def _record(self, report: Report) -> None:
        course = self.place.course
        if course is None:
            return
        write, plan_id, of = self.context.operations.write, course.plan.id, report.milestone_id
        sitting, told = self.place.board.sitting, {"by": report.by}
        at = {"meeting_id": sitting.id} if sitting is not None and report.told else {}
        if self.sender() is self.progress:
            words = say("Milestone {status}", status=report.status.words.lower())
            write(verbs.report_progress, plan_id, of, report.status, report.note, undo=words, **told, **at)
        elif self.sender() is self.rag:
            words = say("RAG set to {rag}", rag=say(report.rag)) if report.rag else say("RAG as the rule says")
            write(verbs.judge, plan_id, of, report.rag, report.note, undo=words, **told)
        elif report.due is not None and report.meant:
            words = say("Due {due}", due=report.due.words if report.due.date is None else short_date(report.due.date))
            write(verbs.settle_date, plan_id, of, report.due, undo=words, **told)
        elif report.due is not None:
            words = say("Moved to {due}", due=report.due.words)
            write(verbs.move_date, plan_id, of, report.due, report.note, undo=words, **told, **at)
        self.acts.back()

    def _raised(self, action: Action) -> None:
        self.context.messages.say(
            say("Action {ref} raised at the next meeting", ref=action.ref or ""), undo=self.context.operations.undo
        )

    def _clerk(self) -> str:
        return self.context.settings.now.clerk
