"""How bodies and meetings are named on the command line."""

from wibdesk.commands.call import Call
from wibdesk.domain.bodies import Body
from wibdesk.domain.dates import plain_date
from wibdesk.domain.meetings import MeetingDetails
from wibdesk.errors import UserError
from wibdesk.services import bodies

REF_DIGITS = 6


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
    names = ", ".join(f"“{body.name}”" for body in known[:5]) + (", …" if len(known) > 5 else "")
    there = f"the register has {names}" if known else "the register has no body yet"
    raise UserError(f"There is no body “{words[:80]}”: {there}.")


def meeting_title(details: MeetingDetails, body_name: str) -> str:
    """Return the meeting's title, or the body and day where it has none."""
    if details.title:
        return details.title
    day = plain_date(details.date) if details.date else details.date_as_written
    return f"{body_name}, {day}" if day else body_name
