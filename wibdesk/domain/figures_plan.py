"""Milestones of a body's plans in figures: done, to come and overdue, by workstream."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wibdesk.domain.figures import COMPLETE, WITHDRAWN, Facts, MilestoneFacts
from wibdesk.domain.figures_words import capital, counted, is_or_are, month_of


class Standing(StrEnum):
    """How a milestone stands today."""

    DONE = "done"
    DUE = "to come"
    LATE = "overdue"


@dataclass(frozen=True)
class StreamMilestones:
    """The milestones of one workstream: those with a day as (day, standing), in order, and how many have none."""

    name: str
    dated: tuple[tuple[date, Standing], ...]
    undated: int = 0

    def count(self, standing: Standing) -> int:
        """Return how many milestones with a day stand so."""
        return sum(each is standing for _, each in self.dated)


@dataclass(frozen=True)
class PlanMilestones:
    """The milestones of all workstreams on one line of time."""

    streams: tuple[StreamMilestones, ...]
    today: date

    @property
    def finding(self) -> str:
        """What the figures say, in a sentence without its full stop."""
        dated = [each for stream in self.streams for each in stream.dated]
        late = [day for day, standing in dated if standing is Standing.LATE]
        done = sum(standing is Standing.DONE for _, standing in dated)
        if late:
            since = month_of(min(late), self.today)
            oldest = f" since {since}" if len(late) == 1 else f", the oldest since {since}"
            return f"{capital(counted(len(late), 'milestone'))} {is_or_are(len(late))} overdue{oldest}"
        if done == len(dated):
            return f"All {done} milestones are done" if done > 1 else "The one milestone is done"
        return f"No milestone is overdue, {f'{done} of {len(dated)} {is_or_are(done)}' if done else 'none is'} done"

    @property
    def about(self) -> str:
        """What is shown."""
        undated = sum(stream.undated for stream in self.streams)
        more = f"; {counted(undated, 'milestone')} without a day not shown" if undated else ""
        return f"Milestones by workstream{more}"


def plan_milestones(facts: Facts) -> PlanMilestones | None:
    """Return the milestones of the plans; None where none has a day."""
    streams: dict[str, list[MilestoneFacts]] = {}
    for milestone in facts.milestones:
        if milestone.status not in WITHDRAWN:
            streams.setdefault(milestone.workstream, []).append(milestone)
    found = tuple(_stream(name, some, facts.today) for name, some in streams.items())
    return PlanMilestones(found, facts.today) if any(stream.dated for stream in found) else None


def _stream(name: str, milestones: list[MilestoneFacts], today: date) -> StreamMilestones:
    dated = sorted((each.due, _standing(each, today)) for each in milestones if each.due is not None)
    return StreamMilestones(name, tuple(dated), sum(each.due is None for each in milestones))


def _standing(milestone: MilestoneFacts, today: date) -> Standing:
    if milestone.status in COMPLETE:
        return Standing.DONE
    return Standing.LATE if milestone.due is not None and milestone.due < today else Standing.DUE
