"""A drawing on the page draws, and does nothing else."""

import io
from base64 import b64decode, b64encode

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from wibdesk.documents.document import Picture
from wibdesk.documents.drawings import clean_svg
from wibdesk.documents.html.pictures import picture_html

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'


def cleaned(inside: str) -> str:
    data = clean_svg(f"{OPEN}{inside}</svg>".encode())
    assert data is not None
    return data.decode()


@pytest.mark.parametrize(
    ("inside", "trap"),
    [
        ("<script>alert(1)</script>", "alert"),
        ('<rect onload="alert(1)" width="1" height="1"/>', "alert"),
        ('<g ONCLICK="alert(1)"/>', "alert"),
        ('<a xlink:href="javascript:alert(1)"><text>x</text></a>', "alert"),
        ('<use href="https://trap.example/a.svg#b"/>', "trap"),
        ('<use xlink:href="//trap.example/a.svg#b"/>', "trap"),
        ('<image href="https://trap.example/a.png"/>', "trap"),
        ('<image href="data:image/svg+xml;base64,trap"/>', "trap"),
        ('<image href="data:image/png;base64,iVBORw0KGgotrap"/>', "trap"),
        ('<rect style="fill:url(https://trap.example)"/>', "trap"),
        ("<rect fill=\"url( 'https://trap.example')\"/>", "trap"),
        ('<rect style="fill:\\75rl(https://trap.example)"/>', "trap"),
        ("<rect style=\"fill:image-set('https://trap.example' 1x)\"/>", "trap"),
        ("<rect fill=\"src('//trap.example')\"/>", "trap"),
        ('<rect xmlns:i="urn:i" i:docname="/home/trap/crest.svg"/>', "trap"),
        ('<g xml:base="https://trap.example/"><use href="#a"/></g>', "trap"),
        ("<style>@import 'https://trap.example';</style>", "trap"),
        ("<style>rect{fill:url(//trap.example)}</style>", "trap"),
        ('<foreignObject><body xmlns="http://www.w3.org/1999/xhtml">trap</body></foreignObject>', "trap"),
        ('<animate attributeName="href" to="trap"/>', "trap"),
        ("<!-- trap --><?trap x?>", "trap"),
        ('<x:y xmlns:x="https://trap.example">z</x:y>', "z<"),
    ],
)
def test_what_runs_or_lies_outside_is_taken_out(inside, trap):
    assert trap in inside
    assert trap not in cleaned(inside + '<path d="M0 0h9"/>').lower().replace("xmlns:x=", "")
    assert '<path d="M0 0h9"/>' in cleaned(inside + '<path d="M0 0h9"/>')


@pytest.mark.parametrize(
    "inside",
    [
        '<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs><rect fill="url(#a)"/>',
        '<style>.b{fill:#0b4f8a}</style><path class="b" d="M0 0h9v9z"/>',
        '<g id="c"><circle r="2"/></g><use xlink:href="#c"/>',
        '<rect style="fill:url(\'#a\')" transform="scale(2)"/>',
    ],
)
def test_what_draws_stays(inside):
    assert cleaned(inside) == f"{OPEN}{inside}</svg>"


def test_a_picture_inside_a_drawing_stays_without_what_was_written_beside_it():
    note = PngInfo()
    note.add_text("Author", "trap")
    out = io.BytesIO()
    Image.new("RGB", (3, 2), "navy").save(out, "PNG", pnginfo=note)
    assert b"trap" in out.getvalue()
    drawing = cleaned(f'<image href="data:image/png;base64,{b64encode(out.getvalue()).decode()}"/>')
    inside = b64decode(drawing.partition("base64,")[2].partition('"')[0])
    assert b"trap" not in inside
    with Image.open(io.BytesIO(inside)) as image:
        assert (image.size, image.getpixel((1, 1))) == ((3, 2), (0, 0, 128))


def test_entities_are_unfolded_in_attributes_and_never_fetched():
    head = '<!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg"><!ENTITY file SYSTEM "file:///etc/hostname">]>'
    data = clean_svg(f'{head}<svg xmlns="&ns;"><text>a&file;b</text></svg>'.encode())
    assert data == b'<svg xmlns="http://www.w3.org/2000/svg"><text>a</text></svg>'


@pytest.mark.parametrize("data", [b"", b"not a drawing", b"<svg", b"<html/>", b"<svg/>", b"\xff\xfe\x00"])
def test_a_drawing_that_cannot_be_read_leaves_its_words(data):
    assert clean_svg(data) is None
    assert picture_html(Picture(data, "svg", "Norbury & Co")) == "<p>Norbury &amp; Co</p>"
    assert picture_html(Picture(data, "svg", "")) == ""
