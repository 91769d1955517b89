"""The words of an entry line by line, as they stand on the sheet; nothing of their look."""

from wibdesk.domain.entries import Decision, Entry, Table
from wibdesk.domain.rich_text import plain_text
from wibdesk.domain.sentences import Structured, entry_sentence


def entry_lines(entry: Entry) -> tuple[str, ...]:
    """Return the plain words of each line of an entry; never none.

    A decision has a line for each part, a table its caption and then every cell row by row, everything else one.
    """
    if isinstance(entry, Structured):
        return (entry_sentence(entry),)
    if isinstance(entry, Decision):
        return tuple(plain_text(part) for part in entry.parts) or ("",)
    if isinstance(entry, Table):
        return (entry.caption or "", *(plain_text(cell) for cells in _grid(entry) for cell in cells))
    return (plain_text(entry.text),)


def _grid(table: Table) -> list[tuple[str, ...]]:
    wide = max(1, len(table.header), *(len(cells) for cells in table.rows))
    rows = ((table.header,) if table.header else ()) + table.rows
    return [(*cells, *[""] * (wide - len(cells))) for cells in rows or ((),)]
