"""The CSV file as other programs read it: every cell comes back, and no word is a formula."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given

from tests import strategies
from tests.documents.making import documents, random_documents
from wibdesk.documents.csv_writer import MARKED, csv_remark, plain_cell, write_csv
from wibdesk.documents.document import Document, Sheet, SheetColumn, with_line_ends
from wibdesk.documents.kinds import KINDS
from wibdesk.documents.legal_text import legal
from wibdesk.documents.styles import house_style
from wibdesk.documents.writers import WRITERS
from wibdesk.errors import UserError

STYLE = house_style(None)
EMPTY = Document("Norbury – Log", "Action log", "Norbury", "Norbury, log", (), stamp=1_788_000_000)
COLUMNS = (SheetColumn("Ref"), SheetColumn("Action"), SheetColumn("Due"))


def of(*rows: tuple) -> Document:
    return replace(EMPTY, sheets=(Sheet("Actions", COLUMNS, rows),))


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def test_the_file_is_utf_8_with_the_mark_of_excel_and_the_line_ends_of_the_standard():
    rows = ("3.1", "Share “heat maps”, then report", date(2026, 10, 6)), ("", 'the "plan"\nnext', 12)
    data = write_csv(of(*rows), STYLE)
    assert data == (
        b"\xef\xbb\xbfRef,Action,Due\r\n"
        b'3.1,"Share \xe2\x80\x9cheat maps\xe2\x80\x9d, then report",2026-10-06\r\n'
        b',"the ""plan""\nnext",12\r\n'
    )


@pytest.mark.parametrize(
    "words", ["=1+1", "+44 1632", "-5", "@SUM(A1)", "  =1", "\t=1", "\u200b=1", "＝1", "|calc", "'tis"]
)
def test_words_that_could_run_get_an_apostrophe_and_lose_it_again(words):
    document = of((words, "plain", None))
    (cell, plain, nothing) = read(write_csv(document, STYLE))[1]
    assert cell == f"'{words}"
    assert plain_cell(cell) == words
    assert (plain, plain_cell(plain), nothing) == ("plain", "plain", "")
    assert csv_remark(document) == MARKED


def test_numbers_stay_numbers_and_nothing_is_said_of_plain_words():
    document = of((-5, "plain", 0.5), (None, "", date(1600, 1, 1)))
    assert read(write_csv(document, STYLE))[1:] == [["-5", "plain", "0.5"], ["", "", "1600-01-01"]]
    assert csv_remark(document) is None


@random_documents
@given(strategies.some_words(), strategies.some_words())
@example("\0\x0b\x1f\r\n", "\ud800")
@example("''", "'=1")
def test_any_words_come_back(one, other):
    cells = read(write_csv(of((one, other, "end")), STYLE))[1]
    assert [plain_cell(cell) for cell in cells] == [with_line_ends(legal(one)), with_line_ends(legal(other)), "end"]


@random_documents
@given(documents(*(name for name, kind in KINDS.items() if "csv" in kind.data)))
def test_the_kinds_with_a_table_of_facts_are_written_with_every_row(made):
    rows = read(WRITERS["csv"](made.document, made.style))
    sheet = made.document.sheets[0]
    assert rows[0] == [column.name for column in sheet.columns]
    assert len(rows) == len(sheet.rows) + 1
    assert {len(row) for row in rows} == {len(sheet.columns)}


def test_a_document_without_a_table_of_facts_is_refused_in_words():
    with pytest.raises(UserError, match="no table of facts to write as CSV"):
        write_csv(EMPTY, STYLE)
