"""Composes an improvement plan: its prose, how far it is, then a table of activities for each workstream."""

from calendar import timegm
from collections.abc import Iterable
from datetime import date, datetime

from wibdesk.documents.compose.deadline_words import due_trouble
from wibdesk.documents.compose.entry_blocks import EntryBlocks, runs_of
from wibdesk.documents.compose.page_head import running_header
from wibdesk.documents.compose.plan_sheets import plan_sheets
from wibdesk.documents.compose.upright import upright
from wibdesk.documents.document import Block, Document, Heading, Paragraph, Role, Runs, Table, TableKind, joined, plain
from wibdesk.documents.styles import style_remark
from wibdesk.documents.wording import due_words
from wibdesk.domain.actions import last_day
from wibdesk.domain.dates import month_words
from wibdesk.domain.entries import Progress
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.paper_words import to_write, write
from wibdesk.domain.plan_course import PlanCourse
from wibdesk.domain.plans import Activity, Lead, Milestone, Plan, Workstream

_SUMMARY = (
    to_write("Workstream"),
    to_write("Activities"),
    to_write("Milestones"),
    to_write("Done"),
    to_write("Overdue"),
    to_write("No date"),
)
_SUMMARY_WIDTHS = (30.0, 15.0, 16.0, 11.0, 14.0, 14.0)


def compose_plan(
    plan: Plan, style: HouseStyle, *, now: datetime | None = None, course: PlanCourse | None = None
) -> Document:
    """Compose the whole plan; `now` stamps the file's properties and decides what is overdue.

    `course` is what became of it, for the sheets of a workbook.
    """
    remark = style_remark(plan.house_style, style)
    today = now.date() if now else None
    blocks = [
        *_head(plan, style),
        *_sections(plan, style),
        *_summary(plan, style, today),
        *_workstreams(plan, style, today),
    ]
    return Document(
        title=f"{plan.body_name} – {plan.title}",
        subject=plan.title,
        author=plan.body_name,
        header=running_header(plan.title, ""),
        blocks=tuple(blocks) if style.italics else upright(blocks),
        language=style.language,
        stamp=max(timegm(now.timetuple() if now else date(1980, 1, 1).timetuple()), 0),
        remarks=(remark,) if remark else (),
        sheets=plan_sheets(course or PlanCourse(plan), today) if today else (),
    )


def _head(plan: Plan, style: HouseStyle) -> list[Block]:
    lines = (plan.period or "", write("Updated {month}", month=_month(plan.updated)) if plan.updated else "")
    return [
        Heading(1, plain(plan.title), capitals=style.capital_headings),
        Paragraph(plain(plan.body_name), Role.LEAD, None, style.capital_headings),
        *(Paragraph(plain(line), Role.DETAIL) for line in lines if line),
    ]


def _month(updated: str) -> str:
    """Return `2018-04` as `April 2018`; any other words as they are."""
    year, _, month = updated.partition("-")
    known = year.isdecimal() and month.isdecimal() and 1 <= int(month) <= 12
    return month_words(date(int(year), int(month), 1)) if known else updated


def _sections(plan: Plan, style: HouseStyle) -> list[Block]:
    entries = EntryBlocks(style)
    blocks: list[Block] = []
    for section in plan.sections:
        if section.heading or section.number:
            blocks.append(_heading(section.heading or "", section.number, style))
        blocks += entries.blocks(section.entries)
    return blocks


def _heading(words: str, number: str | None, style: HouseStyle) -> Heading:
    return Heading(2, plain(words), number or None, capitals=style.capital_headings)


def _summary(plan: Plan, style: HouseStyle, today: date | None) -> list[Block]:
    """Return how far each workstream is today; nothing for a plan without milestones."""
    counts = [(workstream, _counts(_steps([workstream]), today)) for workstream in plan.workstreams]
    if today is None or not any(steps for _, (steps, *_) in counts):
        return []
    rows = [(_named(workstream), len(workstream.activities), *numbers) for workstream, numbers in counts]
    if len(rows) > 1:
        activities = sum(len(workstream.activities) for workstream in plan.workstreams)
        rows.append((write("All workstreams"), activities, *_counts(_steps(plan.workstreams), today)))
    cells = tuple(tuple(plain(str(cell)) for cell in row) for row in rows)
    return [
        _heading(write("Progress on {day}", day=style.forms.plain(today)), None, style),
        Table(cells, _SUMMARY_WIDTHS, tuple(map(write, _SUMMARY)), row_headers=True),
    ]


def _named(workstream: Workstream) -> str:
    return " ".join(filter(None, (workstream.number, workstream.title)))


def _steps(workstreams: Iterable[Workstream]) -> list[Milestone]:
    return [step for w in workstreams for activity in w.activities for step in activity.milestones]


def _counts(steps: list[Milestone], today: date | None) -> tuple[int, int, int, int]:
    """Return how many milestones there are, and how many of them are done, overdue and without a day."""
    return (
        len(steps),
        sum(step.status in (Progress.DONE, Progress.CLOSED) for step in steps),
        sum(_is_overdue(step, today) for step in steps),
        sum(step.status.unfinished and bool(due_trouble(step.due)) for step in steps),
    )


def _is_overdue(step: Milestone, today: date | None) -> bool:
    day = last_day(step.due)
    return step.status.unfinished and day is not None and today is not None and day < today


def _workstreams(plan: Plan, style: HouseStyle, today: date | None) -> list[Block]:
    blocks: list[Block] = []
    for workstream in plan.workstreams:
        blocks.append(_heading(workstream.title, workstream.number, style))
        if workstream.activities:
            blocks.append(_table(workstream, style, today))
        else:
            blocks.append(Paragraph(plain(write("There are no activities yet."))))
    return blocks


def _table(workstream: Workstream, style: HouseStyle, today: date | None) -> Table:
    rows = tuple(row for activity in workstream.activities for row in _rows(activity, style, today))
    header = (write("Activity"), write("Lead"), write("Milestones"), write("Due and status"))
    return Table(rows, (22.0, 23.0, 31.0, 24.0), header, kind=TableKind.PLAN, row_headers=True)


def _rows(activity: Activity, style: HouseStyle, today: date | None) -> list[tuple[Runs, ...]]:
    """Return a row for each milestone; the activity and its leads stand in the first."""
    first = (plain(activity.title), plain("\n".join(_lead(lead) for lead in activity.leads)))
    rest: tuple[Runs, Runs] = ((), ())
    steps = [_milestone(step, style, today) for step in activity.milestones] or [(plain(write("No milestones")), ())]
    return [(*(rest if n else first), *step) for n, step in enumerate(steps)]


def _lead(lead: Lead) -> str:
    return f"{lead.name}, {lead.role}" if lead.role else lead.name


def _milestone(step: Milestone, style: HouseStyle, today: date | None) -> tuple[Runs, Runs]:
    late = _is_overdue(step, today)
    said = write("Overdue") if late else "" if step.status is Progress.OPEN else step.status.words
    trouble = due_trouble(step.due) if step.status.unfinished else ""
    due = due_words(step.due, step.text, style.forms)
    when = plain("" if due and due in trouble else due)
    return runs_of(step.text), joined(when, plain(trouble), plain(said, bold=late), by="\n")
