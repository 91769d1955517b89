"""What rests beside the meetings: two months and the bodies with their counts."""

from datetime import date
from typing import Any

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter

from ui import paint
from ui.lists import Row, RowDelegate, RowList, RowState
from ui.places.meetings.calendar import LISTED, MEETING, Month, following
from ui.places.meetings.overview import Overview
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.labels import Label, column, hold, row
from ui.widgets.pane import Pane, Rule
from wibdesk.language import counted, say

ALL_BODIES = "all"


class BodyDelegate(RowDelegate):
    """Paints the name of a body over how many meetings it has."""

    height = 46

    def draw(self, p: QPainter, rect: QRectF, row: Any, state: RowState) -> None:
        """Paint the name, and the count below it: names of bodies are long."""
        t = self.theme
        name, _, count = row.text.rpartition("\t")
        inner = rect.adjusted(t.px(24), t.px(4), -t.px(20), 0)
        line = QRectF(inner.left(), inner.top(), inner.width(), t.px(20))
        paint.text(p, t, line, name, "body", weight=600 if state.chosen else None)
        paint.text(p, t, line.translated(0, t.px(19)), count, "caption", "muted")


class Beside(Pane):
    """Two months and the bodies; `body_wished` carries the id of the body that Enter chose, empty for all."""

    body_wished = Signal(str)

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__(theme, "panel", "l", width=300)
        self.months = (Month(theme, today), Month(theme, following(today)))
        self.list = RowList(theme, BodyDelegate(theme), say("Bodies"))
        self.list.opened.connect(self._open)
        self.set_up = Button(theme, say("Change or add a body"), "quiet", icon="building-2", key="Ctrl Shift B")
        months = column(
            theme, *self.months, Rule(theme), Label(theme, say("Bodies"), "strong"), margins=(24, 24, 20, 4)
        )
        foot = hold(row(theme, self.set_up, None, margins=(16, 4, 12, 0)))
        self.setLayout(column(theme, hold(months), (self.list, 1), foot, spacing=0, margins=(1, 0, 0, 8)))

    def show_overview(self, seen: Overview, body_id: str, today: date) -> None:
        """Show the days of one body or all, and the count of each body."""
        marks = {m.details.date: MEETING for m in seen.meetings if m.details.date and body_id in ("", m.body_id)}
        for found in seen.dates:
            if found.listed.date and not found.listed.cancelled:
                marks.setdefault(found.listed.date, LISTED)
        first = today.replace(day=1)
        for month, day in zip(self.months, (first, following(first)), strict=True):
            month.show_month(day, marks, today)
        counts = {body.id: sum(m.body_id == body.id for m in seen.meetings) for body in seen.bodies}
        rows = [_row(ALL_BODIES, say("All bodies"), len(seen.meetings))] if len(seen.bodies) > 1 else []
        self.list.set_rows(rows + [_row(body.id, body.name, counts[body.id]) for body in seen.bodies])

    def chosen_body(self) -> str:
        """Return the id of the body whose row has the keyboard, empty for all."""
        row = self.list.current_row()
        return "" if row is None or row.row_id == ALL_BODIES else str(row.row_id)

    def _open(self, row: Row) -> None:
        self.body_wished.emit("" if row.row_id == ALL_BODIES else row.row_id)


def _row(row_id: str, name: str, count: int) -> Row:
    held = counted(count, "{number} meeting", "{number} meetings") if count else say("no meetings yet")
    return Row(
        row_id=row_id,
        text=f"{name}\t{held}",
        sentence=say("{name}, {held}. Enter shows only these", name=name, held=held),
    )
