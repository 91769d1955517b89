"""Two writers at one record or one item's minutes: what only one changed goes together, the rest is told."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, TypeVar

from wibdesk.domain.entries import Action, Entry

T = TypeVar("T")


class Choice(StrEnum):
    """What the clerk decides about an entry that two writers changed."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


@dataclass(frozen=True)
class Conflict:
    """An entry that two writers changed: as both knew it, as one typed it, and as the other did.

    `base` is None where it is new in both; `mine` or `theirs` is None where that writer took it away. The register
    keeps `theirs`, or where that is None `mine`.
    """

    entry_id: str
    base: Entry | None
    mine: Entry | None
    theirs: Entry | None

    @property
    def stored(self) -> Entry | None:
        """What the register keeps until the clerk chooses."""
        return self.theirs or self.mine


@dataclass(frozen=True)
class Merged:
    """The entries of an item as both writers have them, and those over which they differ."""

    entries: tuple[Entry, ...]
    conflicts: tuple[Conflict, ...] = ()

    @property
    def base(self) -> tuple[Entry, ...]:
        """What the writer's words begin from now: hand it to the next save."""
        return base_after(self.entries, self.conflicts)


def base_after(entries: Sequence[Entry], conflicts: Sequence[Conflict]) -> tuple[Entry, ...]:
    """Return what a writer's words begin from when the register holds `entries`.

    While a conflict is not settled the writer's own words still begin from what both knew.
    """
    open_here = {c.entry_id: c.base for c in conflicts if c.theirs is not None}
    held = tuple(open_here.get(e.id, e) for e in entries)
    return tuple(e for e in held if e is not None)


def merged(base: Sequence[Entry], mine: Sequence[Entry], theirs: Sequence[Entry]) -> Merged:
    """Return what an item holds when `base` became `mine` with one writer and `theirs` in the register.

    What is new in either is kept, what one took away and the other left alone is gone. What one took away and the
    other changed is kept and told, as is an entry in which both changed the same. The order is that of `mine` where
    this writer moved an entry, else the register's.
    """
    if tuple(mine) == tuple(theirs) or tuple(theirs) == tuple(base):
        return Merged(tuple(mine))
    was, typed, now = ({e.id: e for e in entries} for entries in (base, mine, theirs))
    found: dict[str, Entry] = {}
    conflicts: list[Conflict] = []
    for entry_id in typed | now:
        entry, conflict = _one(was.get(entry_id), typed.get(entry_id), now.get(entry_id))
        found |= {entry_id: entry} if entry is not None else {}
        conflicts += [conflict] if conflict is not None else []
    moved = [i for i in typed if i in was] != [i for i in was if i in typed]
    first, second = (typed, now) if moved else (now, typed)
    order = _in_places([i for i in first if i in found], [i for i in second if i in found])
    return Merged(tuple(found[i] for i in order), tuple(conflicts))


def _one(base: Entry | None, mine: Entry | None, theirs: Entry | None) -> tuple[Entry | None, Conflict | None]:
    """Return what becomes of an entry, and the conflict about it."""
    if theirs in (mine, base):
        return mine, None
    if base == mine:
        return theirs, None
    entry_id = next(e.id for e in (mine, theirs) if e is not None)
    conflict = Conflict(entry_id, base, mine, theirs)
    if base is None or mine is None or theirs is None or not type(base) is type(mine) is type(theirs):
        return conflict.stored, conflict
    both, clashes = three_way(_with_reference(base, theirs), _with_reference(mine, theirs), theirs)
    return (theirs, conflict) if clashes else (both, None)


def _with_reference(entry: Entry, theirs: Entry) -> Entry:
    """A reference is given by the register: a writer who does not know it yet has not taken it away."""
    if isinstance(entry, Action) and isinstance(theirs, Action) and entry.ref is None:
        return replace(entry, ref=theirs.ref)
    return entry


def _in_places(order: list[str], other: Sequence[str]) -> list[str]:
    """Put each id that only the other order has after those that it follows there, and after what is new here."""
    out = list(order)
    for place, entry_id in enumerate(other):
        if entry_id not in order:
            before = set(other[:place])
            at = max((n + 1 for n, e in enumerate(out) if e in before), default=0)
            while at < len(out) and out[at] not in other:
                at += 1
            out.insert(at, entry_id)
    return out


def three_way(base: T, mine: T, theirs: T) -> tuple[T, tuple[str, ...]]:
    """Return a record with the changes of both writers, and the names of the fields that both changed, otherwise.

    Those fields keep their value of `theirs`.
    """
    names = [f.name for f in fields(base)]  # type: ignore[arg-type]  # every domain record is a dataclass
    found: dict[str, Any] = {}
    clashes = []
    for name in names:
        was, own, other = (getattr(record, name) for record in (base, mine, theirs))
        found[name] = own if other == was else other
        if own not in (was, other) and other != was:
            clashes.append(name)
    return replace(theirs, **found), tuple(clashes)  # type: ignore[type-var]  # as above
