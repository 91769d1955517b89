"""Actions as the side panel lists them: reference, words, owners and deadline, how far they are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui import paint
from ui.lists import Row, RowDelegate, RowState
from wibdesk.domain.actions import LogAction, is_overdue
from wibdesk.domain.dates import short_date
from wibdesk.domain.entries import Action, Progress
from wibdesk.domain.rich_text import plain_text
from wibdesk.language import say


@dataclass(frozen=True, kw_only=True)
class ActionRow(Row):
    """One action: `owners` over `due`; `tone` is bad where it is overdue, good where it is done."""

    ref: str = ""
    owners: str = ""
    due: str = ""
    tone: str = "muted"
    icon: str = ""


ROW = 46  # height of a row, a length of the design


def item_rows(actions: Iterable[Action], today: date) -> list[ActionRow]:
    """Return the rows of the actions of an item."""
    return [_row(a, a.ref or "", "", today) for a in actions]


def carried_rows(actions: Iterable[LogAction], today: date) -> list[ActionRow]:
    """Return the rows of actions of earlier meetings, each with the meeting that raised it."""
    rows = []
    for entry in actions:
        raised = short_date(entry.meeting_date) if entry.meeting_date else entry.meeting_ref
        rows.append(_row(entry.action, entry.action.ref or "", raised, today))
    return rows


def _row(action: Action, ref: str, raised: str, today: date) -> ActionRow:
    overdue = is_overdue(action, today)
    words = plain_text(action.text) or say("no words yet")
    owners = ", ".join(action.owners) or say("no owner yet")
    due = action.due.words or say("no date")
    unsaid = (Progress.OPEN, Progress.CARRIED) if raised else (Progress.OPEN,)  # under "Carried forward" all are
    state = "" if action.status in unsaid else action.status.words.lower()
    tone = "bad" if overdue else "muted" if action.status.unfinished else "good"
    icon = "circle-alert" if overdue else "" if action.status.unfinished else "check"
    story = " · ".join(w for w in (due, "overdue" if overdue else "", state) if w)
    spoken = [
        say("Action {ref}", ref=ref) if ref else say("Action"),
        words,
        say("owners {owners}", owners=owners),
        say("due {due}", due=due),
        "overdue" if overdue else "",
    ]
    spoken += [action.status.words, say("raised {raised}", raised=raised) if raised else ""]
    return ActionRow(
        row_id=action.id,
        text=words,
        sentence=", ".join(w for w in spoken if w),
        ref=ref,
        owners=owners,
        due=story,
        tone=tone,
        icon=icon,
    )


class ActionDelegate(RowDelegate):
    """Paints reference and words over deadline and owners."""

    def row_height(self, row: Any, width: int) -> int:
        """Return the height of two lines."""
        return self.theme.px(ROW)

    def draw(self, p: QPainter, rect: QRectF, row: Any, state: RowState) -> None:
        """Paint both lines."""
        t = self.theme
        left, right = rect.left() + t.px(16), rect.right() - t.px(14)
        ink = "on_selected" if state.chosen else "ink"
        top = QRectF(left, rect.top() + t.px(5), right - left, t.px(20))
        x = left
        if row.ref:
            x += paint.text(p, t, top, row.ref, "strong", ink if state.chosen else "accent") + t.px(8)
        paint.text(p, t, QRectF(x, top.top(), right - x, top.height()), row.text, "body", ink)
        x, line = left, QRectF(left, rect.top() + t.px(24), right - left, t.px(18))
        if row.icon:
            x += paint.icon(p, t, x, line.center().y(), row.icon, row.tone, 13) + t.px(5)
        # The owner keeps a third of the line at least: "whose is it" is asked more often than the rest of the story.
        owners = f" · {row.owners}"
        kept = min(paint.text_width(t, "caption", owners), (right - x) / 3)
        x += paint.text(p, t, QRectF(x, line.top(), right - x - kept, line.height()), row.due, "caption", row.tone)
        paint.text(p, t, QRectF(x, line.top(), right - x, line.height()), owners, "caption", "muted")
