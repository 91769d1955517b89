"""Two months at a glance: days with a meeting are filled, days that are only listed are outlined, today has a ring."""

import calendar
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from ui import paint
from ui.theme import Theme
from ui.widgets.painted import Painted
from wibdesk.domain.dates import month_words
from wibdesk.language import say

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

MEETING, LISTED = "meeting", "listed"


class Month(Painted):
    """One month, painted; everything in it is said in the list too, so it takes no focus."""

    def __init__(self, theme: Theme, first: date) -> None:
        super().__init__()
        self.theme, self.first, self.today = theme, first, first
        self.marks: Mapping[date, str] = {}
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_month(self, first: date, marks: Mapping[date, str], today: date) -> None:
        """Show a month with its marked days."""
        self.first, self.marks, self.today = first.replace(day=1), marks, today
        days = [str(day.day) for day in sorted(marks) if (day.year, day.month) == (first.year, first.month)]
        held = say("meetings on {days}", days=", ".join(days)) if days else say("no meeting")
        self.setAccessibleName(f"{month_words(first)}, {held}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the name, the letters of the days and the weeks of this month."""
        weeks = len(calendar.monthcalendar(self.first.year, self.first.month))
        return QSize(self.theme.px(252), self.theme.px(28) * (weeks + 2))

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint name, letters and days."""
        t, p = self.theme, QPainter(self)
        wide, high = self.width() / 7, t.px(28)
        paint.text(p, t, QRectF(0, 0, self.width(), high), month_words(self.first), "strong")
        for number, letter in enumerate(say("M T W T F S S", "the days of the week in one letter each").split()):
            paint.text(p, t, QRectF(number * wide, high, wide, high), letter, "caption", "muted", paint.CENTRE)
        weeks = calendar.monthcalendar(self.first.year, self.first.month)
        for line, week in enumerate(weeks):
            for number, day in enumerate(week):
                if day:
                    rect = QRectF(number * wide, high * (line + 2), wide, high).adjusted(3, 1, -3, -1)
                    self._day(p, rect, self.first.replace(day=day))

    def _day(self, p: QPainter, rect: QRectF, day: date) -> None:
        t, mark = self.theme, self.marks.get(day, "")
        if mark:
            paint.box(p, rect, t.accent if mark == MEETING else None, t.accent, t.px(4))
        ink = "on_accent" if mark == MEETING else "muted" if day.weekday() > 4 and not mark else "ink"
        paint.text(p, t, rect, str(day.day), "small", ink, paint.CENTRE, weight=700 if mark else None)
        if day == self.today:
            paint.box(p, rect.adjusted(-2, -1, 2, 1), None, t.ink, t.px(5), 2)


def following(first: date) -> date:
    """Return the first day of the next month."""
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)
