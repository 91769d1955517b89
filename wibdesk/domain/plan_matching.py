"""A plan that comes in again: what is the same record as before keeps its identity, and so its history."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from wibdesk.domain.plans import Activity, Milestone, Plan, Workstream

T = TypeVar("T", Workstream, Activity, Milestone)


def with_ids_of(old: Plan, new: Plan) -> Plan:
    """Return the new plan with the ids of the old one's parts that bear the same words in the same place."""
    pairs = _paired(old.workstreams, new.workstreams, lambda stream: stream.title)
    return replace(new, workstreams=tuple(_stream(before, after) for before, after in pairs))


def _stream(old: Workstream | None, new: Workstream) -> Workstream:
    pairs = _paired(old.activities if old else (), new.activities, lambda activity: activity.title)
    activities = tuple(_activity(before, after) for before, after in pairs)
    return replace(new, id=old.id if old else new.id, activities=activities)


def _activity(old: Activity | None, new: Activity) -> Activity:
    pairs = _paired(old.milestones if old else (), new.milestones, lambda milestone: milestone.text)
    milestones = tuple(replace(after, id=before.id) if before else after for before, after in pairs)
    return replace(new, id=old.id if old else new.id, milestones=milestones)


def _paired(old: Sequence[T], new: Sequence[T], words: Callable[[T], str]) -> list[tuple[T | None, T]]:
    """Pair each new record with the first old one of the same words that no other has taken."""
    free = list(old)
    pairs: list[tuple[T | None, T]] = []
    for record in new:
        same = next((each for each in free if _flat(words(each)) == _flat(words(record))), None)
        if same is not None:
            free.remove(same)
        pairs.append((same, record))
    return pairs


def _flat(words: str) -> str:
    return " ".join(words.split()).casefold()
