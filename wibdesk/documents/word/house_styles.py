"""Completes a template's styles and lists with what a document needs of ours, and sets them to its language."""

from collections.abc import Iterable, Mapping

from lxml import etree

from wibdesk.documents.word.blocks import WordBlocks
from wibdesk.documents.word.elements import local, w_tag
from wibdesk.documents.word.lists import (
    ListSpace,
    base_abstracts,
    base_numbers,
    heading_abstracts,
    heading_number,
    heading_numbers,
)
from wibdesk.documents.word.style_matching import Matched
from wibdesk.documents.word.styles import GRID, LINK, STYLES, UNNUMBERED, StyleSheet
from wibdesk.documents.word.xml import root, w

_BEFORE_NUMBER = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
_BEFORE_FRAME = (
    *("name", "aliases", "basedOn", "next", "link", "autoRedefine", "hidden", "uiPriority", "semiHidden"),
    *("unhideWhenUsed", "qFormat", "locked", "personal", "personalCompose", "personalReply", "rsid"),
)
_LAST_IN_LISTS = "numIdMacAtCleanup"


def style_ids(styles: Matched) -> dict[str, str]:
    """Return the id of each of our styles: the template's own, or a free one for a style that we add."""
    keys = [*(style.key for style in STYLES), *UNNUMBERED.values(), LINK[0], GRID[0]]
    added = {key: f"Desk{key}" if key in styles.taken else key for key in keys}
    return added | dict(styles.ids)


def free_lists(numbering: etree._Element) -> ListSpace:
    """Return where our lists begin: behind those of the template."""

    def free(tag: str) -> int:
        keys = [one.get(w_tag(f"{tag}Id"), "") for one in numbering.iter(w_tag(tag))]
        return max((int(key) for key in keys if key.isdecimal()), default=-1) + 1

    return ListSpace(free("abstractNum"), max(free("num"), 1))


def add_lists(
    numbering: etree._Element, blocks: WordBlocks, lists: ListSpace, styles: Matched, ids: Mapping[str, str]
) -> None:
    """Add our lists and those of the document; a list style of ours counts in them, one of theirs as it did."""
    ours = {key: ids[key] for key in lists.style_numbers() if key not in styles.ids}
    forms = base_abstracts(lists, ours) + heading_abstracts(blocks.headings, lists, blocks.indents, ids)
    counting = base_numbers(lists) + heading_numbers(blocks.headings, lists) + blocks.lines.xml()
    names = [local(one) for one in numbering]
    at = next((n for n, name in enumerate(names) if name in ("num", _LAST_IN_LISTS)), len(names))
    numbering[at:at] = _elements("numbering", forms)
    end = len(numbering) - names.count(_LAST_IN_LISTS)
    numbering[end:end] = _elements("numbering", counting)


def _elements(tag: str, xml: str) -> list[etree._Element]:
    return list(etree.fromstring(root(tag, xml).encode()))


def add_styles(part: etree._Element, blocks: WordBlocks, lists: ListSpace, styles: Matched, sheet: StyleSheet) -> None:
    """Add the styles that the template lacks, and let headings count where the document's do."""
    ids, known = sheet.ids, styles.ids
    xml = [sheet.paragraph(style, ids[style.key]) for style in STYLES if style.key not in known]
    xml += [sheet.link(ids[LINK[0]])] if LINK[0] not in known else []
    xml += [sheet.table(ids[GRID[0]])] if GRID[0] not in known else []
    counting = blocks.headings.first_places()
    levels = styles.numbered | set(counting)
    xml += [sheet.unnumbered(n, ids[key]) for n, key in UNNUMBERED.items() if n in levels and key not in known]
    part.extend(_elements("styles", "".join(xml)))
    for level, place in counting.items():
        number = heading_number(place.run, lists)
        _count(part, ids[f"Heading{level}"], w("numPr", w("ilvl", val=level - 1), w("numId", val=number)))


def _count(part: etree._Element, key: str, number: str) -> None:
    """Let a style count in a list, in place of any that it counts in."""
    style = next(one for one in part.iter(w_tag("style")) if one.get(w_tag("styleId")) == key)
    frame = style.find(w_tag("pPr"))
    if frame is None:
        frame = etree.Element(w_tag("pPr"))
        style.insert(_after(style, _BEFORE_FRAME), frame)
    for one in list(frame.iter(w_tag("numPr"))):
        frame.remove(one)
    at = _after(frame, _BEFORE_NUMBER)
    frame[at:at] = _elements("pPr", number)


def _after(element: etree._Element, names: Iterable[str]) -> int:
    return sum(local(one) in names for one in element)


def set_language(styles: etree._Element, settings: etree._Element, language: str) -> None:
    """Let every style and the fonts of the theme speak the document's language."""
    for one in (*styles.iter(w_tag("lang")), *settings.iter(w_tag("themeFontLang"))):
        one.set(w_tag("val"), language)
    at = styles
    for tag in ("docDefaults", "rPrDefault", "rPr", "lang"):
        found = at.find(w_tag(tag))
        if found is None:
            found = etree.Element(w_tag(tag))
            at.insert(len(at) if tag == "lang" else 0, found)
        at = found
    at.set(w_tag("val"), language)
