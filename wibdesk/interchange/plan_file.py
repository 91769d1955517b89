"""A plan from a file of any kind that the desk reads: its own, or a workbook; told before anything is stored."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from wibdesk.domain.plans import Plan
from wibdesk.errors import UserError
from wibdesk.interchange.json_text import LARGEST_FILE
from wibdesk.interchange.meeting_file import read_file
from wibdesk.interchange.plan_reading import PlanReading, reading_doubts
from wibdesk.interchange.plan_workbook import SUFFIX, read_workbook
from wibdesk.language import say


def is_workbook(path: Path) -> bool:
    """Say whether a file is named as a workbook."""
    return path.suffix.lower() == SUFFIX


def read_plan_file(path: Path, *, body_name: str = "", on: date) -> PlanReading:
    """Read a plan from a file; `body_name` is whose it becomes, empty for the body that the file names.

    UserError names the file and what is wrong with it.
    """
    if not is_workbook(path):
        record = read_file(path)
        if not isinstance(record, Plan):
            raise UserError(say("{path}: this is a meeting, not a plan: open it under Meetings.", path=path.name))
        plan = replace(record, body_name=body_name or record.body_name)
        return PlanReading(plan, tuple(reading_doubts(plan)))
    try:
        with path.open("rb") as file:
            # One byte more than is allowed is enough to know.
            data = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as trouble:
        reason = (
            trouble.strerror if isinstance(trouble, OSError) and trouble.strerror else say("the name is not a file's")
        )
        raise UserError(
            say("{path}: the file cannot be read ({reason})", path=path.name, reason=reason.lower())
        ) from trouble
    try:
        return read_workbook(data, name=path.stem, body_name=body_name, on=on)
    except UserError as trouble:
        raise UserError(f"{path.name}: {trouble}") from trouble
