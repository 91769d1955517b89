"""The spreadsheet and the CSV file of the action log as LibreOffice reads them: the record, and no formula."""

import io
import subprocess
from datetime import date, datetime

import openpyxl
import pytest

from tests.documents.compose.test_action_log import STYLE, composed, log
from tests.documents.reading import need
from wibdesk.documents.csv_writer import plain_cell, write_csv
from wibdesk.documents.sheet_writer import write_xlsx

ODD = ("=1+1", "+44 1632 960 123", "-5", "@SUM(A1)", "'tis", "plain", '=cmd|"/c calc"!A1', "two\nlines, “quoted”")


@pytest.fixture(scope="module")
def document():
    return composed(*(log(words, date(2026, 10, 6), owners=(words,)) for words in ODD))


def converted(name: str, data: bytes, to: str, folder) -> bytes:
    """Return a file as LibreOffice saves it in another format."""
    (folder / name).write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [need("soffice"), profile, "--headless", "--infilter=CSV:44,34,76,1"] if name.endswith("csv") else [
        need("soffice"), profile, "--headless"
    ]  # fmt: skip
    done = [*command, "--convert-to", to, "--outdir", str(folder / "out"), str(folder / name)]
    subprocess.run(done, capture_output=True, check=True, timeout=120)
    return next((folder / "out").iterdir()).read_bytes()


def test_the_spreadsheet_shows_every_row_and_computes_nothing(document, tmp_path):
    rows = read(converted("log.xlsx", write_xlsx(document, STYLE), "xlsx", tmp_path))
    assert {row["Action"].value for row in rows} == {row["Owners"].value for row in rows} == set(ODD)
    assert {(row["Due"].value, row["Due"].is_date) for row in rows} == {(datetime(2026, 10, 6), True)}
    assert all(cell.data_type != "f" for row in rows for cell in row.values())


def test_the_csv_file_holds_every_word_and_computes_nothing(document, tmp_path):
    rows = read(converted("log.csv", write_csv(document, STYLE), "xlsx", tmp_path))
    assert {plain_cell(str(row["Action"].value)) for row in rows} == set(ODD)
    assert {row["Due"].value for row in rows} == {datetime(2026, 10, 6)}
    assert all(cell.data_type != "f" for row in rows for cell in row.values())


def read(data: bytes) -> list[dict]:
    """Return the cells of the first sheet of a workbook, each row by the names of its columns."""
    head, *rows = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0].iter_rows()
    return [{name.value: cell for name, cell in zip(head, row, strict=True)} for row in rows]
