"""The rows of the action log: reference over meeting, action over latest word, owner, deadline over its story, RAG."""

from collections.abc import Iterable
from datetime import date, datetime

from ui.cells import Rag, Two
from ui.places.actions.order import grouped, raised_words
from ui.tables import Column, TableRow
from wibdesk.domain.actions import ActionUpdate, LogAction, is_overdue, last_day, rag
from wibdesk.domain.dates import long_date, short_date
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Progress
from wibdesk.domain.rich_text import plain_text

WIDE = 860  # below this, in lengths of the design, a row says owner, deadline and RAG on its second line
COLUMNS = (
    Column("Ref", 126),
    Column("Action"),
    Column("Owner", 190, least=WIDE),
    Column("Due", 196, least=WIDE),
    Column("RAG", 132, least=WIDE),
)
SORTED_COLUMN = {"ref": 0, "meeting": 0, "owner": 2, "due": 3}


def log_rows(actions: Iterable[LogAction], order: str, today: date, *, narrow: bool = False) -> list[TableRow]:
    """Return heads of groups and actions in this order."""
    rows: list[TableRow] = []
    for head, group in grouped(actions, order, today):
        if head:
            words = f"{head}, {len(group)}"
            rows.append(TableRow(row_id=f"group {head}", cells=(words,), sentence=words, group=True))
        rows += [_row(action, today, narrow=narrow) for action in group]
    return rows


def action_words(action: LogAction) -> str:
    """Return the words of an action without marks, never empty."""
    return " ".join(plain_text(action.action.text).split()) or "no words yet"


def owner_words(action: LogAction) -> str:
    """Return the owners in one line."""
    return ", ".join(action.action.owners) or "No owner"


def status_line(action: LogAction) -> str:
    """Return the latest word on an action, else where it was raised."""
    status = action.action.status
    state = "" if status is Progress.OPEN else status.words
    if not action.updates:
        item = f"item {action.item_number}" if action.item_number else action.item_title
        return " · ".join(part for part in (state, f"Raised {raised_words(action)}, {item}") if part)
    last = action.updates[-1]
    note = f"{_day(local_day(last))}: {last.note or last.status.words.lower()}"
    return f"{state} · {note}" if state and last.note else note


def due_words(due: Due) -> str:
    """Return the day, month or stretch, else "No date"."""
    if due.kind is DueKind.MEETING and due.date:
        return short_date(due.date)
    if due.kind is DueKind.RANGE and due.start and due.end:
        return f"{short_date(due.start)[4:-5]} to {short_date(due.end)[4:]}"
    return due.words if due.kind is not DueKind.NONE and due.words else "No date"


def due_story(action: LogAction, today: date) -> tuple[str, str, str]:
    """Return the second line of a deadline, its icon and its tone."""
    record, day = action.action, last_day(action.action.due)
    if not record.status.unfinished:
        last = action.updates[-1] if action.updates else None
        word = record.status.words.lower()
        return (f"{word} {_day(local_day(last))}" if last else word), "", "muted"
    if is_overdue(record, today) and day is not None:
        over = (today - day).days
        return f"{over} {'day' if over == 1 else 'days'} over", "circle-alert", "bad"
    if day == today:
        return "due today", "circle-alert", "warn"
    if record.due.kind is DueKind.MEETING:
        return "at the meeting", "calendar-days", "muted"
    typed = record.due.as_written or ""
    if day is None and typed and record.due.kind is DueKind.NONE:
        return f"typed: {typed}", "circle-help", "warn"
    return "", "", "muted"


def local_day(update: ActionUpdate) -> date:
    """Return the day on which an update was made, on this computer's clock."""
    moment: datetime = update.at.astimezone()
    return moment.date()


def _row(action: LogAction, today: date, *, narrow: bool) -> TableRow:
    record, colour = action.action, rag(action.action, today)
    due, story, owners = due_words(record.due), due_story(action, today), owner_words(action)
    several = len(record.owners) > 1
    beside = "joint owners" if several else ", ".join(action.organisations)
    second = " · ".join((owners, due, colour)) if narrow else status_line(action)
    cells = (
        Two(record.ref or "–", short_date(action.meeting_date)[4:] if action.meeting_date else action.meeting_ref),
        Two(action_words(action), second),
        Two(owners, beside, "users" if several else ""),
        Two(due, *story),
        Rag(colour),
    )
    return TableRow(row_id=record.id, cells=cells, sentence=sentence(action, today), data=action)


def sentence(action: LogAction, today: date) -> str:
    """Return an action as a screen reader says it: the deadline as a full date with its story, RAG as its word."""
    record, day = action.action, last_day(action.action.due)
    exact = record.due.kind in (DueKind.DATE, DueKind.MEETING) and day is not None
    due = f"due {long_date(day)}" if exact and day else f"due {due_words(record.due)}"
    reference = f"Action {record.ref}" if record.ref else "Action"
    parts = (
        reference, action_words(action), f"owner {owner_words(action)}", ", ".join(action.organisations),
        due if day else "no date", due_story(action, today)[0], rag(record, today), record.status.words,
        f"raised {raised_words(action)}", f"by {action.body_name}",
    )  # fmt: skip
    return ", ".join(part for part in parts if part)


def _day(day: date) -> str:
    return short_date(day)[4:-5]
