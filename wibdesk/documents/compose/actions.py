"""Composes the action log by deadline, owner or organisation: overdue first, a word beside every colour."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime

from wibdesk.documents.compose.action_days import days_of
from wibdesk.documents.compose.body_paper import body_document
from wibdesk.documents.compose.deadline_words import deadline_lines
from wibdesk.documents.compose.entry_blocks import runs_of
from wibdesk.documents.compose.page_head import stamp_of
from wibdesk.documents.compose.rag_words import KEY, light
from wibdesk.documents.document import (
    Block,
    Cell,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Role,
    Runs,
    Sheet,
    Table,
    joined,
    plain,
)
from wibdesk.documents.material import LogOrder
from wibdesk.documents.names import Names
from wibdesk.documents.wording import due_words, sheet_column
from wibdesk.domain.actions import LogAction, is_overdue, last_day
from wibdesk.domain.date_forms import Forms
from wibdesk.domain.entries import Progress
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.paper_words import to_write, write, write_counted
from wibdesk.domain.rag import rag_in_log, slip_words
from wibdesk.domain.rich_text import plain_text

_HEADER = (
    to_write("Ref"),
    to_write("Action"),
    to_write("Owner"),
    to_write("Due"),
    to_write("Status and latest update"),
    to_write("Raised"),
)
_WIDTHS = (7.0, 27.0, 15.0, 13.0, 23.0, 15.0)
_WIDTHS_WITH_BODY = (7.0, 22.0, 14.0, 13.0, 22.0, 22.0)
_TITLES = {
    LogOrder.DUE: to_write("Action log"),
    LogOrder.OWNER: to_write("Action log by owner"),
    LogOrder.ORGANISATION: to_write("Action log by organisation"),
    LogOrder.MEETING: to_write("Action log by meeting"),
}
_EACH_TITLES = {
    LogOrder.OWNER: to_write("Actions per owner"),
    LogOrder.ORGANISATION: to_write("Actions per organisation"),
}
_NOBODY = {LogOrder.OWNER: to_write("No owner"), LogOrder.ORGANISATION: to_write("No organisation known")}
_COLUMNS = (
    (to_write("Ref"), 8), (to_write("Body"), 22), (to_write("Raised"), 11), (to_write("Meeting"), 9),
    (to_write("Item"), 20), (to_write("Action"), 44), (to_write("Owners"), 22), (to_write("Organisation"), 20),
    (to_write("Due"), 11), (to_write("Original due"), 11), (to_write("Due as written"), 15),
    (to_write("Status"), 12), (to_write("RAG"), 9), (to_write("Latest update"), 36), (to_write("Updated"), 11),
)  # fmt: skip

_Group = tuple[str, list[LogAction]]


def compose_actions(
    body_name: str | None,
    actions: Sequence[LogAction],
    style: HouseStyle,
    *,
    today: date,
    order: LogOrder = LogOrder.DUE,
    at: datetime | None = None,
    as_shown: bool = False,
) -> Document:
    """Compose the log of one body's actions, or of all bodies' where `body_name` is None.

    With `as_shown` they keep the order given under their headings, else what is overdue comes first. `at` is the local
    time of the file, by which a calendar tells a later one; the beginning of today where it is None.
    """
    in_order = list(actions) if as_shown else sorted(actions, key=lambda log: _order(log, today))
    blocks: list[Block] = [Paragraph(plain(_count(actions, today)), Role.DETAIL)]
    blocks += _key(actions, today)
    groups = _groups(in_order, order, style, today)
    if sum(len(group) for _, group in groups) > len(actions):
        blocks.append(Paragraph(plain(_shared_words(order)), Role.NOTE))
    with_body = body_name is None
    widths = _WIDTHS_WITH_BODY if with_body else _WIDTHS
    for words, group in groups:
        rows = tuple(_row(log, style, today, with_body=with_body) for log in group)
        count = str(len(group)) if order is LogOrder.DUE else _group_count(group, today)
        blocks += [
            Heading(2, plain(f"{words} ({count})"), capitals=style.capital_headings),
            Table(rows, widths, tuple(map(write, _HEADER)), row_headers=True),
        ]
    sheets = (_sheet(in_order, today, style.forms, with_body=with_body),)
    document = body_document(body_name or "", write(_TITLES[order]), today, blocks, style, sheets=sheets)
    stamp = stamp_of(at, None) if at else document.stamp
    return replace(document, dates=days_of(in_order), actions=tuple(in_order), stamp=stamp)


def compose_each(
    body_name: str | None, actions: Sequence[LogAction], style: HouseStyle, *, today: date, order: LogOrder
) -> Document:
    """Compose a page for each owner or organisation, with nothing but their own actions, overdue first."""
    in_order = sorted(actions, key=lambda log: _order(log, today))
    blocks: list[Block] = []
    for words, group in _by_name(in_order, order, Names(style)):
        rows = tuple(_row(log, style, today, with_body=body_name is None) for log in group)
        blocks += [
            *([PageBreak()] if blocks else []),
            Heading(2, plain(words), capitals=style.capital_headings),
            Paragraph(plain(_count(group, today)), Role.DETAIL),
            *_key(group, today),
            Table(
                rows, _WIDTHS_WITH_BODY if body_name is None else _WIDTHS, tuple(map(write, _HEADER)), row_headers=True
            ),
        ]
    blocks = blocks or [Paragraph(plain(_count((), today)), Role.DETAIL)]
    return body_document(body_name or "", write(_EACH_TITLES[order]), today, blocks, style)


def _key(actions: Sequence[LogAction], today: date) -> list[Block]:
    return [Paragraph(plain(write(KEY)), Role.NOTE)] if any(light(log, today) for log in actions) else []


def _count(actions: Sequence[LogAction], today: date) -> str:
    if not actions:
        return write("There are no actions.")
    unfinished = sum(a.action.status.unfinished for a in actions)
    overdue = sum(is_overdue(a.action, today) for a in actions)
    return write_counted(
        len(actions),
        "{number} action: {open} open, {overdue} overdue.",
        "{number} actions: {open} open, {overdue} overdue.",
        open=unfinished,
        overdue=overdue,
    )


def _group_count(group: list[LogAction], today: date) -> str:
    overdue = sum(is_overdue(log.action, today) for log in group)
    return write("{number}, {overdue} overdue", number=len(group), overdue=overdue) if overdue else str(len(group))


def _shared_words(order: LogOrder) -> str:
    return write(_SHARED[order])


_SHARED = {
    LogOrder.OWNER: to_write("An action with more than one owner stands under each of them."),
    LogOrder.ORGANISATION: to_write("An action with more than one organisation stands under each of them."),
}
_STATES = (to_write("Overdue"), to_write("Due"), to_write("No date"), to_write("Finished"))


def _state(log: LogAction, today: date) -> str:
    if not log.action.status.unfinished:
        return "Finished"
    if is_overdue(log.action, today):
        return "Overdue"
    return "Due" if last_day(log.action.due) else "No date"


def _order(log: LogAction, today: date) -> tuple[int, date, date, str]:
    """Put what is overdue first, then by deadline, then what has no day, then what is finished."""
    day, raised = last_day(log.action.due) or date.max, log.meeting_date or date.max
    return _STATES.index(_state(log, today)), day, raised, log.action.ref or ""


def _by_state(actions: list[LogAction], today: date) -> list[_Group]:
    found = [(write(state), [log for log in actions if _state(log, today) == state]) for state in _STATES]
    return [(state, group) for state, group in found if group]


def _groups(actions: list[LogAction], order: LogOrder, style: HouseStyle, today: date) -> list[_Group]:
    if order is LogOrder.DUE:
        return _by_state(actions, today)
    return _by_meeting(actions, style) if order is LogOrder.MEETING else _by_name(actions, order, Names(style))


def _by_meeting(actions: list[LogAction], style: HouseStyle) -> list[_Group]:
    """Return the actions under the meeting that raised them, the latest first; one without a day comes last."""
    groups: dict[tuple[date, str, str], list[LogAction]] = {}
    for log in actions:
        groups.setdefault((log.meeting_date or date.min, log.meeting_ref, log.meeting_id), []).append(log)
    return [
        (
            write("Raised {day}", day=style.forms.plain(day))
            if day != date.min
            else write("Raised at {meeting}", meeting=ref),
            group,
        )
        for (day, ref, _), group in sorted(groups.items(), key=lambda each: each[0], reverse=True)
    ]


def _by_name(actions: list[LogAction], order: LogOrder, printed: Names) -> list[_Group]:
    """Return the actions under each owner or organisation by name; those of nobody come last."""
    names: Callable[[LogAction], tuple[str, ...]] = (
        (lambda log: tuple(map(printed.owner, log.action.owners)))
        if order is LogOrder.OWNER
        else (lambda log: log.organisations)
    )
    groups: dict[str, _Group] = {}
    for log in actions:
        for name in {words.casefold(): words for words in names(log)}.values():
            groups.setdefault(name.casefold(), (name, []))[1].append(log)
    nobodys = [log for log in actions if not names(log)]
    return [group for _, group in sorted(groups.items())] + ([(write(_NOBODY[order]), nobodys)] if nobodys else [])


def _row(log: LogAction, style: HouseStyle, today: date, *, with_body: bool) -> tuple[Runs, ...]:
    action = log.action
    raised = style.forms.compact(log.meeting_date) if log.meeting_date else log.meeting_ref
    item = " ".join(
        filter(None, (write("Item {number}:", number=log.item_number) if log.item_number else "", log.item_title))
    )
    return (
        plain(action.ref or "–"),
        runs_of(action.text),
        plain("\n".join(map(Names(style).owner, action.owners)) or write(_NOBODY[LogOrder.OWNER])),
        plain("\n".join(filter(None, (deadline_lines(action.due, style.forms), slip_words(log))))),
        _status(log, style, today),
        plain("\n".join(filter(None, (log.body_name if with_body else "", raised, item)))),
    )


def _status(log: LogAction, style: HouseStyle, today: date) -> Runs:
    """Return the status in words, the colour by its name, how often the action was carried, the last update."""
    times = sum(update.status is Progress.CARRIED for update in log.updates)
    carried = write("Carried {number} times", number=times) if times > 1 else ""
    update = log.updates[-1] if log.updates else None
    said = f"{style.forms.compact(update.at.date())}: {update.note}" if update and update.note else ""
    return joined(
        plain(log.action.status.words, bold=True), plain(light(log, today)), plain(carried), plain(said), by="\n"
    )


def _sheet(actions: Sequence[LogAction], today: date, forms: Forms, *, with_body: bool) -> Sheet:
    """Return the log as values; of one body its name stands in the heading and in no column."""
    kept = [n for n, (name, _) in enumerate(_COLUMNS) if with_body or name != "Body"]
    rows = (_sheet_row(log, today, forms) for log in actions)
    return Sheet(
        write("Action log"),
        tuple(sheet_column(*_COLUMNS[n]) for n in kept),
        tuple(tuple(row[n] for n in kept) for row in rows),
    )


def _sheet_row(log: LogAction, today: date, forms: Forms) -> tuple[Cell, ...]:
    action, update = log.action, log.updates[-1] if log.updates else None
    item = " ".join(filter(None, (log.item_number, log.item_title)))
    day, first = last_day(action.due), last_day(log.dues[0].was) if log.dues else None
    written = action.due.as_written or ("" if day and day == action.due.date else due_words(action.due, "", forms))
    return (
        action.ref or "", log.body_name, log.meeting_date, log.meeting_ref, item, plain_text(action.text),
        ", ".join(action.owners), ", ".join(log.organisations), day, first, written, action.status.words,
        write(rag_in_log(log, today)), update.note if update else "", update.at.date() if update else None,
    )  # fmt: skip
