"""Every Word file is valid, accessible and says what its document says: random papers of every kind, and odd trees.

WIBDESK_LONG=1 in the environment tries hundreds instead of dozens.
"""

import io
import subprocess
import tempfile
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given

from tests.documents import making, reading
from tests.documents.word.reading import word_lines
from tests.validators import word_access
from tests.validators.word_audit import audit
from wibdesk.documents.compose.minutes import compose_minutes
from wibdesk.documents.compose.plan import compose_plan
from wibdesk.documents.document import Document, texts
from wibdesk.documents.legal_text import legal
from wibdesk.documents.styles import house_style
from wibdesk.documents.word.sample import sample_document
from wibdesk.documents.word.writer import write_docx
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.plans import Plan
from wibdesk.interchange.meeting_file import read_file

STYLE = house_style(None)


def letters(text: str) -> str:
    """Return the text without blanks, which Word keeps in other forms."""
    return "".join(legal(text).split())


def said(document: Document) -> str:
    """Return what a document says, from its first word to its last."""
    return letters("".join(texts(document)))


def read(data: bytes) -> str:
    return letters("".join(word_lines(data)))


def check(data: bytes, document: Document, *, ours: bool = True) -> None:
    """Assert that other programs find nothing wrong, and the same words in the same order."""
    with tempfile.TemporaryDirectory() as folder:
        assert audit(data, Path(folder)) == []
    if ours:
        assert word_access.errors(data) == []
    assert read(data) == said(document)
    docx.Document(io.BytesIO(data))


@making.random_documents
@given(making.documents())
def test_papers_of_every_kind_are_valid_and_accessible(made):
    check(write_docx(made.document, made.style), made.document)


@making.random_documents
@given(making.trees())
def test_odd_documents_are_valid_and_accessible(document):
    check(write_docx(document, STYLE), document)


def document_of(path: Path, style: str) -> Document:
    source = read_file(path)
    return (compose_plan if isinstance(source, Plan) else compose_minutes)(source, house_style(style))


@reading.every_file
@pytest.mark.parametrize("style", making.STYLES)
def test_the_shared_files_are_valid_and_accessible_in_every_style(path, style):
    document = document_of(path, style)
    check(write_docx(document, house_style(style)), document)


@reading.every_file
def test_the_shared_files_give_no_warning_but_of_the_clerk_s_own_words(path):
    data = write_docx(document_of(path, "plain"), STYLE)
    own = ("a mark of a list is typed", "the words of a link say little", "a heading of level")
    assert [words for kind, words in word_access.findings(data) if not words.startswith(own)] == []


def test_a_sample_shows_every_form_of_block_and_passes():
    document = sample_document()
    check(write_docx(document, STYLE), document)
    assert word_access.findings(write_docx(document, STYLE)) == []


_MOST_AT_ONCE = 100
MARKS = dict.fromkeys(map(ord, "•–▪◦\u00ad_"))
"""What LibreOffice prints of its own: marks of bullets within bullets, rules to sign on; and what it hides."""


def office_texts(documents: list[tuple[Document, HouseStyle]], folder: Path) -> list[str]:
    """Return the words of Word files as LibreOffice reads them, many in one run of it."""
    paths = [folder / f"{n}.docx" for n in range(len(documents))]
    for path, (document, style) in zip(paths, documents, strict=True):
        path.write_bytes(write_docx(document, style))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [reading.need("soffice"), profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir"]
    for at in range(0, len(paths), _MOST_AT_ONCE):
        named = map(str, paths[at : at + _MOST_AT_ONCE])
        subprocess.run([*command, str(folder), *named], capture_output=True, check=True)
    return [letters(path.with_suffix(".txt").read_text(encoding="utf-8-sig")).translate(MARKS) for path in paths]


@pytest.mark.no_cover
def test_libreoffice_reads_the_same_words_and_labels_in_the_shared_files(tmp_path):
    documents = [(document_of(path, name), house_style(name)) for path in reading.FILES for name in making.STYLES]
    if not documents:
        pytest.skip("the seed and contract files are not beside the checkout")
    assert office_texts(documents, tmp_path) == [said(document).translate(MARKS) for document, _ in documents]


@pytest.mark.no_cover
@pytest.mark.parametrize("odd", [False, True], ids=["papers", "odd documents"])
def test_libreoffice_reads_the_same_words_and_labels_in_random_documents(odd, tmp_path):
    documents: list[tuple[Document, HouseStyle]] = []

    @making.random_documents
    @given(making.trees() if odd else making.documents())
    def collect(found):
        documents.append((found, STYLE) if isinstance(found, Document) else (found.document, found.style))

    collect()
    assert office_texts(documents, tmp_path) == [said(document).translate(MARKS) for document, _ in documents]


def altered(data: bytes, before: str, after: str) -> bytes:
    """Return the file with words of its parts replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as other:
        for name in package.namelist():
            other.writestr(name, package.read(name).decode().replace(before, after))
    return out.getvalue()


@pytest.mark.parametrize(
    ("harm", "found"),
    [
        (("<dc:title>Sample Board – Minutes of the meeting</dc:title>", "<dc:title/>"), "no title"),
        (('w:val="Heading2"', 'w:val="MinutesDetail"'), "follows one of level 1"),
        (("<w:tblHeader/>", ""), "no heading row"),
        (("<w:cantSplit/>", ""), "may split"),
        (('w:name="compatibilityMode"', 'w:name="other"'), "compatibility mode"),
        (('<w:color w:val="4A4A4A"/>', '<w:color w:val="AAAAAA"/>'), "too pale"),
        (
            ('<w:p><w:r><w:t xml:space="preserve">The Board', '<w:p/><w:p><w:r><w:t xml:space="preserve">The Board'),
            "empty",
        ),
        (("There was none.", "• There was none."), "typed"),
        ((">report<", ">here<"), "say little"),
        (('<w:numId w:val="4"/>', '<w:numId w:val="99"/>'), "not defined"),
        (('<w:pStyle w:val="SmallNote"/>', '<w:pStyle w:val="Unknown"/>'), "not defined"),
    ],
)
def test_the_rules_find_what_is_wrong(harm, found):
    data = write_docx(sample_document(), STYLE)
    harmed = altered(data, *harm)
    assert harmed != data
    assert any(found in words for _, words in word_access.findings(harmed))
