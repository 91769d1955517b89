"""The rules of Word's own accessibility checker, as far as a file can tell: what they find in the bytes of one."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
TITLE = "{http://purl.org/dc/elements/1.1/}title"
ERROR, WARNING = "error", "warning"
VAGUE = ("click here", "here", "link", "more", "read more")
LARGE, LARGE_BOLD = 18, 14
"""Points from which letters are large, and need less contrast."""
Finding = tuple[str, str]


def q(tag: str) -> str:
    return f"{{{MAIN}}}{tag}"


@dataclass(frozen=True)
class WordFile:
    """A Word file opened for looking."""

    parts: dict[str, bytes]

    def part(self, name: str) -> etree._Element:
        return etree.fromstring(self.parts[name])

    @cached_property
    def body(self) -> etree._Element:
        return self.part("word/document.xml").find(q("body"))

    @cached_property
    def pictured(self) -> list[etree._Element]:
        names = re.compile(r"word/(document|header|footer|desk_)\w*\.xml")
        return [etree.fromstring(content) for name, content in self.parts.items() if names.fullmatch(name)]

    @cached_property
    def styles(self) -> dict[str, etree._Element]:
        return {style.get(q("styleId")): style for style in self.part("word/styles.xml").iter(q("style"))}

    @cached_property
    def plain(self) -> str:
        return next(key for key, style in self.styles.items() if style.get(q("default")) == "1" and is_paragraph(style))

    def chain(self, key: str) -> Iterator[etree._Element]:
        """Yield a style and what it is based on."""
        while key in self.styles:
            style = self.styles[key]
            yield style
            key = value(style, "basedOn") or ""

    def first(self, key: str, path: str) -> str | None:
        return next((found for style in self.chain(key) if (found := value(style, path)) is not None), None)

    def style_of(self, paragraph: etree._Element) -> str:
        return value(paragraph, "pPr/pStyle") or self.plain

    def level(self, paragraph: etree._Element) -> int | None:
        outline = self.first(self.style_of(paragraph), "pPr/outlineLvl")
        return int(outline) + 1 if outline is not None else None

    def list_of(self, paragraph: etree._Element) -> str | None:
        found = value(paragraph, "pPr/numPr/numId") or self.first(self.style_of(paragraph), "pPr/numPr/numId")
        return None if found == "0" else found

    def is_line(self, paragraph: etree._Element) -> bool:
        """Say whether a heading or a line of a list, which has its number or mark."""
        return self.level(paragraph) is not None or self.list_of(paragraph) is not None

    def is_bulleted(self, key: str) -> bool:
        lists = self.part("word/numbering.xml")
        forms = {value(one, "abstractNumId") for one in lists.iter(q("num")) if one.get(q("numId")) == key}
        bulleted = (one for one in lists.iter(q("abstractNum")) if value(one, "lvl/numFmt") == "bullet")
        return any(one.get(q("abstractNumId")) in forms for one in bulleted)


def is_paragraph(style: etree._Element) -> bool:
    return style.get(q("type")) == "paragraph"


def value(element: etree._Element, path: str) -> str | None:
    found = element.find("/".join(q(step) for step in path.split("/")))
    return found.get(q("val"), "1") if found is not None else None


def words(element: etree._Element) -> str:
    return "".join(one.text or "" for one in element.iter(q("t")))


def findings(data: bytes) -> list[Finding]:
    """Return what the rules find: errors, and warnings that may be a matter of the clerk's own words."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        file = WordFile({name: package.read(name) for name in package.namelist()})
    return [finding for rule in RULES for finding in rule(file)]


def errors(data: bytes) -> list[str]:
    return [said for kind, said in findings(data) if kind == ERROR]


def properties(file: WordFile) -> Iterator[Finding]:
    if not (file.part("docProps/core.xml").findtext(TITLE) or "").strip():
        yield ERROR, "the document has no title"
    modes = file.part("word/settings.xml").iter(q("compatSetting"))
    if ("compatibilityMode", "15") not in [(one.get(q("name")), one.get(q("val"))) for one in modes]:
        yield ERROR, "the document opens in compatibility mode"
    if value(file.part("word/styles.xml"), "docDefaults/rPrDefault/rPr/lang") is None:
        yield ERROR, "the document has no language"


def headings(file: WordFile) -> Iterator[Finding]:
    last = 0
    for paragraph in file.body.iter(q("p")):
        if level := file.level(paragraph):
            if not words(paragraph).strip():
                yield WARNING, "a heading is empty"
            if level > last + 1:
                yield WARNING, f"a heading of level {level} follows one of level {last}: {words(paragraph)[:40]}"
            last = level
    if not last:
        yield ERROR, "there is no heading"


def paragraphs(file: WordFile) -> Iterator[Finding]:
    seen = list(file.body)
    for paragraph in file.body.iter(q("p")):
        style = file.style_of(paragraph)
        if style not in file.styles:
            yield ERROR, f"the style {style} is not defined"
        # Between two tables, and after the last, a paragraph must stand.
        shows = next(paragraph.iter(q("t"), q("drawing"), q("tab"), q("br")), None) is not None
        if paragraph in seen and not shows and style != "AfterTable" and not file.is_line(paragraph):
            yield ERROR, "a paragraph is empty"
        typed = re.match(r"\s*(\d+[.)]|[•·*-])\s", words(paragraph))
        if typed and file.list_of(paragraph) is None:
            yield WARNING, f"a mark of a list is typed: {words(paragraph)[:30]}"


def lists(file: WordFile) -> Iterator[Finding]:
    defined = {one.get(q("numId")) for one in file.part("word/numbering.xml").iter(q("num"))}
    keys = [file.list_of(paragraph) for paragraph in file.body.iter(q("p")) if not file.level(paragraph)]
    for key in sorted(set(filter(None, keys))):
        if key not in defined:
            yield ERROR, f"the list {key} is not defined"
        at = [n for n, found in enumerate(keys) if found == key]
        if not file.is_bulleted(key) and None in keys[at[0] : at[-1]]:
            yield WARNING, f"the numbers of list {key} run on behind other text"


def tables(file: WordFile) -> Iterator[Finding]:
    for n, table in enumerate(file.body.iter(q("tbl")), 1):
        following = table.getnext()
        if following is None or following.tag in (q("tbl"), q("sectPr")):
            yield ERROR, f"nothing stands after table {n}"
        head = table.find(f"{q('tr')}/{q('trPr')}/{q('tblHeader')}")
        if head is None:
            yield WARNING, f"table {n} has no heading row"
        if any(row.find(f"{q('trPr')}/{q('cantSplit')}") is None for row in table.iter(q("tr"))):
            yield ERROR, f"a row of table {n} may split"
        if next(table.iter(q("vMerge"), q("gridSpan")), None) is not None:
            yield WARNING, f"table {n} has merged cells"


def pictures(file: WordFile) -> Iterator[Finding]:
    for part in file.pictured:
        for shown in part.iter(f"{DRAWING}docPr"):
            if not shown.get("descr", "").strip():
                yield ERROR, "a picture has no words"
        if next(part.iter(f"{DRAWING}anchor"), None) is not None:
            yield WARNING, "a picture floats"


def links(file: WordFile) -> Iterator[Finding]:
    for link in file.body.iter(q("hyperlink")):
        said = words(link).strip()
        if not said or said.lower() in VAGUE or re.match(r"https?://", said):
            yield WARNING, f"the words of a link say little: {said[:40]}"


def colours(file: WordFile) -> Iterator[Finding]:
    used = {file.style_of(paragraph) for part in file.pictured for paragraph in part.iter(q("p"))} & set(file.styles)
    for style in sorted(used):
        colour = file.first(style, "rPr/color") or ""
        if re.fullmatch("[0-9A-Fa-f]{6}", colour):
            size = int(file.first(style, "rPr/sz") or 22) / 2
            bold = file.first(style, "rPr/b") not in (None, "0")
            least = 3.0 if size >= LARGE or (bold and size >= LARGE_BOLD) else 4.5
            if contrast(colour, "FFFFFF") < least:
                yield ERROR, f"the style {style} is too pale: #{colour} at {size} pt"


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG reckons it: 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


RULES: tuple[Callable[[WordFile], Iterator[Finding]], ...] = (
    properties, headings, paragraphs, lists, tables, pictures, links, colours,
)  # fmt: skip
