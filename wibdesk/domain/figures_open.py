"""Open actions in figures: how many after each meeting, how many of these overdue, and how old they are now."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from dateutil.relativedelta import relativedelta

from wibdesk.domain.figures import MOST_MEETINGS, ActionFacts, Facts
from wibdesk.domain.figures_words import brief_day, capital, counted, is_or_are, month_of, number_words

AGES = ("under 1 month", "1 to 3 months", "3 to 6 months", "over 6 months")
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
    step: str = "each meeting"
    unknown: int = 0

    @property
    def finding(self) -> str:
        """What the figures say, in a sentence without its full stop."""
        first, last = self.points[0], self.points[-1]
        most = max(self.points, key=lambda point: (point.open, point.day))
        least = min(self.points, key=lambda point: (point.open, -point.day.toordinal()))
        if most.open == 0:
            return "No action was open after any meeting" if len(self.points) > 1 else "No action was open"
        if len(self.points) == 1:
            late = f"{number_words(last.overdue) if last.overdue else 'none'} of them overdue"
            return f"{capital(counted(last.open, 'action'))} {_was(last.open)} open, {late}"
        if most.open == least.open:
            return f"Open actions stayed at {last.open}"
        if first.open == last.open:
            actions = "1 action was" if last.open == 1 else f"{last.open} actions were"
            return f"{actions} open, as many as in {month_of(first.day, last.day)}"
        since, verb = (most, "fell") if last.open < first.open else (least, "rose")
        return f"Open actions {verb} from {since.open} to {last.open} since {_month(since.day, last.day)}"

    @property
    def about(self) -> str:
        """What is shown."""
        left_out = f"; {counted(self.unknown, 'action')} that ended on no recorded day left out" if self.unknown else ""
        return f"Open after {self.step}, the hatched part overdue{left_out}"


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
            return "No action is open"
        if oldest:
            return f"{capital(counted(oldest, 'action'))} {is_or_are(oldest)} over six months old"
        if older:
            return f"{capital(counted(older, 'action'))} {is_or_are(older)} over three months old"
        return "No action is over three months old" if some else "No action is over one month old"

    @property
    def about(self) -> str:
        """What is shown."""
        total = sum(self.counts)
        return "Age of the one open action" if total == 1 else f"Age of the {number_words(total)} open actions"


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
    limits = [facts.today - relativedelta(months=months) for months in _MONTHS]
    counts = [0] * len(AGES)
    for action in facts.actions:
        if action.status.unfinished and action.end_known:
            counts[sum(action.raised < limit for limit in limits)] += 1
    return OpenAges(tuple(counts))


def _count(changes: list[int], days: Sequence[date], start: date, end: date) -> None:
    if start < end:
        changes[bisect_left(days, start)] += 1
        changes[bisect_left(days, end)] -= 1


def _thinned(days: Sequence[date]) -> tuple[Sequence[date], str]:
    """Return the days of one chart: where they are too many, the last of each month, quarter or year."""
    for step, key in (
        ("each meeting", lambda day: day),
        ("the last meeting of each month", lambda day: (day.year, day.month)),
        ("the last meeting of each quarter", lambda day: (day.year, (day.month - 1) // 3)),
        ("the last meeting of each year", lambda day: day.year),
    ):
        kept = list({key(day): day for day in days}.values())
        if len(kept) <= MOST_MEETINGS:
            return kept, step
    return kept[-MOST_MEETINGS:], step


def _month(since: date, last: date) -> str:
    same = (since.year, since.month) == (last.year, last.month)
    return brief_day(since) if same else month_of(since, last)


def _was(number: int) -> str:
    return "was" if number == 1 else "were"
