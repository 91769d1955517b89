"""Word, PDF, HTML and plain text of one document carry the same words in the same order, as other programs read them.

Over random documents of every kind and style; `WIBDESK_LONG=1` makes some hundreds of them.
"""

import dataclasses
import io
import re
import subprocess
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from enum import Enum
from itertools import chain, cycle, product, zip_longest
from pathlib import Path
from typing import Any, get_args

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from lxml import html

from tests.documents import reading, samples
from tests.documents.making import LONG, STYLES, documents, every_document, random_documents, trees
from wibdesk.documents.charts.chart import Bar, Bars
from wibdesk.documents.document import (
    Block,
    ChartBlock,
    Document,
    Heading,
    ListBlock,
    ListItem,
    PageBreak,
    Paragraph,
    Runs,
    Signature,
    Table,
    WritingLines,
    block_texts,
    plain,
    words_of,
)
from wibdesk.documents.editions import Edition
from wibdesk.documents.styles import house_style
from wibdesk.documents.writers import DATA, SHEETS, WRITERS

Pieces = Iterator[tuple[str, ...]]
"""The words of a document one after the other, each as a format may say them."""


def letters(text: str) -> str:
    """Return the letters and figures alone: what every program gives back as it was written."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


def in_every_font(value: Any) -> Any:
    """Return the document with Latin letters alone, and no addresses: what every format prints alike."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return "".join(c for c in value if ord(c) < 0x180 and (c.isprintable() or c == "\n"))
    if isinstance(value, tuple):
        return tuple(map(in_every_font, value))
    if not dataclasses.is_dataclass(value):
        return value
    kept = {"style", "language", "logo", "template", "sheets"}
    fields = {f.name: getattr(value, f.name) for f in dataclasses.fields(value)}
    return dataclasses.replace(
        value, **{n: None if n == "link" else v if n in kept else in_every_font(v) for n, v in fields.items()}
    )


def said(block: Block) -> Pieces:
    """Yield the words of a block as the page says them."""
    return ((letters(words),) for words in block_texts(block))


def said_in_word(block: Block) -> Pieces:
    """Yield the words of a block as they stand in a Word file: it counts lists itself, and headings where it can."""
    if isinstance(block, ListBlock):
        yield from ((letters(words_of(item.runs)),) for item in block.items)
    elif isinstance(block, Heading):
        words = letters(words_of(block.runs))
        yield letters(block.number or "") + words, words
    else:
        yield from said(block)


def said_in_text(block: Block) -> Pieces:
    """Yield the words of a block in plain text: a wide table says the name of its column before each cell."""
    if not isinstance(block, Table):
        yield from said(block)
        return
    yield (letters(block.caption or ""),)
    columns = "".join(block.header) + "".join(by_line(row) for row in block.rows)
    names = block.header or ("",) * len(block.widths)
    records = "".join(
        name + words_of(cell) for row in block.rows for name, cell in zip(names, row, strict=True) if words_of(cell)
    )
    yield letters(columns), letters(records)


def by_line(row: tuple[Runs, ...]) -> str:
    """Return the words of a row whose cells stand side by side: the first line of each, then the second."""
    lines = zip_longest(*(words_of(cell).strip("\n").split("\n") for cell in row), fillvalue="")
    return "".join(chain.from_iterable(lines))


def docx_words(data: bytes, folder: Path) -> str:
    body = docx.Document(io.BytesIO(data)).element.body
    return "".join(found.text or "" for found in body.iter(qn("w:t")))


def pdf_words(data: bytes, folder: Path) -> str:
    """Return the words of a PDF as its tags give them."""
    path = folder / "tagged.pdf"
    path.write_bytes(data)
    command = [reading.need("pdfinfo"), "-struct-text", str(path)]
    read = subprocess.run(command, capture_output=True, check=True).stdout.decode(errors="replace")
    return "".join(re.findall(r'^ *"(.*)"$', read, re.MULTILINE))


def html_words(data: bytes, folder: Path) -> str:
    return html.document_fromstring(data.decode()).find(".//main").text_content()


def text_words(data: bytes, folder: Path) -> str:
    return data.decode()


READERS: dict[str, tuple[Callable[[bytes, Path], str], Callable[[Block], Pieces]]] = {
    "docx": (docx_words, said_in_word),
    "pdf": (pdf_words, said),
    "html": (html_words, said),
    "txt": (text_words, said_in_text),
}


def check(document: Document, pieces: Callable[[Block], Pieces], read: str) -> None:
    """Assert that what was read is what the document says, in its order, and nothing else."""
    text, ends = letters(read), {0}
    for block in document.blocks:
        for ways in pieces(block):
            reached = {at + len(words) for at in ends for words in ways if text.startswith(words, at)}
            assert reached, f"{ways} is not at {[text[at : at + 60] for at in ends]}"
            ends = reached
    assert len(text) in ends, f"{text[max(ends) :]!r} is said as well"


def compare(document: Document, style, folder: Path, *endings: str) -> None:
    """Assert that the formats, or all of them, say what the document says."""
    shown = dataclasses.replace(in_every_font(document), status=None)
    for ending in endings or READERS:
        read, pieces = READERS[ending]
        check(shown, pieces, read(WRITERS[ending](shown, style), folder))


@random_documents
@given(documents())
def test_every_kind_says_the_same_words_in_the_same_order_in_every_format(tmp_path_factory, made):
    compare(made.document, made.style, tmp_path_factory.getbasetemp())


@random_documents
@given(trees())
def test_every_block_in_any_order_says_the_same_words_in_every_format(tmp_path_factory, tree):
    compare(tree, house_style(None), tmp_path_factory.getbasetemp())


EACH_SAMPLE = list(product(samples.MATERIALS, STYLES) if LONG else zip(samples.MATERIALS, cycle(STYLES), strict=False))


@pytest.mark.no_cover
@pytest.mark.parametrize(("name", "style"), EACH_SAMPLE)
def test_the_samples_say_the_same_words_in_every_format(name, style, tmp_path):
    for made in every_document(samples.MATERIALS[name](), (style,)):
        if made.edition is Edition.FULL:
            compare(made.document, made.style, tmp_path)


@pytest.mark.no_cover
def test_libreoffice_counts_the_lists_and_headings_of_word_files_as_the_document_does(tmp_path):
    shown = {}
    for at, style in enumerate(STYLES):
        for number, made in enumerate(every_document(samples.MATERIALS["board"](), (style,))):
            # A third of the kinds in each style, and others every day; all of them by WIBDESK_LONG=1.
            if made.edition is Edition.FULL and (LONG or (number // 2 + at + date.today().toordinal()) % 3 == 0):
                name = f"{made.kind.name} {style}"
                shown[name] = dataclasses.replace(in_every_font(made.document), status=None)
                (tmp_path / f"{name}.docx").write_bytes(WRITERS["docx"](shown[name], made.style))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [reading.need("soffice"), profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir"]
    files = [str(tmp_path / f"{name}.docx") for name in shown]
    subprocess.run([*command, str(tmp_path), *files], capture_output=True, check=True)
    for name, document in shown.items():
        check(document, said, (tmp_path / f"{name}.txt").read_text(encoding="utf-8-sig"))


BLOCKS: dict[type, Block] = {
    Heading: Heading(2, plain("Front door"), "3."),
    Paragraph: Paragraph(plain("The report was noted."), label="3.1"),
    ListBlock: ListBlock((ListItem(plain("one definition"), "(a)", 1, "(a)", 1, 1), ListItem(plain("vacancies"), "•"))),
    Table: Table(((plain("July"), plain("1204")),), (1.0, 1.0), ("Month", "Contacts"), "Contacts at the front door"),
    Signature: Signature("Signed as a correct record", ("Chair", "Date")),
    WritingLines: WritingLines(3),
    PageBreak: PageBreak(),
    # The words of a picture stand in its table too: here it has none.
    ChartBlock: ChartBlock(Bars((Bar("", 1, ""),)), "One action is open."),
}
"""One of every block there is: a new one must be here, and so in every format."""


def test_there_is_a_sample_of_every_block():
    assert set(BLOCKS) == set(get_args(Block))


@pytest.mark.parametrize("ending", [ending for ending in WRITERS if ending not in (SHEETS, *DATA)])
@pytest.mark.parametrize("block", BLOCKS.values(), ids=[kind.__name__ for kind in BLOCKS])
def test_no_writer_forgets_a_block(ending, block, tmp_path):
    style = house_style(None)
    before = Document("t", "s", "a", "h", (Heading(1, plain("Norbury Board")), Paragraph(plain("x"))))
    after = dataclasses.replace(before, blocks=(*before.blocks, block, Paragraph(plain("y"))))
    bare = dataclasses.replace(before, blocks=(*before.blocks, Paragraph(plain("y"))))
    compare(after, style, tmp_path, ending)
    # What is for paper alone says nothing in plain text; everywhere else it leaves a trace.
    says_something = ending != "txt" or not isinstance(block, WritingLines | PageBreak | ChartBlock)
    assert (WRITERS[ending](after, style) != WRITERS[ending](bare, style)) is says_something


@dataclasses.dataclass(frozen=True)
class Stranger:
    """A block that nobody knows yet."""

    words: str = "unheard of"


@pytest.mark.parametrize("ending", ["html", "txt"])
def test_a_block_that_a_writer_does_not_know_is_never_dropped_in_silence(ending):
    strange = Document("t", "s", "a", "h", (Heading(1, plain("x")), Stranger()))
    with pytest.raises(TypeError):
        WRITERS[ending](strange, house_style(None))
