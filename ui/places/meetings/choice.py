"""What is chosen in the list of meetings: the row, its meeting or listed date, and the body meant."""

from typing import TYPE_CHECKING

from ui.lists import RowList
from ui.places.meetings.overview import FutureDate, Overview, when
from ui.places.meetings.rows import MeetingRow
from wibdesk.domain.meetings import MeetingSummary

if TYPE_CHECKING:
    from ui.places.meetings.place import MeetingsPlace


class Chosen:
    """Answers for the row that has the keyboard."""

    def __init__(self, place: "MeetingsPlace") -> None:
        self.place = place

    @property
    def list(self) -> RowList:
        """The list of meetings."""
        return self.place.list

    @property
    def seen(self) -> Overview:
        """What was last read of the register."""
        return self.place.seen

    def row(self) -> MeetingRow | None:
        """Return the chosen row."""
        row: MeetingRow | None = self.place.list.current_row()
        return row

    def meeting(self) -> MeetingSummary | None:
        """Return the chosen meeting, None on a date that has none."""
        row = self.row()
        return row.meeting if row is not None else None

    def listed(self) -> FutureDate | None:
        """Return the chosen date that has no meeting yet."""
        row = self.row()
        return row.listed if row is not None else None

    def body_id(self) -> str:
        """Return the body meant: the one shown, else that of the row, else the first."""
        meeting, listed, bodies = self.meeting(), self.listed(), self.seen.bodies
        of_row = meeting.body_id if meeting else listed.body_id if listed else ""
        return self.place.body_id or of_row or (bodies[0].id if bodies else "")

    def last_meeting(self) -> MeetingSummary | None:
        """Return the latest meeting of the body meant: new dates are listed with it."""
        wanted = self.body_id()
        own = [m for m in self.seen.meetings if m.body_id == wanted and m.details.date]
        return max(own, key=when, default=None)
