"""Deadlines between the meeting file and the domain."""

from datetime import date

from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.interchange.fields import Json, day, day_json, spare


def read_due(raw: Json) -> Due:
    """Read a validated `due`."""
    kind, written = DueKind(raw["kind"]), raw.get("as_written")
    if kind is DueKind.MONTH:
        return Due(kind, month=date.fromisoformat(f"{raw['month']}-01"), as_written=written)
    if kind is DueKind.RANGE:
        return Due(kind, start=day(raw["from"]), end=day(raw["to"]), as_written=written)
    return Due(kind, day(raw.get("date")), as_written=written)


def due_json(due: Due) -> Json:
    """Write a deadline; one that lacks the day its kind needs is written as none, so that it can be read again."""
    return {**_days(due), **spare(as_written=due.as_written)}


def _days(due: Due) -> Json:
    none: Json = {"kind": "none"}
    if due.kind is DueKind.MONTH:
        return {"kind": "month", "month": due.month.isoformat()[:7]} if due.month else none
    if due.kind is DueKind.RANGE:
        whole = due.start is not None and due.end is not None
        return {"kind": "range", "from": day_json(due.start), "to": day_json(due.end)} if whole else none
    if due.kind is DueKind.NONE or (due.date is None and not (due.kind is DueKind.MEETING and due.as_written)):
        return none
    return {"kind": due.kind.value, "date": day_json(due.date)}
