"""What the figures of a body are made of, read in a few queries however many meetings there are."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from wibdesk.domain.actions import last_day
from wibdesk.domain.attendance import Status
from wibdesk.domain.bodies import Body
from wibdesk.domain.figures import MOST_MEETINGS, DraftFacts, Facts, MilestoneFacts, Period
from wibdesk.domain.meetings import Meeting, MeetingDetails, Stage
from wibdesk.store.attendance import Attendance
from wibdesk.store.bodies import Bodies
from wibdesk.store.figure_actions import FigureActions
from wibdesk.store.records import due_of, utc
from wibdesk.store.rows import Rows
from wibdesk.store.tables import activity, attendee, export, meeting, milestone, plan, workstream

_MINUTES = "minutes"


class Figures:
    """Queries over all meetings, actions and plans of one body."""

    def __init__(self, rows: Rows, bodies: Bodies, attendance: Attendance) -> None:
        self._rows, self._bodies, self._attendance = rows, bodies, attendance
        self._actions = FigureActions(rows)

    def facts(self, body_id: str, period: Period, today: date) -> Facts:
        """Return the facts of a body; UserError where it is gone."""
        found, first = self._bodies.get(body_id), period.first(today)
        held = (meeting.c.body_id == body_id, meeting.c.date >= first, _held_by(today))
        days = self._rows.tuples(sa.select(meeting.c.date).where(*held).distinct().order_by(meeting.c.date))
        return Facts(
            today,
            period,
            found.name,
            tuple(day for (day,) in days),
            self._actions.facts(body_id, first, today),
            self._attended(found, held),
            self._milestones(body_id),
            self._drafts(held),
        )

    def _attended(self, found: Body, held: Sequence[sa.ColumnElement[bool]]) -> tuple[Meeting, ...]:
        """Return the last meetings of which anybody's presence is known, oldest first, each and only who was there."""
        known = sa.exists().where(attendee.c.meeting_id == meeting.c.id, attendee.c.status != Status.UNKNOWN)
        wanted = sa.select(meeting.c.id, meeting.c.date, meeting.c.ref).where(*held, known)
        last = self._rows.tuples(wanted.order_by(meeting.c.date.desc(), meeting.c.ref.desc()).limit(MOST_MEETINGS))
        return tuple(
            Meeting(found, MeetingDetails(found.id, day, ref, id=key), self._attendance.of_meeting(key))
            for key, day, ref in reversed(last)
        )

    def _milestones(self, body_id: str) -> tuple[MilestoneFacts, ...]:
        wanted = (
            sa.select(milestone, workstream.c.title, workstream.c.number)
            .join(activity, activity.c.id == milestone.c.activity_id)
            .join(workstream, workstream.c.id == activity.c.workstream_id)
            .join(plan, plan.c.id == workstream.c.plan_id)
            .where(plan.c.body_id == body_id)
            .order_by(plan.c.ref, workstream.c.position, activity.c.position, milestone.c.position)
        )
        return tuple(
            MilestoneFacts(
                row["text"],
                " ".join(filter(None, (row["number"], row["title"]))),
                last_day(due_of(dict(row))),
                row["status"],
            )
            for row in self._rows.execute(wanted)
        )

    def _drafts(self, held: Sequence[sa.ColumnElement[bool]]) -> tuple[DraftFacts, ...]:
        """Return when the minutes of each meeting first left the desk, oldest meeting first."""
        wanted: sa.Select[Any] = (
            sa.select(meeting.c.date, sa.func.min(export.c.at))
            .join(export, export.c.meeting_id == meeting.c.id)
            .where(*held, export.c.kind == _MINUTES)
            .group_by(meeting.c.id)
            .order_by(meeting.c.date)
        )
        return tuple(DraftFacts(day, _local(at)) for day, at in self._rows.tuples(wanted))


def _held_by(today: date) -> sa.ColumnElement[bool]:
    """Say which meetings have been held: those of earlier days, and today's once it has begun."""
    begun = sa.and_(meeting.c.date == today, meeting.c.stage != Stage.PLANNED)
    return sa.or_(meeting.c.date < today, begun)


def _local(at: datetime) -> date:
    return utc(at).astimezone().date()
