"""What the clerk can do in the Meetings place: each key and its command."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.commands import Command
from ui.handing_over import hand_over
from ui.place import Where
from ui.places.meetings.body_acts import BodyActs
from ui.places.meetings.choice import Chosen
from ui.places.meetings.date_acts import DateActs
from ui.places.meetings.files import ask_files
from ui.places.meetings.form_acts import FormActs
from ui.places.meetings.nudging import to_log
from ui.places.meetings.overview import is_ahead
from ui.places.meetings.rows import MeetingRow, day_words, name_of
from wibdesk.domain.meetings import MeetingSummary
from wibdesk.language import say
from wibdesk.services import meetings as verbs

if TYPE_CHECKING:
    from ui.places.meetings.place import MeetingsPlace

WHERE = "meetings"


class Acts(QObject):
    """Runs the commands on the row that is chosen."""

    def __init__(self, place: "MeetingsPlace") -> None:
        super().__init__(place)
        self.place, self.context = place, place.context
        self.chosen = Chosen(place)
        self.forms = FormActs(place, self.chosen)
        self.dates = DateActs(self.forms, self.chosen)
        self.bodies = BodyActs(place, self.chosen)
        self._register_rows()
        self._register_place()

    def open_row(self, row: MeetingRow) -> None:
        """Open the room of a meeting, the agenda of one that is planned, the form for a date without a meeting."""
        if row.chase is not None:
            self.context.go("actions", to_log(row.chase, self.context.desk.now().date()))
        elif row.listed is not None:
            self.forms.new_on(row.listed.body_id, row.listed.listed)
        else:
            self._go("agenda" if row.kind == "meeting" else "room")

    def open_room(self) -> None:
        """Go to the room of the chosen meeting."""
        self._go("room")

    def remove(self) -> None:
        """Take the chosen meeting or date out; a meeting that has been is asked about first."""
        meeting, found = self.chosen.meeting(), self.chosen.listed()
        today = self.context.desk.now().date()
        if found is not None:
            self.dates.drop(found)
        elif meeting is not None and is_ahead(meeting, today) and not meeting.actions:
            self._remove(meeting)
        elif meeting is not None:
            self.context.messages.ask(
                say("Remove the meeting of {date}?", date=day_words(meeting.details)),
                say(
                    "{meeting}: its agenda, attendance, minutes and actions go to the bin. They can be put "
                    "back from there, under Safe keeping.",
                    meeting=name_of(meeting),
                ),
                safe=say("Keep the meeting"),
                act=say("Remove the meeting"),
                run=lambda: self._remove(meeting),
                danger=True,
            )

    def _register_rows(self) -> None:
        place, forms, at = self.place, self.forms, WHERE
        any_meeting, any_date = self._has_meeting, self._has_date
        self.context.commands.add(
            place.list,
            Command("meeting-new", say("New meeting"), ("N",), at, forms.new_meeting, "plus"),
            Command("meeting-room", say("Open the room"), ("Ctrl Enter",), at, self.open_room, "notebook-pen",
                when=any_meeting),
            Command("meeting-agenda", say("Open the agenda"), ("A",), at, self._open_agenda, "list-checks",
                when=any_meeting),
            Command("meeting-details", say("Change the details"), ("F2",), at, forms.change_details, "pencil",
                when=any_meeting),
            Command("meeting-carried", say("Carried actions"), ("C",), at, self._carried, "arrow-right",
                when=any_meeting),
            Command("meeting-send", say("Send the minutes"), ("S",), at, self._send, "send", when=any_meeting),
            Command("meeting-remove", say("Remove the meeting or date"), ("Del",), at, self.remove, "trash-2"),
            Command("date-add", say("Add a date to come"), ("D",), at, self.dates.add, "plus"),
            Command("date-move", say("Move the date"), ("M",), at, self.dates.move, "calendar-clock"),
            Command("date-cancel", say("Cancel or restore the date"), ("X",), at, self.dates.cancel, "x",
                when=any_date),
            Command("meeting-body", say("Choose the body"), ("B",), at, place.open_menu, "filter"),
            Command("meeting-past", say("Show or hide past meetings"), ("P",), at, place.toggle_past, "history"),
            Command("meeting-chase", say("Show or fold what to chase"), ("T",), at, place.nudging.toggle,
                "circle-alert"),
            Command("meeting-find", say("Find a meeting"), ("/",), at, place.finder.start, "search"),
        )  # fmt: skip

    def _register_place(self) -> None:
        place, at = self.place, WHERE
        self.context.commands.add(
            place,
            Command("meeting-file", say("Open a meeting file"), ("Ctrl O",), at, self._ask_files, "folder-open"),
            Command(
                "meeting-hand-over",
                say("Save a hand-over file"),
                ("Ctrl Shift S",),
                at,
                self._hand_over,
                "upload",
                when=self._has_meeting,
            ),
            Command(
                "meeting-calendar",
                say("Save the meeting calendar"),
                ("Ctrl E",),
                at,
                self._calendar,
                "calendar-days",
                when=self._has_body,
            ),
            Command("meeting-print", say("See the minutes as they print"), ("Ctrl P",), at, self._preview, "book-open"),
            Command("meeting-seek", say("Find a meeting"), ("Ctrl F",), at, place.finder.start, "search", listed=False),
        )

    def _has_meeting(self) -> bool:
        return self.chosen.meeting() is not None

    def _has_date(self) -> bool:
        return self.chosen.listed() is not None

    def _go(self, place_id: str) -> None:
        meeting = self.chosen.meeting()
        if meeting is not None:
            self.context.go(place_id, Where(body_id=meeting.body_id, meeting_id=meeting.id))

    def _open_agenda(self) -> None:
        self._go("agenda")

    def _send(self) -> None:
        self._go("send")

    def _preview(self) -> None:
        self._go("preview")

    def _has_body(self) -> bool:
        return bool(self.chosen.body_id())

    def _calendar(self) -> None:
        self.context.go("preview", Where(body_id=self.chosen.body_id(), note="calendar"))

    def _carried(self) -> None:
        self.context.go("actions", Where(body_id=self.chosen.body_id()))

    def _ask_files(self) -> None:
        ask_files(self.context, self.place)

    def _hand_over(self) -> None:
        meeting = self.chosen.meeting()
        if meeting is not None:
            hand_over(self.context, self.place, meeting.id)

    def _remove(self, meeting: MeetingSummary) -> None:
        words = say("Meeting of {date} removed", date=day_words(meeting.details))
        self.context.operations.write_once(verbs.remove_meeting, meeting.id, once=meeting.id, undo=words)
