"""The agenda builder: a table of items, one row to add with, the chosen item beside it."""

from typing import TYPE_CHECKING, Any, ClassVar, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.cells import text_of
from ui.panels.dropped_papers import DroppedPapers
from ui.panels.page import Page
from ui.panels.pasting import Pasting
from ui.panels.register_place import RegisterPlace, stacked
from ui.place import PUBLIC_SUMMARY, Where
from ui.places.agenda.acts import AgendaActs
from ui.places.agenda.form import ItemForm
from ui.places.agenda.item_table import ItemTable
from ui.places.agenda.new_row import NewRow
from ui.places.agenda.parked import ParkedStrip
from ui.places.agenda.rows import READ_COLUMNS, STARTS, agenda_rows, ends, read_rows
from ui.widgets.button import Button
from ui.widgets.empty import Empty
from wibdesk.changes import AGENDA, MEETINGS, PEOPLE, Changes
from wibdesk.domain.agenda import Item, read_agenda
from wibdesk.domain.dates import clock, short_date
from wibdesk.domain.meetings import Meeting
from wibdesk.domain.people import Person
from wibdesk.language import counted, later, say
from wibdesk.services import meetings as meeting_verbs
from wibdesk.services import people as people_verbs
from wibdesk.services.parking import parked_before

if TYPE_CHECKING:
    from ui.context import Context


class AgendaPlace(RegisterPlace):
    """The items of one meeting, in order; what is typed beside the table is kept when it is left."""

    place_id: ClassVar[str] = "agenda"
    word: ClassVar[str] = later("Agenda")
    icon: ClassVar[str] = "list-checks"

    def __init__(self, context: "Context") -> None:
        super().__init__(context)
        theme = context.theme
        self.meeting: Meeting | None = None
        self.meeting_id, self.wanted, self.wants_summary = "", "", False
        self.came_from = "meetings"  # where Esc leads; the preview, which asked for a public summary, is gone back to
        self.table, self.new_row, self.parked = ItemTable(theme), NewRow(theme), ParkedStrip(theme)
        self.empty = Empty(theme, "", "", keys=[("N", say("new item")), ("Ctrl V", say("paste an agenda"))], edge=28)
        self.form = ItemForm(theme)
        self.pasting = Pasting(
            theme, say("Paste an agenda"),
            say("One item a line, as “3. 10:00 Budget (20 min) – J Amari”; only the title is needed."),
            columns=READ_COLUMNS, read=lambda text: read_rows(read_agenda(text)),
            add=lambda number: counted(number, "Add {number} item", "Add {number} items"),
        )  # fmt: skip
        self.preview_button = Button(theme, say("Preview"), icon="book-open", key="Ctrl P")
        self.paste_button = Button(theme, say("Paste an agenda"), icon="copy", key="Ctrl V")
        self.room_button = Button(theme, say("Open the room"), "primary", icon="notebook-pen", key="Ctrl Enter")
        buttons = (self.paste_button, self.preview_button, self.room_button)
        self.page = Page(theme, say("Agenda"), self._main(), buttons=buttons, rest=self.form)
        self.pasting.setParent(self)  # until it is first opened it belongs to nobody else
        self.pasting.hide()
        self.acts = AgendaActs(self)
        self.files_taken = DroppedPapers(context, self.item).take
        self._connect()

    def title(self) -> str:
        """Return what the window is called: the meeting whose agenda this is."""
        return say("Agenda, {body}", body=self.meeting.body.name) if self.meeting else say(self.word)

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the agenda, or of the form that has the keyboard."""
        if _has_keyboard(self.page.panel):
            return [
                ("Tab", say("next")),
                ("Ctrl Enter", self.page.wish()),
                ("Esc", say("back to the agenda")),
                ("Ctrl K", say("any command")),
            ]
        return [
            ("Alt ↑ ↓", say("move item")), ("Enter", say("edit")), ("N", say("new item")),
            ("Ctrl V", say("paste an agenda")),
            ("S", say("standing items")), ("Del", say("remove")), ("Ctrl Enter", say("open the room")),
            ("Esc", self.came_from),
            ("Ctrl K", say("any command")),
        ]  # fmt: skip

    def enter(self, where: Where) -> None:
        """Show the agenda of a meeting; without one, of the meeting shown last."""
        wanted = where.meeting_id or self.meeting_id or self.context.settings.now.last_meeting
        if wanted != self.meeting_id:
            self.meeting, self.meeting_id = None, wanted
            self.table.set_rows([])
        self.wanted, self.wants_summary = where.item_id or "", where.note == PUBLIC_SUMMARY
        self.came_from = "preview" if self.wants_summary else "meetings"
        if not where.back:
            self.page.close_panel()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    def leave(self) -> None:
        """Keep what was changed in the form."""
        self.form.settle()

    def panels(self) -> list[QWidget]:
        """Return agenda, new row and the panel beside them."""
        return [self.table, self.new_row.title, *([self.page.panel] if self.page.panel else [])]

    def refresh(self) -> None:
        """Read the meeting again."""
        if self.meeting_id:
            self.context.operations.read(meeting_verbs.meeting, self.meeting_id, then=self._show)
            self._ask_parked(self.meeting_id)
        else:
            self._say_empty()

    def item(self) -> Item | None:
        """Return the chosen item."""
        row = self.table.current_row()
        return row.data if row is not None else None

    def has_item(self, item_id: str) -> bool:
        """Say whether this item is in the table."""
        return self.table.table_model.number_of(item_id) is not None

    def choose_item(self, item_id: str) -> None:
        """Choose the row of this item as soon as it is in the table."""
        self.wanted = item_id
        if self.table.choose(item_id):
            self.wanted = ""

    def _show(self, meeting: Meeting) -> None:
        if meeting.id != self.meeting_id:
            return
        first = self.meeting is None
        self.meeting, self.body_id = meeting, meeting.body.id
        self.lay_again()
        if self.wanted:
            self.choose_item(self.wanted)
        if self.table.current_row() is None:
            self.table.choose_first()
        self.page.set_words(say("Agenda"), _sub(meeting))
        self._say_empty()
        self._show_item(self.table.current_row())
        if self.wants_summary:
            self.wants_summary = False
            self.acts.edit()
            self.form.to_summary()
        if first:
            self.context.operations.read(people_verbs.roster, meeting.body.id, then=self._offer)
            self.chrome_changed.emit()

    def lay_again(self) -> None:
        """Lay the items out again; a narrow table says on the second line what it has no column for."""
        if self.meeting is not None:
            start = self.meeting.details.start
            self.table.set_rows(agenda_rows(self.meeting.items, start, narrow=self.table.narrow))

    def _show_item(self, row: Any) -> None:
        item = row.data if row is not None else None
        if self.form.record is not None and (item is None or item.id != self.form.record.id):
            self.form.settle()
        elif self.form.is_changed():
            return
        if item is not None:
            self.form.show_record(item)
            self.form.say_start(text_of(row.cells[STARTS]))
            self.new_row.aim(
                say("it goes after item {number}", number=item.number)
                if item.number
                else say("it goes after the chosen one")
            )
        self.form.setEnabled(item is not None)

    def _ask_parked(self, meeting_id: str) -> None:
        """Ask what was parked at the last meeting; that this one is gone is told by who reads it."""

        def got(words: tuple[str, ...]) -> None:
            if meeting_id == self.meeting_id:
                self.parked.show_parked(words)

        nothing = lambda _error: self.parked.show_parked(())  # noqa: E731 - told elsewhere
        self.context.operations.read(parked_before, meeting_id, then=got, failed=nothing)

    def _say_empty(self) -> None:
        if self.meeting is None:
            self.empty.say(say("No meeting chosen"), say("Choose a meeting in Meetings: Esc goes there."))
        else:
            self.empty.say(
                say("Nothing on the agenda yet"), say("Type titles below, or paste the agenda as plain text.")
            )
        self.empty.setVisible(self.meeting is None or not self.meeting.items)
        self.new_row.setVisible(self.meeting is not None)

    def _offer(self, people: tuple[Person, ...]) -> None:
        roles = [f"{p.prints_as}, {p.role}" for p in people if p.role]
        self.form.offer([*(p.prints_as for p in people), *roles])

    def _main(self) -> QWidget:
        main = QWidget()
        column = stacked(self.parked, self.table, self.empty, self.new_row, fill=1)
        column.addStretch(1)
        main.setLayout(column)
        return main

    def _connect(self) -> None:
        self.fill(self.page)
        self.table.chosen.connect(self._show_item)
        self.table.past_end.connect(self.new_row.start)
        self.table.narrowed.connect(self.lay_again)
        self.context.events.changed.connect(self._changed)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._focus_moved)

    def _focus_moved(self) -> None:
        if self.isVisible():
            # The key opens the room only from the agenda: in the panel it keeps what stands there.
            key = "" if _has_keyboard(self.page.panel) else "Ctrl Enter"
            if key != self.room_button.key:
                self.room_button.set_key(key)
            self.keys_changed.emit()

    def _changed(self, changes: Changes) -> None:
        here = changes.meeting_id in (None, self.meeting_id)
        if self.isVisible() and here and changes.touches(AGENDA, MEETINGS, PEOPLE):  # entering reads it again
            self.refresh()


def _has_keyboard(panel: QWidget | None) -> bool:
    here = QApplication.focusWidget()
    return here is not None and panel is not None and panel.isAncestorOf(here)


def _sub(meeting: Meeting) -> str:
    d, count, end = meeting.details, len(meeting.items), ends(meeting.items, meeting.details.start)
    day = short_date(d.date) if d.date else d.date_as_written or say("no date yet")
    items = counted(count, "{number} item", "{number} items")
    return " · ".join(
        (
            meeting.body.name,
            f"{day}, {clock(d.start)}" if d.start is not None else day,
            say("{items}, planned end {time}", items=items, time=clock(end)) if end is not None else items,
        )
    )
