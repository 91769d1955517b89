"""The rows of a plan: as a tree with its timeline, by lead, by what is due next, and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.cells import Marked, Rag, Ref, Two, muted
from ui.places.plans.timeline import Course, Mark, Months, months_of
from ui.tables import Column, TableRow
from ui.theme import Theme
from wibdesk.domain.actions import last_day
from wibdesk.domain.dates import compact_date, read_date, short_date
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Progress
from wibdesk.domain.plan_course import (
    PlanCourse,
    Progressed,
    Standing,
    due_until,
    history,
    of_activity,
    of_workstream,
    standing,
)
from wibdesk.domain.plan_dates import date_doubts, trouble_of
from wibdesk.domain.plan_tree import Part, Step, activities, steps
from wibdesk.domain.plans import Activity, Lead, Milestone, Workstream
from wibdesk.domain.rich_text import plain_text
from wibdesk.language import later, say

NARROW = 860  # below this lead and date stand on the second line
COLUMNS = (
    Column(later("No."), 84),
    Column(later("Activity")),
    Column(later("Lead"), 150, least=NARROW),
    Column(later("Due"), 228, least=NARROW),
    Column("RAG", 112),
    Column(later("Timeline"), 276, least=1080),
)
LIST_COLUMNS = (*COLUMNS[:1], Column(later("Milestone")), *COLUMNS[2:5])
HISTORY_COLUMNS = (
    Column(later("When"), 150), Column(later("Milestone")), Column(later("What changed"), 300, least=NARROW),
    Column(later("Who"), 150, least=NARROW),
)  # fmt: skip
SOON = timedelta(days=30)


@dataclass(frozen=True)
class Thing:
    """What a row stands for: the part itself, and the milestone that is reported on with it, None where none is."""

    part: Part
    step: Step | None = None


@dataclass(frozen=True)
class _View:
    """How the tree is shown: on which day, over which months, with whose milestones, and whether it is narrow."""

    course: PlanCourse
    today: date
    months: Months
    opened: frozenset[str]
    narrow: bool


@dataclass(frozen=True)
class Inner(Two):
    """A milestone below its activity: set in."""

    def paint(self, p: QPainter, t: Theme, rect: QRectF, *, strong: bool = False) -> None:
        """Paint both lines further to the right."""
        super().paint(p, t, rect.adjusted(t.px(18), 0, 0, 0), strong=strong)


def tracker_months(course: PlanCourse, today: date) -> Months:
    """Return the months of the timeline."""
    dues = (step.milestone.due for step in steps(course.plan))
    return months_of((day for due in dues for day in (first_day(due), last_day(due)) if day), today)


def tracker_rows(
    course: PlanCourse, today: date, opened: frozenset[str], *, words: str = "", narrow: bool = False
) -> list[TableRow]:
    """Return the tree: workstreams, their activities, and the milestones of those that are open.

    With words to find, only what fits them, and what holds it.
    """
    numbered = {activity.id: number for _, activity, number in activities(course.plan)}
    by_id = {step.milestone.id: step for step in steps(course.plan)}
    found = {a.id for w in course.plan.workstreams for a in w.activities if words and not _holds(a.title, words)}
    view = _View(course, today, tracker_months(course, today), opened | found, narrow)
    rows: list[TableRow] = []
    for stream in course.plan.workstreams:
        shown = [a for a in stream.activities if _fits(a, words)]
        if words and not shown and not _holds(stream.title, words):
            continue
        rows.append(_workstream_row(view, stream))
        for activity in shown:
            far = of_activity(course, activity, today)
            step = by_id[far.next.milestone.id] if far.next else None
            rows.append(_activity_row(view, activity, numbered[activity.id], step, far))
            inner = activity.milestones if activity.id in view.opened else ()
            rows += [_milestone_row(view, by_id[milestone.id]) for milestone in inner]
    return rows


def lead_rows(course: PlanCourse, today: date, *, words: str = "", narrow: bool = False) -> list[TableRow]:
    """Return the milestones under each lead, by name; those whose activity nobody leads come last."""
    by_lead: dict[str, list[Step]] = {}
    for step in steps(course.plan):
        for name in [lead.name for lead in step.activity.leads] or [""]:
            by_lead.setdefault(name, []).append(step)
    rows: list[TableRow] = []
    for name in sorted(by_lead, key=lambda name: (not name, name.casefold())):
        shown = [step for step in by_lead[name] if _step_fits(step, words)]
        if shown:
            still = sum(step.milestone.status.unfinished for step in shown)
            head = say("{name}, {still} open of {number}", name=name or say("Nobody"), still=still, number=len(shown))
            rows.append(TableRow(row_id=f"lead {name}", cells=(head,), group=True))
            rows += [_list_row(course, step, today, narrow, f" {name}") for step in shown]
    return rows


def due_rows(course: PlanCourse, today: date, *, words: str = "", narrow: bool = False) -> list[TableRow]:
    """Return the unfinished milestones by when they are due: overdue first, those without a day last."""
    overdue, soon, later_on, never = say("Overdue"), say("In the next 30 days"), say("Later"), say("No day known")
    groups: dict[str, list[Step]] = {overdue: [], soon: [], later_on: [], never: []}
    for step in due_until(course, today):
        day = last_day(step.milestone.due) or today
        name = overdue if day < today else soon if day <= today + SOON else later_on
        groups[name].append(step)
    groups[never] = [doubt.step for doubt in date_doubts(course.plan)]
    rows: list[TableRow] = []
    for name, held in groups.items():
        shown = [step for step in held if _step_fits(step, words)]
        if shown:
            rows.append(TableRow(row_id=name, cells=(f"{name}, {len(shown)}",), group=True))
            rows += [_list_row(course, step, today, narrow) for step in shown]
    return rows


def history_rows(course: PlanCourse, *, words: str = "", narrow: bool = False) -> list[TableRow]:
    """Return all that was done to milestones, the latest first; where it is narrow, what was done is below them."""
    rows = []
    for n, told in enumerate(history(course)):
        step, what = told.step, told.what
        text, at = plain_text(step.milestone.text), told.at.astimezone()
        where = course.meeting_words.get(told.reported_in_id or "", "")
        by = ", ".join(filter(None, (told.by, where)))
        if words and not _holds(f"{text} {what} {told.note} {by}", words):
            continue
        cells = (
            Two(short_date(at.date()), f"{at:%H:%M}"),
            Two(text, what if narrow else f"{step.number} {step.activity.title}"),
            Two(what, told.note), muted(by),
        )  # fmt: skip
        said = ", ".join(filter(None, (short_date(at.date()), text, what, told.note, by)))
        rows.append(
            TableRow(row_id=f"{n} {step.milestone.id}", cells=cells, sentence=said, data=Thing(step.milestone, step))
        )
    return rows


def reading_rows(plan_steps: Iterable[Step]) -> list[TableRow]:
    """Return the milestones of a plan that was read and is not stored yet."""
    rows, before = [], ""
    for n, step in enumerate(plan_steps):
        stream = step.workstream
        if stream.id != before:
            head = f"{stream.number or ''} {stream.title}".strip()
            rows.append(TableRow(row_id=stream.id, cells=(head,), group=True))
            before = stream.id
        leads = lead_words(step.activity.leads)
        cells = (
            Two(
                plain_text(step.milestone.text),
                say(
                    "{number} {title}, {leads}",
                    number=step.number,
                    title=step.activity.title,
                    leads=leads or say("nobody leads it"),
                ),
            ),
            due_cell(step.milestone.due),
        )
        rows.append(TableRow(row_id=str(n), cells=cells))
    return rows


def due_cell(due: Due, stands: Standing | None = None) -> Two:
    """Return a deadline over its story: what is wrong with it, how it slipped, or what sort it is."""
    trouble = trouble_of(due) if stands is None else stands.trouble
    if trouble is not None and due.as_written:
        return Two(due.as_written, say(trouble.value), "triangle-alert", "warn")
    if stands is not None and stands.slips:
        return Two(due_words(due), stands.slipped_words, "repeat", "bad" if stands.rag == "Red" else "warn")
    if due.kind is DueKind.NONE:
        return Two(due.as_written or say("No date"), say("no day known") if due.as_written else "")
    sorts = {
        DueKind.RANGE: say("range"),
        DueKind.MONTH: say("month"),
        DueKind.FROM: say("no end named"),
    }
    return Two(
        due_words(due),
        sorts.get(due.kind, say("written {as_written}", as_written=due.as_written) if _is_told(due) else ""),
    )


def _is_told(due: Due) -> bool:
    """Say whether the words as written say more than the day that was read."""
    words = (due.as_written or "").removeprefix("by ")
    return bool(words) and words not in due.words and read_date(words) != due.date


def due_words(due: Due) -> str:
    """Return a deadline for a column: a range without its days of the week."""
    if due.kind is DueKind.RANGE and due.start and due.end:
        return say("{first} to {last}", first=compact_date(due.start), last=compact_date(due.end))
    return due.words


def lead_words(leads: tuple[Lead, ...]) -> str:
    """Return the names of those who lead."""
    return ", ".join(lead.name for lead in leads)


def first_day(due: Due) -> date | None:
    """Return the day on which a deadline's time begins, its only day where it has one."""
    return due.start or due.month or due.date


def _workstream_row(view: _View, stream: Workstream) -> TableRow:
    far = of_workstream(view.course, stream, view.today)
    below = _far_words(far)
    cells = (Ref(stream.number or "–"), Two(stream.title, below), "", "", Rag(far.rag if far.total else ""), "")
    said = say(
        "Workstream {number} {title}, {below}, {rag}",
        number=stream.number or "",
        title=stream.title,
        below=below,
        rag=say(far.rag),
    )
    return TableRow(row_id=stream.id, cells=cells, sentence=said, strong=True, data=Thing(stream))


def _activity_row(view: _View, activity: Activity, number: str, step: Step | None, far: Progressed) -> TableRow:
    open_ = activity.id in view.opened
    leads, below = lead_words(activity.leads), _far_words(far)
    cells = (
        Marked("chevron-down" if open_ else "chevron-right", number, "muted") if far.total or activity.milestones
        else Ref(number),
        Two(activity.title, _below(view.narrow, far.due if far.total else None, leads, below)),
        Two(leads),
        due_cell(far.due, far.next) if far.total else "",
        Rag(far.rag),
        _line(activity.milestones, view),
    )  # fmt: skip
    due = ", ".join(filter(None, (due_cell(far.due, far.next).text, say(far.rag))))
    shown = say("its milestones are below") if open_ else ""
    said = ", ".join(filter(None, (f"{number} {activity.title}", leads, below, due, shown)))
    return TableRow(row_id=activity.id, cells=cells, sentence=said, data=Thing(activity, step))


def _milestone_row(view: _View, step: Step) -> TableRow:
    milestone, course = step.milestone, view.course
    stands = standing(course, milestone, view.today)
    plain = milestone.status in (Progress.OPEN, Progress.DONE)
    said = _said_last(course, milestone) or ("" if plain else milestone.status.words.lower())
    below = _below(view.narrow, milestone.due, "", said)
    cells = (
        "", Inner(plain_text(milestone.text), below), "", due_cell(milestone.due, stands), Rag(stands.rag),
        _line((milestone,), view),
    )  # fmt: skip
    return TableRow(row_id=milestone.id, cells=cells, sentence=_sentence(step, stands), data=Thing(milestone, step))


def _list_row(course: PlanCourse, step: Step, today: date, narrow: bool, more: str = "") -> TableRow:
    stands, leads = standing(course, step.milestone, today), lead_words(step.activity.leads)
    below = _below(narrow, step.milestone.due, leads, step.activity.title)
    cells = (
        Ref(step.number), Two(plain_text(step.milestone.text), below), Two(leads), due_cell(step.milestone.due, stands),
        Rag(stands.rag),
    )  # fmt: skip
    said = _sentence(step, stands)
    return TableRow(row_id=f"{step.milestone.id}{more}", cells=cells, sentence=said, data=Thing(step.milestone, step))


def _below(narrow: bool, due: Due | None, leads: str, said: str) -> str:
    """Return the second line: where it is narrow, date and leads come first."""
    return ", ".join(filter(None, (due_words(due) if due else "", leads, said))) if narrow else said


def _sentence(step: Step, stands: Standing) -> str:
    due = due_cell(step.milestone.due, stands).text
    words = (
        say("Milestone of {number}", number=step.number), plain_text(step.milestone.text),
        lead_words(step.activity.leads), due,
        say(stands.rag), stands.reason, step.milestone.status.words,
    )  # fmt: skip
    return ", ".join(filter(None, words))


def _said_last(course: PlanCourse, milestone: Milestone) -> str:
    notes = [change.note for change in course.changes.get(milestone.id, ()) if change.note]
    return notes[-1] if notes else ""


def _far_words(far: Progressed) -> str:
    said = (
        far.words,
        say("{overdue} overdue", overdue=far.overdue) if far.overdue else "",
        say("{undated} without a day", undated=far.undated) if far.undated else "",
    )
    return ", ".join(filter(None, said))


def _line(milestones: tuple[Milestone, ...], view: _View) -> Course:
    days = [(first_day(m.due), last_day(m.due) or m.due.date, m) for m in milestones]
    known = [(first, last, m) for first, last, m in days if first and last]
    marks = tuple(Mark(last, _look(m, last, view.today)) for _, last, m in known)
    line = Course("", months=view.months, today=view.today, marks=marks)
    if not known:
        return line
    start, end = min(first for first, _, _ in known), max(last for _, last, _ in known)
    return replace(line, start=start, end=end)


def _look(milestone: Milestone, day: date, today: date) -> str:
    if not milestone.status.unfinished:
        return "done"
    return "overdue" if day < today else "open"


def _fits(activity: Activity, words: str) -> bool:
    texts = (activity.title, lead_words(activity.leads), *(plain_text(m.text) for m in activity.milestones))
    return _holds(" ".join(texts), words)


def _step_fits(step: Step, words: str) -> bool:
    texts = (plain_text(step.milestone.text), step.activity.title, lead_words(step.activity.leads))
    return _holds(" ".join(texts), words)


def _holds(text: str, words: str) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words.casefold().split())
