"""The form of one person, new or on the roster."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal

from ui.panels.record_form import EditForm, RecordForm
from ui.panels.written import Today, WrittenDate
from ui.theme import Theme
from ui.widgets.choice import Tick
from ui.widgets.fields import DropField, Field, LineField
from wibdesk.domain.people import Group, Person, initials_of
from wibdesk.language import say

GROUPS = [(group.value, group.words) for group in Group]
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


class PersonFields:
    """The fields of a person, laid into a form."""

    def __init__(self, form: RecordForm, today: Today) -> None:
        theme = form.theme
        self.name, self.printed, self.role = LineField(theme), LineField(theme), LineField(theme)
        self.organisation, self.email, self.initials = LineField(theme), LineField(theme), LineField(theme)
        self.group, self.chair = DropField(theme, GROUPS), Tick(theme, say("Takes the chair"))
        self.name_field = form.add(say("Name"), self.name)
        form.add(say("Prints as"), self.printed, say("With title and honours; empty means as the name."))
        form.add(say("Role"), self.role)
        form.add(say("Organisation"), self.organisation)
        self.email_field = form.add(say("E-mail"), self.email)
        form.add_pair((say("Group"), self.group), (say("Initials"), self.initials))
        form.add_widget(self.chair)
        first, last = form.add_pair((say("From"), LineField(theme)), (say("To"), LineField(theme)))
        self.first, self.last = WrittenDate(first, today), WrittenDate(last, today)
        self.name.textChanged.connect(self._offer_initials)

    def fill(self, person: Person) -> None:
        """Put a person into the fields."""
        lines = (
            (self.name, person.name), (self.printed, person.printed), (self.role, person.role),
            (self.organisation, person.organisation), (self.email, person.email), (self.initials, person.initials),
        )  # fmt: skip
        for line, words in lines:
            line.setText(words)
            line.setCursorPosition(0)
        self.group.choose(person.group.value)
        self.chair.setChecked(person.chair)
        self.first.show(person.from_date)
        self.last.show(person.to_date)

    def faults(self) -> list[tuple[Field, str]]:
        """Return what cannot be read."""
        email, first, last = self.email.text().strip(), self.first.day(), self.last.day()
        before = bool(first and last and last < first)
        return [
            (self.name_field, "" if self.name.text().strip() else say("A person on the roster needs a name.")),
            (
                self.email_field,
                "" if not email or EMAIL.fullmatch(email) else say("“{email}” is no e-mail address.", email=email),
            ),
            (self.first.field, self.first.trouble()),
            (self.last.field, self.last.trouble() or (say("The last day is before the first.") if before else "")),
        ]

    def read(self, person: Person) -> Person:
        """Return the person as typed."""
        return replace(
            person,
            name=" ".join(self.name.text().split()),
            printed=self.printed.text().strip(),
            role=self.role.text().strip(),
            organisation=self.organisation.text().strip(),
            email=self.email.text().strip(),
            initials=self.initials.text().strip(),
            group=Group(self.group.chosen()),
            chair=self.chair.isChecked(),
            from_date=self.first.day(),
            to_date=self.last.day(),
        )

    def _offer_initials(self, words: str) -> None:
        self.initials.setPlaceholderText(initials_of(words))


class PersonForm(EditForm):
    """A person on the roster."""

    def __init__(self, theme: Theme, today: Today) -> None:
        super().__init__(theme, say("Person"))
        self.person = PersonFields(self, today)

    def fill(self, record: Any) -> None:
        """Put a person into the fields."""
        self.set_heading(record.prints_as)
        self.person.fill(record)

    def faults(self) -> list[tuple[Field, str]]:
        """Return what cannot be read."""
        return self.person.faults()

    def words(self) -> tuple[str, ...]:
        """Return what stands in the fields, the tick among them."""
        return (*super().words(), str(self.person.chair.isChecked()))

    def read(self) -> Person:
        """Return the person as typed."""
        return self.person.read(self.record)


class NewPersonForm(RecordForm):
    """Somebody new; `made` carries the person, the draft stays until then."""

    made = Signal(object)

    def __init__(self, theme: Theme, today: Today) -> None:
        super().__init__(theme, say("New person"), say("Put on the roster"), cancel=say("Close, keep the draft"))
        self.person = PersonFields(self, today)
        self.body_id = ""
        self.saved.connect(self._make)

    def show_for(self, body_id: str, group: Group = Group.MEMBER) -> None:
        """Ask for a new person of a body; a draft is left as it is."""
        self.body_id = body_id
        if self.fresh:
            self.person.fill(Person(body_id, "", group=group))
            self.clear_trouble()
            self.fresh = False

    def faults(self) -> list[tuple[Field, str]]:
        """Return what cannot be read."""
        return self.person.faults()

    def _make(self) -> None:
        if self.sound():
            self.made.emit(self.person.read(Person(self.body_id, "")))


def ended(person: Person, day: date) -> Person:
    """Return a person whose term ends on that day."""
    return replace(person, to_date=day)
