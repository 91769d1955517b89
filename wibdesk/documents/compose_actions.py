"""Composes the action log: what is overdue first, then by deadline, with a word beside every colour."""

from calendar import timegm
from collections.abc import Sequence
from datetime import date

from wibdesk.documents.document import Block, Document, Heading, Paragraph, Role, Runs, Table, joined, plain
from wibdesk.documents.entry_blocks import runs_of
from wibdesk.documents.wording import compact_date, due_lines
from wibdesk.domain.actions import LogAction, is_overdue, last_day, rag
from wibdesk.domain.dates import long_date, plain_date
from wibdesk.domain.house_style import HouseStyle

_HEADER = ("Ref", "Action", "Owner", "Due", "Status")
_WIDTHS = (14.0, 37.0, 18.0, 15.0, 16.0)


def compose_actions(body_name: str | None, actions: Sequence[LogAction], style: HouseStyle, *, today: date) -> Document:
    """Compose the log of one body's actions, or of all bodies' where `body_name` is None."""
    name = body_name or "All bodies"
    blocks: list[Block] = [
        Heading(1, plain(name), capitals=style.capital_headings),
        Paragraph(plain(f"Action log, {long_date(today)}"), Role.LEAD, None, style.capital_headings),
        Paragraph(plain(_count(actions, today)), Role.DETAIL),
    ]
    for words, group in _groups(actions, today):
        rows = tuple(_row(action, today, with_body=body_name is None) for action in group)
        blocks += [Heading(2, plain(f"{words} ({len(group)})")), Table(rows, _WIDTHS, _HEADER)]
    return Document(
        title=f"{name} – Action log, {long_date(today)}",
        subject="Action log",
        author=name,
        header=f"{name[:90]}, action log, {plain_date(today)}",
        blocks=tuple(blocks),
        stamp=max(timegm(today.timetuple()), 0),
    )


def _count(actions: Sequence[LogAction], today: date) -> str:
    if not actions:
        return "There are no actions."
    unfinished = sum(a.action.status.unfinished for a in actions)
    overdue = sum(is_overdue(a.action, today) for a in actions)
    return f"{len(actions)} action{'s' if len(actions) > 1 else ''}: {unfinished} open, {overdue} overdue."


def _groups(actions: Sequence[LogAction], today: date) -> list[tuple[str, list[LogAction]]]:
    groups: dict[str, list[LogAction]] = {"Overdue": [], "Due": [], "No date": [], "Finished": []}
    for action in sorted(actions, key=_order):
        groups[_group(action, today)].append(action)
    return [(words, group) for words, group in groups.items() if group]


def _order(action: LogAction) -> tuple[date, date, str]:
    return last_day(action.action.due) or date.max, action.meeting_date or date.max, action.action.ref or ""


def _group(action: LogAction, today: date) -> str:
    if not action.action.status.unfinished:
        return "Finished"
    if is_overdue(action.action, today):
        return "Overdue"
    return "Due" if last_day(action.action.due) else "No date"


def _row(log: LogAction, today: date, *, with_body: bool) -> tuple[Runs, ...]:
    action = log.action
    raised = compact_date(log.meeting_date) if log.meeting_date else log.meeting_ref
    reference = "\n".join(filter(None, (action.ref, raised, log.body_name if with_body else "")))
    note = log.updates[-1].note if log.updates else ""
    light = {"Red": "Red, overdue", "Amber": "Amber, due soon", "Green": "Green, on time"}.get(rag(action, today), "")
    status = joined(plain(action.status.words, bold=True), plain(light), plain(note), by="\n")
    return (
        plain(reference),
        runs_of(action.text),
        plain("\n".join(action.owners)),
        plain(due_lines(action.due) or "No date"),
        status,
    )
