"""The RAG word of an action in words for paper, so that nothing hangs on a colour."""

from datetime import date

from wibdesk.domain.actions import LogAction, last_day
from wibdesk.domain.paper_words import to_write, write
from wibdesk.domain.rag import AMBER, AMBER_DAYS, GREEN, RED, judged, rag_in_log

KEY = to_write("Red: the last day has passed. Amber: due within seven days, or moved to a later day. Green: due later.")


def light(row: LogAction, today: date) -> str:
    """Return the word with what it rests on: a rule, or a reason of somebody's own; empty where there is no colour."""
    word, by_hand = rag_in_log(row, today), judged(row, today)
    if by_hand is not None:
        return f"{write(word)}: {by_hand.reason}" if by_hand.reason else write(word)
    day = last_day(row.action.due)
    soon = day is not None and (day - today).days <= AMBER_DAYS
    amber = write("Amber, due soon") if soon else write("Amber, moved before")
    return {RED: write("Red, overdue"), AMBER: amber, GREEN: write("Green, on time")}.get(word, "")
