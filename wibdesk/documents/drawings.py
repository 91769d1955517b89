"""Drawings (SVG) from outside: left with only what draws, and turned into dots where a page has no room for lines."""

import io
import re
from base64 import b64decode, b64encode
from functools import lru_cache

from lxml import etree
from PIL import Image

from wibdesk.documents.rasters import MOST_DOTS, TooLargeError, dots_of, raster_bytes, read_raster
from wibdesk.paths import resource

_DRAWS = frozenset(
    "svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath style image "
    "linearGradient radialGradient stop pattern clipPath mask marker switch filter feBlend feColorMatrix "
    "feComponentTransfer feComposite feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode "
    "feMorphology feOffset".split()
)
_SVG = "{http://www.w3.org/2000/svg}"
_ITS_OWN = ("", "{http://www.w3.org/1999/xlink}", "{http://www.w3.org/XML/1998/namespace}")
"""Where attributes that draw are from; a drawing program's own may tell on whose disk the drawing was made."""
_OUTSIDE = re.compile(
    r"""@import|(?:url|src|image|image-set)\(\s*["']?\s*(?!\s|["'#])|\\|expression\(|javascript:""", re.IGNORECASE
)
_PICTURE = re.compile(r"data:image/(?:png|jpeg);base64,", re.IGNORECASE)
_FACE = "Arimo"
"""What letters in a drawing are set in, whatever fonts this machine has."""
_MOST_UNEVEN = 40
"""How many times as long as wide a drawing may be."""
_MOST_INSIDE = 4000
"""Dots that a picture inside a drawing keeps either way, if it is read coarser at all."""
_MOST_ELEMENTS, _MOST_WORDS, _MOST_LETTERS = 5_000, 20_000, 3_000_000
"""What a drawing may hold: elements, letters that it sets or that say how it looks, letters of its lines."""


@lru_cache(maxsize=2)
def clean_svg(data: bytes) -> bytes | None:
    """Return the drawing without scripts, event handlers and whatever lies outside it; None where it is none.

    TooLargeError where drawing it would take for ever.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root.tag != f"{_SVG}svg":
        return None
    _refuse_endless(root)
    for element in list(root.iter()):
        if not _is_drawing(element):
            parent = element.getparent()
            assert parent is not None
            parent.remove(element)
            continue
        for name, value in element.attrib.items():
            harmless = _harmless(str(name), str(value))
            if harmless is None:
                del element.attrib[name]
            else:
                element.attrib[name] = harmless
    # The document type stays behind with its entities: only the element itself is written.
    return bytes(etree.tostring(root, encoding="utf-8"))


def drawn_as_png(drawing: bytes, width: int, height: int) -> bytes:
    """Return a clean drawing as a PNG file that fits into so many dots; ValueError where it draws nothing of use."""
    import resvg_py  # noqa: PLC0415 - only a drawing waits for it

    drawn: bytes = resvg_py.svg_to_bytes(
        svg_string=drawing.decode(),
        # Both, since a long and narrow one would fill the memory at any useful height.
        width=width,
        height=height,
        dpi=96,
        skip_system_fonts=True,
        font_dirs=[str(resource("page_fonts"))],
        font_family=_FACE,
        serif_family=_FACE,
        sans_serif_family=_FACE,
    )
    with Image.open(io.BytesIO(bytes(drawn))) as image:
        if max(image.size) > _MOST_UNEVEN * min(image.size) or image.getchannel("A").getbbox() is None:
            raise ValueError("no drawing")
    return bytes(drawn)


def tells_size(drawing: bytes) -> bool:
    """Say whether a clean drawing names its own size, so that every program draws it as large."""
    root = etree.fromstring(drawing)
    sides = [str(root.get(side, "%")) for side in ("width", "height")]
    return root.get("viewBox") is not None or not any(side.endswith("%") for side in sides)


def _refuse_endless(root: etree._Element) -> None:
    """Refuse a drawing of more elements, letters or dots than any logo has."""
    values = [str(value) for element in root.iter() for value in element.attrib.values()]
    inside = [value.strip() for value in values if _PICTURE.match(value.strip())]
    words = sum(len(str(words)) for words in root.itertext())
    letters = sum(map(len, values)) - sum(map(len, inside))
    elements = sum(1 for _ in root.iter())
    dots = sum(dots_of(_held(address)) for address in inside)
    if elements > _MOST_ELEMENTS or words > _MOST_WORDS or letters > _MOST_LETTERS or dots > MOST_DOTS:
        raise TooLargeError("too large")


def _held(address: str) -> bytes:
    """Return the bytes that an address of a picture inside the drawing holds; none where they are spoilt."""
    try:
        return b64decode(address.partition(",")[2])
    except ValueError:
        return b""


def _is_drawing(element: etree._Element) -> bool:
    tag = element.tag
    if not isinstance(tag, str) or not tag.startswith(_SVG) or tag.removeprefix(_SVG) not in _DRAWS:
        return False
    return tag != f"{_SVG}style" or not _OUTSIDE.search("".join(map(str, element.itertext())))


def _harmless(name: str, value: str) -> str | None:
    """Return the value of an attribute as it may stay; None where it must go."""
    space, local = name[: name.rfind("}") + 1], name[name.rfind("}") + 1 :].lower()
    if space not in _ITS_OWN or local == "base":
        return None
    if local == "href":
        return _inside(value.strip())
    return None if local.startswith("on") or _OUTSIDE.search(value) else value


def _inside(address: str) -> str | None:
    """Return an address inside the drawing; a picture that it holds is given anew."""
    if address.startswith("#"):
        return address
    if not _PICTURE.match(address):
        return None
    try:
        image, form = read_raster(_held(address), _MOST_INSIDE)
    except ValueError:
        return None
    return f"data:image/{form};base64,{b64encode(raster_bytes(image, form)).decode()}"
