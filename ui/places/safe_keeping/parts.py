"""The list at the left of the place: its five parts, each with its key."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui import paint
from ui.lists import Row, RowDelegate, RowState
from ui.safe_parts import PARTS
from wibdesk.language import say

EDGE, ICON, GAP = 18, 17, 12  # lengths of the design


@dataclass(frozen=True, kw_only=True)
class PartRow(Row):
    """A part of the place, its icon and the key that leads to it."""

    icon: str
    key: str


def part_rows() -> list[PartRow]:
    """Return the parts as rows."""
    return [
        PartRow(
            row_id=part,
            text=word,
            sentence=say("{word}, key Alt {number}", word=word, number=number),
            icon=icon,
            key=f"Alt {number}",
        )
        for number, (part, word, icon) in enumerate(((part, say(word), icon) for part, word, icon in PARTS), start=1)
    ]


class PartDelegate(RowDelegate):
    """Paints icon, word and key of a part."""

    height = 40

    def draw(self, p: QPainter, rect: QRectF, row: Any, state: RowState) -> None:
        """Paint one row."""
        t, ink = self.theme, "on_selected" if state.chosen else "ink"
        left, right = rect.left() + t.px(EDGE), rect.right() - t.px(EDGE - 4)
        left += paint.icon(p, t, left, rect.center().y(), row.icon, "accent" if state.chosen else "muted", ICON)
        cap = right - paint.key_cap_width(t, row.key)
        words = QRectF(left + t.px(GAP), rect.top(), cap - left - t.px(GAP + 4), rect.height())
        paint.text(p, t, words, row.text, "body", ink, weight=600 if state.chosen else None)
        paint.key_cap(p, t, cap, rect.center().y(), row.key)
