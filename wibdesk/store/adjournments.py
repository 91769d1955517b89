"""The adjournments of each meeting."""

from wibdesk.domain.adjournments import Adjournment
from wibdesk.store.records import Row, record_of, row_of
from wibdesk.store.rows import Rows
from wibdesk.store.tables import adjournment


class Adjournments:
    """Queries over the stretches in which meetings did not sit."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_meeting(self, meeting_id: str) -> tuple[Adjournment, ...]:
        """Return the adjournments of a meeting, in order."""
        return tuple(record_of(Adjournment, row) for row in self._held(meeting_id))

    def put(self, record: Adjournment) -> None:
        """Store an adjournment; a new one is the meeting's last."""
        held = self._held(record.meeting_id)
        free = max((row["position"] + 1 for row in held), default=0)
        place = next((row["position"] for row in held if row["id"] == record.id), free)
        self._rows.put(adjournment, row_of(adjournment, record, position=place))

    def remove(self, adjournment_id: str) -> None:
        """Take an adjournment away."""
        self._rows.delete(adjournment, "id", [adjournment_id])

    def _held(self, meeting_id: str) -> list[Row]:
        held = self._rows.matching(adjournment, "meeting_id", [meeting_id])
        return sorted(held, key=lambda row: int(row["position"]))
