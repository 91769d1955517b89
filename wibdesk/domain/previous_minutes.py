"""The item on which the minutes of the last meeting are approved, corrected or deferred (G-705, G-707)."""

import re
from datetime import date
from enum import StrEnum

from wibdesk.domain.agenda import Item
from wibdesk.domain.dates import plain_date
from wibdesk.domain.entries import Amendment, Decision, Entry
from wibdesk.domain.paper_words import to_write, write, write_counted

_MINUTES = re.compile(
    r"\bminutes\b.*\b(?:last|previous|meeting|held)\b|\b(?:last|previous)\b.*\bminutes\b", re.IGNORECASE
)
_ACTIONS = re.compile(
    r"\bmatters\s+arising\b|\baction\s+(?:log|list|plan|tracker)\b|\bactions?\b.*\b(?:last|previous|outstanding|review)\b|\breview\s+of\s+actions\b",
    re.IGNORECASE,
)
STOPS = tuple(".,;:")
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


def marker_of(profile: str) -> str:
    """Return the word before a decision of a body of this kind: councils and schools resolve, others agree."""
    return to_write("Resolved") if profile in _RESOLVING else to_write("Agreed")


def decision_on(outcome: Outcome, day: date | None, profile: str, entries: tuple[Entry, ...] = ()) -> Decision:
    """Return the decision on the minutes of the meeting of that day, in the words of the body's kind.

    `entries` are those of the item: where corrections stand among them, approval is subject to them.
    """
    minutes = (
        write("the minutes of the meeting held on {day}", day=plain_date(day))
        if day
        else write("the minutes of the last meeting")
    )
    marker = marker_of(profile)
    if outcome is Outcome.DEFERRED:
        return Decision(
            (write("That approval of {minutes} be deferred to the next meeting.", minutes=minutes),), marker
        )
    corrections = sum(isinstance(entry, Amendment) for entry in entries)
    if not corrections:
        return Decision((write("That {minutes} be approved as a correct record.", minutes=minutes),), marker)
    subject = write_counted(
        corrections,
        "That {minutes} be approved as a correct record, subject to the correction above.",
        "That {minutes} be approved as a correct record, subject to the corrections above.",
        minutes=minutes,
    )
    return Decision((subject,), marker)


def decided(entries: tuple[Entry, ...]) -> bool:
    """Say whether the entries of the item hold a decision on minutes already."""
    return any(
        isinstance(entry, Decision) and any("minutes" in part.casefold() for part in entry.parts) for entry in entries
    )


def smallest_change(was: str, now: str) -> tuple[str, str]:
    """Return the few words of a line that are other words now, both empty where every word is the same.

    They are widened by the words before, or after, until they stand in the line only once, so that nobody doubts where.
    """
    old, new = was.split(), now.split()
    if old == new:
        return "", ""
    most = min(len(old), len(new))
    start = next((n for n in range(most) if old[n] != new[n]), most)
    end = next((n for n in range(most - start) if old[-1 - n] != new[-1 - n]), most - start)
    while not _once(old[start : len(old) - end], old) and (start or end):
        start, end = (start - 1, end) if start else (start, end - 1)
    left, right = " ".join(old[start : len(old) - end]), " ".join(new[start : len(new) - end])
    stop = left[-1:] if left[-1:] == right[-1:] and left[-1:] in STOPS else ""
    return left.removesuffix(stop), right.removesuffix(stop)


def _once(words: list[str], line: list[str]) -> bool:
    """Say whether words stand in a line, and only once."""
    places = range(len(line) - len(words) + 1)
    return bool(words) and sum(line[n : n + len(words)] == words for n in places) == 1
