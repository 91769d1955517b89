"""The entries of minutes and of a plan's sections: read whole, and written only where they differ."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from wibdesk.domain.entries import Action, Entry
from wibdesk.errors import StoreError
from wibdesk.language import say
from wibdesk.store.columns import metadata
from wibdesk.store.entry_rows import LISTS, MAIN, entries_in, entry_of, list_rows, main_row
from wibdesk.store.records import Row
from wibdesk.store.rows import Rows, key_of
from wibdesk.store.tables import entry, given_reference, item, meeting, person

Entries_by_parent = Mapping[str, tuple[Entry, ...]]


@dataclass(frozen=True)
class Held:
    """What some items held before a save: the places of their entries, and rows of words by table."""

    places: Sequence[Row]
    rows: Mapping[str, Sequence[Row]]

    def under(self, table: sa.Table, ids: Collection[str]) -> list[Row]:
        """Return the rows of a table that belong to these entries."""
        return [row for row in self.rows[table.name] if row["entry_id"] in ids]

    def entries(self) -> tuple[Entry, ...]:
        """Return the entries, of one item in their order."""
        ordered = sorted(self.places, key=lambda row: int(row["position"]))
        words = [
            (table, row)
            for table in map(metadata.tables.__getitem__, self.rows)
            for row in in_order(table, self.rows[table.name])
        ]
        return entries_in([(entry, row) for row in ordered] + words)


class Entries:
    """Queries over entries, whatever they belong to."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_item(self, item_id: str) -> tuple[Entry, ...]:
        """Return the entries of an item in order."""
        return self.of_items([item_id]).get(item_id, ())

    def of_items(self, item_ids: Sequence[str]) -> dict[str, tuple[Entry, ...]]:
        """Return the entries of several items, by item."""
        return self._read("item_id", item_ids)

    def of_sections(self, section_ids: Sequence[str]) -> dict[str, tuple[Entry, ...]]:
        """Return the entries of the sections of a plan, by section."""
        return self._read("plan_section_id", section_ids)

    def any_in(self, item_id: str) -> bool:
        """Say whether the item has entries."""
        chosen = sa.select(entry.c.id).where(entry.c.item_id == item_id).limit(1)
        return self._rows.scalar(chosen) is not None

    def held(self, by_item: Entries_by_parent) -> Held:
        """Read what the items hold, ready for these to be saved in its place."""
        return self._held("item_id", by_item)

    def save_item(self, item_id: str, entries: tuple[Entry, ...], held: Held | None = None) -> frozenset[str]:
        """Make these the entries of an item, in order; return the kinds in which something changed.

        `held` is what `held` gave for just these in this transaction.
        """
        return self.save_items({item_id: entries}, held)

    def save_items(self, by_item: Entries_by_parent, held: Held | None = None) -> frozenset[str]:
        """Make these the entries of each item, in order; return the kinds in which something changed."""
        people = self._people_at(by_item) if any(_actions(e) for e in by_item.values()) else {}
        return self._save("item_id", by_item, people, held or self.held(by_item))

    def save_sections(self, by_section: Entries_by_parent) -> frozenset[str]:
        """Make these the entries of each section of a plan."""
        return self._save("plan_section_id", by_section, {}, self._held("plan_section_id", by_section))

    def put(self, record: Entry, item_id: str) -> None:
        """Store one entry of an item in its place."""
        people = self._people_at([item_id])
        self._rows.put(MAIN[record.kind], main_row(record))
        for table, rows in _list_rows(record.kind, [record], people).items():
            self._rows.sync(table, "entry_id", [record.id], rows)

    def elsewhere(self, item_id: str, ids: Iterable[str]) -> frozenset[str]:
        """Return which of these ids are those of entries that belong to anything but this item."""
        return frozenset(row["id"] for row in self._rows.matching(entry, "id", ids) if row["item_id"] != item_id)

    def references(self, meeting_id: str) -> dict[str, str | None]:
        """Return every reference ever given in a meeting, with the action that has it."""
        chosen = sa.select(given_reference).where(given_reference.c.meeting_id == meeting_id)
        return {row["ref"]: row["action_id"] for row in self._rows.execute(chosen)}

    def note_references(self, meeting_id: str, given: Mapping[str, str | None]) -> None:
        """Remember references as given, so that none is ever given twice."""
        known = self.references(meeting_id)
        for ref, action_id in given.items():
            if ref not in known:
                self._rows.put(given_reference, {"meeting_id": meeting_id, "ref": ref, "action_id": action_id})

    def _held(self, column: str, by_parent: Entries_by_parent) -> Held:
        places = self._rows.matching(entry, column, list(by_parent))
        new = {e.id: e.kind for entries in by_parent.values() for e in entries}
        ids = {row["id"] for row in places} | new.keys()
        rows: dict[str, list[Row]] = {}
        for kind in sorted({row["kind"] for row in places} | set(new.values())):
            for table in (MAIN[kind], *LISTS.get(kind, ())):
                rows[table.name] = self._rows.matching(table, "entry_id", ids)
        return Held(places, rows)

    def _save(self, column: str, by_parent: Entries_by_parent, people: Mapping[str, str], held: Held) -> frozenset[str]:
        flat = [e for entries in by_parent.values() for e in entries]
        now = {e.id: e.kind for e in flat}
        old = {row["id"]: row["kind"] for row in held.places}
        places = [_place(column, parent, n, e) for parent, entries in by_parent.items() for n, e in enumerate(entries)]
        moved = self._rows.sync(entry, column, list(by_parent), places, held=held.places)
        gone = {kind for entry_id, kind in old.items() if entry_id not in now}
        # An entry that changed its kind leaves a row in the table of the old one.
        left = {old[e] for e, kind in now.items() if old.get(e, kind) != kind}
        changed = {kind for kind in left | set(now.values()) if self._save_kind(kind, flat, people, held)}
        return frozenset(changed | gone | (set(now.values()) if moved else set()))

    def _save_kind(self, kind: str, flat: Sequence[Entry], people: Mapping[str, str], held: Held) -> bool:
        ids = {e.id for e in flat}
        mine = [e for e in flat if e.kind == kind]
        rows: dict[sa.Table, list[Row]] = {MAIN[kind]: [main_row(e) for e in mine]}
        rows |= _list_rows(kind, mine, people)
        changed = False
        for table, new in rows.items():
            changed = self._rows.sync(table, "entry_id", list(ids), new, held=held.under(table, ids)) or changed
        return changed

    def _people_at(self, item_ids: Iterable[str]) -> dict[str, str]:
        """Return the roster of the body whose items these are: each name, in small letters, with its person."""
        first = next(iter(item_ids), None)
        chosen = (
            sa.select(person.c.id, person.c.name, person.c.printed)
            .join(meeting, meeting.c.body_id == person.c.body_id)
            .join(item, item.c.meeting_id == meeting.c.id)
            .where(item.c.id == first)
        )
        found = self._rows.execute(chosen)
        printed = {row["printed"].casefold(): row["id"] for row in found if row["printed"]}
        return printed | {row["name"].casefold(): row["id"] for row in found}

    def _read(self, column: str, parents: Sequence[str]) -> dict[str, tuple[Entry, ...]]:
        places = sorted(self._rows.matching(entry, column, parents), key=lambda r: int(r["position"]))
        records = self.by_id({row["id"]: row["kind"] for row in places})
        out: dict[str, tuple[Entry, ...]] = {}
        for row in places:
            out[row[column]] = (*out.get(row[column], ()), records[row["id"]])
        return out

    def by_id(self, kinds: Mapping[str, str]) -> dict[str, Entry]:
        """Return entries by id, given the kind of each."""
        found: dict[str, Entry] = {}
        for kind in set(kinds.values()):
            ids = [entry_id for entry_id, of_kind in kinds.items() if of_kind == kind]
            lists = {table.name: self._by_entry(table, ids) for table in LISTS.get(kind, ())}
            for row in self._rows.matching(MAIN[kind], "entry_id", ids):
                own = {name: rows.get(row["entry_id"], []) for name, rows in lists.items()}
                found[row["entry_id"]] = entry_of(kind, row, own)
        if len(found) < len(kinds):
            raise StoreError(say("The register is damaged: an entry has lost its words. Restore it from a backup."))
        return found

    def _by_entry(self, table: sa.Table, ids: Sequence[str]) -> dict[str, list[Row]]:
        lists: dict[str, list[Row]] = {}
        for row in in_order(table, self._rows.matching(table, "entry_id", ids)):
            lists.setdefault(row["entry_id"], []).append(row)
        return lists


def _list_rows(kind: str, mine: Sequence[Entry], people: Mapping[str, str]) -> dict[sa.Table, list[Row]]:
    rows: dict[sa.Table, list[Row]] = {table: [] for table in LISTS.get(kind, ())}
    for record in mine:
        for table, row in list_rows(record, people):
            rows[table].append(row)
    return rows


def in_order(table: sa.Table, rows: Iterable[Row]) -> list[Row]:
    """Return rows in the order of their keys: lists keep their places there."""
    return sorted(rows, key=lambda row: key_of(table, row))


def _place(column: str, parent: str, position: int, record: Entry) -> Row:
    none: Row = {"item_id": None, "plan_section_id": None}
    return none | {column: parent, "id": record.id, "position": position, "kind": record.kind}


def _actions(entries: tuple[Entry, ...]) -> bool:
    return any(isinstance(e, Action) for e in entries)
