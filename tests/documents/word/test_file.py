"""The Word file behaves: real styles, lists that count on their own, repeating header rows, links, properties."""

import io
import zipfile
from datetime import datetime

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from lxml import etree

from tests.documents import reading
from tests.documents.building import meeting
from tests.documents.word.reading import word_lines
from wibdesk.documents.compose.minutes import compose_minutes
from wibdesk.documents.document import Document
from wibdesk.documents.styles import house_style
from wibdesk.documents.word.template import build_template
from wibdesk.documents.word.writer import write_docx
from wibdesk.domain.agenda import Item
from wibdesk.domain.attendance import Attendee, Status
from wibdesk.domain.entries import Bullet, Decision, Numbered, Paragraph, PrivateNote, Subheading, Table
from wibdesk.domain.meetings import MinutesStatus
from wibdesk.paths import resource

W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
VAL = f"{{{W['w']}}}val"
NOW = datetime(2026, 9, 1, 12, 30)
ORGANISATION, IMPROVEMENT = house_style("organisation_board"), house_style("improvement_board")


def word(*entries, style=ORGANISATION, **more) -> bytes:
    return write_docx(compose_minutes(meeting(*entries, **more), style, now=NOW), style)


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def values(root: etree._Element, path: str) -> list[str]:
    return [found.get(VAL) for found in root.iterfind(path, W)]


def test_the_shipped_template_is_what_its_maker_makes():
    assert resource("templates/minutes.docx").read_bytes() == build_template()


def test_every_part_is_well_formed_and_named_in_the_content_types():
    with zipfile.ZipFile(io.BytesIO(word(Paragraph("x")))) as package:
        kinds = package.read("[Content_Types].xml").decode()
        for name in package.namelist():
            etree.fromstring(package.read(name))
            assert name.endswith(".rels") or name == "[Content_Types].xml" or f'"/{name}"' in kinds


def test_headings_and_paragraphs_have_styles_that_the_template_defines():
    people = (Attendee("A", Status.PRESENT), Attendee("B", Status.APOLOGIES, role="Post"))
    entries = (
        Subheading("Sub"),
        Paragraph("x", "2.1"),
        Bullet("b"),
        Bullet("c", 3),
        Decision(("d",)),
        Table((("a",),), (), "C"),
    )
    root = part(word(*entries, people=people))
    used = set(values(root, ".//w:pStyle"))
    defined = {style.get(f"{{{W['w']}}}styleId") for style in part(word(), "word/styles.xml").iterfind("w:style", W)}
    assert used <= defined
    assert {
        "Heading1",
        "Heading2",
        "Heading3",
        "ListBullet",
        "ListBullet3",
        "Caption",
        "NameAndPost",
        "LabelledParagraph",
    } <= used


def test_python_docx_opens_the_file_and_sees_the_outline():
    opened = docx.Document(io.BytesIO(word(Subheading("Deeper"))))
    outline = [(p.style.name, p.text) for p in opened.paragraphs if p.style.name.startswith("Heading")]
    assert outline == [("Heading 1", "Norbury Board"), ("Heading 2", "Front door"), ("Heading 3", "Deeper")]


def test_every_list_counts_on_its_own_from_its_first_number():
    data = word(
        Numbered("a"), Numbered("b"), Paragraph("x"), Numbered("c"), Numbered("sub", 2, "(i)"), Numbered("d", start=7)
    )
    lines = [
        p
        for p in part(data).iterfind(".//w:p", W)
        if values(p, "w:pPr/w:pStyle")[:1] in (["ListNumber"], ["ListNumber2"])
    ]
    keys = [key for line in lines for key in values(line, ".//w:numId")]
    assert keys[0] == keys[1]
    assert len({keys[1], keys[2], keys[3], keys[4]}) == 4
    definitions = {n.get(f"{{{W['w']}}}numId"): n for n in part(data, "word/numbering.xml").iterfind("w:num", W)}
    assert set(keys) <= set(definitions)
    assert values(definitions[keys[4]], ".//w:startOverride") == ["7"]


def test_numbers_are_printed_as_the_document_says(tmp_path):
    entries = (
        Numbered("one", 1, "(a)"),
        Numbered("two", 1, "(a)"),
        Paragraph("x"),
        Numbered("again", 1, "(i)"),
        Numbered("four", start=4),
    )
    text = reading.office_words(word(*entries), tmp_path)
    reading.in_order(iter(("(a) one", "(b) two", "(i) again", "4. four")), text)


def test_table_header_rows_repeat_rows_stay_whole_and_tables_never_touch():
    root = part(word(Table((("1", "2"),), ("A", "B"), "Caption"), Table((("3",),))))
    first, second = root.findall(".//w:tbl", W)
    assert len(first.findall(".//w:tblHeader", W)) == 1
    assert second.find(".//w:tblHeader", W) is None
    assert all(row.find("w:trPr/w:cantSplit", W) is not None for row in root.iterfind(".//w:tr", W))
    assert values(first, "w:tblPr/w:tblCaption") == ["Caption"]
    assert etree.QName(first.getnext()).localname == "p"


def test_capitals_are_a_matter_of_looks():
    heading = next(
        p for p in part(word(style=IMPROVEMENT)).iterfind(".//w:p", W) if "Front door" in "".join(p.itertext())
    )
    assert heading.find(".//w:caps", W) is not None
    assert part(word()).find(".//w:caps", W) is None


def test_text_survives_verbatim():
    words = '  two  spaces “odd" quotes\tand a tab\nand a line & <tag> \x01 \udcff'
    root = part(word(Paragraph(words)))
    paragraph = next(p for p in root.iterfind(".//w:p", W) if "odd" in "".join(p.itertext()))
    marks = {"t": lambda e: e.text, "tab": lambda e: "\t", "br": lambda e: "\n"}
    read = "".join(
        marks[etree.QName(e).localname](e) for r in paragraph.iterfind("w:r", W) for e in r if "rPr" not in e.tag
    )
    assert read == words.replace("\x01", "[U+0001]").replace("\udcff", "[U+DCFF]")


def test_links_lead_out_through_relations():
    data = word(Paragraph("see [the **report**](https://e.example/a%20b?c=1&d=ü) now"))
    targets = [r.get("Target") for r in part(data, "word/_rels/document.xml.rels") if r.get("TargetMode") == "External"]
    assert set(targets) == {"https://e.example/a%20b?c=1&d=%C3%BC"}
    assert "".join(part(data).find(".//w:hyperlink", W).itertext()) == "the "


def test_language_page_and_compatibility_are_set():
    data = word()
    styles, settings = part(data, "word/styles.xml"), part(data, "word/settings.xml")
    assert values(styles, ".//w:docDefaults//w:lang") == ["en-GB"]
    assert values(settings, ".//w:compatSetting") == ["15"]
    assert part(data).find(".//w:pgSz", W).get(f"{{{W['w']}}}w") == "11906"


@pytest.mark.parametrize(("status", "shown"), [(MinutesStatus.DRAFT, True), (MinutesStatus.SIGNED, False)])
def test_the_running_header_says_draft_as_words_until_approved(status, shown):
    header = "".join(part(word(status=status), "word/header1.xml").itertext())
    assert ("DRAFT, not yet approved" in header) is shown
    assert "Norbury Board, Tuesday 1 September 2026" in header


@pytest.mark.parametrize(
    ("status", "lines"),
    [
        ("DRAFT, not yet approved", [("Norbury Board\tDRAFT, not yet approved", "")]),
        (
            "DRAFT: " + "exempt information " * 6,
            [("Norbury Board", ""), ("DRAFT: " + "exempt information " * 6, "right")],
        ),
        (None, [("Norbury Board", "")]),
    ],
)
def test_a_long_status_stands_on_a_line_of_its_own_at_the_right(status, lines):
    made = Document("T", "s", "a", "Norbury Board", (), status=status)
    header = docx.Document(io.BytesIO(write_docx(made, ORGANISATION))).sections[0].header
    found = [(p.text, "right" if p.alignment == WD_ALIGN_PARAGRAPH.RIGHT else "") for p in header.paragraphs]
    assert found == lines


def test_the_footer_counts_pages_with_fields():
    fields = part(word(), "word/footer1.xml").iterfind(".//w:fldSimple", W)
    assert [f.get(f"{{{W['w']}}}instr").strip() for f in fields] == ["PAGE", "NUMPAGES"]


def test_properties_name_title_author_language_and_the_moment():
    about = docx.Document(io.BytesIO(word(name="A & B <Board>"))).core_properties
    assert about.title == "A & B <Board> – Minutes of the meeting – Tuesday 1 September 2026"
    assert (about.author, about.language) == ("A & B <Board>", "en-GB")
    assert about.created.replace(tzinfo=None) == NOW


def test_the_same_document_gives_the_same_bytes():
    assert word(Paragraph("x"), Numbered("y")) == word(Paragraph("x"), Numbered("y"))


def test_a_private_note_is_in_no_byte_of_the_file():
    with zipfile.ZipFile(io.BytesIO(word(PrivateNote("CANARY-7f3a"), Paragraph("x")))) as package:
        assert not any(b"CANARY" in package.read(name) for name in package.namelist())


def test_a_document_of_nothing_opens():
    empty = write_docx(Document("t", "s", "a", "h", ()), ORGANISATION)
    assert [p.text for p in docx.Document(io.BytesIO(empty)).paragraphs] == []


def test_five_hundred_items_keep_their_order(tmp_path):
    data = word(items=tuple(Item(f"Item named {n}.", str(n)) for n in range(1, 501)))
    assert [words for words in word_lines(data) if "Item" in words] == [f"{n}. Item named {n}." for n in range(1, 501)]
