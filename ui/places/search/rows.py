"""What was found as rows: what it is, its facts, its words with what was looked for, and one sentence of it all."""

from collections.abc import Sequence
from dataclasses import dataclass

from ui.lists import Row
from ui.place import Where
from wibdesk.domain.dates import short_date
from wibdesk.domain.search import Hit, SearchKind
from wibdesk.language import later, say

KINDS: dict[SearchKind, tuple[str, str]] = {
    SearchKind.MEETING: (later("Meeting"), "calendar-days"),
    SearchKind.ITEM: (later("Agenda item"), "hash"),
    SearchKind.MINUTE: (later("Minute"), "notebook-pen"),
    SearchKind.DECISION: (later("Decision"), "gavel"),
    SearchKind.ACTION: (later("Action"), "list-checks"),
    SearchKind.VOTE: (later("Vote"), "vote"),
    SearchKind.INTEREST: (later("Interest"), "scale"),
    SearchKind.CORRECTION: (later("Correction"), "pencil"),
    SearchKind.NOTE: (later("Private note"), "lock"),
    SearchKind.PAPER: (later("Paper"), "paperclip"),
    SearchKind.PERSON: (later("Person"), "user-round"),
    SearchKind.PLAN: (later("Plan"), "route"),
}
"""What each kind is called, and its icon."""
BETWEEN = " · "


@dataclass(frozen=True, kw_only=True)
class HitRow(Row):
    """A thing that was found, and the facts about it on one line; before them, that it is private where it is."""

    hit: Hit
    facts: str
    private: str


def hit_rows(hits: Sequence[Hit]) -> list[HitRow]:
    """Return a row for each hit, in order."""
    return [_row(number, hit) for number, hit in enumerate(hits)]


def recent_rows(recent: Sequence[str]) -> list[Row]:
    """Return a row for each search of before, by its words."""
    return [
        Row(row_id=f"recent {words}", text=words, sentence=say("Search again: {words}", words=words))
        for words in recent
    ]


def where_of(hit: Hit) -> tuple[str, Where]:
    """Return the place where a hit opens, and what it is asked to show there."""
    if hit.person_id:
        return "people", Where(hit.body_id, note=hit.person_id)
    if hit.plan_id:
        return "plans", Where(hit.body_id, note=hit.plan_id, entry_id=hit.record_id)
    return "room", Where(hit.body_id, hit.meeting_id, hit.item_id or None, entry_id=hit.entry_id or None)


def with_reference(hit: Hit) -> str:
    """Return the words of a hit with where they stand, to be pasted elsewhere."""
    # Pasted elsewhere, it shall not be taken for words of the minutes.
    private = say(KINDS[hit.kind][0]) if hit.kind is SearchKind.NOTE else ""
    facts = [private, _private(hit), hit.ref, *_standing(hit), hit.meeting_ref]
    return f"{hit.words} ({', '.join(dict.fromkeys(fact for fact in facts if fact))})"


def _row(number: int, hit: Hit) -> HitRow:
    facts = BETWEEN.join(_facts(hit))
    private = _private(hit)
    said = ", ".join(part for part in (say(KINDS[hit.kind][0]), private, hit.words, *_facts(hit)) if part)
    row_id = f"{number} {hit.record_id}"
    return HitRow(row_id=row_id, text=hit.words, sentence=said, hit=hit, facts=facts, private=private)


def _private(hit: Hit) -> str:
    """Return that a hit stands in the private part of a meeting, where it does."""
    return say("part 2, private") if hit.exempt else ""


def _facts(hit: Hit) -> list[str]:
    """Return what is known of a hit, for the line over its words."""
    parts = [hit.ref, hit.people] if hit.kind is not SearchKind.PERSON else []
    if hit.due:
        parts.append(say("due {day}", day=hit.due))
    if hit.status:
        parts.append(hit.status.lower())
    return [part for part in (*parts, *_standing(hit)) if part]


def _standing(hit: Hit) -> list[str]:
    """Return where a hit stands: the body, the day, the item or plan."""
    parts = [hit.body_name]
    if hit.meeting_id:
        parts.append(short_date(hit.day) if hit.day else hit.meeting_ref)
    if hit.item_id:
        title = hit.item_title if hit.kind is not SearchKind.ITEM else ""
        parts.append(say("item {number}", number=f"{hit.item_number} {title}".strip()))
    if hit.plan_title and hit.plan_title != hit.words:
        parts.append(hit.plan_title)
    return [part for part in parts if part]
