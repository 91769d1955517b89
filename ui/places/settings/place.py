"""The place of the settings: sections at the left, their settings beside them, a field that finds any of them."""

from typing import TYPE_CHECKING, Any, ClassVar, cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from ui.commands import Command
from ui.lists import RowList
from ui.panels.register_place import stacked
from ui.place import Place, Where
from ui.places.settings.page import SettingsPage
from ui.places.settings.registry import SETTINGS
from ui.places.settings.section_list import SectionDelegate, section_rows
from ui.places.settings.setting import SECTIONS
from ui.widgets.fields import DropField, LineField
from ui.widgets.labels import Label, column, hold, row
from ui.widgets.pane import Pane, Scroll
from ui.widgets.toast import KEPT_FREE
from wibdesk.language import counted, later, say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from ui.context import Context
    from ui.places.settings.setting_line import SettingLine

WIDTHS = {"wide": 248, "standard": 248, "compact": 232}
SEARCHED = 240
AT = later("settings")
FIND = later("Find a setting")
TAKE = "take "  # before the path of a file, in the note


class SettingsPlace(Place):
    """Every setting of the desk; the note of where it is entered from may name a section or a setting.

    `take PATH` as the note shows what a colleague's file would change.
    """

    place_id: ClassVar[str] = "settings"
    word: ClassVar[str] = later("Settings")
    icon: ClassVar[str] = "settings"

    def __init__(self, context: "Context") -> None:
        super().__init__(context)
        theme = context.theme
        self.came_from = ""
        self.list = RowList(theme, SectionDelegate(theme), say("Sections"))
        self.list.set_rows(section_rows())
        self.field = SectionField(theme, [(name, say(section.word)) for name, section in SECTIONS.items()])
        self.field.setAccessibleName(say("Section"))
        self.finder = LineField(theme, hint=say(FIND), icon="search", key="/")
        self.finder.setAccessibleName(say(FIND))
        self.finder.installEventFilter(self)
        self.page = SettingsPage(context)
        self._lay_out()
        self._register()
        self.show_section(self.page.section)
        self.list.chosen.connect(self._row_chosen)
        self.list.opened.connect(lambda _: self.go_in())
        self.field.picked.connect(self.show_section)
        self.finder.textChanged.connect(self.show_found)
        theme.changed.connect(self.settle)
        self.page.put_back.connect(self.go_in)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self.keys_changed)

    @property
    def lines(self) -> "list[SettingLine]":
        """The lines in sight, in order."""
        return [line for line in self.page.lines.values() if not line.isHidden()]

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the sections, of the field, or of the choices."""
        last = ("Ctrl K", say("any command"))
        if self.finder.hasFocus():
            return [("Enter", say("to what is found")), ("Esc", say("show the sections")), last]
        if self._chooser().hasFocus():
            return [
                ("↑ ↓", say("section")), ("Enter", say("go into it")), ("/", say("find a setting")),
                *([("Esc", say("back"))] if self.came_from else []), last,
            ]  # fmt: skip
        return [
            ("Tab", say("next")), ("← →", say("choose")), ("Ctrl F", say("find a setting")),
            ("Ctrl +", say("larger text")), ("Esc", say("sections")), last,
        ]  # fmt: skip

    def enter(self, where: Where) -> None:
        """Show a section, that of a setting, or the one shown last, and give the keyboard to its first choice."""
        before = self.context.settings.now.last_place
        self.came_from = before if before != self.place_id else self.came_from
        self.finder.clear()
        known = {setting.setting_id: setting.section for setting in SETTINGS}
        wanted = self.page.lines.get(where.note)
        self.show_section(known.get(where.note, where.note if where.note in SECTIONS else self.page.section))
        self.settle()
        if where.note.startswith(TAKE):
            self.show_section("sharing")
            self.page.sharing().open_name(where.note.removeprefix(TAKE))
        elif wanted is not None and not wanted.isHidden():
            wanted.choice.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.go_in()

    def panels(self) -> list[QWidget]:
        """Return the field, the sections and their settings."""
        first = self.page.first()
        return [self._chooser(), *([first] if first is not None else []), self.finder]

    def show_section(self, name: str) -> None:
        """Show a section of settings."""
        for chooser in (self.list, self.field):
            chooser.blockSignals(True)
            chooser.choose(name)
            chooser.blockSignals(False)
        if self.finder.text():
            self.finder.clear()
        self.page.show_section(name)
        self.roll.verticalScrollBar().setValue(0)
        self.keys_changed.emit()

    def show_found(self) -> None:
        """Show what fits the words in the field, of every section; without words the section again."""
        words = " ".join(self.finder.text().split())
        if not words:
            self.page.show_section(self.page.section)
            return
        found = self.page.show_found(words)
        self.roll.verticalScrollBar().setValue(0)
        self.context.messages.announce(counted(found, "{number} setting found", "{number} settings found"))

    def start_finding(self) -> None:
        """Give the keyboard to the field that finds settings."""
        self.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.finder.selectAll()

    def go_in(self) -> None:
        """Give the keyboard to the first setting in sight, else to the sections."""
        (self.page.first() or self._chooser()).setFocus(Qt.FocusReason.OtherFocusReason)

    def step_back(self) -> None:
        """Go back to all sections, from there to the place that led here."""
        if self.page.step_back():
            return
        if self.finder.text():
            self.finder.clear()
        elif self._chooser().hasFocus() and self.came_from:
            self.context.go(self.came_from, Where())
            return
        self._chooser().setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Set the sections at the left, or into a field above where it is narrow."""
        width = WIDTHS.get(self.context.theme.tier(self.window().width()))
        self.side.setVisible(width is not None)
        self.narrow.setVisible(width is None)
        self.finder.setFixedWidth(min(self.context.theme.px(SEARCHED), max(self.width() // 2, 1)))
        for part in self.page.parts.values():
            part.restyle()
        if width is not None:
            self.side.set_width(width)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Lay out for the new width."""
        super().resizeEvent(event)
        self.settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go to what is found on Down and Enter."""
        if event.type() == QEvent.Type.KeyPress:
            key = cast("QKeyEvent", event).key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.go_in()
                return True
        return super().eventFilter(watched, event)

    def _row_chosen(self, row: Any) -> None:
        if row is not None:
            self.show_section(row.row_id)

    def _chooser(self) -> "RowList | SectionField":
        return self.field if self.side.isHidden() else self.list

    def _lay_out(self) -> None:
        theme = self.context.theme
        title = Label(theme, say(self.word), "title")
        title.setProperty(KEPT_FREE, True)
        head = hold(row(theme, title, None, self.finder, margins=(28, 16, 24, 10)))
        self.side = Pane(theme, "panel", "r")
        self.side.setLayout(stacked(hold(column(theme, margins=(0, 4, 0, 4))), self.list, fill=1))
        self.roll = Scroll(self.page)
        beside = QHBoxLayout()
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.side)
        beside.addWidget(self.roll, 1)
        ground = Pane(theme, "sheet")
        self.narrow = hold(row(theme, self.field, margins=(28, 0, 24, 10)))
        ground.setLayout(stacked(head, self.narrow, hold(beside), fill=2))
        self.setLayout(stacked(ground))

    def _register(self) -> None:
        at = say(AT)
        find = Command("settings-find", say(FIND), ("Ctrl F",), at, self.start_finding, "search")
        back = Command("settings-back", say("Back to the sections"), ("Esc",), at, self.step_back, listed=False)
        self.context.commands.add(self, find, back)
        for owner, name in ((self.list, "list"), (self.field, "field"), (self.page, "page")):
            slash = Command(f"settings-slash-{name}", say(FIND), ("/",), at, self.start_finding, listed=False)
            self.context.commands.add(owner, slash)
        into = Command("settings-into", say("Go into it"), ("Enter",), at, self.go_in, listed=False)
        self.context.commands.add(self.field, into)


class SectionField(DropField):
    """The sections where the window is too narrow for a list of them."""

    takes_letters = True  # a list: nothing is typed into it
