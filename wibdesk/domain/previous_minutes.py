"""The item on which the minutes of the last meeting are approved, corrected or deferred (G-705, G-707)."""

import re
from datetime import date
from enum import StrEnum

from wibdesk.domain.agenda import Item
from wibdesk.domain.dates import plain_date
from wibdesk.domain.entries import Amendment, Decision, Entry

_MINUTES = re.compile(
    r"\bminutes\b.*\b(?:last|previous|meeting|held)\b|\b(?:last|previous)\b.*\bminutes\b", re.IGNORECASE
)
_ACTIONS = re.compile(
    r"\bmatters\s+arising\b|\baction\s+(?:log|list|plan|tracker)\b|\bactions?\b.*\b(?:last|previous|outstanding|review)\b|\breview\s+of\s+actions\b",
    re.IGNORECASE,
)
_RESOLVING = frozenset({"principal_council", "council_executive", "parish_council", "maintained_school"})


class Outcome(StrEnum):
    """What a meeting may do with the minutes of the last one."""

    APPROVED = "approved"
    DEFERRED = "deferred"


def is_minutes_item(item: Item) -> bool:
    """Say whether an item is the one on the minutes of the last meeting, by its title."""
    return bool(_MINUTES.search(item.title))


def reviews_actions(item: Item) -> bool:
    """Say whether actions of earlier meetings are gone through on an item; “minutes and matters arising” is both."""
    return bool(_ACTIONS.search(item.title))


def decision_on(outcome: Outcome, day: date | None, profile: str, entries: tuple[Entry, ...] = ()) -> Decision:
    """Return the decision on the minutes of the meeting of that day, in the words of the body's kind.

    `entries` are those of the item: where corrections stand among them, approval is subject to them.
    """
    minutes = f"the minutes of the meeting held on {plain_date(day)}" if day else "the minutes of the last meeting"
    marker = "Resolved" if profile in _RESOLVING else "Agreed"
    if outcome is Outcome.DEFERRED:
        return Decision((f"That approval of {minutes} be deferred to the next meeting.",), marker)
    corrections = sum(isinstance(entry, Amendment) for entry in entries)
    if not corrections:
        return Decision((f"That {minutes} be approved as a correct record.",), marker)
    above = "correction" if corrections == 1 else "corrections"
    return Decision((f"That {minutes} be approved as a correct record, subject to the {above} above.",), marker)


def decided(entries: tuple[Entry, ...]) -> bool:
    """Say whether the entries of the item hold a decision on minutes already."""
    return any(
        isinstance(entry, Decision) and any("minutes" in part.casefold() for part in entry.parts) for entry in entries
    )
