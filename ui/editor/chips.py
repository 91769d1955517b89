"""Chips below an entry: owners, deadline and status of an action, who presented a heading; they wrap like words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtGui import QPainter

from ui import paint
from ui.editor.surroundings import no_stranger
from ui.theme import Theme
from wibdesk.domain.dates import short_date
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Entry, Progress, Subheading
from wibdesk.language import say

CHIPPED = ("action", "subheading")
ROW = 30
TAIL = 10


@dataclass(frozen=True)
class Chip:
    """One fact in a frame: its words, its icon and how sure it is (a state of `ui.paint.chip`)."""

    words: str
    icon: str
    state: str = "plain"


Rows: TypeAlias = tuple[tuple[tuple[Chip, int], ...], ...]


def chips_of(entry: Entry, stranger: Callable[[str], bool] = no_stranger) -> tuple[Chip, ...]:
    """Return the chips of an entry, none for most kinds; an owner who is a stranger to the meeting is in doubt."""
    if isinstance(entry, Subheading) and entry.presenter:
        return (Chip(entry.presenter, "user-round"),)
    if not isinstance(entry, Action):
        return ()
    chips = [
        Chip(owner, "circle-help", "warn") if stranger(owner) else Chip(owner, "user-round") for owner in entry.owners
    ]
    if words := due_words(entry.due):
        doubtful = entry.due.kind is DueKind.NONE
        chips.append(Chip(words, "circle-help" if doubtful else "calendar-days", "warn" if doubtful else "plain"))
    if entry.status is not Progress.OPEN:
        chips.append(Chip(entry.status.words, "circle-check" if not entry.status.unfinished else "circle-dot"))
    return tuple(chips)


def due_words(due: Due) -> str:
    """Return a deadline as a chip says it: a meeting with its date, what is no date as it was typed."""
    if due.kind is DueKind.NONE and due.as_written:
        return say("{as_written}, kept as typed", as_written=due.as_written)
    if due.kind is DueKind.MEETING and due.as_written:
        return f"{due.as_written}, {short_date(due.date)}" if due.date else due.as_written
    return due.words


def rows_of(theme: Theme, entry: Entry, wide: int, stranger: Callable[[str], bool] = no_stranger) -> Rows:
    """Return the chips of an entry in rows of this width, each with its distance from the left."""
    rows: list[list[tuple[Chip, int]]] = []
    x = 0
    for chip in chips_of(entry, stranger):
        width = paint.chip_width(theme, chip.words, chip.icon) + theme.px(6)
        if not rows or x + width > wide:
            rows.append([])
            x = 0
        rows[-1].append((chip, x))
        x += width
    return tuple(tuple(row) for row in rows)


def room_of(theme: Theme, rows: Rows) -> int:
    """Return how much is kept free below an entry for its chips."""
    return theme.px(ROW) * len(rows) + theme.px(TAIL) if rows else 0


def paint_rows(p: QPainter, theme: Theme, left: float, top: float, rows: Rows) -> None:
    """Paint rows of chips below a sentence that ends at `top`."""
    centre = top + theme.px(19)
    for row in rows:
        for chip, x in row:
            paint.chip(p, theme, left + x, centre, chip.words, chip.icon, chip.state)
        centre += theme.px(ROW)
