"""Registers as earlier versions of the desk wrote them, made from their kept text."""

from pathlib import Path

from sqlcipher3 import dbapi2

REGISTERS = Path(__file__).with_name("registers")


def make_older(path: Path, revision: str) -> None:
    """Put a register of an earlier revision, as 0001, at a path where there is nothing."""
    raw = dbapi2.connect(str(path), isolation_level=None)
    raw.execute("PRAGMA synchronous = OFF")
    raw.executescript("BEGIN;" + (REGISTERS / f"{revision}.sql").read_text(encoding="utf-8") + "COMMIT;")
    raw.close()


def rows_of(path: Path) -> dict[str, list[tuple]]:
    """Return every row of every table, read without the desk; the register's own bookkeeping and its index left out."""
    raw = dbapi2.connect(str(path))
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%' ORDER BY name"
    names = [name for (name,) in raw.execute(tables)]
    rows = {name: sorted(raw.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr) for name in names}
    raw.close()
    return {name: held for name, held in rows.items() if name != "alembic_version"}


def as_wide_as(before: dict[str, list[tuple]], held: dict[str, list[tuple]]) -> dict[str, list[tuple]]:
    """Return the rows that are held in the tables of before, without the columns that have come since, which are last.

    Every table of before has a row.
    """
    return {name: sorted((row[: len(rows[0])] for row in held[name]), key=repr) for name, rows in before.items()}


def number_of(path: Path) -> int:
    """Return the number of the format in which a register stands."""
    raw = dbapi2.connect(str(path))
    (number,) = raw.execute("PRAGMA user_version").fetchone()
    raw.close()
    return number
