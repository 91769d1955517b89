"""Entries as bytes on the clipboard, from one sheet of the desk to another; read as carefully as any foreign text."""

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import KINDS, Entry, Progress
from wibdesk.domain.ids import new_id

LARGEST = 4_000_000


def to_bytes(entries: Sequence[Entry]) -> bytes:
    """Return entries as bytes."""
    return json.dumps([{"kind": e.kind, **asdict(e)} for e in entries], default=_plain).encode()


def from_bytes(data: bytes) -> tuple[Entry, ...]:
    """Return entries of such bytes, each with a new identity; ValueError, KeyError or TypeError for anything else."""
    if len(data) > LARGEST:
        raise ValueError("more than a clipboard of the desk ever holds")
    return tuple(_entry(dict(fields)) for fields in json.loads(data))


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _entry(fields: dict[str, Any]) -> Entry:
    made = KINDS[fields.pop("kind")]
    fields["id"] = new_id()
    if "due" in fields:
        fields["due"] = _due(dict(fields["due"]))
        fields["status"] = Progress(fields["status"])
        fields["ref"] = None
    if "to_meeting" in fields:
        fields["to_meeting"] = _day(fields["to_meeting"])
    return _checked(made(**{name: _frozen(value) for name, value in fields.items()}))


def _due(fields: dict[str, Any]) -> Due:
    days = {name: _day(fields.get(name)) for name in ("date", "month", "start", "end")}
    written = fields.get("as_written")
    return Due(DueKind(fields["kind"]), **days, as_written=None if written is None else str(written))


def _day(value: Any) -> date | None:
    return None if value is None else date.fromisoformat(value)


def _frozen(value: Any) -> Any:
    return tuple(_frozen(part) for part in value) if isinstance(value, list) else value


def _checked(entry: Entry) -> Entry:
    """Refuse values of a wrong sort, which the sheet could not show."""
    sample = type(entry)()
    for name, value in vars(entry).items():
        wanted = vars(sample)[name]
        if isinstance(wanted, (str, tuple)) and not isinstance(value, type(wanted)):
            raise TypeError(name)
        if wanted is None and value is not None and not isinstance(value, (str, int, bool, date)):
            raise TypeError(name)
    return replace(entry)
