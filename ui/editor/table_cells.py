"""Rows and columns of a table: one more, one less, a header on or off."""

from dataclasses import replace

from ui.editor.lines import columns_of, grid
from ui.editor.sheet import Caret, Sheet, Spot
from wibdesk.domain.entries import Table


def with_row(sheet: Sheet, table: Table, *, after: int | None = None) -> Sheet:
    """Return the sheet with an empty row after one of the rows shown (None: the last) and the caret in it."""
    rows, wide = grid(table), columns_of(table)
    at = len(rows) if after is None else after + 1
    fresh = _of_grid(table, (*rows[:at], ("",) * wide, *rows[at:]))
    return replace(sheet.with_entry(fresh), caret=Caret(Spot(table.id, 1 + at * wide)))


def without_row(table: Table, row: int) -> Table:
    """Return a table without one of the rows shown; the last row stays."""
    rows = grid(table)
    return table if len(rows) == 1 else _of_grid(table, (*rows[:row], *rows[row + 1 :]), header=row > 0)


def with_column(table: Table, after: int) -> Table:
    """Return a table with an empty column after one of its columns."""
    return _of_grid(table, tuple((*row[: after + 1], "", *row[after + 1 :]) for row in grid(table)))


def without_column(table: Table, column: int) -> Table:
    """Return a table without a column; the last column stays."""
    if columns_of(table) == 1:
        return table
    return _of_grid(table, tuple((*row[:column], *row[column + 1 :]) for row in grid(table)))


def with_header(table: Table, *, wanted: bool) -> Table:
    """Return a table whose first row is, or is not, its header."""
    rows = grid(table)
    if wanted == bool(table.header):
        return table
    return replace(table, header=rows[0], rows=rows[1:]) if wanted else replace(table, header=(), rows=rows)


def _of_grid(table: Table, rows: tuple[tuple[str, ...], ...], *, header: bool = True) -> Table:
    if table.header and header:
        return replace(table, header=rows[0], rows=rows[1:])
    return replace(table, header=(), rows=rows)
