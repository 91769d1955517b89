"""Composes the update of a plan for a period: how far each workstream is, and what changed since the last update."""

from calendar import timegm
from datetime import date, datetime

from wibdesk.documents.compose.deadline_words import due_trouble
from wibdesk.documents.compose.entry_blocks import runs_of
from wibdesk.documents.compose.page_head import running_header
from wibdesk.documents.compose.upright import upright
from wibdesk.documents.document import Block, Document, Heading, Paragraph, Role, Runs, Table, TableKind, joined, plain
from wibdesk.documents.styles import style_remark
from wibdesk.documents.wording import due_words, listed
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.paper_words import to_write, write
from wibdesk.domain.plan_course import PlanCourse
from wibdesk.domain.plan_snapshot import Snapshot
from wibdesk.domain.plan_update import PlanUpdate, StreamUpdate, Told, What, plan_update
from wibdesk.domain.plans import Milestone, Plan

_SUMMARY = (
    to_write("Workstream"),
    to_write("RAG"),
    to_write("Done"),
    to_write("Overdue"),
    to_write("Slipped"),
    to_write("No date"),
)
_SUMMARY_WIDTHS = (36.0, 15.0, 15.0, 12.0, 11.0, 11.0)
_HEADER = (to_write("Change"), to_write("Milestone"), to_write("Lead"), to_write("Due and RAG"))
_WIDTHS = (15.0, 39.0, 20.0, 26.0)


def compose_update(course: PlanCourse, since: Snapshot | None, style: HouseStyle, *, now: datetime) -> Document:
    """Compose the update of a plan on the day of `now` (local time), against the last one that was made final."""
    plan, today = course.plan, now.date()
    update = plan_update(course, since, today)
    remark = style_remark(plan.house_style, style)
    blocks = [*_head(update, style, today), *_summary(update, style)]
    for stream in update.streams:
        blocks += _workstream(stream, style)
    blocks += _gone(update.gone, style)
    return Document(
        title=f"{plan.body_name} – {_title(plan)}, {style.forms.plain(today)}",
        subject=_title(plan),
        author=plan.body_name,
        header=running_header(plan.title, write("update")),
        blocks=tuple(blocks) if style.italics else upright(blocks),
        language=style.language,
        stamp=max(timegm(now.timetuple()), 0),
        remarks=(remark,) if remark else (),
    )


def _title(plan: Plan) -> str:
    return write("{plan}: update", plan=plan.title)


def _head(update: PlanUpdate, style: HouseStyle, today: date) -> list[Block]:
    plan, since = update.plan, update.since
    compared = (
        write(
            "What changed since the update “{name}” of {day}.",
            name=since.name,
            day=style.forms.plain(since.at.astimezone().date()),
        )
        if since
        else write("This is the first update: there is none before it to compare with.")
    )
    return [
        Heading(1, plain(_title(plan)), capitals=style.capital_headings),
        Paragraph(plain(plan.body_name), Role.LEAD, None, style.capital_headings),
        Paragraph(plain(", ".join(filter(None, (plan.period, style.forms.plain(today))))), Role.DETAIL),
        Paragraph(plain(compared)),
    ]


def _summary(update: PlanUpdate, style: HouseStyle) -> list[Block]:
    if not update.streams:
        return [Paragraph(plain(write("The plan has no workstreams yet.")))]
    rows = tuple(
        tuple(
            plain(str(cell))
            for cell in (
                _named(one),
                write(one.progressed.rag if one.progressed.total else to_write("No milestones")),
                write("{some} of {all}", some=one.progressed.done, all=one.progressed.total),
                one.progressed.overdue,
                one.progressed.slipped,
                one.progressed.undated,
            )
        )
        for one in update.streams
    )
    return [
        Heading(2, plain(write("Where the plan stands")), capitals=style.capital_headings),
        Table(rows, _SUMMARY_WIDTHS, tuple(map(write, _SUMMARY)), row_headers=True),
    ]


def _named(stream: StreamUpdate) -> str:
    return " ".join(filter(None, (stream.workstream.number, stream.workstream.title)))


def _workstream(stream: StreamUpdate, style: HouseStyle) -> list[Block]:
    title, number = stream.workstream.title, stream.workstream.number
    said = f"{write(stream.progressed.rag)}: {stream.progressed.words}."
    head: list[Block] = [
        Heading(2, plain(title), number or None, capitals=style.capital_headings),
        Paragraph(plain(said if stream.progressed.total else write("There are no milestones yet.")), Role.ITEM_DETAIL),
    ]
    if not stream.told:
        nothing = write("Nothing changed, and nothing is due in the next three months.")
        return [*head, *([Paragraph(plain(nothing))] if stream.progressed.total else [])]
    rows = []
    before: What | None = None
    for told in stream.told:
        what = plain("" if told.what is before else told.what.words)
        rows.append((what, *_row(told, style)))
        before = told.what
    return [*head, Table(tuple(rows), _WIDTHS, tuple(map(write, _HEADER)), kind=TableKind.PLAN, row_headers=True)]


def _row(told: Told, style: HouseStyle) -> tuple[Runs, Runs, Runs]:
    step, stands = told.step, told.standing
    where = plain(f"{step.number} {step.activity.title}")
    text = joined(runs_of(step.milestone.text), where, plain(told.note), by="\n")
    leads = plain(listed([lead.name for lead in step.activity.leads]) or write("Nobody"))
    trouble = due_trouble(step.milestone.due) if step.milestone.status.unfinished else ""
    due = due_words(step.milestone.due, step.milestone.text, style.forms)
    rag = write(stands.rag) if step.milestone.status.unfinished else step.milestone.status.words
    said = (
        "" if due and due in trouble else due,
        write("was {day}", day=due_words(told.was, forms=style.forms))
        if told.was is not None and told.was.words
        else "",
        trouble if trouble != rag else "",
        f"{rag}: {stands.reason}" if stands.reason else rag,
    )
    return text, leads, joined(*(plain(words) for words in said), by="\n")


def _gone(gone: tuple[Milestone, ...], style: HouseStyle) -> list[Block]:
    if not gone:
        return []
    head = Heading(2, plain(write("Taken out of the plan")), capitals=style.capital_headings)
    return [head, *(Paragraph(runs_of(milestone.text)) for milestone in gone)]
