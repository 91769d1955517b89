"""A PDF with a password: AES-256, shut to everybody else, and as readable aloud as before for who has it."""

import io
import re
import subprocess
import zlib
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader
from pypdf.errors import FileNotDecryptedError

from tests.documents.canaries import holds
from tests.documents.making import png
from tests.documents.reading import need, squeezed
from tests.validators.tags import tags
from tests.validators.vera import vera
from wibdesk.documents.document import Document, Heading, Paragraph, Picture, Run, Table
from wibdesk.documents.pdf.checking import pdf_findings
from wibdesk.documents.pdf.locking import LONGEST_PASSWORD, locked, unlocked
from wibdesk.documents.pdf.writer import write_pdf
from wibdesk.documents.styles import house_style
from wibdesk.errors import UserError

PASSWORD = "four words in a row"
MARK = "qzpkvj"
STYLE = house_style(None)
MINUTES = Document(
    f"Minutes {MARK}1",
    f"Minutes {MARK}2",
    f"Norbury Board {MARK}3",
    f"Header {MARK}4",
    (
        Heading(1, (Run(f"Placements {MARK}5"),), "1"),
        Paragraph((Run(f"The contract {MARK}6, see "), Run(f"site {MARK}7", link=f"https://example.org/{MARK}8"))),
        Paragraph((Run(f"Cymraeg {MARK}9 \u0175", language="cy"),)),
        Table((((Run(f"a {MARK}10"),), (Run("b"),)),), (1, 1), ("Who", f"When {MARK}11"), f"Votes {MARK}12"),
    ),
    status=f"DRAFT {MARK}13",
    logo=Picture(png(), "png", f"Crest {MARK}14"),
)


@pytest.fixture(scope="module")
def shut() -> bytes:
    """The minutes, locked."""
    return write_pdf(MINUTES, STYLE, password=PASSWORD)


def told(folder: Path, data: bytes, program: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Run a program on the file; `-` stands for the file's path."""
    path = folder / "locked.pdf"
    path.write_bytes(data)
    words = [str(path) if option == "-" else option for option in options]
    return subprocess.run([need(program), *words], capture_output=True, check=False, text=True)


def opened_by_qpdf(folder: Path, data: bytes, password: str = PASSWORD) -> bytes:
    """Return the file that qpdf makes of it without its lock."""
    done = told(folder, data, "qpdf", f"--password={password}", "--decrypt", "-", str(folder / "open.pdf"))
    assert (done.returncode, done.stderr) == (0, "")
    return (folder / "open.pdf").read_bytes()


def test_qpdf_finds_the_newest_cipher_and_the_reading_aloud_allowed(shut, tmp_path):
    said = told(tmp_path, shut, "qpdf", f"--password={PASSWORD}", "--show-encryption", "-").stdout
    assert "R = 6\n" in said
    assert "Supplied password is user password\n" in said
    assert "owner password\n" not in said
    assert "extract for accessibility: allowed\n" in said
    assert re.findall("(stream|string|file) encryption method: AESv3\n", said) == ["stream", "string", "file"]
    assert "not allowed" not in said
    checked = told(tmp_path, shut, "qpdf", f"--password={PASSWORD}", "--check", "-")
    assert (checked.returncode, checked.stderr) == (0, "")


@pytest.mark.parametrize("guess", ["", "four words in a ro", "Four words in a row"])
def test_nobody_opens_it_without_the_password(guess, shut, tmp_path):
    refused = told(tmp_path, shut, "qpdf", f"--password={guess}", "--decrypt", "-", str(tmp_path / "open.pdf"))
    assert "invalid password" in refused.stderr
    refused = told(tmp_path, shut, "pdftotext", "-upw", guess, "-", str(tmp_path / "words.txt"))
    assert "Incorrect password" in refused.stderr
    assert not (tmp_path / "words.txt").exists()
    reader = PdfReader(io.BytesIO(shut))
    assert not reader.decrypt(guess)
    with pytest.raises(FileNotDecryptedError):
        reader.pages[0].extract_text()


def test_nothing_of_the_document_stands_in_the_locked_bytes(shut, tmp_path):
    assert not holds(MARK, shut)
    assert b"WIBDesk" not in shut
    assert b"pdfuaid" not in shut
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", shut, re.DOTALL)
    assert len(streams) > 5
    for stream in streams:
        with pytest.raises(zlib.error):
            zlib.decompress(stream)
    # The same reader finds the mark where the lock is taken off.
    assert holds(MARK, opened_by_qpdf(tmp_path, shut))


def words_of(folder: Path, data: bytes, password: str = PASSWORD) -> str:
    """Return what pdftotext reads with the password."""
    done = told(folder, data, "pdftotext", "-upw", password, "-", str(folder / "words.txt"))
    assert (done.returncode, done.stderr) == (0, "")
    return squeezed((folder / "words.txt").read_text("utf-8"))


def test_with_the_password_it_holds_what_it_would_without_a_lock(shut, tmp_path):
    plain = write_pdf(MINUTES, STYLE)
    opened = opened_by_qpdf(tmp_path, shut)
    assert f"The contract {MARK}6" in words_of(tmp_path, shut)
    assert tags(opened, tmp_path) == tags(plain, tmp_path)
    before, after = (PdfReader(io.BytesIO(data)) for data in (plain, opened))
    assert [mark.title for mark in after.outline] == [mark.title for mark in before.outline]
    assert len(before.outline) > 0
    assert after.metadata == before.metadata
    for name in ("/Lang", "/MarkInfo", "/ViewerPreferences"):
        assert after.root_object[name] == before.root_object[name]
    assert after.pdf_header == "%PDF-1.7"
    assert after.root_object["/Extensions"]["/ADBE"] == {"/BaseVersion": "/1.7", "/ExtensionLevel": 8}
    assert [page.get_contents().get_data() for page in after.pages] == [
        page.get_contents().get_data() for page in before.pages
    ]


def test_it_says_and_keeps_pdf_ua_alone(shut, tmp_path):
    opened = opened_by_qpdf(tmp_path, shut)
    said = PdfReader(io.BytesIO(opened)).root_object["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in said
    assert "<pdfaid:" not in said
    assert "<pdfaid:" in PdfReader(io.BytesIO(write_pdf(MINUTES, STYLE))).root_object["/Metadata"].get_data().decode()
    assert pdf_findings(unlocked(shut, PASSWORD), encrypted=True) == ()
    assert vera({"minutes": opened}, tmp_path, ("ua1",)) == {"minutes": []}


def test_each_locked_file_is_another(shut):
    assert write_pdf(MINUTES, STYLE, password=PASSWORD) != shut
    assert write_pdf(MINUTES, STYLE) == write_pdf(MINUTES, STYLE)


@pytest.mark.parametrize("password", ["é" * 63, "x" * LONGEST_PASSWORD, "пароль", "סיסמה", "£ & (\\) <>"])
def test_a_password_may_be_in_any_script_and_long(password, tmp_path):
    data = write_pdf(MINUTES, STYLE, password=password)
    # Not by pdftotext, which cuts what it is given to 32 bytes.
    assert PdfReader(io.BytesIO(opened_by_qpdf(tmp_path, data, password))).pages
    with pypdfium2.PdfDocument(data, password=password) as opened:
        assert f"The contract {MARK}6" in opened[0].get_textpage().get_text_range()


def test_a_password_is_the_same_however_its_letters_are_put_together(tmp_path):
    apart = write_pdf(MINUTES, STYLE, password="cafe\u0301\u00a0noir\u00ad")
    assert words_of(tmp_path, apart, "café noir")


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("", "The password is empty"),
        (" \u00a0", "The password is empty"),
        ("\u00ad\ufe0f", "The password is empty"),
        (" open", "begins or ends with a blank"),
        ("open ", "begins or ends with a blank"),
        ("x" * (LONGEST_PASSWORD + 1), "too long"),
        ("é" * 64, "too long"),
        ("a\tb", "signs that no PDF password can have"),
        ("a\ud800b", "signs that no PDF password can have"),
        ("\U0001f600 smile", "signs that no PDF password can have"),
        ("סיסמה a", "scripts that do not go together"),
    ],
)
def test_what_is_no_password_is_refused_in_words(password, sentence):
    with pytest.raises(UserError, match=sentence):
        locked(write_pdf(MINUTES, STYLE), password)
