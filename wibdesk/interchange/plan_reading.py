"""A grid of cells read as an improvement plan: workstream, activity, lead, milestones; nothing that it says is lost."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

from wibdesk.domain.entries import Paragraph, Progress
from wibdesk.domain.plan_dates import date_doubts
from wibdesk.domain.plan_text import read_leads, read_milestone, read_plan_due
from wibdesk.domain.plan_tree import activities, steps
from wibdesk.domain.plans import Activity, Milestone, Plan, PlanSection, Workstream
from wibdesk.domain.rich_text import Span, to_markup
from wibdesk.errors import UserError
from wibdesk.interchange.json_text import LONGEST_TEXT, printable
from wibdesk.language import counted, say

Grid: TypeAlias = Sequence[Sequence[str]]

MOST_ROWS = 5_000
MOST_CELLS = 200_000
"""What a plan may have: twenty times the longest known."""
BESIDE = "Read beside the plan"
"""What heads the section that keeps the words that are no part of a workstream."""

_COLUMNS = {
    "workstream": r"work\s*streams?|themes?|priorit(?:y|ies)|objectives?",
    "activity": r"activit(?:y|ies)|actions?|projects?|tasks?|what",
    "leads": r"leads?|owners?|responsible|lead officers?|who|by whom|led by",
    "milestones": r"(?:key )?milestones?|steps?|outcomes?|deliverables?",
    "due": r"due|due date|by when|when|dates?|deadlines?|time\s?scales?|target(?: date)?|completion(?: date)?",
    "status": r"status|progress",
    "number": r"no\.?|number|ref\.?|reference|#",
}
_BY_WIDTH = {
    2: ("activity", "milestones"),
    3: ("activity", "leads", "milestones"),
    4: ("activity", "leads", "milestones", "due"),
}
_WORKSTREAM = re.compile(
    r"(?:work\s*stream|theme|priority|objective)\s*(?P<number>\d+[\w.]*)?\s*[-–—:.]*\s*(?P<title>\S.*)?|"
    r"(?P<bare>\d+(?:\.0)?)[.)]?\s+(?P<named>[A-Z].*)",
    re.IGNORECASE | re.DOTALL,
)
_MARK = re.compile(r"^\s*(?:(?:[-–—•·▪●*]|\d+[.)]|[a-z][.)])\s+)+")
_NUMBER = re.compile(r"[\d.]*")
_RUN_ON = re.compile(r"(?P<mark>[-–•·]) (?=[A-Z0-9])")


@dataclass(frozen=True)
class PlanReading:
    """A plan as it was read, before anything is stored: `doubts` are sentences on what was not understood, or how."""

    plan: Plan
    doubts: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """What was understood, counted: `2 workstreams, 5 activities, 14 milestones`."""
        plan = self.plan
        parts = (
            counted(len(plan.workstreams), "{number} workstream", "{number} workstreams"),
            counted(len(list(activities(plan))), "{number} activity", "{number} activities"),
            counted(len(list(steps(plan))), "{number} milestone", "{number} milestones"),
        )
        return ", ".join(parts)


@dataclass
class _Reader:
    """What has been read so far, row by row."""

    on: date
    columns: Mapping[str, int] = field(default_factory=dict)
    heads: Sequence[str] = ()
    streams: list[Workstream] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)

    def row(self, cells: Sequence[str]) -> None:
        """Read one row: of column names, of a workstream, or of an activity with its milestones."""
        filled = [cell for cell in cells if cell.strip()]
        columns = _named(cells)
        alone = _WORKSTREAM.fullmatch(filled[0].strip()) if len(set(filled)) == 1 else None
        if not filled:
            return
        if len(columns) > 1:
            self.columns, self.heads = columns, cells
        elif alone and not _MARK.match(filled[0]):
            number, title = alone["number"] or alone["bare"], alone["title"] or alone["named"]
            self.streams.append(Workstream(_line(title or filled[0]), number))
        elif len(cells) < 2 or (len(set(filled)) == 1 and not self._goes_on(cells)):
            self.beside.append("\n".join(dict.fromkeys(filled)))
        else:
            self._data(cells)

    def _goes_on(self, cells: Sequence[str]) -> bool:
        """Say whether a row of one cell adds milestones to the activity above, or begins one."""
        columns = self._columns(cells)
        first = next((n for n, cell in enumerate(cells) if cell.strip()), 0)
        return bool(self.streams or self.columns) and first in (columns.get("milestones"), columns.get("activity"))

    def _columns(self, cells: Sequence[str]) -> Mapping[str, int]:
        return self.columns or {name: n for n, name in enumerate(_BY_WIDTH.get(min(len(cells), 4), ()))}

    def _data(self, cells: Sequence[str]) -> None:
        columns = self._columns(cells)
        said = {name: _lines(cells[at]) for name, at in columns.items() if at < len(cells)}
        self._workstream(_line(said.get("workstream", "")))
        stream = self.streams[-1]
        title, leads = _line(said.get("activity", "")), read_leads(said.get("leads", ""))
        milestones, unread = self._milestones(said)
        taken = [at for name, at in columns.items() if name != "number" or _NUMBER.fullmatch(said.get(name, ""))]
        others = [*unread, *(cell for n, cell in enumerate(cells) if n not in taken and cell.strip())]
        held = stream.activities
        if title and not (held and held[-1].title == title):
            held = (*held, Activity(title))
        elif not held:
            held = (Activity("Activity without a name"),)
        last = held[-1]
        new = tuple(lead for lead in leads if lead not in last.leads)
        last = replace(last, leads=(*last.leads, *new), milestones=(*last.milestones, *milestones))
        self.streams[-1] = replace(stream, activities=(*held[:-1], last))
        self.beside += [f"{last.title}: {self._head(cells, words)}{_line(words)}" for words in others]

    def _head(self, cells: Sequence[str], words: str) -> str:
        at = cells.index(words) if words in cells else len(self.heads)
        return f"{_line(self.heads[at])}: " if at < len(self.heads) and self.heads[at].strip() else ""

    def _workstream(self, title: str) -> None:
        if not self.streams or (title and self.streams[-1].title != title):
            self.streams.append(Workstream(title or "Workstream 1"))

    def _milestones(self, said: Mapping[str, str]) -> tuple[list[Milestone], list[str]]:
        texts = list(_milestone_texts(said.get("milestones", "")))
        dues = [line for line in said.get("due", "").split("\n") if line.strip()]
        statuses = [line for line in said.get("status", "").split("\n") if line.strip()]
        if not texts and dues:
            texts = ["Done"]
        read = [read_milestone(text, on=self.on) for text in texts]
        unread: list[str] = []
        if len(dues) == len(read) or len(dues) == 1:
            each = dues if len(dues) == len(read) else dues * len(read)
            read = [_dated(m, words, self.on) for m, words in zip(read, each, strict=True)]
        else:
            unread += dues
        known = [_progress(words) for words in statuses]
        if read and len(known) == 1 and known[0] is not None:
            read = [replace(m, status=known[0]) for m in read]
        else:
            unread += statuses
        return [replace(m, text=_marked_up(m.text)) for m in read], unread


def read_grid(grid: Grid, *, title: str, body_name: str, on: date) -> PlanReading:
    """Read rows of cells, as of a table in Word or a spreadsheet, as a plan of a body.

    Cells that are empty go on with the activity above; a cell of several lines holds several milestones. `on` is the
    day against which dates are read. UserError where nothing of a plan is found, or too much.
    """
    refuse_more(len(grid), sum(len(row) for row in grid))
    reader = _Reader(on)
    for row in grid:
        cells = [str(printable(cell)).replace("\xa0", " ") for cell in row]
        refuse_longer(max(cells, key=len, default=""))
        reader.row(cells)
    plan = Plan("", body_name, title, workstreams=tuple(reader.streams), sections=_beside(reader.beside))
    if not any(True for _ in steps(plan)):
        raise UserError(say("No milestones were found: a plan is a table with columns Activity, Lead and Milestones."))
    return PlanReading(plan, tuple(reading_doubts(plan, len(reader.beside))))


def refuse_more(rows: int, cells: int) -> None:
    """Raise UserError where a table has more rows or cells than a plan may have."""
    if rows > MOST_ROWS or cells > MOST_CELLS:
        raise UserError(
            say(
                "The table has more than {most_rows:,} rows or {most_cells:,} cells: bring it in in parts.",
                most_rows=MOST_ROWS,
                most_cells=MOST_CELLS,
            )
        )


def refuse_longer(cell: str) -> None:
    """Raise UserError where a cell has more letters than a text of a plan may have."""
    if len(cell) > LONGEST_TEXT:
        raise UserError(
            say("A cell of the table has more than {longest_text:,} letters: shorten it.", longest_text=LONGEST_TEXT)
        )


def reading_doubts(plan: Plan, beside: int = 0) -> Iterator[str]:
    """Give sentences on what of a plan that was read is not certain; `beside` texts found no place in it."""
    if beside:
        place = say("kept word for word in the section “{beside}”", beside=BESIDE)
        yield counted(
            beside,
            "{number} text outside activities, leads and milestones: {place}.",
            "{number} texts outside activities, leads and milestones: {place}.",
            place=place,
        )
    for doubt in date_doubts(plan):
        due = doubt.step.milestone.due
        said = f"“{due.as_written}”: {say(doubt.trouble.value)}" if due.as_written else say("no date")
        yield f"{doubt.step.number} {doubt.step.milestone.text}: {said}."
    for _, activity, number in activities(plan):
        if not activity.leads:
            yield say("{number} {title}: nobody leads it.", number=number, title=activity.title)


def _named(cells: Sequence[str]) -> dict[str, int]:
    """Return the columns that the cells of a row name; a row that names one alone is no row of names."""
    found: dict[str, int] = {}
    for at, cell in enumerate(cells):
        words = _line(cell).rstrip(":").lower()
        name = next((name for name, known in _COLUMNS.items() if re.fullmatch(known, words)), None)
        if name is not None:
            found.setdefault(name, at)
    return found if found.keys() & {"activity", "milestones"} else {}


def _milestone_texts(cell: str) -> Iterator[str]:
    """Give the milestones of a cell: one a line, or one a mark; what is set in or begins small goes on with one."""
    run_on = None if "\n" in cell else _RUN_ON.match(cell.strip())
    if run_on:
        apart = re.split(rf"(?:^|\s){re.escape(run_on['mark'])} (?=[A-Z0-9])", cell.strip())
        yield from (text.strip() for text in apart if text.strip())
        return
    lines = [line for line in cell.split("\n") if line.strip()]
    marked = any(_MARK.match(line) and not line.startswith(" ") for line in lines)
    texts: list[str] = []
    for line in lines:
        words, mark = _line(_MARK.sub("", line)), _MARK.match(line)
        inner = line.startswith("  ") or (marked and not mark) or words[:1].islower()
        if texts and inner:
            texts[-1] += f" - {words}" if mark else f" {words}"
        elif words:
            texts.append(words)
    yield from texts


def _dated(read: Milestone, words: str, on: date) -> Milestone:
    """Return a milestone with the deadline of its own column; one that its words name too stays in them."""
    due = read_plan_due(words, on=on)
    if read.due.as_written and read.due.as_written not in read.text:
        read = replace(read, text=f"{read.text} {read.due.as_written}")
    return replace(read, due=replace(due, as_written=due.as_written or words.strip()))


def _progress(words: str) -> Progress | None:
    said = _line(words).lower()
    meant = {"complete": Progress.DONE, "completed": Progress.DONE, "ongoing": Progress.IN_PROGRESS,
             "not started": Progress.OPEN, "on track": Progress.IN_PROGRESS}  # fmt: skip
    return next((status for status in Progress if status.words.lower() == said), meant.get(said))


def _beside(texts: Sequence[str]) -> tuple[PlanSection, ...]:
    paragraphs = tuple(Paragraph(_marked_up(text)) for text in texts)
    return (PlanSection(None, BESIDE, paragraphs),) if paragraphs else ()


def _marked_up(words: str) -> str:
    """Return plain words in the markup of texts, in which none of them marks anything."""
    return to_markup((Span(words),))


def _lines(cell: str) -> str:
    return "\n".join(line.rstrip() for line in cell.splitlines() if line.strip())


def _line(words: str) -> str:
    return " ".join(words.split())
