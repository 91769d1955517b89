"""The logo in the PDF: every sort of picture comes out at a fit size, and a broken one stops nothing."""

import io

import pypdf
import pytest
from PIL import Image

from wibdesk.documents.document import Document, Picture
from wibdesk.documents.pdf.checking import pdf_findings
from wibdesk.documents.pdf.writer import write_pdf
from wibdesk.documents.styles import house_style
from wibdesk.leaving import remarks_for

SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><defs><linearGradient id="g">
<stop offset="0" stop-color="#102040"/><stop offset="1" stop-color="#40a0a0"/></linearGradient></defs>
<rect width="200" height="100" rx="20" fill="url(#g)"/><circle cx="50" cy="50" r="30" fill="red" fill-opacity=".5"/>
<text x="90" y="60" font-size="24" fill="white">Norbury</text></svg>"""


def file_of(mode: str, form: str, size: tuple[int, int] = (300, 100), colour=None) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, colour).save(out, form)
    return out.getvalue()


def with_logo(data: bytes, form: str) -> Document:
    return Document("t", "s", "a", "h", (), logo=Picture(data, form, "Seal"))


def drawn(document: Document) -> Image.Image:
    (image,) = pypdf.PdfReader(io.BytesIO(write_pdf(document, house_style(None)))).pages[0].images
    return image.image


def shown_size(document: Document) -> tuple[float, float]:
    page = pypdf.PdfReader(io.BytesIO(write_pdf(document, house_style(None)))).pages[0]
    sizes = []
    page.extract_text(visitor_operand_before=lambda op, args, *_: sizes.append(args) if op == b"cm" else None)
    return float(sizes[0][0]), float(sizes[0][3])


PICTURES = [
    *((file_of(mode, "PNG"), "png") for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")),
    *((file_of(mode, "JPEG"), "jpeg") for mode in ("L", "RGB", "CMYK")),
    (SVG, "svg"),
]


@pytest.mark.parametrize(("data", "form"), PICTURES)
def test_every_sort_of_picture_keeps_the_standards(data, form):
    document = with_logo(data, form)
    assert pdf_findings(write_pdf(document, house_style(None))) == ()
    assert drawn(document).mode == "RGB"
    assert remarks_for(document, "pdf") == ()


def test_what_shines_through_is_laid_on_white():
    assert drawn(with_logo(file_of("RGBA", "PNG", colour=(255, 0, 0, 0)), "png")).getpixel((5, 5)) == (255, 255, 255)
    half = drawn(with_logo(file_of("RGBA", "PNG", colour=(0, 0, 0, 128)), "png")).getpixel((5, 5))
    assert half == (127, 127, 127)


def test_a_drawing_keeps_its_gradient_and_its_words():
    image = drawn(with_logo(SVG, "svg"))
    left, right = image.getpixel((5, image.height // 2)), image.getpixel((image.width - 6, image.height // 2))
    assert left[2] < right[2]
    assert image.getpixel((0, 0)) == (255, 255, 255)
    words = image.crop((image.width // 2, 0, image.width - 20, image.height))
    assert any(pixel == (255, 255, 255) for pixel in words.get_flattened_data())


@pytest.mark.parametrize(
    ("data", "form", "size"),
    [
        (file_of("RGB", "PNG", (4000, 2000)), "png", (120, 60)),
        (file_of("RGB", "PNG", (4000, 400)), "png", (235.64, 23.56)),
        (file_of("RGB", "PNG", (40, 20)), "png", (30, 15)),
        (SVG, "svg", (120, 60)),
    ],
)
def test_a_logo_is_at_most_60_points_tall_and_half_as_wide_as_the_text(data, form, size):
    assert shown_size(with_logo(data, form)) == pytest.approx(size, abs=0.1)


def test_a_picture_turned_by_the_camera_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    out = io.BytesIO()
    Image.new("RGB", (400, 100)).save(out, "JPEG", exif=exif)
    image = drawn(with_logo(out.getvalue(), "jpeg"))
    assert image.height > image.width


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"", "png"),
        (b"no picture", "jpeg"),
        (file_of("RGB", "PNG")[:60], "png"),
        (b"<svg", "svg"),
        (b"<html/>", "svg"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>', "svg"),
        (file_of("1", "PNG", (16000, 16000)), "png"),
    ],
    ids=["nothing", "words", "cut short", "half a drawing", "a web page", "no size", "absurd size"],
)
def test_a_picture_that_cannot_be_read_is_left_out_and_the_clerk_is_told(data, form):
    document = with_logo(data, form)
    written = write_pdf(document, house_style(None))
    assert list(pypdf.PdfReader(io.BytesIO(written)).pages[0].images) == []
    assert pdf_findings(written) == ()
    assert remarks_for(document, "pdf")[-1].startswith("The logo cannot be read, so it is left out.")
