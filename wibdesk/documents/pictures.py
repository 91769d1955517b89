"""A picture that the clerk chose: looked at before it is kept, and made ready for the page."""

import io
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image

from wibdesk.documents.document import Picture
from wibdesk.documents.drawings import clean_svg, drawn_as_png
from wibdesk.documents.rasters import TooLargeError, raster_bytes, read_raster
from wibdesk.errors import UserError
from wibdesk.language import later, say

_ROOM = 400
"""Dots across and down in which a picture is tried."""
_DOTS_A_POINT = 400 / 72
"""As fine as print needs."""
_POINTS_A_DOT = 0.75
"""A small picture of dots is not blown up beyond the size that a screen shows it in."""


def picture(data: bytes, words: str, name: str = later("The picture")) -> Picture:
    """Return the picture; UserError, which calls it by `name`, where the bytes are no whole PNG, JPEG or SVG."""
    try:
        return Picture(data, _form(data), words)
    except TooLargeError as trouble:
        raise UserError(
            say("{name} is larger than any page needs. Make the picture smaller, and choose that.", name=say(name))
        ) from trouble
    except ValueError as trouble:
        raise UserError(
            say("{name} is not a PNG, JPEG or SVG picture that can be read. Choose another file.", name=say(name))
        ) from trouble


def _form(data: bytes) -> str:
    drawing = clean_svg(data)
    if drawing is None:
        return read_raster(data, _ROOM)[1]
    drawn_as_png(drawing, _ROOM, _ROOM)
    return "svg"


@dataclass(frozen=True)
class Printed:
    """A picture as it goes out: its dots, the form of file that suits them, and its size on the page in points."""

    image: Image.Image
    form: str
    width: float
    height: float

    def data(self) -> bytes:
        """Return the dots as the bytes of a file, without what a camera or program wrote beside them."""
        return raster_bytes(self.image, self.form)


@lru_cache(maxsize=4)
def printed(picture: Picture, widest: float, highest: float) -> Printed | None:
    """Return a picture upright, as fine as print needs and at most so large in points; None where it cannot be read."""
    room = (round(widest * _DOTS_A_POINT), round(highest * _DOTS_A_POINT))
    try:
        image, form = _drawing(picture, *room) if picture.form == "svg" else read_raster(picture.data, max(room))
    except ValueError:
        return None
    scale = min(highest / image.height, widest / image.width)
    if picture.form != "svg":
        scale = min(scale, _POINTS_A_DOT)
    width, height = image.width * scale, image.height * scale
    image.thumbnail((round(width * _DOTS_A_POINT) or 1, round(height * _DOTS_A_POINT) or 1))
    return Printed(image, form, width, height)


def _drawing(picture: Picture, width: int, height: int) -> tuple[Image.Image, str]:
    drawing = clean_svg(picture.data)
    if drawing is None:
        raise ValueError("no drawing")
    return Image.open(io.BytesIO(drawn_as_png(drawing, width, height))), "png"
