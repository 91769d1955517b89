"""Words typed here and records changed elsewhere, brought together entry by entry."""

from collections.abc import Sequence

from wibdesk.domain.entries import Entry


def merged(base: Sequence[Entry], mine: Sequence[Entry], theirs: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return what the sheet holds when `base` became `mine` by typing and `theirs` in the register.

    An entry that was typed in stays as typed; one that was not takes what the register has. What is new in either is
    kept, what either removed untouched is gone. The order is the order of the sheet.
    """
    if tuple(theirs) == tuple(base) or tuple(theirs) == tuple(mine):
        return tuple(mine)
    was, now = {e.id: e for e in base}, {e.id: e for e in theirs}
    if tuple(mine) == tuple(base):
        return tuple(theirs)
    out: list[Entry] = []
    for entry in mine:
        touched = was.get(entry.id) != entry
        if touched:
            out.append(entry)
        elif entry.id in now:
            out.append(now[entry.id])
    return _with_new(out, [e.id for e in theirs], [e for e in theirs if e.id not in was])


def _with_new(entries: list[Entry], order: list[str], new: Sequence[Entry]) -> tuple[Entry, ...]:
    """Put each new entry after the one that it follows in the register."""
    there = {e.id for e in entries}
    for entry in new:
        if entry.id in there:
            continue
        before = set(order[: order.index(entry.id)])
        place = max((n + 1 for n, e in enumerate(entries) if e.id in before), default=0)
        entries.insert(place, entry)
    return tuple(entries)
