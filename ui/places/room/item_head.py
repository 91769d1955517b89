"""The head of the sheet: number in the margin, title in the text column, one quiet line of facts below."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import paint
from ui.places.room.times import is_over, over_words
from ui.theme import Theme
from wibdesk.domain.agenda import Item
from wibdesk.domain.dates import clock

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


@dataclass(frozen=True)
class HeadFact:
    """One fact of the line: icon, words, and whether it wants attention."""

    icon: str
    words: str
    alert: bool = False


def head_facts(item: Item, spent: int | None) -> list[HeadFact]:
    """Return presenter, times and papers of an item, in the order of the design."""
    facts = [HeadFact("user-round", item.presenter)] if item.presenter else []
    planned = f"planned {clock(item.time)}" if item.time else ""
    times = ", ".join(words for words in (clock(item.began) if item.began else "", planned) if words)
    facts += [HeadFact("clock", times)] if times else []
    if is_over(spent, item.planned_minutes):
        facts.append(HeadFact("timer", over_words(spent, item.planned_minutes), alert=True))
    elif item.planned_minutes:
        facts.append(HeadFact("timer", over_words(spent, item.planned_minutes) or f"{item.planned_minutes} min"))
    if item.papers:
        facts.append(HeadFact("paperclip", f"{len(item.papers)} paper{'' if len(item.papers) == 1 else 's'}"))
    if item.part == 2:
        exempt = f", paragraph {item.exempt_paragraph}" if item.exempt_paragraph else ""
        facts.append(HeadFact("lock", f"part 2, private{exempt}"))
    return facts


def papers_words(item: Item) -> str:
    """Return the papers of an item as read in its tip: title and remark, a line each."""
    return "\n".join(f"{paper.title} ({paper.note})" if paper.note else paper.title for paper in item.papers)


class ItemHead(QWidget):
    """Shows what item is on the sheet; `one_line` leaves the facts away but for the one that wants attention."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.number, self.title, self.facts = "", "", list[HeadFact]()
        self.margin, self.one_line, self.scrolled = 104.0, False, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_item(self, number: str, item: Item, facts: Sequence[HeadFact]) -> None:
        """Show this item with these facts."""
        self.number, self.title, self.facts = number, item.title, list(facts)
        said = ", ".join(fact.words for fact in facts)
        self.setAccessibleName(f"Item {number}, {item.title}" + (f", {said}" if said else ""))
        self.setToolTip(papers_words(item))
        self.update()

    def set_form(self, *, margin: float, one_line: bool) -> None:
        """Take the margin column and the form of the layout in force."""
        self.margin, self.one_line = margin, one_line
        self.restyle()

    def set_scrolled(self, scrolled: bool) -> None:
        """Draw a line below while the minutes are scrolled under it."""
        self.scrolled = scrolled
        self.update()

    def restyle(self) -> None:
        """Take the height from the theme again."""
        self.setFixedHeight(self.theme.line_height("item_title") + self.theme.px(26 if self.one_line else 56))
        self.update()

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint number, title and facts."""
        t, p = self.theme, QPainter(self)
        edge, high = t.px(self.margin) + t.px(2), t.line_height("item_title")
        if self.scrolled:
            p.fillRect(0, self.height() - 1, self.width(), 1, t.line)
        p.fillRect(QRectF(edge, 0, 1, self.height()), t.line)
        top, left = t.px(10 if self.one_line else 18), edge + t.px(18)
        paint.text(p, t, QRectF(0, top, edge - t.px(14), high), self.number, "item_title", "muted", paint.RIGHT)
        alert = next((fact for fact in self.facts if fact.alert), None) if self.one_line else None
        right = self.width() - t.px(22) - (self._alert(p, top + high / 2, alert) if alert else 0)
        paint.text(p, t, QRectF(left, top, right - left, high), self.title, "item_title")
        if not self.one_line:
            self._paint_facts(p, left, top + high + t.px(4))

    def _alert(self, p: QPainter, centre: float, fact: HeadFact) -> float:
        t = self.theme
        width = paint.text_width(t, "small_strong", fact.words) + t.px(28)
        x = self.width() - width - t.px(8)
        paint.icon(p, t, x, centre, fact.icon, "warn", 14)
        area = QRectF(x + t.px(19), centre - t.px(12), width, t.px(24))
        paint.text(p, t, area, fact.words, "small_strong", "warn")
        return float(width)

    def _paint_facts(self, p: QPainter, x: float, y: float) -> None:
        t, right = self.theme, self.width() - self.theme.px(10)
        for fact in self.facts:
            role, tone = ("small_strong", "warn") if fact.alert else ("small", "muted")
            width = min(paint.text_width(t, role, fact.words), t.px(300))
            if x + t.px(19) + width > right:
                break
            x += paint.icon(p, t, x, y + t.px(11), fact.icon, tone, 14) + t.px(5)
            x += paint.text(p, t, QRectF(x, y, width, t.px(22)), fact.words, role, tone) + t.px(14)
