"""Meetings in the register, alone and whole."""

from collections.abc import Mapping, Sequence
from datetime import date

import sqlalchemy as sa

from wibdesk.domain.meetings import Meeting, MeetingDetails, MeetingSummary, NextMeeting, Stage
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.store.agenda import Agenda
from wibdesk.store.attendance import Attendance
from wibdesk.store.bodies import Bodies
from wibdesk.store.records import Row, record_of, row_of
from wibdesk.store.rows import Rows
from wibdesk.store.tables import action, entry, item, meeting, next_meeting, preamble_paragraph, register


class Meetings:
    """Queries over meetings and their future dates."""

    def __init__(self, rows: Rows, bodies: Bodies, agenda: Agenda, attendance: Attendance) -> None:
        self._rows = rows
        self._bodies = bodies
        self._agenda = agenda
        self._attendance = attendance

    def get(self, meeting_id: str) -> MeetingDetails:
        """Return one meeting without its lists; UserError where it is gone."""
        found = self._rows.get(meeting, (meeting_id,))
        if found is None:
            raise UserError(say("That meeting is no longer in the register: look at the list of meetings again."))
        return self._details([found])[0]

    def by_ref(self, ref: str) -> MeetingDetails | None:
        """Return the meeting with a reference, as M3 or m3."""
        found = self._rows.matching(meeting, "ref", [ref.strip().upper()])
        return next(iter(self._details(found)), None)

    def of_body(self, body_id: str) -> tuple[MeetingDetails, ...]:
        """Return the meetings of a body, those without a day first, then by day."""
        return tuple(sorted(self._details(self._rows.matching(meeting, "body_id", [body_id])), key=_by_day))

    def stages(self) -> dict[str, Stage]:
        """Return the stage of every meeting, by its id."""
        return {row["id"]: row["stage"] for row in self._rows.execute(sa.select(meeting.c.id, meeting.c.stage))}

    def days_of_body(self, body_id: str, but: str) -> set[date]:
        """Return the days of a body's meetings, one of them left out."""
        chosen = sa.select(meeting.c.date).where(meeting.c.body_id == body_id, meeting.c.id != but)
        return {row["date"] for row in self._rows.execute(chosen.where(meeting.c.date.is_not(None)))}

    def whole(self, meeting_id: str) -> Meeting:
        """Return a meeting with all that belongs to it; UserError where it is gone."""
        details = self.get(meeting_id)
        return Meeting(
            self._bodies.get(details.body_id),
            details,
            self._attendance.of_meeting(meeting_id),
            self._agenda.items(meeting_id),
            self.next_meetings(meeting_id),
        )

    def put(self, record: MeetingDetails) -> None:
        """Store a meeting without its lists."""
        self._rows.put(meeting, row_of(meeting, record))
        said = [{"meeting_id": record.id, "position": n, "text": text} for n, text in enumerate(record.preamble)]
        self._rows.sync(preamble_paragraph, "meeting_id", [record.id], said)

    def put_whole(self, record: Meeting) -> None:
        """Store a meeting with all that belongs to it, and nothing else of what it held before."""
        self.put(record.details)
        self._attendance.put_all(record.id, record.attendance)
        self._agenda.put_whole(record.id, record.items)
        self.put_next(record.id, record.next_meetings)

    def remove(self, meeting_id: str) -> None:
        """Take away a meeting with all that belongs to it."""
        self._rows.delete(meeting, "id", [meeting_id])

    def next_ref(self) -> str:
        """Return the next short reference; none is ever given twice."""
        return f"M{take_number(self._rows, 'last_meeting')}"

    def next_meetings(self, meeting_id: str) -> tuple[NextMeeting, ...]:
        """Return the future dates that a meeting lists."""
        held = sorted(self._rows.matching(next_meeting, "meeting_id", [meeting_id]), key=lambda r: int(r["position"]))
        return tuple(record_of(NextMeeting, row) for row in held)

    def put_next(self, meeting_id: str, dates: Sequence[NextMeeting]) -> None:
        """Make these the future dates that a meeting lists."""
        listed = [row_of(next_meeting, d, meeting_id=meeting_id, position=n) for n, d in enumerate(dates)]
        self._rows.sync(next_meeting, "meeting_id", [meeting_id], listed)

    def summaries(self, body_id: str | None = None) -> tuple[MeetingSummary, ...]:
        """Return a row of the list of meetings for each, newest first; those without a day come last."""
        chosen = sa.select(meeting) if body_id is None else sa.select(meeting).where(meeting.c.body_id == body_id)
        found = self._details([dict(r) for r in self._rows.execute(chosen)])
        names = {b.id: b.name for b in self._bodies.all()}
        items = self._counts(sa.select(item.c.meeting_id).select_from(item))
        actions = self._counts(sa.select(item.c.meeting_id).join(entry).join(action))
        heads = self._attendance.heads()
        return tuple(
            MeetingSummary(
                m.id, m.ref, m.body_id, names[m.body_id], m, items.get(m.id, 0), *heads.get(m.id, (0, 0)),
                actions=actions.get(m.id, 0),
            )
            for m in sorted(found, key=_by_day, reverse=True)
        )  # fmt: skip

    def listed_of_body(self, body_id: str) -> dict[str, tuple[NextMeeting, ...]]:
        """Return the future dates that each meeting of a body lists, by the meeting's id; one without is left out."""
        chosen = sa.select(next_meeting).join(meeting).where(meeting.c.body_id == body_id)
        lists: dict[str, list[NextMeeting]] = {}
        for row in self._rows.execute(chosen.order_by(next_meeting.c.position)):
            lists.setdefault(row["meeting_id"], []).append(record_of(NextMeeting, dict(row)))
        return {meeting_id: tuple(dates) for meeting_id, dates in lists.items()}

    def _counts(self, chosen: sa.Select[tuple[str]]) -> Mapping[str, int]:
        counted = chosen.add_columns(sa.func.count().label("number")).group_by(item.c.meeting_id)
        return {row["meeting_id"]: row["number"] for row in self._rows.execute(counted)}

    def _details(self, found: list[Row]) -> list[MeetingDetails]:
        said: dict[str, dict[int, str]] = {}
        for row in self._rows.matching(preamble_paragraph, "meeting_id", [r["id"] for r in found]):
            said.setdefault(row["meeting_id"], {})[row["position"]] = row["text"]
        return [
            record_of(MeetingDetails, row, preamble=tuple(text for _, text in sorted(said.get(row["id"], {}).items())))
            for row in found
        ]


def _by_day(details: MeetingDetails) -> tuple[str, int]:
    return (details.date.isoformat() if details.date else "", int(details.ref[1:]))


def take_number(rows: Rows, counter: str) -> int:
    """Return the next number of a counter of the register, and count it as taken."""
    row = rows.get(register, (1,))
    assert row is not None, "a register has its one row from the start"
    rows.put(register, row | {counter: row[counter] + 1})
    return int(row[counter]) + 1
