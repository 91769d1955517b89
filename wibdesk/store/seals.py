"""Seals on approved minutes: whatever the verb, a unit of work that would change their words is refused here."""

import datetime as dt
from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from wibdesk.domain.approval import Seal, Wiped, checksum
from wibdesk.domain.dates import plain_date
from wibdesk.domain.ids import new_id
from wibdesk.errors import StoreError, UserError
from wibdesk.language import say
from wibdesk.store.meetings import Meetings
from wibdesk.store.records import Row, naive, record_of, utc
from wibdesk.store.rows import Rows
from wibdesk.store.tables import attendee, entry, item, meeting, seal, wipe

STEPS = (("entry_id", entry, "item_id"), ("attendee_id", attendee, "meeting_id"), ("item_id", item, "meeting_id"))
"""How a row that does not name its meeting leads to it: its column, the table that it names, the column there."""


class Seals:
    """Queries over approvals, and over the wiping of private notes."""

    def __init__(self, rows: Rows, meetings: Meetings, now: dt.datetime) -> None:
        self._rows = rows
        self._meetings = meetings
        self._now = now

    def of(self, meeting_id: str) -> tuple[Seal, ...]:
        """Return every seal that a meeting's minutes ever had, newest first."""
        return tuple(self._seal(row) for row in reversed(self._held(meeting_id)))

    def unsound(self) -> tuple[str, ...]:
        """Return the references of approved meetings whose words are no longer those that were approved."""
        held = self._rows.matching(meeting, "id", self._closed())
        return tuple(sorted(row["ref"] for row in held if not self._is_sound(row["id"])))

    def bare(self) -> tuple[str, ...]:
        """Return the ids of approved meetings that have no seal, as from a register of an older desk."""
        final = [row for row in self._rows.execute(sa.select(meeting.c.id, meeting.c.status)) if row["status"].final]
        return tuple(row["id"] for row in final if self.newest(row["id"]) is None)

    def close(self, meeting_id: str) -> None:
        """Seal a meeting's words as they are."""
        held = self._held(meeting_id)
        row = {"id": new_id(), "meeting_id": meeting_id, "position": len(held), "at": naive(self._now)}
        words = checksum(self._meetings.whole(meeting_id))
        self._rows.put(seal, row | {"sha256": words, "reopened_at": None, "reason": None})

    def open(self, meeting_id: str, reason: str) -> None:
        """Break the seal, and keep when and why."""
        found = self.newest(meeting_id)
        assert found is not None, "only approved minutes are reopened"
        self._rows.put(seal, found | {"reopened_at": naive(self._now), "reason": reason})

    def check(self) -> None:
        """Make sure that nothing written so far changes approved minutes, and seal those newly approved.

        UserError says when the minutes were approved.
        """
        closed = set(self._closed())
        if closed or any(table is meeting for table, _ in self._rows.touched):
            touched = self._touched()
            for row in self._rows.matching(meeting, "id", touched):
                self._check(row, sealed=row["id"] in closed)

    def add_wipe(self, record: Wiped) -> None:
        """Keep that a meeting's private notes were wiped."""
        row = {"id": new_id(), "meeting_id": record.meeting_id, "position": len(self.wipes(record.meeting_id))}
        self._rows.put(wipe, row | {"at": naive(record.at), "notes": record.notes})

    def wipes(self, meeting_id: str) -> tuple[Wiped, ...]:
        """Return each time that a meeting's private notes were wiped, oldest first."""
        held = sorted(self._rows.matching(wipe, "meeting_id", [meeting_id]), key=lambda row: int(row["position"]))
        return tuple(record_of(Wiped, row, at=utc(row["at"])) for row in held)

    def _check(self, row: Row, *, sealed: bool) -> None:
        if sealed and not (row["status"].final and self._is_sound(row["id"])):
            found = self.newest(row["id"])
            assert found is not None, "a sealed meeting has a seal"
            raise UserError(
                say(
                    "These minutes were approved on {date} and are read-only: reopen them with a reason to "
                    "correct them.",
                    date=plain_date(utc(found["at"]).astimezone().date()),
                )
            )
        if not sealed and row["status"].final:
            self.close(row["id"])

    def _closed(self) -> Sequence[str]:
        chosen = sa.select(seal.c.meeting_id).where(seal.c.reopened_at.is_(None))
        return [row["meeting_id"] for row in self._rows.execute(chosen)]

    def _is_sound(self, meeting_id: str) -> bool:
        found = self.newest(meeting_id)
        try:
            return found is not None and found["sha256"] == checksum(self._meetings.whole(meeting_id))
        except StoreError:
            return False

    def _seal(self, row: Row) -> Seal:
        opened = row["reopened_at"]
        sound = opened is not None or self._is_sound(row["meeting_id"])
        return record_of(Seal, row, at=utc(row["at"]), sound=sound, reopened_at=utc(opened) if opened else None)

    def newest(self, meeting_id: str) -> Row | None:
        """Return the row of the seal that is on the minutes now."""
        return next((row for row in reversed(self._held(meeting_id)) if row["reopened_at"] is None), None)

    def _held(self, meeting_id: str) -> list[Row]:
        return sorted(self._rows.matching(seal, "meeting_id", [meeting_id]), key=lambda row: int(row["position"]))

    def _touched(self) -> set[str]:
        """Return the meetings to which the rows written so far belong."""
        named: dict[str, set[str]] = {"entry_id": set(), "attendee_id": set(), "item_id": set(), "meeting_id": set()}
        for table, row in self._rows.touched:
            if table is meeting:
                named["meeting_id"].add(row["id"])
            for column, ids in named.items():
                if row.get(column):
                    ids.add(row[column])
        for column, table, further in STEPS:
            named[further] |= self._led_to(table, further, named[column])
        return named["meeting_id"]

    def _led_to(self, table: sa.Table, column: str, ids: Iterable[str]) -> set[str]:
        return {row[column] for row in self._rows.matching(table, "id", ids) if row[column]}
