"""The forms of a plan's own words and of its parts, new or there already."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from ui.panels.record_form import EditForm
from ui.theme import Theme
from ui.widgets.fields import Field, LineField, TextField
from wibdesk.domain.dates import long_date
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.plan_dates import trouble_of
from wibdesk.domain.plan_text import read_leads, read_plan_due
from wibdesk.domain.plan_tree import Part
from wibdesk.domain.plans import Activity, Lead, Milestone, Plan, Workstream
from wibdesk.domain.rich_text import Span, plain_text, to_markup
from wibdesk.language import later, say

LEADS_HELP = later("One a line, the post after a dash: J Amari – Head of Front Door.")


class PartForm(EditForm):
    """A part of a plan: `made` carries a new one, `kept` one that is there already, changed."""

    made = Signal(object)
    named: ClassVar[tuple[str, str, str]] = ("", "", "")
    """What it is called, over a new one, and on the button that adds it: said when they are shown."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", say("Keep it"))
        self.cancel_button.set_words(say("Back to the plan"))
        self.is_new = False

    def show_part(self, part: Part, *, new: bool) -> None:
        """Show a part; a new one is added when it is kept."""
        self.is_new = new
        self.show_record(part)
        one, new_one, add_it = self.named
        self.set_heading(say(new_one if new else one))
        self.save_button.set_words(say(add_it) if new else say("Keep the changes"))

    def settle(self) -> bool:
        """Keep what was changed; a new part in which nothing was typed is none."""
        if not self.is_new:
            return super().settle()
        if not self.is_changed():
            return True
        if not self.sound():
            return False
        self.record, self.before = self.read(), self.words()
        self.is_new = False
        self.made.emit(self.record)
        return True


class WorkstreamForm(PartForm):
    """A workstream: its number and title."""

    named = (later("Workstream"), later("New workstream"), later("Add the workstream"))

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.title, self.number = LineField(theme), LineField(theme)
        self.title_field = self.add(say("Title"), self.title)
        self.add(say("Number"), self.number, say("As printed; may be left out."))

    def fill(self, record: Workstream) -> None:
        """Put a workstream into the fields."""
        self.title.setText(record.title)
        self.number.setText(record.number or "")

    def faults(self) -> list[tuple[Field, str]]:
        """Return what is missing."""
        return [(self.title_field, "" if self.title.text().strip() else say("A workstream needs a title."))]

    def read(self) -> Workstream:
        """Return the workstream as typed."""
        title, number = " ".join(self.title.text().split()), self.number.text().strip() or None
        return replace(self.record, title=title, number=number)


class ActivityForm(PartForm):
    """An activity: its title and who leads it."""

    named = (later("Activity"), later("New activity"), later("Add the activity"))

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.title, self.leads = LineField(theme), TextField(theme, lines=3)
        self.title_field = self.add(say("Title"), self.title)
        self.add(say("Leads"), self.leads, say(LEADS_HELP))

    def fill(self, record: Activity) -> None:
        """Put an activity into the fields."""
        self.title.setText(record.title)
        self.leads.setPlainText("\n".join(_lead_line(lead) for lead in record.leads))

    def faults(self) -> list[tuple[Field, str]]:
        """Return what is missing."""
        return [(self.title_field, "" if self.title.text().strip() else say("An activity needs a title."))]

    def read(self) -> Activity:
        """Return the activity as typed."""
        title = " ".join(self.title.text().split())
        return replace(self.record, title=title, leads=read_leads(self.leads.toPlainText()))


class MilestoneForm(PartForm):
    """A milestone: its words and, of a new one, by when; the date of another is moved, so that its story is kept."""

    named = (later("Milestone"), later("New milestone"), later("Add the milestone"))

    def __init__(self, theme: Theme, today: Callable[[], date]) -> None:
        super().__init__(theme)
        self.today = today
        self.text, self.due = TextField(theme, lines=3), LineField(theme)
        self.text_field = self.add(say("Milestone"), self.text)
        self.due_field = self.add(say("Due"), self.due)
        self.due.textChanged.connect(self._read_out)

    def show_part(self, part: Part, *, new: bool) -> None:
        """Show a milestone; only a new one is asked for its date."""
        super().show_part(part, new=new)
        self.due_field.setVisible(new)

    def fill(self, record: Milestone) -> None:
        """Put a milestone into the fields."""
        self.text.setPlainText(plain_text(record.text))
        self.due.setText(record.due.as_written or "")

    def faults(self) -> list[tuple[Field, str]]:
        """Return what is missing; a date that names no day is kept as typed and told later."""
        return [(self.text_field, "" if self.text.toPlainText().strip() else say("Say what is to be reached."))]

    def read(self) -> Milestone:
        """Return the milestone as typed."""
        words = " ".join(self.text.toPlainText().split())
        text = self.record.text if words == plain_text(self.record.text) else to_markup((Span(words),))
        due = read_plan_due(self.due.text(), on=self.today()) if self.is_new else self.record.due
        return replace(self.record, text=text, due=due)

    def _read_out(self) -> None:
        words = self.due.text().strip()
        due = read_plan_due(words, on=self.today()) if words else Due()
        day = long_date(due.date) if due.kind is DueKind.DATE and due.date else due.words
        no_day = say("Names no day: kept as typed, and listed under doubtful dates.")
        help_ = (no_day if trouble_of(due) else day) if words else say("A day, a month or two days: 6/10/26, Oct 2026.")
        self.due_field.help = help_
        self.due_field.set_trouble()


class PlanForm(PartForm):
    """A plan's own words: title, period, and the month of its last update."""

    named = (later("Plan"), later("New plan"), later("Add the plan"))

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.title, self.period, self.updated = LineField(theme), LineField(theme), LineField(theme)
        self.title_field = self.add(say("Title"), self.title)
        self.add(say("Period"), self.period, say("As printed: 2026/27. May be left out."))
        self.add(say("Updated"), self.updated, say("The month of its last update: 2026-09. May be left out."))

    def fill(self, record: Plan) -> None:
        """Put a plan into the fields."""
        self.title.setText(record.title)
        self.period.setText(record.period or "")
        self.updated.setText(record.updated or "")

    def faults(self) -> list[tuple[Field, str]]:
        """Return what is missing."""
        return [(self.title_field, "" if self.title.text().strip() else say("A plan needs a title."))]

    def read(self) -> Any:
        """Return the plan as typed."""
        own = {name: getattr(self, name).text().strip() or None for name in ("period", "updated")}
        return replace(self.record, title=" ".join(self.title.text().split()), **own)


def _lead_line(lead: Lead) -> str:
    return f"{lead.name} – {lead.role}" if lead.role else lead.name
