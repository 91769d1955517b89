"""The lines of the last minutes beside the sheet: read them, choose the one that is to be corrected."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter

from ui import paint
from ui.commands import Command
from ui.lists import Row, RowDelegate, RowState
from ui.places.room.quiet_list import QuietList
from ui.widgets.empty import Empty
from ui.widgets.key_bar import Keys
from ui.widgets.labels import Label, column, hold, row
from ui.widgets.pane import Pane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ui.commands import Commands
    from ui.theme import Theme
    from wibdesk.services.previous_minutes import MinuteLine

SHOWN = 3
"""Lines of text shown of one line of the minutes."""


@dataclass(frozen=True, kw_only=True)
class LineRow(Row):
    """A line of the last minutes with its place."""

    line: "MinuteLine"


class LineDelegate(RowDelegate):
    """Paints the place in small over the words, broken into a few lines."""

    def row_height(self, row_: Any, width: int) -> int:
        """Return room for the place and the words."""
        return self.theme.px(30 + 20 * len(self._lines(row_, width)))

    def draw(self, p: QPainter, rect: QRectF, row_: Any, state: RowState) -> None:
        """Paint one line of the minutes."""
        t = self.theme
        area = rect.adjusted(t.px(16), t.px(5), -t.px(12), 0)
        paint.text(p, t, QRectF(area.left(), area.top(), area.width(), t.px(16)), row_.line.place, "caption", "muted")
        ink = "on_selected" if state.chosen else "ink"
        for number, words in enumerate(self._lines(row_, int(rect.width()))):
            top = area.top() + t.px(18 + 20 * number)
            paint.text(p, t, QRectF(area.left(), top, area.width(), t.px(20)), words, "body", ink)

    def _lines(self, row_: Any, width: int) -> list[str]:
        t = self.theme
        found = paint.balanced_lines(t, row_.line.words[:400], width - t.px(30))
        return [*found[: SHOWN - 1], f"{found[SHOWN - 1]} …"] if len(found) > SHOWN else found


class LastMinutes(Pane):
    """`chosen` carries the line to be corrected, None for a correction of no line in particular."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, theme: "Theme", commands: "Commands") -> None:
        super().__init__(theme, "panel", "l")
        self.title = Label(theme, "The last minutes", "strong", wrap=True)
        self.list = QuietList(theme, LineDelegate(theme), "Lines of the last minutes")
        self.empty = Empty(theme, "Nothing stands in them", "N corrects something that they leave out.")
        keys = Keys(theme, [("Enter", "correct"), ("N", "another"), ("Esc", "back")], "caption")
        head = hold(column(theme, self.title, spacing=0, margins=(16, 10, 12, 6)))
        foot = hold(row(theme, keys, None, margins=(16, 4, 8, 8)))
        self.setLayout(column(theme, head, self.empty, (self.list, 1), foot, spacing=0, margins=(1, 0, 0, 0)))
        self.list.opened.connect(lambda row_: self.chosen.emit(row_.line))
        where = "last minutes"
        commands.add(
            self.list,
            Command("previous.other", "Correct what no line says", ("N",), where, lambda: self.chosen.emit(None),
                    listed=False),
            Command("previous.back", "Back to the sentence", ("Esc",), where, self.left.emit, listed=False),
        )  # fmt: skip

    def show_lines(self, day: str, lines: "Sequence[MinuteLine]") -> None:
        """Show the lines of the minutes of that day."""
        self.title.setText(f"Minutes of {day}: which line is to be corrected?")
        rows = [
            LineRow(row_id=str(n), text=line.words, sentence=f"{line.words}, {line.place}", line=line)
            for n, line in enumerate(lines)
        ]
        self.list.set_rows(rows)
        self.list.choose_first()
        self.empty.setVisible(not rows)

    def stop(self) -> "QWidget":
        """Return the list."""
        return self.list
