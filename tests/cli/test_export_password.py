"""Exports with a password: from a file, for formats that take one, and the clerk is told what that means."""

import io
import zipfile
from pathlib import Path

import msoffcrypto
import pytest
from pypdf import PdfReader

from tests.cli.conftest import Run
from tests.cli.test_export_options import refused
from wibdesk.cli import main
from wibdesk.desk import Desk
from wibdesk.documents.locking import LOCKED_WRITERS
from wibdesk.documents.pdf.locking import LOCKED_REMARK
from wibdesk.documents.word.locking import LOCKED_REMARK as OFFICE_REMARK
from wibdesk.services.exports import exports_of
from wibdesk.services.meetings import find


@pytest.mark.parametrize(
    "written", [b"caf\xc3\xa9 noir", b"caf\xc3\xa9 noir\nnotes\n", b"\xef\xbb\xbfcaf\xc3\xa9 noir\r\n"]
)
def test_a_pdf_is_locked_with_the_first_line_of_a_file(written: bytes, filled: Run):
    Path("password.txt").write_bytes(written)
    done = filled("export", "M4", "--as", "pdf", "--password-file", "password.txt")
    assert done.code == 0
    assert LOCKED_REMARK in done.err.splitlines()
    assert "noir" not in done.out + done.err
    assert "The check of the PDF found" not in done.err
    path = Path(done.out.strip())
    assert PdfReader(path).is_encrypted
    assert "Norbury" in PdfReader(path, password="café noir").pages[0].extract_text()


def test_an_open_pdf_is_not_said_to_be_locked(filled: Run):
    assert "password" not in filled("export", "M4", "--as", "pdf").err


@pytest.mark.parametrize(("ref", "ending"), [("M4", "docx"), ("Norbury Children's Improvement Board", "xlsx")])
def test_word_files_and_spreadsheets_are_locked_as_office_locks_them(ref: str, ending: str, filled: Run):
    Path("password.txt").write_text("four words in row", "utf-8")
    done = filled("export", ref, "--as", ending, "--password-file", "password.txt")
    assert done.code == 0, done.err
    assert OFFICE_REMARK in done.err.splitlines()
    path = Path(done.out.strip())
    with path.open("rb") as file:
        office = msoffcrypto.OfficeFile(file)
        office.load_key(password="four words in row", verify_password=True)
        opened = io.BytesIO()
        office.decrypt(opened, verify_integrity=True)
    assert zipfile.ZipFile(opened).testzip() is None


def test_the_register_keeps_no_word_of_a_locked_file(filled: Run, register: Path):
    Path("password.txt").write_text("four words in row", "utf-8")
    assert filled("export", "M4", "--as", "docx", "--password-file", "password.txt").code == 0
    assert filled("export", "M4", "--as", "docx").code == 0
    desk = Desk(register)
    newest, locked, *_ = desk.read(exports_of, desk.read(find, "M4").result().id).result()
    desk.close()
    assert newest.words
    assert (locked.words, len(locked.sha256)) == ("", 64)


def test_the_formats_that_take_a_password_are_those_that_have_a_writer_for_it(capsys: pytest.CaptureFixture[str]):
    assert main(["export", "--help"]) == 0
    assert f"with {', '.join(LOCKED_WRITERS)}: lock it" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("ending", ["html", "txt", "json"])
def test_other_formats_carry_no_password(ending: str, filled: Run):
    Path("password.txt").write_text("open", "utf-8")
    done = filled("export", "M4", "--as", ending, "--password-file", "password.txt")
    assert (done.code, done.out) == (2, "")
    assert f"--as {ending} carries no password: use one of docx, pdf, xlsx, or leave --password-file away" in done.err
    assert [path.name for path in Path.cwd().iterdir()] == ["password.txt"]


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        (b"", "The password is empty"),
        (b"\nsecond", "The password is empty"),
        (b"x" * 128, "The password is too long"),
        (b"caf\xe9", "password.txt is not plain text in UTF-8"),
        (None, "There is no file password.txt: name another."),
    ],
)
def test_a_file_that_holds_no_password_is_refused(written: bytes | None, sentence: str, filled: Run):
    if written is not None:
        Path("password.txt").write_bytes(written)
    assert sentence in refused(filled, "M4", "--as", "pdf", "--password-file", "password.txt")


def test_the_register_is_no_password_file(filled: Run, register: Path):
    assert "is the register itself" in refused(filled, "M4", "--as", "pdf", "--password-file", str(register))
