"""A line to type in with a list below that follows it: go to an item, find words, name a person. Nothing modal."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.announcing import ChosenSaid
from ui.lists import Row, RowDelegate, RowList
from ui.theme import Theme
from ui.widgets.fields import LineField
from ui.widgets.key_bar import Keys
from ui.widgets.labels import Label, column
from ui.widgets.pane import Pane
from wibdesk.language import say

MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
SHOWN_ROWS = 7
LOW = 480  # height of a window, a length of the design, below which the line of help makes room
LOWEST = 340  # and below which the keys do too, where a list wants it


@dataclass(frozen=True)
class Ask:
    """What is asked: the caption, a line of help, words to begin with, what is offered, and who gets the answer.

    `offers` returns the rows for the words typed so far; `take` gets the words and the row chosen, None without one.
    """

    caption: str
    help: str
    take: Callable[[str, Row | None], None]
    text: str = ""
    offers: Callable[[str], Sequence[Row]] | None = None
    enter: str = ""
    typed_over: bool = True  # whether the first letter takes the place of the words to begin with
    paste: Callable[[str], None] | None = None  # gets a text of several lines, which one line cannot hold


class PickerEdit(LineField):
    """The line: arrows move in the list below, Enter takes, Esc leaves."""

    moved = Signal(int)
    accepted = Signal()
    left = Signal()
    lines_pasted = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Keep Esc and Enter from the keys of the place while something is asked here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if plain and (event.key() in (*ENTER, Qt.Key.Key_Escape) or event.key() in MOVES):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand on what is not typing."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if plain and key in MOVES:
            self.moved.emit(MOVES[key])
        elif plain and key in ENTER:
            self.accepted.emit()
        elif plain and key == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.matches(QKeySequence.StandardKey.Paste) and "\n" in QGuiApplication.clipboard().text().strip():
            self.lines_pasted.emit(QGuiApplication.clipboard().text())
        else:
            super().keyPressEvent(event)


class Picker(Pane):
    """`ask` opens it with the keyboard in its line, and `asked` says so; `closed` that it was answered or left.

    What was typed when it is left is there again when the same thing is asked: Esc discards nothing.
    """

    asked = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, name: str, *, sides: str = "t", delegate: RowDelegate | None = None) -> None:
        super().__init__(theme, "panel", sides)
        self.current: Ask | None = None
        self.kept: dict[str, str] = {}
        self.caption = Label(theme, "", "small_strong")
        self.help = Label(theme, "", "caption", "muted", wrap=True)
        self.edit = PickerEdit(theme)
        self.keys = Keys(theme, [("Enter", say("keep it")), ("Esc", say("back"))], "caption")
        self.list = RowList(theme, delegate or RowDelegate(theme), name)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.said = ChosenSaid(self.list)
        self.caption.setBuddy(self.edit)
        parts = (self.caption, self.edit, self.list, self.help, self.keys)
        self.setLayout(column(theme, *parts, spacing=5, margins=(16, 8, 14, 8)))
        self.edit.moved.connect(self._move)
        self.edit.accepted.connect(self._take)
        self.edit.left.connect(self.leave)
        self.edit.lines_pasted.connect(self._paste)
        self.edit.textChanged.connect(self._offer)
        self.list.opened.connect(lambda _row: self._take())
        self.list.clicked.connect(lambda _index: self._take())
        theme.changed.connect(self._fit)
        self.hide()

    def ask(self, ask: Ask) -> None:
        """Open the line for this question; a second question takes the place of the first."""
        self.current = ask
        self.caption.setText(ask.caption)
        self.edit.setAccessibleName(ask.caption)
        self.edit.setAccessibleDescription(ask.help)
        self.help.setText(ask.help)
        self.keys.set_pairs([("Enter", ask.enter or say("keep it")), ("Esc", say("back"))])
        self.edit.setText(self.kept.pop(ask.caption, ask.text))
        self._offer()
        self.show()
        self.asked.emit()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        if ask.typed_over:
            self.edit.selectAll()

    def leave(self) -> None:
        """Close the line and keep what was typed for the next time."""
        if self.current is None:
            return
        if self.edit.text() != self.current.text:
            self.kept[self.current.caption] = self.edit.text()
        self._close()

    def refresh(self) -> None:
        """Offer anew: what can be chosen has changed."""
        self._offer()

    def stop(self) -> QWidget:
        """Return what takes the keyboard here."""
        return self.edit

    def _take(self) -> None:
        ask, words, chosen = self.current, self.edit.text().strip(), self.list.current_row()
        if ask is None:
            return
        self._close()
        ask.take(words, chosen)

    def _paste(self, text: str) -> None:
        ask = self.current
        if ask is not None and ask.paste is not None:
            self._close()
            ask.paste(text)
        else:
            self.edit.insert(" ".join(text.split()))

    def _close(self) -> None:
        self.current = None
        self.hide()
        self.closed.emit()

    def _offer(self) -> None:
        if self.current is None:
            return
        offers = self.current.offers
        rows = list(offers(self.edit.text().strip())) if offers is not None else []
        self.list.set_rows(rows)
        self.list.setVisible(bool(rows))
        if rows:
            self.list.choose_first()
        self._fit()

    def _move(self, by: int) -> None:
        rows = self.list.row_model.rows
        free = [n for n, each in enumerate(rows) if not each.heading]
        if not free:
            return
        here = self.list.currentIndex().row()
        place = free.index(here) if here in free else -1
        to = free[min(max(place + by, 0), len(free) - 1)]
        self.list.setCurrentIndex(self.list.row_model.index(to))
        self.edit.setAccessibleDescription(rows[to].sentence or rows[to].text)
        self.said.now()

    def _fit(self) -> None:
        low = self.window().height() < self.theme.px(LOW)
        self.help.setVisible(bool(self.help.text()) and not low)
        rows = self.list.row_model.rows[:SHOWN_ROWS]
        self.keys.setVisible(not rows or self.window().height() >= self.theme.px(LOWEST))
        delegate, width = self.list.itemDelegate(), max(self.width() - self.theme.px(30), self.theme.px(120))
        if isinstance(delegate, RowDelegate):
            heights = [delegate.row_height(each, width) for each in rows]
            self.list.setMaximumHeight(sum(heights))
            self.list.setMinimumHeight(min(heights, default=0))
