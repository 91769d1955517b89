"""A picture is looked at before it is printed: whole PNG, JPEG and SVG files and nothing else."""

import io
import re
import zipfile
from base64 import b64decode, b64encode
from collections.abc import Mapping

import pypdf
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.documents.making import SVG, png
from wibdesk.documents.document import Document, Picture
from wibdesk.documents.drawings import clean_svg
from wibdesk.documents.html.writer import write_html
from wibdesk.documents.pdf.writer import write_pdf
from wibdesk.documents.pictures import picture, printed
from wibdesk.documents.rasters import read_raster
from wibdesk.documents.styles import house_style
from wibdesk.documents.word.writer import write_docx
from wibdesk.errors import UserError


def encoded(form: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (20, 10), "navy").save(out, form)
    return out.getvalue()


MILLIMETRES = b'<svg xmlns="http://www.w3.org/2000/svg" width="50mm" height="20mm"><rect width="9" height="9"/></svg>'


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (png(), "png"),
        (encoded("JPEG"), "jpeg"),
        (SVG, "svg"),
        (MILLIMETRES, "svg"),
        (b'<?xml version="1.0"?>\n' + SVG, "svg"),
    ],
)
def test_the_form_is_told_by_the_bytes(data: bytes, form: str):
    assert picture(data, "A crest") == Picture(data, form, "A crest")


def drawing(sizes: str, inside: str = '<rect width="9" height="9"/>') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {sizes}>{inside}</svg>'.encode()


HUGE = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff\x08\x02\0\0\0"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        b"\xff\xfe\0",
        png()[:40],
        encoded("JPEG")[:200],
        encoded("GIF"),
        encoded("BMP"),
        HUGE,
        b"<svg/>",
        drawing('width="0" height="9"'),
        drawing('viewBox="0 0 100000 10"'),
        drawing('width="10" height="100000" viewBox="0 0 10 10"'),
        drawing('viewBox="0 0 9 9"', "<g>" * 5000 + "</g>" * 5000),
        b"<html></html>",
        b"<svg",
        b"<?xml version='1.0'?><!-- svg --><b/>",
    ],
    ids=range(16),
)
def test_what_is_no_picture_is_refused_by_its_name(data: bytes):
    with pytest.raises(
        UserError, match=r"^crest\.png is not a PNG, JPEG or SVG picture that can be read\. Choose another"
    ):
        picture(data, "", "crest.png")


def test_a_picture_that_would_fill_the_memory_is_refused_and_told_apart_from_a_broken_one():
    large = io.BytesIO()
    Image.new("1", (20_000, 5_000)).save(large, "PNG")
    with pytest.raises(UserError, match=r"^crest\.png is larger than any page needs\. Make the picture smaller"):
        picture(large.getvalue(), "", "crest.png")


def too_many() -> bytes:
    out = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(out, "PNG")
    return out.getvalue()


def jpeg_that_claims(side: int) -> bytes:
    data = bytearray(encoded("JPEG"))
    at = data.index(b"\xff\xc0") + 5
    data[at : at + 4] = side.to_bytes(2) * 2
    return bytes(data)


@pytest.mark.parametrize(
    "data",
    [
        png(6_000, 6_000),
        jpeg_that_claims(65_000),
        drawing('viewBox="0 0 9 9"', "<g/>" * 5_001),
        drawing('viewBox="0 0 9 9"', f"<text>{'W' * 20_001}</text>"),
        drawing('viewBox="0 0 9 9"', f'<path d="{"L9 9" * 750_001}"/>'),
        drawing('viewBox="0 0 9 9"', f'<image href="data:image/png;base64,{b64encode(too_many()).decode()}"/>'),
    ],
    ids=["dots", "claimed dots", "elements", "letters", "lines", "dots inside"],
)
def test_a_picture_that_would_take_for_ever_is_refused(data: bytes):
    with pytest.raises(UserError, match=r"^crest\.png is larger than any page needs"):
        picture(data, "", "crest.png")


def test_a_picture_inside_a_drawing_that_is_none_is_left_out():
    spoilt = ("data:image/png;base64,AAAA", "data:image/png;base64,A", "data:image/svg+xml,x")
    inside = "".join(f'<image href="{address}"/>' for address in spoilt)
    data = drawing('viewBox="0 0 9 9"', f'{inside}<rect width="9" height="9"/>')
    assert picture(data, "").form == "svg"
    assert b"data:" not in (clean_svg(data) or b"data:")


TRAP = "51.5033 N at the author's house"


def with_notes(form: str) -> bytes:
    """Return a picture that tells where it was taken, in every way that its form knows."""
    camera, told = Image.Exif(), PngInfo()
    camera[0x0112], camera[0x010E], camera[0x8298] = 6, TRAP, TRAP
    told.add_text("Description", TRAP)
    notes = {"pnginfo": told} if form == "PNG" else {"comment": TRAP.encode()}
    out = io.BytesIO()
    Image.new("RGB", (40, 20), "navy").save(out, form, exif=camera, icc_profile=TRAP.encode(), **notes)
    assert TRAP.encode() in out.getvalue()
    return out.getvalue()


def telephone() -> bytes:
    """Return what many telephones call a JPEG: two pictures in one file."""
    camera = Image.Exif()
    camera[0x0112], camera[0x010E] = 6, TRAP
    small = Image.new("RGB", (40, 20), "navy")
    out = io.BytesIO()
    small.save(out, "MPO", save_all=True, append_images=[small], exif=camera)
    return out.getvalue()


def logos(data: bytes, form: str) -> Mapping[str, bytes]:
    """Return all that each kind of file with this logo holds of it, by the file's ending."""
    document = Document("t", "s", "a", "h", (), logo=Picture(data, form, "Seal"))
    style = house_style(None)
    html = re.search(r'src="data:image/[a-z+]*;base64,([^"]*)"', write_html(document, style).decode())
    assert html is not None
    with zipfile.ZipFile(io.BytesIO(write_docx(document, style))) as package:
        (media,) = [package.read(name) for name in package.namelist() if name.startswith("word/media/")]
    return {"html": b64decode(html[1]), "docx": media, "pdf": write_pdf(document, style)}


@pytest.mark.parametrize(
    ("data", "form"),
    [(with_notes("PNG"), "png"), (with_notes("JPEG"), "jpeg"), (telephone(), "jpeg")],
    ids=["png", "jpeg", "telephone"],
)
def test_no_file_tells_where_the_picture_was_taken_and_each_shows_it_upright(data: bytes, form: str):
    assert picture(data, "").form == form
    found = logos(data, form)
    assert not [ending for ending, whole in found.items() if TRAP.encode() in whole]
    (shown,) = pypdf.PdfReader(io.BytesIO(found["pdf"])).pages[0].images
    assert shown.image.height == 2 * shown.image.width
    for ending in ("html", "docx"):
        with Image.open(io.BytesIO(found[ending])) as image:
            assert (image.format, image.size, image.info.get("exif")) == (form.upper(), (20, 40), None)


def test_the_same_dots_go_out_as_the_same_bytes_whatever_was_written_beside_them():
    bare = io.BytesIO()
    Image.new("RGB", (20, 40), "navy").save(bare, "PNG", compress_level=1)
    assert logos(with_notes("PNG"), "png") == logos(bare.getvalue(), "png")


@pytest.mark.parametrize("told", [b"nonsense", b"II*\0\x08\0\0\0", b"II*\0\x08\0\0\0\x05\0\x12\x01\x03\0"])
def test_a_picture_whose_camera_tells_nonsense_is_shown_as_it_stands(told: bytes):
    out = io.BytesIO()
    Image.new("RGB", (40, 20), "navy").save(out, "JPEG", exif=b"Exif\0\0" + told)
    shown = printed(picture(out.getvalue(), ""), 100, 100)
    assert shown is not None
    assert (shown.image.size, shown.width, shown.height) == ((40, 20), 30, 15)


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_large_picture_goes_out_as_fine_as_print_needs(form: str):
    out = io.BytesIO()
    Image.new("RGB", (4000, 2000), "navy").save(out, form)
    shown = printed(picture(out.getvalue(), ""), 72, 72)
    assert shown is not None
    assert (shown.image.size, shown.width, shown.height) == ((400, 200), 72, 36)


def test_a_photograph_is_read_no_finer_than_it_is_wanted():
    out = io.BytesIO()
    Image.new("RGB", (4000, 2000), "navy").save(out, "JPEG")
    assert read_raster(out.getvalue(), 500)[0].size == (500, 250)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_what_shines_through_stays_so(mode: str):
    out = io.BytesIO()
    Image.new(mode, (4, 2)).save(out, "PNG")
    shown = printed(Picture(out.getvalue(), "png", ""), 100, 100)
    assert shown is not None
    with Image.open(io.BytesIO(shown.data())) as image:
        assert image.has_transparency_data == (mode in ("LA", "RGBA"))
