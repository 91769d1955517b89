"""A whole meeting between the meeting file and the domain."""

from dataclasses import replace
from datetime import date

from wibdesk.domain.agenda import Item, ItemState, Paper
from wibdesk.domain.bodies import Body
from wibdesk.domain.meetings import Meeting, MeetingDetails, MeetingType, MinutesStatus, NextMeeting, Stage
from wibdesk.interchange.attendance_json import attendee_json, read_attendee
from wibdesk.interchange.entry_json import entry_json, read_entry
from wibdesk.interchange.fields import Json, clock, clock_json, day, day_json, spare, texts, unless, whole

UNDATED = "Date to be fixed"
"""What a file says beside a date that nobody has set: the format wants words there."""


def read_body(raw: Json) -> Body:
    """Read the validated `body` of a meeting or a plan."""
    return Body(raw["name"], raw.get("profile"), raw.get("house_style"))


def body_json(name: str, profile: str | None, house_style: str | None) -> Json:
    """Write the `body` of a meeting or a plan."""
    return {"name": name, **spare(profile=profile, house_style=house_style)}


def read_meeting(raw: Json) -> Meeting:
    """Read a validated meeting; one with minutes or a closing time counts as held, any other as planned."""
    body = read_body(raw["body"])
    items = tuple(_read_item(item) for item in raw["items"])
    details = _read_details(raw["meeting"], body)
    held = details.end is not None or any(item.entries for item in items)
    return Meeting(
        body,
        replace(details, stage=Stage.CLOSED) if held else details,
        tuple(read_attendee(person) for person in raw["attendance"]),
        items,
        tuple(_read_next_meeting(following) for following in raw.get("next_meetings") or ()),
    )


def meeting_json(meeting: Meeting) -> Json:
    """Write a meeting, its keys in the order of the contract."""
    details = meeting.details
    return {
        "format": "wibdesk.meeting",
        "version": 1,
        "body": body_json(meeting.body.name, details.profile, details.house_style),
        "meeting": _details_json(details),
        "attendance": [attendee_json(person) for person in meeting.attendance],
        "items": [_item_json(item) for item in meeting.items],
        **spare(next_meetings=[_next_meeting_json(following) for following in meeting.next_meetings]),
    }


def _read_details(raw: Json, body: Body) -> MeetingDetails:
    return MeetingDetails(
        body.id,
        day(raw["date"]),
        title=raw.get("title"),
        type=MeetingType(raw.get("type") or MeetingType.ORDINARY),
        date_as_written=raw.get("date_as_written"),
        start=clock(raw.get("start")),
        end=clock(raw.get("end")),
        venue=raw.get("venue"),
        contact=raw.get("contact"),
        status=MinutesStatus(raw.get("status") or MinutesStatus.DRAFT),
        public_present=whole(raw.get("public_present")),
        preamble=texts(raw.get("preamble")),
        profile=body.profile,
        house_style=body.house_style,
    )


def _details_json(details: MeetingDetails) -> Json:
    return {
        **spare(title=details.title, type=unless("ordinary", details.type.value)),
        "date": day_json(details.date),
        **spare(date_as_written=_beside(details.date, details.date_as_written)),
        **spare(start=clock_json(details.start), end=clock_json(details.end)),
        **spare(venue=details.venue, contact=details.contact, status=unless("draft", details.status.value)),
        **spare(public_present=details.public_present, preamble=list(details.preamble)),
    }


def _read_item(raw: Json) -> Item:
    entries = tuple(read_entry(entry) for entry in raw["entries"])
    return Item(
        raw["title"],
        number=raw.get("number"),
        time=clock(raw.get("time")),
        planned_minutes=whole(raw.get("planned_minutes")),
        presenter=raw.get("presenter"),
        part=whole(raw.get("part")) or 1,
        exempt_paragraph=raw.get("exempt_paragraph"),
        public_summary=raw.get("public_summary"),
        papers=tuple(Paper(p["title"], p.get("note"), p.get("kind")) for p in raw.get("papers") or ()),
        entries=entries,
        state=ItemState.DONE if entries else ItemState.LATER,
    )


def _item_json(item: Item) -> Json:
    papers = [{"title": p.title, **spare(note=p.note, kind=p.kind)} for p in item.papers]
    return {
        **spare(number=item.number),
        "title": item.title,
        **spare(time=clock_json(item.time), planned_minutes=item.planned_minutes, presenter=item.presenter),
        **spare(part=unless(1, item.part), exempt_paragraph=item.exempt_paragraph),
        **spare(public_summary=item.public_summary, papers=papers),
        "entries": [entry_json(entry) for entry in item.entries],
    }


def _read_next_meeting(raw: Json) -> NextMeeting:
    return NextMeeting(
        day(raw["date"]),
        clock(raw.get("time")),
        day(raw.get("rearranged_from")),
        cancelled=bool(raw.get("cancelled")),
        as_written=raw.get("as_written"),
    )


def _next_meeting_json(following: NextMeeting) -> Json:
    return {
        "date": day_json(following.date),
        **spare(time=clock_json(following.time), rearranged_from=day_json(following.rearranged_from)),
        **spare(cancelled=unless(False, following.cancelled), as_written=_beside(following.date, following.as_written)),
    }


def _beside(known: date | None, written: str | None) -> str | None:
    return written if known is not None or written else UNDATED
