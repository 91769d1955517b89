"""The tree of a plan: parts are found, put in, changed, moved and taken away; each step gives a new plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeAlias, TypeVar

from wibdesk.domain.plans import Activity, Milestone, Plan, Workstream

Part: TypeAlias = Workstream | Activity | Milestone
Held = TypeVar("Held")
# Which of the three a tuple holds is known by where it stands.
Edit: TypeAlias = Callable[[tuple[Any, ...], int], tuple[Any, ...]]


@dataclass(frozen=True)
class Step:
    """A milestone with where it stands; `number` is that of its activity, as `2.3`."""

    workstream: Workstream
    activity: Activity
    milestone: Milestone
    number: str


def steps(plan: Plan) -> Iterator[Step]:
    """Give every milestone of a plan with its place, in order."""
    for stream, activity, number in activities(plan):
        for milestone in activity.milestones:
            yield Step(stream, activity, milestone, number)


def activities(plan: Plan) -> Iterator[tuple[Workstream, Activity, str]]:
    """Give every activity with its workstream and its number."""
    for place, stream in enumerate(plan.workstreams, 1):
        for n, activity in enumerate(stream.activities, 1):
            yield stream, activity, f"{stream.number or place}.{n}"


def part(plan: Plan, part_id: str) -> Part | None:
    """Return the part with this id; None where the plan has none."""
    return next((each for each in _parts(plan) if each.id == part_id), None)


def parent_id(plan: Plan, part_id: str) -> str:
    """Return the id of the workstream or activity that holds a part; that of the plan for a workstream."""
    for stream in plan.workstreams:
        if any(activity.id == part_id for activity in stream.activities):
            return stream.id
        for activity in stream.activities:
            if any(milestone.id == part_id for milestone in activity.milestones):
                return activity.id
    return plan.id


def with_part(plan: Plan, changed: Part) -> Plan:
    """Return the plan with a changed part in the place of the one with its id."""
    return _edited(plan, changed.id, lambda held, at: (*held[:at], changed, *held[at + 1 :]))


def without(plan: Plan, part_id: str) -> Plan:
    """Return the plan without a part and all that it holds."""
    return _edited(plan, part_id, lambda held, at: (*held[:at], *held[at + 1 :]))


def moved(plan: Plan, part_id: str, by: int) -> Plan:
    """Return the plan with a part `by` places further down among its like, up where it is less than nothing.

    At the edge of what holds it, a part goes over to the next of those that hold such parts.
    """

    def move(held: tuple[Any, ...], at: int) -> tuple[Any, ...]:
        rest = [*held[:at], *held[at + 1 :]]
        rest.insert(max(at + by, 0), held[at])
        return tuple(rest)

    new = _edited(plan, part_id, move)
    return new if new != plan else _carried_over(plan, part_id, down=by > 0)


def added(plan: Plan, new: Part, within: str, after: str = "") -> Plan:
    """Return the plan with a new part in the part `within`, or in the plan itself: after another, else at the end."""
    if isinstance(new, Workstream):
        return replace(plan, workstreams=_put(plan.workstreams, new, after))
    holder = part(plan, within)
    if isinstance(new, Activity) and isinstance(holder, Workstream):
        return with_part(plan, replace(holder, activities=_put(holder.activities, new, after)))
    if isinstance(new, Milestone) and isinstance(holder, Activity):
        return with_part(plan, replace(holder, milestones=_put(holder.milestones, new, after)))
    return plan


def _put(held: tuple[Held, ...], new: Held, after: str) -> tuple[Held, ...]:
    at = next((n for n, each in enumerate(held, 1) if _id(each) == after), len(held))
    return (*held[:at], new, *held[at:])


def _id(one: Any) -> str:
    return str(one.id)


def _carried_over(plan: Plan, part_id: str, *, down: bool) -> Plan:
    found = part(plan, part_id)
    holders: list[Part] = list(plan.workstreams) if isinstance(found, Activity) else [a for _, a, _ in activities(plan)]
    if found is None or isinstance(found, Workstream):
        return plan
    own = parent_id(plan, part_id)
    at = next(n for n, holder in enumerate(holders) if holder.id == own) + (1 if down else -1)
    if not 0 <= at < len(holders):
        return plan
    rest, target = without(plan, part_id), holders[at].id
    new = added(rest, found, target)
    return _edited(new, part_id, lambda held, n: (held[n], *held[:n], *held[n + 1 :])) if down else new


def _parts(plan: Plan) -> Iterator[Part]:
    for stream in plan.workstreams:
        yield stream
        for activity in stream.activities:
            yield activity
            yield from activity.milestones


def _edited(plan: Plan, part_id: str, edit: Edit) -> Plan:
    """Return the plan with the tuple that holds a part edited; the plan itself where it holds none such."""
    at = _place(plan.workstreams, part_id)
    if at is not None:
        return replace(plan, workstreams=edit(plan.workstreams, at))
    streams = tuple(_edited_stream(stream, part_id, edit) for stream in plan.workstreams)
    return replace(plan, workstreams=streams)


def _edited_stream(stream: Workstream, part_id: str, edit: Edit) -> Workstream:
    at = _place(stream.activities, part_id)
    if at is not None:
        return replace(stream, activities=edit(stream.activities, at))
    return replace(stream, activities=tuple(_edited_activity(each, part_id, edit) for each in stream.activities))


def _edited_activity(activity: Activity, part_id: str, edit: Edit) -> Activity:
    at = _place(activity.milestones, part_id)
    return activity if at is None else replace(activity, milestones=edit(activity.milestones, at))


def _place(held: tuple[Part, ...], part_id: str) -> int | None:
    return next((n for n, each in enumerate(held) if each.id == part_id), None)
