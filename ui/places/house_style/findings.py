"""What the check of a template found, line by line; long sentences are broken, and none is cut."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from ui import paint
from ui.lists import Row, RowDelegate, RowList, RowState
from ui.theme import Theme
from wibdesk.language import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from wibdesk.documents.word.house_template import TemplateCheck

LEFT, RIGHT, ICON = 20, 12, 26  # edges and room for the icon, lengths of the design
MOST_LINES = 12


@dataclass(frozen=True, kw_only=True)
class FindingRow(Row):
    """What was found, more of it, icon and tone."""

    more: str = ""
    icon: str = "info"
    tone: str = "muted"


def finding_rows(check: "TemplateCheck") -> list[FindingRow]:
    """Return missing styles with what stands in for each, then the remarks."""
    rows = [
        FindingRow(
            row_id=name, text=say("No style “{name}”", name=name),
            sentence=say("No style “{name}”. In its place: {instead}.", name=name, instead=instead),
            more=say("In its place: {instead}.", instead=instead), icon="triangle-alert", tone="warn",
        )
        for name, instead in check.missing
    ]  # fmt: skip
    return rows + [FindingRow(row_id=words, text=words) for words in check.remarks]


def check_words(check: "TemplateCheck") -> str:
    """Return what the check found in one sentence."""
    missing, found = len(check.missing), len(check.found)
    if not missing:
        return say("All {found} styles that the desk writes in are there.", found=found)
    are = say("style is") if missing == 1 else say("styles are")
    return say(
        "{found} of {found_2} styles are there; {missing} {are} missing.",
        found=found,
        found_2=found + missing,
        missing=missing,
        are=are,
    )


class FindingDelegate(RowDelegate):
    """Paints the icon, the words and more words below, as many lines as they need."""

    def row_height(self, row: Any, width: int) -> int:
        """Return the height of all lines."""
        first, more = self._lines(row, width)
        return (
            self.theme.px(14)
            + self.theme.line_height("body") * len(first)
            + self.theme.line_height("small") * len(more)
        )

    def draw(self, p: QPainter, rect: QRectF, row: Any, state: RowState) -> None:
        """Paint one finding."""
        t = self.theme
        first, more = self._lines(row, int(rect.width()))
        left, top = rect.left() + t.px(LEFT + ICON), rect.top() + t.px(7)
        paint.icon(p, t, rect.left() + t.px(LEFT), top + t.line_height("body") / 2, row.icon, row.tone, 17)
        for lines, role, tone in ((first, "body", "ink"), (more, "small", "muted")):
            for words in lines:
                high = t.line_height(role)
                paint.text(p, t, QRectF(left, top, rect.right() - left, high), words, role, tone)
                top += high

    def _lines(self, row: FindingRow, width: int) -> tuple[list[str], list[str]]:
        room = max(width - self.theme.px(LEFT + ICON + RIGHT), 1)
        broken = (
            paint.balanced_lines(self.theme, words, room, role, most=MOST_LINES) if words else []
            for words, role in ((row.text, "body"), (row.more, "small"))
        )
        first, more = broken
        return first, more


class FindingList(RowList):
    """As tall as its findings: it scrolls with the page that it stands on."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, FindingDelegate(theme), say("What the check says"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.fit)

    def show_findings(self, rows: "Sequence[FindingRow]") -> None:
        """Show these findings; none takes no room."""
        self.set_rows(rows)
        self.setVisible(bool(rows))
        self.fit()

    def fit(self) -> None:
        """Take the height that the findings need at this width."""
        delegate = self.itemDelegate()
        assert isinstance(delegate, FindingDelegate)
        self.setFixedHeight(sum(delegate.row_height(row, self.viewport().width()) for row in self.row_model.rows) + 2)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Take the height for the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()
