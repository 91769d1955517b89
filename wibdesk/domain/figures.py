"""A body in figures: the facts that the register holds, and the period that they are told of."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from dateutil.relativedelta import relativedelta

from wibdesk.domain.entries import Progress
from wibdesk.domain.meetings import Meeting
from wibdesk.domain.paper_words import write

T = TypeVar("T")
COMPLETE = (Progress.DONE, Progress.CLOSED)
"""What counts as done: by the owner's word or the board's."""
WITHDRAWN = (Progress.SUPERSEDED, Progress.CANCELLED)
"""What nobody has to do any more, so that it is neither done nor left to do."""
MOST_MEETINGS = 24
"""Meetings side by side in one chart."""


class Period(StrEnum):
    """How far back the figures go."""

    YEAR = "year"
    TWO_YEARS = "two years"
    ALL = "all"

    @property
    def words(self) -> str:
        """The period as it stands in a sentence."""
        return {
            "year": write("the last 12 months"),
            "two years": write("the last 24 months"),
            "all": write("all years"),
        }[self.value]

    def first(self, today: date) -> date:
        """Return the first day of the period that ends today."""
        months = {"year": 12, "two years": 24}.get(self.value)
        return today - relativedelta(months=months) + timedelta(days=1) if months else date.min


@dataclass(frozen=True)
class ActionFacts:
    """What became of one action, by days in local time.

    `steps` are its states, each from a day on, beginning with the day it was raised; `dues` the last days on which it
    was in time, each from a day on, None for no known day. `end_known` is False where it ended on no recorded day.
    """

    raised: date
    steps: tuple[tuple[date, Progress], ...]
    dues: tuple[tuple[date, date | None], ...]
    owners: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    part: int = 1
    end_known: bool = True

    @property
    def status(self) -> Progress:
        """How far it is now."""
        return self.steps[-1][1]

    @property
    def late(self) -> bool:
        """Say whether it was done after the last day that it had when it was done."""
        day = self._done_on()
        due = next((last for start, last in reversed(self.dues) if day is not None and start <= day), None)
        return day is not None and due is not None and day > due

    def open_stretches(self) -> Iterator[tuple[date, date, date | None]]:
        """Yield from which day until before which it was open, and the last day in time that it had meanwhile."""
        for start, end, status in _stretches(self.steps):
            if status.unfinished:
                for since, until, last in _stretches(self.dues):
                    both = max(start, since), min(end, until)
                    if both[0] < both[1]:
                        yield *both, last

    def _done_on(self) -> date | None:
        """Return the day on which the owner, or else the board, called it done; None where that is not recorded."""
        if self.status not in COMPLETE or not self.end_known:
            return None
        day = self.steps[-1][0]
        for at, status in reversed(self.steps):
            if status not in COMPLETE:
                break
            day = at
        return day


@dataclass(frozen=True)
class MilestoneFacts:
    """A milestone of a plan: its workstream, its last day in time, None for no known day, and how far it is."""

    text: str
    workstream: str
    due: date | None
    status: Progress


@dataclass(frozen=True)
class DraftFacts:
    """The day of a meeting, and that on which its minutes first left the desk."""

    day: date
    left: date


@dataclass(frozen=True)
class Facts:
    """All that the figures of a body are made of.

    `days` are those of the meetings held in the period, oldest first; `meetings` the last of these with who was there.
    `actions` are those raised in the period or open at some time in it, `milestones` those of all plans of the body.
    """

    today: date = date(2000, 1, 1)
    period: Period = Period.YEAR
    body_name: str = ""
    days: tuple[date, ...] = ()
    actions: tuple[ActionFacts, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    milestones: tuple[MilestoneFacts, ...] = ()
    drafts: tuple[DraftFacts, ...] = ()

    def public(self) -> "Facts":
        """Return the facts without the actions of exempt items."""
        return replace(self, actions=tuple(action for action in self.actions if action.part == 1))

    def raised(self) -> tuple[ActionFacts, ...]:
        """Return the actions raised in the period that somebody has, or had, to do."""
        first = self.period.first(self.today)
        return tuple(a for a in self.actions if first <= a.raised <= self.today and a.status not in WITHDRAWN)


def _stretches(steps: tuple[tuple[date, T], ...]) -> Iterator[tuple[date, date, T]]:
    ends = [*(start for start, _ in steps[1:]), date.max]
    return ((start, end, what) for (start, what), end in zip(steps, ends, strict=True))
