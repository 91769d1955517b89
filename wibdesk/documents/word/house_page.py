"""The page of a template: its size and edges, what stands on it before and after the place for our words."""

from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from wibdesk.documents.word.elements import local, remove, w_tag
from wibdesk.documents.word.package import PackageError, parsed
from wibdesk.documents.word.template import MARGIN, page_size
from wibdesk.documents.word.xml import MAIN, RELATIONS
from wibdesk.language import say

PLACE = "{{document}}"
"""The words of the paragraph that the document takes the place of."""
BOOKMARK = "wibdesk"
_SIGN = "the document"
_REFERENCES = ("headerReference", "footerReference")
_SHARED = ("type", "printerSettings", *_REFERENCES)
"""What a section has of its own, and a document of one section has not."""
_BEFORE_SIZES = (*_REFERENCES, "footnotePr", "endnotePr", "pgSz")
_ID = f"{{{RELATIONS}}}id"


@dataclass
class HousePage:
    """A template's main part, opened: what stays before and after our words, and the section that they stand in.

    `marked` says that the template names a place for them. Sizes are in twentieths of a point.
    """

    root: etree._Element
    body: etree._Element
    before: list[etree._Element]
    after: list[etree._Element]
    section: etree._Element
    marked: bool

    @property
    def width(self) -> int:
        """The width of a line: of the first column where there are several."""
        whole = self._size("pgSz", "w", 0) - self._edge("left") - self._edge("right") - max(self._edge("gutter"), 0)
        columns, gap = self._size("cols", "num", 1), self._size("cols", "space", 720)
        return max((whole - gap * (columns - 1)) // max(columns, 1), 1440)

    @property
    def height(self) -> int:
        """The height of the text of a page."""
        return max(self._size("pgSz", "h", 1) - abs(self._edge("top")) - abs(self._edge("bottom")), 1440)

    def _edge(self, name: str) -> int:
        return self._size("pgMar", name, 0)

    def _size(self, tag: str, name: str, other: int) -> int:
        found = self.section.find(w_tag(tag))
        value = found.get(w_tag(name), "") if found is not None else ""
        return int(value) if value.lstrip("-").isdecimal() else other

    def turn(self) -> None:
        """Lay the paper on its side, if it does not lie so already."""
        paper = self.section.find(w_tag("pgSz"))
        assert paper is not None
        width, height = self._size("pgSz", "w", 1), self._size("pgSz", "h", 1)
        paper.set(w_tag("w"), str(max(width, height)))
        paper.set(w_tag("h"), str(min(width, height)))
        paper.set(w_tag("orient"), "landscape")

    def reference(self, kind: str, where: str) -> str | None:
        """Return the relation of the header or footer for pages of a kind: default, first or even."""
        found = (one for one in self.section.iter(w_tag(f"{kind}Reference")) if one.get(w_tag("type")) == where)
        return next((one.get(_ID) for one in found), None)

    def refer(self, kind: str, where: str, key: str) -> None:
        """Give pages of a kind a header or footer."""
        self.section.insert(0, etree.Element(w_tag(f"{kind}Reference"), {w_tag("type"): where, _ID: key}))

    def shows(self, setting: str) -> bool:
        """Say whether a yes-or-no setting of the section is on."""
        found = self.section.find(w_tag(setting))
        return found is not None and found.get(w_tag("val"), "1") not in ("0", "false", "off")

    def part(self, body: str) -> bytes:
        """Return the main part with these elements (finished XML) in their place."""
        sign = etree.ProcessingInstruction("desk", _SIGN)
        self.body[:] = [*self.before, sign, *self.after, self.section]
        whole = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True)
        before, after = whole.split(etree.tostring(sign, with_tail=False), 1)
        return before + body.encode() + after


def house_page(content: bytes) -> HousePage:
    """Open a template's main part; PackageError where it has no body."""
    root = _with_prefixes(parsed(content))
    body = root.find(w_tag("body"))
    if body is None:
        raise PackageError(say("is not a Word file"))
    section = _last_section(body)
    blocks = [one for one in body if local(one) not in ("sectPr", "")]
    first, last = _place(blocks)
    if first is None:
        return HousePage(root, body, [], [], section, marked=False)
    kept = [one for one in blocks[first : last + 1] if one.find(f".//{w_tag('sectPr')}") is not None]
    for one in kept:
        _empty(one)
    return HousePage(root, body, blocks[:first], [*kept, *blocks[last + 1 :]], section, marked=True)


def _with_prefixes(root: etree._Element) -> etree._Element:
    """Return the root with the two prefixes that our own elements are written with."""
    ours = {"w": MAIN, "r": RELATIONS}
    if all(root.nsmap.get(prefix) == name for prefix, name in ours.items()):
        return root
    prefixes = {prefix: name for prefix, name in root.nsmap.items() if prefix is not None}
    fresh = etree.Element(
        root.tag, {str(name): str(value) for name, value in root.attrib.items()}, nsmap=prefixes | ours
    )
    fresh[:] = list(root)
    return fresh


def _last_section(body: etree._Element) -> etree._Element:
    """Return the section of the end of the body; headers and footers that it does not name are those before it."""
    sections = list(body.iter(w_tag("sectPr")))
    section = (
        deepcopy(sections[-1]) if sections and sections[-1].getparent() is body else etree.Element(w_tag("sectPr"))
    )
    known = {
        (local(one), one.get(w_tag("type"))): deepcopy(one)
        for each in sections
        for one in each
        if local(one) in _REFERENCES
    }
    for one in [each for each in section if local(each) in _SHARED]:
        section.remove(one)
    section[:0] = list(known.values())
    width, height = page_size(landscape=False)
    sides = dict.fromkeys(("top", "right", "bottom", "left"), MARGIN) | {"header": 560, "footer": 560, "gutter": 0}
    _complete(section, "pgSz", {"w": width, "h": height})
    _complete(section, "pgMar", sides)
    return section


def _complete(section: etree._Element, tag: str, values: dict[str, int]) -> None:
    if section.find(w_tag(tag)) is None:
        at = sum(local(one) in _BEFORE_SIZES for one in section)
        section.insert(at, etree.Element(w_tag(tag), {w_tag(name): str(value) for name, value in values.items()}))


def _place(blocks: list[etree._Element]) -> tuple[int | None, int]:
    """Return where the place for the document begins and ends among the blocks of the body; None for no place."""
    for n, block in enumerate(blocks):
        if local(block) == "p" and words(block).strip() == PLACE:
            return n, n
    for n, block in enumerate(blocks):
        for start in block.iter(w_tag("bookmarkStart")):
            if start.get(w_tag("name"), "").lower() == BOOKMARK:
                ends = (m for m in range(n, len(blocks)) if _ends(blocks[m], start.get(w_tag("id"), "")))
                return n, next(ends, n)
    return None, 0


def _ends(block: etree._Element, key: str) -> bool:
    return any(one.get(w_tag("id")) == key for one in block.iter(w_tag("bookmarkEnd")))


def words(element: etree._Element) -> str:
    """Return the words in an element."""
    return "".join(one.text or "" for one in element.iter(w_tag("t")))


def _empty(paragraph: etree._Element) -> None:
    """Leave nothing of a paragraph but its properties, which end a section."""
    for one in [one for one in paragraph if local(one) != "pPr"]:
        remove(one)
