"""The versions of each agenda item's minutes."""

import datetime as dt
from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from wibdesk.domain.entries import Entry
from wibdesk.domain.history import Mark, Version
from wibdesk.domain.ids import new_id
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.store.entry_rows import entries_in, rows_of
from wibdesk.store.packing import pack, unpack
from wibdesk.store.records import Row, naive, utc
from wibdesk.store.rows import Rows
from wibdesk.store.tables import item, version


class History:
    """Queries over what the items said before."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_item(self, item_id: str) -> tuple[Version, ...]:
        """Return the versions of an item, newest first."""
        return tuple(_version(row) for row in reversed(self._held(item_id)))

    def get(self, version_id: str) -> Version:
        """Return one version; UserError where it is gone."""
        found = self._rows.get(version, (version_id,))
        if found is None:
            raise UserError(say("That version is no longer kept: look at the list of versions again."))
        return _version(found)

    def marks(self, item_id: str) -> tuple[Mark, ...]:
        """Return the versions of an item without their words, oldest first."""
        chosen = (
            sa.select(version.c.id, version.c.at, version.c.kept)
            .where(version.c.item_id == item_id)
            .order_by(version.c.position)
        )
        return tuple(Mark(row["id"], utc(row["at"]), row["kept"]) for row in self._rows.execute(chosen))

    def newest_at(self, item_id: str) -> dt.datetime | None:
        """Return when the newest version of an item was kept; None where it has none."""
        chosen = sa.select(version.c.at).where(version.c.item_id == item_id)
        found = self._rows.scalar(chosen.order_by(version.c.position.desc()).limit(1))
        return None if found is None else utc(found)

    def add(self, item_id: str, entries: Sequence[Entry], at: dt.datetime) -> None:
        """Keep these words as the newest version of an item, unless the newest says just that."""
        data = pack(rows_of(entries))
        chosen = sa.select(version.c.position, version.c.data).where(version.c.item_id == item_id)
        newest = next(iter(self._rows.execute(chosen.order_by(version.c.position.desc()).limit(1))), None)
        if newest is not None and newest["data"] == data:
            return
        position = newest["position"] + 1 if newest is not None else 0
        row = {"id": new_id(), "item_id": item_id, "position": position, "at": naive(at), "kept": False, "data": data}
        self._rows.put(version, row)

    def remove(self, ids: Iterable[str]) -> None:
        """Let versions go."""
        self._rows.delete(version, "id", ids)

    def keep_all(self, meeting_id: str) -> None:
        """Keep every version of a meeting's items for ever."""
        for row in self._of_meeting(meeting_id):
            if not row["kept"]:
                self._rows.put(version, row | {"kept": True})

    def blobs(self, meeting_id: str) -> list[tuple[str, bytes]]:
        """Return the versions of a meeting's items as they are packed, by id."""
        return [(row["id"], row["data"]) for row in self._of_meeting(meeting_id)]

    def repack(self, version_id: str, data: bytes) -> None:
        """Put other packed words in the place of a version's."""
        row = self._rows.get(version, (version_id,))
        assert row is not None, "it was read in this transaction"
        self._rows.put(version, row | {"data": data})

    def _of_meeting(self, meeting_id: str) -> list[Row]:
        items = [row["id"] for row in self._rows.matching(item, "meeting_id", [meeting_id])]
        return self._rows.matching(version, "item_id", items)

    def _held(self, item_id: str) -> list[Row]:
        return sorted(self._rows.matching(version, "item_id", [item_id]), key=lambda row: int(row["position"]))


def _version(row: Row) -> Version:
    return Version(row["id"], row["item_id"], utc(row["at"]), entries_in(unpack(row["data"])))
