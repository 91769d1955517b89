"""Composes an improvement plan: its prose, then a table of activities, leads and milestones per workstream."""

from calendar import timegm
from datetime import date, datetime

from wibdesk.documents.document import Block, Document, Heading, Paragraph, Role, Runs, Table, TableKind, plain
from wibdesk.documents.entry_blocks import EntryBlocks, runs_of
from wibdesk.documents.styles import style_remark
from wibdesk.documents.wording import due_words
from wibdesk.domain.dates import MONTHS
from wibdesk.domain.entries import Progress
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.plans import Activity, Lead, Milestone, Plan, Workstream


def compose_plan(plan: Plan, style: HouseStyle, *, now: datetime | None = None) -> Document:
    """Compose the whole plan; `now` stamps the file's properties."""
    remark = style_remark(plan.house_style, style)
    return Document(
        title=f"{plan.body_name} – {plan.title}",
        subject=plan.title,
        author=plan.body_name,
        header=plan.title if len(plan.title) < 90 else f"{plan.title[:89].rstrip()}…",
        blocks=(*_head(plan, style), *_sections(plan, style), *_workstreams(plan, style)),
        stamp=max(timegm(now.timetuple() if now else date(1980, 1, 1).timetuple()), 0),
        remarks=(remark,) if remark else (),
    )


def _head(plan: Plan, style: HouseStyle) -> list[Block]:
    lines = (plan.period or "", f"Updated {_month(plan.updated)}" if plan.updated else "")
    return [
        Heading(1, plain(plan.title), capitals=style.capital_headings),
        Paragraph(plain(plan.body_name), Role.LEAD, None, style.capital_headings),
        *(Paragraph(plain(line), Role.DETAIL) for line in lines if line),
    ]


def _month(updated: str) -> str:
    """Return `2018-04` as `April 2018`; any other words as they are."""
    year, _, month = updated.partition("-")
    known = year.isdecimal() and month.isdecimal() and 1 <= int(month) <= 12
    return f"{MONTHS[int(month) - 1]} {year}" if known else updated


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


def _workstreams(plan: Plan, style: HouseStyle) -> list[Block]:
    blocks: list[Block] = []
    for workstream in plan.workstreams:
        blocks.append(_heading(workstream.title, workstream.number, style))
        if workstream.activities:
            blocks.append(_table(workstream))
    return blocks


def _table(workstream: Workstream) -> Table:
    rows = tuple(row for activity in workstream.activities for row in _rows(activity))
    return Table(rows, (24.0, 25.0, 34.0, 17.0), ("Activity", "Lead", "Milestones", "Due"), kind=TableKind.PLAN)


def _rows(activity: Activity) -> list[tuple[Runs, ...]]:
    """Return a row for each milestone; the activity and its leads stand in the first."""
    first = (plain(activity.title), plain("\n".join(_lead(lead) for lead in activity.leads)))
    rest: tuple[Runs, Runs] = ((), ())
    steps = [_milestone(step) for step in activity.milestones] or [((), ())]
    return [(*(rest if n else first), *step) for n, step in enumerate(steps)]


def _lead(lead: Lead) -> str:
    return f"{lead.name}, {lead.role}" if lead.role else lead.name


def _milestone(step: Milestone) -> tuple[Runs, Runs]:
    status = "" if step.status is Progress.OPEN else f"\n{step.status.words}"
    return runs_of(step.text), plain(due_words(step.due, step.text) + status)
