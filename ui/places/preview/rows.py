"""The two short lists of the preview: what can be printed, and what is looked at before it goes out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionViewItem

from ui import paint
from ui.lists import Index, Row, RowDelegate, RowList, RowState
from ui.places.preview.checks import Check
from ui.places.preview.offers import Offer
from ui.theme import Theme
from wibdesk.language import counted, say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

ICONS = {
    "calendar": "calendar-days", "owners": "user-round", "organisations": "building-2", "figures": "chart-column",
    "agenda": "calendar-days", "actions": "list-checks", "decisions": "gavel", "extract": "copy", "sign-in": "users",
    "note-pad": "notebook-pen", "register": "user-check", "plan": "route",
}  # fmt: skip
"""The icon of a document by its kind; any other has that of a paper."""
LEFT, RIGHT, ICON = 18, 12, 27  # edges and room for the icon, lengths of the design
MOST_LINES = 12
MOST_NAME_LINES = 3


@dataclass(frozen=True, kw_only=True)
class MarkedRow(Row):
    """Words over more words, with an icon at the left and the key that leads there at the right."""

    more: str = ""
    icon: str = ""
    tone: str = "muted"
    key: str = ""
    check: Check | None = None


def paper_rows(offers: Sequence[Offer], shown: str, pages: int) -> list[MarkedRow]:
    """Return what can be printed, each group under its heading; the one shown tells how many pages it has."""
    rows, group = [], ""
    for offer in offers:
        if offer.group != group:
            group = offer.group
            rows.append(MarkedRow(row_id=f"heading {group}", text=group, heading=True))
        count = counted(pages, "{number} page", "{number} pages") if offer.row_id == shown and pages else ""
        more = ", ".join(part for part in (offer.about, count) if part)
        sentence = ", ".join(part for part in (offer.label, more, group) if part)
        icon = ICONS.get(offer.kind.name, "file-text")
        rows.append(MarkedRow(row_id=offer.row_id, text=offer.label, sentence=sentence, more=more, icon=icon))
    return rows


def check_rows(found: Sequence[Check]) -> list[MarkedRow]:
    """Return the findings; those that lead somewhere carry a figure as their key."""
    rows, number = [], 0
    for place, check in enumerate(found):
        number += bool(check.place)
        key = str(number) if check.place and number < 10 else ""
        sentence = ", ".join(
            part for part in (check.words, check.more, say("key {key}", key=key) if key else "") if part
        )
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


class PaperDelegate(RowDelegate):
    """Paints the headings of the groups, and icon, name and what is said of a paper; a long name takes more lines."""

    def row_height(self, row: Any, width: int) -> int:
        """Return the height of a heading, or of the lines of a paper."""
        t = self.theme
        if row.heading:
            return t.px(32)
        lines = len(self._lines(row, width)) * t.line_height("body")
        return t.px(10) + lines + len(self._more(row, width)) * t.line_height("small")

    def draw(self, p: QPainter, rect: QRectF, row: Any, state: RowState) -> None:
        """Paint one row."""
        t = self.theme
        if row.heading:
            paint.text(p, t, rect.adjusted(t.px(LEFT), t.px(8), 0, 0), row.text, "label", "muted")
            return
        left, top, high = rect.left() + t.px(LEFT), rect.top() + t.px(5), t.line_height("body")
        paint.icon(p, t, left, top + high / 2, row.icon, row.tone, 17)
        ink, weight = ("on_selected", 600) if state.chosen else ("ink", None)
        words = QRectF(left + t.px(ICON), top, rect.right() - left - t.px(ICON + 4), high)
        for line in self._lines(row, int(rect.width())):
            paint.text(p, t, words, line, "body", ink, weight=weight)
            words.translate(0, high)
        words.setHeight(t.line_height("small"))
        for line in self._more(row, int(rect.width())):
            paint.text(p, t, words, line, "small", "muted")
            words.translate(0, t.line_height("small"))

    def _lines(self, row: MarkedRow, width: int) -> list[str]:
        # At its boldest, so that choosing a row moves nothing.
        return paint.balanced_lines(self.theme, row.text, self._room(width), "strong", most=MOST_NAME_LINES)

    def _more(self, row: MarkedRow, width: int) -> list[str]:
        return paint.balanced_lines(self.theme, row.more, self._room(width), "small") if row.more else []

    def _room(self, width: int) -> int:
        return max(width - self.theme.px(LEFT + ICON + RIGHT), 1)


class CheckDelegate(RowDelegate):
    """Paints a finding in as many lines as it needs, and the key that leads there.

    Which finding is chosen shows only while the list has the keyboard: nothing is chosen for good here.
    """

    def row_height(self, row: Any, width: int) -> int:
        """Return the height of all lines."""
        t = self.theme
        first, more = self._lines(row, width)
        return t.px(12) + t.line_height("body") * len(first) + t.line_height("small") * len(more)

    def draw(self, p: QPainter, rect: QRectF, row: Any, state: RowState) -> None:
        """Paint one finding."""
        t = self.theme
        top, left = rect.top() + t.px(6), rect.left() + t.px(20 + ICON)
        middle = top + t.line_height("body") / 2
        paint.icon(p, t, rect.left() + t.px(20), middle, row.icon, row.tone, 17)
        if row.key:
            paint.key_cap(p, t, rect.right() - t.px(RIGHT) - paint.key_cap_width(t, row.key), middle, row.key)
        first, more = self._lines(row, int(rect.width()))
        for lines, role, tone in ((first, "body", "ink"), (more, "small", "muted")):
            for words in lines:
                high = t.line_height(role)
                paint.text(p, t, QRectF(left, top, rect.right() - left - t.px(4), high), words, role, tone)
                top += high

    def paint_safely(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground of the choice together with the ring."""
        if not option.state & QStyle.StateFlag.State_HasFocus:
            option.state &= ~QStyle.StateFlag.State_Selected
        super().paint_safely(p, option, index)

    def _lines(self, row: MarkedRow, width: int) -> tuple[list[str], list[str]]:
        t = self.theme
        room = max(width - t.px(20 + ICON + RIGHT), 1)
        beside = paint.key_cap_width(t, row.key) + t.px(8) if row.key else 0
        first = paint.balanced_lines(t, row.text, room, "body", most=MOST_LINES, beside=beside)
        more = paint.balanced_lines(t, row.more, room, "small", most=MOST_LINES) if row.more else []
        return first, more


class CheckList(RowList):
    """The findings, as tall as they are: they scroll with the page that they stand on."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, CheckDelegate(theme), say("Before it goes out"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.fit)

    def show_checks(self, found: Sequence[Check]) -> None:
        """Show these findings."""
        self.set_rows(check_rows(found))
        if self.current_row() is None:
            self.choose_first()
        self.fit()

    def fit(self) -> None:
        """Take the height that the findings need at this width."""
        delegate = self.itemDelegate()
        assert isinstance(delegate, CheckDelegate)
        self.setFixedHeight(sum(delegate.row_height(row, self.viewport().width()) for row in self.row_model.rows) + 2)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Take the height for the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()
