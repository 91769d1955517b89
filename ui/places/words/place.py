"""The place of words and phrases: three lists under tabs, with find and a form beside them."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.panels.find_strip import FindStrip
from ui.panels.page import Page
from ui.panels.pasting import Pasting
from ui.panels.register_place import RegisterPlace
from ui.place import Where
from ui.places.words.acts import WordsActs
from ui.places.words.forms import ChangeForm, NewForm, offer_bodies
from ui.places.words.rows import READ_COLUMNS, count_words, read_rows, word_rows
from ui.places.words.views import BY_NAME, VIEWS, Record, View
from ui.tables import Table
from ui.widgets.button import Button
from ui.widgets.empty import Empty
from ui.widgets.labels import column, hold
from ui.widgets.tabs import Tabs
from wibdesk.changes import BODIES, PHRASES, TERMS, Changes
from wibdesk.language import later, say
from wibdesk.services import bodies, phrases, terms

if TYPE_CHECKING:
    from ui.context import Context
    from wibdesk.domain.bodies import Body


class WordsPlace(RegisterPlace):
    """What helps with the typing, for every body or one; every change can be undone."""

    place_id: ClassVar[str] = "words"
    word: ClassVar[str] = later("Words and phrases")
    icon: ClassVar[str] = "message-square-quote"

    def __init__(self, context: "Context") -> None:
        super().__init__(context)
        theme = context.theme
        self.bodies: dict[str, str] = {}
        self.known: dict[str, Record] = {}
        self.came_from, self.wanted = "settings", ""
        self.tabs = Tabs(theme, [(view.view, say(view.word)) for view in VIEWS], name=say("Lists of words"))
        self.tables = {
            v.view: Table(theme, v.columns, say(v.word), height=47 if v.view == "phrases" else 38) for v in VIEWS
        }
        self.changing = {view.view: ChangeForm(theme, view) for view in VIEWS}
        self.adding = {view.view: NewForm(theme, view) for view in VIEWS}
        self.pasting = {view.view: _pasting(context, view) for view in VIEWS if view.paste is not None}
        self.empty = Empty(theme, "", "", edge=28)
        self.usual_button = Button(theme, say("Add the usual ones"), icon="plus", key="U")
        self.paste_button = Button(theme, say("Paste many"), icon="copy", key="Ctrl V")
        self.new_button = Button(theme, say("New phrase"), icon="plus", key="N")
        self.finder = FindStrip(theme, say("Find a word or phrase"), always=True)
        buttons = (self.usual_button, self.paste_button, self.new_button)
        strips = (hold(column(theme, self.tabs, margins=(28, 0, 24, 0))), self.finder)
        self.page = Page(theme, say(self.word), self._main(), buttons=buttons, strips=strips)
        self.page.bar.title.setWordWrap(True)
        for panel in (*self.changing.values(), *self.adding.values(), *self.pasting.values()):
            panel.setParent(self)  # until it is first opened it belongs to nobody else
            panel.hide()
        self.acts = WordsActs(self)
        self._connect()

    @property
    def view(self) -> View:
        """The list in sight."""
        return BY_NAME[self.tabs.current()]

    def table(self) -> Table:
        """Return the table in sight."""
        return self.tables[self.view.view]

    def record(self) -> Record | None:
        """Return what is chosen in the list in sight."""
        row = self.table().current_row()
        return row.data if row is not None else None

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the list, or of the form that is open."""
        if self.page.has_panel():
            return [
                ("Tab", say("next")),
                ("Ctrl Enter", self.page.wish()),
                ("Ctrl K", say("any command")),
                ("Esc", say("back to the list")),
            ]
        if self.finder.keys():
            return self.finder.keys()
        paste = [("Ctrl V", say("paste many"))] if self.view.paste is not None else []
        usual = [("U", say("the usual ones"))] if self.view.usual else []
        return [
            ("← →", say("another list")), ("Enter", say("change")), ("N", say("new")), ("Del", say("remove")),
            *usual, *paste,
            ("/", say("find")), ("Ctrl K", say("any command")), ("Esc", say("back")),
        ]  # fmt: skip

    def enter(self, where: Where) -> None:
        """Show the lists; the note may name one of them."""
        before = self.context.settings.now.last_place
        self.came_from = before if before not in ("", self.place_id) else "settings"
        if where.note in BY_NAME:
            self.tabs.choose(where.note)
        self.show_view()
        if not self.page.has_panel():
            self.table().setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    def leave(self) -> None:
        """Keep what was changed in the form."""
        for form in self.changing.values():
            if form.isVisible():
                form.settle()

    def panels(self) -> list[QWidget]:
        """Return tabs, find, the list and the panel beside it."""
        return [self.tabs, self.finder.field, self.table(), *([self.page.panel] if self.page.panel else [])]

    def go_back(self) -> None:
        """Go to the place that led here."""
        self.context.go(self.came_from, Where())

    def refresh(self) -> None:
        """Read bodies, phrases and terms again."""
        read = self.context.operations.read
        read(bodies.bodies, then=self._show_bodies)
        read(_everything, then=self._show_records)

    def show_view(self) -> None:
        """Show the list of the tab that is chosen, and the buttons that act on it."""
        view = self.view
        if self.page.has_panel():
            self.leave()
            self.page.close_panel()
        for name, table in self.tables.items():
            table.setVisible(name == view.view)
        self.new_button.set_words(say(view.said.new))
        shown = {self.usual_button: view.usual, self.paste_button: view.paste is not None, self.new_button: True}
        self.page.buttons = [button for button, wanted in shown.items() if wanted]
        for button, wanted in shown.items():
            button.setVisible(wanted)
        self.page.settle()
        self.show_rows()

    def show_rows(self) -> None:
        """Lay the rows of the list in sight out again for the words to find."""
        view, table, words = self.view, self.table(), self.finder.words()
        held = [record for record in self.known.values() if view.holds(record)]
        rows = word_rows(held, self.bodies, words)
        table.set_rows(rows)
        if self.wanted and table.choose(self.wanted):
            self.wanted = ""
        if table.current_row() is None:
            table.choose_first()
        self.finder.count.setText(count_words(held, sum(not row.group for row in rows), view.said.count))
        self._say_empty(words, bool(rows))
        self.keys_changed.emit()

    def _show_bodies(self, found: "tuple[Body, ...]") -> None:
        self.bodies = {body.id: body.name for body in found}
        for parts in [form.parts for forms in (self.changing, self.adding) for form in forms.values()]:
            offer_bodies(parts, self.bodies)

    def _show_records(self, found: tuple[Record, ...]) -> None:
        self.known = {record.id: record for record in found}
        counts = {view.view: sum(map(view.holds, found)) for view in VIEWS}
        self.tabs.set_counts({name: count for name, count in counts.items() if count})
        self.show_rows()

    def _say_empty(self, words: str, some: bool) -> None:
        if words:
            self.empty.say(
                say("Nothing found"),
                say("Nothing in this list fits “{words}”. Esc shows all of it again.", words=words),
            )
        else:
            self.empty.say(say(self.view.said.none_yet), say(self.view.empty))
        self.empty.setVisible(not some)

    def _main(self) -> QWidget:
        return hold(column(self.context.theme, self.empty, *((table, 1) for table in self.tables.values()), spacing=0))

    def _connect(self) -> None:
        self.fill(self.page)
        self.tabs.currentChanged.connect(self._switched)
        self.finder.changed.connect(self.show_rows)
        self.finder.left.connect(lambda: self.table().setFocus())
        self.finder.reached.connect(self.keys_changed)
        self.usual_button.clicked.connect(self.acts.add_usual)
        self.paste_button.clicked.connect(self.acts.paste)
        self.new_button.clicked.connect(self.acts.new)
        self.context.events.changed.connect(self._changed)

    def _switched(self) -> None:
        self.show_view()
        if not self.tabs.hasFocus():
            self.table().setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches(PHRASES, TERMS, BODIES):  # entering reads everything again
            self.refresh()


def _everything(uow: object) -> tuple[Record, ...]:
    return (*phrases.all_phrases(uow), *terms.all_terms(uow))  # type: ignore[arg-type]  # only handed on


def _pasting(context: "Context", view: View) -> Pasting:
    read = view.paste
    assert read is not None, "asked only of lists that read lines"
    return Pasting(
        context.theme, say(view.said.paste), say(view.paste_note),
        columns=READ_COLUMNS if view.usual else view.columns,
        read=lambda text: read_rows(read(text)), add=view.said.take,
    )  # fmt: skip
