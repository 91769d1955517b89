"""The action log: every action with its meeting, its history and the organisations of its owners."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from wibdesk.domain.actions import ActionUpdate, DueChange, LogAction
from wibdesk.domain.entries import Action, Progress
from wibdesk.domain.ids import new_id
from wibdesk.domain.meetings import MeetingDetails
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.store.entries import Entries
from wibdesk.store.judgements import Judgements
from wibdesk.store.log_columns import UNFINISHED
from wibdesk.store.records import due_of, due_row, naive, record_of, row_of, utc
from wibdesk.store.rows import AT_ONCE, Rows
from wibdesk.store.tables import (
    action,
    action_owner,
    action_update,
    attendee,
    body,
    due_change,
    entry,
    item,
    meeting,
    person,
)

PLACES = (
    sa.select(
        entry.c.id,
        item.c.id.label("item_id"),
        item.c.number,
        item.c.title,
        item.c.part,
        meeting.c.id.label("meeting_id"),
        meeting.c.ref,
        meeting.c.date,
        body.c.id.label("body_id"),
        body.c.name,
    )
    .join(item, item.c.id == entry.c.item_id)
    .join(meeting, meeting.c.id == item.c.meeting_id)
    .join(body, body.c.id == meeting.c.body_id)
    .where(entry.c.kind == "action")
    .order_by(meeting.c.date, meeting.c.ref, item.c.position, entry.c.position)
)
"""Each action of a meeting with where it was raised, oldest meeting first."""
PIECE = 500
"""Actions that are put together at a time: what they are made of would else take many times their memory."""


class Actions:
    """Queries over the actions of all meetings."""

    def __init__(self, rows: Rows, entries: Entries, judgements: Judgements) -> None:
        self._rows = rows
        self._entries = entries
        self._judgements = judgements

    def log(self, body_id: str | None = None) -> list[LogAction]:
        """Return the actions of a body, or of all, oldest meeting first."""
        return self._log(PLACES if body_id is None else PLACES.where(body.c.id == body_id))

    def of_meeting(self, meeting_id: str) -> list[LogAction]:
        """Return the actions that a meeting raised."""
        return self._log(PLACES.where(meeting.c.id == meeting_id))

    def unfinished(self, body_id: str, *, before: MeetingDetails | None = None) -> list[LogAction]:
        """Return the unfinished actions of a body, oldest meeting first.

        `before` is a meeting: then only of those before it; one with no known day counts as before.
        """
        chosen = PLACES.join(action, action.c.entry_id == entry.c.id).where(body.c.id == body_id, UNFINISHED)
        if before is not None:
            chosen = chosen.where(meeting.c.id != before.id)
        if before is not None and before.date is not None:
            chosen = chosen.where(sa.or_(meeting.c.date.is_(None), meeting.c.date < before.date))
        return self._log(chosen)

    def get(self, action_id: str) -> LogAction:
        """Return one action; UserError where it is gone."""
        found = self.some([action_id])
        if not found:
            raise UserError(say("That action is no longer in the minutes: look at the action log again."))
        return found[0]

    def some(self, ids: Sequence[str]) -> list[LogAction]:
        """Return actions by their ids, in that order; those that are gone are left out."""
        wanted = list(dict.fromkeys(ids))
        chunks = (wanted[start : start + AT_ONCE] for start in range(0, len(wanted), AT_ONCE))
        found = {row.action.id: row for chunk in chunks for row in self._log(PLACES.where(entry.c.id.in_(chunk)))}
        return [found[action_id] for action_id in ids if action_id in found]

    def put(self, record: Action) -> None:
        """Store a changed action in its place in the minutes."""
        self._entries.put(record, self.get(record.id).item_id)

    def add_update(self, meeting_id: str, action_id: str, update: ActionUpdate) -> None:
        """Add a step to the history of an action; its time is stored as UTC."""
        position = len(self._rows.matching(action_update, "action_id", [action_id]))
        row = {"id": new_id(), "meeting_id": meeting_id, "action_id": action_id, "position": position}
        self._rows.put(action_update, row_of(action_update, update) | row | {"at": naive(update.at)})

    def add_due_change(
        self, row: LogAction, at: datetime, carried_in: str | None = None, by: str | None = None
    ) -> None:
        """Keep the deadline that an action had until now; `carried_in` is the meeting that sets a new one, `by` who."""
        position = len(self._rows.matching(due_change, "action_id", [row.action.id]))
        named = {"id": new_id(), "meeting_id": row.meeting_id, "action_id": row.action.id, "position": position}
        when = {"at": naive(at), "carried_in_id": carried_in, "by": by}
        self._rows.put(due_change, named | when | due_row(row.action.due))

    def due_changes(self, action_id: str) -> tuple[DueChange, ...]:
        """Return the deadlines that an action had before, oldest first."""
        return self._dues([action_id]).get(action_id, ())

    def last_status(self, action_id: str) -> Progress | None:
        """Return how far the history says that an action is, whether it stands in the minutes or not."""
        steps = self._updates([action_id]).get(action_id, ())
        return steps[-1].status if steps else None

    def _log(self, chosen: sa.Select[Any]) -> list[LogAction]:
        places = self._rows.execute(chosen)
        pieces = (places[start : start + PIECE] for start in range(0, len(places), PIECE))
        return [action for piece in pieces for action in self._put_together(piece)]

    def _put_together(self, places: Sequence[sa.RowMapping]) -> list[LogAction]:
        ids = [row["id"] for row in places]
        records = self._entries.by_id(dict.fromkeys(ids, "action"))
        updates, dues, judgements = self._updates(ids), self._dues(ids), self._judgements.of(ids)
        organisations = self._organisations(ids, {row["meeting_id"] for row in places})
        return [
            LogAction(
                _action(records[row["id"]]),
                row["body_id"],
                row["name"],
                row["meeting_id"],
                row["ref"],
                row["date"],
                row["item_id"],
                row["number"],
                row["title"],
                part=row["part"],
                updates=updates.get(row["id"], ()),
                organisations=_of_owners(records[row["id"]], row["meeting_id"], organisations),
                dues=dues.get(row["id"], ()),
                judgement=next(reversed(judgements.get(row["id"], ())), None),
            )
            for row in places
        ]

    def _updates(self, ids: Sequence[str]) -> dict[str, tuple[ActionUpdate, ...]]:
        steps: dict[str, tuple[ActionUpdate, ...]] = {}
        for row in sorted(self._rows.matching(action_update, "action_id", ids), key=lambda r: int(r["position"])):
            step = record_of(ActionUpdate, row, at=utc(row["at"]))
            steps[row["action_id"]] = (*steps.get(row["action_id"], ()), step)
        return steps

    def _dues(self, ids: Sequence[str]) -> dict[str, tuple[DueChange, ...]]:
        dues: dict[str, tuple[DueChange, ...]] = {}
        for row in sorted(self._rows.matching(due_change, "action_id", ids), key=lambda r: int(r["position"])):
            change = DueChange(utc(row["at"]), due_of(row), row["carried_in_id"], row["by"])
            dues[row["action_id"]] = (*dues.get(row["action_id"], ()), change)
        return dues

    def _organisations(self, ids: Sequence[str], meeting_ids: set[str]) -> dict[tuple[str, str], str]:
        """Return organisations by (meeting or action, name): as they stood at the meeting, else as on the roster."""
        known: dict[tuple[str, str], str] = {}
        owners = self._rows.matching(action_owner, "entry_id", ids)
        linked = {row["person_id"] for row in owners if row["person_id"]}
        roster = {row["id"]: row["organisation"] for row in self._rows.matching(person, "id", linked)}
        for row in owners:
            if roster.get(row["person_id"]):
                known[row["entry_id"], row["name"]] = roster[row["person_id"]]
        # The few columns that are wanted: a large log has tens of thousands of these rows.
        names = sa.select(attendee.c.meeting_id, attendee.c.name, attendee.c.organisation)
        for meeting_id, name, organisation in self._rows.stored(names.where(attendee.c.meeting_id.in_(meeting_ids))):
            if name and organisation:
                known[meeting_id, name] = organisation
        return known


def _of_owners(record: object, meeting_id: str, known: Mapping[tuple[str, str], str]) -> tuple[str, ...]:
    record = _action(record)
    named = [known.get((meeting_id, name)) or known.get((record.id, name)) for name in record.owners]
    return tuple(dict.fromkeys(name for name in named if name))


def _action(record: object) -> Action:
    assert isinstance(record, Action)
    return record
