"""A plan as the sheets of a workbook that reads back to the same plan: the tracker, its own words, its prose."""

from collections.abc import Iterable, Iterator
from datetime import date

from wibdesk.documents.document import Cell, Sheet
from wibdesk.documents.wording import sheet_column
from wibdesk.domain.actions import last_day
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Bullet, Entry, Numbered, Paragraph, Subheading
from wibdesk.domain.entry_lines import entry_lines
from wibdesk.domain.figures_words import capital
from wibdesk.domain.paper_words import to_write, write
from wibdesk.domain.plan_course import PlanCourse, standing
from wibdesk.domain.plans import Activity, Milestone, Plan

TRACKER, ABOUT, PROSE = to_write("Tracker"), to_write("Plan"), to_write("Text")
"""What the sheets are called."""
COLUMNS = (
    (to_write("No."), 7), (to_write("Workstream no."), 12), (to_write("Workstream"), 24), (to_write("Activity"), 30),
    (to_write("Lead"), 20), (to_write("Post"), 26), (to_write("Milestone"), 44), (to_write("From"), 13),
    (to_write("Due"), 13), (to_write("Due is"), 12), (to_write("Due as written"), 18), (to_write("Status"), 12),
    (to_write("RAG"), 10), (to_write("Slipped"), 24),
)  # fmt: skip
ABOUT_COLUMNS = ((to_write("What"), 16), (to_write("Words"), 60))
PROSE_COLUMNS = (
    (to_write("Part"), 7), (to_write("Section"), 10), (to_write("Heading"), 30), (to_write("Kind"), 13),
    (to_write("Label"), 9), (to_write("Level"), 8), (to_write("Style"), 8), (to_write("Starts at"), 9),
    (to_write("Text"), 90), (to_write("Presenter"), 20),
)  # fmt: skip
DUE_WORDS = {
    DueKind.DATE: to_write("Day"),
    DueKind.MEETING: to_write("Meeting"),
    DueKind.MONTH: to_write("Month"),
    DueKind.RANGE: to_write("Range"),
    DueKind.FROM: to_write("From a day on"),
    DueKind.NONE: to_write("No date"),
}
OWN_WORDS = {
    "body": to_write("Body"),
    "title": to_write("Title"),
    "period": to_write("Period"),
    "updated": to_write("Updated"),
    "profile": to_write("Profile"),
    "house_style": to_write("House style"),
}
"""The plan's own words, as the sheet of them names its rows."""
ENTRY_KINDS = (to_write("paragraph"), to_write("subheading"), to_write("bullet"), to_write("numbered"))
"""The kinds of entry that a plan prints."""


def plan_sheets(course: PlanCourse, today: date) -> tuple[Sheet, ...]:
    """Return the sheets of a plan; RAG and slips are told beside it, as they stand today."""
    plan = course.plan
    about = {name: plan.body_name if name == "body" else getattr(plan, name) for name in OWN_WORDS}
    rows = tuple((write(OWN_WORDS[name]), words) for name, words in about.items() if words is not None)
    sheets = (
        _sheet(TRACKER, COLUMNS, tuple(_tracked(course, today))),
        _sheet(ABOUT, ABOUT_COLUMNS, rows),
    )
    prose = tuple(_prose(plan))
    return (*sheets, _sheet(PROSE, PROSE_COLUMNS, prose)) if prose else sheets


def _sheet(name: str, columns: Iterable[tuple[str, float]], rows: tuple[tuple[Cell, ...], ...]) -> Sheet:
    return Sheet(write(name), tuple(sheet_column(*column) for column in columns), rows)


def due_cells(due: Due) -> tuple[Cell, Cell, Cell, Cell]:
    """Return the first and the last day of a deadline, what kind it is, and its words."""
    first = {DueKind.MONTH: due.month, DueKind.RANGE: due.start, DueKind.FROM: due.date}.get(due.kind)
    return first, last_day(due), write(DUE_WORDS[due.kind]), due.as_written


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
    said = (milestone.status.words, write(stands.rag), capital(stands.slipped_words))
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
    return (write(entry.kind if known else "paragraph"), label, level, style, start, text, presenter)
