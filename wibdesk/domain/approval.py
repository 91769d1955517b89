"""Approved minutes: the checksum over their words, and the record of seals and of private notes wiped."""

import json
from dataclasses import dataclass, fields
from datetime import datetime
from enum import Enum
from hashlib import sha256
from typing import Any

from wibdesk.domain.meetings import Meeting

DETAILS = ("date", "title", "type", "date_as_written", "start", "end", "venue", "public_present", "preamble")
ATTENDEE = (
    "name",
    "status",
    "group",
    "role",
    "organisation",
    "group_label",
    "note",
    "chair",
    "deputy_for",
    "intervals",
)
ITEM = ("title", "number", "time", "presenter", "part", "exempt_paragraph", "public_summary", "papers", "late")
ACTION = ("text", "ref")
"""Of an action the minutes hold its words: owners, deadline and progress go on in the action log."""


@dataclass(frozen=True)
class Seal:
    """An approval of a meeting's minutes: when (UTC), and the hexadecimal SHA-256 of their words.

    `sound` says that the words are still those; a seal that was broken open has `reopened_at` and the `reason`.
    """

    meeting_id: str
    at: datetime
    sha256: str
    sound: bool = True
    reopened_at: datetime | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Wiped:
    """The record that a meeting's private notes were wiped: when (UTC), and how many there were."""

    meeting_id: str
    at: datetime
    notes: int


def checksum(meeting: Meeting) -> str:
    """Return the hexadecimal SHA-256 of the words of the minutes, private notes left out.

    What is empty is left out too, so that a later desk with more fields reckons the same sum.
    """
    held = {
        "details": _held(meeting.details, DETAILS),
        "attendance": [_held(a, ATTENDEE) for a in meeting.attendance],
        "items": [
            _held(i, ITEM) | {"entries": [_entry(e) for e in i.entries if e.kind != "private_note"]}
            for i in meeting.items
        ],
    }
    words = json.dumps(held, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(words.encode("utf-8")).hexdigest()


def _entry(entry: Any) -> dict[str, Any]:
    names = ACTION if entry.kind == "action" else tuple(f.name for f in fields(entry) if f.name != "id")
    return {"kind": entry.kind} | _held(entry, names)


def _held(record: Any, names: tuple[str, ...]) -> dict[str, Any]:
    values = {name: _plain(getattr(record, name)) for name in names}
    return {name: value for name, value in values.items() if not _is_empty(value)}


def _is_empty(value: Any) -> bool:
    return value is None or value is False or value in ("", [])


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if hasattr(value, "__dataclass_fields__"):
        return _held(value, tuple(f.name for f in fields(value)))
    return value
