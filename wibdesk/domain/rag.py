"""The RAG word of an action or milestone: the rule, what a slip does to it, and a word set by hand with its reason."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from wibdesk.domain.actions import DueChange, Judgement, LogAction, last_day
from wibdesk.domain.dates import compact_date
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Progress
from wibdesk.domain.paper_words import to_write, write, write_counted

RED, AMBER, GREEN = to_write("Red"), to_write("Amber"), to_write("Green")
COMPLETE, NO_DATE = to_write("Complete"), to_write("No date")
WORDS = (RED, AMBER, GREEN, COMPLETE, NO_DATE)
BY_HAND = (RED, AMBER, GREEN)
"""The words that may be set by hand."""
AMBER_DAYS = 7
"""Days before the deadline from which what is in time is amber."""


class Dated(Protocol):
    """What has a deadline and a status: an action or a milestone."""

    @property
    def status(self) -> Progress:
        """How far it is."""

    @property
    def due(self) -> Due:
        """By when."""


def is_slip(change: DueChange, due: Due) -> bool:
    """Say whether `due` is later than the deadline before; one that only moved with its meeting has not slipped."""
    was, now = last_day(change.was), last_day(due)
    if was is None or now is None or was >= now:
        return False
    moved = change.was.kind is DueKind.MEETING and due.kind is DueKind.MEETING and change.by is None
    return not (moved and change.meeting_id is None and change.was.as_written == due.as_written)


def slips(due: Due, before: Sequence[DueChange]) -> int:
    """Return how often a deadline moved to a later day, 0 where it is no later now than it ever was."""
    if not any(is_slip(change, due) for change in before):
        return 0
    followed = [*(change.was for change in before), due][1:]
    return max(1, sum(is_slip(change, after) for change, after in zip(before, followed, strict=True)))


def rag_of(record: Dated, today: date, *, before: Sequence[DueChange] = (), judgement: Judgement | None = None) -> str:
    """Return the RAG word, one of WORDS; `before` are the deadlines it had, oldest first.

    A word set by hand holds until another is set, but a green one only until the deadline slips again. What slipped is
    amber and does not go back to green by itself.
    """
    if not record.status.unfinished:
        return COMPLETE
    late = [change for change in before if is_slip(change, record.due)]
    if judgement is not None and judgement.rag:
        outrun = judgement.rag == GREEN and any(change.at > judgement.at for change in late)
        if not outrun:
            return judgement.rag
    day = last_day(record.due)
    if day is None:
        return NO_DATE
    left = (day - today).days
    return RED if left < 0 else AMBER if left <= AMBER_DAYS or late else GREEN


def rag_in_log(row: LogAction, today: date) -> str:
    """Return the RAG word of an action of the log, with its slips and what was judged by hand."""
    return rag_of(row.action, today, before=row.dues, judgement=row.judgement)


def judged(row: LogAction, today: date) -> Judgement | None:
    """Return the judgement by hand that holds, None where the rule speaks."""
    said = row.judgement
    if said is None or not said.rag or not row.action.status.unfinished:
        return None
    return said if rag_in_log(row, today) == said.rag else None


def slip_words(row: LogAction) -> str:
    """Return `carried twice, was 2 Jun 2026` of what slipped, else nothing."""
    times = slips(row.action.due, row.dues)
    if not times:
        return ""
    often = write("moved twice") if times == 2 else write_counted(times, "moved once", "moved {number} times")
    first = last_day(row.dues[0].was)
    return write("{moved}, was {day}", moved=often, day=compact_date(first)) if first else often
