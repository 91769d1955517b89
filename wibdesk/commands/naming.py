"""How bodies, meetings, plans and items are named on the command line."""

import re
from typing import TypeAlias

from wibdesk.commands.call import Call
from wibdesk.domain.agenda import Item
from wibdesk.domain.bodies import Body
from wibdesk.domain.dates import plain_date
from wibdesk.domain.meetings import Meeting, MeetingDetails
from wibdesk.domain.plans import Plan
from wibdesk.errors import UserError
from wibdesk.language import counted, say
from wibdesk.services import bodies, meetings, plans

Record: TypeAlias = Meeting | Plan | Body

REF_DIGITS = 6


def find_record(call: Call, words: str) -> Record:
    """Return the meeting (M3), the plan (P1) or the body (its reference or name); UserError where there is none."""
    ref = words.strip()
    if re.fullmatch(r"[Mm]\d+", ref):
        return call.read(meetings.find, ref.upper())
    if re.fullmatch(r"[Pp]\d+", ref):
        return call.read(plans.find_plan, ref.upper())
    return find_body(call, ref)


def chosen_item(meeting: Meeting, words: str) -> Item:
    """Return the item with this printed number, else at this position; UserError where there is none."""
    wanted = words.strip()
    for item in meeting.items:
        if item.number is not None and item.number.strip() == wanted:
            return item
    for position, item in enumerate(meeting.items, 1):
        if wanted.lstrip("0") == str(position):
            return item
    ref, there = meeting.details.ref, len(meeting.items)
    raise UserError(
        counted(
            there,
            "{ref} has no item “{words}”: it has {number} item.",
            "{ref} has no item “{words}”: it has {number} items.",
            ref=ref,
            words=words[:80],
        )
    )


def body_ref(body: Body) -> str:
    """Return the short reference of a body: made from its identifier, so that it never moves to another body."""
    return f"B{body.id[:REF_DIGITS]}"


def find_body(call: Call, words: str) -> Body:
    """Return the body with this reference or name (in any case); UserError where there is none."""
    known = call.read(bodies.bodies)
    wanted = words.strip().casefold()
    for body in known:
        if wanted in (body.name.strip().casefold(), body_ref(body).casefold()):
            return body
    if not known:
        raise UserError(say("There is no body “{words}”: the register has no body yet.", words=words[:80]))
    names = ", ".join(f"“{body.name}”" for body in known[:5]) + (", …" if len(known) > 5 else "")
    raise UserError(say("There is no body “{words}”: the register has {names}.", words=words[:80], names=names))


def meeting_title(details: MeetingDetails, body_name: str) -> str:
    """Return the meeting's title, or the body and day where it has none."""
    if details.title:
        return details.title
    day = plain_date(details.date) if details.date else details.date_as_written
    return f"{body_name}, {day}" if day else body_name
