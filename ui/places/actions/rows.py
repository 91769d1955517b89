"""The rows of the action log: each column tells one thing, and a second line what a column left out would tell."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui import paint
from ui.cells import Cell, Rag, Two
from ui.tables import Column, TableRow
from ui.theme import Theme
from wibdesk.domain.action_history import state_words
from wibdesk.domain.actions import ActionUpdate, LogAction, is_overdue, last_day
from wibdesk.domain.dates import compact_date, day_and_month, long_date, short_date
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Progress
from wibdesk.domain.rag import judged, rag_in_log, slip_words
from wibdesk.domain.rich_text import plain_text
from wibdesk.language import counted, later, say

WIDE = 860  # below this, in lengths of the design, a row says owner, deadline and RAG on its second line
ACTION, OWNER, DUE = later("Action"), later("Owner"), later("Due")
COLUMNS = (
    Column(later("Ref"), 126),
    Column(later("Raised"), 150, least=WIDE),
    Column(ACTION),
    Column(OWNER, 172, least=WIDE),
    Column(later("Organisation"), 160, least=WIDE),
    Column(DUE, 226, least=WIDE),
    Column(later("First due"), 126, least=WIDE),
    Column(later("Status"), 118, least=WIDE),
    Column("RAG", 126, least=WIDE),
    Column(later("Latest update"), 220, least=WIDE),
)
FIXED = (later("Ref"), ACTION)
"""Columns that are always there."""
HIDDEN = (later("Raised"), later("Organisation"), later("First due"), later("Status"), later("Latest update"))
"""Columns that are left out until the clerk wants them: the second lines tell what they hold."""


def is_left_out(folded: Mapping[str, bool], word: str) -> bool:
    """Say whether the clerk leaves a column out; `folded` is what the settings remember of it."""
    return folded.get(f"log {word}", word in HIDDEN)


@dataclass(frozen=True)
class RefCell(Two):
    """A reference over its meeting; a tick before it where the row is marked."""

    marked: bool = False

    def paint(self, p: QPainter, t: Theme, rect: QRectF, *, strong: bool = False) -> None:
        """Paint the tick in the edge of the row, then both lines."""
        if self.marked:
            ground = QRectF(rect.left() - t.px(23), rect.center().y() - t.px(9), t.px(18), t.px(18))
            paint.box(p, ground, t.accent, t.accent, t.px(3))
            paint.icon(p, t, ground.left() + t.px(2), rect.center().y(), "check", "on_accent", 14)
        super().paint(p, t, rect, strong=strong or self.marked)


def log_row(row: LogAction, today: date, *, shown: frozenset[str], narrow: bool, marked: bool) -> TableRow:
    """Return the row of an action; `shown` are the words of the columns that stand in the table."""
    record, colour = row.action, rag_in_log(row, today)
    several = len(record.owners) > 1
    organisation = ", ".join(row.organisations)
    beside = say("joint owners") if several else "" if "Organisation" in shown else organisation
    day = compact_date(row.meeting_date) if row.meeting_date else row.meeting_ref
    second = second_line(row, today, narrow=narrow, shown=shown)
    first_due = due_words(row.dues[0].was) if row.dues else say("as now")
    cells: tuple[Cell, ...] = (
        RefCell(record.ref or "–", "" if "Raised" in shown and not narrow else day, marked=marked),
        Two(raised_words(row), item_words(row)),
        Two(action_words(row), second),
        Two(owner_words(row), beside, "users" if several else ""),
        organisation,
        Two(due_words(record.due), *due_story(row, today)),
        Two(first_due, "" if not row.dues else slip_words(row).partition(",")[0]),
        Two(record.status.words, _whose_word(record.status)),
        Rag(colour),
        Two(*_latest(row)),
    )
    return TableRow(row_id=record.id, cells=cells, sentence=sentence(row, today, marked=marked), data=row)


def second_line(row: LogAction, today: date, *, narrow: bool, shown: frozenset[str]) -> str:
    """Return what stands below an action: where the table is narrow, all that its columns would tell."""
    if narrow:
        story = due_story(row, today)[0]
        state = "" if row.action.status is Progress.OPEN else row.action.status.words
        told = (owner_words(row), due_words(row.action.due), story, say(rag_in_log(row, today)), state)
        return " · ".join(part for part in told if part)
    state = "" if "Status" in shown else status_words(row)
    note = "" if "Latest update" in shown else update_words(row)
    raised = (
        ""
        if note or "Raised" in shown
        else say("Raised {raised_words}, {item_words}", raised_words=raised_words(row), item_words=item_words(row))
    )
    return " · ".join(part for part in (state, note, raised) if part)


def action_words(row: LogAction) -> str:
    """Return the words of an action without marks, never empty."""
    return " ".join(plain_text(row.action.text).split()) or say("no words yet")


def owner_words(row: LogAction) -> str:
    """Return the owners in one line."""
    return ", ".join(row.action.owners) or say("No owner")


def item_words(row: LogAction) -> str:
    """Return the item in which an action was raised."""
    return say("item {item_number}", item_number=row.item_number) if row.item_number else row.item_title


def raised_words(row: LogAction) -> str:
    """Return when an action was raised: the day of its meeting, else the meeting's reference."""
    return short_date(row.meeting_date) if row.meeting_date else row.meeting_ref


def status_words(row: LogAction) -> str:
    """Return the status where it is not plainly open."""
    return "" if row.action.status is Progress.OPEN else state_words(row.action.status)


def update_words(row: LogAction) -> str:
    """Return day and words of the latest update, empty where there is none with words."""
    noted = next((update for update in reversed(row.updates) if update.note), None)
    return f"{compact_date(local_day(noted))}: {noted.note}" if noted is not None else ""


def due_words(due: Due) -> str:
    """Return the day, month or stretch, else "No date"."""
    if due.kind is DueKind.MEETING and due.date:
        return short_date(due.date)
    if due.kind is DueKind.RANGE and due.start and due.end:
        begun = day_and_month(due.start) if due.start.year == due.end.year else compact_date(due.start)
        return say("{first} to {last}", first=begun, last=compact_date(due.end))
    return due.words if due.kind is not DueKind.NONE and due.words else say("No date")


def due_story(row: LogAction, today: date) -> tuple[str, str, str]:
    """Return the second line of a deadline, its icon and its tone."""
    record, day = row.action, last_day(row.action.due)
    if not record.status.unfinished:
        last = row.updates[-1] if row.updates else None
        word = record.status.words.lower()
        return (f"{word} {compact_date(local_day(last))}" if last else word), "", "muted"
    if is_overdue(record, today) and day is not None:
        return _overdue_words((today - day).days, slip_words(row)), "circle-alert", "bad"
    typed = record.due.as_written or ""
    told = (
        (day == today, say("due today"), "circle-alert", "warn"),
        (bool(slip_words(row)), slip_words(row), "repeat", "warn"),
        (record.due.kind is DueKind.MEETING, say("at the meeting"), "calendar-days", "muted"),
        (bool(typed) and record.due.kind is DueKind.NONE, say("typed: {typed}", typed=typed), "circle-help", "warn"),
    )
    return next(((words, icon, tone) for holds, words, icon, tone in told if holds), ("", "", "muted"))


def local_day(update: ActionUpdate) -> date:
    """Return the day on which an update was made, on this computer's clock."""
    moment: datetime = update.at.astimezone()
    return moment.date()


def sentence(row: LogAction, today: date, *, marked: bool = False) -> str:
    """Return an action as a screen reader says it: the deadline as a full date with its story, RAG as its word."""
    record, day = row.action, last_day(row.action.due)
    exact = record.due.kind in (DueKind.DATE, DueKind.MEETING) and day is not None
    due = say("due {date}", date=long_date(day)) if exact and day else say("due {date}", date=due_words(record.due))
    reference = say("Action {ref}", ref=record.ref) if record.ref else say("Action")
    by_hand = judged(row, today)
    parts = (
        say("Marked") if marked else "", reference, action_words(row),
        say("owner {owner_words}", owner_words=owner_words(row)),
        ", ".join(row.organisations), due if day else say("no date"), due_story(row, today)[0],
        say("{rag_in_log} by hand, {reason}", rag_in_log=say(rag_in_log(row, today)),
            reason=by_hand.reason) if by_hand else say(rag_in_log(row, today)),
        state_words(record.status), say("raised {raised_words}", raised_words=raised_words(row)),
        say("by {body_name}", body_name=row.body_name),
    )  # fmt: skip
    return ", ".join(part for part in parts if part)


def _overdue_words(days: int, slipped: str) -> str:
    words = counted(days, "{number} day over", "{number} days over")
    return f"{words}, {slipped.partition(',')[0]}" if slipped else words


def _whose_word(status: Progress) -> str:
    return {Progress.DONE: say("its owner says"), Progress.CLOSED: say("by the board")}.get(status, "")


def _latest(row: LogAction) -> tuple[str, str]:
    if not row.updates:
        return say("None yet"), ""
    last = row.updates[-1]
    by = f", {last.by}" if last.by else ""
    return last.note or state_words(last.status), f"{compact_date(local_day(last))}{by}"
