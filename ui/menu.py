"""A short list laid over a place by one key, each row with the key that chooses it."""

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui import paint
from ui.lists import Row, RowDelegate, RowList, RowState
from ui.theme import Theme
from ui.widgets.labels import Label, column, hold
from ui.widgets.popup import Overlay, Popup
from wibdesk.language import say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

MOST_SHOWN = 14
AROUND = 120  # the least that is left of the window's height beside the options, their heading in it
LEAST, MOST = 420, 640  # widths of the frame
BESIDE = 112  # room for key, tick and edges: lengths of the design
Option = tuple[str, str, str]
"""The key that chooses it, its id, its words."""


class OptionRows(RowDelegate):
    """Paints a key, the words, and a tick on what is on."""

    height = 38

    def __init__(self, theme: Theme, on: Collection[str]) -> None:
        super().__init__(theme)
        self.on = on

    def draw(self, p: QPainter, rect: QRectF, row: Any, state: RowState) -> None:
        """Paint one option."""
        t, centre = self.theme, rect.center().y()
        key, _, words = row.text.partition("\t")
        if key:
            paint.key_cap(p, t, rect.left() + t.px(18), centre, key)
        room = rect.adjusted(t.px(56), 0, -t.px(44), 0)
        paint.text(p, t, room, words, "body", weight=600 if state.chosen else None)
        if row.row_id in self.on:
            paint.icon(p, t, rect.right() - t.px(34), centre, "check", "accent", 16)


class Menu(RowList):
    """Options; Enter or the key before the words chooses one."""

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Choose by key."""
        typed = event.text().upper()
        found = [row for row in self.row_model.rows if typed and row.text.startswith(f"{typed}\t")]
        if found:
            self.opened.emit(found[0])
        else:
            super().keyPressEvent(event)


def open_menu(
    theme: Theme,
    over: QWidget,
    heading: str,
    options: Sequence[Option],
    pick: Callable[[str], None],
    *,
    on: Collection[str] = (),
) -> Overlay:
    """Lay options over a window; `pick` gets the id chosen once the list is gone, `on` are those with a tick."""
    menu = Menu(theme, OptionRows(theme, on), heading)
    menu.set_rows(
        [Row(row_id=one, text=f"{key}\t{words}", sentence=_said(one, words, on)) for key, one, words in options]
    )
    high = theme.px(OptionRows.height)
    room = max(over.height() - theme.px(AROUND), high)
    menu.setFixedHeight(min(high * min(len(options), MOST_SHOWN), room) + 2)
    head = hold(column(theme, Label(theme, heading, "heading"), margins=(18, 14, 18, 8)))
    frame = Popup(theme, layout=column(theme, head, menu, spacing=0, margins=(1, 0, 1, 12)))
    longest = max(paint.text_width(theme, "body", words, 600) for _, _, words in options) + theme.px(BESIDE)
    wide = min(max(theme.px(LEAST), longest), theme.px(MOST))
    frame.setFixedWidth(min(wide, over.width() - theme.px(24)))
    overlay = Overlay(theme, over, frame)

    def chosen(row: Row) -> None:
        overlay.close_down()
        pick(row.row_id)

    menu.opened.connect(chosen)
    menu.clicked.connect(lambda index: chosen(menu.row_model.rows[index.row()]))
    overlay.open_on(menu)
    menu.choose(next((one for _, one, _ in options if one in on), options[0][1]))
    return overlay


def _said(option: str, words: str, on: Collection[str]) -> str:
    return say("{words}, on", words=words) if option in on else words
