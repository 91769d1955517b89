"""A plan as the sheets of a workbook that reads back to the same plan: the tracker, its own words, its prose."""

from collections.abc import Iterator
from datetime import date

from wibdesk.documents.document import Cell, Sheet, SheetColumn
from wibdesk.domain.actions import last_day
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Bullet, Entry, Numbered, Paragraph, Subheading
from wibdesk.domain.entry_lines import entry_lines
from wibdesk.domain.plan_course import PlanCourse, standing
from wibdesk.domain.plans import Activity, Milestone, Plan

TRACKER, ABOUT, PROSE = "Tracker", "Plan", "Text"
"""What the sheets are called."""
COLUMNS = (
    SheetColumn("No.", 7), SheetColumn("Workstream no.", 12), SheetColumn("Workstream", 24),
    SheetColumn("Activity", 30),
    SheetColumn("Lead", 20), SheetColumn("Post", 26), SheetColumn("Milestone", 44), SheetColumn("From", 13),
    SheetColumn("Due", 13), SheetColumn("Due is", 12), SheetColumn("Due as written", 18), SheetColumn("Status", 12),
    SheetColumn("RAG", 10), SheetColumn("Slipped", 24),
)  # fmt: skip
ABOUT_COLUMNS = (SheetColumn("What", 16), SheetColumn("Words", 60))
PROSE_COLUMNS = (
    SheetColumn("Part", 7), SheetColumn("Section", 10), SheetColumn("Heading", 30), SheetColumn("Kind", 13),
    SheetColumn("Label", 9), SheetColumn("Level", 8), SheetColumn("Style", 8), SheetColumn("Starts at", 9),
    SheetColumn("Text", 90), SheetColumn("Presenter", 20),
)  # fmt: skip
DUE_WORDS = {
    DueKind.DATE: "Day",
    DueKind.MEETING: "Meeting",
    DueKind.MONTH: "Month",
    DueKind.RANGE: "Range",
    DueKind.FROM: "From a day on",
    DueKind.NONE: "No date",
}
OWN_WORDS = ("title", "period", "updated", "profile", "house_style")
"""The plan's own words, as the sheet of them names its rows."""


def plan_sheets(course: PlanCourse, today: date) -> tuple[Sheet, ...]:
    """Return the sheets of a plan; RAG and slips are told beside it, as they stand today."""
    plan = course.plan
    about = [("body", plan.body_name), *((name, getattr(plan, name)) for name in OWN_WORDS)]
    rows = tuple((name.replace("_", " ").capitalize(), words) for name, words in about if words is not None)
    sheets = (
        Sheet(TRACKER, COLUMNS, tuple(_tracked(course, today))),
        Sheet(ABOUT, ABOUT_COLUMNS, rows),
    )
    prose = tuple(_prose(plan))
    return (*sheets, Sheet(PROSE, PROSE_COLUMNS, prose)) if prose else sheets


def due_cells(due: Due) -> tuple[Cell, Cell, Cell, Cell]:
    """Return the first and the last day of a deadline, what kind it is, and its words."""
    first = {DueKind.MONTH: due.month, DueKind.RANGE: due.start, DueKind.FROM: due.date}.get(due.kind)
    return first, last_day(due), DUE_WORDS[due.kind], due.as_written


def _tracked(course: PlanCourse, today: date) -> Iterator[tuple[Cell, ...]]:
    for place, stream in enumerate(course.plan.workstreams, 1):
        head = (stream.number, stream.title)
        for n, activity in enumerate(stream.activities, 1):
            for milestone in activity.milestones or (None,):
                yield (f"{place}.{n}", *head, *_activity(activity), *_milestone(course, milestone, today))
        if not stream.activities:
            yield (str(place), *head, *[None] * (len(COLUMNS) - 3))


def _activity(activity: Activity) -> tuple[Cell, Cell, Cell]:
    names = "\n".join(lead.name for lead in activity.leads)
    posts = "\n".join(lead.role or "" for lead in activity.leads)
    return activity.title, names, posts if posts.strip() else None


def _milestone(course: PlanCourse, milestone: Milestone | None, today: date) -> tuple[Cell, ...]:
    if milestone is None:
        return (None,) * 8
    stands = standing(course, milestone, today)
    said = (milestone.status.words, stands.rag, stands.slipped_words.capitalize())
    return (milestone.text, *due_cells(milestone.due), *said)


def _prose(plan: Plan) -> Iterator[tuple[Cell, ...]]:
    for part, section in enumerate(plan.sections, 1):
        head = (part, section.number, section.heading)
        for entry in section.entries:
            yield (*head, *_entry(entry))
        if not section.entries:
            yield (*head, *[None] * 7)


def _entry(entry: Entry) -> tuple[Cell, ...]:
    """Return kind, label, level, style, start, text and presenter; of kinds that no plan prints, only the words."""
    level = entry.level if isinstance(entry, Bullet | Numbered) else None
    label = entry.label if isinstance(entry, Paragraph | Subheading) else None
    style, start = (entry.style, entry.start) if isinstance(entry, Numbered) else (None, None)
    presenter = entry.presenter if isinstance(entry, Subheading) else None
    known = isinstance(entry, Paragraph | Subheading | Bullet | Numbered)
    text = (
        entry.text if isinstance(entry, Paragraph | Subheading | Bullet | Numbered) else "\n".join(entry_lines(entry))
    )
    return (entry.kind if known else "paragraph", label, level, style, start, text, presenter)
