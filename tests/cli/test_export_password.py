"""A PDF that is exported with a password: from a file, for a PDF alone, and the clerk is told what that means."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.conftest import Run
from tests.cli.test_export_options import refused
from wibdesk.documents.pdf.locking import LOCKED_REMARK


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


@pytest.mark.parametrize("ending", ["docx", "html", "txt", "xlsx", "json"])
def test_only_a_pdf_carries_a_password(ending: str, filled: Run):
    Path("password.txt").write_text("open", "utf-8")
    done = filled("export", "M4", "--as", ending, "--password-file", "password.txt")
    assert (done.code, done.out) == (2, "")
    assert "Only a PDF can carry a password yet: use --as pdf, or leave --password-file away." in done.err
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
