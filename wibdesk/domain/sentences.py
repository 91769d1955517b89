"""The sentence that a declaration, an amendment or a vote reads as, made of its fields in the style of British minutes.

All are plain text without markup. Where the entry has `as_written`, that is what reads and prints: `entry_sentence`
chooses. A structured entry that says nothing yet gives an empty sentence, so that nothing is ever made up.
"""

import re
from collections.abc import Iterable
from typing import TypeAlias

from wibdesk.domain.dates import plain_date
from wibdesk.domain.entries import VOTE_SIDES, Amendment, Declaration, Vote

Structured: TypeAlias = Declaration | Amendment | Vote

_NUMBER_LIKE = re.compile(r"[A-Za-z]?\d+(?:[.\d]*[a-z]?)?|[A-Za-z]")


def entry_sentence(entry: Structured) -> str:
    """Return the words as typed or printed where there are any, else the sentence made of the fields."""
    if entry.as_written is not None:
        return entry.as_written
    if isinstance(entry, Declaration):
        return declaration_sentence(entry)
    return amendment_sentence(entry) if isinstance(entry, Amendment) else vote_sentence(entry)


def declaration_sentence(entry: Declaration) -> str:
    """Return `I Nolan declared a personal interest in item 4 (colleague of the reviewer) and took part`."""
    if not any((entry.person, entry.item, entry.interest, entry.reason)):
        return ""
    words = f"{entry.person or 'A member'} declared {_an_interest(entry.interest)}"
    if entry.item:
        words += f" in {'item ' if _NUMBER_LIKE.fullmatch(entry.item) else ''}{entry.item}"
    if entry.reason:
        words += f" ({entry.reason.strip().rstrip('.')})"
    conduct = _conduct(entry)
    return f"{words} and {conduct}." if conduct else f"{words}."


def amendment_sentence(entry: Amendment) -> str:
    """Return `In the minutes of 7 July 2026, page 2, “a quarter” should read “a third”`."""
    if not any((entry.place, entry.now, entry.was)):
        return ""
    minutes = f"minutes of {plain_date(entry.to_meeting)}" if entry.to_meeting else "minutes of the last meeting"
    place = f", {entry.place}" if entry.place else ""
    asked = f", at the request of {entry.requested_by}" if entry.requested_by else ""
    if entry.was and not entry.now:
        return f"In the {minutes}{place}, “{entry.was}” should not appear{asked}."
    subject = f", “{entry.was}”" if entry.was else ""
    if not (subject or place):
        return f"The {minutes} should read “{entry.now}”{asked}."
    now = f"should read “{entry.now}”" if entry.now else "should be corrected"
    return f"In the {minutes}{place}{subject} {now}{asked}."


def vote_sentence(entry: Vote) -> str:
    """Return `Approve the plan. Moved by A, seconded by B. For 4 (C, D), against 1, abstained 1. Carried`."""
    movers = [f"{word} {name}" for word, name in (("moved by", entry.mover), ("seconded by", entry.seconder)) if name]
    counts = {"for": entry.votes_for, "against": entry.votes_against, "abstained": entry.abstained}
    names = dict(entry.names)
    sides = [_side(side, counts.get(side), names.get(side, ())) for side in VOTE_SIDES]
    casting = f"casting vote {entry.casting_vote}" if entry.casting_vote else ""
    said = [entry.motion, ", ".join(movers), ", ".join(s for s in sides if s), casting]
    return _sentences((*said, entry.result)) if any(said) else ""


def _an_interest(interest: str | None) -> str:
    bare = (interest or "").strip()
    if re.match(r"(?:an?|the|no)\s", bare, re.IGNORECASE):
        return bare
    kind = bare if bare.lower().endswith(("interest", "interests")) else f"{bare} interest".strip()
    if kind.lower().endswith("interests"):
        return kind
    return f"{'an' if kind[0].lower() in 'aeiou' else 'a'} {kind}"


def _conduct(entry: Declaration) -> str:
    """Say what the person did then, as far as it was recorded."""
    stayed = {True: "left the room", False: "stayed in the room", None: ""}[entry.left_room]
    part = {True: "took part", False: "took no part", None: ""}[entry.took_part]
    if entry.took_part and entry.left_room is False:
        return part
    if entry.took_part and entry.left_room:
        return f"{part}, then {stayed}"
    return " and ".join(words for words in (stayed, part) if words)


def _side(side: str, count: int | None, names: tuple[str, ...]) -> str:
    listed = ", ".join(names)
    if count is None:
        return f"{side}: {listed}" if listed else ""
    return f"{side} {count} ({listed})" if listed else f"{side} {count}"


def _sentences(parts: Iterable[str]) -> str:
    """Join what was said into sentences, each with a capital and a full stop."""
    bare = [part.strip() for part in parts if part and part.strip()]
    return " ".join(p[0].upper() + p[1:] + ("" if p[-1] in ".!?”" else ".") for p in bare)
