"""What the clerk can do with the three lists: each key and its command."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from ui.commands import Command
from ui.places.words.rows import called
from ui.places.words.views import VIEWS, Record, View
from wibdesk.domain.phrases import Phrase
from wibdesk.language import later, say
from wibdesk.services import phrases, terms
from wibdesk.usual_words import usual_abbreviations, usual_phrases

if TYPE_CHECKING:
    from ui.places.words.place import WordsPlace

WHERE = later("words and phrases")


class WordsActs(QObject):
    """Runs the commands on the list in sight and the record that is chosen."""

    def __init__(self, place: "WordsPlace") -> None:
        super().__init__(place)
        self.place, self.context = place, place.context
        for view in VIEWS:
            self._connect(view)
            self._register(view)

    def open(self) -> None:
        """Open the form of the chosen record."""
        record = self.place.record()
        if record is not None:
            form = self.place.changing[self.place.view.view]
            form.show_record(record)
            self._open(form)
            form.start()

    def new(self) -> None:
        """Open the form for something new, of the body that the chosen record is of."""
        record, form = self.place.record(), self.place.adding[self.place.view.view]
        form.show_for(record.body_id if record is not None else None)
        self._open(form)
        form.start()

    def paste(self) -> None:
        """Open the panel that reads pasted lines."""
        panel = self.place.pasting[self.place.view.view]
        self.place.page.open_panel(panel, width=440)
        self.place.keys_changed.emit()
        panel.start()

    def back(self) -> None:
        """Put the panel away and go back to the list."""
        self.place.page.close_panel()
        self.place.table().setFocus(Qt.FocusReason.OtherFocusReason)
        self.place.keys_changed.emit()

    def follow(self, record: Record | None) -> None:
        """Show the newly chosen record in the form that is open, when what it holds could be kept."""
        form = self.place.changing[self.place.view.view]
        if self.place.page.panel is form and record is not None and form.record.id != record.id and form.settle():
            form.show_record(record)

    def remove(self) -> None:
        """Take the chosen record out of its list."""
        record, view = self.place.record(), self.place.view
        if record is not None:
            words = say("“{called}” removed", called=called(record))
            self.context.operations.write_once(view.remove, record.id, once=record.id, undo=words)
            self.place.table().drop(record.id)

    def add_usual(self) -> None:
        """Put the phrases or abbreviations that the desk ships into the list, those that are not there yet."""
        write = self.context.operations.write_once
        if self.place.view.view == "phrases":
            write(phrases.add_phrases, usual_phrases(), undo=say("The usual phrases added"))
        else:
            write(terms.add_terms, usual_abbreviations(), undo=say("The usual abbreviations added"))

    def step_view(self, by: int) -> None:
        """Show the list beside the one in sight."""
        tabs = self.place.tabs
        tabs.setCurrentIndex(min(max(tabs.currentIndex() + by, 0), tabs.count() - 1))

    def _connect(self, view: View) -> None:
        place, name = self.place, view.view
        place.tables[name].opened.connect(self.open)
        place.tables[name].chosen.connect(lambda row: self.follow(row.data if row is not None else None))
        place.changing[name].kept.connect(partial(self._keep, view))
        place.changing[name].closed.connect(self.back)
        place.adding[name].made.connect(partial(self._add, view))
        place.adding[name].cancelled.connect(self.back)
        if name in place.pasting:
            place.pasting[name].taken.connect(partial(self._take_pasted, view))
            place.pasting[name].cancelled.connect(self.back)
            place.pasting[name].told.connect(place.keys_changed)

    def _register(self, view: View) -> None:
        place, name, at = self.place, view.view, WHERE
        chosen = lambda: place.record() is not None  # noqa: E731 - asked by three commands
        commands = [
            Command(f"{name}-new", say(view.said.new), ("N",), at, self.new, "plus"),
            Command(f"{name}-open", say(view.said.change), ("F2",), at, self.open, "pencil", when=chosen),
            Command(f"{name}-remove", say(view.said.remove), ("Del",), at, self.remove, "trash-2", when=chosen),
            Command(f"{name}-find", say(view.said.find), ("/",), at, place.finder.start, "search"),
            Command(f"{name}-left", say("The list before"), ("←",), at, partial(self.step_view, -1), listed=False),
            Command(f"{name}-right", say("The next list"), ("→",), at, partial(self.step_view, 1), listed=False),
            Command(f"{name}-back", say("Back to where you came from"), ("Esc",), at, place.go_back, listed=False),
        ]  # fmt: skip
        if view.paste is not None:
            commands.append(Command(f"{name}-paste", say(view.said.paste), ("Ctrl V",), at, self.paste, "copy"))
        if view.usual:
            commands.append(Command(f"{name}-usual", say(view.said.usual), ("U",), at, self.add_usual, "plus"))
        self.context.commands.add(place.tables[name], *commands)

    def _open(self, panel: QWidget) -> None:
        self.place.page.open_panel(panel)
        self.place.keys_changed.emit()

    def _keep(self, view: View, record: Record) -> None:
        form = self.place.changing[view.view]
        before, form.base = form.base, record
        self.context.operations.write(
            view.keep, record, before, undo=say("“{called}” changed", called=called(record) or _words(record))
        )

    def _add(self, view: View, record: Record) -> None:
        self.place.wanted = record.id
        words = say("“{called}” added", called=called(record) or _words(record))
        self.context.operations.write_once(view.keep, record, undo=words, then=partial(self._added, view))

    def _added(self, view: View, _: Record) -> None:
        self.place.adding[view.view].fresh = True
        self.back()

    def _take_pasted(self, view: View, text: str) -> None:
        assert view.paste is not None, "only lists that read lines have the panel"
        found = view.paste(text)
        self.context.operations.write_once(
            terms.add_terms,
            found,
            undo=say(view.said.taken),
            then=partial(self._pasted, view),
        )

    def _pasted(self, view: View, added: tuple[Record, ...]) -> None:
        self.place.pasting[view.view].clear()
        self.place.wanted = added[0].id
        self.place.show_rows()
        self.back()


def _words(record: Record) -> str:
    return record.text[:40] if isinstance(record, Phrase) else record.short
