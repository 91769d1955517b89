"""The bin: records that were removed, with all that belonged to them, as packed rows."""

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from wibdesk.domain.bin import BinKind, Binned
from wibdesk.domain.ids import new_id
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.store.columns import metadata
from wibdesk.store.packing import pack, packed_with, unpack
from wibdesk.store.records import Row, naive, record_of, row_of, utc
from wibdesk.store.rows import Rows, children_of, key_of
from wibdesk.store.tables import binned, body, entry, item, meeting, person, plan, version

TABLES = {BinKind.ITEM: item, BinKind.PERSON: person, BinKind.MEETING: meeting, BinKind.BODY: body, BinKind.PLAN: plan}
"""The table of each kind of thing."""
Found = tuple[sa.Table, Row]
Named = tuple[tuple[str, int], ...]
"""Stretches of presence: the id of the attendee, and which of theirs, from 0."""


class Bin:
    """Queries over what was removed."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def keep(self, thing: Binned, named: Named = ()) -> None:
        """Keep a record, before it is removed, with all that goes with it and the links to it that are forgotten.

        `named` are the stretches of presence that name an item as the one that was open.
        """
        held, links = self._with_parts(TABLES[thing.kind], thing.record_id)
        row = row_of(binned, thing, position=self._next(), at=naive(thing.at))
        minutes = any(table in (entry, version) for table, _ in held)
        self._rows.put(binned, row | {"minutes": minutes, "data": pack(held, links=links, named=named)})

    def all(self, body_id: str | None = None) -> tuple[Binned, ...]:
        """Return what lies in the bin, newest first; with `body_id`, only what belonged to that body."""
        chosen = sa.select(*[c for c in binned.columns if c is not binned.c.data]).order_by(binned.c.position.desc())
        if body_id is not None:
            chosen = chosen.where(binned.c.body_id == body_id)
        return tuple(_binned(dict(row)) for row in self._rows.execute(chosen))

    def get(self, bin_id: str) -> Binned:
        """Return one thing; UserError where it is no longer in the bin."""
        return _binned(self._row(bin_id))

    def rows_of(self, bin_id: str) -> list[Found]:
        """Return the rows of a thing, its own first, fit to be stored again.

        What has its place meanwhile is made room for by a new id; a link to what is gone is forgotten.
        """
        held = unpack(self._row(bin_id)["data"])
        return self._without_lost_links(self._with_free_ids(held))

    def named(self, bin_id: str) -> Named:
        """Return the stretches of presence that named an item when it was removed."""
        return tuple((attendee_id, n) for attendee_id, n in packed_with(self._row(bin_id)["data"])["named"])

    def put_rows(self, held: Sequence[Found]) -> None:
        """Store rows again, each after what it belongs to."""
        for table in metadata.sorted_tables:
            some = [row for of, row in held if of is table]
            if some:
                self._rows.add(table, _closed_up(some) if table is entry else some)

    def put_links(self, bin_id: str) -> None:
        """Let rows that forgot a thing know it again, unless they know another by now."""
        for name, key, column, record_id in packed_with(self._row(bin_id)["data"])["links"]:
            table = metadata.tables[name]
            row = self._rows.get(table, tuple(key))
            if row is not None and row[column] is None:
                self._rows.put(table, row | {column: record_id})

    def is_home(self, thing: Binned) -> bool:
        """Say whether the record to which a thing belonged is in the register."""
        if thing.kind is BinKind.ITEM:
            return self._rows.get(meeting, (thing.meeting_id,)) is not None
        return thing.kind is BinKind.BODY or self._rows.get(body, (thing.body_id,)) is not None

    def remove(self, ids: Iterable[str]) -> None:
        """Take things out of the bin for good."""
        self._rows.delete(binned, "id", ids)

    def blobs(self, meeting_id: str) -> list[tuple[str, bytes]]:
        """Return the things that belonged to a meeting as they are packed, by id."""
        return [(row["id"], row["data"]) for row in self._rows.matching(binned, "meeting_id", [meeting_id])]

    def repack(self, bin_id: str, data: bytes) -> None:
        """Put other packed rows in the place of a thing's."""
        self._rows.put(binned, self._row(bin_id) | {"data": data})

    def _row(self, bin_id: str) -> Row:
        found = self._rows.get(binned, (bin_id,))
        if found is None:
            raise UserError(say("That is no longer in the bin: look at the bin again."))
        return found

    def _next(self) -> int:
        last = self._rows.scalar(sa.select(sa.func.max(binned.c.position)))
        return 0 if last is None else int(last) + 1

    def _with_parts(self, table: sa.Table, record_id: str) -> tuple[list[Found], list[Any]]:
        held: list[Found] = []
        links: list[Any] = []
        seen: set[tuple[str, Any]] = set()
        some = [(table, self._rows.matching(table, "id", [record_id]))]
        while some:
            of, rows = some.pop(0)
            # What belongs to two that go is found by both of them.
            rows = list({key_of(of, row): row for row in rows if (of.name, key_of(of, row)) not in seen}.values())
            seen |= {(of.name, key_of(of, row)) for row in rows}
            held += [(of, row) for row in rows]
            for child, column, rule in children_of(of):
                found = self._rows.matching(child, column, [row["id"] for row in rows])
                if found and rule == "CASCADE":
                    some.append((child, found))
                else:
                    links += [[child.name, key_of(child, row), column, row[column]] for row in found]
        return held, links

    def _with_free_ids(self, held: Sequence[Found]) -> list[Found]:
        by_table: dict[str, list[str]] = {}
        for table, row in held:
            if "id" in row:
                by_table.setdefault(table.name, []).append(row["id"])
        taken = {
            r["id"] for name, ids in by_table.items() for r in self._rows.matching(metadata.tables[name], "id", ids)
        }
        free = {old: new_id() for old in taken}
        return [(table, _renamed(row, free)) for table, row in held] if free else list(held)

    def _without_lost_links(self, held: Sequence[Found]) -> list[Found]:
        out = list(held)
        weak = {(table, link) for table, _ in held for link in table.foreign_keys if link.ondelete == "SET NULL"}
        for table, link in weak:
            column, other = link.parent.name, link.column.table
            wanted = {row[column] for of, row in held if of is table} - {None}
            here = {row["id"] for row in self._rows.matching(other, "id", wanted)}
            lost = wanted - here - {row["id"] for of, row in held if of is other}
            out = [(of, row | {column: None} if of is table and row[column] in lost else row) for of, row in out]
        return out


def _closed_up(entries: list[Row]) -> list[Row]:
    """Return entries without the gaps that wiped notes left between them."""
    out: list[Row] = []
    counts: dict[Any, int] = {}
    for row in sorted(entries, key=lambda row: int(row["position"])):
        parent = row["item_id"] or row["plan_section_id"]
        out.append(row | {"position": counts.get(parent, 0)})
        counts[parent] = counts.get(parent, 0) + 1
    return out


def _renamed(row: Row, ids: dict[str, str]) -> Row:
    return {k: ids.get(v, v) if isinstance(v, str) and (k == "id" or k.endswith("_id")) else v for k, v in row.items()}


def _binned(row: Row) -> Binned:
    return record_of(Binned, row, at=utc(row["at"]))
