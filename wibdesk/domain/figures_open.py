"""Open actions in figures: how many after each meeting, how many of these overdue, and how old they are now."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from dateutil.relativedelta import relativedelta

from wibdesk.domain.figures import MOST_MEETINGS, ActionFacts, Facts
from wibdesk.domain.figures_words import brief_day, capital, month_of, number_words
from wibdesk.domain.paper_words import to_write, write, write_counted

AGES = (
    to_write("under 1 month"),
    to_write("1 to 3 months"),
    to_write("3 to 6 months"),
    to_write("over 6 months"),
)
_MONTHS = (1, 3, 6)


@dataclass(frozen=True)
class OpenAfter:
    """How many actions were open at the end of a day with a meeting, and how many of these overdue."""

    day: date
    open: int
    overdue: int


@dataclass(frozen=True)
class OpenOverTime:
    """Open and overdue actions after the meetings, oldest first; there is one at least.

    `step` says which meetings, where they are too many for one chart. `unknown` actions ended on no recorded day and
    are counted nowhere.
    """

    points: tuple[OpenAfter, ...]
    step: str = to_write("each meeting")
    unknown: int = 0

    @property
    def finding(self) -> str:
        """What the figures say, in a sentence without its full stop."""
        first, last = self.points[0], self.points[-1]
        most = max(self.points, key=lambda point: (point.open, point.day))
        least = min(self.points, key=lambda point: (point.open, -point.day.toordinal()))
        if most.open == 0:
            several = len(self.points) > 1
            return write("No action was open after any meeting") if several else write("No action was open")
        if len(self.points) == 1:
            return _at_one(last)
        if most.open == least.open:
            return write("Open actions stayed at {number}", number=last.open)
        if first.open == last.open:
            return write_counted(
                last.open,
                "{number} action was open, as many as in {month}",
                "{number} actions were open, as many as in {month}",
                month=month_of(first.day, last.day),
            )
        if last.open < first.open:
            month = _month(most.day, last.day)
            return write(
                "Open actions fell from {before} to {now} since {month}", before=most.open, now=last.open, month=month
            )
        month = _month(least.day, last.day)
        return write(
            "Open actions rose from {before} to {now} since {month}", before=least.open, now=last.open, month=month
        )

    @property
    def about(self) -> str:
        """What is shown."""
        shown = write("Open after {step}, the hatched part overdue", step=write(self.step))
        if not self.unknown:
            return shown
        return write_counted(
            self.unknown,
            "{shown}; {number} action that ended on no recorded day left out",
            "{shown}; {number} actions that ended on no recorded day left out",
            shown=shown,
            number=number_words(self.unknown),
        )


@dataclass(frozen=True)
class OpenAges:
    """How many actions are open in each group of AGES."""

    counts: tuple[int, ...]

    @property
    def finding(self) -> str:
        """What the figures say, in a sentence without its full stop."""
        _, some, older, oldest = self.counts
        total = sum(self.counts)
        if not total:
            return write("No action is open")
        if oldest:
            return write_counted(
                oldest,
                "{number} action is over six months old",
                "{number} actions are over six months old",
                number=capital(number_words(oldest)),
            )
        if older:
            return write_counted(
                older,
                "{number} action is over three months old",
                "{number} actions are over three months old",
                number=capital(number_words(older)),
            )
        return write("No action is over three months old") if some else write("No action is over one month old")

    @property
    def about(self) -> str:
        """What is shown."""
        total = sum(self.counts)
        return write_counted(
            total,
            "Age of the one open action",
            "Age of the {number} open actions",
            number=number_words(total),
        )


def open_over_time(facts: Facts) -> OpenOverTime | None:
    """Return the open actions after the meetings of the period; None where there was no meeting or never an action."""
    days, step = _thinned(facts.days)
    known = [action for action in facts.actions if action.end_known]
    if not days or not facts.actions:
        return None
    return OpenOverTime(open_after(known, days), step, len(facts.actions) - len(known))


def open_after(actions: Iterable[ActionFacts], days: Sequence[date]) -> tuple[OpenAfter, ...]:
    """Return open and overdue actions at the end of each day, given in order."""
    opened, overdue = [0] * (len(days) + 1), [0] * (len(days) + 1)
    for action in actions:
        for start, end, last in action.open_stretches():
            _count(opened, days, start, end)
            if last is not None and last < date.max:
                _count(overdue, days, max(start, last + timedelta(days=1)), end)
    both = zip(days, accumulate(opened), accumulate(overdue), strict=False)
    return tuple(OpenAfter(day, number, late) for day, number, late in both)


def open_ages(facts: Facts) -> OpenAges | None:
    """Return how old the open actions are today; None where there never was an action."""
    if not facts.actions:
        return None
    limits = _limits(facts.today)
    counts = [0] * len(AGES)
    for action in facts.actions:
        if action.status.unfinished and action.end_known:
            counts[sum(action.raised < limit for limit in limits)] += 1
    return OpenAges(tuple(counts))


def raised_within(group: int, today: date) -> tuple[date | None, date | None]:
    """Return the first day on which an action of a group of AGES was raised, and the day after the last one."""
    bounds = [None, *_limits(today), None]
    return bounds[group + 1], bounds[group]


def _limits(today: date) -> list[date]:
    return [today - relativedelta(months=months) for months in _MONTHS]


def _count(changes: list[int], days: Sequence[date], start: date, end: date) -> None:
    if start < end:
        changes[bisect_left(days, start)] += 1
        changes[bisect_left(days, end)] -= 1


def _thinned(days: Sequence[date]) -> tuple[Sequence[date], str]:
    """Return the days of one chart: where they are too many, the last of each month, quarter or year."""
    for step, key in (
        (to_write("each meeting"), lambda day: day),
        (to_write("the last meeting of each month"), lambda day: (day.year, day.month)),
        (to_write("the last meeting of each quarter"), lambda day: (day.year, (day.month - 1) // 3)),
        (to_write("the last meeting of each year"), lambda day: day.year),
    ):
        kept = list({key(day): day for day in days}.values())
        if len(kept) <= MOST_MEETINGS:
            return kept, step
    return kept[-MOST_MEETINGS:], step


def _month(since: date, last: date) -> str:
    same = (since.year, since.month) == (last.year, last.month)
    return brief_day(since) if same else month_of(since, last)


def _at_one(point: OpenAfter) -> str:
    """Return the finding of one meeting after which some action was open."""
    late = (
        write("{number} of them overdue", number=number_words(point.overdue))
        if point.overdue
        else write("none of them overdue")
    )
    return write_counted(
        point.open,
        "{number} action was open, {late}",
        "{number} actions were open, {late}",
        number=capital(number_words(point.open)),
        late=late,
    )
