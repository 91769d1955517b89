"""`wibdesk import`: meeting and plan files into the register, each whole or not at all."""

from dataclasses import replace
from pathlib import Path

from wibdesk.commands.call import Call
from wibdesk.commands.naming import meeting_title
from wibdesk.documents.styles import style_names
from wibdesk.domain.bodies import LONGEST_NAME
from wibdesk.domain.meetings import Meeting
from wibdesk.domain.plans import Plan
from wibdesk.errors import UserError
from wibdesk.interchange.json_text import printable
from wibdesk.interchange.meeting_file import read_file
from wibdesk.interchange.plan_file import is_workbook, read_plan_file
from wibdesk.interchange.remarks import remarks
from wibdesk.language import say
from wibdesk.services import plan_taking, transfer


def run(call: Call) -> int:
    """Import every file that can be imported; 1 where one could not, each with a sentence on stderr."""
    body_name = call.args.body
    if body_name is not None and not 0 < len(body_name.strip()) <= LONGEST_NAME:
        raise UserError(
            say("A body's name has 1 to {longest_name} letters: give --body such a name.", longest_name=LONGEST_NAME)
        )
    if body_name is not None and printable(body_name) != body_name:
        raise UserError(say("The name after --body holds a character that no page can print: take it out."))
    code = 0
    for name in call.args.files:
        try:
            _import(call, name)
        except UserError as trouble:
            call.remark(str(trouble))
            code = 1
    return code


def _import(call: Call, name: str) -> None:
    path = call.path(name)
    call.refuse_register(path)
    if is_workbook(path):
        _import_workbook(call, path)
        return
    record = _into_body(read_file(path), call.args.body)
    try:
        ref, title = _store(call, record)
    except UserError as trouble:
        raise UserError(f"{path.name}: {trouble}") from trouble
    call.row(ref, title)
    for words in remarks(record, house_styles=style_names()):
        call.remark(f"{path.name}: {words}")


def _import_workbook(call: Call, path: Path) -> None:
    """Store the plan of a workbook, and say what of it was not understood."""
    reading = read_plan_file(path, body_name=call.args.body or "", on=call.desk.now().date())
    if not reading.plan.body_name:
        raise UserError(
            say("{path}: the workbook does not name a body: say with --body whose plan it is.", path=path.name)
        )
    try:
        ref, title = _store(call, reading.plan)
    except UserError as trouble:
        raise UserError(f"{path.name}: {trouble}") from trouble
    call.row(ref, title)
    for words in reading.doubts:
        call.remark(f"{path.name}: {words}")


def _into_body(record: Meeting | Plan, name: str | None) -> Meeting | Plan:
    if name is None:
        return record
    wanted = name.strip()
    if isinstance(record, Plan):
        return replace(record, body_name=wanted)
    return replace(record, body=replace(record.body, name=wanted))


def _store(call: Call, record: Meeting | Plan) -> tuple[str, str]:
    if isinstance(record, Plan):
        plan = call.write(plan_taking.take_plan, record, replace=call.args.replace)
        return plan.ref, plan.title
    details = call.write(transfer.put_meeting, record, replace=call.args.replace)
    return details.ref, meeting_title(details, record.body.name)
