"""An entry as lines of the sheet: each line is a block that can be typed in, as spans of looks.

A decision has a line per part, a table its caption and then every cell, everything else one. Entries go back to what
they were, to the letter, as long as no line differs from what was shown.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TypeAlias

from wibdesk.domain.entries import Action, Decision, Entry, Paragraph, Table
from wibdesk.domain.rich_text import Span, to_markup, to_spans
from wibdesk.domain.sentences import Structured, entry_sentence

Line: TypeAlias = tuple[Span, ...]
_MARKS = frozenset("\\*_[]")  # a round bracket is a mark only behind a square one

# One character for one, so that places in a line stay the same; what Qt uses for its own bookkeeping never gets in.
_SHOWN = {
    **dict.fromkeys((*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, 0xFDD0, 0xFDD1, 0xFFFC), "\ufffd"),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
    0x0D: " ",
    0x2028: "\n",
    0x2029: "\n",
}


def shown_text(text: str) -> str:
    """Return text with every character that the sheet can hold, of the same length."""
    return text if text.isascii() and text.isprintable() else text.translate(_SHOWN)


@lru_cache(maxsize=4096)
def line_of(markup: str) -> Line:
    """Return the spans that markup shows as."""
    return tuple(replace(span, text=shown_text(span.text)) for span in to_spans(markup))


@lru_cache(maxsize=4096)
def _read_back(markup: str) -> str:
    return markup_of(line_of(markup))


def shown_markup(markup: str) -> str:
    """Return markup as it reads back from the sheet when nobody has typed in it; words without marks as they are."""
    plain = markup.isascii() and markup.isprintable() and _MARKS.isdisjoint(markup)
    return markup if plain else _read_back(markup)


def markup_of(line: Line) -> str:
    """Return a line as markup; plain words without a mark are their own markup, which is most of what is typed."""
    if not line:
        return ""
    only = line[0]
    plain = len(line) == 1 and not (only.bold or only.italic or only.underline or only.link)
    return only.text if plain and _MARKS.isdisjoint(only.text) else to_markup(line)


def words_of(line: Sequence[Span]) -> str:
    """Return the words of a line alone."""
    return "".join(span.text for span in line)


def plain_line(text: str) -> Line:
    """Return plain words as a line."""
    return (Span(shown_text(text)),) if text else ()


def lines_of(entry: Entry) -> tuple[Line, ...]:
    """Return the lines that an entry is shown as; never none."""
    if isinstance(entry, Structured):
        return (plain_line(entry_sentence(entry)),)
    if isinstance(entry, Decision):
        return tuple(line_of(part) for part in entry.parts) or ((),)
    if isinstance(entry, Table):
        return (plain_line(entry.caption or ""), *(line_of(cell) for row in grid(entry) for cell in row))
    return (line_of(entry.text),)


def columns_of(table: Table) -> int:
    """Return how many columns a table shows, at least one."""
    return max(1, len(table.header), *(len(row) for row in table.rows))


def grid(table: Table) -> tuple[tuple[str, ...], ...]:
    """Return the cells of a table as a full rectangle, header row first where there is one, at least one row."""
    wide = columns_of(table)
    rows = ((table.header,) if table.header else ()) + table.rows
    return tuple((*row, *[""] * (wide - len(row))) for row in rows or ((),))


def line_count(entry: Entry) -> int:
    """Return how many lines an entry is shown as."""
    if isinstance(entry, Decision):
        return max(1, len(entry.parts))
    return 1 + columns_of(entry) * len(grid(entry)) if isinstance(entry, Table) else 1


def with_line(entry: Entry, part: int, line: Line) -> Entry:
    """Return the entry with one of its lines replaced; the same entry when the line is as it was shown."""
    if isinstance(entry, Structured | Decision | Table) and lines_of(entry)[part] == line:
        return entry
    if isinstance(entry, Structured):
        return _with_sentence(entry, words_of(line))
    markup = markup_of(line)
    if isinstance(entry, Decision):
        parts = list(entry.parts or ("",))
        if markup == shown_markup(parts[part]):
            return entry
        parts[part] = markup
        return replace(entry, parts=tuple(parts))
    if isinstance(entry, Table):
        return replace(entry, caption=words_of(line) or None) if part == 0 else _with_cell(entry, part - 1, markup)
    return entry if markup == shown_markup(entry.text) else replace(entry, text=markup)


def _with_sentence(entry: Structured, words: str) -> Structured:
    """Keep the clerk's words; words equal to the sentence of the fields are that sentence again."""
    made = replace(entry, as_written=None)
    if words == shown_text(entry_sentence(made)):
        return made
    return entry if words == shown_text(entry.as_written or "") else replace(entry, as_written=words)


def _with_cell(table: Table, cell: int, markup: str) -> Table:
    """Replace a cell; a row printed shorter than the table grows only as far as it is written in."""
    row, column = divmod(cell, columns_of(table))
    shown = grid(table)
    if shown_markup(shown[row][column]) == markup:
        return table
    rows = list(((table.header,) if table.header else ()) + table.rows or ((),))
    cells = list(shown[row][: max(len(rows[row]), column + 1)])
    cells[column] = markup
    rows[row] = tuple(cells)
    if table.header:
        return replace(table, header=rows[0], rows=tuple(rows[1:]))
    return replace(table, rows=tuple(rows))


def text_of(entry: Entry) -> str:
    """Return the words of an entry as one text in markup, as they go with it into another kind."""
    if isinstance(entry, Decision):
        return "\n".join(entry.parts)
    if isinstance(entry, Table):
        return "\n".join("\t".join(row) for row in grid(entry))
    if isinstance(entry, Structured):
        return to_markup(plain_line(entry_sentence(entry)))
    return entry.text


def says_nothing(entry: Entry) -> bool:
    """Say whether an entry holds neither words nor facts, so that there is nothing to keep."""
    if any(words_of(line).strip() for line in lines_of(entry)):
        return False
    if isinstance(entry, Action):
        return not (entry.owners or entry.ref or entry.due.words)
    if isinstance(entry, Structured):
        return replace(entry, as_written=None) == type(entry)(id=entry.id)
    return not (getattr(entry, "label", None) or getattr(entry, "presenter", None))


def without_empty_tail(entry: Entry) -> Entry:
    """Return a decision without the empty parts at its end, in which nobody wrote; any other entry as it is."""
    if not isinstance(entry, Decision) or entry.parts[-1:] != ("",):
        return entry
    kept = entry.parts
    while len(kept) > 1 and not kept[-1].strip():
        kept = kept[:-1]
    return replace(entry, parts=kept) if kept != entry.parts else entry


def blank() -> Paragraph:
    """Return a new empty line to type in."""
    return Paragraph()
