"""`wibdesk list`: bodies, meetings, plans, actions or house styles, as lines with tabs or as one flat JSON array."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from wibdesk.commands.call import Call
from wibdesk.commands.naming import body_ref, find_body, meeting_title
from wibdesk.domain.actions import LogAction, is_overdue, last_day
from wibdesk.domain.bodies import Body
from wibdesk.domain.meetings import MeetingSummary
from wibdesk.domain.plans import Plan
from wibdesk.gathering import all_styles
from wibdesk.interchange.due_json import due_json
from wibdesk.interchange.fields import clock_json, day_json
from wibdesk.services import actions, bodies, meetings, plans
from wibdesk.services.house_styles import own_styles

Row = dict[str, Any]

COLUMNS = {
    "bodies": ("ref", "name"),
    "meetings": ("ref", "date", "body", "title", "stage", "status"),
    "plans": ("ref", "body", "title"),
    "actions": ("ref", "meeting", "owners", "text", "due_words", "status"),
    "styles": ("name", "label", "origin"),
}
"""What a line shows of each noun; the JSON has it all."""


def run(call: Call) -> int:
    """Print the list that was asked for."""
    noun = call.args.noun
    body = None if call.args.body is None else find_body(call, call.args.body)
    rows = list(_ROWS[noun](call, body))
    if call.args.json:
        print(json.dumps(rows, ensure_ascii=False, indent=2), file=call.out)
        return 0
    for row in rows:
        call.row(*(_cell(row[column]) for column in COLUMNS[noun]))
    return 0


def _bodies(call: Call, only: Body | None) -> Iterable[Row]:
    for body in (only,) if only else call.read(bodies.bodies):
        yield {"ref": body_ref(body), "name": body.name, "profile": body.profile, "house_style": body.house_style}


def _meetings(call: Call, body: Body | None) -> Iterable[Row]:
    return (_meeting(summary) for summary in call.read(meetings.meetings, body.id if body else None))


def _meeting(summary: MeetingSummary) -> Row:
    details = summary.details
    return {
        "ref": summary.ref,
        "body": summary.body_name,
        "title": meeting_title(details, summary.body_name),
        "type": details.type.value,
        "date": day_json(details.date),
        "date_as_written": details.date_as_written,
        "start": clock_json(details.start),
        "end": clock_json(details.end),
        "venue": details.venue,
        "stage": details.stage.value,
        "status": details.status.value,
        "items": summary.items,
        "present": summary.present,
        "members": summary.members,
        "actions": summary.actions,
    }


def _plans(call: Call, body: Body | None) -> Iterable[Row]:
    return (_plan(plan) for plan in call.read(plans.plans, body.id if body else None))


def _plan(plan: Plan) -> Row:
    words = {"title": plan.title, "period": plan.period, "updated": plan.updated}
    return {"ref": plan.ref, "body": plan.body_name, **words}


def _actions(call: Call, body: Body | None) -> Iterable[Row]:
    today = call.desk.now().date()
    found = call.read(
        actions.log,
        body_id=body.id if body else None,
        owner=call.args.owner,
        open_only=call.args.open,
        overdue_on=today if call.args.overdue else None,
    )
    return (_action(row, today) for row in found)


def _action(row: LogAction, today: date) -> Row:
    action = row.action
    return {
        "ref": action.ref,
        "meeting": row.meeting_ref,
        "meeting_date": day_json(row.meeting_date),
        "body": row.body_name,
        "item": row.item_number,
        "item_title": row.item_title,
        "text": action.text,
        "owners": list(action.owners),
        "due": due_json(action.due),
        "due_words": action.due.words,
        "last_day": day_json(last_day(action.due)),
        "status": action.status.value,
        "overdue": is_overdue(action, today),
    }


def _styles(call: Call, _: Body | None) -> Iterable[Row]:
    own = {style.name for style in call.read(own_styles)}
    for name, style in call.read(all_styles).items():
        yield {"name": name, "label": style.label, "origin": "own" if name in own else "shipped"}


_ROWS = {"bodies": _bodies, "meetings": _meetings, "plans": _plans, "actions": _actions, "styles": _styles}
"""What yields the rows of each noun, of all bodies or of one."""


def _cell(value: object) -> object:
    if isinstance(value, list):
        return ", ".join(value)
    return "" if value is None else value
