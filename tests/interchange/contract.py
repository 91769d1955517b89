"""When two meeting files are equal, as the contract defines it, and where its examples lie."""

import copy
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).parents[2] / ".." / "shared"

_DEFAULTS: dict[tuple[str, str], Any] = {
    ("meeting", "type"): "ordinary",
    ("meeting", "status"): "draft",
    ("entry", "status"): "open",
    ("milestone", "status"): "open",
    ("item", "part"): 1,
    ("entry", "level"): 1,
    ("numbered", "style"): "1.",
    ("attendee", "chair"): False,
    ("next_meeting", "cancelled"): False,
}

_INSIDE = {
    "attendance": "attendee",
    "items": "item",
    "entries": "entry",
    "milestones": "milestone",
    "next_meetings": "next_meeting",
    "meeting": "meeting",
}

# Required keys stay although they are null or empty: dropping them would hide a loss.
_REQUIRED = {"name", "date", "entries", "owners", "parts", "rows", "attendance", "items", "leads", "milestones"}


def examples() -> list[Any]:
    """Return every example file of the contract as a test parameter; a skipped one where they are not at hand."""
    found = sorted([*SHARED.glob("seeds/*.json"), *SHARED.glob("contract/*.json")])
    if not found:
        return [pytest.param(SHARED, marks=pytest.mark.skip(reason="the shared example files are not at hand"))]
    return [pytest.param(path, id=path.name) for path in found]


def normal(document: Any) -> Any:
    """Return a document without the optional keys that say nothing."""
    return _normal(copy.deepcopy(document), "")


def without_references(document: Any) -> Any:
    """Return a normal document without the references of actions, the one thing that an export adds."""
    if isinstance(document, dict):
        action = document.get("kind") == "action" and "owners" in document
        return {k: without_references(v) for k, v in document.items() if not (action and k == "ref")}
    return [without_references(v) for v in document] if isinstance(document, list) else document


def same_as_contract(first: Any, second: Any) -> bool:
    """Say whether two documents are equal by the contract."""
    return bool(normal(first) == normal(second))


def _normal(value: Any, place: str) -> Any:
    if isinstance(value, list):
        return [_normal(part, place) for part in value]
    if not isinstance(value, dict):
        return value
    kept = {}
    for key, inner in value.items():
        deputy = key == "deputy_for" and isinstance(inner, str)
        shaped = [inner] if deputy else _normal(inner, _INSIDE.get(key, "names" if key == "names" else ""))
        if _says_something(key, shaped, place, value):
            kept[key] = shaped
    return kept


def _says_something(key: str, value: Any, place: str, owner: dict[str, Any]) -> bool:
    if key in _REQUIRED and place != "names":
        return True
    if value is None or value == [] or (key == "names" and value == {}):
        return False
    places = (place, owner.get("kind", "")) if place == "entry" else (place,)
    return not any((p, key) in _DEFAULTS and _DEFAULTS[p, key] == value for p in places)
