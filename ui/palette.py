"""The command palette: a few letters, what can be done or gone to with its key, Enter; F2 changes the key."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui import paint
from ui.announcing import ChosenSaid
from ui.commands import Command, Commands
from ui.key_asking import KEYS_OF_ASKING, KeyAsking
from ui.lists import Row, RowDelegate, RowList, RowState
from ui.theme import Theme
from ui.widgets.fields import LineField
from ui.widgets.key_bar import Keys
from ui.widgets.labels import Label, column, hold, row
from ui.widgets.pane import Rule
from ui.widgets.popup import Overlay, Popup
from wibdesk.language import counted, later, say, say_pairs

ELSEWHERE = 2  # the rank of a command in which no word begins as typed
SHOWN = 8  # rows before the list scrolls
AROUND = 162  # what of the height of the window is not for rows, a length of the design
PASSED_ON = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
FOOT = [("↑ ↓", later("choose")), ("Enter", later("do it")), ("F2", later("change its key")), ("Esc", later("back"))]

Seek: TypeAlias = Callable[[str, Callable[[Sequence[Command]], None]], None]
"""Looks for things by the words typed and hands over what leads to them."""


@dataclass(frozen=True, kw_only=True)
class CommandRow(Row):
    """A command as a row, and the letters typed that are marked in it."""

    command: Command
    typed: str


class CommandDelegate(RowDelegate):
    """Icon, words with the typed letters bold and underlined, where it acts in small, its key at the right."""

    height = 40

    def draw(self, p: QPainter, rect: QRectF, row: Any, state: RowState) -> None:
        """Paint one command."""
        t, command, centre = self.theme, row.command, rect.center().y()
        x = rect.left() + t.px(20)
        x += paint.icon(p, t, x, centre, command.icon or "chevron-right", "on_selected" if state.chosen else "muted")
        x = self._words(p, QRectF(x + t.px(12), rect.top(), rect.width(), rect.height()), row)
        right = rect.right() - t.px(18)
        for key in reversed(command.keys[:1]):
            right -= paint.key_cap_width(t, key)
            paint.key_cap(p, t, right, centre, key)
        where = QRectF(x + t.px(12), rect.top(), right - x - t.px(24), rect.height())
        if where.width() > t.px(20):
            paint.text(p, t, where, say(command.where), "small", "muted")

    def _words(self, p: QPainter, rect: QRectF, row: CommandRow) -> float:
        t, words, typed = self.theme, row.text, row.typed
        at = words.lower().find(typed.lower()) if typed else -1
        parts = [words] if at < 0 else [words[:at], words[at : at + len(typed)], words[at + len(typed) :]]
        x = rect.left()
        for number, part in enumerate(parts):
            weight = 700 if number == 1 else 400
            width = paint.text_width(t, "body", part, weight)
            paint.text(p, t, QRectF(x, rect.top(), width + 1, rect.height()), part, weight=weight)
            if number == 1:
                p.fillRect(QRectF(x, rect.center().y() + t.px(9), width, max(t.px(1.5), 1)), t.ink)
            x += width
        return x


class Palette(Popup):
    """A field to type in and the commands at hand that match; Up and Down choose, Enter does it, F2 changes its key.

    `seek` looks for items, meetings and people by what is typed; they come below the commands. `chosen` carries the
    command that is to be done, None where nothing is called so.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, commands: Sequence[Command], seek: Seek | None = None) -> None:
        super().__init__(theme)
        self.commands, self.seek = list(commands), seek
        self.things: list[Command] = []
        self.sought = self.takes_first = False
        self.field = LineField(theme, icon="search")
        self.field.setAccessibleName(say("Command"))
        self.list = RowList(theme, CommandDelegate(theme), say("Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.said = ChosenSaid(self.list)
        self.count = Label(theme, "", "small", "muted")
        self.foot = Keys(theme, say_pairs(FOOT))
        self.asking = KeyAsking(theme)
        top = hold(row(theme, (self.field, 1), margins=(14, 14, 14, 10)))
        foot = hold(row(theme, (self.count, 1), self.foot, margins=(20, 4, 8, 8)))
        things = top, Rule(theme), self.list, self.asking, Rule(theme), foot
        self.setLayout(column(theme, *things, spacing=0, margins=(1, 1, 1, 1)))
        self.setAccessibleName(say("Command palette"))
        self.field.textChanged.connect(self.narrow)
        self.field.returnPressed.connect(self.take)
        self.list.clicked.connect(self.take)
        self.field.installEventFilter(self)
        self.narrow("")

    def narrow(self, typed: str) -> None:
        """Show the commands whose words hold what is typed; those that begin a word with it come first."""
        typed = " ".join(typed.split())
        self.things, self.takes_first = [], False
        self.sought = self.seek is not None and bool(typed)
        self._show(typed)
        if self.seek is not None and typed:
            self.seek(typed, lambda things: self._found(typed, things))

    def take(self) -> None:
        """Do what is chosen; where nothing is as yet but things are being looked for, do the first that is found."""
        row_ = self.list.current_row()
        if row_ is None and self.sought:
            self.takes_first = True
            return
        self.chosen.emit(row_.command if row_ is not None else None)

    def current(self) -> Command | None:
        """Return the command that Enter would do."""
        row_ = self.list.current_row()
        return row_.command if row_ is not None else None

    def fit(self) -> None:
        """Take width and height from the theme, the window and the number of commands."""
        above, px = self.parentWidget(), self.theme.px
        rows, width = min(self.list.row_model.rowCount(), SHOWN), self.theme.size("palette")
        if above is not None:
            width = min(width, above.width() - px(24))
            rows = min(rows, (above.height() - px(AROUND)) // px(40))  # whole rows, and the foot of the window free
        self.setFixedWidth(width)
        self.foot.setVisible(self.foot.sizeHint().width() + self.count.sizeHint().width() + px(44) <= width)
        self.list.setFixedHeight(max(rows, 1) * px(40))
        self.adjustSize()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass the keys that choose on to the list; a key that is asked for goes no further."""
        if isinstance(event, QKeyEvent) and self.asking.takes(event, self.current()):
            self._show_asking()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in PASSED_ON:
            self.list.keyPressEvent(event)
            self.said.now()
            return True
        return super().eventFilter(watched, event)

    def _show_asking(self) -> None:
        """Show the question in place of the list, or the list again with the key as it is now."""
        asks = self.asking.command is not None
        if self.asking.isVisible() and not asks:
            row_ = self.list.current_row()
            self.commands = self.asking.commands_now(self.commands)
            self._show(" ".join(self.field.text().split()), row_.row_id if row_ is not None else "")
        self.asking.setVisible(asks)
        self.list.setVisible(not asks)
        self.foot.set_pairs(say_pairs(KEYS_OF_ASKING if asks else FOOT))
        self.count.setVisible(not asks)
        self.adjustSize()

    def _found(self, typed: str, things: Sequence[Command]) -> None:
        if not isValid(self) or typed != " ".join(self.field.text().split()):
            return
        self.things, self.sought = list(things), False
        row_ = self.list.current_row()
        self._show(typed, row_.row_id if row_ is not None else "")
        if self.takes_first:
            self.take()

    def _show(self, typed: str, current: str = "") -> None:
        found = sorted((c for c in self.commands if matches(c, typed)), key=lambda c: rank(c, typed))
        near = [command for command in found if rank(command, typed) < ELSEWHERE]
        far = [command for command in found if rank(command, typed) >= ELSEWHERE]
        rows = [_row(command, typed) for command in (*near, *self.things, *far)]
        self.list.set_rows(rows)
        if not current or not self.list.choose(current):
            self.list.choose_first()
        self.count.setText(_counted(len(found), len(self.things)))
        self.fit()


def _nothing() -> None:
    """Keep nothing."""


def open_palette(
    theme: Theme,
    window: QWidget,
    commands: Commands,
    *,
    seek: Seek | None = None,
    keep: Callable[[], None] = _nothing,
    offered: Sequence[Command] | None = None,
    foot: Sequence[tuple[str, str]] = FOOT,
) -> Overlay:
    """Lay the palette over the window; what is chosen is done after the keyboard is back where it was.

    `keep` is called after the key of a command was changed. `offered` stand there instead of the commands at hand.
    """
    frame = Palette(theme, commands.at_hand() if offered is None else offered, seek)
    frame.foot.set_pairs(say_pairs(foot))
    frame.count.setHidden(offered is not None)  # it counts commands
    overlay = Overlay(theme, window, frame)

    def do_it(command: Command | None) -> None:
        overlay.close_down()
        if command is not None and command.run is not None:
            command.run()

    frame.chosen.connect(do_it)
    frame.asking.begin(commands, keep)
    frame.fit()
    overlay.open_on(frame.field)
    theme.changed.connect(frame.fit)
    return overlay


def matches(command: Command, typed: str) -> bool:
    """Say whether every word typed is somewhere in the command's words, where it acts or its keys."""
    text = f"{command.words} {say(command.where)} {' '.join(command.keys)}".lower()
    return all(part in text for part in typed.lower().split())


def rank(command: Command, typed: str) -> int:
    """Return 0 when the words begin with what is typed, 1 when a word does, 2 otherwise."""
    words, letters = command.words.lower(), typed.lower()
    return 0 if words.startswith(letters) else 1 if f" {letters}" in words else 2


def _counted(commands: int, things: int) -> str:
    words = (
        counted(commands, "{number} command", "{number} commands") if commands else "",
        counted(things, "{number} place", "{number} places") if things else "",
    )
    return ", ".join(filter(None, words)) or say("Nothing by that name")


def _row(command: Command, typed: str) -> CommandRow:
    keys = f", {command.keys[0]}" if command.keys else ""
    return CommandRow(
        row_id=command.command_id,
        text=command.words,
        sentence=f"{command.words}, {say(command.where)}{keys}",
        command=command,
        typed=typed,
    )
