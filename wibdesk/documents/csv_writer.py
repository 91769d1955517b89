"""Writes the facts of a document as CSV: RFC 4180, in UTF-8 with the mark by which Excel knows it.

Days are written as 2026-10-06. Words that a spreadsheet would take for a formula get an apostrophe before them, and so
do words that begin with one: whoever reads the file takes one apostrophe off wherever a cell begins with it, and has
every word as it was (`plain_cell`).
"""

import csv
import io
from datetime import date

from wibdesk.documents.document import Cell, Document, with_line_ends
from wibdesk.documents.legal_text import legal
from wibdesk.documents.sheet_writer import RUNS
from wibdesk.domain.house_style import HouseStyle
from wibdesk.errors import UserError
from wibdesk.language import later, say

MARK = "'"
"""What stands before words so that no spreadsheet runs them."""
MARKED = later("In the CSV file, words that a spreadsheet would take for a formula begin with an apostrophe.")


def write_csv(document: Document, style: HouseStyle) -> bytes:
    """Return the first sheet of the document as a CSV file; UserError where it has none."""
    if not document.sheets:
        raise UserError(say("This document has no table of facts to write as CSV: save it as Word or PDF."))
    sheet, out = document.sheets[0], io.StringIO(newline="")
    lines = csv.writer(out, lineterminator="\r\n")
    lines.writerow([_words(column.name) for column in sheet.columns])
    lines.writerows([[_cell(cell) for cell in row] for row in sheet.rows])
    return out.getvalue().encode("utf-8-sig")


def csv_remark(document: Document) -> str | None:
    """Return a sentence where words of the file get an apostrophe; None where none do."""
    cells = (cell for sheet in document.sheets[:1] for row in sheet.rows for cell in row if isinstance(cell, str))
    return say(MARKED) if any(_words(cell) != with_line_ends(legal(cell)) for cell in cells) else None


def plain_cell(words: str) -> str:
    """Return the words of a cell as they were before they were written."""
    return words.removeprefix(MARK)


def _cell(cell: Cell) -> str | int | float:
    if isinstance(cell, date):
        return cell.isoformat()
    return _words(cell) if isinstance(cell, str) else "" if cell is None else cell


def _words(words: str) -> str:
    written = with_line_ends(legal(words))
    return f"{MARK}{written}" if RUNS.match(written) or written.startswith(MARK) else written
