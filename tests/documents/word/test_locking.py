"""A Word file with a password: agile AES-256, shut to everybody else, the same file for who has it."""

import io
import subprocess
import zipfile

import msoffcrypto
import pytest
from msoffcrypto.exceptions import InvalidKeyError

from tests.documents.canaries import holds
from tests.documents.reading import need
from wibdesk.documents.document import Document, Heading, Paragraph, Run
from wibdesk.documents.locking import LOCKED_WRITERS
from wibdesk.documents.styles import house_style
from wibdesk.documents.word.locking import LONGEST_PASSWORD, locked
from wibdesk.documents.word.writer import write_docx
from wibdesk.errors import UserError

PASSWORD = "four words in a row"
MARK = "qzpkvj"
STYLE = house_style(None)
MINUTES = Document(
    f"Minutes {MARK}1",
    f"Minutes {MARK}2",
    f"Norbury Board {MARK}3",
    f"Header {MARK}4",
    (Heading(1, (Run(f"Placements {MARK}5"),), "1"), Paragraph((Run(f"The contract {MARK}6."),))),
)


@pytest.fixture(scope="module")
def plain() -> bytes:
    """The minutes, open to anybody."""
    return write_docx(MINUTES, STYLE)


def opened(data: bytes, password: str) -> bytes:
    """Return the file without its lock; InvalidKeyError where the password is not the one."""
    office = msoffcrypto.OfficeFile(io.BytesIO(data))
    office.load_key(password=password, verify_password=True)
    out = io.BytesIO()
    office.decrypt(out, verify_integrity=True)
    return out.getvalue()


def test_a_locked_file_is_the_very_file_for_who_has_the_password(plain):
    assert opened(locked(plain, PASSWORD), PASSWORD) == plain


def test_the_cipher_is_the_standards_strongest(plain):
    shut = locked(plain, PASSWORD)
    assert msoffcrypto.OfficeFile(io.BytesIO(shut)).type == "agile"
    for words in (b'keyBits="256"', b'cipherAlgorithm="AES"', b'hashAlgorithm="SHA512"', b'spinCount="100000"'):
        assert words in shut


def test_no_word_of_the_minutes_stands_in_a_locked_file(plain):
    assert holds(MARK, zipfile.ZipFile(io.BytesIO(plain)).read("word/document.xml"))
    assert not holds(MARK, locked(plain, PASSWORD))


def test_another_password_opens_nothing(plain):
    with pytest.raises(InvalidKeyError):
        opened(locked(plain, PASSWORD), PASSWORD + "s")


def test_two_files_with_one_password_have_nothing_in_common_that_tells(plain):
    one, other = locked(plain, PASSWORD), locked(plain, PASSWORD)
    assert one != other


def test_each_spelling_of_a_letter_is_one(plain):
    assert opened(locked(plain, "cafe\u0301 noir"), "caf\u00e9 noir") == plain


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("", "is empty"),
        ("  \u2003", "is empty"),
        (" open", "begins or ends with a blank"),
        ("open\tsesame", "no keyboard gives"),
        ("open\u202esesame", "no keyboard gives"),
        ("x" * (LONGEST_PASSWORD + 1), "is too long"),
    ],
)
def test_a_password_that_nobody_could_type_again_is_refused(plain, password, sentence):
    with pytest.raises(UserError, match=sentence):
        locked(plain, password)


def test_the_longest_password_is_taken(plain):
    longest = "é" * LONGEST_PASSWORD
    assert opened(locked(plain, longest), longest) == plain


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_a_file_locked_here_stays_shut_to_an_office_program_without_the_password(ending, tmp_path):
    write, remark = LOCKED_WRITERS[ending]
    data = write(MINUTES, STYLE, PASSWORD)
    assert "without its password" in remark
    assert not holds(MARK, data)
    path = tmp_path / f"locked.{ending}"
    path.write_bytes(data)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = ["--headless", "--convert-to", "txt:Text", "--outdir", str(tmp_path), str(path)]
    subprocess.run([need("soffice"), profile, *convert], capture_output=True, check=False, timeout=120)
    assert not (tmp_path / "locked.txt").exists()
