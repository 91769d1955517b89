"""Beside what is read back: when the meeting ended, when the next one is, the button that closes, what comes then."""

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.fields import Field, LineField
from ui.widgets.key_bar import Keys
from ui.widgets.labels import Label, column, hold, row
from ui.widgets.pane import Pane, Rule
from wibdesk.domain.dates import clock, read_date, read_time, short_date
from wibdesk.domain.meetings import Meeting, NextMeeting, Stage
from wibdesk.language import later, say, say_pairs

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

WIDTH = 300
AFTER = later("After closing you can still correct the draft.")
THEN = (("W", later("Word file")), ("L", later("action log, to print")))


class ClosingForm(Pane):
    """`close_wished` carries the time of the end, `next_wished` day and time of the next meeting."""

    close_wished = Signal(object)
    next_wished = Signal(object, object)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "panel", "l")
        self.meeting: Meeting | None = None
        self.heading = Label(theme, "", "heading", wrap=True)
        self.ended, self.next = EnterField(theme, icon="clock"), EnterField(theme, icon="calendar-days")
        self.ended_field = Field(theme, say("Ended at"), self.ended)
        self.next_field = Field(theme, say("Next meeting"), self.next)
        self.note = Label(theme, say(AFTER), "small", "muted", wrap=True)
        self.close_button = Button(theme, say("Close the meeting"), "primary", icon="check", key="Ctrl Enter")
        self.back = Button(theme, say("Back to the room"), "plain", key="Esc")
        self.then_heading = Label(theme, "", "strong")
        self.then_keys = [Keys(theme, [pair]) for pair in say_pairs(THEN)]
        self.then = hold(column(theme, Rule(theme), self.then_heading, *(row(theme, k, None) for k in self.then_keys),
                                spacing=10, margins=(0, 8, 0, 0)))  # fmt: skip
        self.fields = row(theme, self.ended_field, self.next_field, spacing=14)
        self.buttons = row(theme, self.close_button, self.back, spacing=8)
        for button in (self.close_button, self.back):
            self.buttons.setAlignment(button, Qt.AlignmentFlag.AlignLeft)
        self.page = column(
            theme, self.heading, self.fields, self.note, self.buttons, self.then, None, spacing=14,
            margins=(20, 18, 18, 14),
        )  # fmt: skip
        self.setLayout(self.page)
        self.close_button.clicked.connect(self.wish_close)
        self.back.clicked.connect(self.left)
        for field in (self.ended, self.next):
            field.entered.connect(self.wish_close)
        self.next.editingFinished.connect(self.keep_next)

    def set_beside(self, beside: bool) -> None:
        """Stand beside the list, everything one below the other, or under it, low and wide."""
        direction = QBoxLayout.Direction.TopToBottom if beside else QBoxLayout.Direction.LeftToRight
        self.fields.setDirection(direction)
        self.buttons.setDirection(direction)
        self.sides = "l" if beside else "t"
        self.set_width(WIDTH if beside else None)
        if not beside:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
        self.page.gap, self.page.edges = (14, (20, 18, 18, 14)) if beside else (6, (16, 8, 16, 8))
        self.page.rescale()
        for part in (self.heading, self.note, self.then):
            part.setVisible(beside)

    def show_meeting(self, meeting: Meeting, now: datetime, *, changeable: bool, beside: bool) -> None:
        """Show how the meeting stands: live it can be closed, closed it says when."""
        self.meeting = meeting
        stage, end = meeting.details.stage, meeting.details.end
        live = stage is Stage.LIVE and changeable
        at = say(" at {time}", time=clock(end)) if end else ""
        closed = say("The meeting closed{at}", at=at)
        self.heading.setText(
            say("Close the meeting") if live else closed if stage is Stage.CLOSED else say("Read back")
        )
        self.ended_field.setVisible(live)
        self.next_field.setVisible(changeable)
        self.note.setText(say(AFTER) if live else "" if stage is Stage.CLOSED else say("Reading back changes nothing."))
        self.note.setVisible(beside and bool(self.note.text()))
        self.close_button.setVisible(live)
        self.then.setVisible(beside and (live or stage is Stage.CLOSED))
        self.then_heading.setText(say("Then, one key each") if live else say("Now, one key each"))
        if not self.ended.isModified():
            self.ended.setText(clock(now.time()))
        if not self.next.isModified():
            self.next.setText(next_words(next_of(meeting)))

    def wish_close(self) -> None:
        """Ask for the meeting to be closed at the time that stands here; what is no time is said at the field."""
        at = read_time(self.ended.text())
        self.ended_field.set_trouble("" if at is not None else say("Not a time: type it as 11:19."))
        if at is None:
            self.show()  # where there is little room it is away while the lines are read
            self.ended.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.keep_next():
            self.close_wished.emit(at)

    def keep_next(self) -> bool:
        """Ask for the next meeting to be kept where it was typed; say whether what stands there can be read."""
        if not self.next.isModified() or self.meeting is None:
            return True
        words = self.next.text().strip()
        day, at = read_next(words, self.meeting.details.date)
        self.next_field.set_trouble(
            "" if day is not None or not words else say("Not a day: type it as 6/10/2026, 09:30.")
        )
        if day is not None:
            self.next.setModified(False)
            self.next_wished.emit(day, at)
        return day is not None or not words

    def is_of_another(self, meeting: Meeting) -> bool:
        """Say whether what was typed here was for another closing than that of this meeting."""
        known = self.meeting
        return known is None or known.id != meeting.id or known.details.stage is not meeting.details.stage

    def begin(self) -> None:
        """Forget what was typed here for another closing."""
        for line, field in ((self.ended, self.ended_field), (self.next, self.next_field)):
            line.setModified(False)
            field.set_trouble()


class EnterField(LineField):
    """A line whose Enter is the Enter of the form; its words are ready to be typed over."""

    entered = Signal()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Hand Enter on."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.entered.emit()


def next_of(meeting: Meeting) -> NextMeeting | None:
    """Return the first date to come that the meeting lists and that is not called off."""
    day = meeting.details.date
    to_come = [n for n in meeting.next_meetings if n.date and not n.cancelled and (day is None or n.date > day)]
    return min(to_come, key=lambda n: n.date or date.max, default=None)


def next_words(coming: NextMeeting | None) -> str:
    """Return `Tue 6 Oct 2026, 09:30` for the field."""
    if coming is None or coming.date is None:
        return ""
    return short_date(coming.date) + (f", {clock(coming.time)}" if coming.time else "")


def read_next(words: str, after: date | None) -> tuple[date | None, time | None]:
    """Read day and time as they are typed, with a comma or a blank between; the day is None where it is none."""
    day, _, at = words.partition(",")
    if read_date(day.strip(), near=after) is None and not at:
        day, _, at = words.rpartition(" ")
    moment = read_time(at.strip()) if at.strip() else None
    if at.strip() and moment is None:
        return None, None
    return read_date(day.strip(), near=after), moment


def with_next(meeting: Meeting, day: date, at: time | None) -> tuple[NextMeeting, ...]:
    """Return the dates to come with the first of them moved to a day and time, or with it added."""
    old = next_of(meeting)
    if old is None:
        return (NextMeeting(day, at), *meeting.next_meetings)
    first = old.rearranged_from or old.date
    moved = NextMeeting(day, at, rearranged_from=None if first == day else first, id=old.id)
    return tuple(moved if n.id == old.id else n for n in meeting.next_meetings)


def stops(form: ClosingForm) -> list[QWidget]:
    """Return what Tab goes through in the form."""
    return [w for w in (form.ended, form.next, form.close_button, form.back) if w.isVisible()]
