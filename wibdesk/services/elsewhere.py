"""Records that two writers changed: what only one changed goes together, the rest is told with both values."""

from __future__ import annotations

from datetime import date, time
from typing import TypeVar

from wibdesk.domain.dates import plain_date
from wibdesk.domain.merging import three_way
from wibdesk.errors import ChangedElsewhereError
from wibdesk.language import later, say

T = TypeVar("T")
FIELDS = {
    "chair": later("chair"),
    "contact": later("contact"),
    "date": later("date"),
    "deputy_for": later("deputy"),
    "due": later("deadline"),
    "email": later("email"),
    "end": later("end"),
    "exempt_paragraph": later("exempt paragraph"),
    "from_date": later("first day"),
    "full": later("full words"),
    "group": later("group"),
    "house_style": later("house style"),
    "initials": later("initials"),
    "intervals": later("times"),
    "kind": later("kind"),
    "leads": later("leads"),
    "name": later("name"),
    "note": later("note"),
    "number": later("number"),
    "organisation": later("organisation"),
    "owners": later("owners"),
    "papers": later("papers"),
    "part": later("part"),
    "period": later("period"),
    "person_id": later("person"),
    "planned_minutes": later("planned minutes"),
    "planned_start": later("planned start"),
    "preamble": later("preamble"),
    "presenter": later("presenter"),
    "printed": later("printed name"),
    "profile": later("profile"),
    "public_present": later("public present"),
    "public_summary": later("public summary"),
    "quorum": later("quorum"),
    "ref": later("reference"),
    "role": later("role"),
    "sections": later("sections"),
    "short": later("short form"),
    "standing_items": later("standing items"),
    "start": later("start"),
    "status": later("status"),
    "subject": later("subject"),
    "text": later("text"),
    "time": later("time"),
    "title": later("title"),
    "to_date": later("last day"),
    "type": later("type"),
    "venue": later("venue"),
    "words": later("words"),
}
"""What a field is called where it was changed in two places; one that is not here goes by its own name."""


def together(base: T | None, mine: T, theirs: T, what: str) -> T:
    """Return a record that began from `base` with what has changed in the register since.

    Without `base` it is `mine` alone. `what` names the record in the sentence of ChangedElsewhereError, which is raised
    where both changed the same field otherwise.
    """
    if base is None:
        return mine
    record, clashes = three_way(base, mine, theirs)
    for name in clashes:
        raise ChangedElsewhereError(
            say(
                "The {name} of “{what}” was changed elsewhere to {theirs}, and here to {mine}: look at "
                "it again and choose one.",
                name=say(FIELDS.get(name, name)),
                what=what,
                theirs=_shown(getattr(theirs, name)),
                mine=_shown(getattr(mine, name)),
            )
        )
    return record


def _shown(value: object) -> str:
    if value is None or value in ("", ()):
        return say("nothing")
    if isinstance(value, date):
        return plain_date(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, tuple):
        return f"“{'; '.join(map(str, value))}”"
    return f"“{getattr(value, 'words', value)}”"
