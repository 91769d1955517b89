"""Words of another script carry their language into every format, and no letter is lost on the way."""

import io
import re
import zipfile

import pypdf
import pytest
from hypothesis import given

from tests.documents import making
from wibdesk.documents.document import (
    Document,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Run,
    Signature,
    Table,
    plain,
    texts,
)
from wibdesk.documents.scripts import with_languages
from wibdesk.documents.styles import house_style
from wibdesk.documents.writers import WRITERS


def document(*blocks):
    return Document("Title", "Subject", "Author", "Header", blocks)


def spoken(block):
    """Return the runs of a paragraph as pairs of words and language."""
    (told,) = with_languages(document(block)).blocks
    return [(run.text, run.language) for run in told.runs]


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Greetings from Αθήνα to all", [("Greetings from ", None), ("Αθήνα", "el"), (" to all", None)]),
        ("שלום עולם", [("שלום עולם", "he")]),
        ("مجلس 3", [("مجلس", "ar"), (" 3", None)]),
        ("Київ and 東京", [("Київ", "uk"), (" and ", None), ("東京", "zh")]),
        ("tŷ a dŵr, café, naïve – ✓", [("tŷ a dŵr, café, naïve – ✓", None)]),
        ("", []),
    ],
)
def test_each_stretch_of_another_script_names_its_language(words, parts):
    assert spoken(Paragraph(plain(words))) == parts


def test_headings_lists_and_cells_are_told_too_and_looks_are_kept():
    whole = with_languages(
        document(
            Heading(2, (Run("Αθήνα", bold=True),)),
            ListBlock((ListItem(plain("plain"), "•"), ListItem(plain("Київ"), "•"))),
            Table(((plain("x"), plain("שלום")),), (1, 1)),
            Signature("Signed", ("Chair",)),
        )
    )
    heading, lines, table, signature = whole.blocks
    assert heading.runs == (Run("Αθήνα", bold=True, language="el"),)
    assert [item.runs[0].language for item in lines.items] == [None, "uk"]
    assert [cell[0].language for cell in table.rows[0]] == [None, "he"]
    assert signature == Signature("Signed", ("Chair",))


def test_a_language_that_is_known_already_stays():
    assert spoken(Paragraph((Run("Αθήνα", language="el-CY"),))) == [("Αθήνα", "el-CY")]


def test_the_language_reaches_pdf_word_and_html():
    told = with_languages(document(Heading(1, plain("Board")), Paragraph(plain("Welcome to Αθήνα today"))))
    style = house_style(None)
    pdf = pypdf.PdfReader(io.BytesIO(WRITERS["pdf"](told, style)))
    spans = [str(found) for found in languages(pdf.trailer["/Root"]["/StructTreeRoot"])]
    assert "el" in spans
    with zipfile.ZipFile(io.BytesIO(WRITERS["docx"](told, style))) as package:
        body = package.read("word/document.xml").decode()
    assert re.search(r'<w:lang [^>]*w:val="el"[^>]*/></w:rPr><w:t[^>]*>Αθήνα<', body)
    assert '<span lang="el">Αθήνα</span>' in WRITERS["html"](told, style).decode()


def languages(node):
    """Yield every language named in the structure tree."""
    node = node.get_object()
    if isinstance(node, list):
        for kid in node:
            yield from languages(kid)
    elif isinstance(node, dict):
        if "/Lang" in node:
            yield node["/Lang"]
        if "/K" in node:
            yield from languages(node["/K"])


@making.random_documents
@given(making.trees())
def test_no_word_of_any_document_changes(tree):
    assert list(texts(with_languages(tree))) == list(texts(tree))
