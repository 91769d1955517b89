"""The Search place: one field, what was found below it as it is typed, and the way there and back."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.announcing import REST, Quarters, announce
from ui.lists import Row
from ui.panels.page import Page as PageOfPlace
from ui.panels.register_place import RegisterPlace, stacked
from ui.place import Where
from ui.places.search.asking import Asking
from ui.places.search.field import SearchField
from ui.places.search.filters import Filters
from ui.places.search.found_list import FoundList
from ui.places.search.keys import add_commands, foot
from ui.places.search.rows import HitRow, hit_rows, recent_rows, with_reference
from ui.places.search.ways import Ways
from ui.places.search.words import count_words, emptiness, readiness
from ui.widgets.empty import Empty
from wibdesk.domain.search_typed import read_query
from wibdesk.language import later, say
from wibdesk.services import bodies as body_verbs

if TYPE_CHECKING:
    from ui.context import Context
    from wibdesk.changes import Changes
    from wibdesk.domain.bodies import Body
    from wibdesk.domain.search import Page


class SearchPlace(RegisterPlace):
    """Finds in meetings, minutes, actions, people, papers and plans; what is opened can be come back from."""

    place_id: ClassVar[str] = "search"
    word: ClassVar[str] = later("Search")
    icon: ClassVar[str] = "search"

    def __init__(self, context: "Context") -> None:
        super().__init__(context)
        theme = context.theme
        self.ways, self.asking, self.quarters = Ways(self), Asking(context.operations, self), Quarters()
        self.list = FoundList(theme)
        self.empty = Empty(theme, *emptiness(None, narrowed=False), edge=28)
        self.filters = Filters(self, self.ask, self.ask_person)
        self.finder = SearchField(theme, self.filters.chips)
        main = QWidget()
        main.setLayout(stacked(self.empty, self.list, fill=1))
        self.list.hide()
        self.page = PageOfPlace(theme, say("Search"), main, strips=(self.finder,))
        self.page.set_words(say("Search"), readiness(1))
        self.telling = QTimer(self)
        self.telling.setSingleShot(True)
        self.telling.setInterval(REST)
        self.fill(self.page)
        self._connect()
        add_commands(self)

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the field, or of the list."""
        return foot(self)

    def enter(self, where: Where) -> None:
        """Give the keyboard to the field, with the words that the note has; coming back, to the row that was opened."""
        self.ways.note_arrival()
        if where.note:
            self.finder.field.setText(where.note)
        if self.ways.coming_back and self.has_hit():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.finder.start()
        self.ways.coming_back = False
        self.context.operations.read(body_verbs.bodies, then=self._know)
        if self.context.getting_ready is not None:
            self._moved(self.context.getting_ready.share)

    def panels(self) -> list[QWidget]:
        """Return field and list."""
        return [self.finder.field, self.list]

    def ask(self) -> None:
        """Search what is typed, within the filters, after a moment's rest."""
        self.finder.settle()
        query = read_query(self.finder.field.text(), self.context.desk.now().date())
        self.asking.soon(self.filters.narrowed(query))

    def ask_person(self) -> None:
        """Begin a person's name behind what is typed."""
        self.filters.show()
        words = self.finder.words()
        self.finder.start()
        self.finder.field.setText(f"{words} person:".lstrip())
        self.finder.field.deselect()

    def has_hit(self) -> bool:
        """Say whether something that was found is chosen."""
        return self.list.hit is not None

    def copy(self) -> None:
        """Put the words of the chosen hit with their reference into the clipboard."""
        if self.list.hit is not None:
            QGuiApplication.clipboard().setText(with_reference(self.list.hit))
            self.context.messages.say(say("Copied with its reference"))

    def _open(self, row: Row) -> None:
        if isinstance(row, HitRow):
            self.ways.open(row.hit, self.finder.words())
        else:
            self.finder.field.setText(row.text)
            self.finder.start()
            self.asking.now()

    def _take(self) -> None:
        """Open the chosen hit; while an answer is on its way, have it come at once."""
        if self.asking.resting.isActive():
            self.asking.now()
        elif self.list.hit is not None:
            self._open(self.list.current_row())

    def _to_list(self) -> None:
        if self.list.isVisible():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _know(self, bodies: "tuple[Body, ...]") -> None:
        self.filters.know(bodies)
        self.asking.again()

    def _answered(self, page: "Page | None") -> None:
        if page is not None and page.ready < 1 and self.context.getting_ready is not None:
            self.context.getting_ready.go_on()
        rows: list[Row] = [*hit_rows(page.hits)] if page is not None else [*recent_rows(self.ways.recent)]
        self.list.show_rows(rows)
        self.finder.count.setText(count_words(page, self.asking.took))
        self.telling.start()
        self.empty.say(*emptiness(page, narrowed=self.filters.any()))
        if not rows and self.list.hasFocus():
            self.finder.start()
        self.empty.setVisible(not rows)
        self.list.setVisible(bool(rows))
        self.keys_changed.emit()

    def _moved(self, share: float) -> None:
        """Show how far the search is ready; find what has come with a tenth more, unless the clerk is in the list."""
        self.page.set_words(say("Search"), readiness(share))
        if self.isVisible() and self.quarters.passed(share) is not None:
            self.context.messages.announce(readiness(share))
        a_tenth_more = int(share * 10) > int(self.asking.page.ready * 10)
        if a_tenth_more and (share >= 1 or not self.list.hasFocus()):
            self.asking.again()

    def _tell(self) -> None:
        if self.isVisible() and self.finder.count.text():
            announce(self, self.finder.count.text())

    def _changed(self, changes: "Changes") -> None:
        if self.isVisible() and changes.kinds:  # entering asks anew anyway
            self.asking.again()

    def _connect(self) -> None:
        self.finder.changed.connect(self.ask)
        self.finder.taken.connect(self._take)
        self.finder.left.connect(self._to_list)
        self.finder.gone.connect(self.ways.go_back)
        self.finder.reached.connect(self.keys_changed)
        self.list.opened.connect(self._open)
        self.list.chosen.connect(self.keys_changed)
        self.list.near_end.connect(self.asking.more)
        self.asking.answered.connect(self._answered)
        self.telling.timeout.connect(self._tell)
        self.context.events.changed.connect(self._changed)
        if self.context.getting_ready is not None:
            self.context.getting_ready.moved.connect(self._moved)
