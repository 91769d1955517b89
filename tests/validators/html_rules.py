"""The rules of an accessible web page that a machine can check, and whether its markup is valid; findings in words."""

import re
from collections.abc import Iterator
from itertools import chain, pairwise

import pytest
from lxml import etree, html

ELEMENTS = frozenset(
    "html head meta title style body header main img p h1 h2 h3 ul ol li table caption colgroup col thead tbody tr th "
    "td div span br hr strong em u a".split()
)
"""What our pages are made of: whatever else stands in one came out of the words."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def markup_errors(data: bytes) -> list[str]:
    """Return what a strict HTML5 parser has to say; skip the test where it is not installed."""
    parser = pytest.importorskip("tinyhtml5.parser", reason="tinyhtml5 is not installed").HTMLParser()
    parser.parse(data)
    return [f"{place}: {code}" for place, code, _ in parser.errors]


def page(data: bytes) -> etree._Element:
    """Return the page as lxml reads it."""
    return html.document_fromstring(data.decode())


def findings(data: bytes) -> list[str]:
    """Return what stands in a reader's way; nothing for a page that follows every rule."""
    root = page(data)
    checks = (_whole, _headings, _tables, _names, _outside)
    return list(chain.from_iterable(check(root) for check in checks))


def words(element: etree._Element) -> str:
    return re.sub(r"\s+", " ", element.text_content()).strip()


def _whole(root: etree._Element) -> Iterator[str]:
    if not root.get("lang"):
        yield "the page has no language"
    if not words(root.find("head/title")):
        yield "the page has no title"
    if len(root.findall(".//main")) != 1:
        yield "the page has not one main part"
    yield from (f"{found.tag} is no element of ours" for found in root.iter() if found.tag not in ELEMENTS)
    for image in root.iter("img"):
        if image.get("alt") is None:
            yield "a picture has no words"


def _headings(root: etree._Element) -> Iterator[str]:
    found = list(root.iter(*HEADINGS))
    levels = [int(element.tag[1]) for element in found]
    if levels.count(1) != 1 or levels[0] != 1:
        yield f"the headings of level 1 are {levels.count(1)}, or not first"
    yield from (f"level {b} follows {a}" for a, b in pairwise(levels) if b > a + 1)
    yield from ("a heading is empty" for element in found if not words(element))


def _tables(root: etree._Element) -> Iterator[str]:
    for cell in root.iter("th"):
        if cell.get("scope") not in ("col", "row", "rowgroup"):
            yield "a header cell does not say of what"
        if not words(cell):
            yield "a header cell is empty"
    for table in root.iter("table"):
        yield from _widths(table)


def _widths(table: etree._Element) -> Iterator[str]:
    """Yield rows that are not as wide as the table, counting the cells that reach down from above."""
    wide, reaching = len(table.findall("colgroup/col")), 0
    for row in table.iter("tr"):
        here = len(row) + (1 if reaching else 0)
        reaching = max(reaching - 1, *(int(cell.get("rowspan", "1")) - 1 for cell in row), 0)
        if here != wide:
            yield f"a row has {here} cells of {wide}"


def _names(root: etree._Element) -> Iterator[str]:
    known = [element.get("id") for element in root.iter() if element.get("id")]
    yield from (f"the id {name} stands twice" for name in set(known) if known.count(name) > 1)
    for element in root.iter():
        if (other := element.get("aria-labelledby")) and other not in known:
            yield f"nothing is called {other}"
        if element.get("tabindex") and not (element.get("aria-label") or element.get("aria-labelledby")):
            yield "what takes the focus has no name"
        if element.get("tabindex", "0") != "0":
            yield "the focus goes out of order"


def _outside(root: etree._Element) -> Iterator[str]:
    """Yield what would run, or fetch anything from outside the page."""
    for element in root.iter():
        for name, value in element.attrib.items():
            if name.startswith("on"):
                yield f"{name} would run"
            if name == "src" and not value.startswith("data:image/"):
                yield f"{value} is outside"
            if name == "href" and not re.match(r"(?:https?|mailto|tel):", value, re.IGNORECASE):
                yield f"{value} is no address to follow"
    for style in root.iter("style"):
        yield from (f"the style sheet fetches {found}" for found in re.findall(r"url\([^)]*\)|@import", style.text))
