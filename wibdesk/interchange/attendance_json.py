"""Attendance between the meeting file and the domain."""

from wibdesk.domain.attendance import Attendee, Interval, Status
from wibdesk.domain.people import Group
from wibdesk.interchange.fields import Json, clock, clock_json, spare, texts, unless


def read_attendee(raw: Json) -> Attendee:
    """Read one validated line of `attendance`."""
    deputy_for = raw.get("deputy_for")
    return Attendee(
        raw["name"],
        Status(raw["status"]),
        Group(raw["group"]),
        role=raw.get("role"),
        organisation=raw.get("organisation"),
        group_label=raw.get("group_label"),
        initials=raw.get("initials"),
        note=raw.get("note"),
        chair=bool(raw.get("chair")),
        deputy_for=(deputy_for,) if isinstance(deputy_for, str) else texts(deputy_for),
        email=raw.get("email"),
        intervals=tuple(_read_interval(part) for part in raw.get("intervals") or ()),
    )


def attendee_json(attendee: Attendee) -> Json:
    """Write one line of `attendance`."""
    return {
        "name": attendee.name,
        **spare(role=attendee.role, organisation=attendee.organisation),
        "group": attendee.group.value,
        **spare(group_label=attendee.group_label),
        "status": attendee.status.value,
        **spare(initials=attendee.initials, note=attendee.note, chair=unless(False, attendee.chair)),
        **spare(deputy_for=list(attendee.deputy_for), email=attendee.email),
        **spare(intervals=[_interval_json(part) for part in attendee.intervals]),
    }


def _read_interval(raw: Json) -> Interval:
    return Interval(clock(raw.get("from")), clock(raw.get("to")), raw.get("item"))


def _interval_json(interval: Interval) -> Json:
    return spare(from_=clock_json(interval.start), to=clock_json(interval.end), item=interval.item)
