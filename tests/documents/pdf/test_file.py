"""The PDF file: its words as others read them, bookmarks, header, fonts, and what no page could hold at once."""

import io
import os
import subprocess
import sys
from collections import Counter
from datetime import datetime

import pypdf
import pytest

from tests.documents import reading
from tests.documents.building import meeting
from wibdesk.documents.characters import unprintable
from wibdesk.documents.compose.minutes import compose_minutes
from wibdesk.documents.document import Document
from wibdesk.documents.pdf.writer import write_pdf
from wibdesk.documents.styles import house_style
from wibdesk.domain.agenda import Item
from wibdesk.domain.attendance import Attendee, Status
from wibdesk.domain.entries import Decision, Paragraph, PrivateNote, Subheading, Table
from wibdesk.domain.meetings import MinutesStatus
from wibdesk.leaving import remarks_for

NOW = datetime(2026, 9, 1, 12, 30)
ORGANISATION, IMPROVEMENT = house_style("organisation_board"), house_style("improvement_board")


def pdf(*entries, style=ORGANISATION, **more) -> bytes:
    return write_pdf(compose_minutes(meeting(*entries, **more), style, now=NOW), style)


def opened(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data))


def outline(bookmarks, level: int = 1) -> list[tuple[int, str]]:
    out = []
    for bookmark in bookmarks:
        out += outline(bookmark, level + 1) if isinstance(bookmark, list) else [(level, bookmark.title)]
    return out


def test_headings_stand_in_the_bookmarks_at_their_level():
    data = pdf(Subheading("Deeper"), people=(Attendee("A", Status.PRESENT),))
    assert outline(opened(data).outline) == [(1, "Norbury Board"), (2, "Present"), (2, "3. Front door"), (3, "Deeper")]


def test_a_level_that_is_skipped_is_no_trouble():
    document = compose_minutes(meeting(Subheading("Deep")), ORGANISATION)
    deep = Document("t", "s", "a", "h", tuple(b for b in document.blocks if getattr(b, "level", 1) != 2))
    assert outline(opened(write_pdf(deep, ORGANISATION)).outline) == [(1, "Norbury Board"), (2, "Deep")]


def test_capitals_are_a_matter_of_looks(tmp_path):
    data = pdf(style=IMPROVEMENT, items=(Item("Straße to the sea – Łódź"),))
    text = reading.whole_pdf_words(data, tmp_path)
    assert "Straße to the sea – Łódź" in text
    assert "Norbury Board" in text
    assert "NORBURY" not in text


def test_capitals_are_as_wide_as_capitals():
    widths = [font for page in opened(pdf(style=IMPROVEMENT)).pages for font in page["/Resources"]["/Font"].values()]
    names = {font["/BaseFont"].split("+")[1] for font in widths if "/BaseFont" in font}
    assert "Arimo-Bold-Capitals" in names


def test_every_font_is_embedded():
    reader = opened(pdf(Paragraph("plain **bold** *italic* ***both*** ✓"), style=IMPROVEMENT))
    fonts = {name: font for page in reader.pages for name, font in page["/Resources"]["/Font"].items()}
    assert len(fonts) >= 6
    (inner,) = zip(*(font["/DescendantFonts"] for font in fonts.values()), strict=True)
    assert all("/FontFile2" in font["/FontDescriptor"] for font in inner)


def test_properties_name_title_author_language_and_the_moment():
    reader = opened(pdf(name="A & B"))
    assert reader.metadata.title == "A & B – Minutes of the meeting – Tuesday 1 September 2026"
    assert (reader.metadata.author, reader.metadata.subject) == ("A & B", "Minutes of the meeting")
    assert reader.metadata.creation_date.replace(tzinfo=None) == NOW
    assert reader.root_object["/Lang"] == "en-GB"
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"]


@pytest.mark.parametrize(("status", "shown"), [(MinutesStatus.DRAFT, 3), (MinutesStatus.APPROVED, 0)])
def test_every_page_says_draft_as_words_and_which_page_it_is(status, shown, tmp_path):
    text = reading.whole_pdf_words(pdf(*(Paragraph("words " * 60) for _ in range(15)), status=status), tmp_path)
    assert text.count("DRAFT, not yet approved") == shown
    reading.in_order(iter(("Page 1 of 3", "Page 2 of 3", "Page 3 of 3")), text)


def test_another_process_gives_the_same_bytes():
    code = (
        "import sys; from tests.documents.pdf.test_file import IMPROVEMENT, Paragraph, pdf; "
        "sys.stdout.buffer.write(pdf(Paragraph('x ✓ **b** [a](https://e.example)'), style=IMPROVEMENT))"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": n}
        )
        for n in ("1", "2")
    ]
    assert runs[0].stdout == runs[1].stdout
    assert runs[0].stdout.startswith(b"%PDF-1.7")


def test_the_same_document_gives_the_same_bytes():
    entries = (Paragraph("x ✓ **b**"), Subheading("s"), Decision(("a", "b")))
    assert pdf(*entries, style=IMPROVEMENT) == pdf(*entries, style=IMPROVEMENT)


def test_what_no_font_has_prints_as_its_code_and_is_named(tmp_path):
    document = compose_minutes(meeting(Paragraph("vote 🗳 and ✓ and \x01 and \udcff and 漢")), ORGANISATION)
    text = reading.whole_pdf_words(write_pdf(document, ORGANISATION), tmp_path)
    assert "vote [U+1F5F3] and ✓ and [U+0001] and [U+DCFF] and [U+6F22]" in text
    assert unprintable(document) == ("🗳", "\x01", "\udcff", "漢")
    assert remarks_for(document, "pdf")[-1].startswith(
        "The PDF prints a code for what its fonts do not have: [U+1F5F3] ballot box"
    )


def test_many_unknown_characters_are_counted_not_listed():
    document = compose_minutes(meeting(Paragraph("漢字仮名交文")), ORGANISATION)
    assert remarks_for(document, "pdf")[-1].endswith("and 1 more.")
    assert remarks_for(compose_minutes(meeting(Paragraph("é ✓")), ORGANISATION), "pdf") == ()


def test_right_to_left_words_are_read_back_in_their_order(tmp_path):
    long = "שלום עולם " * 12
    data = pdf(Paragraph("from עברית שלום to مجلس and 12"), Paragraph(long))
    text = reading.whole_pdf_words(data, tmp_path).translate(dict.fromkeys(range(0x202A, 0x202F)))
    reading.in_order(iter(("from", "עברית שלום", "to", "مجلس", "and 12", "שלום עולם")), text)


def test_links_can_be_followed():
    page = opened(pdf(Paragraph("see [the report](https://e.example/a) now"))).pages[0]
    assert [note.get_object()["/A"]["/URI"] for note in page["/Annots"]] == ["https://e.example/a"]


def test_a_cell_longer_than_a_page_goes_on_over_pages(tmp_path):
    words = " ".join(f"word{n}" for n in range(3000))
    data = pdf(Table((("short", words), ("next", "row")), ("Left", "Right"), "Long"))
    assert len(opened(data).pages) > 3
    text = reading.pdf_words(data, tmp_path, "-raw").replace("Left Right ", "")
    reading.in_order(iter(("short", "word0 word1", "word2998 word2999", "next row")), text)
    assert all(f" word{n} " in text for n in range(3000))


def test_a_table_of_more_columns_than_the_page_has_room_for_keeps_every_cell(tmp_path):
    data = pdf(Table((tuple(f"cell{n}" for n in range(130)),)))
    text = "".join(reading.whole_pdf_words(data, tmp_path).split())
    assert [n for n in range(130) if f"cell{n}" not in text] == []


def test_a_header_row_taller_than_a_page_stands_once(tmp_path):
    data = pdf(Table((("a", "b"),), (" ".join(f"head{n}" for n in range(2500)), "B")))
    text = reading.whole_pdf_words(data, tmp_path)
    assert (text.count("head0 "), text.count("head2499")) == (1, 1)


def test_header_rows_repeat_on_every_page(tmp_path):
    people = tuple(Attendee(f"Councillor {n}", Status.PRESENT, organisation="Council") for n in range(60))
    data = pdf(people=people)
    text = reading.pdf_words(data, tmp_path, "-raw")
    assert text.count("Name Organisation") == sum("Councillor" in page.extract_text() for page in opened(data).pages)
    reading.in_order(iter(person.name for person in people), text)


@pytest.mark.parametrize("style", [ORGANISATION, IMPROVEMENT])
def test_a_name_of_ten_thousand_letters_prints_whole(style, tmp_path):
    name = "".join(f"n{n:04}" for n in range(2000))
    data, short = (
        pdf(name=words, style=style, people=(Attendee(words, Status.PRESENT, organisation=words),))
        for words in (name, "x")
    )
    text, base = (Counter(reading.pdf_words(file, tmp_path, "-raw")) for file in (data, short))
    assert name in reading.pdf_words(data, tmp_path, "-raw").replace(" ", "")
    assert {n: text[n] - base[n] for n in "0123456789"} == {n: 3 * name.count(n) for n in "0123456789"}
    assert outline(opened(data).outline)[0] == (1, name[:300])


def test_no_heading_stands_alone_at_the_foot_of_a_page(tmp_path):
    for lines in range(25, 45):
        data = pdf(
            *(Paragraph("one line") for _ in range(lines)), Subheading("The heading"), Decision(("then",), "Resolved")
        )
        pages = [page.extract_text() for page in opened(data).pages]
        assert all(("The heading" in page) == ("Resolved:" in page) == ("then" in page) for page in pages)


def test_no_page_is_blank():
    for lines in range(25, 45):
        data = pdf(*(Paragraph("one line") for _ in range(lines)), Decision(("then",), "Resolved"), Subheading("Next"))
        assert all(
            "one line" in page.extract_text() or "Next" in page.extract_text() for page in opened(data).pages[:-1]
        )
        assert len(opened(data).pages) <= 3


def test_a_private_note_is_in_no_stream_of_the_file():
    reader = opened(pdf(PrivateNote("CANARY-7f3a"), Paragraph("x")))
    for number in range(1, len(reader.xref[0]) + 1):
        found = reader.get_object(number)
        data = found.get_data() if hasattr(found, "get_data") else repr(found).encode()
        assert b"CANARY" not in data


def test_qpdf_finds_nothing_wrong(tmp_path):
    path = tmp_path / "checked.pdf"
    path.write_bytes(pdf(Paragraph("x ✓ [a](https://e.example)"), style=IMPROVEMENT))
    assert (
        subprocess.run([reading.need("qpdf"), "--check", str(path)], capture_output=True, check=False).returncode == 0
    )


@pytest.mark.parametrize(
    ("title", "header", "shown"), [("Minutes", "Board", "Minutes"), (" ", "Board", "Board"), ("", " ", "Document")]
)
def test_a_file_is_never_without_a_title(title, header, shown):
    reader = opened(write_pdf(Document(title, "", "", header, ()), ORGANISATION))
    assert reader.metadata.title == reader.xmp_metadata.dc_title["x-default"] == shown
    assert reader.metadata.author is None


def test_a_language_that_is_none_is_not_told():
    reader = opened(write_pdf(Document("t", "s", "a", "h", (), language="Welsh (North)"), ORGANISATION))
    assert reader.root_object["/Lang"] == "en-GB"


def test_the_properties_keep_letters_that_no_font_has():
    reader = opened(write_pdf(Document("漢 🗳\x01", "s", "(a) \\", "h", ()), ORGANISATION))
    assert (reader.metadata.title, reader.metadata.author) == ("漢 🗳[U+0001]", "(a) \\")
    assert reader.xmp_metadata.dc_title["x-default"] == "漢 🗳[U+0001]"


def test_odd_letters_of_header_and_status_are_named_to_the_clerk():
    made = Document("t", "s", "a", "漢", (), status="字")
    assert unprintable(made) == ("漢", "字")


def test_the_file_says_that_it_keeps_the_standards():
    metadata = opened(pdf()).root_object["/Metadata"].get_data()
    for said in (b"pdfuaid:part>1<", b"pdfaid:part>2<", b"pdfaid:conformance>A<"):
        assert said in metadata
