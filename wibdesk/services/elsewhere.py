"""Records that two writers changed: what only one changed goes together, the rest is told with both values."""

from __future__ import annotations

from datetime import date, time
from typing import TypeVar

from wibdesk.domain.dates import plain_date
from wibdesk.domain.merging import three_way
from wibdesk.errors import ChangedElsewhereError
from wibdesk.language import say

T = TypeVar("T")


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
                "The {name} of “{what}” was changed elsewhere to {shown}, and here to {shown_2}: look at "
                "it again and choose one.",
                name=name.replace("_", " "),
                what=what,
                shown=_shown(getattr(theirs, name)),
                shown_2=_shown(getattr(mine, name)),
            )
        )
    return record


def _shown(value: object) -> str:
    if value is None or value in ("", ()):
        return "nothing"
    if isinstance(value, date):
        return plain_date(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, tuple):
        return f"“{'; '.join(map(str, value))}”"
    return f"“{getattr(value, 'words', value)}”"
