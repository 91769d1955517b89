"""The forms of the Meetings place: opened by a key, and what they ask for done."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from ui.panels.record_form import EditForm, RecordForm
from ui.place import Where
from ui.places.meetings.choice import Chosen
from ui.places.meetings.forms import DetailsForm, NewMeeting, NewMeetingForm
from ui.places.meetings.rows import day_words
from wibdesk.domain.meetings import Meeting, MeetingDetails, NextMeeting
from wibdesk.language import say
from wibdesk.services import meetings as verbs

if TYPE_CHECKING:
    from ui.places.meetings.place import MeetingsPlace


class FormActs(QObject):
    """Makes the forms of a meeting once, opens them on the chosen row and writes what they carry."""

    def __init__(self, place: "MeetingsPlace", chosen: Chosen) -> None:
        super().__init__(place)
        self.place, self.context, self.chosen = place, place.context, chosen
        self.new_form: NewMeetingForm | None = None
        self.details_form: DetailsForm | None = None
        self.new_wished = False

    def new_meeting(self) -> None:
        """Open the form for a new meeting; without a body, set one up first."""
        if self.place.seen.bodies:
            self.new_on(self.chosen.body_id(), None)
        else:
            self.context.go("body", Where())

    def new_on(self, body_id: str, listed: NextMeeting | None) -> None:
        """Open the form for a new meeting of a body, on a listed date when given."""
        form = self._new_form()
        form.show_for(self.place.seen, body_id, listed)
        self.open(form)

    def overview_read(self) -> None:
        """Open the form that waited for the register to be read."""
        if self.new_wished:
            self.new_wished = False
            self.new_meeting()

    def change_details(self) -> None:
        """Open the details of the chosen meeting."""
        meeting = self.chosen.meeting()
        if meeting is not None:
            form = self._details_form()
            form.show_record(meeting.details)
            self.open(form)

    def settle(self) -> None:
        """Keep what was changed in the form that is open."""
        panel = self.place.page.panel
        if isinstance(panel, EditForm) and panel.isVisible():
            panel.settle()

    def close(self) -> None:
        """Put the form away and go back to the list."""
        self.place.page.close_panel()
        self.place.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.place.keys_changed.emit()

    def open(self, form: RecordForm) -> None:
        """Lay a form beside the list and give it the keyboard."""
        self.place.page.open_panel(form)
        form.start()
        self.place.keys_changed.emit()

    def today(self) -> date:
        """Return the day by the desk's clock."""
        return self.context.desk.now().date()

    def _new_form(self) -> NewMeetingForm:
        if self.new_form is None:
            form = self.new_form = NewMeetingForm(self.context.theme, self.today)
            form.made.connect(self._make)
            form.cancelled.connect(self.close)
        return self.new_form

    def _details_form(self) -> DetailsForm:
        if self.details_form is None:
            form = self.details_form = DetailsForm(self.context.theme, self.today)
            form.kept.connect(self._keep_details)
            form.closed.connect(self.close)
        return self.details_form

    def _make(self, wished: NewMeeting) -> None:
        self.context.operations.write_once(
            verbs.new_meeting, wished.body_id, date=wished.date, start=wished.start, venue=wished.venue,
            type=wished.type, copy_from=wished.copy_from, undo=say("Meeting made"), then=self._made,
        )  # fmt: skip

    def _made(self, meeting: Meeting) -> None:
        self._new_form().fresh = True
        self.place.page.close_panel()
        self.place.wanted = meeting.id
        self.place.go_on("agenda", Where(body_id=meeting.body.id, meeting_id=meeting.id))

    def _keep_details(self, details: MeetingDetails) -> None:
        words = say("Details of {date} changed", date=day_words(details))
        self.context.operations.write(verbs.change_details, details, undo=words)
