"""The Safe keeping place: its parts at the left, the chosen one beside them."""

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from ui.commands import Command
from ui.lists import RowList
from ui.panels.register_place import stacked
from ui.place import Place, Where
from ui.places.safe_keeping.backups_part import BackupsPart
from ui.places.safe_keeping.bin_part import BinPart
from ui.places.safe_keeping.check_part import CheckPart
from ui.places.safe_keeping.parts import PartDelegate, part_rows
from ui.places.safe_keeping.passphrase_part import PassphrasePart
from ui.places.safe_keeping.promise_part import PromisePart
from ui.safe_parts import BACKUPS, BIN, CHECK, CHECK_NOW, PARTS, PASSPHRASE, PROMISE
from ui.widgets.labels import Label, column, hold
from ui.widgets.pane import Pane
from ui.widgets.tabs import Tabs
from wibdesk.language import later, say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.context import Context
    from ui.places.safe_keeping.part import Part

WIDTHS = {"wide": 240, "standard": 228, "compact": 200}
AT = later("safe keeping")


class SafeKeepingPlace(Place):
    """Backups, bin, check, passphrase and promise; the note of where it is entered from may name a part."""

    place_id: ClassVar[str] = "safe_keeping"
    word: ClassVar[str] = later("Safe keeping")
    icon: ClassVar[str] = "shield-check"

    def __init__(self, context: "Context") -> None:
        super().__init__(context)
        theme = context.theme
        self.list = RowList(theme, PartDelegate(theme), say("Parts of safe keeping"))
        self.list.set_rows(part_rows())
        self.tabs = Tabs(theme, [(part, say(word)) for part, word, _ in PARTS], name=say("Parts of safe keeping"))
        self.stack = QStackedWidget()
        self.check = CheckPart(context)
        self.parts: dict[str, Part] = {
            BACKUPS: BackupsPart(context),
            BIN: BinPart(context),
            CHECK: self.check,
            PASSPHRASE: PassphrasePart(context),
            PROMISE: PromisePart(context),
        }
        for part in self.parts.values():
            self.stack.addWidget(part)
            part.keys_changed.connect(self.keys_changed)
        self.shown = BACKUPS
        self._lay_out()
        self._register()
        self.list.chosen.connect(self._row_chosen)
        self.list.opened.connect(lambda _: self.go_in())
        self.tabs.currentChanged.connect(lambda _: self.show_part(self.tabs.current(), keyboard=False))
        theme.changed.connect(self.settle)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self.keys_changed)

    def part(self) -> "Part":
        """Return the part that is shown."""
        return self.parts[self.shown]

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the list of parts, or of the part itself."""
        if self.list.hasFocus() or self.tabs.hasFocus():
            arrows = "← →" if self.tabs.hasFocus() else "↑ ↓"
            return [
                (arrows, say("part")),
                ("Enter", say("go into it")),
                (say("Alt 1 to 5"), say("straight there")),
                ("Ctrl K", say("any command")),
            ]
        return self.part().keys()

    def title(self) -> str:
        """Return the part that is shown."""
        return f"{say(next(word for part, word, _ in PARTS if part == self.shown))}, {say(self.word)}"

    def enter(self, where: Where) -> None:
        """Show a part: the one that the note names, else the one shown last."""
        self.settle()
        checks = where.note == CHECK_NOW
        self.show_part(CHECK if checks else where.note if where.note in self.parts else self.shown)
        if checks:
            self.check.check()

    def leave(self) -> None:
        """Put away what is asked; what is half typed is no secret that may stay."""
        self.part().leave()

    def panels(self) -> list[QWidget]:
        """Return the list of parts and the part."""
        return [self._chooser(), self.part().first()]

    def show_part(self, name: str, *, keyboard: bool = True) -> None:
        """Show a part, with the keyboard in it if wished."""
        if name != self.shown:
            self.part().leave()
        self.shown = name
        for chooser in (self.list, self.tabs):
            chooser.blockSignals(True)
            chooser.choose(name)
            chooser.blockSignals(False)
        self.stack.setCurrentWidget(self.part())
        self.part().enter()
        if keyboard:
            self.go_in()
        self.chrome_changed.emit()
        self.keys_changed.emit()

    def go_in(self) -> None:
        """Give the keyboard to the part that is shown; where it has nothing to press, the list of parts keeps it."""
        if self.part().first().isHidden():
            self._chooser().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.part().take_keyboard()

    def _chooser(self) -> "RowList | Tabs":
        return self.tabs if self.side.isHidden() else self.list

    def step_back(self) -> None:
        """Put away what is open in the part, else go to the list of parts."""
        if not self.part().step_back():
            self._chooser().setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Set the parts at the left, or as tabs above where it is narrow."""
        tier = self.context.theme.tier(self.window().width())
        width = WIDTHS.get(tier)
        self.side.setVisible(width is not None)
        self.tab_line.setVisible(width is None)
        for part in self.parts.values():
            part.set_single(width is None)
        if width is not None:
            self.side.set_width(width)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Lay out for the new width."""
        super().resizeEvent(event)
        self.settle()

    def _row_chosen(self, row: Any) -> None:
        if row is not None and row.row_id != self.shown:
            self.show_part(row.row_id, keyboard=False)

    def _lay_out(self) -> None:
        theme = self.context.theme
        title = hold(column(theme, Label(theme, say(self.word), "title", wrap=True), margins=(18, 20, 12, 12)))
        self.side = Pane(theme, "panel", "r")
        self.side.setLayout(stacked(title, self.list, fill=1))
        self.tab_line = hold(column(theme, self.tabs, margins=(20, 6, 20, 0)))
        beside = QHBoxLayout()
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.side)
        beside.addWidget(self.stack, 1)
        ground = Pane(theme, "sheet")
        ground.setLayout(stacked(self.tab_line, _widget(beside), fill=1))
        self.setLayout(stacked(ground))

    def _register(self) -> None:
        commands = [
            Command(
                f"keep-{part}",
                say("Go to {word}", word=say(word)),
                (f"Alt {number}",),
                AT,
                partial(self.show_part, part),
                icon,
            )
            for number, (part, word, icon) in enumerate(PARTS, start=1)
        ]
        back = Command("keep-back", say("Back to the parts"), ("Esc",), AT, self.step_back, listed=False)
        self.context.commands.add(self, *commands, back)
        inside = Command("keep-into", say("Go into it"), ("Enter",), AT, self.go_in, listed=False)
        self.context.commands.add(self.tabs, inside)


def _widget(layout: QHBoxLayout) -> QWidget:
    widget = QWidget()
    widget.setLayout(layout)
    return widget
