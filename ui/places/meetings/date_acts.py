"""The dates of meetings to come: listed, moved, called off and taken off, each with a key."""

from collections.abc import Callable, Sequence
from datetime import date, time

from PySide6.QtCore import QObject

from ui.places.meetings.choice import Chosen
from ui.places.meetings.form_acts import FormActs
from ui.places.meetings.forms import DateForm
from ui.places.meetings.overview import FutureDate, when
from wibdesk.domain.dates import short_date
from wibdesk.domain.meetings import Meeting, MeetingSummary, NextMeeting
from wibdesk.language import say
from wibdesk.services import meetings as verbs
from wibdesk.services import next_meetings as date_verbs

Dates = Sequence[NextMeeting]


class DateActs(QObject):
    """Runs the commands on the date that is chosen."""

    def __init__(self, forms: FormActs, chosen: Chosen) -> None:
        super().__init__(forms)
        self.forms, self.context, self.chosen = forms, forms.context, chosen
        self.form: DateForm | None = None
        self.dated: Callable[[date, time | None], None] | None = None

    def move(self) -> None:
        """Ask where the chosen date moves to; a meeting that is made moves by its details."""
        found = self.chosen.listed()
        if found is None:
            self.forms.change_details()
            return
        self.dated = lambda day, _: self._move(found, day)
        form = self._form()
        form.show_move(found.body_name, found.listed)
        self.forms.open(form)

    def add(self) -> None:
        """Ask for another date of the body meant."""
        last = self.chosen.last_meeting()
        if last is None:
            self.context.messages.say(say("Dates are listed with a meeting: N makes the first meeting of the body"))
            return
        self.dated = lambda day, at: self._list(last, day, at)
        form = self._form()
        form.show_new(last.body_name, last.details.planned_start or last.details.start)
        self.forms.open(form)

    def cancel(self) -> None:
        """Call off the chosen date, or take that back."""
        found = self.chosen.listed()
        if found is not None and found.listed.date is not None:
            off = not found.listed.cancelled
            words = (
                say("{date} cancelled", date=short_date(found.listed.date))
                if off
                else say("{date} restored", date=short_date(found.listed.date))
            )
            self.context.operations.write(
                date_verbs.cancel_next_meeting, found.meeting_id, found.listed.id, off, undo=words
            )

    def drop(self, found: FutureDate) -> None:
        """Take a date off the list."""
        words = (
            say("{date} taken off the list", date=short_date(found.listed.date))
            if found.listed.date
            else say("Date taken off the list")
        )
        self._change(found.meeting_id, lambda dates: [d for d in dates if d.id != found.listed.id], words)

    def _form(self) -> DateForm:
        if self.form is None:
            form = self.form = DateForm(self.context.theme, self.forms.today)
            form.dated.connect(self._dated)
            form.cancelled.connect(self.forms.close)
        return self.form

    def _dated(self, day: date, at: time | None) -> None:
        if self.dated is not None:
            self.dated(day, at)
        self.forms.close()

    def _move(self, found: FutureDate, day: date) -> None:
        words = say("Moved to {date}", date=short_date(day))
        self.context.operations.write(date_verbs.move_next_meeting, found.meeting_id, found.listed.id, day, undo=words)

    def _list(self, last: MeetingSummary, day: date, at: time | None) -> None:
        listed = NextMeeting(day, at)
        self.forms.place.wanted = f"date {listed.id}"
        words = say("{date} listed for {body_name}", date=short_date(day), body_name=last.body_name)
        self._change(self._teller(last, day).id, lambda dates: [*dates, listed], words)

    def _teller(self, last: MeetingSummary, day: date) -> MeetingSummary:
        """Return the meeting that lists a day: the last one before it."""
        own = [m for m in self.chosen.seen.meetings if m.body_id == last.body_id]
        return max((m for m in own if m.details.date and m.details.date < day), key=when, default=last)

    def _change(self, meeting_id: str, change: Callable[[Dates], Dates], words: str) -> None:
        operations = self.context.operations

        def store(meeting: Meeting) -> None:
            dates = tuple(change(meeting.next_meetings))
            operations.write(date_verbs.set_next_meetings, meeting_id, dates, undo=words)

        operations.read(verbs.meeting, meeting_id, then=store)
