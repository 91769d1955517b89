"""The panel at the left: the agenda, a line for going to an item or adding one, and when the meeting will end."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.lists import Row, RowList
from ui.places.room.agenda_list import AgendaDelegate
from ui.places.room.facts import Fact, PanelHead
from ui.places.room.picker import Ask, Picker
from ui.places.room.rows import agenda_rows, declared_interests
from ui.places.room.session import RoomSession
from ui.places.room.times import forecast_end, planned_end
from ui.theme import Theme
from ui.widgets.labels import column, hold
from ui.widgets.pane import Pane, Rule
from wibdesk.domain.agenda import Item
from wibdesk.domain.dates import clock
from wibdesk.domain.gaps import gaps_in
from wibdesk.domain.meetings import Stage
from wibdesk.domain.parking import is_parked
from wibdesk.language import say
from wibdesk.services import agenda

LOW = 400  # height, a length of the design, below which a question takes the room of the facts at the foot


class AgendaPanel(Pane):
    """Shows the agenda of the session; `went` when the clerk chose an item here and wants the sentence again."""

    went = Signal()

    def __init__(self, theme: Theme, session: RoomSession) -> None:
        super().__init__(theme, "panel", "r")
        self.session = session
        self.delegate = AgendaDelegate(theme)
        self.list = RowList(theme, self.delegate, say("Agenda"))
        self.picker = Picker(theme, say("Items that fit"))
        self.end = Fact(theme, say("Planned end"), "clock")
        self.pace = Fact(theme, say("On this pace"), "hourglass")
        self.gaps = Fact(theme, say("Gaps to fill"), "flag", "F8")
        self.parked = Fact(theme, say("Parked"), "square-parking")
        self.wanting: dict[str, tuple[int, int]] = {}  # gaps and parked notes by item
        self.facts = hold(column(theme, Rule(theme), self.end, self.pace, self.gaps, self.parked, spacing=0))
        head = PanelHead(theme, say("Agenda"), "Ctrl G", say("min"))
        parts = (head, (self.list, 1), self.picker, self.facts)
        self.setLayout(column(theme, *parts, spacing=0, margins=(0, 0, 1, 8)))
        self.picker.asked.connect(self._make_room)
        self.picker.closed.connect(self._make_room)
        self.list.opened.connect(self._go)
        self.list.clicked.connect(lambda _index: self._go(self.list.current_row()))
        self.show_agenda()

    def show_agenda(self) -> None:
        """Show the items as they stand now."""
        items = self.session.items
        rows = agenda_rows(
            items,
            spent=self.session.spent(),
            shown_id=self.session.item_id,
            interests=declared_interests(items),
        )
        self.delegate.longest_number = max((row.number for row in rows), key=len, default="")
        self.list.set_rows(rows)
        if not self.list.hasFocus() and self.session.item_id:
            self.list.choose(self.session.item_id)
        self._count_wanting()
        self.tick()

    def follow_typing(self) -> None:
        """Count gaps and parked notes of the item on the sheet anew; the rows are shown again only if that differs."""
        item = self.session.item
        if item is not None and self.wanting.get(item.id) != _wanting(item):
            self.show_agenda()

    def tick(self) -> None:
        """Move the times of the foot on."""
        meeting, now = self.session.meeting, self.session.now().time()
        end = planned_end(meeting.details, meeting.items) if meeting else None
        pace = forecast_end(meeting.details, meeting.items, now, self.session.adjournments) if meeting else None
        closed = self.session.stage is Stage.CLOSED
        self.end.show_figure(clock(end) if end and not closed else "")
        late = end is not None and pace is not None and (pace.hour * 60 + pace.minute) > (end.hour * 60 + end.minute)
        spoken = (
            say("On this pace: {time}, {compared}", time=clock(pace), compared=self.session.pace_words())
            if pace
            else ""
        )
        self.pace.show_figure(clock(pace) if pace else "", "warn" if late else "ink", spoken)

    def ask_where(self) -> None:
        """Open the line that goes to an item by number or words."""
        help_words = say("A number, or words of the title")
        self.picker.ask(Ask(say("Go to item"), help_words, self._goto, offers=self._matching, enter=say("go there")))

    def ask_title(self) -> None:
        """Open the line that adds an item: before the start at the end, once live after the one on the sheet."""
        if self.session.live:
            ask = Ask(
                say("Late item"), say("Its title; it goes after this item, marked late"), self._add, enter=say("add it")
            )
        else:
            ask = Ask(
                say("New item"),
                say("Its title, or several lines pasted"),
                self._add,
                enter=say("add it"),
                paste=self.paste,
            )
        self.picker.ask(ask)

    def paste(self, text: str) -> None:
        """Read a plain-text agenda into items at the end."""
        meeting = self.session.meeting
        if meeting is not None and text.strip():
            operations = self.session.context.operations
            operations.write(agenda.paste_items, meeting.id, text, undo=say("Agenda pasted"))

    def set_compact(self, compact: bool) -> None:
        """Leave notes away where there is little room."""
        self.delegate.compact = compact
        self.list.restyle()

    def stops(self) -> list[QWidget]:
        """Return what F6 reaches here."""
        return [self.list]

    def _make_room(self) -> None:
        self.facts.setVisible(self.picker.current is None or self.height() >= self.theme.px(LOW))

    def _count_wanting(self) -> None:
        self.wanting = {item.id: _wanting(item) for item in self.session.items}
        gaps, parked = (sum(each[n] for each in self.wanting.values()) for n in (0, 1))
        self.gaps.show_figure(str(gaps) if gaps else "", "warn")
        self.parked.show_figure(str(parked) if parked else "")

    def _matching(self, words: str) -> Sequence[Row]:
        return matching(self.session, words)

    def _goto(self, _words: str, chosen: Row | None) -> None:
        if chosen is not None:
            self.session.show_item(chosen.row_id)
        self.went.emit()

    def _go(self, chosen: Row | None) -> None:
        if chosen is not None:
            self.session.show_item(chosen.row_id)
            self.went.emit()

    def _add(self, words: str, _chosen: Row | None) -> None:
        meeting = self.session.meeting
        if meeting is None or not words:
            self.went.emit()
            return
        live, write = self.session.live, self.session.context.operations.write
        after = self.session.item_id if live else None
        write(agenda.add_item, meeting.id, Item(words), after=after, undo=say("Item “{words}” added", words=words))
        if live:
            self.went.emit()
        else:
            self.ask_title()  # an agenda is typed title by title; Esc or an empty line ends it


def _wanting(item: Item) -> tuple[int, int]:
    """Return how many gaps, and how many parked notes, stand in an item."""
    return len(gaps_in(item.entries)), sum(is_parked(entry) for entry in item.entries)


def matching(session: RoomSession, words: str) -> list[Row]:
    """Return the items whose number is what was typed, then those whose title has the words; none for no words."""
    if not words:
        return []
    wanted = words.casefold().split()
    exact, begins, others = list[Row](), list[Row](), list[Row]()
    for item in session.items:
        number, title = session.number_of(item), item.title
        made = Row(
            row_id=item.id,
            text=f"{number}  {title}",
            sentence=say("Item {number}, {title}", number=number, title=title),
        )
        if words.casefold() == number.casefold():
            exact.append(made)
        elif number.casefold().startswith(words.casefold()):
            begins.append(made)
        elif all(word in title.casefold() for word in wanted):
            others.append(made)
    return [*exact, *begins, *others]
