"""Look over the register: the file is sound, everything belongs to something, approved words are as approved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wibdesk.changes import EVERYTHING, Changes, Done
from wibdesk.language import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wibdesk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: `words` a sentence, `kind` one word: integrity (pages that cannot be read), index,
    link, orphan, style, counter, list or seal.
    """

    kind: str
    words: str


def check(uow: UnitOfWork) -> tuple[Finding, ...]:
    """Return what is wrong with the register: an empty tuple where nothing is. It changes nothing."""
    found = tuple(Finding(kind, words) for kind, words in uow.health.findings())
    # Where not all can be read, neither can all minutes be compared with what was approved.
    return found if any(finding.kind == "integrity" for finding in found) else (*found, *_broken_seals(uow))


def repair(uow: UnitOfWork) -> Done[tuple[str, ...]]:
    """Make anew what follows from the rest of the register; return a sentence for each thing that was done.

    It takes nothing away: what belongs to nothing stays, and `check` goes on telling of it. UserError, with
    nothing changed, where pages are damaged. `wibdesk.safety.repairing` keeps the register as it was first.
    """
    done = tuple(uow.health.repair())
    return Done(done, Changes(EVERYTHING if done else frozenset()))


def _broken_seals(uow: UnitOfWork) -> Iterator[Finding]:
    for ref in uow.seals.unsound():
        yield Finding("seal", say("The minutes of {ref} are no longer those that were approved.", ref=ref))
