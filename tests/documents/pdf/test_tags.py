"""The tags of the PDF: read back by poppler, they give the document's words exactly, in its order and structure."""

import io
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pypdf
import pytest
from hypothesis import given

from tests.documents import reading
from tests.documents.making import documents, png, random_documents, trees
from tests.validators.tags import Element, tags
from wibdesk.documents.document import (
    Block,
    Document,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Picture,
    Run,
    Signature,
    Table,
    TableKind,
    WritingLines,
    block_texts,
    plain,
    words_of,
)
from wibdesk.documents.fonts import coverage
from wibdesk.documents.legal_text import boxed
from wibdesk.documents.pdf.right_to_left import turned_stretches
from wibdesk.documents.pdf.writer import write_pdf
from wibdesk.documents.styles import house_style
from wibdesk.domain.house_style import HouseStyle

STYLE = house_style(None)
RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
LINE_END = re.compile("\r\n|[\r\n\u2028\u2029]")


def document(*blocks: Block, **more) -> Document:
    return Document(**{"title": "t", "subject": "s", "author": "a", "header": "h", "blocks": blocks} | more)


def read(folder: Path, *blocks: Block, **more) -> Element:
    return tags(write_pdf(document(*blocks, **more), STYLE), folder)


def printed(text: str) -> str:
    """Return the words as the page has them: a line's end is a space, and what no font has is its code."""
    text = LINE_END.sub(" ", text).replace("\ufeff", "\u2060")
    return "".join(c if c in coverage() else boxed(c) for c in text)


def expected(made: Document) -> list[str]:
    """Return the words of every element; of names beside posts, those of a line together."""
    out: list[str] = []
    for block in made.blocks:
        if isinstance(block, Table) and block.kind is TableKind.LINES and not block.header:
            out.append(block.caption or "")
            out.extend(" ".join(filter(None, map(words_of, row))) for row in block.rows)
        else:
            out.extend(block_texts(block))
    return [words for words in (printed(text).strip(" ") for text in out) if words]


def read_words(element: Element) -> Iterator[str]:
    """Yield the words of every element that stands for itself; a line of a list has its label and its words."""
    if element.name == "LI":
        label, body = element.elements
        first, *deeper = body.elements
        yield (label.words + first.words).strip(" ")
        for part in deeper:
            yield from read_words(part)
    elif element.name in ("H1", "H2", "H3", "P", "Caption", "TH", "TD"):
        yield element.words.strip(" ")
    else:
        for part in element.elements:
            yield from read_words(part)


def alike(words: str) -> object:
    """Return what must be equal: poppler gives right-to-left words as they are drawn, and no soft hyphens."""
    words = words.replace("\u00ad", "")
    return Counter(words) if RIGHT_TO_LEFT.search(words) else words


def check_words(made: Document, style: HouseStyle, folder: Path) -> None:
    found = list(filter(None, read_words(tags(write_pdf(made, style), folder))))
    wanted = expected(made)
    assert list(map(alike, found)) == list(map(alike, wanted))


@random_documents
@given(trees())
def test_the_words_of_any_document_come_back_through_its_tags(made):
    with tempfile.TemporaryDirectory() as folder:
        check_words(made, STYLE, Path(folder))


@random_documents
@given(documents())
def test_the_words_of_every_kind_in_every_style_come_back_through_the_tags(made):
    with tempfile.TemporaryDirectory() as folder:
        check_words(made.document, made.style, Path(folder))


@random_documents
@given(trees())
def test_heading_levels_are_never_skipped(made):
    with tempfile.TemporaryDirectory() as folder:
        root = tags(write_pdf(made, STYLE), Path(folder))
    levels = [int(one.name[1]) for one in root.every("H1", "H2", "H3")]
    assert levels[:1] in ([], [1])
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_list_inside_a_list_is_inside_its_line(tmp_path):
    items = (("(1)", 1, "one"), ("(a)", 2, "deeper"), ("(b)", 2, "deeper too"), ("(2)", 1, "two"))
    block = ListBlock(
        tuple(ListItem(plain(t), label, n, label[:1] + "a1"[n == 1] + ")", 1, n) for label, n, t in items)
    )
    root = read(tmp_path, block)
    deeper = "L(LI(Lbl LBody(P)) LI(Lbl LBody(P)))"
    assert root.outline() == f"Document(L(LI(Lbl LBody(P {deeper})) LI(Lbl LBody(P))))"
    assert [one.details["ListNumbering"] for one in root.every("L")] == ["/Decimal", "/LowerAlpha"]


def test_bullets_after_numbers_are_a_list_of_their_own(tmp_path):
    block = ListBlock((ListItem(plain("one"), "1.", 1, "1.", 1, 1), ListItem(plain("dot"), "•")))
    assert [one.details["ListNumbering"] for one in read(tmp_path, block).every("L")] == ["/Decimal", "/Disc"]


def test_a_table_names_its_columns_and_rows(tmp_path):
    rows = ((plain("Ada Byng"), plain("Chair")), (plain("Bo Carr"), ()))
    root = read(tmp_path, Table(rows, (1, 2), ("Name", "Post"), "Members", row_headers=True))
    row = "TR(TH TD)"
    assert root.outline() == f"Document(Table(Caption THead(TR(TH TH)) TBody({row} {row})))"
    assert [one.details["Scope"] for one in root.every("TH")] == ["/Column", "/Column", "/Row", "/Row"]


def test_names_beside_posts_are_lines_of_text_and_no_table(tmp_path):
    rows = ((plain("Ada Byng"), plain("Chair")), (plain("Bo Carr"), plain("Clerk")))
    root = read(tmp_path, Table(rows, (1, 2), kind=TableKind.LINES))
    assert [part.words for part in root.elements] == ["Ada Byng Chair", "Bo Carr Clerk"]
    assert root.outline() == "Document(P P)"


def test_the_heading_row_is_read_once_however_often_it_is_printed(tmp_path):
    rows = tuple((plain(f"Person {n}"), plain("Council")) for n in range(120))
    data = write_pdf(document(Table(rows, (1, 1), ("Name", "From"))), STYLE)
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    assert [page.extract_text().count("Name") for page in pages] == [1] * len(pages)
    assert len(pages) > 2
    root = tags(data, tmp_path)
    assert (len(list(root.every("Table"))), len(list(root.every("TH"))), len(list(root.every("TD")))) == (1, 2, 240)


def test_the_name_of_an_activity_is_read_once_however_often_it_is_printed(tmp_path):
    rows = tuple((plain("" if n else "Front door"), plain(f"step {n}")) for n in range(90))
    table = Table(rows, (1, 1), ("Activity", "Milestones"), kind=TableKind.PLAN, row_headers=True)
    found = "".join(read_words(read(tmp_path, table)))
    assert (found.count("Front door"), found.count("continued")) == (1, 0)
    assert "continued" in reading.whole_pdf_words(write_pdf(document(table), STYLE), tmp_path)


def test_a_cell_and_a_paragraph_over_pages_are_one_element_each(tmp_path):
    long = " ".join(f"word{n}" for n in range(2500))
    root = read(tmp_path, Paragraph(plain(long)), Table(((plain(long), plain("x")),), (1, 1), ("A", "B")))
    assert [one.words for one in root.every("P", "TD")] == [long, long, "x"]


def test_a_link_over_lines_is_one_element_with_a_place_to_click_on_each(tmp_path):
    words = "the report of the Director of Children's Services on the state of the front door " * 3
    runs = (
        Run("See "),
        Run(words, link="https://e.example/ü?a=(b)"),
        Run("bold", bold=True, link="https://e.example/ü?a=(b)"),
    )
    data = write_pdf(document(Paragraph((*runs, Run(" now.")))), STYLE)
    (link,) = tags(data, tmp_path).every("Link")
    assert link.words == f"{words}bold"
    notes = [note.get_object() for note in pypdf.PdfReader(io.BytesIO(data)).pages[0]["/Annots"]]
    assert link.places == len(notes) == 3
    assert {note["/A"]["/URI"] for note in notes} == {"https://e.example/%C3%BC?a=(b)"}
    assert {note["/Contents"] for note in notes} == {f"{words}bold (https://e.example/ü?a=(b))"}


def structure(data: bytes, name: str) -> list[dict]:
    """Return every structure element of this name as the file has it."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    found = (reader.get_object(number) for number in range(1, reader.trailer["/Size"]))
    return [one for one in found if isinstance(one, dict) and one.get("/S") == name and "/P" in one]


def test_words_in_another_language_say_so():
    runs = (
        Run("The "),
        Run("Cyngor", language="cy"),
        Run(" and the "),
        Run("x", language="en-GB"),
        Run("y", language="?"),
    )
    assert [one["/Lang"] for one in structure(write_pdf(document(Paragraph(runs)), STYLE), "/Span")] == ["cy"]


def test_a_link_in_another_language_says_so_itself():
    runs = (Run("Cyngor", language="cy", link="https://e.example"),)
    assert [one["/Lang"] for one in structure(write_pdf(document(Paragraph(runs)), STYLE), "/Link")] == ["cy"]


def test_right_to_left_words_are_told_in_the_order_in_which_they_are_read():
    data = write_pdf(document(Paragraph(plain("from עברית שלום to مجلس 12"))), STYLE)
    assert [one["/ActualText"] for one in structure(data, "/Span")] == ["עברית שלום", "مجلس"]


@pytest.mark.parametrize(("words", "told"), [("Seal of Norbury", "Seal of Norbury"), (" ", "a"), ("", "a")])
def test_the_logo_is_read_first_as_a_figure_with_its_words(words, told, tmp_path):
    more = {"logo": Picture(png(), "png", words)}
    root = read(tmp_path, Heading(1, plain("Board")), **more)
    assert root.outline() == "Document(Figure H1)"
    (figure,) = structure(write_pdf(document(**more), STYLE), "/Figure")
    assert figure["/Alt"] == told
    assert len(figure["/A"]["/BBox"]) == 4


def test_lines_to_sign_and_to_write_on_are_passed_over(tmp_path):
    root = read(tmp_path, Signature("Signed", ("Chair", "Date")), WritingLines(4), WritingLines())
    assert root.outline() == "Document(P P P)"
    assert list(read_words(root)) == ["Signed", "Chair", "Date"]


def test_blank_blocks_leave_no_empty_element(tmp_path):
    assert (
        read(tmp_path, Paragraph(()), Heading(2, ()), Heading(2, plain(" ")), Paragraph(plain("x"))).outline()
        == "Document(P)"
    )


def test_a_tab_a_soft_hyphen_and_several_spaces_come_back_as_they_are(tmp_path):
    words = "tab\there no\u00a0break zero\u200bwidth end.   Then"
    assert read(tmp_path, Paragraph(plain(words))).words == words
    data = write_pdf(document(Paragraph(plain("soft\u00adhyphen"))), STYLE)
    assert "soft\u00adhyphen" in reading.whole_pdf_words(data, tmp_path)


def test_the_ends_of_lines_neither_join_words_nor_add_to_a_word_that_is_cut(tmp_path):
    words = "well-being " * 40 + "uncuttable" * 30 + " https://e.example/a/long/address/" + "part/" * 40
    assert read(tmp_path, Paragraph(plain(words))).words == words


def test_a_turned_word_keeps_its_marks_behind_their_letters_and_its_figures_from_the_left():
    assert list(turned_stretches("a עִב")) == [("a ", "a "), ("בעִ", "עִב")]
    assert list(turned_stretches("مجلس ١٢")) == [("١٢ سلجم", "مجلس ١٢")]


def test_a_word_that_is_cut_keeps_its_accents_on_their_letters():
    data = write_pdf(document(Paragraph(plain("e\u0301" * 300))), STYLE)
    lines = pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text().splitlines()
    assert sum(line.count("e\u0301") for line in lines) == 300
    assert len([line for line in lines if line.startswith("e")]) > 2
    assert not [line for line in lines if line.startswith("\u0301")]
