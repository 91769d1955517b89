"""Pictures made to do harm, handed over as a logo: bombs of dots, broken files, drawings that run or fetch."""

import base64
import io
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image
from PySide6.QtWidgets import QApplication

from tests.documents.making import SVG, png
from tests.hostile.confined import HOST, SECRET, Case
from ui.places.house_style.files import read_chosen
from ui.places.house_style.logo_panel import LogoPicture
from ui.theme import Theme
from wibdesk.documents.document import Document, Picture
from wibdesk.documents.styles import house_style
from wibdesk.documents.writers import WRITERS
from wibdesk.errors import UserError

NO_PICTURE = "is not a PNG, JPEG or SVG picture that can be read"
LARGE = "is larger than any page needs"


def load(folder: Path) -> None:
    """Print harmless pictures, so that all that is needed has been loaded."""
    _print(png(), "png")
    _print(SVG, "svg")


def meet(path: Path) -> str:
    """Choose the picture as the clerk does; one that can be read is shown on screen and printed in every format."""
    try:
        read_chosen(str(path))
    except UserError as refusal:
        return str(refusal)
    data = path.read_bytes()
    _application = QApplication([])
    shown = LogoPicture(Theme("light", motion=False))
    shown.show_picture(data, "Crest")
    shown.grab()
    _print(data, "svg" if b"<svg" in data[:5_000] else "jpeg" if data.startswith(b"\xff\xd8") else "png")
    return ""


def _print(data: bytes, form: str) -> None:
    document = Document("t", "s", "a", "h", (), logo=Picture(data, form, "Crest"))
    for ending in ("docx", "pdf", "html"):
        written = WRITERS[ending](document, house_style(None))
        assert not any(mark.encode() in written for mark in (HOST, SECRET, "evil"))


def cases() -> Iterator[Case]:
    """Yield every hostile picture."""
    yield from _dots()
    yield from _drawings()


def _dots() -> Iterator[Case]:
    for side in (30_000, 100_000, 2**31 - 1):
        yield _case(f"a PNG of {side} by {side}", lambda s=side: _png(s, min(s, 30_000), declared=s), LARGE)
    yield _case("the largest PNG", lambda: _saved("PNG", (6_000, 4_900)))
    yield _case("the largest PNG of 16 bits", lambda: _saved("PNG", (6_000, 4_900), "I;16"))
    yield _case("the largest PNG with clearness", lambda: _saved("PNG", (6_000, 4_900), "RGBA"))
    yield _case("a larger PNG", lambda: _saved("PNG", (6_000, 6_000), "RGBA"), LARGE)
    yield _case("a large JPEG", lambda: _saved("JPEG", (9_000, 9_000)), None, "jpg")
    yield _case("a JPEG that says it is larger", _larger_jpeg, LARGE, "jpg")
    yield _case("notes that unpack", lambda: _with_notes(b"\0" * 300_000_000), NO_PICTURE)
    yield _case("a PNG cut short", lambda: png(300, 300)[:-40], NO_PICTURE)
    yield _case("a PNG with a wrong sum", lambda: png().replace(b"IDAT", b"IDAT\xff", 1), NO_PICTURE)
    yield _case("a GIF of many frames", lambda: _saved("GIF", (10, 10)), NO_PICTURE)
    yield _case("a picture of another form", lambda: _saved("TIFF", (10, 10)), NO_PICTURE)
    yield _case("a PostScript file", lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n(evil) run\n", NO_PICTURE)
    yield _case(
        "a drawing called PNG", lambda: _drawing(f'<image href="file:///{SECRET}"/><rect width="9" height="9"/>')
    )
    yield _case("a PNG called SVG", png, None, "svg")
    yield _case("a page called PNG", lambda: b"<html><script>1</script></html>", NO_PICTURE)
    yield _case("more than 10 MB", lambda: png() + b"\0" * 10_500_000, "is larger than 10 MB")


def _drawings() -> Iterator[Case]:
    box = '<rect width="9" height="9"/>'
    for address in (
        f"file:///{SECRET}",
        f"../{SECRET}",
        SECRET,
        f"http://{HOST}/x.png",
        f"//{HOST}/x.png",
        f"\\\\{HOST}\\x.png",
        f"data:image/svg+xml;base64,{_nested_drawing()}",
    ):
        for element in (
            f'<image width="9" height="9" href="{address}"/>',
            f'<use href="{address}#a"/>',
            f'<image width="9" height="9" xlink:href="{address}"/>',
            f'<script href="{address}"/>',
            f'<style>@import "{address}";</style>',
            f'<rect style="fill:url({address}#a)"/>',
            f'<filter id="f"><feImage href="{address}"/></filter>',
            f"<style>@font-face{{font-family:a;src:url({address})}} text{{font-family:a}}</style><text>a</text>",
            f'<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="{address}"/></foreignObject>',
        ):
            yield _svg(f"{element[:25]} {address[:30]}", lambda e=element: _drawing(f"{box}{e}"))
    yield _svg("a script", lambda: _drawing(f'{box}<script>evil()</script><g onload="evil()"/>'))
    entities = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    laughs = f'<!DOCTYPE s [<!ENTITY a "lollollollol">{entities}]>'
    yield _svg("laughs", lambda: laughs.encode() + _drawing("<text>&j;</text>"), NO_PICTURE)
    yield _svg("laughs in an attribute", lambda: laughs.encode() + _drawing('<path d="&j;"/>'), NO_PICTURE)
    for entity in (f'SYSTEM "file:///{SECRET}"', f'SYSTEM "{SECRET}"', f'SYSTEM "http://{HOST}/x"'):
        yield _svg(
            f"entity {entity[:30]}",
            lambda e=entity: f"<!DOCTYPE s [<!ENTITY x {e}>]>".encode() + _drawing(f"{box}<text>&x;</text>"),
        )
    yield _svg("a type elsewhere", lambda: f'<!DOCTYPE svg SYSTEM "http://{HOST}/x.dtd">'.encode() + _drawing(box))
    yield _svg("uses of uses", lambda: _drawing(_uses(30, 2)), NO_PICTURE)
    yield _svg("wide uses of uses", lambda: _drawing(_uses(9, 10)), NO_PICTURE)
    yield _svg("a use of itself", lambda: _drawing(f'{box}<g id="a"><use href="#a"/></g>'))
    yield _svg(
        "patterns of patterns",
        lambda: _drawing(
            "".join(
                f'<pattern id="p{n}" width="1" height="1" patternUnits="userSpaceOnUse"><rect width="9" height="9" '
                f'fill="url(#p{n + 1})"/></pattern>'
                for n in range(12)
            )
            + '<rect width="9" height="9" fill="url(#p0)"/>'
        ),
        NO_PICTURE,
    )
    yield _svg(
        "a filter without end",
        lambda: _drawing(
            '<filter id="f" x="-9e9" y="-9e9" width="9e9" height="9e9">'
            + '<feMorphology operator="dilate" radius="9e4"/>'
            '<feGaussianBlur stdDeviation="9e9"/>' * 50 + '</filter><rect width="9" height="9" filter="url(#f)"/>'
        ),
        NO_PICTURE,
    )
    yield _svg("a path of 8 MB", lambda: _drawing(f'<path d="M0 0 {"L9 9 1 1" * 1_000_000}"/>'), LARGE)
    yield _svg(
        "dashes without end", lambda: _drawing('<path stroke="red" stroke-dasharray="1e-9" d="M0 0 L9 9"/>' + box)
    )
    yield _svg("many letters", lambda: _drawing(f"<text>{'W' * 2_000_000}</text>"), LARGE)
    yield _svg("many elements", lambda: _drawing(box * 300_000), LARGE)
    yield _svg("a large drawing", lambda: _drawing(f'<path d="M0 0 {"L9 9 1 9" * 374_000}"/>'))
    yield _svg("a drawing of many parts", lambda: _drawing(box * 4_990 + f"<text>{'W' * 19_000}</text>"))
    yield _svg("many levels", lambda: _drawing("<g>" * 100_000 + box + "</g>" * 100_000), NO_PICTURE)
    yield _svg("enormous sizes", lambda: _drawing(box, 'width="1e30" height="1e30"'), NO_PICTURE)
    yield _svg("no number for a size", lambda: _drawing(box, 'width="NaN" height="-1"'), NO_PICTURE)
    inside = base64.b64encode(_saved("PNG", (5_000, 5_000), "1")).decode()
    image = f'<image width="9" height="9" href="data:image/png;base64,{inside}"/>'
    yield _svg("many pictures in a drawing", lambda: _drawing(image * 1_000), LARGE)
    bomb = base64.b64encode(_png(30_000, 30_000)).decode()
    yield _svg("a bomb in a drawing", lambda: _drawing(f'{box}<image href="data:image/png;base64,{bomb}"/>'), LARGE)


def _case(name: str, made: Callable[[], bytes], said: str | None = None, ending: str = "png") -> Case:
    return Case(name, f"crest.{ending}", made, said)


def _svg(name: str, made: Callable[[], bytes], said: str | None = None) -> Case:
    return _case(name, made, said, "svg")


def _drawing(inside: str, sizes: str = 'viewBox="0 0 10 10"') -> bytes:
    spaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<svg {spaces} {sizes}>{inside}</svg>".encode()


def _nested_drawing() -> str:
    return base64.b64encode(_drawing(f'<image href="http://{HOST}/deep.png"/>')).decode()


def _uses(levels: int, wide: int) -> str:
    groups = "".join(f'<g id="u{n}">' + f'<use href="#u{n + 1}"/>' * wide + "</g>" for n in range(levels))
    return f'<defs>{groups}<g id="u{levels}"><rect width="1" height="1"/></g></defs><use href="#u0"/>'


def _saved(form: str, size: tuple[int, int], mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, form)
    return out.getvalue()


def _piece(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _png(side: int, rows: int, *, declared: int | None = None) -> bytes:
    """Return a white PNG of two colours that packs into a few kilobytes."""
    packing = zlib.compressobj(9)
    line = b"\0" * (1 + min(side, 30_000) // 8)
    dots = b"".join(packing.compress(line) for _ in range(rows)) + packing.flush()
    head = struct.pack(">IIBBBBB", declared or side, declared or rows, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _piece(b"IHDR", head) + _piece(b"IDAT", dots) + _piece(b"IEND", b"")


def _with_notes(notes: bytes) -> bytes:
    plain = png()
    return plain[:33] + _piece(b"zTXt", b"Comment\0\0" + zlib.compress(notes)) + plain[33:]


def _larger_jpeg() -> bytes:
    data = bytearray(_saved("JPEG", (16, 16)))
    at = data.index(b"\xff\xc0") + 5
    data[at : at + 4] = b"\xff\xff\xff\xff"
    return bytes(data)
