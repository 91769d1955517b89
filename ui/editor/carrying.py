"""Entries as bytes on the clipboard, from one sheet of the desk to another; read as carefully as any foreign text."""

import json
from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import date
from types import UnionType
from typing import Any, get_args, get_origin

from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import KINDS, NUMBER_STYLES, Entry, Progress
from wibdesk.domain.ids import new_id
from wibdesk.interchange.json_text import printable

LARGEST = 4_000_000
MOST = 1_000_000
"""The largest number that an entry holds."""


def to_bytes(entries: Sequence[Entry]) -> bytes:
    """Return entries as bytes."""
    return json.dumps([{"kind": e.kind, **asdict(e)} for e in entries], default=_plain).encode()


def from_bytes(data: bytes) -> tuple[Entry, ...]:
    """Return entries of such bytes, each with a new identity; ValueError, KeyError or TypeError for anything else."""
    if len(data) > LARGEST:
        raise ValueError("more than a clipboard of the desk ever holds")
    try:
        held = printable(json.loads(data))
    except RecursionError as trouble:
        raise ValueError("deeper than any entry") from trouble
    return tuple(_entry(dict(given)) for given in held)


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _entry(given: dict[str, Any]) -> Entry:
    made = KINDS[given.pop("kind")]
    given["id"] = new_id()
    if "due" in given:
        given["due"] = _due(dict(given["due"]))
        given["status"] = Progress(given["status"])
        given["ref"] = None
    if "to_meeting" in given:
        given["to_meeting"] = _day(given["to_meeting"])
    return _checked(made(**{name: _frozen(value) for name, value in given.items()}))


def _due(given: dict[str, Any]) -> Due:
    days = {name: _day(given.get(name)) for name in ("date", "month", "start", "end")}
    written = given.get("as_written")
    return Due(DueKind(given["kind"]), **days, as_written=None if written is None else str(written))


def _day(value: Any) -> date | None:
    return None if value is None else date.fromisoformat(value)


def _frozen(value: Any) -> Any:
    return tuple(_frozen(part) for part in value) if isinstance(value, list) else value


def _checked(entry: Entry) -> Entry:
    """Refuse values of a wrong sort, which neither the sheet nor the register could hold."""
    for one in fields(entry):
        if not _fits(getattr(entry, one.name), one.type):
            raise TypeError(one.name)
    if not 1 <= getattr(entry, "level", 1) <= 3 or getattr(entry, "style", None) not in (None, *NUMBER_STYLES):
        raise ValueError("a line of no list")
    return entry


def _fits(value: Any, wanted: Any) -> bool:
    """Say whether a value is of the sort that a field of an entry is declared to be."""
    inner = get_args(wanted)
    if get_origin(wanted) is UnionType:
        return any(_fits(value, one) for one in inner)
    if get_origin(wanted) is not tuple:
        return type(value) is wanted and (wanted is not int or 0 <= value <= MOST)
    if not isinstance(value, tuple):
        return False
    if inner[-1] is Ellipsis:
        return all(_fits(part, inner[0]) for part in value)
    return len(value) == len(inner) and all(map(_fits, value, inner))
