"""The action log as JSON for other programs: one list, each action with the keys of the meeting file."""

import json
from collections.abc import Iterable

from wibdesk.domain.actions import ActionUpdate, LogAction
from wibdesk.interchange.entry_json import entry_json
from wibdesk.interchange.fields import Json, day_json, spare
from wibdesk.interchange.json_text import printable


def write_actions(actions: Iterable[LogAction]) -> str:
    """Return the actions as a JSON list: what the meeting file says of each, then where it was raised and what came."""
    rows = [_action_json(row) for row in actions]
    return json.dumps(printable(rows), ensure_ascii=False, indent=2) + "\n"


def _action_json(row: LogAction) -> Json:
    raised = spare(ref=row.meeting_ref or None, date=day_json(row.meeting_date))
    item = spare(number=row.item_number, title=row.item_title)
    return {
        **entry_json(row.action),
        # The meeting file leaves this out where it is open; a list is filtered by it.
        "status": row.action.status.value,
        "body": {"name": row.body_name},
        "meeting": raised,
        "item": item,
        **spare(organisations=list(row.organisations), updates=[_update_json(update) for update in row.updates]),
    }


def _update_json(update: ActionUpdate) -> Json:
    said = spare(note=update.note or None)
    return {"at": update.at.isoformat(timespec="seconds"), "status": update.status.value, **said}
