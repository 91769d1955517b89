"""The agenda items of meetings."""

from collections.abc import Sequence
from dataclasses import replace

import sqlalchemy as sa

from wibdesk.domain.agenda import Item, Paper
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.store.entries import Entries
from wibdesk.store.records import Row, record_of, row_of
from wibdesk.store.rows import Rows
from wibdesk.store.tables import item, paper


class Agenda:
    """Queries over agenda items with their papers and entries."""

    def __init__(self, rows: Rows, entries: Entries) -> None:
        self._rows = rows
        self._entries = entries

    def outline(self, meeting_id: str) -> tuple[Item, ...]:
        """Return the items in order, without their entries."""
        chosen = sa.select(item).where(item.c.meeting_id == meeting_id).order_by(item.c.position)
        return self._with_papers([dict(r) for r in self._rows.execute(chosen)])

    def items(self, meeting_id: str) -> tuple[Item, ...]:
        """Return the items in order, with their entries."""
        bare = self.outline(meeting_id)
        entries = self._entries.of_items([i.id for i in bare])
        return tuple(replace(i, entries=entries.get(i.id, ())) for i in bare)

    def numbers(self, meeting_ids: Sequence[str]) -> tuple[str, ...]:
        """Return the number of every item of these meetings that has one, in no order."""
        held = self._rows.matching(item, "meeting_id", meeting_ids)
        return tuple(str(row["number"]) for row in held if row["number"])

    def item(self, item_id: str) -> Item:
        """Return one item with its entries; UserError where it is gone."""
        bare = self._with_papers([self._row(item_id)])[0]
        return replace(bare, entries=self._entries.of_item(item_id))

    def meeting_of(self, item_id: str) -> str:
        """Return the meeting on whose agenda the item stands."""
        return str(self._row(item_id)["meeting_id"])

    def number_for_references(self, item_id: str) -> str:
        """Return the number that the references of its actions begin with: as printed, else its place."""
        row = self._row(item_id)
        before = (item.c.meeting_id == row["meeting_id"]) & (item.c.position < row["position"])
        place = self._rows.scalar(sa.select(sa.func.count()).select_from(item).where(before))
        return str(row["number"] or place + 1)

    def _row(self, item_id: str) -> Row:
        found = self._rows.get(item, (item_id,))
        if found is None:
            raise UserError(say("That item is no longer on the agenda: look at the agenda again."))
        return found

    def put_items(self, meeting_id: str, records: Sequence[Item]) -> None:
        """Make this the whole agenda, in this order; entries stay as they are stored."""
        listed = [row_of(item, r, meeting_id=meeting_id, position=n) for n, r in enumerate(records)]
        self._rows.sync(item, "meeting_id", [meeting_id], listed)
        self._put_papers(records)

    def put_whole(self, meeting_id: str, records: Sequence[Item]) -> None:
        """Make this the whole agenda, in this order, with these entries."""
        self.put_items(meeting_id, records)
        self._entries.save_items({r.id: r.entries for r in records})

    def put_item(self, record: Item) -> None:
        """Store one item in its place, without its entries."""
        self._rows.put(item, self._row(record.id) | row_of(item, record))
        self._put_papers([record])

    def _put_papers(self, records: Sequence[Item]) -> None:
        listed = [row_of(paper, p, item_id=r.id, position=n) for r in records for n, p in enumerate(r.papers)]
        self._rows.sync(paper, "item_id", [r.id for r in records], listed)

    def remove(self, item_id: str) -> None:
        """Take an item away with its papers and entries."""
        self._rows.delete(item, "id", [item_id])

    def _with_papers(self, found: list[Row]) -> tuple[Item, ...]:
        papers: dict[str, list[Paper]] = {}
        held = self._rows.matching(paper, "item_id", [row["id"] for row in found])
        for row in sorted(held, key=lambda r: int(r["position"])):
            papers.setdefault(row["item_id"], []).append(record_of(Paper, row))
        return tuple(record_of(Item, row, papers=tuple(papers.get(row["id"], ()))) for row in found)
