"""The People place: the roster of one body, by group, with find, past members and a form beside it."""

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.panels.body_menu import open_body_menu
from ui.panels.find_strip import FindStrip
from ui.panels.page import Page
from ui.panels.pasting import Pasting
from ui.panels.register_place import RegisterPlace, stacked
from ui.place import Where
from ui.places.people.acts import PeopleActs
from ui.places.people.form import NewPersonForm, PersonForm
from ui.places.people.rows import COLUMNS, NARROW, READ_COLUMNS, count_words, read_rows, roster_rows
from ui.tables import Table
from ui.widgets.button import Button
from ui.widgets.chips import FilterChip
from ui.widgets.empty import Empty
from wibdesk.changes import BODIES, PEOPLE, Changes
from wibdesk.domain.bodies import Body
from wibdesk.domain.people import Person, read_members
from wibdesk.language import counted, later, say
from wibdesk.services import bodies as body_verbs
from wibdesk.services import people as verbs

if TYPE_CHECKING:
    from ui.context import Context


class PeoplePlace(RegisterPlace):
    """Who belongs to a body; lines can be pasted, a term ended, and nobody is lost who left."""

    place_id: ClassVar[str] = "people"
    word: ClassVar[str] = later("People")
    icon: ClassVar[str] = "users"
    narrow_below = NARROW

    def __init__(self, context: "Context") -> None:
        super().__init__(context)
        theme = context.theme
        self.bodies: tuple[Body, ...] = ()
        self.people: tuple[Person, ...] = ()
        self.body_id, self.wanted = context.settings.now.last_body, ""
        self.table = Table(theme, COLUMNS, say("Roster"), height=47)
        self.empty = Empty(theme, "", "", keys=[("N", say("new person")), ("Ctrl V", say("paste many"))], edge=28)
        self.past = FilterChip(theme, say("Past members"))
        self.body_button = Button(theme, say("Choose body"), icon="building-2", key="B")
        self.paste_button = Button(theme, say("Paste many"), icon="copy", key="Ctrl V")
        self.new_button = Button(theme, say("New person"), icon="user-plus", key="N")
        self.finder = FindStrip(theme, say("Find a person"), filters=(self.past,), always=True)
        self.form, self.new_form = PersonForm(theme, self.today), NewPersonForm(theme, self.today)
        self.pasting = Pasting(
            theme, say("Paste many"),
            say("One a line: name, role, organisation. “In attendance:” heads the lines below it."),
            columns=READ_COLUMNS, read=lambda text: read_rows(read_members(text, "")), height=47,
            add=lambda number: counted(number, "Add {number} person", "Add {number} people"),
        )  # fmt: skip
        buttons = (self.body_button, self.paste_button, self.new_button)
        self.page = Page(theme, say("People"), self._main(), buttons=buttons, strips=(self.finder,))
        for panel in (self.form, self.new_form, self.pasting):
            panel.setParent(self)  # until it is first opened it belongs to nobody else
            panel.hide()
        self.acts = PeopleActs(self)
        self._connect()

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the roster, or of the form that is open."""
        if self.page.has_panel():
            return [
                ("Tab", say("next")),
                ("Ctrl Enter", self.page.wish()),
                ("Ctrl K", say("any command")),
                ("Esc", say("back to the list")),
            ]
        if self.finder.keys():
            return self.finder.keys()
        past = say("hide past") if self.past.isChecked() else say("past members")
        return [
            ("↑ ↓", say("move")), ("Enter", say("open", "do it")),
            ("N", say("new person")), ("Ctrl V", say("paste many")),
            ("E", say("end term")),
            ("F", past), ("B", say("choose body")), ("/", say("find")), ("Ctrl K", say("any command")),
        ]  # fmt: skip

    def enter(self, where: Where) -> None:
        """Show the roster of a body; without one, of the body shown last."""
        if where.body_id is not None:
            self.body_id = where.body_id
        self.wanted = where.note
        if not self.page.has_panel():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    def leave(self) -> None:
        """Keep what was changed in the form."""
        if self.form.isVisible():
            self.form.settle()

    def panels(self) -> list[QWidget]:
        """Return find, roster and the panel beside it."""
        return [self.finder.field, self.table, *([self.page.panel] if self.page.panel else [])]

    def today(self) -> date:
        """Return the day by the desk's clock."""
        return self.context.desk.now().date()

    def refresh(self) -> None:
        """Read bodies and roster again."""
        self.context.operations.read(body_verbs.bodies, then=self._show_bodies)

    def choose_body(self, body_id: str) -> None:
        """Show the roster of this body and remember it."""
        self.body_id = body_id
        self.context.settings.change(last_body=body_id)
        self.refresh()

    def open_menu(self) -> None:
        """Open the menu of bodies."""
        names = [(body.id, body.name) for body in self.bodies]
        open_body_menu(self.context.theme, self.window(), names, self.body_id, self.choose_body, every=False)

    def person(self) -> Person | None:
        """Return the chosen person."""
        row = self.table.current_row()
        return row.data if row is not None else None

    def show_rows(self) -> None:
        """Lay the rows out again for the words to find and the past members."""
        words = self.finder.words()
        rows = roster_rows(self.people, self.today(), past=self.past.isChecked(), words=words, narrow=self.narrow)
        self.table.set_rows(rows)
        if self.wanted and self.table.choose(self.wanted):
            self.wanted = ""
        if self.table.current_row() is None:
            self.table.choose_first()
        self.finder.count.setText(count_words(self.people, sum(not row.group for row in rows), self.today()))
        self._say_empty(words, bool(rows))
        self.keys_changed.emit()

    def lay_again(self) -> None:
        """Say on the second line what a narrow table has no column for."""
        self.show_rows()

    def _show_bodies(self, bodies: tuple[Body, ...]) -> None:
        self.bodies = bodies
        names = {body.id: body.name for body in bodies}
        if self.body_id not in names:
            self.body_id = bodies[0].id if bodies else ""
        self.page.set_words(say("People"), names.get(self.body_id, ""))
        if self.body_id:
            self.context.operations.read(verbs.roster, self.body_id, then=self._show_people)
        else:
            self._show_people(())

    def _show_people(self, people: tuple[Person, ...]) -> None:
        self.people = people
        self.show_rows()

    def _say_empty(self, words: str, some: bool) -> None:
        if words:
            self.empty.say(
                say("Nobody found"),
                say("Nobody on this roster fits “{words}”. Esc shows all of them again.", words=words),
            )
        elif not self.bodies:
            self.empty.say(say("No body yet"), say("People belong to a body: N sets one up with its members."))
        elif self.people:
            self.empty.say(say("Nobody serves now"), say("Everybody on this roster has left: F shows them."))
        else:
            self.empty.say(say("Nobody on the roster yet"), say("N adds one person, Ctrl V reads a list of them."))
        self.empty.setVisible(not some)

    def _main(self) -> QWidget:
        main = QWidget()
        main.setLayout(stacked(self.empty, self.table, fill=1))
        return main

    def _connect(self) -> None:
        self.fill(self.page)
        self.past.toggled.connect(self.show_rows)
        self.finder.changed.connect(self.show_rows)
        self.finder.left.connect(self.table.setFocus)
        self.finder.reached.connect(self.keys_changed)
        self.body_button.clicked.connect(self.open_menu)
        self.table.chosen.connect(self._row_chosen)
        self.context.events.changed.connect(self._changed)

    def _row_chosen(self, row: Any) -> None:
        self.acts.follow(row.data if row is not None else None)

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches(PEOPLE, BODIES):  # entering reads everything again
            self.refresh()
