"""`wibdesk export`: one document of the register for its readers, or the whole record as JSON."""

import os
from pathlib import Path

from wibdesk.commands.call import Call
from wibdesk.commands.naming import find_record
from wibdesk.commands.papers import Paper, paper
from wibdesk.documents.files import is_folder, proposed_name, save_export
from wibdesk.documents.kinds import KINDS
from wibdesk.domain.meetings import Meeting
from wibdesk.domain.plans import Plan
from wibdesk.errors import StoreError, UserError
from wibdesk.interchange.meeting_file import write_meeting, write_plan
from wibdesk.language import say
from wibdesk.leaving import endings_of, export_of
from wibdesk.services.exports import record_export

WHOLE = ("json", "wibmeeting")
"""Formats that hold the whole meeting or plan, by different endings: the second opens with a double click."""


def run(call: Call) -> int:
    """Write the document that was asked for and print its path."""
    record = find_record(call, call.args.ref)
    if isinstance(record, Meeting | Plan) and call.args.format in WHOLE and not _is_list(call):
        print(_save(call, *_json(call, record)), file=call.out)
        return 0
    made = paper(call, record)
    path = _save(call, made.data, made.name)
    print(path, file=call.out)
    # Only what was written is worth a remark: a refusal is one sentence alone.
    for words in made.remarks:
        call.remark(words)
    _keep_record(call, made, path)
    return 0


def _is_list(call: Call) -> bool:
    """Say whether the document that was named is one that leaves as a list of its own."""
    return call.args.document is not None and call.args.format in endings_of(KINDS[call.args.document])


def _json(call: Call, record: Meeting | Plan) -> tuple[bytes, str]:
    """Return the meeting or plan file and the name to propose."""
    kind = "plan" if isinstance(record, Plan) else "minutes"
    if call.args.document not in (None, kind):
        raise UserError(
            say("A JSON file is always the whole plan: leave --document away.")
            if isinstance(record, Plan)
            else say("A JSON file is always the whole meeting: leave --document away.")
        )
    if isinstance(record, Plan):
        return write_plan(record).encode(), proposed_name(record.body_name, None, record.title, call.args.format)
    draft = not record.details.status.final
    name = proposed_name(record.body.name, record.details.date, kind, call.args.format, draft=draft)
    return write_meeting(record).encode(), name


def _save(call: Call, data: bytes, proposed: str) -> Path:
    """Write the file where `--to` says, else into the caller's folder; return its path."""
    wanted = call.args.to or ""
    target = call.path(wanted)
    if wanted.endswith(("/", os.sep)) and not is_folder(target):
        raise UserError(say("The folder {wanted} is not there: make it first.", wanted=wanted))
    folder, name = target.parent, target.name
    if not wanted or is_folder(target):
        folder, name = target, proposed
    call.refuse_register(folder / name)
    saved = save_export(data, folder, name)
    if saved.beside is not None:
        call.remark(saved.words)
    return saved.path


def _keep_record(call: Call, made: Paper, path: Path) -> None:
    """Note the export in the register; the file is written, so what stands in the way is told and no more."""
    export = export_of(
        made.document,
        made.kind,
        made.edition,
        made.style,
        subject_id=made.subject_id,
        name=path.name,
        data=made.data,
        at=call.desk.now(),
        locked=made.locked,
    )
    try:
        call.write(record_export, export)
    except (UserError, StoreError) as trouble:
        call.remark(say("The register took no note of this export. {trouble}", trouble=trouble))
