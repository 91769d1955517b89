"""The key card: every key that works here, written from the commands themselves."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from ui import paint
from ui.commands import Command
from ui.key_print import KeyPrint, card_of
from ui.theme import Theme
from ui.widgets.key_bar import Keys
from ui.widgets.labels import Label, Line, Thing, column, hold, row
from ui.widgets.painted import Painted
from ui.widgets.pane import Rule, Scroll
from ui.widgets.popup import Overlay, Popup
from ui.widgets.wrapping_row import WrappingRow
from wibdesk.language import later, say

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.main_window import MainWindow

AT = later("key card")
COLUMN, HEAD = 250, 640  # the least width of one column, and of title and keys beside each other: lengths of the design


class KeyLine(Painted):
    """The caps of a command and its words beside them, broken where they are long, at an edge the group shares."""

    def __init__(self, theme: Theme, command: Command, lead: float) -> None:
        super().__init__()
        self.theme, self.command, self.lead = theme, command, lead
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{', '.join(command.keys)}: {command.words}")
        self.setToolTip(command.words)

    def sizeHint(self) -> QSize:
        """Return one line, or two where the words need them."""
        return QSize(self.theme.px(COLUMN), self.theme.px(12 + 20 * len(self._lines())))

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint caps and words."""
        t, p, x = self.theme, QPainter(self), 0.0
        for key in self.command.keys:
            x = paint.key_cap(p, t, x, t.px(16), key, "small") + t.px(4)
        x = max(self.lead, x) + t.px(8)
        for number, words in enumerate(self._lines()):
            paint.text(p, t, QRectF(x, t.px(6 + 20 * number), self.width() - x, t.px(20)), words)

    def _lines(self) -> list[str]:
        # The least width of a column breaks the words, not the width it happens to get: so the height is known.
        room = self.theme.px(COLUMN - 16) - max(self.lead, _caps(self.theme, self.command))
        return paint.balanced_lines(self.theme, self.command.words, room)


class KeyCard(Popup):
    """Groups of keys side by side as the width allows; Ctrl / or Esc puts the card away."""

    def __init__(self, theme: Theme, title: str, groups: Mapping[str, Sequence[Command]], room: QSize) -> None:
        super().__init__(theme)
        self.groups = groups
        keys = [("Ctrl P", say("print")), ("Ctrl S", say("save as PDF")), ("Ctrl /", say("close"))]
        page = hold(self._columns(max(1, min(4, int(room.width() / theme.px(COLUMN + 32))))))
        named, ways = Label(theme, title, "title", wrap=True), [Keys(theme, [pair]) for pair in keys]
        if room.width() >= theme.px(HEAD):
            head = row(theme, (named, 1), *ways, spacing=0)
        else:
            head = column(theme, named, hold(WrappingRow(tuple(ways), 0)))
        self.roll = Scroll(page)
        self.roll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.roll.setAccessibleName(title)
        self.setLayout(column(theme, head, Rule(theme), (self.roll, 1), spacing=16, margins=(32, 26, 28, 24)))
        self.setFixedWidth(min(room.width(), theme.px(1160)))
        self.setMinimumHeight(min(page.sizeHint().height() + theme.px(130), room.height()))

    def _columns(self, across: int) -> Line:
        # Each group goes below the column that is shortest so far, the longest group first.
        columns: list[list[Thing]] = [[] for _ in range(across)]
        heights = [0] * across
        for where, commands in sorted(self.groups.items(), key=lambda pair: -len(pair[1])):
            number = heights.index(min(heights))
            heights[number] += len(commands) + 2
            columns[number] += self._group(where, commands)
        made: list[Thing] = [(column(self.theme, *things, None, spacing=2), 1) for things in columns]
        return row(self.theme, *made, spacing=32)

    def _group(self, where: str, commands: Sequence[Command]) -> list[Thing]:
        lead = max(_caps(self.theme, command) for command in commands)
        words = say(where)
        title = Label(self.theme, words[:1].upper() + words[1:], "heading")
        return [title, 4, *(KeyLine(self.theme, command, lead) for command in commands), 18]


def open_key_card(window: "MainWindow") -> Overlay:
    """Lay the card of the place that is shown over the window; Ctrl P prints it, Ctrl S saves it as PDF."""
    theme, card, press = window.theme, card_of(window), KeyPrint(window)
    frame = KeyCard(theme, card.title, card.groups, window.size() - QSize(theme.px(48), theme.px(24)))
    window.context.commands.add(
        frame,
        Command("keys-print", say("Print the keys"), ("Ctrl P",), AT, lambda: press.ask_printer(card), "printer"),
        Command("keys-save", say("Save the keys as PDF"), ("Ctrl S",), AT, lambda: press.ask_file(card), "file-down"),
    )
    overlay = Overlay(theme, window, frame, top=60)
    overlay.open_on(frame.roll)
    return overlay


def _caps(theme: Theme, command: Command) -> float:
    return sum(paint.key_cap_width(theme, key, "small") + theme.px(4) for key in command.keys)
