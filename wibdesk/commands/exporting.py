"""`wibdesk export`: one document of the register as Word, PDF or JSON."""

import os
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wibdesk.commands.call import Call
from wibdesk.commands.naming import find_body
from wibdesk.documents.characters import remarks
from wibdesk.documents.compose_actions import compose_actions
from wibdesk.documents.compose_agenda import compose_agenda
from wibdesk.documents.compose_minutes import compose_minutes
from wibdesk.documents.compose_plan import compose_plan
from wibdesk.documents.document import Document
from wibdesk.documents.files import is_folder, proposed_name, save_export
from wibdesk.documents.styles import house_style, style_names
from wibdesk.documents.writers import WRITERS
from wibdesk.domain.bodies import Body
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.meetings import Meeting, MinutesStatus
from wibdesk.domain.plans import Plan
from wibdesk.errors import UserError
from wibdesk.interchange.meeting_file import write_meeting, write_plan
from wibdesk.services import actions, meetings, plans

Record = Meeting | Plan | Body

FINAL = (MinutesStatus.APPROVED, MinutesStatus.SIGNED)


@dataclass(frozen=True)
class _Named:
    """What the proposed file name says of a document."""

    body: str
    day: date | None
    kind: str
    draft: bool = False


def run(call: Call) -> int:
    """Write the document that was asked for and print its path."""
    record = _find(call)
    kind = _kind(call, record)
    style = _style(call, record)
    told: tuple[str, ...] = ()
    if call.args.format == "json":
        data = _json(record).encode()
    else:
        document = _document(call, record, kind, style)
        data = WRITERS[call.args.format](document, style)
        told = (*remarks(document), *document.left_out)
    print(_save(call, data, _named(call, record, kind)), file=call.out)
    # Only what was written is worth a remark: a refusal is one sentence alone.
    for words in told:
        call.remark(words)
    return 0


def _find(call: Call) -> Record:
    ref = call.args.ref.strip()
    if re.fullmatch(r"[Mm]\d+", ref):
        return call.read(meetings.find, ref.upper())
    if re.fullmatch(r"[Pp]\d+", ref):
        return call.read(plans.find_plan, ref.upper())
    return find_body(call, ref)


def _kind(call: Call, record: Record) -> str:
    """Return which document it is; UserError where the record has none of the kind that was named."""
    wanted, whole = call.args.document, call.args.format == "json"
    if isinstance(record, Plan):
        possible = ["plan"]
    elif isinstance(record, Body):
        possible = [] if whole else ["actions"]
    else:
        possible = ["minutes"] if whole else ["minutes", "agenda", "actions"]
    if possible and wanted in (None, *possible):
        return str(wanted or possible[0])
    if isinstance(record, Plan):
        raise UserError(f"{call.args.ref} is a plan and has no {wanted}: leave --document away.")
    if isinstance(record, Body):
        raise UserError(f"Of the body “{record.name}” only the action log is written, as docx or pdf: see --document.")
    raise UserError("A JSON file is always the whole meeting: leave --document away.")


def _style(call: Call, record: Record) -> HouseStyle:
    wanted = call.args.style
    if wanted is not None and wanted not in style_names():
        raise UserError(f"There is no house style “{wanted}”: name one of {', '.join(style_names())}.")
    if isinstance(record, Meeting):
        return house_style(wanted or record.details.house_style or record.body.house_style)
    return house_style(wanted or record.house_style)


def _json(record: Record) -> str:
    assert not isinstance(record, Body)
    return write_plan(record) if isinstance(record, Plan) else write_meeting(record)


def _document(call: Call, record: Record, kind: str, style: HouseStyle) -> Document:
    now = call.desk.now()
    if isinstance(record, Plan):
        return compose_plan(record, style, now=now)
    if isinstance(record, Body):
        return compose_actions(record.name, call.read(actions.log, body_id=record.id), style, today=now.date())
    if kind == "actions":
        log = call.read(actions.log, body_id=record.body.id)
        raised = [row for row in log if row.meeting_id == record.id]
        return compose_actions(record.body.name, raised, style, today=now.date())
    compose = compose_agenda if kind == "agenda" else compose_minutes
    return compose(record, style, now=now)


def _named(call: Call, record: Record, kind: str) -> _Named:
    if isinstance(record, Plan):
        return _Named(record.body_name, None, record.title)
    if isinstance(record, Body):
        return _Named(record.name, call.desk.now().date(), kind)
    draft = kind == "minutes" and record.details.status not in FINAL
    return _Named(record.body.name, record.details.date, kind, draft)


def _save(call: Call, data: bytes, named: _Named) -> Path:
    """Write the file where `--to` says, else into the caller's folder; return its path."""
    wanted = call.args.to or ""
    target = call.path(wanted)
    if wanted.endswith(("/", os.sep)) and not is_folder(target):
        raise UserError(f"The folder {wanted} is not there: make it first.")
    folder, name = target.parent, target.name
    if not wanted or is_folder(target):
        folder, name = target, proposed_name(named.body, named.day, named.kind, call.args.format, draft=named.draft)
    call.refuse_register(folder / name)
    saved = save_export(data, folder, name)
    if saved.beside is not None:
        call.remark(saved.words)
    return saved.path
