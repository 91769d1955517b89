"""Opens what is read back in place of the room, goes from there to the sheet and back, and closes the meeting.

What shows the lines is loaded when they are first asked for: the caret in the room does not wait for it.
"""

from collections.abc import Callable
from datetime import date, time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.editor.sheet import Spot
from wibdesk.changes import TERMS, Changes
from wibdesk.domain.dates import clock
from wibdesk.domain.meetings import Meeting, Stage
from wibdesk.domain.terms import Term
from wibdesk.language import say
from wibdesk.services import meetings, terms

if TYPE_CHECKING:
    from ui.context import Context
    from ui.places.room.readback.panel import ReadbackPanel
    from ui.places.room.readback.rows import ReadRow
    from ui.places.room.saving import LiveSave
    from ui.places.room.session import RoomSession
    from ui.places.room.surround import SurroundingsKept
    from wibdesk.domain.readback import Readback
    from wibdesk.spelling.checking import Speller


class ReadingBack(QObject):
    """`left` when the room is there again, `to_attendance` when somebody is to be marked, `changed` each time."""

    opening = Signal()
    left = Signal()
    to_attendance = Signal()
    changed = Signal()

    def __init__(
        self,
        context: "Context",
        session: "RoomSession",
        saving: "LiveSave",
        surround: "SurroundingsKept",
        stack: QStackedWidget,
    ) -> None:
        super().__init__(stack)
        self.context, self.session, self.saving, self.surround, self.stack = context, session, saving, surround, stack
        self.panel: ReadbackPanel | None = None
        self.size = "standard"
        self.terms: tuple[Term, ...] = ()
        self.asked = 0  # readings asked for: only the last one is shown
        self.closing = False  # asked for, and not known yet to be done
        self.wished: Callable[[ReadingBack], None] | None = None  # what a quick hand asked to be done after it
        session.refreshed.connect(self.refresh)
        context.events.changed.connect(self._heard)

    @property
    def open_now(self) -> bool:
        """Say whether what is read back is in sight."""
        return self.panel is not None and self.stack.currentWidget() is self.panel

    def open(self) -> None:
        """Show what is read back, at the line where the clerk was."""
        meeting = self.session.meeting
        if meeting is None:
            return
        self.opening.emit()
        self.closing, self.wished = False, None
        self.saving.flush()
        panel = self._panel()
        if panel.form.is_of_another(meeting):
            panel.form.begin()
        self.stack.setCurrentWidget(panel)
        self.show_form()
        self.context.operations.read(terms.terms, meeting.body.id, then=self._got_terms)
        panel.stop().setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def leave(self) -> None:
        """Show the room again."""
        if self.hide():
            self.left.emit()

    def hide(self) -> bool:
        """Put what is read back away and leave the keyboard to others; say whether it was there."""
        was = self.open_now
        if was:
            self.stack.setCurrentIndex(0)
            self.changed.emit()
        return was

    def floor(self) -> QWidget | None:
        """Return where a toast stands while the room is read back."""
        return self._panel().lines if self.open_now else None

    def panels(self) -> list[QWidget]:
        """Return what F6 goes round while the room is read back."""
        panel = self._panel()
        fields = (panel.to_form, panel.form.ended, panel.form.back)
        return [panel.stop(), next((w for w in fields if w.isVisible()), panel.form.back)]

    def set_size(self, size: str) -> None:
        """Take the form of a layout."""
        self.size = size
        if self.panel is not None:
            self.panel.set_size(size)
            self.show_form()

    def refresh(self) -> None:
        """Read the meeting back anew, off the window's thread."""
        meeting = self.session.meeting
        if meeting is None or not self.open_now:
            return
        self.show_form()
        if meeting.details.stage is Stage.CLOSED:
            self.closing, wished, self.wished = False, self.wished, None
            if wished is not None:
                wished(self)
                return
        # As said above.
        from wibdesk.domain.readback import readback  # noqa: PLC0415

        self.asked += 1
        read = partial(
            readback,
            meeting,
            roster=self.session.roster,
            holidays=_holidays(self.session.now().date()),
            known_terms=[term.short for term in self.terms],
            shown=self.surround.shown,
            now=self.session.now(),
            is_word=_dictionary(self.saving.editor.spelling.marks.speller),
        )
        self.context.tasks.run(read, on_done=partial(self._got, meeting, self.asked))

    def go_there(self, row: "ReadRow") -> None:
        """Show the place of a line on the sheet, its words selected; the same key that opened this leads back."""
        if not row.item_id:
            self._go_to_attendance()
            return
        self.hide()
        self.session.show_item(row.item_id)
        if row.entry_id:
            start = Spot(row.entry_id, row.part, row.offset)
            self.saving.caret_at(Spot(row.entry_id, row.part, row.offset + row.length), start if row.length else None)
        self.left.emit()

    def close_meeting(self, at: time) -> None:
        """Close the meeting; it stays read back, with what may be done then."""
        meeting = self.session.meeting
        if meeting is not None and self.may_close():
            self.closing = True
            words = say("The meeting closed at {time}", time=clock(at))
            self.context.operations.write_once(meetings.close_meeting, meeting.id, at, undo=words)

    def _panel(self) -> "ReadbackPanel":
        if self.panel is not None:
            return self.panel
        # As said above.
        from ui.places.room.readback.keys import add_commands  # noqa: PLC0415
        from ui.places.room.readback.panel import ReadbackPanel  # noqa: PLC0415
        from ui.places.room.readback.putting_right import PuttingRight  # noqa: PLC0415

        panel = self.panel = ReadbackPanel(self.context.theme)
        right = PuttingRight(self.context, self.session, self.surround, panel.asking)
        self.stack.addWidget(panel)
        panel.set_size(self.size)
        panel.list.opened.connect(self.go_there)
        panel.asking.closed.connect(lambda: panel.stop().setFocus(Qt.FocusReason.OtherFocusReason))
        panel.form.close_wished.connect(self.close_meeting)
        panel.form.next_wished.connect(self._keep_next)
        panel.form.left.connect(self.leave)
        right.asking.connect(panel.make_room)
        right.gone_to.connect(self.go_there)
        right.elsewhere.connect(self._go_to_attendance)
        add_commands(self, panel, right)
        return panel

    def after_closing(self, deed: "Callable[[ReadingBack], None]") -> None:
        """Do something with the meeting that is closed, as soon as it is."""
        if self.session.stage is Stage.CLOSED:
            deed(self)
        elif self.closing:
            self.wished = deed

    def may_close(self) -> bool:
        """Say whether the meeting can be closed now."""
        return self.session.changeable and self.session.live

    def _got_terms(self, found: tuple[Term, ...]) -> None:
        self.terms = found
        self.refresh()

    def _heard(self, changes: Changes) -> None:
        meeting = self.session.meeting
        if changes.touches(TERMS) and self.open_now and meeting is not None:
            self.context.operations.read(terms.terms, meeting.body.id, then=self._got_terms)

    def _got(self, meeting: Meeting, asked: int, read: "Readback") -> None:
        if asked != self.asked or self.panel is None:
            return
        # As said above.
        from ui.places.room.readback.rows import readback_rows  # noqa: PLC0415

        stage = meeting.details.stage
        heading = say("Read back before closing") if stage is Stage.LIVE else say("Read back")
        count = read.wanting
        about = (
            say(
                "{count} to put right, {words} you",
                count=count,
                words=say("none stops") if count > 1 else say("which does not stop"),
            )
            if count
            else ""
        )
        self.panel.show_rows(readback_rows(read, meeting), heading, about or say("Nothing to put right"))

    def show_form(self) -> None:
        """Show how the meeting stands beside the lines; the time of the end goes on with the clock."""
        meeting = self.session.meeting
        if self.panel is not None and meeting is not None:
            self.panel.form.show_meeting(
                meeting, self.session.now(), changeable=self.session.changeable, beside=self.panel.beside
            )

    def _keep_next(self, day: date, at: time | None) -> None:
        meeting = self.session.meeting
        if meeting is not None:
            # As said above.
            from ui.places.room.readback.closing_form import with_next  # noqa: PLC0415

            dates = with_next(meeting, day, at)
            self.context.operations.write(meetings.set_next_meetings, meeting.id, dates, undo=say("Next meeting kept"))

    def _go_to_attendance(self) -> None:
        self.hide()
        self.to_attendance.emit()


def _holidays(today: date) -> frozenset[date]:
    """Return the bank holidays on which an action of this year's meetings may be due."""
    # It brings dateutil, which the first paint does not wait for.
    from wibdesk.domain.bank_holidays import bank_holidays  # noqa: PLC0415

    return frozenset(bank_holidays(today.year - 1, today.year + 3))


def _dictionary(speller: "Speller | None") -> Callable[[str], bool] | None:
    return (lambda word: not speller.misspelt(word)) if speller is not None else None
