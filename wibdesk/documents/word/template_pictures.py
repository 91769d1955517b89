"""The pictures of a template: which may travel, and without what a camera or a program wrote beside them."""

import struct

from wibdesk.documents.drawings import clean_svg
from wibdesk.documents.rasters import TooLargeError

_ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".svg")
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
_SHOWS = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs"}
"""The pieces of a PNG that change what is seen."""
_NOTES = {*range(0xE1, 0xEE), 0xEF, 0xFE}
"""The pieces of a JPEG in which cameras and programs write; two of their kind say how the dots are meant."""
_SCAN, _END = 0xDA, 0xD9
_BLANK = b'<svg xmlns="http://www.w3.org/2000/svg"/>'


def is_picture(name: str, kind: str) -> bool:
    """Say whether a part is a picture by its name and by its kind."""
    return name.lower().endswith(_ENDINGS) and kind.lower().startswith("image/")


def bare_picture(content: bytes, name: str) -> bytes:
    """Return a picture with its dots untouched and its notes gone; a drawing without scripts and addresses.

    Forms that hold no notes worth the name, and broken files, come back as they are.
    """
    if name.lower().endswith(".svg"):
        try:
            return clean_svg(content) or _BLANK
        except TooLargeError:
            return _BLANK
    try:
        if content.startswith(_PNG):
            return _bare_png(content)
        return _bare_jpeg(content) if content.startswith(_JPEG) else content
    except (struct.error, IndexError):
        return content


def _bare_png(content: bytes) -> bytes:
    out, at = [_PNG], len(_PNG)
    while at < len(content):
        (length,) = struct.unpack_from(">I", content, at)
        if content[at + 4 : at + 8] in _SHOWS:
            out.append(content[at : at + 12 + length])
        at += 12 + length
    return b"".join(out)


def _bare_jpeg(content: bytes) -> bytes:
    out, at = [_JPEG], len(_JPEG)
    while content[at + 1] != _END:
        kind = content[at + 1]
        (length,) = struct.unpack_from(">H", content, at + 2)
        end = at + 2 + length
        if kind == _SCAN:
            end = _end_of_scan(content, end)
        if kind not in _NOTES:
            out.append(content[at:end])
        at = end
    # What follows the end is another picture of the camera's, or worse.
    return b"".join((*out, content[at : at + 2]))


def _end_of_scan(content: bytes, at: int) -> int:
    """Return where the dots of a scan end: at a mark that is neither a stuffed byte nor a place to begin anew."""
    while content[at] != 0xFF or content[at + 1] in (0x00, 0xFF, *range(0xD0, 0xD8)):
        at += 1
    return at
