"""Word and PDF of one meeting carry the same words in the same order, over random meetings."""

import io

import docx
import pypdf
from docx.table import Table as WordTable
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import strategies
from tests.documents import reading
from wibdesk.documents.compose_agenda import compose_agenda
from wibdesk.documents.compose_minutes import compose_minutes
from wibdesk.documents.compose_plan import compose_plan
from wibdesk.documents.document import Document, Heading, texts, words_of
from wibdesk.documents.pdf_writer import write_pdf
from wibdesk.documents.styles import house_style
from wibdesk.documents.word_writer import write_docx
from wibdesk.domain.entries import Action, Decision
from wibdesk.domain.rich_text import plain_text

STYLES = st.sampled_from(reading.STYLES).map(house_style)
random_meetings = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def letters(text: str) -> str:
    """Return only what both formats print alike: letters and figures of scripts that are set as they are written."""
    return "".join(c for c in text if c.isalnum() and ord(c) < 0x590)


def word_text(data: bytes) -> str:
    opened = docx.Document(io.BytesIO(data))
    out = []
    for block in opened.iter_inner_content():
        if isinstance(block, WordTable):
            out += [cell.text for row in block.rows for cell in row.cells]
        else:
            out.append(block.text)
    return "".join(out)


def pdf_headings(data: bytes) -> list[str]:
    def titles(bookmarks):
        for bookmark in bookmarks:
            yield from titles(bookmark) if isinstance(bookmark, list) else [letters(bookmark.title)]

    return list(titles(pypdf.PdfReader(io.BytesIO(data)).outline))


def headings(document: Document) -> list[str]:
    found = [b for b in document.blocks if isinstance(b, Heading)]
    return [letters(f"{b.number or ''}{words_of(b.runs)}") for b in found]


def word_headings(data: bytes) -> list[str]:
    paragraphs = docx.Document(io.BytesIO(data)).paragraphs
    return [letters(p.text) for p in paragraphs if p.style.name.startswith("Heading")]


@random_meetings
@given(strategies.meetings(), STYLES)
def test_headings_are_the_same_in_word_and_pdf(meeting, style):
    document = compose_minutes(meeting, style)
    expected = headings(document)
    assert word_headings(write_docx(document, style)) == expected
    assert pdf_headings(write_pdf(document, style)) == expected


@random_meetings
@given(strategies.meetings(), STYLES)
def test_word_has_every_word_of_the_document_in_order(meeting, style):
    document = compose_minutes(meeting, style)
    text, at = letters(word_text(write_docx(document, style))), 0
    labels = {item.label for block in document.blocks for item in getattr(block, "items", ())}
    for words in texts(document):
        # Word makes the labels of lists itself.
        label, _, rest = words.partition(" ")
        wanted = letters(rest if label in labels else words)
        at = text.find(wanted, at) + len(wanted)
        assert at >= len(wanted), words


@random_meetings
@given(strategies.meetings(), STYLES)
def test_decisions_and_actions_stand_in_word_and_pdf_in_order(meeting, style):
    document = compose_minutes(meeting, style)
    wanted = []
    for _, entry in meeting.entries():
        if isinstance(entry, Decision):
            wanted += [plain_text(part) for part in entry.parts]
        elif isinstance(entry, Action):
            wanted += [plain_text(entry.text), *entry.owners]
    pages = pypdf.PdfReader(io.BytesIO(write_pdf(document, style))).pages
    for text in (word_text(write_docx(document, style)), "".join(page.extract_text() for page in pages)):
        plain, at = letters(text), 0
        for words in map(ascii_words, wanted):
            at = plain.find(words, at) if len(words) > 3 else at
            assert at >= 0, words


def ascii_words(text: str) -> str:
    """Return the longest stretch of plain letters, which every reader gives back as it was written."""
    return max("".join(c if c.isascii() and c.isalnum() else " " for c in text).split(), key=len, default="")


@random_meetings
@given(strategies.meetings(), STYLES)
def test_no_meeting_is_too_odd_for_an_agenda(meeting, style):
    document = compose_agenda(meeting, style)
    assert write_pdf(document, style).startswith(b"%PDF")
    assert write_docx(document, style) == write_docx(compose_agenda(meeting, style), style)


@random_meetings
@given(strategies.plans(), STYLES)
def test_a_plan_has_its_headings_in_word_and_pdf(plan, style):
    document = compose_plan(plan, style)
    assert word_headings(write_docx(document, style)) == headings(document)
    assert pdf_headings(write_pdf(document, style)) == headings(document)
