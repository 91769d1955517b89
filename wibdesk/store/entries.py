"""The entries of minutes and of a plan's sections: read whole, and written only where they differ."""

from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa

from wibdesk.domain.entries import Action, Entry
from wibdesk.errors import StoreError
from wibdesk.store.entry_rows import LISTS, MAIN, entry_of, list_rows, main_row
from wibdesk.store.records import Row
from wibdesk.store.rows import Rows
from wibdesk.store.tables import entry, given_reference, item, meeting, person

Entries_by_parent = Mapping[str, tuple[Entry, ...]]


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

    def save_item(self, item_id: str, entries: tuple[Entry, ...]) -> frozenset[str]:
        """Make these the entries of an item, in order; return the kinds in which something changed."""
        return self.save_items({item_id: entries})

    def save_items(self, by_item: Entries_by_parent) -> frozenset[str]:
        """Make these the entries of each item, in order; return the kinds in which something changed."""
        people = self._people_at(by_item) if any(_actions(e) for e in by_item.values()) else {}
        return self._save("item_id", by_item, people)

    def save_sections(self, by_section: Entries_by_parent) -> frozenset[str]:
        """Make these the entries of each section of a plan."""
        return self._save("plan_section_id", by_section, {})

    def put(self, record: Entry, item_id: str) -> None:
        """Store one entry of an item in its place."""
        people = self._people_at([item_id])
        self._rows.put(MAIN[record.kind], main_row(record))
        self._put_lists(record.kind, [record], people)

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

    def _save(self, column: str, by_parent: Entries_by_parent, people: Mapping[str, str]) -> frozenset[str]:
        parents = list(by_parent)
        flat = [e for entries in by_parent.values() for e in entries]
        old = {r["id"]: r["kind"] for r in self._rows.matching(entry, column, parents)}
        places = [_place(column, parent, n, e) for parent, entries in by_parent.items() for n, e in enumerate(entries)]
        moved = self._rows.sync(entry, column, parents, places)
        gone = {kind for entry_id, kind in old.items() if entry_id not in {e.id for e in flat}}
        now = {e.id: e.kind for e in flat}
        # An entry that changed its kind leaves a row in the table of the old one.
        left = {old[e] for e, kind in now.items() if old.get(e, kind) != kind}
        changed = {kind for kind in left | set(now.values()) if self._save_kind(kind, flat, people)}
        return frozenset(changed | gone | (set(now.values()) if moved else set()))

    def _save_kind(self, kind: str, flat: Sequence[Entry], people: Mapping[str, str]) -> bool:
        ids = [e.id for e in flat]
        mine = [e for e in flat if e.kind == kind]
        changed = self._rows.sync(MAIN[kind], "entry_id", ids, [main_row(e) for e in mine])
        return self._put_lists(kind, mine, people, ids) or changed

    def _put_lists(
        self, kind: str, mine: Sequence[Entry], people: Mapping[str, str], ids: Sequence[str] | None = None
    ) -> bool:
        rows: dict[str, list[Row]] = {table.name: [] for table in LISTS.get(kind, ())}
        for record in mine:
            for table, row in list_rows(record, people):
                rows[table.name].append(row)
        parents = ids if ids is not None else [e.id for e in mine]
        changed = False
        for table in LISTS.get(kind, ()):
            changed = self._rows.sync(table, "entry_id", parents, rows[table.name]) or changed
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
            raise StoreError("The register is damaged: an entry has lost its words. Restore it from a copy.")
        return found

    def _by_entry(self, table: sa.Table, ids: Sequence[str]) -> dict[str, list[Row]]:
        keys = [c.name for c in table.primary_key.columns]
        lists: dict[str, list[Row]] = {}
        for row in sorted(self._rows.matching(table, "entry_id", ids), key=lambda r: tuple(r[k] for k in keys)):
            lists.setdefault(row["entry_id"], []).append(row)
        return lists


def _place(column: str, parent: str, position: int, record: Entry) -> Row:
    none: Row = {"item_id": None, "plan_section_id": None}
    return none | {column: parent, "id": record.id, "position": position, "kind": record.kind}


def _actions(entries: tuple[Entry, ...]) -> bool:
    return any(isinstance(e, Action) for e in entries)
