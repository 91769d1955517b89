"""The facts of each kind as fields: what they are called, how they are typed and how they come back into the entry."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from ui.editor.kinds import MARKERS
from ui.editor.lines import with_line
from ui.editor.names_field import names_in, names_out
from ui.editor.surroundings import Surroundings
from ui.editor.table_cells import with_header
from wibdesk.domain.dates import plain_date, read_date, short_date
from wibdesk.domain.deadlines import Due, DueKind, read_due
from wibdesk.domain.entries import NUMBER_STYLES, Entry, Progress, Table
from wibdesk.language import later, say

YES_NO = (("", later("Not said")), ("yes", later("Yes")), ("no", later("No")))
PROGRESS = tuple((status.value, status.words) for status in Progress)
STYLES = (("", later("Not numbered")), *((style, style) for style in NUMBER_STYLES))


@dataclass(frozen=True)
class Blank:
    """One field: the attribute that it fills, its caption, its sort, what it offers, and its share of the row."""

    name: str
    caption: str
    sort: str = "words"
    options: tuple[tuple[str, str], ...] = ()
    share: int = 1


FORMS: Mapping[str, tuple[tuple[Blank, ...], ...]] = {
    "action": (
        (Blank("owners", later("Owners"), "names", share=3), Blank("due", later("Due"), "due", share=2)),
        (Blank("status", later("Status"), "choice", PROGRESS),),
    ),
    "decision": (
        (
            Blank("marker", later("Word in the margin"), "words", tuple((m, m) for m in MARKERS)),
            Blank("style", later("Numbers of the parts"), "choice", STYLES),
        ),
    ),
    "declaration": (
        (
            Blank("person", later("Who"), "name", share=2),
            Blank("item", later("Item")),
            Blank("interest", later("Interest")),
        ),
        (Blank("reason", later("Reason")),),
        (
            Blank("took_part", later("Took part"), "choice", YES_NO),
            Blank("left_room", later("Left the room"), "choice", YES_NO),
        ),
    ),
    "amendment": (
        (
            Blank("to_meeting", later("Minutes of"), "date"),
            Blank("place", later("Place")),
            Blank("requested_by", later("Asked for by"), "name"),
        ),
        (Blank("was", later("Was")), Blank("now", later("Should read"))),
    ),
    "vote": (
        (Blank("motion", later("Motion")),),
        (Blank("mover", later("Moved by"), "name"), Blank("seconder", later("Seconded by"), "name")),
        (
            Blank("votes_for", later("For"), "number"),
            Blank("votes_against", later("Against"), "number"),
            Blank("abstained", later("Abstained"), "number"),
        ),
        (Blank("result", later("Result")), Blank("casting_vote", later("Casting vote"))),
    ),
    "table": (
        (
            Blank("caption", later("Caption"), share=3),
            Blank("header", later("First row is a heading"), "choice", YES_NO[1:]),
        ),
    ),
}


def typed(entry: Entry, blank: Blank) -> str:
    """Return what stands in a field for an entry."""
    value = getattr(entry, blank.name)
    return _WAYS[blank.sort][0](value) if blank.name != "header" else _yes_no(bool(value))


def filled(entry: Entry, blank: Blank, text: str, around: Surroundings) -> Entry:
    """Return the entry with a field filled; the same entry where the field says what it said."""
    if text == typed(entry, blank):
        return entry
    if isinstance(entry, Table) and blank.name == "header":
        return with_header(entry, wanted=text == "yes")
    if isinstance(entry, Table):
        return with_line(entry, 0, ()) if not text.strip() else replace(entry, caption=text.strip())
    value = _WAYS[blank.sort][1](text, around)
    if value is None:
        value = _default(entry, blank.name)
    if blank.name == "status":
        value = Progress(value)
    return replace(entry, **{blank.name: value})


def reading(entry: Entry, blank: Blank, text: str) -> tuple[str, bool]:
    """Return what the program reads in a field, in words, and whether it is in doubt; empty for a field as plain."""
    if blank.sort == "due":
        return _due_reading(getattr(entry, blank.name))
    if blank.sort == "date":
        day = getattr(entry, blank.name)
        return (
            (short_date(day), False) if day else ((say("No such day, not kept"), True) if text.strip() else ("", False))
        )
    if blank.sort == "number" and text.strip() and getattr(entry, blank.name) is None:
        return say("Not a number, not kept"), True
    return "", False


def _due_reading(due: Due) -> tuple[str, bool]:
    if due.kind is DueKind.NONE:
        return (say("Kept as typed, no such day is known"), True) if due.as_written else ("", False)
    if due.kind is DueKind.MEETING and due.date is None:
        return say("A meeting with no date yet"), False
    return due.words, False


def _default(entry: Entry, name: str) -> Any:
    """Return what an attribute is when nothing is said of it: a decision is agreed, a motion carried."""
    return next(f for f in fields(entry) if f.name == name).default


def _yes_no(value: bool | None) -> str:
    return "" if value is None else "yes" if value else "no"


def _day_typed(day: date | None) -> str:
    return plain_date(day) if day else ""


def _number(text: str, _around: Surroundings) -> int | None:
    bare = text.strip()
    return int(bare) if bare.isascii() and bare.isdigit() and len(bare) < 7 else None


# For each sort of field: from the entry to the words in the field, and back.
_WAYS: Mapping[str, tuple[Callable[[Any], str], Callable[[str, Surroundings], Any]]] = {
    "words": (lambda v: v or "", lambda text, _: text.strip() or None),
    "name": (lambda v: v or "", lambda text, _: " ".join(text.split()) or None),
    "names": (names_out, lambda text, _: names_in(text)),
    "due": (
        lambda v: v.as_written or v.words,
        lambda text, around: read_due(text, on=around.day, meetings=around.scheduled),
    ),
    "date": (_day_typed, lambda text, around: read_date(text, near=around.day)),
    "number": (lambda v: "" if v is None else str(v), _number),
    "choice": (
        lambda v: _yes_no(v) if v is None or isinstance(v, bool) else str(v),
        lambda text, _: {"yes": True, "no": False, "": None}.get(text, text),
    ),
}
