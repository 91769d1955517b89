"""Pictures of dots, read and given anew: upright, and without what a camera or program wrote beside them."""

import io
import struct
import warnings
from collections.abc import Mapping

from PIL import Image, ImageOps

_FORMS = {"PNG": "png", "JPEG": "jpeg", "MPO": "jpeg"}
"""What Pillow calls a form, and we; many telephones write the last of these and call it JPEG."""
MOST_DOTS = 30_000_000
"""Dots that are read of a picture: a page of A4 as fine as any printer prints has fewer."""
_WRITING: Mapping[str, Mapping[str, int]] = {"png": {"optimize": True}, "jpeg": {"optimize": True, "quality": 92}}


class TooLargeError(ValueError):
    """The picture has more dots than the memory should hold."""


def read_raster(data: bytes, most: int) -> tuple[Image.Image, str]:
    """Return the dots in grey, colour, or colour and clearness, and the form of the file: png or jpeg.

    A JPEG far larger than `most` dots either way is read coarser, which is quicker. ValueError where the bytes are no
    whole PNG or JPEG, TooLargeError where they are one of absurd size.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            # One of absurd size only warns.
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
            image.draft(None, (most, 1) if image.width >= image.height else (1, most))
            if image.width * image.height > MOST_DOTS:
                raise TooLargeError("too large")
            image.load()
            form = _FORMS[str(image.format)]
            return _plain(ImageOps.exif_transpose(image)), form
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as trouble:
        raise TooLargeError("too large") from trouble
    except TooLargeError:
        raise
    except (OSError, SyntaxError, ValueError, TypeError, KeyError, struct.error) as trouble:
        raise ValueError("no picture") from trouble


def dots_of(data: bytes) -> int:
    """Return how many dots a picture says that it has, without reading them; 0 where it is no PNG or JPEG."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
                return image.width * image.height
    except Image.DecompressionBombError:
        return MOST_DOTS + 1
    except (OSError, SyntaxError, ValueError, TypeError, KeyError, struct.error):
        return 0


def raster_bytes(image: Image.Image, form: str) -> bytes:
    """Return dots as the bytes of a file of this form, with nothing beside them."""
    out = io.BytesIO()
    image.info.clear()
    image.save(out, form.upper(), **_WRITING[form])
    return out.getvalue()


def _plain(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I"):
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode in ("L", "RGB") else image.convert("RGB")
