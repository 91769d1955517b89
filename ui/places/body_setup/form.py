"""The fields of a body, and its members pasted as lines with what was read of them beside."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.tables import Column, Table, TableRow
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.fields import DropField, Field, LineField, TextField, field
from ui.widgets.labels import Label, column, row
from ui.widgets.pane import Pane
from wibdesk.domain.bodies import LONGEST_NAME, PROFILES, STANDING_ITEMS, Body
from wibdesk.domain.paper_words import write
from wibdesk.domain.people import Person, read_members
from wibdesk.domain.quorum import PROFILE_RULES, read_rule
from wibdesk.language import counted, later, say, say_pairs

COLUMNS = (
    Column(later("Name")),
    Column(later("Role"), 210),
    Column(later("Organisation"), 180, least=620),
    Column(later("As"), 132, least=500),
)
AS_WORDS = {"member": later("Member"), "in_attendance": later("In attendance"), "observer": later("Observer")}
NOTES = (
    later("As it stands on its papers."),
    later("Which rules the desk reminds you of."),
    later("How its minutes look in Word and PDF."),
    later("One a line; every new agenda begins with them."),
    "",
)
QUORUM_NOTE = later("A number or a share of the members, as 5 or 1/3. Empty means {}.")
SHARES = {Fraction(1, 4): later("a quarter"), Fraction(1, 3): later("a third"), Fraction(1, 2): later("half")}
MEMBERS_NOTE = later(
    "One a line: name, role, organisation. A line “In attendance:” or “Observers:” heads the lines below it."
)
EXAMPLE = later(
    "Helen Ferrer, Chair, Norbury Council\nDr P Hart, Medical director, Norbury ICB\n\nIn attendance:\nJ Amari, Clerk"
)


class PatientDrop(DropField):
    """A list that the register fills: keys pressed before that are done as soon as it is there."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.early: list[QKeyEvent] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep a key while there is nothing to choose from."""
        if self.count():
            super().keyPressEvent(event)
        else:
            self.early.append(event.clone())

    def fill(self, options: Sequence[tuple[str, str]], chosen: str = "") -> None:
        """Offer these, and do what was pressed before they were there."""
        self.set_options(options, chosen)
        early, self.early = self.early, []
        for event in early:
            super().keyPressEvent(event)


class BodyFields(Pane):
    """Name, profile, house style, standing items and quorum."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "sheet", width=340)
        self.name = LineField(theme)
        self.profile = DropField(theme, say_pairs(PROFILES.items()))
        self.style_field = PatientDrop(theme)
        self.style_button = Button(theme, say("Open house style and letterhead"), "quiet", icon="book-open")
        self.standing, self.quorum = TextField(theme, lines=6), LineField(theme)
        self.name_field = field(theme, say("Name of the body"), self.name)
        self.quorum_field = field(theme, say("Quorum"), self.quorum)
        self.fields = [
            self.name_field,
            field(theme, say("Profile"), self.profile),
            field(theme, say("House style"), self.style_field),
            field(theme, say("Standing items"), self.standing),
            self.quorum_field,
        ]
        *first, standing, quorum = self.fields
        parts = (*first, row(theme, self.style_button, None), standing, quorum, None)
        self.setLayout(column(theme, *parts, spacing=14, margins=(28, 4, 20, 20)))
        for made, note in zip(self.fields, map(say, NOTES), strict=True):
            made.help = note
            made.set_trouble()
        self.name.textEdited.connect(lambda _: self.name_field.set_trouble())
        self.quorum.textEdited.connect(lambda _: self.quorum_field.set_trouble())
        self.profile.currentIndexChanged.connect(self._say_quorum)
        self._say_quorum()

    def fill(self, body: Body) -> None:
        """Put a body into the fields."""
        self.name.setText(body.name)
        self.profile.choose(body.profile_name)
        self.style_field.choose(body.style_name)
        self.standing.setPlainText("\n".join(body.standing_items))
        self.quorum.setText(body.quorum or "")
        for made in (self.name_field, self.quorum_field):
            made.set_trouble()

    def sound(self) -> bool:
        """Say at each field what is wrong with it, go to the first, and return whether nothing is."""
        wrong = self.faults()
        for made in (self.name_field, self.quorum_field):
            made.set_trouble(wrong.get(made, ""))
        if wrong:
            next(iter(wrong)).widget.setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong

    def faults(self) -> dict[Field, str]:
        """Return the fields that cannot be kept as they are, each with what is wrong with it."""
        found = {self.name_field: self._name_fault(), self.quorum_field: self._quorum_fault()}
        return {made: words for made, words in found.items() if words}

    def _name_fault(self) -> str:
        name = " ".join(self.name.text().split())
        if not name:
            return say("A body needs a name: type it as it stands on its papers.")
        if len(name) > LONGEST_NAME:
            return say(
                "The name is {number:,} letters long: shorten it to {longest_name} or fewer.",
                number=len(name),
                longest_name=LONGEST_NAME,
            )
        return ""

    def read(self, body: Body) -> Body:
        """Return the body as typed; a choice left as it was leaves None where it was None."""
        lines = (" ".join(line.split()) for line in self.standing.toPlainText().splitlines())
        profile, style = self.profile.chosen(), self.style_field.chosen()
        return replace(
            body,
            name=" ".join(self.name.text().split()),
            profile=body.profile if profile == body.profile_name else profile,
            house_style=body.house_style if style == body.style_name else style,
            standing_items=tuple(line for line in lines if line),
            quorum=" ".join(self.quorum.text().split()) or None,
        )

    def _quorum_fault(self) -> str:
        typed = self.quorum.text().strip()
        return (
            ""
            if not typed or read_rule(typed)
            else say("“{typed}” is no number or share: type 5, 1/3 or one half.", typed=typed)
        )

    def _say_quorum(self) -> None:
        self.quorum_field.help = say(QUORUM_NOTE).format(rule_words(self.profile.chosen()))
        self.quorum_field.set_trouble(self._quorum_fault())


class MemberLines(Pane):
    """Lines pasted or typed, and the people read from them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "sheet")
        self.text = TextField(theme, lines=7, hint=say(EXAMPLE))
        self.table = Table(theme, COLUMNS, say("Members as read"), height=34, edge=16)
        self.count = Label(theme, "", "strong")
        self.count.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.text_field: Field = field(theme, say("Members"), self.text)
        self.setLayout(
            column(theme, self.text_field, self.count, (self.table, 1), None, spacing=10, margins=(20, 4, 28, 20))
        )
        self.text_field.help = say(MEMBERS_NOTE)
        self.text_field.set_trouble()
        self.text.textChanged.connect(self._read_out)
        self._read_out()

    def people(self) -> tuple[Person, ...]:
        """Return the people that were read."""
        return read_members(self.text.toPlainText(), "")

    def _read_out(self) -> None:
        people = self.people()
        self.table.set_rows([_row(person, number) for number, person in enumerate(people, 1)])
        self.table.setVisible(bool(people))
        if people:
            self.count.setText(counted(len(people), "{number} person read", "{number} people read"))
        else:
            self.count.setText(say("Nobody yet: members can also be added later, in People"))


def rule_words(profile: str) -> str:
    """Return the quorum of a profile in words, as `a third, at least 3`."""
    rule = PROFILE_RULES.get(profile)
    if rule is None:
        return say("that none is reckoned")
    share = say(SHARES.get(rule.share, str(rule.share)))
    share = say("more than {share}", share=share) if rule.more else share
    return say("{share}, at least {least}", share=share, least=rule.least) if rule.least > 1 else share


def new_body() -> Body:
    """Return what the fields show before anything is typed."""
    return Body("", standing_items=tuple(map(write, STANDING_ITEMS)))


def _row(person: Person, number: int) -> TableRow:
    capacity = say("Chair") if person.chair else say(AS_WORDS[person.group.value])
    return TableRow(row_id=str(number), cells=(person.name, person.role, person.organisation, capacity))
