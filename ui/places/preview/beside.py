"""The panel beside the pages: whom it is for, findings, house style, file name and folder, and the ways out."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from ui.panels.register_place import stacked
from ui.places.preview.audience import FULL, Audience
from ui.places.preview.options import Options
from ui.places.preview.rows import CheckList
from ui.places.preview.ways_out import FORMATS, WaysOut
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.fields import DropField, Field, LineField
from ui.widgets.labels import Label, column, hold, row
from ui.widgets.pane import Pane, Rule, Scroll
from wibdesk.language import later, say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.places.preview.looking import Looked
    from ui.places.preview.papers import Order

WIDTH = 304
LOW = 340  # the height, a length of the design, in which the fields of a password want all the room there is
ROOM = 16_777_215  # Qt's own word for as wide as you like
NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
NOT_OVER = later("A file that was edited is never written over: the next one gets a number of its own.")


class Beside(Pane):
    """`check_wished` leads to the place of a finding, `style_wished` carries the house style chosen."""

    check_wished = Signal(object)
    style_wished = Signal(str)

    def __init__(self, theme: Theme, folder: str) -> None:
        super().__init__(theme, "panel", "l", width=WIDTH)
        self.proposed = ""
        self.options, self.audience, self.list = Options(theme), Audience(theme), CheckList(theme)
        self.name, self.folder = LineField(theme), LineField(theme, folder or documents_folder())
        self.styles = DropField(theme)
        self.style_field = Field(theme, say("House style"), self.styles)
        self.letterhead = Label(theme, "", "small", "muted", wrap=True)
        self.style_button = Button(theme, say("Change the house style"), "quiet", icon="pencil", key="E")
        self.name_field = Field(theme, say("File name"), self.name, say("The ending is added by itself."))
        self.folder_field = Field(theme, say("Folder"), self.folder, say(NOT_OVER))
        self.out = WaysOut(theme)
        self.scroller = Scroll(self._page())
        self.setLayout(stacked(self.scroller, self.out))
        self.out.protection.turned.connect(self._make_room)
        self.list.opened.connect(lambda found: self.check_wished.emit(found.check))
        self.styles.picked.connect(self.style_wished)

    def stop(self) -> QWidget:
        """Return what S and F6 reach here: the version where there are two, else the findings."""
        return self.list if self.audience.two.isHidden() else self.audience.choice

    def show_style(self, order: "Order") -> None:
        """Show the house style in force, why it cannot be changed, and what else the papers are set on."""
        self.styles.set_options(
            [(name, style.label) for name, style in order.gathered.styles.items()], order.style.name
        )
        why_fixed = order.why_style_fixed()
        self.styles.setEnabled(not why_fixed)
        self.style_field.help = why_fixed
        self.style_field.set_trouble()
        letterhead = order.gathered.material.letterhead
        there = {say("its Word template"): letterhead.template, say("its logo"): letterhead.logo}
        own = say(" and ").join(words for words, file in there.items() if file is not None)
        self.letterhead.setText(say("The body brings {own}.", own=own) if own else "")
        self.letterhead.setVisible(bool(own))
        self.style_button.setVisible(order.body is not None)

    def show_version(self, looked: "Looked") -> None:
        """Show whom the paper is for, and what is left out."""
        left_out = looked.document.left_out if looked.document is not None else ()
        refused = looked.document is None
        self.audience.show_version(looked.order.edition.value, left_out, two=looked.two, refused=refused)
        self.out.allow(not refused)
        self.out.protection.urge(looked.two and not refused and looked.order.edition.value == FULL)

    def propose(self, name: str) -> None:
        """Propose a file name; one that the clerk typed stays until something else is proposed."""
        if name != self.proposed:
            self.proposed = name
            self.name.setText(name)
            self.name.setCursorPosition(0)
            self.out.say_saved("")
            self.out.forget_password()

    def target(self) -> tuple[Path, str] | None:
        """Return folder and name to save to; None where the name cannot be one, which is then said at the field."""
        name = self.name.text().strip()
        for ending in FORMATS:
            name = name[: -len(ending) - 1] if name.lower().endswith(f".{ending}") else name
        trouble = name_trouble(name)
        self.name_field.set_trouble(trouble)
        if trouble:
            self.name_field.setFocus()
            return None
        folder = self.folder.text().strip() or documents_folder()
        return Path(folder).expanduser(), name

    def fit(self, width: float | None) -> None:
        """Take a width of the design, or all the room there is."""
        if width is None:
            self.setMinimumWidth(0)
            self.setMaximumWidth(ROOM)
        self.set_width(width)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Give the room to the fields of a password where it is low."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        self.scroller.setVisible(not self.out.protection.opened or self.height() >= self.theme.px(LOW))

    def _page(self) -> QWidget:
        t = self.theme
        fields = column(
            t, Rule(t), self.style_field, self.letterhead, row(t, self.style_button, None), self.name_field,
            self.folder_field, spacing=8, margins=(20, 8, 18, 16),
        )  # fmt: skip
        head = row(t, (Label(t, say("Before it goes out"), "heading"), 1), margins=(20, 18, 18, 8))
        return hold(column(t, head, self.options, self.audience, self.list, fields, None, spacing=0))


def documents_folder() -> str:
    """Return the clerk's own folder for documents, else the home folder."""
    where = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return where if where and Path(where).is_dir() else str(Path.home())


def name_trouble(name: str) -> str:
    """Return what is wrong with a file name that the clerk typed, empty when nothing is."""
    if not name.strip(" ."):
        return say("A file needs a name.")
    if found := NOT_IN_NAMES.search(name):
        return say("A file name cannot hold “{group}”.", group=found.group())
    if len(name.encode()) > 200:
        return say("This name is too long for a file: shorten it.")
    return ""
