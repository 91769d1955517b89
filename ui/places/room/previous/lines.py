"""The last minutes as a page to read: heads of items and lines of entries, one of which is to be corrected."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.lists import RowList
from ui.places.room.readback.line_list import ReadDelegate
from ui.places.room.readback.rows import ReadRow
from ui.widgets.empty import Empty
from ui.widgets.labels import Label, column, hold, row
from ui.widgets.pane import Pane
from wibdesk.language import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme
    from wibdesk.services.previous_minutes import MinuteLine, PreviousMinutes

BARS = {"decision": "ink", "action": "accent", "vote": "ink"}


class LastMinutes(Pane):
    """`chosen` carries the line that the arrows stand on, `opened` the one on which Enter was pressed."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, theme: "Theme") -> None:
        super().__init__(theme, "sheet")
        self.title = Label(theme, "", "strong", wrap=True)
        self.delegate = ReadDelegate(theme)
        self.list = RowList(theme, self.delegate, say("The last minutes"))
        self.empty = Empty(theme, say("Nothing stands in them"), say("N corrects something that they leave out."))
        self.lines: dict[str, MinuteLine] = {}
        head = hold(row(theme, (self.title, 1), margins=(20, 10, 16, 4)))
        self.setLayout(column(theme, head, self.empty, (self.list, 1), spacing=0))
        self.list.chosen.connect(lambda row_: self.chosen.emit(self._line(row_)))
        self.list.opened.connect(lambda row_: self.opened.emit(self._line(row_)))

    def show_lines(self, day: str, found: "PreviousMinutes") -> None:
        """Show the minutes of that day; the line chosen before stays so."""
        self.title.setText(say("Minutes of {day}: which line is to be corrected?", day=day))
        self.list.setAccessibleName(say("Minutes of {day}", day=day))
        self.lines = {str(n): line for n, line in enumerate(found.lines)}
        self.list.set_rows(list(_rows(found)))
        if self.list.current_row() is None:
            self.list.choose_first()
        self.empty.setVisible(not found.lines)
        self.list.setVisible(bool(found.lines))

    def here(self) -> "MinuteLine | None":
        """Return the line that the arrows stand on, None where there is none."""
        return self._line(self.list.current_row())

    def stop(self) -> "QWidget":
        """Return the list."""
        return self.list

    def _line(self, row_: ReadRow | None) -> "MinuteLine | None":
        return self.lines.get(row_.row_id) if row_ is not None else None


def _rows(found: "PreviousMinutes") -> "Iterator[ReadRow]":
    numbered = list(enumerate(found.lines))
    for place, head in found.heads:
        yield ReadRow(row_id=f"head {place}", text=head, heading=True, sentence=place)
        for n, line in numbered:
            if line.place == place:
                bar = BARS.get(line.kind, "")
                said = ", ".join(words for words in (line.label, line.words, place) if words)
                yield ReadRow(
                    row_id=str(n), text=line.words, sentence=said, margin=line.label, bar=bar, tone=bar or "muted"
                )
