"""A logo as Word shows it: in line with the text, with words for who cannot see it; a drawing also as points."""

from dataclasses import dataclass

from wibdesk.documents.document import Picture
from wibdesk.documents.drawings import clean_svg, tells_size
from wibdesk.documents.pictures import printed
from wibdesk.documents.word.xml import attribute

HIGHEST, WIDEST = 56.0, 240.0
"""Points that a logo may take at the head of the first page."""
_EMU = 12700
"""Units of a drawing in one point."""
_WORDS = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_KEY = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


@dataclass(frozen=True)
class Drawn:
    """A logo ready for a part: its files by ending, raster first, its size in points, and its words."""

    files: tuple[tuple[str, bytes], ...]
    width: float
    height: float
    words: str

    def xml(self, *relations: str, name: str = "Logo", number: int = 1) -> str:
        """Return the run that shows it; `relations` name its files in the part, in their order.

        `name` and `number` tell it from the other pictures of the part.
        """
        raster, *points = relations
        more = "".join(
            f'<a:extLst><a:ext uri="{_SVG_KEY}"><asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="{key}"/></a:ext></a:extLst>'
            for key in points
        )
        across, down = round(self.width * _EMU), round(self.height * _EMU)
        said, named = attribute(self.words), f'id="{number}" name={attribute(name)}'
        return (
            f'<w:r><w:drawing><wp:inline xmlns:wp="{_WORDS}" distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{across}" cy="{down}"/><wp:docPr {named} descr={said}/>'
            f'<a:graphic xmlns:a="{_MAIN}"><a:graphicData uri="{_PICTURE}"><pic:pic xmlns:pic="{_PICTURE}">'
            f"<pic:nvPicPr><pic:cNvPr {named} descr={said}/><pic:cNvPicPr/></pic:nvPicPr>"
            f'<pic:blipFill><a:blip r:embed="{raster}">{more}</a:blip><a:stretch><a:fillRect/></a:stretch>'
            f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing></w:r>"
        )


def drawn(logo: Picture | None) -> Drawn | None:
    """Return a logo ready for Word; None where there is none or it cannot be read."""
    shown = printed(logo, WIDEST, HIGHEST) if logo else None
    if logo is None or shown is None:
        return None
    lines = clean_svg(logo.data) if logo.form == "svg" else None
    # Word would guess at the size of a drawing that names none.
    more = (("svg", lines),) if lines is not None and tells_size(lines) else ()
    return Drawn(((shown.form, shown.data()), *more), shown.width, shown.height, logo.words)
