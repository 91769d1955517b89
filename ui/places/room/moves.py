"""Where the keyboard goes in the room: attendance, agenda, carried forward, and always back to the sentence."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from ui.places.room.agenda_panel import AgendaPanel
from ui.places.room.layout import AGENDA, PAGES, SIDE, VERSIONS, RoomLayout
from ui.places.room.sheet import SheetPanel
from ui.places.room.side_panel import SidePanel
from wibdesk.language import say

if TYPE_CHECKING:
    from ui.places.room.session import RoomSession

REASON = Qt.FocusReason.OtherFocusReason


class RoomMoves(QObject):
    """Brings a panel out where it is folded away and gives it the keyboard."""

    def __init__(
        self, session: "RoomSession", layout: RoomLayout, agenda: AgendaPanel, sheet: SheetPanel, side: SidePanel
    ) -> None:
        super().__init__()
        self.session, self.layout_of = session, layout
        self.agenda, self.sheet, self.side = agenda, sheet, side
        for signal in (agenda.went, agenda.picker.closed):
            signal.connect(self.to_sentence)

    def to_sentence(self) -> None:
        """Close what is open beside the sentence and give it the keyboard, the caret where it was."""
        self.side.show_carried(False)
        self.layout_of.put_away()
        self.sheet.stop().setFocus(REASON)

    def to_attendance(self) -> None:
        """Go to the attendance, or back to the sentence from there."""
        if self.side.attendance.list.hasFocus():
            self.to_sentence()
        else:
            self._to_side(carried=False)

    def to_carried(self) -> None:
        """Go to the actions carried forward, or back to the sentence from there."""
        if self.side.carried.list.hasFocus():
            self.to_sentence()
        else:
            self.side.carried.read()
            self._to_side(carried=True)

    def ask_where(self) -> None:
        """Open the line that goes to an item."""
        self.layout_of.bring(AGENDA)
        self.agenda.ask_where()

    def ask_title(self) -> None:
        """Open the line that adds an item."""
        self.layout_of.bring(AGENDA)
        self.agenda.ask_title()

    def step(self, by: int) -> None:
        """Go to the next or the previous item, the keyboard in its sentence."""
        self.session.step(by)
        self.to_sentence()

    def back(self) -> None:
        """Go to the item that was on the sheet before."""
        self.session.back()
        self.to_sentence()

    def show_pages(self) -> None:
        """Show the pages of the minutes beside the sentence, or put them away; the keyboard stays where it is.

        Where there is no room beside the sentence they lie over it and take the keyboard until Esc.
        """
        layout, messages = self.layout_of, self.session.context.messages
        if layout.bare:
            if layout.over == PAGES:
                self.to_sentence()
            else:
                layout.bring(PAGES)
                layout.pages.view.setFocus(REASON)
            return
        here = QApplication.focusWidget()
        folded = layout.fold(PAGES)
        if here is None or not here.isVisible():
            self.to_sentence()
        messages.announce(
            say("The pages are put away") if folded else say("The pages are beside the sentence, F6 goes there")
        )

    def show_versions(self) -> None:
        """Show the earlier versions of the item and go to them; from there, put them away again."""
        layout = self.layout_of
        shown = layout.docked(VERSIONS) or layout.over == VERSIONS
        if shown and layout.versions.isAncestorOf(QApplication.focusWidget() or self.sheet):
            layout.show_versions(False)
            self.to_sentence()
            return
        if not shown:
            layout.show_versions(True)
        layout.versions.read()
        layout.versions.stop().setFocus(REASON)

    def follow_versions(self) -> None:
        """Have the versions be those of the item on the sheet."""
        session, item = self.session, self.session.item
        if item is None:
            self.layout_of.versions.show_item("", "", changeable=False)
        else:
            self.layout_of.versions.show_item(item.id, session.number_of(item), changeable=session.changeable)

    def fold(self, name: str) -> None:
        """Fold a panel away or bring it back; where the sheet stands by itself nothing is there to fold."""
        if not self.layout_of.bare:
            self.layout_of.fold(name)
        self.to_sentence()

    def _to_side(self, *, carried: bool) -> None:
        self.side.show_carried(carried)
        self.layout_of.bring(SIDE)
        self.side.stop().setFocus(REASON)
