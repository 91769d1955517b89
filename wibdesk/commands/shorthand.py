"""`wibdesk shorthand`: what a typed line would become in a meeting; nothing is stored."""

import json
import re
from typing import Any

from wibdesk.commands.call import Call
from wibdesk.commands.naming import chosen_item
from wibdesk.domain.dates import clock
from wibdesk.domain.entries import Action
from wibdesk.domain.meetings import Meeting
from wibdesk.domain.parking import is_parked, parked_words
from wibdesk.errors import UserError
from wibdesk.interchange.entry_json import entry_json
from wibdesk.language import say
from wibdesk.services import actions, meetings, people
from wibdesk.shorthand.knowing import known_of
from wibdesk.shorthand.known import Known
from wibdesk.shorthand.lines import read_line
from wibdesk.shorthand.reading import Flag, Movement, OpensPhrases, Reading

FLAG_WORDS = {
    Flag.NO_OWNER: "no owner",
    Flag.NO_DUE: "no due date",
    Flag.NOT_A_DATE: "no date",
    Flag.IMPOSSIBLE_DATE: "impossible date",
    Flag.NO_MEETING: "no meeting scheduled",
    Flag.WEEKEND: "weekend",
    Flag.HOLIDAY: "bank holiday",
    Flag.UNKNOWN_NAME: "name not on roster",
    Flag.CHOOSE_OWNER: "choose owner",
    Flag.NOT_PRESENT: "not present",
    Flag.JOINT_OWNERS: "joint owners",
    Flag.GROUP_OWNER: "group owner",
    Flag.NAME_A_PERSON: "name a person",
    Flag.VOTES_EXCEED: "more votes than members present",
    Flag.VOTES_MISSING: "fewer votes than members present",
    Flag.TIE: "casting vote",
    Flag.UNKNOWN_ITEM: "no such item",
    Flag.MAY_BE_ACTION: "may be an action",
}
"""What each flag is called where a script reads it."""


def run(call: Call) -> int:
    """Print what the line would become, as a sentence or as JSON."""
    meeting = _meeting(call)
    item_id = chosen_item(meeting, call.args.of_item).id if call.args.of_item is not None else ""
    reading = read_line(call.args.line, _known(call, meeting, item_id))
    if call.args.json:
        print(json.dumps(reading_json(reading), ensure_ascii=False, indent=2), file=call.out)
        return 0
    print(" ".join((reading.words or say("Stays as it is typed.")).split()), file=call.out)
    for doubt in reading.doubts:
        call.row(flag_words(reading, doubt.flag), doubt.words)
    return 0


def reading_json(reading: Reading) -> dict[str, Any]:
    """Return a reading with the keys of the meeting file, or those of a movement, and its flags in words."""
    flags = {"flags": [flag_words(reading, flag) for flag in reading.flags]}
    if reading.entries:
        entry = reading.entries[0]
        if is_parked(entry):
            return {"kind": "parked", "text": parked_words(entry), **flags}
        return {**entry_json(entry), **flags}
    if reading.kind in ("joined", "left"):
        moved = next((deed for deed in reading.deeds if isinstance(deed, Movement)), None)
        who = moved.name if moved else reading.asks[0].typed
        kind = "arrival" if reading.kind == "joined" else "departure"
        return {"kind": kind, "person": who, "time": clock(moved.at) if moved and moved.at else None, **flags}
    wanted = next((deed.words for deed in reading.deeds if isinstance(deed, OpensPhrases)), reading.line)
    return {"kind": reading.kind, "text": wanted, **flags}


def flag_words(reading: Reading, flag: Flag) -> str:
    """Return what a flag is called: an unknown name is an owner's where the line is an action."""
    owned = reading.kind == Action.kind and flag is Flag.UNKNOWN_NAME
    return "owner not on roster" if owned else FLAG_WORDS[flag]


def _meeting(call: Call) -> Meeting:
    ref = call.args.ref.strip()
    if not re.fullmatch(r"[Mm]\d+", ref):
        raise UserError(
            say("“{ref}” is no meeting: name one by its reference, as M3 (wibdesk list meetings).", ref=ref[:80])
        )
    return call.read(meetings.find, ref.upper())


def _known(call: Call, meeting: Meeting, item_id: str) -> Known:
    roster, days = call.read(people.roster, meeting.body.id), call.read(actions.due_dates, meeting.id)
    return known_of(meeting, roster, days, item_id, today=call.desk.now().date())
