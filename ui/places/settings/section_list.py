"""The list of sections at the left of the settings."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui import paint
from ui.lists import Row, RowDelegate, RowState
from ui.places.settings.setting import SECTIONS
from wibdesk.language import say

EDGE, ICON, GAP = 18, 17, 10  # lengths of the design


@dataclass(frozen=True, kw_only=True)
class SectionRow(Row):
    """A section and its icon."""

    icon: str


def section_rows() -> list[SectionRow]:
    """Return the sections as rows."""
    return [SectionRow(row_id=name, text=say(section.word), icon=section.icon) for name, section in SECTIONS.items()]


class SectionDelegate(RowDelegate):
    """Paints icon and word of a section."""

    height = 38

    def draw(self, p: QPainter, rect: QRectF, row: Any, state: RowState) -> None:
        """Paint one row."""
        t, ink = self.theme, "on_selected" if state.chosen else "ink"
        left = rect.left() + t.px(EDGE)
        left += paint.icon(p, t, left, rect.center().y(), row.icon, "accent" if state.chosen else "muted", ICON)
        words = QRectF(left + t.px(GAP), rect.top(), rect.right() - left - t.px(GAP + 6), rect.height())
        weight, high = 600 if state.chosen else None, t.px(17)
        lines = paint.balanced_lines(t, row.text, words.width() - t.px(4), "strong")
        for number, line in enumerate(lines):
            top = rect.center().y() + high * (number - len(lines) / 2)
            paint.text(p, t, QRectF(words.left(), top, words.width(), high), line, "body", ink, weight=weight)
