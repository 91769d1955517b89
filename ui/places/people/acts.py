"""What the clerk can do with the roster: each key and its command."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from ui.commands import Command
from ui.place import Where
from ui.places.people.form import ended
from wibdesk.domain.dates import short_date
from wibdesk.domain.people import Group, Person
from wibdesk.language import later, say
from wibdesk.services import people as verbs

if TYPE_CHECKING:
    from ui.places.people.place import PeoplePlace

WHERE = later("people")


class PeopleActs(QObject):
    """Runs the commands on the person that is chosen."""

    def __init__(self, place: "PeoplePlace") -> None:
        super().__init__(place)
        self.place, self.context = place, place.context
        self._connect()
        self._register()

    def open(self) -> None:
        """Open the form of the chosen person."""
        person = self.place.person()
        if person is not None:
            self.place.form.show_record(person)
            self._open(self.place.form)
            self.place.form.start()

    def new(self) -> None:
        """Open the form for somebody new; without a body, set one up first."""
        if not self.place.body_id:
            self.context.go("body", Where())
            return
        chosen = self.place.person()
        self.place.new_form.show_for(self.place.body_id, chosen.group if chosen else Group.MEMBER)
        self._open(self.place.new_form)
        self.place.new_form.start()

    def paste(self) -> None:
        """Open the panel that reads pasted lines."""
        if self.place.body_id:
            self.place.page.open_panel(self.place.pasting, width=440)
            self.place.keys_changed.emit()
            self.place.pasting.start()

    def back(self) -> None:
        """Put the panel away and go back to the roster."""
        self.place.page.close_panel()
        self.place.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.place.keys_changed.emit()

    def follow(self, person: Person | None) -> None:
        """Show the newly chosen person in the form that is open, when what it holds could be kept."""
        form = self.place.form
        if self.place.page.panel is form and person is not None and form.record.id != person.id and form.settle():
            form.show_record(person)

    def end_term(self) -> None:
        """End the term of the chosen person today."""
        person, today = self.place.person(), self.place.today()
        if person is not None:
            words = say("Term of {prints_as} ends {date}", prints_as=person.prints_as, date=short_date(today))
            self.context.operations.write(verbs.change_person, ended(person, today), undo=words)

    def remove(self) -> None:
        """Take the chosen person off the roster."""
        person = self.place.person()
        if person is not None:
            words = say("{prints_as} taken off the roster", prints_as=person.prints_as)
            self.context.operations.write_once(verbs.remove_person, person.id, once=person.id, undo=words)
            self.place.table.drop(person.id)

    def _connect(self) -> None:
        place = self.place
        place.table.opened.connect(self.open)
        place.new_button.clicked.connect(self.new)
        place.paste_button.clicked.connect(self.paste)
        place.form.kept.connect(self._keep)
        place.form.closed.connect(self.back)
        place.new_form.made.connect(self._add)
        place.new_form.cancelled.connect(self.back)
        place.pasting.taken.connect(self._take_pasted)
        place.pasting.cancelled.connect(self.back)
        place.pasting.told.connect(place.keys_changed)

    def _register(self) -> None:
        place, at = self.place, WHERE
        chosen, some = lambda: place.person() is not None, lambda: bool(place.body_id)
        self.context.commands.add(
            place.table,
            Command("person-new", say("New person"), ("N",), at, self.new, "user-plus"),
            Command("person-open", say("Change the person"), ("F2",), at, self.open, "pencil", when=chosen),
            Command("person-paste", say("Paste many people"), ("Ctrl V",), at, self.paste, "copy", when=some),
            Command("person-end", say("End the term today"), ("E",), at, self.end_term, "log-out", when=chosen),
            Command("person-remove", say("Remove from the roster"), ("Del",), at, self.remove, "trash-2", when=chosen),
            Command("person-past", say("Show or hide past members"), ("F",), at, place.past.click, "history"),
            Command("person-body", say("Choose the body"), ("B",), at, place.open_menu, "building-2", when=some),
            Command("person-find", say("Find a person"), ("/",), at, place.finder.start, "search"),
        )
        self.context.commands.add(
            place,
            Command("person-seek", say("Find a person"), ("Ctrl F",), at, place.finder.start, "search", listed=False),
            Command("roster-body", say("Change the body"), (), at, self._change_body, "building-2", when=some),
            Command(
                "roster-print", say("See the attendance register"), ("Ctrl P",), at, self._preview, "printer", when=some
            ),
        )

    def _preview(self) -> None:
        """Show who was at the last meetings of the body: the paper of its people."""
        self.context.go("preview", Where(body_id=self.place.body_id, note="register"))

    def _open(self, panel: QWidget) -> None:
        self.place.page.open_panel(panel)
        self.place.keys_changed.emit()

    def _keep(self, person: Person) -> None:
        self.context.operations.write(
            verbs.change_person, person, undo=say("{prints_as} changed", prints_as=person.prints_as)
        )

    def _add(self, person: Person) -> None:
        self.place.wanted = person.id
        self.context.operations.write_once(
            verbs.add_person,
            person,
            undo=say("{prints_as} is on the roster", prints_as=person.prints_as),
            then=self._added,
        )

    def _added(self, person: Person) -> None:
        self.place.new_form.fresh = True
        self.back()

    def _take_pasted(self, text: str) -> None:
        self.context.operations.write_once(
            verbs.add_members, self.place.body_id, text, undo=say("People put on the roster"), then=self._pasted
        )

    def _pasted(self, people: tuple[Person, ...]) -> None:
        self.place.pasting.clear()
        self.place.wanted = people[0].id
        self.place.show_rows()
        self.back()

    def _change_body(self) -> None:
        self.context.go("body", Where(body_id=self.place.body_id))
