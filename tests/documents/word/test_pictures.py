"""A logo stands at the head of the first Word page, in line, with words for who cannot see it."""

import io
import zipfile

import docx
import pypdfium2
import pytest
from lxml import etree
from PIL import Image
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from tests.documents import making
from tests.documents.word.test_blocks import pages
from tests.validators import word_access
from tests.validators.word_audit import audit
from wibdesk.documents.document import Document, Heading, Paragraph, Picture, plain
from wibdesk.documents.styles import house_style
from wibdesk.documents.word.writer import write_docx

EMU_A_POINT = 12700
HEAD = (Heading(1, plain("Norbury Board")), Paragraph(plain("x")))
DRAWN = (
    b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" viewBox="0 0 60 30" '
    b'onload="act()">'
    b'<script>act()</script><image x:href="https://elsewhere.example/a.png"/>'
    b'<rect width="60" height="30" fill="#0B4F8A"/><text x="5" y="20">N</text></svg>'
)
SIZELESS = b'<svg xmlns="http://www.w3.org/2000/svg"><rect width="90" height="45" fill="#0B4F8A"/></svg>'


def raster(form: str = "PNG", size: tuple[int, int] = (400, 100), mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, 90).save(out, form)
    return out.getvalue()


def word(logo: Picture | None, **more) -> bytes:
    return write_docx(Document("T", "s", "a", "Running head", HEAD, logo=logo, **more), house_style(None))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def first_header(data: bytes):
    return docx.Document(io.BytesIO(data)).sections[0].first_page_header


def size_of(data: bytes) -> tuple[float, float]:
    extent = next(etree.fromstring(parts(data)["word/header2.xml"]).iter("{*}extent"))
    return int(extent.get("cx")) / EMU_A_POINT, int(extent.get("cy")) / EMU_A_POINT


LOGOS = [
    Picture(raster(), "png", "The logo of Norbury"),
    Picture(raster("JPEG"), "jpeg", "The logo of Norbury"),
    Picture(raster(mode="RGBA"), "png", "The logo of Norbury"),
    Picture(DRAWN, "svg", "The logo of Norbury"),
]


@pytest.mark.parametrize("logo", LOGOS, ids=["png", "jpeg", "clear png", "svg"])
def test_a_logo_is_shown_in_line_with_words_and_every_program_takes_it(logo, tmp_path):
    data = word(logo, status="DRAFT")
    assert audit(data, tmp_path) == []
    assert word_access.findings(data) == []
    shown = first_header(data)
    assert [paragraph.text for paragraph in shown.paragraphs] == ["", "Running head\tDRAFT"]
    described = etree.fromstring(parts(data)["word/header2.xml"]).iter("{*}docPr")
    assert [one.get("descr") for one in described] == ["The logo of Norbury"]


def test_the_first_page_has_the_logo_and_the_others_the_running_header(tmp_path):
    blocks = (*HEAD, *(Paragraph(plain("Words to fill the page. " * 40)) for _ in range(12)))
    document = Document("T", "s", "a", "Running head", blocks, "DRAFT", logo=LOGOS[3])
    text = pages(write_docx(document, house_style(None)), tmp_path)
    assert all("Running head" in page and "DRAFT" in page and f"Page {n}" in page for n, page in enumerate(text, 1))
    with pypdfium2.PdfDocument(tmp_path / "pages.pdf") as read:
        shown = [len(list(page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE]))) for page in read]
    assert shown == [1, *(0 for _ in text[1:])]


def test_a_drawing_is_there_as_points_and_as_lines_with_nothing_that_acts_or_fetches():
    found = parts(word(LOGOS[3]))
    with Image.open(io.BytesIO(found["word/media/logo1.png"])) as image:
        assert image.size[0] == 2 * image.size[1] == 2 * round(56 / 72 * 400)
    lines = found["word/media/logo1.svg"]
    assert b"rect" in lines
    assert not any(bad in lines for bad in (b"script", b"onload", b"elsewhere"))
    assert b"svgBlip" in found["word/header2.xml"]


@pytest.mark.parametrize(
    ("size", "points"),
    [((400, 100), (224, 56)), ((2000, 100), (240, 12)), ((20, 20), (15, 15)), ((100, 4000), (1.4, 56))],
)
def test_a_logo_fits_its_place_and_a_small_one_is_not_blown_up(size, points):
    assert size_of(word(Picture(raster(size=size), "png", "w"))) == pytest.approx(points, abs=0.1)


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"\x89PNG broken", raster()[:60], b"<svg", b"<html/>", b'<svg xmlns="http://www.w3.org/2000/svg"/>'),
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 99999 1"/>',
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 9"/>',
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="a b c d"/>',
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g/></svg>',
        b'<svg viewBox="0 0 9 9"/>',
    ],
)
@pytest.mark.parametrize("form", ["png", "svg"])
def test_a_picture_that_cannot_be_shown_stops_no_export(data, form):
    assert word(Picture(data, form, "w")) == word(None)


def test_a_drawing_may_say_its_size_in_millimetres(tmp_path):
    drawn = b'<svg xmlns="http://www.w3.org/2000/svg" width="40mm" height="10mm"><rect width="9" height="9"/></svg>'
    assert size_of(word(Picture(drawn, "svg", "w"))) == pytest.approx((224, 56), abs=2)


def test_a_drawing_without_sizes_is_there_as_dots_alone():
    found = parts(word(Picture(SIZELESS, "svg", "w")))
    assert size_of(word(Picture(SIZELESS, "svg", "w"))) == pytest.approx((112, 56), abs=0.5)
    assert "word/media/logo1.png" in found
    assert "word/media/logo1.svg" not in found


def test_the_same_logo_gives_the_same_bytes():
    assert word(LOGOS[3]) == word(Picture(DRAWN, "svg", "The logo of Norbury"))


def test_the_words_of_a_logo_may_be_anything(tmp_path):
    data = word(Picture(making.png(), "png", 'A "quoted" <seal> & more \x00\ud800'))
    assert audit(data, tmp_path) == []
