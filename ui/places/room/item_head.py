"""The head of the sheet: number in the margin, title in the text column, one quiet line of facts below."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from ui import paint
from ui.places.room.times import is_over, over_words
from ui.theme import Theme
from ui.widgets.painted import Painted
from wibdesk.domain.agenda import Item
from wibdesk.domain.dates import clock
from wibdesk.language import counted, say

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

SMALLER = 24  # a line of a title that is too long for one large line, a length of the design
LONGEST = 400  # letters of a title that are measured


@dataclass(frozen=True)
class HeadFact:
    """One fact of the line: icon, words, and whether it wants attention."""

    icon: str
    words: str
    alert: bool = False


def head_facts(item: Item, spent: int | None) -> list[HeadFact]:
    """Return presenter, times and papers of an item, in the order of the design."""
    facts = [HeadFact("user-round", item.presenter)] if item.presenter else []
    planned = say("planned {time}", time=clock(item.time)) if item.time else ""
    times = ", ".join(words for words in (clock(item.began) if item.began else "", planned) if words)
    facts += [HeadFact("clock", times)] if times else []
    if is_over(spent, item.planned_minutes):
        facts.append(HeadFact("timer", over_words(spent, item.planned_minutes), alert=True))
    elif item.planned_minutes:
        facts.append(
            HeadFact(
                "timer",
                over_words(spent, item.planned_minutes)
                or say("{planned_minutes} min", planned_minutes=item.planned_minutes),
            )
        )
    if item.papers:
        facts.append(HeadFact("paperclip", counted(len(item.papers), "{number} paper", "{number} papers")))
    if item.part == 2:
        exempt = (
            say(", paragraph {exempt_paragraph}", exempt_paragraph=item.exempt_paragraph)
            if item.exempt_paragraph
            else ""
        )
        facts.append(HeadFact("lock", say("part 2, private{exempt}", exempt=exempt)))
    return facts


def papers_words(item: Item) -> str:
    """Return the papers of an item as read in its tip: title and remark, a line each."""
    return "\n".join(f"{paper.title} ({paper.note})" if paper.note else paper.title for paper in item.papers)


class ItemHead(Painted):
    """Shows what item is on the sheet; `one_line` leaves the facts away but for the one that wants attention."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.number, self.title, self.facts = "", "", list[HeadFact]()
        self.margin, self.one_line, self.scrolled = 104.0, False, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("kept_free", True)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_item(self, number: str, item: Item, facts: Sequence[HeadFact]) -> None:
        """Show this item with these facts."""
        self.number, self.title, self.facts = number, item.title, list(facts)
        said = ", ".join(fact.words for fact in facts)
        self.setAccessibleName(
            say("Item {number}, {title}", number=number, title=item.title) + (f", {said}" if said else "")
        )
        self.setToolTip(papers_words(item))
        self.restyle()

    def set_form(self, *, margin: float, one_line: bool) -> None:
        """Take the margin column and the form of the layout in force."""
        self.margin, self.one_line = margin, one_line
        self.restyle()

    def set_scrolled(self, scrolled: bool) -> None:
        """Draw a line below while the minutes are scrolled under it."""
        self.scrolled = scrolled
        self.update()

    def restyle(self) -> None:
        """Take the height from the theme and from the lines of the title again."""
        self.setFixedHeight(self._title_height() + self.theme.px(26 if self.one_line else 56))
        self.update()

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Break the title anew for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.restyle()

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint number, title and facts."""
        t, p = self.theme, QPainter(self)
        edge, high = t.px(self.margin) + t.px(2), self._title_height()
        if self.scrolled:
            p.fillRect(0, self.height() - 1, self.width(), 1, t.line)
        p.fillRect(QRectF(edge, 0, 1, self.height()), t.line)
        top, left = t.px(10 if self.one_line else 18), edge + t.px(18)
        number = QRectF(0, top, edge - t.px(14), t.line_height("item_title"))
        paint.text(p, t, number, self.number, "item_title", "muted", paint.RIGHT)
        if alert := self._alert():
            self._paint_alert(p, top + high / 2, alert)
        role, lines = self._lines()
        line = QRectF(left, top, self._title_width(), high / len(lines))
        for words in lines:
            paint.text(p, t, line, words, role)
            line.translate(0, line.height())
        if not self.one_line:
            self._paint_facts(p, left, top + high + t.px(4))

    def _alert(self) -> HeadFact | None:
        return next((fact for fact in self.facts if fact.alert), None) if self.one_line else None

    def _alert_width(self, fact: HeadFact) -> int:
        return paint.text_width(self.theme, "small_strong", fact.words) + self.theme.px(28)

    def _title_width(self) -> int:
        alert = self._alert()
        taken = self.theme.px(self.margin) + self.theme.px(2 + 18 + 22)
        return max(self.width() - taken - (self._alert_width(alert) if alert else 0), 1)

    def _lines(self) -> tuple[str, list[str]]:
        """Return the title as it is set: large on one line, or smaller on up to two where it is too long for that."""
        if paint.text_width(self.theme, "item_title", self.title[:LONGEST]) <= self._title_width():
            return "item_title", [self.title]
        return "minutes_strong", paint.balanced_lines(self.theme, self.title, self._title_width(), "minutes_strong")

    def _title_height(self) -> int:
        role, lines = self._lines()
        high = self.theme.line_height("item_title")
        return max(high, len(lines) * self.theme.px(SMALLER)) if role != "item_title" else high

    def _paint_alert(self, p: QPainter, centre: float, fact: HeadFact) -> None:
        t = self.theme
        width = self._alert_width(fact)
        x = self.width() - width - t.px(8)
        paint.icon(p, t, x, centre, fact.icon, "warn", 14)
        area = QRectF(x + t.px(19), centre - t.px(12), width, t.px(24))
        paint.text(p, t, area, fact.words, "small_strong", "warn")

    def _paint_facts(self, p: QPainter, x: float, y: float) -> None:
        t, right = self.theme, self.width() - self.theme.px(10)
        for fact in self.facts:
            role, tone = ("small_strong", "warn") if fact.alert else ("small", "muted")
            width = min(paint.text_width(t, role, fact.words), t.px(300))
            if x + t.px(19) + width > right:
                break
            x += paint.icon(p, t, x, y + t.px(11), fact.icon, tone, 14) + t.px(5)
            x += paint.text(p, t, QRectF(x, y, width, t.px(22)), fact.words, role, tone) + t.px(14)
