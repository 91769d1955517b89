"""Every word of the shared files arrives in Word, PDF, HTML and plain text, in order, as other programs read them."""

import re
from collections.abc import Callable
from itertools import chain
from pathlib import Path

import pytest
from lxml import html

from tests.documents import reading
from tests.documents.reading import STYLES, every_file, in_order, squeezed
from wibdesk.documents.compose.minutes import compose_minutes
from wibdesk.documents.compose.plan import compose_plan
from wibdesk.documents.document import Document
from wibdesk.documents.styles import house_style, style_names
from wibdesk.documents.writers import WRITERS
from wibdesk.domain.plans import Plan
from wibdesk.interchange.meeting_file import read_file

by_style = pytest.mark.parametrize("style", STYLES)
OTHERS = [name for name in style_names() if name not in STYLES]


def pdf_words(data: bytes, folder: Path) -> str:
    return reading.pdf_words(data, folder, "-raw")


def html_words(data: bytes, folder: Path) -> str:
    page = html.document_fromstring(data.decode())
    for block in page.iter("p", "td", "th", "li", "h1", "h2", "h3", "caption", "br", "span"):
        block.tail = f" {block.tail or ''}"
    return squeezed(page.text_content())


def text_words(data: bytes, folder: Path) -> str:
    """Return the words of plain text without the addresses that it prints after the words of a link."""
    return squeezed(re.sub(r" <(?:https?|mailto):[^>]*>", "", data.decode()))


READERS: dict[str, Callable[[bytes, Path], str]] = {
    "docx": reading.pandoc_words, "pdf": pdf_words, "html": html_words, "txt": text_words,
}  # fmt: skip
in_every_format = pytest.mark.parametrize("ending", READERS)


def composed(path, style) -> tuple[Document, list[str], list[str]]:
    """Return the document of a file, the words that must stand in it in order, and those that must stand in it."""
    source = read_file(path)
    if isinstance(source, Plan):
        return compose_plan(source, house_style(style)), list(reading.plan_words(source)), []
    return compose_minutes(source, house_style(style)), list(reading.record(source)), list(reading.people(source))


def read(path, style, ending, folder) -> tuple[str, list[str], list[str]]:
    """Return what another program reads of a file's document, with the words that must stand there."""
    document, ordered, present = composed(path, style)
    return READERS[ending](WRITERS[ending](document, house_style(style)), folder), ordered, present


def missing(words, text: str) -> list[str]:
    return [said for said in words if squeezed(said).strip() not in text]


@every_file
@by_style
@in_every_format
def test_every_word_arrives_in_order(path, style, ending, tmp_path):
    text, ordered, present = read(path, style, ending, tmp_path)
    in_order(iter(ordered), text)
    assert missing(present, text) == []
    assert "CANARY" not in text


@every_file
@pytest.mark.parametrize("style", OTHERS)
@in_every_format
def test_no_style_drops_a_word(path, style, ending, tmp_path):
    text, ordered, _ = read(path, style, ending, tmp_path)
    assert missing(ordered, text) == []
    assert "CANARY" not in text


@every_file
def test_word_carries_every_word_in_order_as_libreoffice_reads_it(path, tmp_path):
    source = read_file(path)
    style = house_style(source.details.house_style if not isinstance(source, Plan) else None)
    document, ordered, present = composed(path, style.name)
    text = reading.office_words(WRITERS["docx"](document, style), tmp_path)
    in_order(iter(ordered), text)
    assert missing(present, text) == []


@every_file
def test_pdf_read_in_the_order_of_the_page_still_holds_every_name_and_heading(path, tmp_path):
    source = read_file(path)
    document, _, present = composed(path, "organisation_board")
    text = reading.pdf_words(WRITERS["pdf"](document, house_style("organisation_board")), tmp_path)
    titles = [item.title for item in source.items] if not isinstance(source, Plan) else [source.title]
    assert missing(chain(present, titles), text) == []
