"""A new register from what can be read of a damaged one, which stays as it is."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from wibdesk.errors import LockedError, StoreError
from wibdesk.language import counted, later_counted, say
from wibdesk.store.columns import metadata
from wibdesk.store.connection import connect, let_go, raw
from wibdesk.store.copies.reading_copy import JOURNALS, place
from wibdesk.store.creation import make_register
from wibdesk.store.encryption.cipher import PLAIN_HEADER, Key
from wibdesk.store.gate import by_newer
from wibdesk.store.health import Health
from wibdesk.store.salvage.finding_rows import Found, find_rows
from wibdesk.store.salvage.page_trees import leaf
from wibdesk.store.salvage.pages import Pages, pages_of
from wibdesk.store.salvage.rehousing import HOME, Rehousing
from wibdesk.store.tables import APPLICATION_ID, SCHEMA_NUMBER
from wibdesk.store.trouble import shown

COUNTED = {
    "body": later_counted("{number:,} body", "{number:,} bodies"),
    "meeting": later_counted("{number:,} meeting", "{number:,} meetings"),
    "item": later_counted("{number:,} agenda item", "{number:,} agenda items"),
    "entry": later_counted("{number:,} entry", "{number:,} entries"),
    "person": later_counted("{number:,} person", "{number:,} people"),
    "attendee": later_counted("{number:,} name on attendance lists", "{number:,} names on attendance lists"),
    "plan": later_counted("{number:,} plan", "{number:,} plans"),
}
"""What the clerk is told the number of."""


@dataclass(frozen=True)
class Salvaged:
    """What came of it: rows kept, rows known to be lost, and sentences for the clerk."""

    kept: int
    lost: int
    words: tuple[str, ...]


def salvage_into(register: Path, new: Path, key: Key | None = None) -> Salvaged:
    """Make a new register, encrypted with the key where there is one, of all that can be read of a damaged one.

    Nobody has either open. StoreError where nothing can be read, or a newer desk wrote it, LockedError where another
    key might do.
    """
    with _with_journal(register, key) as (copy, whole), pages_of(copy, key) as pages:
        if not any(pages.page(number) is not None for number in range(1, pages.count + 1)):
            raise LockedError(
                say(
                    "Nothing in {path} can be read: either the passphrase is another one, or all of it is damaged.",
                    path=shown(register),
                )
            )
        if (number := _format(pages)) > SCHEMA_NUMBER:
            raise by_newer(register, number)
        found = find_rows(pages)
    if not any(found.rows[name] for name in COUNTED):
        raise StoreError(
            say("Nothing of a register could be found in {path}: restore a backup instead.", path=shown(register))
        )
    rehoused = Rehousing(found)
    make_register(new, key)
    connection = connect(new, key)
    try:
        _fill(connection, rehoused)
    finally:
        let_go(connection)
    return _told(found, rehoused, journal_read=whole)


def _format(pages: Pages) -> int:
    """Return the number of a register's format as its header has it; 0 where the header is lost."""
    header = pages.page(1) or b""
    ours = header.startswith(PLAIN_HEADER) and int.from_bytes(header[68:72]) == APPLICATION_ID
    return int.from_bytes(header[60:64]) if ours else 0


def looks_plain(register: Path) -> bool:
    """Say whether pages of a file whose beginning is damaged hold rows that anybody can read."""
    with pages_of(register) as pages:
        return any(_makes_sense(pages, number) for number in range(2, pages.count + 1))


def _makes_sense(pages: Pages, number: int) -> bool:
    found = leaf(pages, number)
    return found is not None and bool(found.rows) and not found.broken


@contextmanager
def _with_journal(register: Path, key: Key | None) -> Iterator[tuple[Path, bool]]:
    """Give the file to read, and say whether it holds what a journal beside it adds: brought in on a private copy."""
    if not any(register.with_name(register.name + ending).exists() for ending in JOURNALS):
        yield register, True
        return
    with place(register, reading=True) as copy:
        brought = False
        with suppress(dbapi2.Error, UnicodeDecodeError):
            connection = connect(copy, key)
            try:
                brought = raw(connection).execute("PRAGMA journal_mode = DELETE").fetchone() == ("delete",)
            finally:
                let_go(connection)
        yield copy, brought


def _fill(connection: sa.Connection, rehoused: Rehousing) -> None:
    """Write the rows as they were stored, and have lists and counters follow from them."""
    driver = raw(connection)
    driver.execute("PRAGMA foreign_keys = ON")
    driver.execute("PRAGMA synchronous = EXTRA")
    with connection.begin():
        connection.exec_driver_sql("DELETE FROM register")
        for table in metadata.sorted_tables:
            # Without their types, values go in as they came out.
            bare = sa.table(table.name, *(sa.column(column.name) for column in table.columns))
            if rows := list(rehoused.rows[table.name].values()):
                connection.execute(sa.insert(bare), rows)
        for _ in Health(connection).repair():
            pass


def _told(found: Found, rehoused: Rehousing, *, journal_read: bool) -> Salvaged:
    kept = Counter({name: len(rows) for name, rows in rehoused.rows.items()})
    names = [counted(kept[name], *words) for name, words in COUNTED.items() if kept[name]]
    lost = sum(rehoused.lost.values()) + found.broken
    said = [say("Found: {what}.", what=", ".join(names))]
    if rehoused.wordless:
        said.append(
            say("In {places} words were lost; the new register says so there.", places=_places(rehoused.wordless))
        )
    if rehoused.homeless:
        said.append(
            say(
                "What lost its place, {pieces}, stands under “{home}”.",
                pieces=_pieces(rehoused.homeless),
                home=say(HOME),
            )
        )
    if lost:
        said.append(say("Lost: {pieces} of which nothing could be read.", pieces=_pieces(lost)))
    if not journal_read:
        said.append(say("What was saved last, in the journal beside the register, could not be read."))
    return Salvaged(rehoused.kept, lost + rehoused.wordless, tuple(said))


def _places(number: int) -> str:
    return counted(number, "{number:,} place", "{number:,} places")


def _pieces(number: int) -> str:
    return counted(number, "{number:,} piece", "{number:,} pieces")
