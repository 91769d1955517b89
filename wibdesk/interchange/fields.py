"""Single values of the meeting file: days, times, and the rule of what may be left out."""

from collections.abc import Iterable
from datetime import date, time
from typing import Any

Json = dict[str, Any]


def day(value: str | None) -> date | None:
    """Read `2026-10-06`; None stays None."""
    return None if value is None else date.fromisoformat(value)


def clock(value: str | None) -> time | None:
    """Read `09:45`; None stays None."""
    return None if value is None else time.fromisoformat(value)


def whole(value: float | None) -> int | None:
    """Read a whole number, which JSON may also write as 3.0."""
    return None if value is None else int(value)


def texts(value: Iterable[str] | None) -> tuple[str, ...]:
    """Read a list of texts; null is an empty one."""
    return tuple(value or ())


def day_json(value: date | None) -> str | None:
    """Write a day."""
    return None if value is None else value.isoformat()


def clock_json(value: time | None) -> str | None:
    """Write a time to the minute, which is all that the format knows."""
    return None if value is None else f"{value.hour:02}:{value.minute:02}"


def spare(**pairs: object) -> Json:
    """Return the optional keys that say anything: those that are neither None nor empty lists.

    A trailing underscore, as in `from_`, keeps Python's own words free.
    """
    return {key.rstrip("_"): value for key, value in pairs.items() if value is not None and value != []}


def unless(default: object, value: object) -> object:
    """Return None for a value that is the default, so that it can be left out."""
    return None if value == default else value
