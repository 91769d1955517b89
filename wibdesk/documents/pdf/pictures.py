"""A logo as the PDF holds it: points of colour on white, whatever the file was."""

from dataclasses import dataclass

from PIL import Image

from wibdesk.documents.document import Picture
from wibdesk.documents.pdf.file import PdfFile
from wibdesk.documents.pictures import printed

_TALLEST = 60.0


@dataclass(frozen=True)
class Pixels:
    """A picture as rows of red, green and blue bytes, and how large it stands on the page in points."""

    data: bytes
    columns: int
    rows: int
    width: float
    height: float


def pixels(picture: Picture, widest: float) -> Pixels | None:
    """Return the picture at its size on the page, at most `widest` points wide; None where it cannot be read."""
    shown = printed(picture, widest, _TALLEST)
    if shown is None:
        return None
    # Paper is white, and PDF/A has strict rules for what shines through.
    image = shown.image.convert("RGBA")
    white = Image.new("RGBA", image.size, "white")
    flat = Image.alpha_composite(white, image).convert("RGB")
    return Pixels(flat.tobytes(), flat.width, flat.height, shown.width, shown.height)


def write_picture(file: PdfFile, shown: Pixels) -> int:
    """Write the points of colour and return the number of the picture."""
    return file.put_stream(
        b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8"
        % (shown.columns, shown.rows),
        shown.data,
    )
