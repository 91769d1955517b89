"""The meeting file (and the plan file): read whole or refused in one sentence, written whole."""

import json
from pathlib import Path

from wibdesk.domain.meetings import Meeting
from wibdesk.domain.plans import Plan
from wibdesk.errors import UserError
from wibdesk.interchange.fields import Json
from wibdesk.interchange.json_text import LARGEST_FILE, decode, parse, printable
from wibdesk.interchange.meeting_json import meeting_json, read_meeting
from wibdesk.interchange.plan_json import plan_json, read_plan
from wibdesk.interchange.references import with_plan_references, with_references
from wibdesk.interchange.validation import validate
from wibdesk.language import say


def read_file(path: Path) -> Meeting | Plan:
    """Read a meeting or plan file; UserError names the file and the place in it."""
    try:
        with path.open("rb") as file:
            # One byte more than is allowed is enough to know, and keeps a huge file out of memory.
            data = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as trouble:
        reason = (
            trouble.strerror if isinstance(trouble, OSError) and trouble.strerror else say("the name is not a file's")
        )
        raise UserError(
            say("{path}: the file cannot be read ({reason})", path=path.name, reason=reason.lower())
        ) from trouble
    try:
        return _read(decode(data))
    except UserError as trouble:
        raise UserError(f"{path.name}: {trouble}") from trouble


def read_text(text: str, *, name: str) -> Meeting | Plan:
    """Read a meeting or plan from text; UserError names the place in it after `name`."""
    try:
        return _read(text)
    except UserError as trouble:
        raise UserError(f"{name}: {trouble}") from trouble


def write_meeting(meeting: Meeting) -> str:
    """Return the meeting file of a whole meeting, private notes included; actions without reference get one."""
    return _written(meeting_json(with_references(meeting)))


def write_plan(plan: Plan) -> str:
    """Return the plan file of a whole plan; actions without reference get one."""
    return _written(plan_json(with_plan_references(plan)))


def _read(text: str) -> Meeting | Plan:
    document = parse(text)
    validate(document)
    return read_plan(document) if document["format"] == "wibdesk.plan" else read_meeting(document)


def _written(document: Json) -> str:
    return json.dumps(printable(document), ensure_ascii=False, indent=2) + "\n"
