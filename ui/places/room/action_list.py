"""Actions as the side panel lists them: reference, words, owners and deadline, how far they are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui import paint
from ui.lists import Row, RowDelegate, RowState
from ui.theme import Theme
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


ROW = 46  # height of a row of two lines; these are lengths of the design
LINE, BELOW = 20, 18  # of a line of the words, and of what stands below them
LEFT, RIGHT, MARK = 16, 14, 13


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
    story = " · ".join(w for w in (due, say("overdue") if overdue else "", state) if w)
    spoken = [
        say("Action {ref}", ref=ref) if ref else say("Action"),
        words,
        say("owners {owners}", owners=owners),
        say("due {due}", due=due),
        say("overdue") if overdue else "",
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
    """Paints reference and words over deadline and owners; where it may take `most` lines, the words are whole."""

    def __init__(self, theme: Theme, *, most: int = 1) -> None:
        super().__init__(theme)
        self.most = most

    def row_height(self, row: Any, width: int) -> int:
        """Return the height of the words, and of the line or two below them."""
        more = len(self._lines(row, width)) - 1
        return self.theme.px(ROW + LINE * more + (BELOW if self._apart(row, width) else 0))

    def draw(self, p: QPainter, rect: QRectF, row: Any, state: RowState) -> None:
        """Paint all lines."""
        t, width = self.theme, int(rect.width())
        ink = "on_selected" if state.chosen else "ink"
        line = QRectF(rect.left() + t.px(LEFT), rect.top() + t.px(5), rect.width() - t.px(LEFT + RIGHT), t.px(LINE))
        beside = self._beside(row)
        paint.text(p, t, line, row.ref, "strong", ink if state.chosen else "accent")
        for words in self._lines(row, width):
            paint.text(p, t, line.adjusted(beside, 0, 0, 0), words, "body", ink)
            line.translate(0, t.px(LINE))
        line.translate(0, -t.px(1))
        line.setHeight(t.px(BELOW))
        story = line
        if row.icon:
            beside = paint.icon(p, t, line.left(), line.center().y(), row.icon, row.tone, MARK) + t.px(5)
            story = line.adjusted(beside, 0, 0, 0)
        if self._apart(row, width):
            paint.text(p, t, story, row.due, "caption", row.tone)
            paint.text(p, t, line.translated(0, t.px(BELOW)), row.owners, "caption", "muted")
            return
        # The owner keeps a third of the line at least: "whose is it" is asked more often than the rest of the story.
        owners = f" · {row.owners}"
        kept = min(paint.text_width(t, "caption", owners), story.width() / 3)
        used = paint.text(p, t, story.adjusted(0, 0, -kept, 0), row.due, "caption", row.tone)
        paint.text(p, t, story.adjusted(used, 0, 0, 0), owners, "caption", "muted")

    def _beside(self, row: ActionRow) -> int:
        """Return what the reference takes at the left of the words."""
        return paint.text_width(self.theme, "strong", row.ref) + self.theme.px(8) if row.ref else 0

    def _lines(self, row: ActionRow, width: int) -> list[str]:
        room = width - self.theme.px(LEFT + RIGHT) - self._beside(row)
        return paint.balanced_lines(self.theme, row.text, room, most=self.most) if self.most > 1 else [row.text]

    def _apart(self, row: ActionRow, width: int) -> bool:
        """Say whether the owners have a line of their own, for beside the deadline there is no room for them."""
        t = self.theme
        taken = t.px(LEFT + RIGHT) + (t.px(MARK + 5) if row.icon else 0)
        return self.most > 1 and paint.text_width(t, "caption", f"{row.due} · {row.owners}") > width - taken
