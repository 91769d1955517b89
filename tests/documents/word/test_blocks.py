"""Blocks in Word: lines to write on, new pages, tables, languages, sizes, and editing that renumbers."""

import copy
import io
import subprocess

import docx
import pypdf
import pytest
from docx.shared import Pt

from tests.documents import reading
from tests.documents.word.reading import word_lines
from tests.validators.word_access import q, value
from wibdesk.documents.document import (
    Document,
    Heading,
    ListBlock,
    ListItem,
    PageBreak,
    Paragraph,
    Role,
    Run,
    Signature,
    Table,
    TableKind,
    WritingLines,
    plain,
)
from wibdesk.documents.styles import house_style
from wibdesk.documents.word.writer import write_docx
from wibdesk.domain.house_style import HouseStyle

STYLE = house_style(None)
GRID = Table(((plain("a"), plain("b")),), (50, 50), ("A", "B"))


def word(*blocks, style: HouseStyle = STYLE, **more) -> bytes:
    return write_docx(Document("T", "s", "a", "Norbury Board", blocks, **more), style)


def opened(data: bytes):
    return docx.Document(io.BytesIO(data))


def body(data: bytes):
    return opened(data).element.body


def heading(words: str, number: str | None = None, level: int = 2) -> Heading:
    return Heading(level, plain(words), number)


def line(words: str, label: str, style: str, number: int, sequence: int = 1, level: int = 1) -> ListItem:
    return ListItem(plain(words), label, level, style, number, sequence)


def pages(data: bytes, folder) -> list[str]:
    path = folder / "pages.docx"
    path.write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [reading.need("soffice"), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(path)], capture_output=True, check=True)
    return [page.extract_text() for page in pypdf.PdfReader(path.with_suffix(".pdf")).pages]


def saved(document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_heading_added_in_its_style_renumbers_what_follows(tmp_path):
    document = opened(word(heading("Present"), heading("One", "76."), heading("Two", "77."), heading("End")))
    two = next(p for p in document.paragraphs if p.text == "Two")
    two.insert_paragraph_before("Between", style="Heading 2")
    text = reading.office_words(saved(document), tmp_path)
    reading.in_order(iter(("Present", "76. One", "77. Between", "78. Two", "End")), text)


def test_parts_below_a_heading_follow_it_when_it_moves_on(tmp_path):
    blocks = (heading("One", "1."), heading("First", "1.1", 3), heading("Two", "2."), heading("Second", "2.1", 3))
    document = opened(word(*blocks))
    one = next(p for p in document.paragraphs if p.text == "One")
    one.insert_paragraph_before("Before", style="Heading 2")
    text = reading.office_words(saved(document), tmp_path)
    reading.in_order(iter(("1. Before", "2. One", "2.1 First", "3. Two", "3.1 Second")), text)


def kept(*blocks) -> list[str]:
    """Return the words of the paragraphs that themselves stay on the page of what follows."""
    document = opened(word(*blocks))
    return [p.text for p in document.paragraphs if p.paragraph_format.keep_with_next]


def test_what_stands_below_an_items_heading_stays_with_its_subheading_but_not_with_another_item():
    time = Paragraph(plain("9.45 am"), Role.ITEM_DETAIL)
    assert kept(heading("One"), time, heading("Figures", level=3)) == ["9.45 am"]
    assert kept(heading("One"), time, heading("Two")) == []
    assert kept(heading("One"), time, PageBreak(), Paragraph(plain("x"))) == []
    marks = Paragraph(plain("</AI1>"), Role.FENCE), Paragraph(plain("<AI2>"), Role.FENCE)
    assert kept(*marks, heading("Two")) == ["<AI2>"]


def test_a_signature_and_the_close_of_the_meeting_stay_with_the_last_words():
    dates = ListBlock((ListItem(plain("1 May"), "•"), ListItem(plain("2 June"), "•")))
    closed, signature = Paragraph(plain("The meeting closed at 4 pm.")), Signature("Signed", ("Chair",))
    assert kept(dates, closed) == ["2 June"]
    assert kept(dates, signature) == ["2 June"]
    assert kept(Paragraph(plain("Noted.")), closed, signature) == [closed.runs[0].text]
    assert kept(Paragraph(plain("Noted.")), Paragraph(plain("many words " * 40))) == []


def test_what_follows_names_and_posts_stands_off_from_them():
    names = Table(((plain("Ada Byng"), plain("Chair")),), (35, 65), kind=TableKind.LINES)
    document = opened(word(names, Paragraph(plain("x")), Paragraph(plain("y")), names, Signature("Signed", ("Chair",))))
    gaps = {p.text: p.paragraph_format.space_before for p in document.paragraphs}
    assert (gaps["x"], gaps["y"], gaps["Signed"]) == (Pt(10), None, None)


def test_a_line_added_to_a_list_renumbers_what_follows(tmp_path):
    items = (line("one", "(a)", "(a)", 1), line("two", "(b)", "(a)", 2))
    document = opened(word(ListBlock(items), Paragraph(plain("x")), ListBlock((line("again", "(a)", "(a)", 1, 2),))))
    first = document.element.body[0]
    first.addnext(copy.deepcopy(first))
    text = reading.office_words(saved(document), tmp_path)
    reading.in_order(iter(("(a) one", "(b) one", "(c) two", "x", "(a) again")), text)


def test_a_line_in_a_list_style_has_its_mark_at_once(tmp_path):
    document = opened(word(heading("One")))
    document.add_paragraph("bullet", style="List Bullet")
    document.add_paragraph("number", style="List Number")
    document.add_paragraph("number again", style="List Number")
    text = reading.office_words(saved(document), tmp_path)
    reading.in_order(iter(("• bullet", "1. number", "2. number again")), text)


def test_changing_a_style_restyles_every_heading_of_it():
    document = opened(word(heading("Present"), heading("One", "1."), heading("66", "66/E"), heading("Two", "2.")))
    document.styles["Heading 2"].font.size = Pt(31)
    sizes = set()
    for paragraph in opened(saved(document)).paragraphs:
        style = paragraph.style
        while style.font.size is None:
            style = style.base_style
        sizes.add(style.font.size.pt)
        assert all(run.font.size is None and run.font.name is None for run in paragraph.runs)
    assert sizes == {31}


def test_numbers_that_jump_or_do_not_count_are_printed_as_they_are(tmp_path):
    numbers = ("1.", "2.", "9.", "10.", "4a", "66/E", "35/20", "36/20", "10.30", "2.3", "2.4", "3.")
    data = word(*(heading(f"Item {n}", number) for n, number in enumerate(numbers)))
    wanted = [f"{number} Item {n}" for n, number in enumerate(numbers)]
    assert [words.replace("\t", " ") for words in word_lines(data)] == wanted
    reading.in_order(iter(wanted), reading.office_words(data, tmp_path))


def test_a_document_without_numbers_has_headings_that_do_not_count(tmp_path):
    document = opened(word(heading("Present"), heading("One")))
    document.add_paragraph("Two", style="Heading 2")
    assert "1" not in reading.office_words(saved(document), tmp_path)
    assert {paragraph.style.name for paragraph in document.paragraphs} == {"Heading 2"}


def test_labels_that_word_has_not_are_typed():
    items = (ListItem(plain("star"), "*"), line("far", "900", "(a)", 900), line("odd", "(z)", "(a)", 1))
    assert word_lines(word(ListBlock(items))) == ["*\tstar", "900\tfar", "(z)\todd"]


def test_lists_that_take_turns_keep_their_numbers(tmp_path):
    shape = (("a", 1, 1, 1), ("b", 2, 1, 1), ("x", 1, 2, 1), ("c", 3, 1, 1), ("deep", 2, 3, 2), ("d", 4, 1, 1))
    items = tuple(
        line(words, f"{number}.", "1.", number, sequence, level)
        for words, number, sequence, level in (*shape, ("deeper", 3, 3, 2))
    )
    wanted = ["1. a", "2. b", "1. x", "3. c", "2. deep", "4. d", "3. deeper"]
    data = word(ListBlock(items))
    assert word_lines(data) == wanted
    reading.in_order(iter(wanted), reading.office_words(data, tmp_path))


def test_lines_to_write_on_are_one_paragraph_that_says_nothing():
    data = word(heading("Item", "1."), WritingLines(4))
    paragraph = opened(data).paragraphs[-1]
    assert paragraph.style.name == "Writing Lines"
    assert paragraph.text == "\t\n\t\n\t\n\t"


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("details", [0, 1, 6])
def test_lines_that_fill_a_page_fill_no_second_one(details, landscape, tmp_path):
    said = "Papers: the report of the director, with two appendices that came late and a letter. " * 2
    head = tuple(Paragraph(plain(said), Role.ITEM_DETAIL) for _ in range(details))
    blocks = tuple(
        block for n in (1, 2, 3) for block in (heading(f"Item named {n}", f"{n}."), *head, WritingLines(), PageBreak())
    )
    text = pages(word(*blocks, landscape=landscape), tmp_path)
    assert [f"Item named {n}" in page for n, page in enumerate(text, 1)] == [True, True, True]
    height = 471 if landscape else 717
    assert text[0].count("_" * 20) * 26 > (height - 60 - details * 60) * 0.6


def test_lines_leave_room_for_a_table_on_their_page(tmp_path):
    signed = Table(tuple((plain(f"Name {n}"), ()) for n in range(6)), (1, 1), ("Name", "Signature"), row_height=30)
    text = pages(
        word(heading("One"), signed, WritingLines(), PageBreak(), heading("Two"), WritingLines(2), WritingLines()),
        tmp_path,
    )
    assert ["One" in page for page in text] == [True, False]


@pytest.mark.parametrize(
    "block",
    [
        heading("After"),
        Paragraph(plain("After")),
        ListBlock((ListItem(plain("After"), "•"),)),
        Table(((plain("After"), plain("b")),), (1, 1)),
        Table(((plain("b"),),), (1,), ("h",), "After"),
        Table(((plain("After"), plain("b")),), (35, 65), kind=TableKind.LINES),
        Signature("After", ("Chair",)),
    ],
    ids=lambda block: type(block).__name__,
)
def test_a_new_page_begins_with_whatever_follows(block, tmp_path):
    data = word(PageBreak(), heading("Before"), GRID, PageBreak(), PageBreak(), block, PageBreak())
    text = pages(data, tmp_path)
    assert [("Before" in page, "After" in page) for page in text] == [(True, False), (False, True)]


def test_two_tables_never_touch_and_the_last_is_followed():
    names = [element.tag for element in body(word(GRID, GRID, Table((), (1,)), GRID, Table((), (1,), (), "C")))]
    table, paragraph = q("tbl"), q("p")
    assert names == [table, paragraph, table, paragraph, table, paragraph, q("sectPr")]


def test_what_stands_after_a_table_stands_off_from_it():
    root = body(word(GRID, Paragraph(plain("x")), GRID, Heading(3, plain("y")), GRID, Paragraph(plain("z"), Role.NOTE)))
    off = [one.find(f"{q('pPr')}/{q('spacing')}") is not None for one in root.iterchildren(q("p"))]
    assert off == [True, False, True]


def test_a_table_for_hand_and_ear():
    rows = ((plain("A"), plain("")), (plain("B"), plain("")))
    data = word(heading("Sign in"), Table(rows, (1, 2), ("Name", "Signature"), row_headers=True, row_height=30))
    table = body(data).find(q("tbl"))
    look = table.find(f"{q('tblPr')}/{q('tblLook')}")
    assert (look.get(q("firstRow")), look.get(q("firstColumn")), look.get(q("val"))) == ("1", "1", "04A0")
    heights = [(one.get(q("val")), one.get(q("hRule"))) for one in table.iter(q("trHeight"))]
    assert heights == [("600", "atLeast")] * 2
    assert value(table, "tblPr/tblCaption") == "Sign in"


def test_columns_fill_the_line_to_the_last_point():
    table = body(word(Table((tuple(plain(c) for c in "abcdefg"),), (1, 1, 1, 1, 1, 1, 1)))).find(q("tbl"))
    widths = [int(one.get(q("w"))) for one in table.iter(q("gridCol"))]
    assert sum(widths) == 11906 - 2 * 1240
    assert max(widths) - min(widths) <= 1


def test_names_beside_posts_are_lines_whatever_their_columns():
    rows = ((plain("A"), plain("Post")), (plain("B"), ()), ((), plain("Post alone")))
    table = Table(rows, (35, 65), ("Name", "Post"), "People", TableKind.LINES)
    three = Table(((plain("a"), plain("b"), plain("c")),), (20, 30, 50), kind=TableKind.LINES)
    one = Table(((plain("alone"),),), (1,), kind=TableKind.LINES)
    said = [paragraph.text for paragraph in opened(word(table, three, one)).paragraphs]
    assert said == ["People", "Name\tPost", "A\tPost", "B", "\tPost alone", "a\tb\tc", "alone"]


def test_words_of_another_language_say_so():
    runs = (Run("Croeso", language="cy"), Run(" and "), Run("welcome", language="en-GB"))
    root = body(word(Paragraph(runs)))
    assert [one.get(q("val")) for one in root.iter(q("lang"))] == ["cy"]


def test_a_document_in_welsh_is_welsh_throughout():
    data = word(Paragraph(plain("Cofnodion")), language="cy-GB")
    assert opened(data).core_properties.language == "cy-GB"
    lang = opened(data).styles.element.find(f".//{q('docDefaults')}//{q('lang')}")
    settings = opened(data).settings.element
    assert (lang.get(q("val")), value(settings, "themeFontLang")) == ("cy-GB", "cy-GB")


def test_a_landscape_page_has_wider_tables_and_a_wider_header():
    section = opened(word(GRID, landscape=True)).sections[0]
    assert section.page_width > section.page_height
    widths = [int(one.get(q("w"))) for one in body(word(GRID, landscape=True)).iter(q("gridCol"))]
    assert sum(widths) == 16838 - 2 * 1240
    header = opened(word(landscape=True)).styles["Header"].element
    assert [one.get(q("pos")) for one in header.iter(q("tab"))] == ["14358"]


def test_every_size_follows_the_size_of_the_text():
    sizes = {}
    for size in (11.5, 16.0):
        styles = opened(word(style=HouseStyle("n", text_size=size))).styles
        sizes[size] = [
            styles[name].font.size.pt
            for name in ("Heading 1", "Heading 2", "Normal", "Table Text")
            if styles[name].font.size
        ]
        assert styles.element.find(f".//{q('rPrDefault')}//{q('sz')}").get(q("val")) == str(round(size * 2))
    assert all(
        large / small == pytest.approx(16 / 11.5, rel=0.03) for small, large in zip(*sizes.values(), strict=True)
    )


def test_labels_hang_in_every_role():
    data = word(*(Paragraph(plain("Words"), role, "2.3") for role in Role))
    assert word_lines(data) == ["2.3\tWords"] * len(Role)
    assert all(
        p.paragraph_format.first_line_indent or p.style.paragraph_format.first_line_indent
        for p in opened(data).paragraphs
    )


def test_details_under_a_heading_stay_with_what_is_said_of_it():
    detail = Paragraph(plain("9.30 am"), Role.ITEM_DETAIL)
    root = body(
        word(heading("One"), detail, detail, Paragraph(plain("x")), heading("Two"), detail, heading("Three"), detail)
    )
    kept = [value(one, "pPr/keepNext") for one in root.iter(q("p")) if value(one, "pPr/pStyle") == "ItemDetail"]
    assert kept == ["1", "1", None, None]


def test_a_paragraph_that_says_nothing_is_left_out():
    assert [
        p.text for p in opened(word(Paragraph(()), Paragraph(plain("x")), Paragraph((), label="2."))).paragraphs
    ] == ["x", "2.\t"]
