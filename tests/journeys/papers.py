"""Saved files read back by other programs' code, as lines that a clerk can compare with what was typed."""

import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pypdf
from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

from tests.documents.word.reading import Lists, label_of
from tests.validators.word_access import q

MARKS = {
    "Heading 1": "# ",
    "Heading 2": "## ",
    "Heading 3": "### ",
    "List Bullet": "- ",
    "List Bullet 2": "  - ",
    "List Bullet 3": "    - ",
    "List Number": "1. ",
}


def word_lines(path: Path) -> list[str]:
    """Return the lines of a Word file in order: headings and lists with their marks, bold in stars, cells with bars."""
    lines: list[str] = []
    labels = _labels(path)
    for block in Document(str(path)).iter_inner_content():
        if isinstance(block, Table):
            rows = ([cell.text.replace("\n", " / ") for cell in row.cells] for row in block.rows)
            lines += [" | ".join(row).rstrip(" |") for row in rows]
        else:
            lines.append(_marked(block, next(labels)))
    return lines


def pdf_words(path: Path) -> str:
    """Return the words of a PDF as one stretch of text."""
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(path).pages).split())


def all_bytes(path: Path) -> bytes:
    """Return everything in a file, each part of a Word file unpacked."""
    if path.suffix != ".docx":
        return path.read_bytes()
    with zipfile.ZipFile(path) as package:
        return b"\n".join(package.read(name) for name in package.namelist())


def bare(line: str) -> str:
    """Return a line without its marks, as it reads in a PDF."""
    words = line.strip().removeprefix("1. ").lstrip("#- ").replace("**", "").replace(" / ", " ").replace(" | ", " ")
    return " ".join(words.split())


def assert_in_order(wanted: Iterable[str], lines: list[str]) -> None:
    """Assert that every wanted line stands in a paper, in this order; other lines may stand between."""
    at = 0
    for line in wanted:
        assert line in lines[at:], f"“{line}” does not follow in\n" + "\n".join(lines[at:])
        at = lines.index(line, at) + 1


def assert_words_in_order(wanted: Iterable[str], text: str) -> None:
    """Assert that every stretch of words stands in a text, in this order."""
    at = 0
    for words in wanted:
        found = text.find(words, at)
        assert found >= 0, f"“{words}” does not follow in\n{text[at:]}"
        at = found + len(words)


def _labels(path: Path) -> Iterator[str]:
    """Yield the number that Word prints before each paragraph of the body; empty before one without."""
    with zipfile.ZipFile(path) as package:
        read = {name: etree.fromstring(package.read(name)) for name in package.namelist() if name.endswith(".xml")}
    styles = {one.get(q("styleId")): one for one in read["word/styles.xml"].iter(q("style"))}
    counting = Lists(next(part for name, part in read.items() if name.startswith("word/numbering")))
    for paragraph in read["word/document.xml"].iter(q("p")):
        label = label_of(paragraph, styles, counting)
        if paragraph.getparent().tag == q("body"):
            yield label


def _marked(paragraph: Paragraph, label: str) -> str:
    style = paragraph.style.name if paragraph.style is not None else ""
    words = "".join(f"**{run.text}**" if run.bold and run.text.strip() else run.text for run in paragraph.runs)
    mark = MARKS.get((style or "").removesuffix(" Unnumbered"), "")
    number = f"{label} | " if mark.startswith("#") and label else ""
    return mark + number + words.replace("\n", " / ").replace("\t", " | ")
