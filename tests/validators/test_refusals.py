"""Every judge of PDFs refuses what it ought to: a test that relies on one can fail."""

import io
from collections.abc import Callable

import pypdf
import pytest
from pypdf.generic import ContentStream, NameObject

from tests.documents.making import png
from tests.validators.vera import vera
from wibdesk.documents.document import Document, Heading, ListBlock, ListItem, Paragraph, Picture, Run, Table, plain
from wibdesk.documents.pdf.checking import pdf_findings
from wibdesk.documents.pdf.writer import write_pdf
from wibdesk.documents.styles import house_style

BLOCKS = (
    Heading(1, plain("Board")),
    Heading(2, plain("Present")),
    Paragraph((Run("see "), Run("the report", link="https://e.example"))),
    ListBlock((ListItem(plain("one"), "1.", 1, "1."),)),
    Table(((plain("a"), plain("b")),), (1, 1), ("A", "B")),
)


def good() -> pypdf.PdfWriter:
    made = Document("t", "s", "a", "h", BLOCKS, logo=Picture(png(), "png", "Seal"))
    return pypdf.PdfWriter(clone_from=io.BytesIO(write_pdf(made, house_style(None))))


def element(writer: pypdf.PdfWriter, name: str) -> dict:
    found = (writer.get_object(number) for number in range(1, len(writer._objects) + 1))  # noqa: SLF001 - it has no other list
    return next(one for one in found if isinstance(one, dict) and one.get("/S") == name and "/P" in one)


def drop(*path: str) -> Callable[[pypdf.PdfWriter], None]:
    """Return what takes an entry out of the catalogue or, below an element's name, out of that element."""

    def spoil(writer: pypdf.PdfWriter) -> None:
        *way, last = path
        place = writer.root_object
        for step in way:
            place = element(writer, step[1:]) if step[0] == "<" else place[step].get_object()
        del place[last]

    return spoil


def rename(old: str, new: str) -> Callable[[pypdf.PdfWriter], None]:
    """Return what gives an element another name."""

    def spoil(writer: pypdf.PdfWriter) -> None:
        element(writer, old)[NameObject("/S")] = NameObject(new)

    return spoil


def untag_text(writer: pypdf.PdfWriter) -> None:
    page = writer.pages[0]
    content = ContentStream(page["/Contents"], writer)
    content.operations = [one for one in content.operations if one[1] not in (b"BDC", b"BMC", b"EMC")]
    page.replace_contents(content)


def forget_title(writer: pypdf.PdfWriter) -> None:
    stream = writer.root_object["/Metadata"]
    stream.set_data(stream.get_data().replace(b"dc:title", b"dc:source"))


def pull_out_font(writer: pypdf.PdfWriter) -> None:
    fonts = writer.pages[0]["/Resources"]["/Font"].values()
    for font in fonts:
        del font["/DescendantFonts"][0]["/FontDescriptor"]["/FontFile2"]


SPOILT: dict[str, Callable[[pypdf.PdfWriter], None]] = {
    "a picture without words": drop("</Figure", "/Alt"),
    "a heading cell that names neither column nor row": drop("</TH", "/A"),
    "no language": drop("/Lang"),
    "no structure": drop("/StructTreeRoot"),
    "a title that is not shown": drop("/ViewerPreferences"),
    "not marked": drop("/MarkInfo"),
    "no title": forget_title,
    "text without tags": untag_text,
    "a heading level skipped": rename("/H2", "/H3"),
    "a line of a list without words": rename("/LBody", "/P"),
    "a row without a table": rename("/Table", "/P"),
    "a link that is none": rename("/Link", "/P"),
    "a font that is not in the file": pull_out_font,
}


def written(writer: pypdf.PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def spoilt(name: str) -> bytes:
    writer = good()
    SPOILT[name](writer)
    return written(writer)


def about_readers(findings: tuple[str, ...]) -> list[str]:
    """Return what breaks PDF/UA: pypdf, which rewrites the file here, does not keep to PDF/A."""
    return [finding for finding in findings if finding.startswith("PDF/UA-1")]


@pytest.mark.parametrize("name", SPOILT)
def test_the_check_before_an_export_refuses(name):
    assert about_readers(pdf_findings(spoilt(name)))


def test_the_check_before_an_export_lets_what_is_whole_pass():
    assert about_readers(pdf_findings(written(good()))) == []


def test_verapdf_refuses_every_one_of_them_and_lets_what_is_whole_pass(tmp_path):
    found = vera({name: spoilt(name) for name in SPOILT} | {"whole": written(good())}, tmp_path, ("ua1",))
    assert [name for name, findings in found.items() if not findings] == ["whole"]


def test_what_is_no_pdf_is_told_in_words():
    assert pdf_findings(b"no PDF")[0].startswith("PDF/UA-1: the file cannot be read")
    assert len(pdf_findings(b"no PDF", encrypted=True)) == 1


def headings(count: int) -> bytes:
    made = Document("t", "s", "a", "h", (Heading(1, plain("t")), *(Heading(2, plain(f"{n}")) for n in range(count))))
    return write_pdf(made, house_style(None))


def test_a_document_of_three_hundred_items_can_be_checked_and_one_of_absurd_size_is_said_to_be_too_large():
    assert pdf_findings(headings(300)) == ()
    assert pdf_findings(headings(1200))[0] == "PDF/UA-1: the file is too large to be checked here."
