"""Every row that a damaged register still holds: by its tables where they lead, else by what the rows look like."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from operator import ne
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from wibdesk.store.columns import metadata
from wibdesk.store.connection import connect, let_go, raw
from wibdesk.store.creation import create
from wibdesk.store.entry_rows import LISTS, MAIN
from wibdesk.store.records import Row
from wibdesk.store.rows import children_of
from wibdesk.store.salvage.page_trees import Leaf, StoredRow, Value, leaf, tree
from wibdesk.store.salvage.pages import Pages
from wibdesk.store.salvage.shapes import columns_of, fits
from wibdesk.store.search_sources import SOURCES

SCHEMA_COLUMNS = 5
"""Of SQLite's own table of tables: type, name, table, root page, SQL."""
INDEX_COLUMNS, SEARCHED_COLUMNS = 2, 10
"""Of the index for searching: number and words, packed; of what is searched: number, key, texts."""
SEARCHED_SOURCES = {source.table for source in SOURCES}

KIND_OF = {table.name: kind for kind, main in MAIN.items() for table in (main, *LISTS.get(kind, ()))}
"""The kind of the entries whose words stand in a table."""

Numbered = dict[int, Row]
"""Rows by their number in their table."""


@dataclass
class Found:
    """Rows by table: those that were found, and of those that were not, what the indexes still tell.

    `broken` counts rows that make no sense, and those of which nobody can say to which table they belong.
    """

    rows: dict[str, Numbered] = field(default_factory=lambda: {name: {} for name in metadata.tables})
    hints: dict[str, Numbered] = field(default_factory=lambda: {name: {} for name in metadata.tables})
    broken: int = 0


@dataclass
class Schema:
    """Which columns the tables and indexes have, in order, and on which page each begins, as far as that is known."""

    columns: dict[str, tuple[str, ...]]
    indexes: dict[str, tuple[str, tuple[str, ...]]]
    roots: dict[str, int]


def find_rows(pages: Pages) -> Found:
    """Return every row that can be found on these pages."""
    read = (leaf(pages, number) for number in range(1, pages.count + 1))
    leaves = {one.number: one for one in read if one is not None}
    schema = _schema(pages, leaves)
    # Tables that are no concern of ours: that of the migrations, SQLite's own, and the index for searching, which the
    # new register makes for itself.
    others = [root for name, root in schema.roots.items() if name not in schema.columns | schema.indexes]
    taken = {number for root in others for number in tree(pages, root)}
    taken |= {one.number for one in leaves.values() if _of_searching(one)}
    found = Found(broken=sum(one.broken for one in leaves.values() if one.number not in taken))
    for table, columns in schema.columns.items():
        for one in _leaves(pages, leaves, schema.roots.get(table, 0)):
            if one.of_table and one.number not in taken and _belongs(schema, table, one.rows):
                taken.add(one.number)
                _keep(found, table, columns, one.rows)
    for name, (table, columns) in schema.indexes.items():
        for one in _leaves(pages, leaves, schema.roots.get(name, 0)):
            if not one.of_table:
                _hint(found, table, columns, one.rows)
    strays = [one for one in leaves.values() if one.of_table and one.number not in taken and not _is_schema(one)]
    _place(found, schema, strays)
    for table, rows in found.rows.items():
        for number in rows:
            found.hints[table].pop(number, None)
    return found


def _leaves(pages: Pages, leaves: Mapping[int, Leaf], root: int) -> Iterator[Leaf]:
    return (leaves[number] for number in tree(pages, root) if number in leaves)


def _schema(pages: Pages, leaves: Mapping[int, Leaf]) -> Schema:
    """Return the schema as the file tells it; what it does not tell is as this desk would make it."""
    told = [row.values for one in leaves.values() if _is_schema(one) for row in one.rows]
    made = [str(values[4]) for values in told if values[4] is not None]
    with closing(dbapi2.connect(":memory:", isolation_level=None)) as empty:
        # Tables first; a statement that is damaged makes nothing.
        for statement in sorted(made, key=lambda sql: not sql.startswith("CREATE TABLE")):
            with suppress(dbapi2.Error, ValueError):
                empty.execute(statement)
        schema = _schema_of(empty)
    own = _own_schema()
    # A trigger has no page of its own.
    roots = _named({str(values[1]): values[3] for values in told if isinstance(values[3], int) and values[3]}, own)
    columns = {name: _spelt(told_names, own.columns[name]) for name, told_names in schema.columns.items()}
    return Schema(own.columns | columns, own.indexes | schema.indexes, roots)


def _named(roots: Mapping[str, int], own: Schema) -> dict[str, int]:
    """Return where tables and indexes begin, by their names; a name that damage misspelt by a letter is put right."""
    lost = [name for name in (*own.columns, *own.indexes) if name not in roots]
    known = own.columns.keys() | own.indexes.keys()

    def meant(name: str) -> str:
        near = (good for good in lost if len(good) == len(name) and sum(map(ne, good, name)) == 1)
        return name if name in known else next(near, name)

    return {meant(name): page for name, page in roots.items()}


def _spelt(told: tuple[str, ...], own: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of a table's columns as the file tells them; where damage misspelt one, as it should be."""
    missing = {place: name for place, name in enumerate(own) if name not in told}
    return tuple(name if name in own else missing.get(place, name) for place, name in enumerate(told))


def _is_schema(one: Leaf) -> bool:
    """Say whether the rows of a page are those of SQLite's own table of tables."""
    return bool(one.of_table and one.rows) and all(
        len(values) == SCHEMA_COLUMNS and values[0] in ("table", "index", "trigger") and isinstance(values[3], int)
        for _, values in one.rows
    )


def _of_searching(one: Leaf) -> bool:
    """Say whether the rows of a page are those of the index for searching, or of what is searched."""

    def is_its(values: tuple[Value, ...]) -> bool:
        if len(values) == INDEX_COLUMNS:
            return values[0] is None and isinstance(values[1], bytes)
        return len(values) == SEARCHED_COLUMNS and values[0] is None and values[2] in SEARCHED_SOURCES

    return one.of_table and bool(one.rows) and all(is_its(row.values) for row in one.rows)


def _own_schema() -> Schema:
    """Return the schema of an empty register of this desk."""
    empty = connect(Path(":memory:"))
    try:
        create(empty)
        return _schema_of(raw(empty))
    finally:
        let_go(empty)


def _schema_of(connection: Any) -> Schema:
    """Return the tables and indexes of a register that a driver's connection has open."""
    schema = Schema({}, {}, {})
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for table in sorted(names & set(metadata.tables)):
        schema.columns[table] = _names(connection, f"table_info('{table}')", 1)
        for _, index, *_ in connection.execute(f"PRAGMA index_list('{table}')").fetchall():
            schema.indexes[index] = (table, _names(connection, f"index_info('{index}')", 2))
    return schema


def _names(connection: Any, pragma: str, column: int) -> tuple[str, ...]:
    return tuple(row[column] for row in connection.execute(f"PRAGMA {pragma}"))


def _like(table: str, names: tuple[str, ...], rows: Iterable[StoredRow], *, some: bool = False) -> bool:
    """Say whether rows may be of a table: all of them, or with `some` at least one."""
    columns = columns_of(table, names)

    def is_like(values: tuple[Value, ...]) -> bool:
        pairs = zip(columns, values, strict=False)
        return len(values) <= len(columns) and all(column is None or fits(column, value) for column, value in pairs)

    if some:
        return any(is_like(row.values) for row in rows)
    return all(len(row.values) == len(columns) and is_like(row.values) for row in rows)


def _belongs(schema: Schema, table: str, rows: tuple[StoredRow, ...]) -> bool:
    """Say whether rows that stand where a table leads to are its own: a damaged page may lead to another table's."""
    if _like(table, schema.columns[table], rows, some=True):
        return True
    others = (_like(other, columns, rows) for other, columns in schema.columns.items() if other != table)
    return bool(rows) and not any(others)


def _keep(found: Found, table: str, names: tuple[str, ...], rows: Iterable[StoredRow]) -> None:
    for number, values in rows:
        found.rows[table].setdefault(number, dict(zip(names, values, strict=False)))


def _hint(found: Found, table: str, names: tuple[str, ...], rows: Iterable[StoredRow]) -> None:
    for number, values in rows:
        found.hints[table].setdefault(number, {}).update(zip(names, values, strict=False))


def _place(found: Found, schema: Schema, strays: list[Leaf]) -> None:
    """Give the rows of pages to which no table leads to the table that they look like."""
    doubtful = []
    for one in strays:
        alike = [table for table, names in schema.columns.items() if one.rows and _like(table, names, one.rows)]
        if len(alike) == 1:
            _keep(found, alike[0], schema.columns[alike[0]], one.rows)
        else:
            doubtful.append((one, alike))
    known = {name: _ids(found, name) for name in metadata.tables} | _entries_by_kind(found)
    for one, alike in doubtful:
        likely = Counter({table: _relations(known, table, schema.columns[table], one.rows) for table in alike})
        best = likely.most_common(1)
        if best and best[0][1]:
            _keep(found, best[0][0], schema.columns[best[0][0]], one.rows)
        else:
            found.broken += len(one.rows)


def _ids(found: Found, table: str) -> set[object]:
    """Return the ids of a table's rows, found or told of by an index, and those that other rows refer to."""
    told = {row.get("id") for kept in (found.rows, found.hints) for row in kept[table].values()}
    for child, column, _ in children_of(metadata.tables[table]):
        told |= {row.get(column) for kept in (found.rows, found.hints) for row in kept[child.name].values()}
    return told - {None}


def _entries_by_kind(found: Found) -> dict[str, set[object]]:
    """Return the ids of entries by the table in which their words stand, under its name with `entry` before it."""
    by_kind: dict[object, set[object]] = {}
    for row in found.rows["entry"].values():
        by_kind.setdefault(row.get("kind"), set()).add(row.get("id"))
    return {f"entry {table}": by_kind.get(kind, set()) for table, kind in KIND_OF.items()}


def _relations(known: Mapping[str, set[object]], table: str, names: tuple[str, ...], rows: Iterable[StoredRow]) -> int:
    """Return how well rows would go with the records that are known, if they were of a table."""
    links = [
        (link.parent.name, link.column.table.name) for c in metadata.tables[table].columns for link in c.foreign_keys
    ]
    count = 0
    for _, values in rows:
        row = dict(zip(names, values, strict=False))
        count += row.get("id") in known[table]
        count += sum(row.get(column) in known[parent] for column, parent in links)
        # Two kinds of entry may look alike, but each entry is of one kind.
        count += row.get("entry_id") in known.get(f"entry {table}", ())
    return count
