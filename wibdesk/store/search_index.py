"""The index for searching: what of each record can be found, kept true by SQLite itself with every change of a row.

`searched` holds a row for each thing that is found, `search` is the index of its words. Triggers write both in the
transaction that changes the record, whoever does that: saving, undo, the bin, a rescue or a salvage. Neither is among
the tables of the register, for all of it follows from them: `fill` makes it anew.

The number of a row is its day (Julian) and a count within that day, so that the index gives the newest first.
"""

# ruff: noqa: S608 - the names in these queries are all our own; what a clerk typed is bound

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from wibdesk.store.connection import raw
from wibdesk.store.search_sources import PARTS, SOURCES, Part, Source

DAY_BITS = 32
"""Bits of a row's number below its day."""
TEXTS = ("title", "decided", "words", "people")
"""What a clerk's words are looked for in; `facets` and `home` tell kind, deadline and body."""
COLUMNS = (*TEXTS, "facets", "home")
TOKENS = "tokenize='porter unicode61 remove_diacritics 2'"
"""How the index reads words: by their stems, whatever their capitals and accents."""
LEFT = "search_left"
"""The table of what is still to be filled in, which is there only while anything is."""
_KEY = ("record_id", "source", "part")

_TEXTS = ", ".join(f"{name} TEXT NOT NULL" for name in COLUMNS)
_TABLE = f"""CREATE TABLE searched (
id INTEGER PRIMARY KEY, record_id VARCHAR(32) NOT NULL, source VARCHAR(20) NOT NULL, part INTEGER NOT NULL,
{_TEXTS}, UNIQUE ({", ".join(_KEY)}))"""
_INDEX = f"""CREATE VIRTUAL TABLE search USING fts5({", ".join(COLUMNS)}, content='searched', content_rowid='id',
{TOKENS})"""
# What is deleted is taken out of the index at once, so that a wiped note is gone from it as bytes.
_FORGETFUL = "INSERT INTO search (search, rank) VALUES ('secure-delete', 1)"


_ENTRIES_OF_ITEM = "SELECT new.id UNION ALL SELECT id FROM entry WHERE item_id = new.id"
_ALL_OF_MEETING = (
    "SELECT new.id UNION ALL SELECT id FROM item WHERE meeting_id = new.id"
    " UNION ALL SELECT e.id FROM entry e JOIN item i ON i.id = e.item_id WHERE i.meeting_id = new.id"
)
_MEETING_OF = {
    "entry": "(SELECT i.meeting_id FROM item i WHERE i.id = new.item_id)",
    "item": "new.meeting_id",
    "meeting": "new.id",
}


def statements() -> Iterator[str]:
    """Give what makes the index of an empty register."""
    yield from (_TABLE, _INDEX, _FORGETFUL)
    yield from triggers()


def fill(connection: sa.Connection) -> None:
    """Make the index anew from the records, whatever it held; inside the transaction that is open."""
    run = connection.exec_driver_sql
    _clear(connection)
    run(_TABLE)
    count = 0
    for source in SOURCES:
        numbered = f"({_day(source)} << {DAY_BITS}) + {count} + row_number() OVER ()"
        count += run(f"INSERT INTO searched {_selected(source, numbered)}").rowcount
    run(_INDEX)
    run(_FORGETFUL)
    run("INSERT INTO search (search) VALUES ('rebuild')")
    for statement in triggers():
        run(statement)


def make_empty(connection: sa.Connection) -> None:
    """Make the index anew with nothing in it, but kept true from now on; inside the transaction that is open."""
    _clear(connection)
    for statement in statements():
        connection.exec_driver_sql(statement)


def _clear(connection: sa.Connection) -> None:
    run = connection.exec_driver_sql
    connection.info.pop(LEFT, None)
    names = [name for (name,) in run("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'search%'")]
    for name in names:
        run(f"DROP TRIGGER {name}")
    if run("SELECT 1 FROM sqlite_master WHERE name = 'search_config'").first():
        # One whose format cannot be told would not even let itself be taken away.
        run("REPLACE INTO search_config (k, v) VALUES ('version', 4)")
    for table in ("search", "searched", LEFT):
        run(f"DROP TABLE IF EXISTS {table}")


def being_filled(connection: sa.Connection) -> bool:
    """Say whether the index is still being filled; once it is full, it stays so."""
    if connection.info.get(LEFT) is None:
        held = raw(connection).execute("SELECT 1 FROM sqlite_master WHERE name = ?", (LEFT,)).fetchone()
        if held is not None:
            return True
        connection.info[LEFT] = "nothing"
    return False


def unfilled(connection: sa.Connection) -> frozenset[str]:
    """Return the sources of which not every record is in the index yet."""
    if not being_filled(connection):
        return frozenset()
    found = raw(connection).execute(f"SELECT source FROM {LEFT} WHERE after IS NOT NULL").fetchall()
    return frozenset(source for (source,) in found)


def placed(source: Source, which: str) -> str:
    """Return what indexes the rows of a source that are not yet, on a condition; each gets the next numbers of its day.

    A row that a trigger has put there meanwhile is right as it is.
    """
    day = _day(source)
    free = f"(SELECT coalesce(max(id) + 1, {day} << {DAY_BITS}) FROM searched WHERE {_on(day)})"
    number = f"{free} + row_number() OVER (PARTITION BY {day}) - 1"
    return f"INSERT INTO searched {_selected(source, number, which)} ON CONFLICT ({', '.join(_KEY)}) DO NOTHING"


def forget_words(connection: Any) -> None:
    """Write the index anew on a driver's connection: its directory keeps beginnings of words that are gone."""
    connection.execute("INSERT INTO search (search) VALUES ('rebuild')")


def out_of_step(connection: sa.Connection) -> int:
    """Return in how many places the index is not as the records say; where it cannot be read at all, 1."""
    try:
        # It changes nothing: so the index compares itself with what it was made of.
        connection.exec_driver_sql("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
        return _differing(connection)
    except sa.exc.DatabaseError:
        return 1


def _differing(connection: sa.Connection) -> int:
    run, wrong = connection.exec_driver_sql, 0
    counted = run("SELECT source, count(*) FROM searched GROUP BY source").all()
    held = {str(source): int(count) for source, count in counted}
    short = unfilled(connection)
    texts = ", ".join(f"d.{name}" for name in COLUMNS)
    same = f"(d.id >> {DAY_BITS}, {texts}) IS (x.id, {texts.replace('d.', 'x.')})"
    here = " AND ".join(f"d.{name} = x.{name}" for name in _KEY)
    for source in SOURCES:
        said = _selected(source, _day(source), named=True)
        compared = f"SELECT count(*), count(d.id), coalesce(sum({same}), 0)"
        wanted, found, right = run(f"{compared} FROM ({said}) x LEFT JOIN searched d ON {here}").one()
        # Of a source that is still being filled, what is not there yet is no fault.
        wrong += (found if source.table in short else wanted) - right + held.pop(source.table, 0) - found
    return int(wrong) + sum(held.values())


def triggers() -> Iterator[str]:
    """Give the triggers that keep the index true."""
    yield from _of_words()
    for source in SOURCES:
        yield from _of_source(source)
    for part in PARTS:
        yield from _of_part(part)
    for table, moved, chosen in (
        ("entry", "item_id, plan_section_id", "SELECT new.id"),
        ("item", "meeting_id", _ENTRIES_OF_ITEM),
        ("meeting", "date, body_id", _ALL_OF_MEETING),
    ):
        yield _moving(table, moved, chosen)
    named = "SELECT id FROM meeting WHERE body_id = new.id AND title IS NULL"
    yield _trigger(
        "body_named",
        "UPDATE OF name ON body",
        f"UPDATE searched SET title = new.name WHERE source = 'meeting' AND record_id IN ({named});",
    )


def _trigger(name: str, event: str, body: str) -> str:
    return f"CREATE TRIGGER search_{name} AFTER {event} BEGIN {body} END"


def _of_words() -> Iterator[str]:
    """Give the triggers between what is searched and the index of its words."""
    names = ", ".join(COLUMNS)

    def values(row: str) -> str:
        return ", ".join(f"{row}.{name}" for name in ("id", *COLUMNS))

    add = f"INSERT INTO search (rowid, {names}) VALUES ({values('new')});"
    drop = f"INSERT INTO search (search, rowid, {names}) VALUES ('delete', {values('old')});"
    yield _trigger("added", "INSERT ON searched", add)
    yield _trigger("removed", "DELETE ON searched", drop)
    changed = f"UPDATE ON searched WHEN ({values('old')}) IS NOT ({values('new')})"
    yield _trigger("changed", changed, drop + add)


def _of_source(source: Source) -> Iterator[str]:
    table, key = source.table, source.record
    yield _trigger(f"{table}_added", f"INSERT ON {table}", _put(source, "new"))
    other = f"old.{key} <> new.{key}" + (f" OR old.{source.part} <> new.{source.part}" if source.part else "")
    changed = f"{_gone(source)[:-1]} AND ({other}); {_put(source, 'new')}"
    yield _trigger(f"{table}_changed", f"UPDATE OF {source.watched} ON {table}", changed)
    # Of a row of cells, what is left of it goes back in.
    again = _put(source, "old") if source.grouped else ""
    yield _trigger(f"{table}_removed", f"DELETE ON {table}", _gone(source) + again)


def _gone(source: Source) -> str:
    part = f"old.{source.part}" if source.part else "0"
    return (
        f"DELETE FROM searched WHERE record_id = old.{source.record} AND source = '{source.table}' AND part = {part};"
    )


def _put(source: Source, row: str) -> str:
    """Return what indexes a row, new or changed; its number stays while it is there."""
    day = _day(source)
    number = f"(SELECT coalesce(max(id) + 1, {day} << {DAY_BITS}) FROM searched WHERE {_on(day)})"
    which = f"r.{source.record} = {row}.{source.record}"
    if source.part:
        which += f" AND r.{source.part} = {row}.{source.part}"
    written = ", ".join(f"{name} = excluded.{name}" for name in COLUMNS)
    chosen = _selected(source, number, which)
    return f"INSERT INTO searched {chosen} ON CONFLICT ({', '.join(_KEY)}) DO UPDATE SET {written};"


def _of_part(part: Part) -> Iterator[str]:
    source = next(one for one in SOURCES if one.table == part.source)
    for event, row in (("INSERT", "new"), ("UPDATE", "new"), ("DELETE", "old")):
        text = f"SELECT {getattr(source, part.text)} FROM {source.table} r WHERE r.{source.record} = {row}.{part.key}"
        here = f"record_id = {row}.{part.key} AND source = '{source.table}'"
        # The thing itself may be gone before its parts.
        body = f"UPDATE searched SET {part.text} = coalesce(({text}), '') WHERE {here};"
        yield _trigger(f"{part.table}_{event.lower()}", f"{event} ON {part.table}", body)


def _moving(table: str, moved: str, chosen: str) -> str:
    """Return the trigger that gives all that belongs to a record another day and body."""
    meeting = _MEETING_OF[table]
    day = f"(SELECT {_julian('m.date')} FROM meeting m WHERE m.id = {meeting})"
    day = f"coalesce({day}, 0)"
    body = f"coalesce((SELECT 'b' || m.body_id FROM meeting m WHERE m.id = {meeting}), home)"
    ranked = f"SELECT id AS was, row_number() OVER (ORDER BY id) - 1 AS n FROM searched WHERE record_id IN ({chosen})"
    free = f"SELECT coalesce(max(id) + 1, {day} << {DAY_BITS}) FROM searched WHERE {_on(day)}"
    update = f"UPDATE searched SET id = ({free}) + n, home = {body} FROM ({ranked}) WHERE searched.id = was;"
    return _trigger(f"{table}_moved", f"UPDATE OF {moved} ON {table}", update)


def _selected(source: Source, number: str, which: str = "", *, named: bool = False) -> str:
    """Return the query for rows of `searched`, of all rows of a source or of some, each under a number."""
    facets = f"'k{source.kind}'"
    if source.due:
        facets += f" || coalesce(strftime(' d%Y d%Y%m dm%m', {source.due}), '')"
    values = {
        "id": number,
        "record_id": f"r.{source.record}",
        "source": f"'{source.table}'",
        "part": f"r.{source.part}" if source.part else "0",
        **{name: getattr(source, name) for name in TEXTS},
        "facets": facets,
        "home": f"coalesce('b' || {source.body}, '')",
    }
    shown = ", ".join(f"{value} AS {name}" if named else value for name, value in values.items())
    group = f" GROUP BY r.{source.record}, r.{source.part}" if source.grouped else ""
    where = f" WHERE {which}" if which else ""
    return f"SELECT {shown} FROM {source.table} r {source.joins}{where}{group}"


def _day(source: Source) -> str:
    return f"coalesce({_julian(source.day)}, 0)"


def _julian(day: str) -> str:
    return f"CAST(julianday({day}) AS INTEGER)"


def _on(day: str) -> str:
    return f"id >= {day} << {DAY_BITS} AND id < ({day} + 1) << {DAY_BITS}"
