"""Writes the facts of a document as a spreadsheet: dates are dates, numbers numbers, and words never a formula."""

import math
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from textwrap import wrap

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from wibdesk.documents.document import Cell, Document, Sheet, with_line_ends
from wibdesk.documents.legal_text import legal
from wibdesk.documents.paper_language import in_its_language
from wibdesk.domain.dates import plain_date
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.paper_words import to_write, write
from wibdesk.errors import UserError
from wibdesk.language import say

LONGEST_CELL = 32_767
"""What a cell holds, in units of UTF-16, as spreadsheets count."""
CUT = to_write(" … (cut here: a cell of a spreadsheet holds no more)")
LONGEST_NAME = 31
LONGEST_RUNNING = 120
"""Letters of the running header, and of the status: both with their codes are 255 at most."""

# The last two are allowed, but the library loses its way over them.
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f'!]+")
RUNS = re.compile(r"[\s\u200b\u2060\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
"""How words begin that a spreadsheet takes for a formula as soon as somebody edits their cell."""
_A4 = 9
_LINE_HEIGHT, _HIGHEST_ROW = 15.0, 405.0
"""Points; no row of a spreadsheet is higher."""
_LETTERS_IN_A_FIGURE, _BUTTON = 0.95, 3.0
"""Letters that fit into the width of a figure, with some to spare; figures that a filter's button takes."""


@in_its_language
def write_xlsx(document: Document, style: HouseStyle) -> bytes:
    """Return the document's sheets as the bytes of an Excel workbook; UserError where it has none."""
    if not document.sheets:
        raise UserError(say("This document has no table of facts to write as a spreadsheet: save it as Word or PDF."))
    out = BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties(
        {
            "title": legal(document.title),
            "subject": legal(document.subject),
            "author": legal(document.author),
            "created": datetime.fromtimestamp(document.stamp, UTC).replace(tzinfo=None),
        }
    )
    pages = _Pages(book, document)
    for name, sheet in zip(sheet_names(sheet.name for sheet in document.sheets), document.sheets, strict=True):
        pages.add(name, sheet)
    book.close()
    return out.getvalue()


def sheet_names(wanted: Iterable[str]) -> tuple[str, ...]:
    """Return names that a workbook can have: short, without its marks, each once however its letters are written."""
    taken: set[str] = {"history"}
    out = []
    for words in wanted:
        bare = " ".join(_FORBIDDEN.sub(" ", legal(words)).split()) or write("Sheet")
        name, serial = _cut(bare, LONGEST_NAME), 1
        while name.casefold() in taken:
            serial += 1
            name = f"{_cut(bare, LONGEST_NAME - len(f' {serial}'))} {serial}"
        taken.add(name.casefold())
        out.append(name)
    return tuple(out)


def _cut(text: str, units: int) -> str:
    """Return the text in at most so many units of UTF-16, no letter halved."""
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", errors="ignore").rstrip()


def cell_words(text: str) -> str:
    """Return words as a cell can hold them; a longer text says where it was cut."""
    words = legal(with_line_ends(text))
    if len(words.encode("utf-16-le")) // 2 <= LONGEST_CELL:
        return words
    cut = write(CUT)
    return f"{_cut(words, LONGEST_CELL - len(cut))}{cut}"


class _Pages:
    """Adds sheets that look alike and print alike."""

    def __init__(self, book: Workbook, document: Document) -> None:
        self._book = book
        self._top = f"&L{_running(document.header)}&R&B{_running(document.status or '')}"
        wrapped = {"text_wrap": True, "valign": "top"}
        self._words: Format = book.add_format(wrapped)
        self._kept_words: Format = book.add_format({**wrapped, "quote_prefix": True})
        self._day: Format = book.add_format({**wrapped, "num_format": "dd mmm yyyy", "align": "left"})
        self._name: Format = book.add_format({**wrapped, "bold": True, "bg_color": "#EEF1F4", "bottom": 2})
        self._plain: Format = book.add_format()

    def add(self, name: str, sheet: Sheet) -> None:
        """Add a sheet under a name that the workbook can have."""
        page: Worksheet = self._book.add_worksheet(name)
        last = max(len(sheet.columns) - 1, 0)
        for at, column in enumerate(sheet.columns):
            page.set_column(at, at, column.width)
            self._put(page, 0, at, column.name, self._name)
        widths = [column.width for column in sheet.columns]
        # The names leave room for the button of the filter.
        _set_height(page, 0, [column.name for column in sheet.columns], [width - _BUTTON for width in widths])
        for n, row in enumerate(sheet.rows, 1):
            _set_height(page, n, row, widths)
            for at, cell in enumerate(row):
                self._put(page, n, at, cell, self._words)
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, max(len(sheet.rows), 1), last)
        # Screen readers say the names of columns that this name points to.
        self._book.define_name(f"'{name}'!ColumnTitle", f"='{name}'!$1:$1")
        page.hide_gridlines(0)
        page.set_paper(_A4)
        page.set_landscape()
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        page.set_header(self._top)
        page.set_footer(f"&L{write('Page {number} of {pages}', number='&P', pages='&N')}&R&A")

    def _put(self, page: Worksheet, row: int, at: int, cell: Cell, look: Format) -> None:
        if isinstance(cell, date):
            if cell.year >= 1900:
                page.write_datetime(row, at, datetime(cell.year, cell.month, cell.day), self._day)
            else:
                # The calendar of spreadsheets begins with 1900.
                page.write_string(row, at, plain_date(cell), look)
        elif isinstance(cell, int | float):
            if math.isfinite(cell):
                page.write_number(row, at, cell, look)
            else:
                page.write_string(row, at, str(cell), look)
        elif cell:
            words = cell_words(cell)
            self._put_words(page, row, at, words, self._kept_words if RUNS.match(words) else look)

    def _put_words(self, page: Worksheet, row: int, at: int, words: str, look: Format) -> None:
        if words.startswith("<r>") and words.endswith("</r>"):
            # The library would take these words for its own markup, but not in two pieces.
            page.write_rich_string(row, at, words[:1], self._plain, words[1:], look)
        else:
            page.write_string(row, at, words, look)


def _set_height(page: Worksheet, row: int, cells: Sequence[Cell], widths: Sequence[float]) -> None:
    """Make a row as high as its words need: not every program does so when it opens a file."""
    lines = max((_line_count(c, w) for c, w in zip(cells, widths, strict=True) if isinstance(c, str)), default=1)
    if lines > 1:
        page.set_row(row, min(lines * _LINE_HEIGHT, _HIGHEST_ROW))


def _line_count(words: str, width: float) -> int:
    """Return about how many lines the words take in a column as wide as so many figures."""
    room = max(int(width * _LETTERS_IN_A_FIGURE), 1)
    return sum(max(len(wrap(line, room)), 1) for line in with_line_ends(words).split("\n"))


def _running(words: str) -> str:
    bare = _cut(legal(words).replace("\n", " "), LONGEST_RUNNING)
    return bare[: LONGEST_RUNNING - bare.count("&")].replace("&", "&&")
