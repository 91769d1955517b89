"""The panel at the right: attendance, the actions of the item, and how many there are; carried forward lies over it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.lists import Row
from ui.places.room.action_list import ROW, ActionDelegate, item_rows
from ui.places.room.attendance_panel import AttendancePanel
from ui.places.room.carried_panel import CarriedPanel
from ui.places.room.facts import Fact
from ui.places.room.quiet_list import QuietList
from ui.places.room.session import RoomSession
from ui.theme import Theme
from ui.widgets.labels import Label, column, hold, row
from ui.widgets.pane import Pane, Rule
from wibdesk.domain.entries import Action
from wibdesk.language import say

LOW = 400  # below this height, a length of the design, the people come first
MOST_SHOWN = 2  # actions of the item in sight at once; the list scrolls to the others


class SidePanel(Pane):
    """`action_chosen` carries the id of an action of the item that the clerk wants to see in the sheet."""

    action_chosen = Signal(str)

    def __init__(self, theme: Theme, session: RoomSession) -> None:
        super().__init__(theme, "panel", "l")
        self.session = session
        self.attendance = AttendancePanel(theme, session)
        self.carried = CarriedPanel(theme, session)
        self.upper = QStackedWidget()
        self.upper.addWidget(self.attendance)
        self.upper.addWidget(self.carried)
        self.actions_title = hold(
            row(theme, Label(theme, say("Actions of this item"), "label", "muted"), margins=(16, 6, 8, 2))
        )
        self.action_list = QuietList(theme, ActionDelegate(theme), say("Actions of this item"))
        self.rule = Rule(theme)
        self.here = Fact(theme, say("Actions in this item"), "list-checks")
        self.all = Fact(theme, say("Actions this meeting"), "list-checks")
        self.open = Fact(theme, say("Carried forward"), "arrow-right", "Ctrl J")
        self.late = Fact(theme, say("Of these overdue"), "circle-alert")
        actions = (Rule(theme), self.actions_title, self.action_list, self.rule)
        foot = (self.here, self.all, self.open, self.late)
        self.setLayout(column(theme, (self.upper, 1), *actions, *foot, spacing=0, margins=(1, 0, 0, 8)))
        self.action_list.opened.connect(self._chosen)
        self.action_list.clicked.connect(lambda _index: self._chosen(self.action_list.current_row()))
        self.carried.figures_changed.connect(self.show_figures)
        self.attendance.picker.asked.connect(self.show_figures)
        self.attendance.picker.closed.connect(self.show_figures)
        theme.changed.connect(self.show_actions)
        self.show_all()

    def show_all(self) -> None:
        """Show attendance, actions and figures as they stand now."""
        self.attendance.show_people()
        self.show_actions()

    def show_actions(self) -> None:
        """Show the actions of the item on the sheet."""
        item, roomy = self.session.item, self.height() >= self.theme.px(560)
        actions = [e for e in item.entries if isinstance(e, Action)] if item else []
        meeting = self.session.meeting
        day = (meeting.details.date if meeting else None) or self.session.now().date()
        rows = item_rows(actions, day)
        self.action_list.set_rows(rows)
        shown = bool(rows) and roomy
        self.action_list.setVisible(shown)
        self.actions_title.setVisible(shown)
        self.rule.setVisible(shown)
        if rows:
            one = self.theme.px(ROW)
            more = one // 2 if len(rows) > MOST_SHOWN else 0  # half a row says that there are others
            self.action_list.setFixedHeight(one * min(len(rows), MOST_SHOWN) + more)
        self.show_figures()

    def show_figures(self) -> None:
        """Show how many actions there are."""
        meeting, item = self.session.meeting, self.session.item
        here = sum(isinstance(e, Action) for e in item.entries) if item else 0
        roomy = self.height() >= self.theme.px(LOW)
        self.here.show_figure(str(here) if item and roomy else "")
        self.all.show_figure(str(len(meeting.actions())) if meeting and roomy else "")
        carried, overdue = len(self.carried.unfinished()), self.carried.overdue()
        # Where it is low, the rows carried forward say the same, and a question wants the room.
        asked = self.attendance.picker.current is not None
        beside = roomy or not (asked or self.upper.currentWidget() is self.carried)
        self.open.show_figure(str(carried) if meeting and beside else "")
        self.late.show_figure(str(overdue) if overdue and beside else "", "bad")

    def set_compact(self, compact: bool) -> None:
        """Leave organisations away where there is little room."""
        self.attendance.set_compact(compact)

    def show_carried(self, shown: bool) -> None:
        """Lay the actions carried forward over the attendance, or take them away."""
        self.upper.setCurrentWidget(self.carried if shown else self.attendance)
        self.show_figures()

    def stop(self) -> QWidget:
        """Return the list that takes the keyboard here."""
        return self.carried.list if self.upper.currentWidget() is self.carried else self.attendance.list

    def resizeEvent(self, event: object) -> None:
        """Leave the actions of the item away where the attendance would have no room."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # the event goes through as it came
        self.show_actions()

    def _chosen(self, chosen: Row | None) -> None:
        if chosen is not None:
            self.action_chosen.emit(chosen.row_id)
