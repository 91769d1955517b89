"""The forms of one phrase, one abbreviation or term, and one word: new, or there already."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor

from ui.panels.record_form import EditForm, RecordForm
from ui.places.words.rows import EVERY, called
from ui.places.words.views import View
from ui.theme import Theme
from ui.widgets.fields import DropField, Field, LineField, TextField
from wibdesk.domain.phrases import Phrase
from wibdesk.domain.terms import Term, TermKind
from wibdesk.language import later, say, say_pairs

KINDS = (
    (TermKind.ABBREVIATION.value, later("Abbreviation, written out")),
    (TermKind.TERM.value, later("Term, offered as you type")),
)
SLOTS = later(
    "{item}, {meeting}, {date}, {chair} and {presenter} fill by themselves; {person} or a word of your own waits."
)
FIRST_USE = later("In capitals, as CLA, it is written out at its first use in a meeting; in small letters, each time.")


class Fields(Protocol):
    """The fields of a record, laid into a form."""

    body: DropField

    def fill(self, record: Any) -> None:
        """Put a record into the fields."""

    def faults(self) -> list[tuple[Field, str]]:
        """Return what is missing."""

    def read(self, record: Any) -> Any:
        """Return the record as typed."""


class PhraseFields:
    """The fields of a phrase."""

    def __init__(self, form: RecordForm) -> None:
        theme = form.theme
        self.text, self.name, self.body = TextField(theme, lines=5), LineField(theme), DropField(theme)
        self.text.setTabChangesFocus(True)
        self.text_field = form.add(say("Phrase"), self.text, say(SLOTS))
        form.add(say("Name in the list"), self.name, say("Empty means its first words."))
        form.add(say("For"), self.body)

    def fill(self, record: Phrase) -> None:
        """Put a phrase into the fields."""
        self.text.setPlainText(record.text)
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.name.setText(record.name)
        self.body.choose(record.body_id or "")

    def faults(self) -> list[tuple[Field, str]]:
        """Return what is missing."""
        return [(self.text_field, "" if self.text.toPlainText().strip() else say("A phrase needs its words."))]

    def read(self, record: Phrase) -> Phrase:
        """Return the phrase as typed."""
        text, name = " ".join(self.text.toPlainText().split()), " ".join(self.name.text().split())
        return replace(record, text=text, name=name, body_id=self.body.chosen() or None)


class ShortFields:
    """The fields of an abbreviation or a term."""

    def __init__(self, form: RecordForm) -> None:
        theme = form.theme
        self.short, self.full, self.body = LineField(theme), LineField(theme), DropField(theme)
        self.kind = DropField(theme, say_pairs(KINDS))
        self.short_field = form.add(say("You type"), self.short, say(FIRST_USE))
        self.full_field = form.add(say("It stands for"), self.full)
        form.add(say("Kind"), self.kind)
        form.add(say("For"), self.body)

    def fill(self, record: Term) -> None:
        """Put an abbreviation or a term into the fields."""
        self.short.setText(record.short)
        self.full.setText(record.full)
        self.kind.choose(record.kind.value)
        self.body.choose(record.body_id or "")

    def faults(self) -> list[tuple[Field, str]]:
        """Return what is missing."""
        bare = not self.full.text().strip() and self.kind.chosen() == TermKind.ABBREVIATION
        return [
            (self.short_field, "" if self.short.text().strip() else say("Type the short form, or the term.")),
            (self.full_field, say("Type what it stands for, or make it a term below.") if bare else ""),
        ]

    def read(self, record: Term) -> Term:
        """Return the abbreviation or term as typed."""
        short, full = (" ".join(line.text().split()) for line in (self.short, self.full))
        return replace(
            record, kind=TermKind(self.kind.chosen()), short=short, full=full, body_id=self.body.chosen() or None
        )


class WordFields:
    """The field of a word."""

    def __init__(self, form: RecordForm) -> None:
        self.word, self.body = LineField(form.theme), DropField(form.theme)
        self.word_field = form.add(say("Word"), self.word, say("As it is spelt, one word."))
        form.add(say("For"), self.body)

    def fill(self, record: Term) -> None:
        """Put a word into the field."""
        self.word.setText(record.short)
        self.body.choose(record.body_id or "")

    def faults(self) -> list[tuple[Field, str]]:
        """Return what is missing."""
        words = len(self.word.text().split())
        return [(self.word_field, "" if words == 1 else say("Type the word.") if not words else say("Type one word."))]

    def read(self, record: Term) -> Term:
        """Return the word as typed."""
        return replace(record, short=self.word.text().strip(), body_id=self.body.chosen() or None)


FIELDS: Mapping[str, Callable[[RecordForm], Fields]] = {
    "phrases": PhraseFields,
    "short": ShortFields,
    "words": WordFields,
}


class ChangeForm(EditForm):
    """A record that is in the list; `base` is what it was when the change began."""

    def __init__(self, theme: Theme, view: View) -> None:
        super().__init__(theme, say(view.said.change))
        self.base: Phrase | Term | None = None
        self.parts: Fields = FIELDS[view.view](self)

    def fill(self, record: Any) -> None:
        """Put a record into the fields."""
        self.base = record
        self.set_heading(called(record))
        self.parts.fill(record)

    def faults(self) -> list[tuple[Field, str]]:
        """Return what is missing."""
        return self.parts.faults()

    def read(self) -> Any:
        """Return the record as typed."""
        return self.parts.read(self.record)


class NewForm(RecordForm):
    """A new record; `made` carries it, the draft stays until then."""

    made = Signal(object)

    def __init__(self, theme: Theme, view: View) -> None:
        super().__init__(
            theme,
            say(view.said.new),
            say(view.said.add),
            cancel=say("Close, keep the draft"),
        )
        self.view = view
        self.parts: Fields = FIELDS[view.view](self)
        self.saved.connect(self._make)

    def show_for(self, body_id: str | None) -> None:
        """Ask for a new record of a body, None for every body; a draft is left as it is."""
        if self.fresh:
            self.parts.fill(replace(self._blank(), body_id=body_id))
            self.clear_trouble()
            self.fresh = False

    def faults(self) -> list[tuple[Field, str]]:
        """Return what is missing."""
        return self.parts.faults()

    def _blank(self) -> Phrase | Term:
        if self.view.view == "phrases":
            return Phrase("", "")
        return Term(TermKind.WORD if self.view.view == "words" else TermKind.ABBREVIATION, "")

    def _make(self) -> None:
        if self.sound():
            self.made.emit(self.parts.read(self._blank()))


def offer_bodies(parts: Fields, bodies: Mapping[str, str]) -> None:
    """Let a record be for every body or for one of these, names by id."""
    parts.body.set_options([("", say(EVERY)), *bodies.items()])
