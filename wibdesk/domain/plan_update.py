"""What changed in a plan since its last update: new, done, slipped, overdue and due next, workstream by workstream."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from wibdesk.domain.actions import last_day
from wibdesk.domain.deadlines import Due
from wibdesk.domain.paper_words import to_write, write
from wibdesk.domain.plan_course import DONE, PlanCourse, Progressed, Standing, of_workstream, standing
from wibdesk.domain.plan_snapshot import Snapshot
from wibdesk.domain.plan_tree import Step, steps
from wibdesk.domain.plans import Milestone, Plan, Workstream
from wibdesk.domain.rag import AMBER, RED

AHEAD = timedelta(days=92)
"""What is due within it is due next."""


class What(StrEnum):
    """What is said of a milestone, in the order in which it is said."""

    DONE = to_write("Done")
    SLIPPED = to_write("Slipped")
    FORWARD = to_write("Brought forward")
    DATED = to_write("Date given")
    OVERDUE = to_write("Overdue")
    RISK = to_write("At risk")
    NEXT = to_write("Due next")
    UNDATED = to_write("No date")
    NEW = to_write("New")
    DROPPED = to_write("Dropped")

    @property
    def words(self) -> str:
        """What is said, as read."""
        return write(self.value)


@dataclass(frozen=True)
class Told:
    """One milestone of an update; `was` is the deadline that it had in the last one where it has another now.

    `note` is what was said of it last since then.
    """

    what: What
    step: Step
    standing: Standing
    was: Due | None = None
    note: str = ""


@dataclass(frozen=True)
class StreamUpdate:
    """A workstream of an update."""

    workstream: Workstream
    progressed: Progressed
    told: tuple[Told, ...]


@dataclass(frozen=True)
class PlanUpdate:
    """An update of a plan; `since` is the last one, None for the first; `gone` are milestones that stood there."""

    plan: Plan
    since: Snapshot | None
    streams: tuple[StreamUpdate, ...]
    gone: tuple[Milestone, ...] = ()


def plan_update(course: PlanCourse, since: Snapshot | None, today: date) -> PlanUpdate:
    """Return what an update of a plan tells on a day."""
    streams = tuple(
        StreamUpdate(stream, of_workstream(course, stream, today), _told(course, stream, since, today))
        for stream in course.plan.workstreams
    )
    held = {step.milestone.id for step in steps(course.plan)}
    gone = tuple(m for m in since.milestones if m.id not in held) if since else ()
    return PlanUpdate(course.plan, since, streams, gone)


def _told(course: PlanCourse, stream: Workstream, since: Snapshot | None, today: date) -> tuple[Told, ...]:
    own = [step for step in steps(course.plan) if step.workstream.id == stream.id]
    found = [
        replace(told, note=_note(course, step, since)) for step in own for told in _of_step(course, step, since, today)
    ]
    order = list(What)
    return tuple(sorted(found, key=lambda told: order.index(told.what)))


def _of_step(course: PlanCourse, step: Step, since: Snapshot | None, today: date) -> Iterator[Told]:
    now = step.milestone
    stands = standing(course, now, today)
    before = since.milestone(now.id) if since else None
    if since is not None and before is None:
        yield Told(What.NEW, step, stands)
    if not now.status.unfinished:
        if before is None or before.status.unfinished:
            yield Told(What.DONE if now.status in DONE else What.DROPPED, step, stands)
        return
    moved = _moved(before.due if before else stands.was, now.due)
    if moved is not None:
        yield Told(moved, step, stands, before.due if before else stands.was)
    day = last_day(now.due)
    if stands.overdue:
        yield Told(What.OVERDUE, step, stands)
    elif day is not None and moved is None and day <= today + AHEAD:
        yield Told(What.NEXT, step, stands)
    elif moved is None and stands.rag in (RED, AMBER):
        yield Told(What.RISK, step, stands)
    elif stands.trouble is not None:
        yield Told(What.UNDATED, step, stands)


def _note(course: PlanCourse, step: Step, since: Snapshot | None) -> str:
    said = course.changes.get(step.milestone.id, ())
    notes = [change.note for change in said if change.note and (since is None or change.at > since.at)]
    return notes[-1] if notes else ""


def _moved(was: Due | None, now: Due) -> What | None:
    if was is None or was == now:
        return None
    before, after = last_day(was), last_day(now)
    if before is None:
        return What.DATED if after else None
    return None if after is None or after == before else What.SLIPPED if after > before else What.FORWARD
