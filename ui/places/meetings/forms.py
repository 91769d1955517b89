"""The forms of the Meetings place: a new meeting, the details of one, and a date to come."""

from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from PySide6.QtCore import Qt, Signal

from ui.panels.record_form import EditForm, RecordForm
from ui.panels.written import Today, WrittenDate, WrittenTime, whole_number
from ui.places.meetings.overview import Overview, when
from ui.places.meetings.rows import day_words
from ui.theme import Theme
from ui.widgets.fields import DropField, Field, LineField
from wibdesk.domain.dates import short_date
from wibdesk.domain.meetings import MeetingDetails, MeetingSummary, MeetingType, NextMeeting, Stage
from wibdesk.language import later, say, say_pairs

TYPES = (
    (MeetingType.ORDINARY.value, later("Ordinary")),
    (MeetingType.ANNUAL.value, later("Annual")),
    (MeetingType.SPECIAL.value, later("Special")),
    (MeetingType.EXTRAORDINARY.value, later("Extraordinary")),
    (MeetingType.ADJOURNED.value, later("Adjourned")),
)
STANDING = ""


@dataclass(frozen=True)
class NewMeeting:
    """What the clerk wishes made."""

    body_id: str
    date: date | None
    start: time | None
    venue: str | None
    type: MeetingType
    copy_from: str | None


class NewMeetingForm(RecordForm):
    """Body, day, time, venue and type, filled in from the body's next date and its last meeting; `made` carries it."""

    made = Signal(object)

    def __init__(self, theme: Theme, today: Today) -> None:
        super().__init__(theme, say("New meeting"), say("Make the meeting"), cancel=say("Close, keep the draft"))
        self.seen = Overview()
        self.body_field = DropField(theme)
        self.venue, self.type = LineField(theme), DropField(theme, say_pairs(TYPES))
        self.agenda = DropField(theme, [(STANDING, say("Standing items of the body"))])
        self.add(say("Body"), self.body_field)
        day, start = self.add(say("Date"), LineField(theme)), self.add(say("Start"), LineField(theme))
        self.day, self.start_time = WrittenDate(day, today), WrittenTime(start)
        self.day.remark = self._remark
        self.add(say("Venue"), self.venue)
        self.add(say("Type"), self.type)
        self.add(say("Agenda"), self.agenda, say("Everybody who serves on that day is put on the list."))
        self.body_field.picked.connect(self._body_picked)
        self.saved.connect(self._make)

    def show_for(self, seen: Overview, body_id: str, listed: NextMeeting | None = None) -> None:
        """Fill the form for a body, for one of its listed dates when given; a draft is left as it is."""
        self.seen = seen
        if not self.fresh and listed is None:
            return
        self.body_field.set_options([(body.id, body.name) for body in seen.bodies], body_id)
        self.type.choose(MeetingType.ORDINARY.value)
        self._fill(listed)
        self.clear_trouble()
        self.fresh = False

    def start(self) -> None:
        """Give the keyboard to the body, or to the date where there is only one body."""
        super().start()
        if self.body_field.count() == 1:
            self.day.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.day.line.selectAll()

    def faults(self) -> list[tuple[Field, str]]:
        """Return what cannot be read."""
        return [(self.day.field, self.day.trouble(needed=True)), (self.start_time.field, self.start_time.trouble())]

    def _body_picked(self, body_id: str) -> None:
        self._fill(None)

    def _fill(self, listed: NextMeeting | None) -> None:
        body_id = self.body_field.chosen()
        own = sorted((m for m in self.seen.meetings if m.body_id == body_id and m.details.date), key=when)
        dates = [d.listed for d in self.seen.dates if d.body_id == body_id and not d.listed.cancelled]
        ahead = listed or min(dates, key=lambda n: n.date or date.max, default=None)
        last = own[-1].details if own else None
        usual = (last.planned_start or last.start) if last else None
        self.day.show(ahead.date if ahead else None)
        self.start_time.show(ahead.time if ahead and ahead.time is not None else usual)
        self.venue.setText(last.venue or "" if last else "")
        self.venue.setCursorPosition(0)
        copies = [(m.id, _agenda_words(m)) for m in reversed(own[-5:]) if m.items]
        self.agenda.set_options([(STANDING, say("Standing items of the body")), *copies])
        self.agenda.choose(STANDING)

    def _remark(self, day: date | None) -> str:
        body_id = self.body_field.chosen()
        same = any(m.body_id == body_id and m.details.date == day for m in self.seen.meetings)
        return say("The body has a meeting on that day already") if day and same else ""

    def _make(self) -> None:
        if not self.sound():
            return
        self.made.emit(
            NewMeeting(
                self.body_field.chosen(), self.day.day(), self.start_time.moment(), self.venue.text().strip() or None,
                MeetingType(self.type.chosen()), self.agenda.chosen() or None,
            )
        )  # fmt: skip


class DetailsForm(EditForm):
    """What stands at the head of the minutes: title, day, times, venue, contact, type, the public."""

    def __init__(self, theme: Theme, today: Today) -> None:
        super().__init__(theme, say("Details of the meeting"))
        self.name, self.venue, self.contact = LineField(theme), LineField(theme), LineField(theme)
        self.type, self.public = DropField(theme, say_pairs(TYPES)), LineField(theme)
        self.add(say("Title"), self.name, say("At the head of the minutes; empty means that of the house style."))
        self.day = WrittenDate(self.add(say("Date"), LineField(theme)), today)
        start, end = self.add_pair((say("Start"), LineField(theme)), ("End", LineField(theme)))
        self.start_time, self.end_time = WrittenTime(start), WrittenTime(end)
        self.add(say("Venue"), self.venue)
        self.add(say("Contact"), self.contact)
        _, self.public_field = self.add_pair((say("Type"), self.type), (say("Public present"), self.public))

    def fill(self, record: Any) -> None:
        """Put the details of a meeting into the fields."""
        d: MeetingDetails = record
        self.set_heading(say("Details, {date}", date=day_words(d)))
        self.name.setText(d.title or "")
        self.day.show(d.date)
        self.start_time.show(d.start)
        self.end_time.show(d.end)
        self.venue.setText(d.venue or "")
        self.venue.setCursorPosition(0)
        self.contact.setText(d.contact or "")
        self.type.choose(d.type.value)
        self.public.setText("" if d.public_present is None else str(d.public_present))

    def faults(self) -> list[tuple[Field, str]]:
        """Return what cannot be read."""
        return [
            (self.day.field, self.day.trouble(needed=self.record.date is not None)),
            (self.start_time.field, self.start_time.trouble()),
            (self.end_time.field, self.end_time.trouble()),
            (self.public_field, whole_number(self.public.text(), most=99999, what=say("The public"))[1]),
        ]

    def read(self) -> MeetingDetails:
        """Return the details as typed; before the meeting is opened its start is the planned one too."""
        d: MeetingDetails = self.record
        start = self.start_time.moment()
        return replace(
            d, title=self.name.text().strip() or None, date=self.day.day(), start=start, end=self.end_time.moment(),
            planned_start=start if d.stage is Stage.PLANNED else d.planned_start,
            venue=self.venue.text().strip() or None, contact=self.contact.text().strip() or None,
            type=MeetingType(self.type.chosen()),
            public_present=whole_number(self.public.text(), most=99999, what="")[0],
        )  # fmt: skip


class DateForm(RecordForm):
    """One date to come: listed anew, or moved; `dated` carries day and time."""

    dated = Signal(object, object)

    def __init__(self, theme: Theme, today: Today) -> None:
        super().__init__(theme, say("A date to come"), say("List the date"), cancel=say("Back to the list"))
        self.day = WrittenDate(self.add(say("Date"), LineField(theme)), today)
        self.at_field = self.add(say("Start"), LineField(theme))
        self.at = WrittenTime(self.at_field)
        self.saved.connect(self._take)

    def show_new(self, body_name: str, at: time | None) -> None:
        """Ask for another date of a body."""
        self.set_heading(say("Another date of {body_name}", body_name=body_name))
        self.save_button.set_words(say("List the date"))
        self._show(None, at, timed=True)

    def show_move(self, body_name: str, listed: NextMeeting) -> None:
        """Ask where a listed date moves to."""
        was = short_date(listed.date) if listed.date else listed.as_written or ""
        self.set_heading(say("Move {was}, {body_name}", was=was, body_name=body_name))
        self.save_button.set_words(say("Move the date"))
        self._show(listed.date, listed.time, timed=False)

    def faults(self) -> list[tuple[Field, str]]:
        """Return what cannot be read."""
        return [(self.day.field, self.day.trouble(needed=True)), (self.at_field, self.at.trouble())]

    def _show(self, day: date | None, at: time | None, *, timed: bool) -> None:
        self.day.show(day)
        self.at.show(at)
        self.at_field.setVisible(timed)
        self.clear_trouble()

    def _take(self) -> None:
        if self.sound():
            self.dated.emit(self.day.day(), self.at.moment())


def _agenda_words(meeting: MeetingSummary) -> str:
    return say("As on {date}, {items} items", date=day_words(meeting.details), items=meeting.items)
