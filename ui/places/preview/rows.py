"""The two short lists of the preview: what can be printed, and what is looked at before it goes out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui import paint
from ui.lists import Index, Row, RowDelegate, RowList, RowState
from ui.places.preview.checks import Check
from ui.places.preview.papers import ACTIONS, AGENDA, KIND_WORDS, Papers
from wibdesk.domain.meetings import MinutesStatus

ICONS = {"minutes": "file-text", "agenda": "calendar-days", "actions": "list-checks"}
STATUS_WORDS = {
    MinutesStatus.DRAFT: "Draft",
    MinutesStatus.CIRCULATED: "Draft, circulated",
    MinutesStatus.APPROVED: "Approved",
    MinutesStatus.SIGNED: "Signed",
}


@dataclass(frozen=True, kw_only=True)
class MarkedRow(Row):
    """Words over more words, with an icon at the left and the key that leads there at the right."""

    more: str = ""
    icon: str = ""
    tone: str = "muted"
    key: str = ""
    check: Check | None = None


def paper_rows(papers: Papers, shown: str, pages: int) -> list[MarkedRow]:
    """Return what can be printed; the one shown tells how many pages it has."""
    rows = []
    for kind in papers.kinds():
        count = f"{pages} {'page' if pages == 1 else 'pages'}" if kind == shown and pages else ""
        more = ", ".join(part for part in (_about(papers, kind), count) if part)
        words = KIND_WORDS[kind]
        rows.append(MarkedRow(row_id=kind, text=words, sentence=f"{words}, {more}", more=more, icon=ICONS[kind]))
    return rows


def check_rows(found: Sequence[Check]) -> list[MarkedRow]:
    """Return the findings; those that lead somewhere carry a figure as their key."""
    rows, number = [], 0
    for place, check in enumerate(found):
        number += bool(check.place)
        key = str(number) if check.place and number < 10 else ""
        sentence = ", ".join(part for part in (check.words, check.more, f"key {key}" if key else "") if part)
        rows.append(
            MarkedRow(
                row_id=str(place), text=check.words, sentence=sentence, more=check.more, icon=check.icon,
                tone=check.tone, key=key, check=check,
            )
        )  # fmt: skip
    return rows


def keyed(rows: Iterable[Row], key: str) -> Check | None:
    """Return the finding that a figure leads to."""
    return next((r.check for r in rows if isinstance(r, MarkedRow) and r.key == key), None)


class PapersList(RowList):
    """The papers; PgUp and PgDn go about in the pages beside it, `paged` carries by how many."""

    paged = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave PgUp and PgDn to the pages."""
        step = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.paged.emit(step)


class MarkedDelegate(RowDelegate):
    """Paints icon, words over more words, and the key."""

    height = 52

    def __init__(self, theme: Any, *, edge: float = 18) -> None:
        super().__init__(theme)
        self.edge = edge

    def draw(self, p: QPainter, rect: QRectF, row: Any, state: RowState) -> None:
        """Paint one row."""
        t = self.theme
        left, right = rect.left() + t.px(self.edge), rect.right() - t.px(12)
        first = rect.top() + t.px(17)
        paint.icon(p, t, left, first, row.icon, row.tone, 17)
        left += t.px(27)
        if row.key:
            right -= paint.key_cap_width(t, row.key) + t.px(4)
            paint.key_cap(p, t, right, first + t.px(1), row.key)
            right -= t.px(6)
        weight = 600 if row.check is None and state.chosen else None
        ink = "on_selected" if state.chosen else "ink"
        words = QRectF(left, first - t.px(11), right - left, t.px(22))
        paint.text(p, t, words, row.text, "body", ink, weight=weight)
        paint.text(p, t, words.translated(0, t.px(19)), row.more, "small", "muted")


class CheckDelegate(MarkedDelegate):
    """Shows which finding is chosen only while the list has the keyboard: nothing is chosen for good here."""

    def paint_safely(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground of the choice together with the ring."""
        if not option.state & QStyle.StateFlag.State_HasFocus:
            option.state &= ~QStyle.StateFlag.State_Selected
        super().paint_safely(p, option, index)


def _about(papers: Papers, kind: str) -> str:
    meeting = papers.meeting
    if kind == ACTIONS or meeting is None:
        unfinished = sum(a.action.status.unfinished for a in papers.log)
        return f"{unfinished} open"
    if kind == AGENDA:
        count = len(meeting.items)
        return f"{count} {'item' if count == 1 else 'items'}"
    return STATUS_WORDS[meeting.details.status]
