"""The accessible page: valid, self-contained, and read as it is meant, over random documents.

With `WIBDESK_LONG=1` in the environment there are some hundreds of them.
"""

import io
import re
from dataclasses import replace

import pypdf
import pytest
from hypothesis import given
from PIL import Image, ImageFile

from tests.documents.making import SVG, documents, png, random_documents, trees
from tests.validators.html_rules import findings, markup_errors, page, words
from wibdesk.documents.document import (
    Block,
    Document,
    Heading,
    ListBlock,
    ListItem,
    PageBreak,
    Paragraph,
    Picture,
    Role,
    Run,
    Signature,
    Table,
    TableKind,
    WritingLines,
    plain,
)
from wibdesk.documents.html.writer import write_html
from wibdesk.documents.styles import house_style
from wibdesk.domain.numbering import BULLETS, label

STYLE = house_style(None)


def document(*blocks: Block, **more) -> Document:
    known = {"title": "Norbury Board – Minutes", "subject": "Minutes", "author": "Norbury Board", "header": "Norbury"}
    return Document(**(known | more), blocks=(Heading(1, plain("Norbury Board")), *blocks))


def written(*blocks: Block, **more) -> bytes:
    return write_html(document(*blocks, **more), STYLE)


def main(*blocks: Block, **more):
    """Return the main part of the page with the blocks."""
    return page(written(*blocks, **more)).find(".//main")


@random_documents
@given(documents())
def test_every_kind_is_a_valid_and_accessible_page(made):
    data = write_html(made.document, made.style)
    assert markup_errors(data) == []
    assert findings(data) == []
    assert write_html(made.document, made.style) == data


@random_documents
@given(trees())
def test_every_block_in_any_order_is_a_valid_and_accessible_page(tree):
    data = write_html(tree, STYLE)
    assert markup_errors(data) == []
    assert findings(data) == []


@pytest.mark.parametrize(
    ("fault", "finding"),
    [
        ("<h1>x</h1><h3>y</h3>", "level 3 follows 1"),
        ("<h1>x</h1><h1>y</h1>", "the headings of level 1 are 2, or not first"),
        ("<h1> </h1>", "a heading is empty"),
        ("<h1>x</h1><img src='data:image/png;base64,'>", "a picture has no words"),
        (
            "<h1>x</h1><table><colgroup><col></colgroup><tr><th>y</th></tr></table>",
            "a header cell does not say of what",
        ),
        ("<h1>x</h1><table><colgroup><col></colgroup><tr><td>y<td>z</tr></table>", "a row has 2 cells of 1"),
        ("<h1>x</h1><p id=a></p><p id=a></p>", "the id a stands twice"),
        ("<h1>x</h1><div tabindex=0></div>", "what takes the focus has no name"),
        ("<h1>x</h1><p onclick='x()'>y</p>", "onclick would run"),
        ("<h1>x</h1><a href='javascript:x()'>y</a>", "javascript:x() is no address to follow"),
        ("<h1>x</h1><script>x()</script>", "script is no element of ours"),
        ("<h1>x</h1><img alt='' src='https://x.example'>", "https://x.example is outside"),
    ],
)
def test_a_fault_in_a_page_is_found(fault, finding):
    whole = f"<!doctype html><html lang=en><head><title>x</title></head><body><main>{fault}</main></body></html>"
    assert findings(whole.encode()) == [finding]


def test_broken_markup_is_found():
    assert markup_errors(b"<!doctype html><html><head><title>x</title></head><body><p><b>x</p></body></html>")


NASTY = "</style></title><script>alert(1)</script>\"'&amp;*/ } \\3c -->"


def test_no_word_leaves_its_place_whatever_it_looks_like():
    blocks = (
        Heading(2, plain(NASTY), NASTY),
        Paragraph(plain(NASTY), label=NASTY),
        Table(((plain(NASTY), plain("x"), plain("y")),), (1.0, 1.0, 1.0), (NASTY, "x", "y"), NASTY),
        Table(((plain("x"), plain("y"), plain("z")),), (1.0, 1.0, 1.0)),
        Signature(NASTY, (NASTY,)),
    )
    known = dict.fromkeys(("title", "subject", "author", "header", "status", "language"), NASTY)
    data = write_html(Document(**known, blocks=blocks, logo=Picture(png(), "png", NASTY)), STYLE)
    assert findings(data) == []
    assert markup_errors(data) == []
    root = page(data)
    assert len(root.findall(".//style")) == 1
    assert root.find("head/title").text == NASTY
    assert root.find(".//img").get("alt") == NASTY
    assert root.findall(".//*[@aria-label]")[0].get("aria-label").count(NASTY) == 2


def test_a_link_leads_only_to_an_address_that_one_may_follow():
    runs = (Run("report", link="https://norbury.example/?a=1&b=2"), Run(" trap", link="javascript:alert(1)"))
    (link,) = main(Paragraph(runs)).findall(".//a")
    assert (link.text, link.get("href")) == ("report", "https://norbury.example/?a=1&b=2")
    assert words(main(Paragraph(runs))) == "Norbury Board report trap"


def test_headings_are_in_order_whatever_their_level():
    headings = (Heading(3, plain("deep"), "3."), Heading(1, plain("again"), capitals=True), Heading(2, ()))
    found = [(element.tag, words(element), element.get("class")) for element in main(*headings).iter("h1", "h2", "h3")]
    assert found == [("h1", "Norbury Board", None), ("h2", "3. deep", "labelled"), ("h2", "again", "capitals")]


def numbered(level: int, style: str, number: int, sequence: int) -> ListItem:
    return ListItem(plain(f"{style} {number}"), label(style, number), level, style, number, sequence)


def test_lists_stand_in_lists_and_every_label_is_text():
    lines = (
        numbered(1, "(1)", 1, 1), numbered(2, "(a)", 1, 2), numbered(2, "(a)", 2, 2), numbered(3, "(i)", 4, 3),
        numbered(1, "(1)", 2, 1), numbered(1, "(1)", 7, 1),
        ListItem(plain("mark"), BULLETS[0]), ListItem(plain("other"), "*"), ListItem(plain("dash"), BULLETS[1], 3),
    )  # fmt: skip
    root = main(ListBlock(lines))
    tops = root.xpath("./ol | ./ul")
    assert [[words(line) for line in top.xpath("./li")] for top in tops] == [
        ["(1) (1) 1(a) (a) 1(b) (a) 2(iv) (i) 4", "(2) (1) 2", "(7) (1) 7"], ["mark"], ["* otherdash"],
    ]  # fmt: skip
    letters = root.find("./ol/li/ol")
    assert (letters.get("type"), letters.get("start")) == ("a", None)
    assert root.find("./ol/li/ol/li/ol").attrib == {"start": "4", "type": "i"}
    assert [line.get("value") for line in tops[0].xpath("./li")] == [None, None, "7"]
    assert root.find("./ul/li/ul").get("class") == "bullet2"


def test_a_list_that_begins_deep_stands_in():
    lists = main(ListBlock((ListItem(plain("x"), BULLETS[1], 2), ListItem(plain("y"), BULLETS[0])))).findall("./ul")
    assert [found.get("class") for found in lists] == ["deeper bullet2", "bullet1"]


def cells(*rows: str) -> tuple:
    return tuple(tuple(plain(words) for words in row.split("|")) for row in rows)


def test_a_table_names_its_columns_and_its_rows():
    table = Table(
        cells("Rowe|P|x", "|A|"), (2.0, 1.0, 1.0), ("Name", "6 Oct", ""), "Register", row_headers=True, row_height=28
    )
    root = main(table)
    assert [(cell.text, cell.get("scope")) for cell in root.iter("th")] == [
        ("Name", "col"), ("6 Oct", "col"), ("Rowe", "row"),
    ]  # fmt: skip
    assert root.find(".//caption").get("id") == root.find("./div[@tabindex='0']").get("aria-labelledby")
    assert [row.get("style") for row in root.findall(".//tbody/tr")] == ["height:28pt"] * 2
    assert root.find(".//col").get("style") == "width:50.0%"


def test_a_table_without_a_caption_is_named_by_the_heading_above():
    table = Table(cells("x|y|z"), (1.0, 1.0, 1.0))
    (group,) = main(Heading(2, plain("Overdue"), "2."), table).findall(".//div[@role='group']")
    assert group.get("aria-label") == "2. Overdue"


def test_a_narrow_table_takes_no_focus():
    assert main(Table(cells("x|y"), (1.0, 1.0), caption="Key")).findall(".//*[@tabindex]") == []


@pytest.mark.parametrize(("named", "first"), [(True, "th"), (False, "td")])
def test_an_activity_of_a_plan_stands_beside_all_its_milestones(named, first):
    rows = cells("|before|1", "Voice|Hadley|one", "|Tolland|two", "Schools||three")
    root = main(Table(rows, (1.0, 1.0, 1.0), ("Activity", "Lead", "Step"), kind=TableKind.PLAN, row_headers=named))
    bodies = root.findall(".//tbody")
    assert [[words(cell) for row in body for cell in row] for body in bodies] == [
        ["", "before", "1"], ["Voice", "Hadley", "one", "Tolland", "two"], ["Schools", "", "three"],
    ]  # fmt: skip
    assert (bodies[1][0][0].tag, bodies[1][0][0].get("rowspan")) == (first, "2")


def test_names_and_posts_are_a_list():
    root = main(Table(cells("Helen Ferrer|Chair", "Priya Hart|"), (1.0, 1.0), kind=TableKind.LINES, caption="Present"))
    assert [words(line) for line in root.findall(".//li")] == ["Helen Ferrer Chair", "Priya Hart"]
    assert words(root.find("./p")) == "Present"


def test_what_is_written_on_by_hand_says_nothing_to_a_screen_reader():
    root = main(WritingLines(3), WritingLines(), PageBreak(), Signature("Signed", ("Chair", "Date")))
    ruled = root.findall("./div[@class='writing']")
    assert [(len(lines), lines.get("aria-hidden")) for lines in ruled] == [(3, "true"), (12, "true")]
    assert len(root.findall("./hr")) == 1
    assert [words(line) for line in root.findall("./div[@class='sign']")] == ["Chair", "Date"]


def test_words_keep_their_look_their_language_and_their_line_ends():
    runs = (Run("a\tb\nc   d", bold=True, italic=True), Run("Cyfarfod", underline=True, language="cy"))
    (found,) = main(Paragraph(runs, Role.NOTE, capitals=True)).findall("./p")
    assert found.get("class") == "note capitals"
    assert found.find("strong/em/br") is not None
    assert found.text_content() == "a\xa0\xa0\xa0 bc\xa0\xa0 dCyfarfod"
    assert found.find("span").get("lang") == "cy"
    linked = Run("Cyfarfod", link="https://norbury.example", language="cy")
    assert main(Paragraph((linked,))).find(".//a").get("lang") == "cy"


def test_no_character_is_dropped_and_none_commands_the_browser():
    assert "a[U+0000][U+001B][U+0085][U+009B][U+FDD0][U+1FFFF]b" in words(
        main(Paragraph(plain("a\0\x1b\x85\x9b\ufdd0\U0001ffffb")))
    )


def test_the_status_is_the_first_thing_said():
    root = page(written(status="DRAFT, not yet approved"))
    assert words(root.find("body")).startswith("DRAFT, not yet approved Norbury Board")
    assert page(written()).find("body/header") is None


@pytest.mark.parametrize(("size", "rem"), [(12.0, "1.000rem"), (15.0, "1.250rem")])
def test_the_size_of_text_goes_by_what_the_reader_chose(size, rem):
    data = write_html(document(), replace(STYLE, text_size=size)).decode()
    assert f"font: {rem}/1.5" in data
    assert f"font-size: {size:g}pt" in data


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_words_stand_out_in_light_dark_and_on_paper():
    themes = [
        dict(re.findall(r"--(\w+): (#\w{6});", found)) for found in re.findall(r":root \{[^}]*\}", written().decode())
    ]
    assert len(themes) == 3
    for theme in themes:
        for ground in ("page", "shade"):
            for use in ("ink", "quiet", "link"):
                assert contrast(theme[use], theme[ground]) >= 4.5, (use, ground, theme)


@pytest.fixture
def weasyprint(monkeypatch):
    """Return WeasyPrint without what it changes in Pillow for the whole process: half a picture is no picture."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", ImageFile.LOAD_TRUNCATED_IMAGES)
    return pytest.importorskip("weasyprint", reason="WeasyPrint is not installed")


def test_every_printed_page_has_the_running_header_the_status_and_its_number(weasyprint):
    many = [Paragraph(plain(f"Paragraph {n}. " * 20)) for n in range(30)]
    data = written(*many, header='Norbury & "Board", 1 September', status="DRAFT", landscape=True)
    printed = pypdf.PdfReader(io.BytesIO(weasyprint.HTML(string=data.decode()).write_pdf()))
    assert len(printed.pages) > 1
    for n, sheet in enumerate(printed.pages, 1):
        text = sheet.extract_text()
        assert [said in text for said in ('Norbury & "Board", 1 September', "DRAFT", f"Page {n} of")] == [True] * 3
        assert sheet.mediabox.width > sheet.mediabox.height


def test_on_paper_what_stands_below_a_heading_stays_between_it_and_what_follows(weasyprint):
    item = (Heading(2, plain("Front door")), Paragraph(plain("9.45 am"), Role.ITEM_DETAIL), Paragraph(plain("row0.")))
    for count in range(22, 34, 2):
        blocks = (*(Paragraph(plain("one line")) for _ in range(count)), *item)
        data = write_html(Document("t", "s", "a", "h", blocks), STYLE)
        printed = pypdf.PdfReader(io.BytesIO(weasyprint.HTML(string=data.decode()).write_pdf()))
        found = [page.extract_text() for page in printed.pages]
        assert sum(all(words in page for words in ("Front door", "9.45 am", "row0.")) for page in found) == 1


@pytest.mark.parametrize("form", ["png", "jpeg", "svg"])
def test_the_logo_is_inside_the_file_with_its_words(form):
    photograph = io.BytesIO()
    Image.new("RGB", (6, 3), "navy").save(photograph, "JPEG")
    data = {"png": png(), "jpeg": photograph.getvalue(), "svg": SVG}[form]
    image = page(written(logo=Picture(data, form, "The seal"))).find("body/header/img")
    assert image.get("src").startswith(f"data:image/{'svg+xml' if form == 'svg' else form};base64,")
    assert image.get("alt") == "The seal"
