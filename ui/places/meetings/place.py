"""The Meetings place: one list from the next meeting to the past ones, two months and the bodies beside it."""

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.lists import RowList
from ui.panels.body_menu import open_body_menu
from ui.panels.find_strip import FindStrip
from ui.panels.page import Page
from ui.panels.register_place import RegisterPlace, stacked
from ui.place import Where
from ui.places.meetings.acts import Acts
from ui.places.meetings.delegate import MeetingDelegate
from ui.places.meetings.nudging import Nudging
from ui.places.meetings.overview import Overview, read_overview
from ui.places.meetings.rows import MeetingRow, rows_of, title_id
from ui.places.meetings.side import Beside
from ui.widgets.button import Button
from ui.widgets.empty import Empty
from wibdesk.changes import ACTIONS, AGENDA, ATTENDANCE, BODIES, MEETINGS, PEOPLE, Changes
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.context import Context

SHOWN = (BODIES, MEETINGS, AGENDA, ATTENDANCE, ACTIONS, PEOPLE)
ENTER_WORDS = {
    "date": later("make the meeting"),
    "meeting": later("open the agenda"),
    "chase": later("show them in the log"),
}


class MeetingsPlace(RegisterPlace):
    """What is next, what is coming, minutes in hand and past meetings; new meetings and dates are made here."""

    place_id: ClassVar[str] = "meetings"
    word: ClassVar[str] = later("Meetings")
    icon: ClassVar[str] = "calendar-days"

    def __init__(self, context: "Context") -> None:
        super().__init__(context)
        theme = context.theme
        self.seen, self.body_id, self.past, self.wanted = Overview(), context.settings.now.last_body, False, ""
        self.list = RowList(theme, delegate := MeetingDelegate(theme), say("Meetings"))
        self.empty = Empty(
            theme, "", "", keys=[("N", say("new meeting")), ("Ctrl O", say("open a meeting file"))], edge=28
        )
        self.filter_button = Button(theme, say("All bodies"), icon="filter", key="B")
        self.new_button = Button(theme, say("New meeting"), icon="plus", key="N")
        self.finder = FindStrip(theme, say("Find a meeting, body, venue or day"))
        self.side = Beside(theme, context.desk.now().date())
        self.page = Page(
            theme, say("Meetings"), self._main(), buttons=(self.filter_button, self.new_button), strips=(self.finder,),
            rest=self.side, side=300,
        )  # fmt: skip
        self.nudging = Nudging(context, self.show_rows, self)
        self.acts = Acts(self)
        self._connect(delegate)
        self.refresh()

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the chosen row, then those of the place."""
        row = self.list.current_row()
        if self.page.has_panel():
            return [
                ("Tab", say("next")),
                ("Ctrl Enter", self.page.wish()),
                ("Ctrl K", say("any command")),
                ("Esc", say("back to the list")),
            ]
        if self.finder.keys():
            return self.finder.keys()
        own = {
            "date": [("M", say("move date")), ("X", say("restore") if row and _is_off(row) else say("cancel"))],
            "meeting": [("F2", say("details")), ("Del", say("remove"))],
            "chase": [("T", say("fold these away"))],
        }.get(row.kind if row else "", [("A", say("agenda")), ("F2", say("details"))])
        if row is None:
            more = [("P", say("past meetings"))] if self.seen.meetings and not self.past else []
            more = [("B", say("choose body")), *more, ("Ctrl O", say("open a file"))]
            return [("N", say("new meeting")), *more, ("Ctrl K", say("any command"))]
        enter = say(ENTER_WORDS.get(row.kind, later("open the room")))
        past = say("hide past") if self.past else say("past meetings")
        others = [
            ("N", say("new meeting")),
            ("D", say("add a date")),
            ("B", say("choose body")),
            ("P", past),
            ("/", say("find")),
        ]
        return [("Enter", enter), *own, *others, ("Ctrl K", say("any command"))]

    def enter(self, where: Where) -> None:
        """Show the place, of one body if asked for, with the form for a new meeting if the note says so."""
        if where.body_id is not None:
            self.choose_body(where.body_id)
        if where.meeting_id is not None:
            self.wanted = where.meeting_id
        self.acts.forms.new_wished = where.note == "new"
        if not self.page.has_panel():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    def body_here(self) -> str:
        """Return the body beside the list where the keyboard is there, else the one shown, or that of the row."""
        beside = self.side.chosen_body() if self.side.list.hasFocus() else ""
        return beside or self.acts.chosen.body_id()

    def leave(self) -> None:
        """Keep what was changed in a form that is open."""
        self.acts.forms.settle()

    def panels(self) -> list[QWidget]:
        """Return find, list and the panel beside it."""
        beside = [self.page.panel] if self.page.has_panel() and self.page.panel else [self.side.list]
        return [self.finder.field, self.list, *beside]

    def refresh(self) -> None:
        """Read everything that is shown again."""
        today = self.context.desk.now().date()
        self.context.operations.read(read_overview, today=today, body_id=self.body_id, then=self._show)
        self.nudging.refresh(today, self.body_id)

    def choose_body(self, body_id: str) -> None:
        """Show one body, or all for an empty id, and remember it."""
        self.body_id = body_id
        self.context.settings.change(last_body=body_id)
        self.refresh()

    def show_meeting(self, meeting_id: str) -> None:
        """Choose the row of this meeting as soon as it is in the list."""
        self.wanted = meeting_id
        self.refresh()

    def toggle_past(self) -> None:
        """Show past meetings below the others, the latest chosen, or not."""
        self.past = not self.past
        self.show_rows()
        title = self.list.row_model.index_of(title_id(say("Past meetings")))
        if self.past and title.isValid():
            self.list.setCurrentIndex(title.siblingAtRow(title.row() + 1))
            self.list.scrollTo(title, RowList.ScrollHint.PositionAtTop)

    def open_menu(self) -> None:
        """Open the menu of bodies."""
        names = [(body.id, body.name) for body in self.seen.bodies]
        open_body_menu(self.context.theme, self.window(), names, self.body_id, self.choose_body)

    def show_rows(self) -> None:
        """Lay the rows out again for body, past and the words to find."""
        today, words = self.context.desk.now().date(), self.finder.words()
        rows = rows_of(self.seen, today, body_id=self.body_id, past=self.past, words=words)
        self.list.set_rows(rows if words else self.nudging.among(rows))
        self._say_empty(rows, words)
        if self.wanted and self.list.choose(self.wanted):
            self.wanted = ""
        if self.list.current_row() is None:
            self.list.choose_first()
        self.keys_changed.emit()

    def _show(self, seen: Overview) -> None:
        known = {body.id: body.name for body in seen.bodies}
        if self.body_id and self.body_id not in known:
            self.choose_body("")
            return
        self.seen = seen
        self.page.set_words(say("Meetings"), known.get(self.body_id, ""))
        self.filter_button.set_words(say("All bodies") if not self.body_id else say("Choose body"))
        self.side.show_overview(seen, self.body_id, self.context.desk.now().date())
        self.show_rows()
        self.acts.forms.overview_read()

    def _say_empty(self, rows: list[MeetingRow], words: str) -> None:
        past = sum(1 for m in self.seen.meetings if self.body_id in ("", m.body_id))
        if words:
            self.empty.say(
                say("Nothing found"), say("No meeting fits “{words}”. Esc shows all of them again.", words=words)
            )
        elif not self.seen.bodies:
            self.empty.say(
                say("No body yet"), say("A body, its members and its house style come first: N sets one up.")
            )
        elif past:
            self.empty.say(
                say("No meeting ahead"), say("All meetings are past and approved: P shows them, N makes the next one.")
            )
        else:
            self.empty.say(say("No meetings yet"), say("N makes the first one from the roster and the standing items."))
        self.empty.setVisible(not rows)

    def _main(self) -> QWidget:
        main = QWidget()
        main.setLayout(stacked(self.empty, self.list, fill=1))
        return main

    def _connect(self, delegate: MeetingDelegate) -> None:
        self.fill(self.page)
        self.list.opened.connect(self.acts.open_row)
        self.list.chosen.connect(self._row_chosen)
        delegate.pressed.connect(self.acts.open_room)
        self.new_button.clicked.connect(self.acts.forms.new_meeting)
        self.filter_button.clicked.connect(self.open_menu)
        self.finder.changed.connect(self.show_rows)
        self.finder.left.connect(self.list.setFocus)
        self.finder.reached.connect(self.keys_changed)
        self.side.body_wished.connect(self._body_wished)
        self.context.events.changed.connect(self._changed)

    def _body_wished(self, body_id: str) -> None:
        self.choose_body(body_id)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row_chosen(self, row: Any) -> None:
        self.keys_changed.emit()

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches(*SHOWN):  # entering reads everything again
            self.refresh()


def _is_off(row: MeetingRow) -> bool:
    return row.listed is not None and row.listed.listed.cancelled
