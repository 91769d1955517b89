"""What an agenda item's minutes said before: when a version is kept, and which are let go as they grow old."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from wibdesk.domain.entries import Entry

EVERY = timedelta(minutes=1)
"""A save keeps the version before it when the newest one is older than this."""
MOST_LOST = 40
"""Letters that a save may take away without the version before it being kept."""
NEWEST_KEPT = 20
"""Versions that always stay, whatever the clock says."""
STEPS = (
    (timedelta(hours=2), timedelta(0)),
    (timedelta(days=1), timedelta(minutes=10)),
    (timedelta(days=30), timedelta(hours=1)),
    (timedelta.max, timedelta(days=1)),
)
"""Up to which age one version is kept for how long a stretch of time; all, where that is nothing."""


@dataclass(frozen=True)
class Version:
    """What an item said until `at` (UTC)."""

    id: str
    item_id: str
    at: datetime
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Mark:
    """A version without its words; `kept` for what stood before an approval, which is never let go."""

    id: str
    at: datetime
    kept: bool = False


def is_due(newest: datetime | None, now: datetime) -> bool:
    """Say whether a save keeps what stood before it; a clock that stepped back counts as time that went by."""
    return newest is None or abs(now - newest) > EVERY


def loses_words(before: Sequence[Entry], after: Sequence[Entry]) -> bool:
    """Say whether an entry with words goes, or more than MOST_LOST letters go, where `before` becomes `after`."""
    now = {e.id: e for e in after}
    lost = 0
    for entry in before:
        found = now.get(entry.id)
        if found is None:
            if letters(entry).strip():
                return True
        elif found != entry:
            lost += _lost(letters(entry), letters(found))
    return lost > MOST_LOST


def letters(entry: Entry) -> str:
    """Return every text of an entry, one after the other."""
    return "\n".join(_texts(tuple(getattr(entry, one.name) for one in fields(entry) if one.name != "id")))


def _texts(values: tuple[object, ...]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from _texts(value)


def _lost(old: str, new: str) -> int:
    """Return how many letters of `old` are not at the same place from either end of `new`."""
    if old in new:
        return 0
    same = _same(old, new)
    return len(old) - same - _same(old[same:][::-1], new[same:][::-1])


def _same(one: str, other: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def thinned(marks: Sequence[Mark], now: datetime) -> tuple[str, ...]:
    """Return the ids of the versions to let go, given all of an item in the order in which they were kept.

    All of the last two hours stay, one for every ten minutes of the last day, one an hour for thirty days, one a day
    before that. The oldest, the newest twenty and those of before an approval stay always.
    """
    gone: list[str] = []
    last: tuple[timedelta, int] | None = None
    for mark in reversed(marks[1 : max(len(marks) - NEWEST_KEPT, 1)]):
        stretch = _stretch(now - mark.at)
        if mark.kept or not stretch:
            continue
        place = (stretch, int((mark.at - datetime(2000, 1, 1, tzinfo=mark.at.tzinfo)) / stretch))
        if place == last:
            gone.append(mark.id)
        last = place
    return tuple(gone)


def _stretch(age: timedelta) -> timedelta:
    return next(stretch for limit, stretch in STEPS if age <= limit)
