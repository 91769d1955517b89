"""Milestones of a body's plans in figures: done, to come and overdue, by workstream."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wibdesk.domain.figures import COMPLETE, WITHDRAWN, Facts, MilestoneFacts
from wibdesk.domain.figures_words import capital, month_of, number_words
from wibdesk.domain.paper_words import write, write_counted


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
            return write_counted(
                len(late),
                "{number} milestone is overdue since {month}",
                "{number} milestones are overdue, the oldest since {month}",
                number=capital(number_words(len(late))),
                month=month_of(min(late), self.today),
            )
        if done == len(dated):
            return write_counted(done, "The one milestone is done", "All {number} milestones are done")
        if not done:
            return write("No milestone is overdue, none is done")
        return write_counted(
            done,
            "No milestone is overdue, {number} of {all} is done",
            "No milestone is overdue, {number} of {all} are done",
            all=len(dated),
        )

    @property
    def about(self) -> str:
        """What is shown."""
        undated = sum(stream.undated for stream in self.streams)
        if not undated:
            return write("Milestones by workstream")
        return write_counted(
            undated,
            "Milestones by workstream; {number} milestone without a day not shown",
            "Milestones by workstream; {number} milestones without a day not shown",
            number=number_words(undated),
        )


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
