"""The spreadsheet as openpyxl reads it: values of their own kind, words that never run."""

import io
import zipfile
from dataclasses import replace
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests import strategies
from tests.documents.making import documents, random_documents
from wibdesk.documents.document import Document, Sheet, SheetColumn
from wibdesk.documents.kinds import KINDS
from wibdesk.documents.legal_text import legal
from wibdesk.documents.sheet_writer import CUT, LONGEST_CELL, cell_words, sheet_names, write_xlsx
from wibdesk.documents.styles import house_style
from wibdesk.documents.writers import WRITERS, formats_of
from wibdesk.errors import UserError

STYLE = house_style(None)
COLUMNS = (SheetColumn("Ref", 8), SheetColumn("Action", 40), SheetColumn("Due", 14))
EMPTY = Document("Norbury – Log", "Action log", "Norbury", "Norbury, log", (), stamp=1_788_000_000)


def written(*rows: tuple, name: str = "Actions", **more) -> bytes:
    return write_xlsx(replace(EMPTY, sheets=(Sheet(name, COLUMNS, rows),), **more), STYLE)


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data), rich_text=False)


def values(data: bytes) -> list[list]:
    return [list(row) for row in opened(data).worksheets[0].iter_rows(min_row=2, values_only=True)]


@pytest.mark.parametrize(
    "words",
    ["=1+1", "+44 1632", "-5", "@SUM(A1)", "{=1}", "http://x.example", "007", "1/2", "TRUE", "#N/A", "<r>x</r>",
     "<r></r>", "_x0041_", " edge ", "a\tb\nc", "&amp;<b>", "漢字 مجلس 🗳"],
)  # fmt: skip
def test_words_stay_words(words):
    data = written((words, words, None))
    assert values(data) == [[words, words, None]]
    assert {cell.data_type for cell in opened(data).worksheets[0][2][:2]} == {"s"}


@pytest.mark.parametrize(
    ("words", "kept"),
    [("=1+1", True), ("+44 20 7946 0000", True), ("-12.50", True), ("@SUM(A1)", True), ("  =1", True), ("\t=1", True),
     ("\u200b=1", True), ("＝1", True), ("|x", True), ("%0A", True), ("\n=1", True), ("1+1", False), ("a=b", False),
     ("1632 960 123", False), ("12.50", False)],
)  # fmt: skip
def test_words_that_could_run_stay_words_when_their_cell_is_edited(words, kept):
    (cell, _, _) = opened(written((words, None, None))).worksheets[0][2]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (words, "s", kept)


@random_documents
@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1), strategies.some_words())
@example("\0\x0b\x1f\r\n", "\ud800")
def test_any_words_come_back_as_they_are_printed(one, other):
    assert values(written((one, other, "end"))) == [[cell_words(one), cell_words(other), "end"]]


def test_dates_and_numbers_are_values():
    data = written((date(2026, 10, 6), 12, 0.5), (date(1600, 1, 1), float("inf"), date(9999, 12, 31)))
    sheet = opened(data).worksheets[0]
    assert [cell.value for cell in sheet[2]] == [datetime(2026, 10, 6), 12, 0.5]
    assert sheet["A2"].number_format == "dd mmm yyyy"
    assert [cell.value for cell in sheet[3]] == ["1 January 1600", "inf", datetime(9999, 12, 31)]


def test_the_sheet_has_a_frozen_bold_filtered_header_and_prints_on_a4():
    sheet = opened(written(("1", "x", None), ("2", "y", None))).worksheets[0]
    assert [(cell.value, cell.font.bold) for cell in sheet[1]] == [("Ref", True), ("Action", True), ("Due", True)]
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("A2", "A1:C3", "$1:$1")
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == (
        9,
        "landscape",
        0,
    )
    assert sheet["B2"].alignment.wrap_text
    assert 40 < sheet.column_dimensions["B"].width < 41
    assert sheet.defined_names["ColumnTitle"].attr_text == "'Actions'!$1:$1"


def test_a_row_is_as_high_as_its_longest_cell_needs():
    words = "The partnership noted the report and asked for figures. " * 4
    sheet = opened(written(("1", "short", None), ("2", words, None), ("3", "a\nb\nc", None), ("4", words * 90, None)))
    heights = [sheet.worksheets[0].row_dimensions[row].height for row in (2, 3, 4, 5)]
    assert heights[0] in (None, 15)
    assert 6 * 15 <= heights[1] <= 8 * 15
    assert heights[2:] == [3 * 15, 405]


def test_the_file_says_what_it_is_and_every_page_its_status():
    data = written(status="DRAFT & secret", header="Norbury & Sons " * 20)
    book = opened(data)
    known = book.properties
    assert (known.title, known.subject, known.creator) == ("Norbury – Log", "Action log", "Norbury")
    assert known.created == datetime(2026, 8, 29, 10, 40)
    head = book.worksheets[0].oddHeader
    assert head.right.text.endswith("DRAFT && secret")
    assert head.left.text.startswith("Norbury && Sons Norbury")
    assert data == written(status="DRAFT & secret", header="Norbury & Sons " * 20)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {info.date_time[0] for info in package.infolist()} == {1980}


def test_a_text_too_long_for_a_cell_is_cut_and_says_so():
    ((found, whole, _),) = values(written(("🗳" * 20_000, "x" * LONGEST_CELL, None)))
    assert found == "🗳" * ((LONGEST_CELL - len(CUT)) // 2) + CUT
    assert whole == "x" * LONGEST_CELL


def test_names_of_sheets_are_legal_and_each_stands_once():
    wanted = [
        "Action log: all/bodies",
        "Action log? all*bodies",
        "ACTION LOG ALL BODIES",
        "",
        "[x]'",
        "History",
        "'",
        "y" * 40,
        "Y" * 40,
    ]
    names = sheet_names(wanted)
    assert names == (
        "Action log all bodies", "Action log all bodies 2", "ACTION LOG ALL BODIES 3", "Sheet", "x", "History 2",
        "Sheet 2", "y" * 31, "Y" * 29 + " 2",
    )  # fmt: skip


@random_documents
@given(st.lists(st.text(max_size=40), min_size=1, max_size=5))
def test_any_names_make_a_workbook(names):
    data = write_xlsx(replace(EMPTY, sheets=tuple(Sheet(name, COLUMNS, ()) for name in names)), STYLE)
    assert len(opened(data).sheetnames) == len(names)


SHEETED = [name for name, kind in KINDS.items() if kind.sheets]


@random_documents
@given(documents(*SHEETED))
def test_the_kinds_with_sheets_are_written_with_every_row(made):
    book = opened(WRITERS["xlsx"](made.document, made.style))
    for sheet, found in zip(made.document.sheets, book.worksheets, strict=True):
        assert [cell.value for cell in found[1]] == [legal(column.name) for column in sheet.columns]
        assert found.max_row == len(sheet.rows) + 1


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_kind_is_offered_in_the_formats_that_it_has(kind):
    assert formats_of(kind) == ("docx", "pdf", "html", "txt", *(("xlsx",) if kind.sheets else ()), *kind.data)


def test_a_document_without_sheets_is_refused_in_words():
    with pytest.raises(UserError, match="no table of facts to write as a spreadsheet"):
        write_xlsx(EMPTY, STYLE)
