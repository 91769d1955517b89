"""The short list of bodies that a place can be narrowed to, laid over it by one key."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui import paint
from ui.lists import Row, RowDelegate, RowList, RowState
from ui.theme import Theme
from ui.widgets.labels import Label, column, hold
from ui.widgets.popup import Overlay, Popup

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

EVERY = "every body"
MOST_SHOWN = 9


class BodyRows(RowDelegate):
    """Paints a figure that chooses, the name, and a tick on the one shown."""

    height = 38

    def __init__(self, theme: Theme, shown: str) -> None:
        super().__init__(theme)
        self.shown = shown

    def draw(self, p: QPainter, rect: QRectF, row: Any, state: RowState) -> None:
        """Paint one body."""
        t, centre = self.theme, rect.center().y()
        figure, _, name = row.text.partition("\t")
        x = rect.left() + t.px(18)
        if figure:
            paint.key_cap(p, t, x, centre, figure)
        words = rect.adjusted(t.px(52), 0, -t.px(44), 0)
        paint.text(p, t, words, name, "body", weight=600 if state.chosen else None)
        if row.row_id == self.shown:
            paint.icon(p, t, rect.right() - t.px(34), centre, "check", "accent", 16)


class BodyMenu(RowList):
    """Bodies; Enter or the figure before a name chooses it."""

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Choose by figure."""
        found = [row for row in self.row_model.rows if event.text() and row.text.startswith(event.text() + "\t")]
        if found:
            self.opened.emit(found[0])
        else:
            super().keyPressEvent(event)


def open_body_menu(
    theme: Theme,
    over: QWidget,
    bodies: Sequence[tuple[str, str]],
    shown: str,
    pick: Callable[[str], None],
    *,
    every: bool = True,
) -> Overlay:
    """Lay the bodies, given as (id, name), over a window; `pick` gets the id chosen, empty for all of them."""
    options = ([(EVERY, "All bodies")] if every else []) + list(bodies)
    menu = BodyMenu(theme, BodyRows(theme, shown or EVERY), "Bodies")
    menu.set_rows([_row(number, *option) for number, option in enumerate(options, 1)])
    menu.setFixedHeight(theme.px(BodyRows.height) * min(len(options), MOST_SHOWN) + 2)
    head = hold(column(theme, Label(theme, "Choose a body", "heading"), margins=(18, 14, 18, 8)))
    frame = Popup(theme, layout=column(theme, head, menu, spacing=0, margins=(1, 0, 1, 12)))
    frame.setFixedWidth(min(theme.px(420), over.width() - theme.px(24)))
    overlay = Overlay(theme, over, frame)

    def chosen(row: Row) -> None:
        overlay.close_down()
        pick("" if row.row_id == EVERY else row.row_id)

    menu.opened.connect(chosen)
    menu.clicked.connect(lambda index: chosen(menu.row_model.rows[index.row()]))
    overlay.open_on(menu)
    menu.choose(shown or EVERY)
    return overlay


def _row(number: int, body_id: str, name: str) -> Row:
    figure = str(number) if number <= MOST_SHOWN else ""
    return Row(row_id=body_id, text=f"{figure}\t{name}", sentence=name)
