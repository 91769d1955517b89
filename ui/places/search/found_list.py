"""The list of what was found: it keeps its row while more comes, and says when its end is near."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.lists import Row, RowList
from ui.places.search.delegate import HitDelegate
from ui.places.search.rows import HitRow
from wibdesk.language import say

if TYPE_CHECKING:
    from ui.theme import Theme
    from wibdesk.domain.search import Hit

NEAR = 6
"""Rows before the end of the list at which more is wanted."""


class FoundList(RowList):
    """`near_end` when the clerk comes near the last row."""

    near_end = Signal()

    def __init__(self, theme: "Theme") -> None:
        super().__init__(theme, HitDelegate(theme), say("What was found"))
        self.chosen.connect(self._look_ahead)
        self.verticalScrollBar().valueChanged.connect(self._look_ahead)

    @property
    def hit(self) -> "Hit | None":
        """The hit that is chosen, None where none is."""
        row = self.current_row()
        return row.hit if isinstance(row, HitRow) else None

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows: from the top, unless they only add to those that stand there."""
        before = list(self.row_model.rows)
        self.set_rows(rows)
        if rows and (not before or [row.text for row in rows[: len(before)]] != [row.text for row in before]):
            self.choose_first()
            self.scrollToTop()

    def _look_ahead(self) -> None:
        bar, ahead = self.verticalScrollBar(), NEAR * self.theme.px(HitDelegate.height)
        last = len(self.row_model.rows) - NEAR
        if self.currentIndex().row() >= last or (bar.value() > 0 and bar.value() > bar.maximum() - ahead):
            self.near_end.emit()
