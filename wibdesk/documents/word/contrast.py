"""Which styles of a template are too pale on white paper for those who see little, as WCAG reckons it."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from wibdesk.documents.word.elements import local, w_tag
from wibdesk.language import say

_LARGE, _LARGE_BOLD = 18.0, 14.0
"""Points from which letters are large, and may be paler."""
_LEAST, _LEAST_LARGE = 4.5, 3.0
_CODE = re.compile("[0-9A-Fa-f]{6}")
_VAL = w_tag("val")


def pale_remark(part: etree._Element, ids: Iterable[str], size: float) -> str | None:
    """Return a sentence that names those of these styles that are too pale; `size` is that of plain text, in points."""
    styles = {one.get(w_tag("styleId"), ""): one for one in part if local(one) == "style"}
    pale = [_name(styles[key]) for key in ids if key in styles and _is_pale(list(_chain(styles, key)), size)]
    if not pale:
        return None
    *others, last = (f"“{name}”" for name in pale)
    if not others:
        return say(
            "The style {name} has letters that are too pale on white paper. Choose a darker colour for them in Word.",
            name=last,
        )
    return say(
        "The styles {names} and {last} have letters that are too pale on white paper. "
        "Choose a darker colour for them in Word.",
        names=", ".join(others),
        last=last,
    )


def _chain(styles: dict[str, etree._Element], key: str) -> Iterator[etree._Element]:
    """Yield a style and what it is based on."""
    seen: set[str] = set()
    while key in styles and key not in seen:
        seen.add(key)
        yield styles[key]
        base = styles[key].find(w_tag("basedOn"))
        key = base.get(_VAL, "") if base is not None else ""


def _is_pale(chain: list[etree._Element], usual: float) -> bool:
    colour = _first(chain, "color")
    if colour is None or not _CODE.fullmatch(colour):
        return False
    half_points = _first(chain, "sz") or ""
    size = int(half_points) / 2 if half_points.isdecimal() else usual
    bold = _first(chain, "b") not in (None, "0", "false", "off")
    large = size >= _LARGE or (bold and size >= _LARGE_BOLD)
    return _on_white(colour) < (_LEAST_LARGE if large else _LEAST)


def _first(chain: list[etree._Element], name: str) -> str | None:
    found = (style.find(f"{w_tag('rPr')}/{w_tag(name)}") for style in chain)
    return next((one.get(_VAL, "1") for one in found if one is not None), None)


def _on_white(colour: str) -> float:
    """Return the contrast of a colour with white: 1 to 21."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _name(style: etree._Element) -> str:
    found = style.find(w_tag("name"))
    name = found.get(_VAL, "") if found is not None else ""
    return name[:1].upper() + name[1:] or style.get(w_tag("styleId"), "")
