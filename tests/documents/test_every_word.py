"""Every word of the shared files arrives in Word and in PDF, in order, as other programs read them."""

from itertools import chain

import pytest

from tests.documents import reading
from tests.documents.reading import STYLES, every_file, in_order, squeezed
from wibdesk.documents.compose_minutes import compose_minutes
from wibdesk.documents.compose_plan import compose_plan
from wibdesk.documents.document import Document
from wibdesk.documents.pdf_writer import write_pdf
from wibdesk.documents.styles import house_style
from wibdesk.documents.word_writer import write_docx
from wibdesk.domain.plans import Plan
from wibdesk.interchange.meeting_file import read_file

by_style = pytest.mark.parametrize("style", STYLES)


def composed(path, style) -> tuple[Document, list[str], list[str]]:
    """Return the document of a file, the words that must stand in it in order, and those that must stand in it."""
    source = read_file(path)
    if isinstance(source, Plan):
        return compose_plan(source, house_style(style)), list(reading.plan_words(source)), []
    return compose_minutes(source, house_style(style)), list(reading.record(source)), list(reading.people(source))


def check(text: str, ordered: list[str], present: list[str]) -> None:
    """Assert that nothing is missing, out of order or told to the wrong reader."""
    in_order(iter(ordered), text)
    assert [words for words in present if squeezed(words) not in text] == []
    assert "CANARY" not in text


@every_file
@by_style
def test_pdf_carries_every_word_in_order(path, style, tmp_path):
    document, ordered, present = composed(path, style)
    check(reading.pdf_words(write_pdf(document, house_style(style)), tmp_path, "-raw"), ordered, present)


@every_file
@by_style
def test_word_carries_every_word_in_order_as_pandoc_reads_it(path, style, tmp_path):
    document, ordered, present = composed(path, style)
    check(reading.pandoc_words(write_docx(document, house_style(style)), tmp_path), ordered, present)


@every_file
def test_word_carries_every_word_in_order_as_libreoffice_reads_it(path, tmp_path):
    source = read_file(path)
    style = house_style(source.details.house_style if not isinstance(source, Plan) else None)
    document, ordered, present = composed(path, style.name)
    check(reading.office_words(write_docx(document, style), tmp_path), ordered, present)


@every_file
def test_pdf_read_in_the_order_of_the_page_still_holds_every_name_and_heading(path, tmp_path):
    source = read_file(path)
    document, _, present = composed(path, "organisation_board")
    text = reading.pdf_words(write_pdf(document, house_style("organisation_board")), tmp_path)
    titles = [item.title for item in source.items] if not isinstance(source, Plan) else [source.title]
    assert [words for words in chain(present, titles) if squeezed(words) not in text] == []
