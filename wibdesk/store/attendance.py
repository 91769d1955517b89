"""The attendance lists of meetings."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from wibdesk.domain.attendance import Attendee, Interval, Status, count
from wibdesk.domain.people import Group
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.store.records import Row, record_of, row_of
from wibdesk.store.rows import Rows
from wibdesk.store.tables import attendee, deputy_for, presence


class Attendance:
    """Queries over who was at a meeting."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_meeting(self, meeting_id: str) -> tuple[Attendee, ...]:
        """Return the attendance list in order."""
        chosen = sa.select(attendee).where(attendee.c.meeting_id == meeting_id).order_by(attendee.c.position)
        return self._whole([dict(r) for r in self._rows.execute(chosen)])

    def of_meetings(self, meeting_ids: Iterable[str]) -> dict[str, tuple[Attendee, ...]]:
        """Return the attendance lists of meetings by their ids, each in order; a meeting without one is left out."""
        held = sorted(self._rows.matching(attendee, "meeting_id", meeting_ids), key=lambda r: int(r["position"]))
        lists: dict[str, list[Attendee]] = {}
        for row, whole in zip(held, self._whole(held), strict=True):
            lists.setdefault(row["meeting_id"], []).append(whole)
        return {meeting_id: tuple(people) for meeting_id, people in lists.items()}

    def heads(self) -> dict[str, tuple[int, int]]:
        """Return of every meeting with a list how many are present, and how many members there are.

        Counted in one query, but for the meetings to which somebody sent a deputy or came for a part of the time.
        """
        there = sa.func.sum(sa.case((attendee.c.status == Status.PRESENT, 1), else_=0))
        members = sa.func.sum(sa.case((attendee.c.group == Group.MEMBER, 1), else_=0))
        counted = sa.select(attendee.c.meeting_id, there, members).group_by(attendee.c.meeting_id)
        found = {row[0]: (int(row[1]), int(row[2])) for row in self._rows.tuples(counted)}
        special = {
            str(row[0])
            for table in (deputy_for, presence)
            for row in self._rows.tuples(sa.select(attendee.c.meeting_id).join(table).distinct())
        }
        for meeting_id, people in self.of_meetings(special).items():
            heads = count(people)
            found[meeting_id] = heads.present, heads.members
        return found

    def get(self, attendee_id: str) -> Attendee:
        """Return one row of a list; UserError where it is gone."""
        return self._whole([self._row(attendee_id)])[0]

    def meeting_of(self, attendee_id: str) -> str:
        """Return the meeting on whose list the row stands."""
        return str(self._row(attendee_id)["meeting_id"])

    def _row(self, attendee_id: str) -> Row:
        found = self._rows.get(attendee, (attendee_id,))
        if found is None:
            raise UserError(say("That person is no longer on the attendance list: look at the list again."))
        return found

    def put(self, meeting_id: str, record: Attendee) -> None:
        """Store one row; a new one goes to the end."""
        found = self._rows.get(attendee, (record.id,))
        position = found["position"] if found else self._next(meeting_id)
        self._rows.put(attendee, row_of(attendee, record, meeting_id=meeting_id, position=position))
        self._put_lists([record])

    def put_all(self, meeting_id: str, records: Sequence[Attendee]) -> None:
        """Make this the whole list, in this order."""
        listed = [row_of(attendee, r, meeting_id=meeting_id, position=n) for n, r in enumerate(records)]
        self._rows.sync(attendee, "meeting_id", [meeting_id], listed)
        self._put_lists(records)

    def _put_lists(self, records: Sequence[Attendee]) -> None:
        ids = [r.id for r in records]
        names = [
            {"attendee_id": r.id, "position": n, "name": name} for r in records for n, name in enumerate(r.deputy_for)
        ]
        stretches = [
            row_of(presence, i, attendee_id=r.id, position=n) for r in records for n, i in enumerate(r.intervals)
        ]
        self._rows.sync(deputy_for, "attendee_id", ids, names)
        self._rows.sync(presence, "attendee_id", ids, stretches)

    def _next(self, meeting_id: str) -> int:
        chosen = sa.select(sa.func.max(attendee.c.position)).where(attendee.c.meeting_id == meeting_id)
        last = self._rows.scalar(chosen)
        return 0 if last is None else int(last) + 1

    def remove(self, attendee_id: str) -> None:
        """Take a row off the list."""
        self._rows.delete(attendee, "id", [attendee_id])

    def _whole(self, found: list[Row]) -> tuple[Attendee, ...]:
        ids = [row["id"] for row in found]
        names = self._lists(deputy_for, ids)
        stretches = self._lists(presence, ids)
        return tuple(
            record_of(
                Attendee,
                row,
                deputy_for=tuple(r["name"] for r in names.get(row["id"], ())),
                intervals=tuple(record_of(Interval, r) for r in stretches.get(row["id"], ())),
            )
            for row in found
        )

    def _lists(self, table: sa.Table, ids: list[str]) -> dict[str, list[Row]]:
        lists: dict[str, list[Row]] = {}
        for row in sorted(self._rows.matching(table, "attendee_id", ids), key=lambda r: int(r["position"])):
            lists.setdefault(row["attendee_id"], []).append(row)
        return lists
