"""The charts of a body: each figure with its finding, its picture and its table; a new chart is one line in CHARTS."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from wibdesk.documents.charts.chart import (
    Bar,
    Bars,
    Chart,
    Column,
    Columns,
    Grid,
    GridRow,
    Timeline,
    TimeRow,
    Value,
)
from wibdesk.documents.charts.grid import ABSENT, OUTSIDE
from wibdesk.domain.attendance_register import Mark, RegisterLine
from wibdesk.domain.figures import Facts
from wibdesk.domain.figures_attendance import came, member_attendance
from wibdesk.domain.figures_done import (
    NO_ORGANISATION,
    NO_OWNER,
    Completion,
    DoneBy,
    completion_by_organisation,
    completion_by_owner,
)
from wibdesk.domain.figures_drafts import days_of, days_words, draft_days
from wibdesk.domain.figures_open import AGES, open_ages, open_over_time
from wibdesk.domain.figures_plan import Standing, StreamMilestones, plan_milestones
from wibdesk.domain.figures_words import brief_day, counted

MOST_BARS = 12
"""Owners or organisations in one picture; the table has them all."""
OPEN, AGE, OWNER, ORGANISATION, ATTENDANCE, MILESTONES, DRAFTS = (
    "open", "age", "owner", "organisation", "attendance", "milestones", "drafts",
)  # fmt: skip
_MARKS = {
    Mark.PRESENT: "", Mark.DEPUTY_SENT: "D", Mark.APOLOGIES: "A", Mark.NOT_THERE: ABSENT, Mark.UNKNOWN: "?",
    Mark.OUTSIDE: OUTSIDE, Mark.AS_DEPUTY: "S",
}  # fmt: skip
_MEANINGS = {
    Mark.PRESENT: "Filled: present", Mark.DEPUTY_SENT: "D: sent a deputy", Mark.APOLOGIES: "A: apologies",
    Mark.NOT_THERE: "–: absent", Mark.UNKNOWN: "?: not recorded", Mark.OUTSIDE: "No square: not on the list",
    Mark.AS_DEPUTY: "S: as a deputy",
}  # fmt: skip
_TIMELINE_KEY = "Filled square: done · Empty square: to come · Diamond: overdue"


def charts_of(facts: Facts) -> tuple[Chart, ...]:
    """Return the charts that the facts are enough for, in the order in which they are read."""
    return tuple(filter(None, (make(facts) for make in CHARTS.values())))


def _open(facts: Facts) -> Chart | None:
    found = open_over_time(facts)
    if found is None:
        return None
    columns = tuple(Column(brief_day(p.day), p.open, p.overdue, str(p.day.year)) for p in found.points)
    # Only the last bar is what the log shows now.
    last = Column(columns[-1].name, columns[-1].value, columns[-1].part, columns[-1].group, "open")
    return Chart(
        OPEN, found.finding, found.about, Columns((*columns[:-1], last), "late"),
        ("After the meeting of", "Open", "Overdue"),
        tuple((p.day, p.open, p.overdue) for p in found.points), (46, 27, 27),
    )  # fmt: skip


def _age(facts: Facts) -> Chart | None:
    found = open_ages(facts)
    if found is None or not sum(found.counts):
        return None
    bars = tuple(
        Bar(name, count, str(count), stressed=name == AGES[-1] and count > 0, key="open" if count else "")
        for name, count in zip(AGES, found.counts, strict=True)
    )
    rows = tuple((name.capitalize(), count) for name, count in zip(AGES, found.counts, strict=True))
    return Chart(AGE, found.finding, found.about, Bars(bars), ("Age", "Open actions"), rows, (60, 40))


def _by_owner(facts: Facts) -> Chart | None:
    return _completion(OWNER, "Owner", completion_by_owner(facts))


def _by_organisation(facts: Facts) -> Chart | None:
    return _completion(ORGANISATION, "Organisation", completion_by_organisation(facts))


def _completion(name: str, first: str, found: Completion | None) -> Chart | None:
    if found is None:
        return None
    shown = found.lines[:MOST_BARS]
    left_out = len(found.lines) - len(shown)
    also = f"The {len(shown)} with most actions; {counted(left_out, 'other')} in the table" if left_out else ""
    header = (first, "Actions", "Done", "Done late", "To do")
    rows = tuple((line.name, line.total, line.done, line.late, line.left) for line in found.lines)
    bars = Bars(tuple(map(_bar, shown)))
    return Chart(name, found.finding, found.about, bars, header, rows, (44, 14, 14, 14, 14), also)


def _bar(line: DoneBy) -> Bar:
    late = f", {line.late} late" if line.late else ""
    key = "" if line.name in (NO_OWNER, NO_ORGANISATION) else line.name
    return Bar(line.name, line.done, f"{line.done} of {line.total}{late}", line.late, line.total, key=key)


def _attendance(facts: Facts) -> Chart | None:
    found = member_attendance(facts)
    if found is None:
        return None
    seldom = set(found.seldom)
    rows = tuple(
        GridRow(line.name, tuple(_MARKS[mark] for mark in line.marks), _of(line), line in seldom, line.name)
        for line in found.lines
    )
    used = {mark for line in found.lines for mark in line.marks}
    key = " · ".join(words for mark, words in _MEANINGS.items() if mark in used)
    header = ("Member", "Came", "Due", "Sent a deputy", "Apologies", "Absent")
    table: tuple[tuple[Value, ...], ...] = tuple(
        (line.name, came(line), line.due, *(line.marks.count(mark) for mark in _AWAY)) for line in found.lines
    )
    return Chart(ATTENDANCE, found.finding, found.about, Grid(rows, key), header, table, (36, 11, 10, 17, 15, 11))


_AWAY = (Mark.DEPUTY_SENT, Mark.APOLOGIES, Mark.NOT_THERE)


def _of(line: RegisterLine) -> str:
    return f"{came(line)} of {line.due}" if line.due else "not due"


def _milestones(facts: Facts) -> Chart | None:
    found = plan_milestones(facts)
    if found is None:
        return None
    rows = tuple(TimeRow(s.name, s.dated, _standing(s), bool(s.count(Standing.LATE)), s.name) for s in found.streams)
    header = ("Workstream", "Done", "To come", "Overdue", "No day")
    table: tuple[tuple[Value, ...], ...] = tuple(
        (s.name, *map(s.count, (Standing.DONE, Standing.DUE, Standing.LATE)), s.undated) for s in found.streams
    )
    picture = Timeline(rows, found.today, _TIMELINE_KEY)
    return Chart(MILESTONES, found.finding, found.about, picture, header, table, (48, 13, 13, 13, 13))


def _standing(stream: StreamMilestones) -> str:
    late = stream.count(Standing.LATE)
    return f"{late} overdue" if late else f"{stream.count(Standing.DONE)} of {len(stream.dated)} done"


def _drafts(facts: Facts) -> Chart | None:
    found = draft_days(facts)
    if found is None:
        return None
    several = len({draft.day.year for draft in found.drafts}) > 1
    bars = tuple(
        Bar(_day(draft.day, with_year=several), days_of(draft), days_words(days_of(draft))) for draft in found.drafts
    )
    rows = tuple((draft.day, draft.left, days_of(draft)) for draft in found.drafts)
    return Chart(
        DRAFTS, found.finding, found.about, Bars(bars), ("Meeting", "Left the desk", "Days"), rows, (40, 40, 20)
    )


def _day(day: date, *, with_year: bool) -> str:
    return f"{brief_day(day)} {day.year}" if with_year else brief_day(day)


CHARTS: Mapping[str, Callable[[Facts], Chart | None]] = MappingProxyType(
    {
        OPEN: _open, AGE: _age, OWNER: _by_owner, ORGANISATION: _by_organisation, ATTENDANCE: _attendance,
        MILESTONES: _milestones, DRAFTS: _drafts,
    }
)  # fmt: skip
"""What makes each chart, by its name, in the order in which they are read; None where there is nothing to show."""
