"""The section about the desk: version, where everything lies, whose work is shipped, what support needs."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from ui.places.settings.licence_text import LicenceText
from ui.tables import Column, Table, TableRow
from ui.widgets.button import Button
from ui.widgets.empty import Empty
from ui.widgets.fields import LineField
from ui.widgets.labels import Label, column, hold, row
from wibdesk import __version__, paths
from wibdesk.components import Component, shipped_components
from wibdesk.language import counted, later, say
from wibdesk.support import register_size, support_text

if TYPE_CHECKING:
    from ui.context import Context

ABOUT = later("Free and open: MIT licence. Nothing is sent anywhere unless you send it.")
LEAST = 200  # the least height of the list, a length of the design
AROUND_LIST, AROUND_TEXT = 364, 200  # what stands above and below them, lengths of the design


class AboutPart(QWidget):
    """Version and folders, a list of what is shipped; Enter shows the text of a licence."""

    def __init__(self, context: "Context", components: tuple[Component, ...] | None = None) -> None:
        super().__init__()
        self.context = context
        theme = context.theme
        self.components = shipped_components() if components is None else components
        self.support_button = Button(theme, say("Copy what support needs"), icon="copy")
        self.support_button.clicked.connect(self.copy_support)
        self.finder = LineField(theme, hint=say("Find in what is shipped"), icon="search")
        self.finder.setAccessibleName(say("Find in what is shipped"))
        self.finder.textChanged.connect(self.show_rows)
        self.count = Label(theme, "", "small", "muted")
        columns = (Column(say("Name")), Column(say("Version"), 110, least=520), Column(say("Licence"), 270))
        self.table = Table(theme, columns, say("What is shipped"), height=34)
        self.table.opened.connect(self.open_licence)
        self.empty = Empty(theme, say("Nothing found"), say("Nothing that is shipped has these words."), edge=0)
        self.text = LicenceText(theme)
        self.text.left.connect(self.close_licence)
        top = row(theme, Label(theme, f"WIBDesk {__version__}", "title"), None, self.support_button)
        facts = [_fact(theme, name, words) for name, words in self.places()]
        self.head = hold(column(theme, top, Label(theme, say(ABOUT), "body", "muted", wrap=True), *facts, spacing=8))
        shipped = Label(theme, say("Whose work is shipped"), "heading")
        tools = row(theme, self.finder, (self.count, 1))
        self.shelf = hold(column(theme, shipped, tools, self.table, self.empty, spacing=10))
        self.setLayout(column(theme, self.head, self.shelf, self.text, spacing=20))
        self.text.hide()
        self.setFocusProxy(self.support_button)
        theme.changed.connect(self.restyle)
        self.show_rows()

    def places(self) -> list[tuple[str, str]]:
        """Return where the clerk's files lie, by name."""
        context = self.context
        desk, settings = getattr(context, "desk", None), context.settings.path
        register = str(desk.register) if desk is not None else say("not open")
        return [
            (say("Register"), register),
            (say("Settings"), str(settings) if settings is not None else say("kept in memory only")),
            (say("Log"), str(paths.state_folder())),
        ]

    def show_rows(self) -> None:
        """List what fits the words to find."""
        words = self.finder.text()
        found = [component for component in self.components if component.fits(words)]
        self.table.set_rows([_row(number, component) for number, component in enumerate(found)])
        self.restyle()
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        if not self.components:
            self.empty.say(say("The list of what is shipped is not here"), say("Set the desk up again to have it."))
        self.count.setText(counted(len(found), "{number} component", "{number} components"))

    def open_licence(self, chosen: Any) -> None:
        """Show the text of a licence in place of the list."""
        self.text.show_component(chosen.data)
        self.restyle()
        self.head.hide()
        self.shelf.hide()
        self.text.show()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_licence(self) -> None:
        """Show the list again, at the row that was opened."""
        self.text.hide()
        self.head.show()
        self.shelf.show()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def step_back(self) -> bool:
        """Put the text of a licence away; say whether one was shown."""
        shown = not self.text.isHidden()
        if shown:
            self.close_licence()
        return shown

    def copy_support(self) -> None:
        """Put what support needs on the clipboard."""
        QGuiApplication.clipboard().setText(self.support())
        self.context.messages.say(say("What support needs is on the clipboard: paste it into a message"))

    def support(self) -> str:
        """Return what support needs: versions, screen, choices of look, size of the register, the log."""
        context, screen = self.context, self.screen()
        now, desk = context.settings.now, getattr(context, "desk", None)
        facts = {
            "Qt": qVersion(),
            "Window system": QGuiApplication.platformName(),
            "Screen": f"{screen.size().width()} x {screen.size().height()}, {screen.devicePixelRatio():g}",
            "Look": f"{now.theme}, {now.text_scale:g}, {now.minutes_face}, {now.motion}",
        }
        if desk is not None:
            facts["Register"] = register_size(desk.register)
        return support_text(facts, paths.state_folder() / "wibdesk.log")

    def restyle(self) -> None:
        """Give the list, in whole rows, and the text what the window leaves at the text size in force."""
        px, high = self.context.theme.px, self.window().height()
        self.table.fit_rows(max(high - px(AROUND_LIST), px(LEAST)))
        self.text.setFixedHeight(max(high - px(AROUND_TEXT), px(160)))
        self.finder.setFixedWidth(px(260))


def _fact(theme: Any, name: str, words: str) -> QWidget:
    caption = Label(theme, name, "strong")
    caption.setMinimumWidth(theme.px(90))
    value = Label(theme, words, "body", "muted", wrap=True)
    value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    value.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # of the mouse alone, not a stop that no key leads to
    caption.setAlignment(Qt.AlignmentFlag.AlignTop)
    _wrap_anywhere(value)
    return hold(row(theme, caption, (value, 1), spacing=12))


def _wrap_anywhere(label: QLabel) -> None:
    """Let a long path break at its strokes: it has no blanks."""
    label.setText(label.text().replace("/", "/\u200b").replace("\\", "\\\u200b"))


def _row(number: int, component: Component) -> TableRow:
    cells = (component.name, component.version, component.licence)
    sentence = ", ".join(part for part in (*cells, component.copyright) if part)
    return TableRow(
        row_id=f"{component.name} {component.version} {number}", cells=cells, sentence=sentence, data=component
    )
