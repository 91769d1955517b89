"""The Help place: contents and finding at the left, the page beside them, and the way back to the work."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from shiboken6 import isValid

from ui.commands import Command
from ui.key_print import Card
from ui.panels.register_place import stacked
from ui.place import Place, Where
from ui.places.help.contents import page_for
from ui.places.help.library import library
from ui.places.help.reader import Reader
from ui.places.help.side import Side
from ui.places.help.trail import Trail
from ui.widgets.pane import Pane
from wibdesk.language import later, say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.context import Context
    from ui.places.help.text import Section

WIDTHS = {"wide": 300, "standard": 280, "compact": 248}
AT = later("help")
RUN = "command:"
"""A link that does something begins with this; what follows is the id of the command."""


class HelpPlace(Place):
    """Pages to read; the note of where it is entered from names a page, `page#section`."""

    place_id: ClassVar[str] = "help"
    word: ClassVar[str] = later("Help")
    icon: ClassVar[str] = "circle-help"

    def __init__(self, context: "Context") -> None:
        super().__init__(context)
        self.side = Side(context, say(self.word))
        self.reader = Reader(context.theme)
        self.trail = Trail()
        self.came_from = "meetings"
        self.came_at: QWidget | None = None
        self.card: Card | None = None
        beside = QHBoxLayout()
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.side)
        beside.addWidget(self.reader, 1)
        self.setLayout(stacked(Pane(context.theme, "sheet", layout=beside)))
        self._register()
        self._connect()

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the field, the list or the page."""
        back = ("Esc", say("back to where you were"))
        if self.side.field.hasFocus():
            leave = ("Esc", say("all pages")) if self.side.field.text() else back
            return [("↓", say("to what was found")), ("Enter", say("read it")), leave]
        if self.side.list.hasFocus():
            return [("↑ ↓", say("page")), ("Enter", say("read it")), ("/", say("find")), back]
        if self.single():  # where only few keys have room
            return [("/", say("find, other pages")), ("Ctrl ↑ ↓", say("heading")), back]
        steps = [("Alt ←", say("the page before"))] if self.trail.behind else []
        return [
            ("↑ ↓", say("read on")), ("Ctrl ↑ ↓", say("heading")), ("Tab", say("link")), *steps, ("/", say("find")),
            ("F6", say("pages")), back,
        ]  # fmt: skip

    def title(self) -> str:
        """Return the page that is shown."""
        page = library().get(self.trail.here.partition("#")[0])
        return ", ".join(filter(None, (page.heading if page else "", say(self.word))))

    def enter(self, where: Where) -> None:
        """Show the page that is asked for, else the one shown last, and give it the keyboard."""
        if where.note or not self.trail.here:
            self.side.field.clear()
            self.read(where.note or page_for(""))
        self.to_page()

    def shows_rail(self) -> bool:
        """Keep the rail away where no other place can be gone to."""
        return not getattr(self.window(), "barred", "")

    def panels(self) -> list[QWidget]:
        """Return the page, the field and the list."""
        return [self.reader, self.side.field, self.side.list]

    def came_by(self, place_id: str, at: QWidget | None, card: Card) -> None:
        """Keep where the clerk was: the place, what had the keyboard there, and the keys that worked there."""
        self.came_from, self.came_at, self.card = place_id, at, card

    def go_back(self) -> None:
        """Go back to where the clerk was, with the keyboard where it was."""
        at, self.came_at = self.came_at, None
        self.context.go(self.came_from, Where(back=True))
        if at is not None and isValid(at) and at.isVisible() and at.isEnabled():
            at.setFocus(Qt.FocusReason.OtherFocusReason)

    def read(self, address: str) -> None:
        """Show `page` or `page#section`."""
        if address.partition("#")[0] in library():
            self.trail.visit(address)
            self._show()

    def seek(self) -> None:
        """Give the keyboard to the field."""
        self.side.show()
        self.reader.setVisible(not self.single())
        self.side.seek()

    def to_page(self) -> None:
        """Give the keyboard to the page."""
        self.reader.show()
        self.reader.setFocus(Qt.FocusReason.OtherFocusReason)
        self.settle()

    def single(self) -> bool:
        """Say whether list and page take turns, for want of width."""
        return self.context.theme.tier(self.window().width()) not in WIDTHS

    def settle(self) -> None:
        """Set the contents beside the page, or in turn with it where it is narrow."""
        single = self.single()
        self.side.fit(WIDTHS.get(self.context.theme.tier(self.window().width())))
        at_list = single and self.side.has_keyboard()
        self.side.setVisible(not single or at_list)
        self.reader.setVisible(not at_list)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Lay out for the new width."""
        super().resizeEvent(event)
        self.settle()

    def _show(self) -> None:
        name, _, anchor = self.trail.here.partition("#")
        self.reader.show_page(library()[name], anchor)
        self.side.follow(self.trail.here)
        self.chrome_changed.emit()
        self.keys_changed.emit()

    def _follow(self, link: str) -> None:
        if link.startswith(RUN):
            self.context.commands.run(link.removeprefix(RUN))
        else:
            self.read(self.trail.here.partition("#")[0] + link if link.startswith("#") else link)

    def _register(self) -> None:
        trail, step, add = self.trail, self.reader.step_section, self.context.commands.add
        behind, ahead = lambda: bool(trail.behind), lambda: bool(trail.ahead)

        def back() -> None:
            trail.back()
            self._show()

        def on() -> None:
            trail.on()
            self._show()

        def leave() -> None:
            if not self.side.clear():
                self.go_back()

        add(
            self,
            Command("help-seek", say("Find in the help"), ("Ctrl F",), AT, self.seek, "search"),
            Command("help-back", say("The page before"), ("Alt ←",), AT, back, when=behind),
            Command("help-on", say("The page after"), ("Alt →",), AT, on, when=ahead),
            Command("help-next", say("Next heading"), ("Ctrl ↓",), AT, lambda: step(1), listed=False),
            Command("help-before", say("Heading before"), ("Ctrl ↑",), AT, lambda: step(-1), listed=False),
            Command("help-leave", say("Back to where you were"), ("Esc",), AT, leave, listed=False),
        )
        for letters in (self.side.list, self.reader):
            find = Command("help-find", say("Find in the help"), ("/",), AT, self.seek, listed=False)
            add(letters, find)

    def _connect(self) -> None:
        def reached(section: "Section") -> None:
            self.context.messages.announce(f"{section.heading}. {section.words()}")

        def opened(address: str) -> None:
            self.read(address)
            self.to_page()

        self.side.picked.connect(self.read)
        self.side.field.textChanged.connect(self.keys_changed)
        self.side.opened.connect(opened)
        self.reader.followed.connect(self._follow)
        self.reader.reached.connect(reached)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_moved)

    def _focus_moved(self) -> None:
        if self.isVisible():
            self.settle()
            self.keys_changed.emit()
