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
from wibdesk.domain.figures_words import brief_day, capital, number_words
from wibdesk.domain.paper_words import to_write, write, write_counted

MOST_BARS = 12
"""Owners or organisations in one picture; the table has them all."""
OPEN, AGE, OWNER, ORGANISATION, ATTENDANCE, MILESTONES, DRAFTS = (
    "open", "age", "owner", "organisation", "attendance", "milestones", "drafts",
)  # fmt: skip
SHEETS = {
    OPEN: to_write("Open"), AGE: to_write("Age"), OWNER: to_write("Owner"), ORGANISATION: to_write("Organisation"),
    ATTENDANCE: to_write("Attendance"), MILESTONES: to_write("Milestones"), DRAFTS: to_write("Drafts"),
}  # fmt: skip
"""What the sheet of each chart is called in a workbook."""
_MARKS = {
    Mark.PRESENT: "", Mark.DEPUTY_SENT: to_write("D"), Mark.APOLOGIES: to_write("A"), Mark.NOT_THERE: ABSENT,
    Mark.UNKNOWN: "?", Mark.OUTSIDE: OUTSIDE, Mark.AS_DEPUTY: to_write("S"),
}  # fmt: skip
_MEANINGS = {
    Mark.PRESENT: to_write("Filled: present"), Mark.DEPUTY_SENT: to_write("D: sent a deputy"),
    Mark.APOLOGIES: to_write("A: apologies"), Mark.NOT_THERE: to_write("–: absent"),
    Mark.UNKNOWN: to_write("?: not recorded"), Mark.OUTSIDE: to_write("No square: not on the list"),
    Mark.AS_DEPUTY: to_write("S: as a deputy"),
}  # fmt: skip
_TIMELINE_KEY = to_write("Filled square: done · Empty square: to come · Diamond: overdue")


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
        OPEN, found.finding, found.about, Columns((*columns[:-1], last), write("late")),
        (write("After the meeting of"), write("Open"), write("Overdue")),
        tuple((p.day, p.open, p.overdue) for p in found.points), (46, 27, 27),
    )  # fmt: skip


def _age(facts: Facts) -> Chart | None:
    found = open_ages(facts)
    if found is None or not sum(found.counts):
        return None
    bars = tuple(
        Bar(write(name), count, str(count), stressed=name == AGES[-1] and count > 0, key=str(group) if count else "")
        for group, (name, count) in enumerate(zip(AGES, found.counts, strict=True))
    )
    rows = tuple((capital(write(name)), count) for name, count in zip(AGES, found.counts, strict=True))
    return Chart(AGE, found.finding, found.about, Bars(bars), (write("Age"), write("Open actions")), rows, (60, 40))


def _by_owner(facts: Facts) -> Chart | None:
    return _completion(OWNER, write("Owner"), completion_by_owner(facts))


def _by_organisation(facts: Facts) -> Chart | None:
    return _completion(ORGANISATION, write("Organisation"), completion_by_organisation(facts))


def _completion(name: str, first: str, found: Completion | None) -> Chart | None:
    if found is None:
        return None
    shown = found.lines[:MOST_BARS]
    left_out = len(found.lines) - len(shown)
    also = _also(len(shown), left_out) if left_out else ""
    header = (first, write("Actions"), write("Done"), write("Done late"), write("To do"))
    rows = tuple((line.shown, line.total, line.done, line.late, line.left) for line in found.lines)
    bars = Bars(tuple(map(_bar, shown)))
    return Chart(name, found.finding, found.about, bars, header, rows, (44, 14, 14, 14, 14), also)


def _also(shown: int, left_out: int) -> str:
    return write_counted(
        left_out,
        "The {shown} with most actions; {number} other in the table",
        "The {shown} with most actions; {number} others in the table",
        shown=shown,
        number=number_words(left_out),
    )


def _bar(line: DoneBy) -> Bar:
    said = write("{some} of {all}", some=line.done, all=line.total)
    said = write("{done}, {number} late", done=said, number=line.late) if line.late else said
    key = "" if line.name in (NO_OWNER, NO_ORGANISATION) else line.name
    return Bar(line.shown, line.done, said, line.late, line.total, key=key)


def _attendance(facts: Facts) -> Chart | None:
    found = member_attendance(facts)
    if found is None:
        return None
    seldom = set(found.seldom)
    rows = tuple(
        GridRow(line.name, tuple(write(_MARKS[mark]) for mark in line.marks), _of(line), line in seldom, line.name)
        for line in found.lines
    )
    used = {mark for line in found.lines for mark in line.marks}
    key = " · ".join(write(words) for mark, words in _MEANINGS.items() if mark in used)
    header = tuple(map(write, _COLUMNS))
    table: tuple[tuple[Value, ...], ...] = tuple(
        (line.name, came(line), line.due, *(line.marks.count(mark) for mark in _AWAY)) for line in found.lines
    )
    return Chart(ATTENDANCE, found.finding, found.about, Grid(rows, key), header, table, (36, 11, 10, 17, 15, 11))


_COLUMNS = (
    to_write("Member"),
    to_write("Came"),
    to_write("Due"),
    to_write("Sent a deputy"),
    to_write("Apologies"),
    to_write("Absent"),
)
_AWAY = (Mark.DEPUTY_SENT, Mark.APOLOGIES, Mark.NOT_THERE)


def _of(line: RegisterLine) -> str:
    return write("{some} of {all}", some=came(line), all=line.due) if line.due else write("not due")


def _milestones(facts: Facts) -> Chart | None:
    found = plan_milestones(facts)
    if found is None:
        return None
    rows = tuple(TimeRow(s.name, s.dated, _standing(s), bool(s.count(Standing.LATE)), s.name) for s in found.streams)
    header = (write("Workstream"), write("Done"), write("To come"), write("Overdue"), write("No day"))
    table: tuple[tuple[Value, ...], ...] = tuple(
        (s.name, *map(s.count, (Standing.DONE, Standing.DUE, Standing.LATE)), s.undated) for s in found.streams
    )
    picture = Timeline(rows, found.today, write(_TIMELINE_KEY))
    return Chart(MILESTONES, found.finding, found.about, picture, header, table, (48, 13, 13, 13, 13))


def _standing(stream: StreamMilestones) -> str:
    late = stream.count(Standing.LATE)
    if late:
        return write("{number} overdue", number=late)
    return write("{some} of {all} done", some=stream.count(Standing.DONE), all=len(stream.dated))


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
        DRAFTS,
        found.finding,
        found.about,
        Bars(bars),
        (write("Meeting"), write("Left the desk"), write("Days")),
        rows,
        (40, 40, 20),
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
