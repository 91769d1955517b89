"""What was typed of one item beside what the register holds of it, and over what the two differ."""

from collections.abc import Sequence
from dataclasses import dataclass

from ui.places.room.memory import Memory
from wibdesk.domain.entries import Entry
from wibdesk.domain.merging import Conflict, base_after, merged

Entries = tuple[Entry, ...]


@dataclass
class Draft:
    """The words of an item: `typed` as its sheet has them, `saved` as they were sent last, `held` by the register.

    `stored` is what is known to be on the disk, `flying` how many saves are on their way. Over a conflict the sheet
    keeps the clerk's own words until it is settled, whatever the register holds. With `again`, what was sent has to be
    sent once more.
    """

    saved: Entries
    typed: Entries
    stored: Entries
    held: Entries
    conflicts: tuple[Conflict, ...] = ()
    flying: int = 0
    again: bool = False
    memory: Memory | None = None

    @property
    def unsent(self) -> bool:
        """Say whether the register has to hear of something."""
        return self.again or self.typed != self.saved

    def base(self) -> Entries:
        """Return what the words of the next save begin from, as the register will judge it."""
        entries = self.saved if self.flying else self.held
        there = {e.id for e in entries}
        gone = (c.base for c in self.conflicts if c.base is not None and c.entry_id not in there)
        return (*base_after(entries, self.conflicts), *gone)

    def learn(self, told: Sequence[Conflict], knew: frozenset[str], held: Entries) -> None:
        """Take the conflicts that a save met; one that it did not know of, and so did not meet, is sent again."""
        met, there = {c.entry_id for c in told}, {e.id for e in held}
        waits = [c for c in self.conflicts if c.entry_id not in met and c.theirs is None and c.entry_id in there]
        missed = [
            c for c in self.conflicts if c.entry_id not in met and c.theirs is not None and c.entry_id not in knew
        ]
        self.again = self.again or bool(missed)
        self.conflicts = (*told, *waits, *missed)

    def agree(self, held: Entries) -> bool:
        """Bring in what the register holds; say whether the sheet has to be shown anew."""
        own = with_own(held, self.conflicts)
        both = merged(self.saved, self.typed, own)
        typed = with_own(both.entries, both.conflicts)
        known = {c.entry_id for c in self.conflicts}
        self.conflicts += tuple(c for c in both.conflicts if c.entry_id not in known)
        self.held, self.saved, self.stored = held, own, own
        before, self.typed = self.typed, typed
        return typed != before


def with_own(entries: Entries, conflicts: Sequence[Conflict]) -> Entries:
    """Return what the register holds with the writer's own words where the two differ."""
    differing = {c.entry_id: c.mine for c in conflicts if c.theirs is not None}
    return tuple(e for e in (differing.get(one.id, one) for one in entries) if e is not None)
