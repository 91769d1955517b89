"""Which of a template's styles stand for ours: by name, by what other languages call them, by place in the outline."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from wibdesk.documents.word.elements import local, w_tag
from wibdesk.documents.word.styles import GRID, LINK, STYLES

_VAL = w_tag("val")
_HEADING_WORDS = "heading|berschrift|überschrift|titre|titolo|título|kop|rubrik|overskrift|pennawd|nagłówek|otsikko"
_HEADING = re.compile(rf"(?:{_HEADING_WORDS})\W*([1-3])")
_ABROAD = {
    "caption": ("beschriftung", "légende", "leyenda", "pennawd llun"),
    "header": ("kopfzeile", "en-tête", "encabezado", "pennyn"),
    "footer": ("fußzeile", "fuzeile", "pied de page", "pie de página", "troedyn"),
    "list bullet": ("aufzählungszeichen", "liste à puces", "lista con viñetas"),
    "list number": ("listennummer", "liste à numéros", "lista con números"),
    "table grid": ("tabellenraster", "tabellengitternetz", "grille du tableau", "tabla con cuadrícula"),
}
"""What programs that translate the names of built-in styles call them; Word itself keeps the English ones."""
USUAL_TEXT = 10.0
"""Points of text in a file that says nothing of its size."""


@dataclass(frozen=True)
class Matched:
    """Our keys to the ids of the template's styles; `size` of its text in points, and which of its styles count.

    `numbered` are the levels of headings, `bulleted` those of List Bullet, whose style brings a number or mark.
    """

    ids: Mapping[str, str]
    size: float
    numbered: frozenset[int]
    bulleted: frozenset[int]
    taken: frozenset[str]


def matched(styles: etree._Element) -> Matched:
    """Return what the styles part of a template offers us."""
    theirs = [one for one in styles if local(one) == "style" and one.get(w_tag("styleId"))]
    names = {(one.get(w_tag("type"), "paragraph"), name): _id(one) for one in reversed(theirs) for name in _names(one)}
    found = {style.key: _paragraph(style.name, style.level, theirs, names) for style in STYLES}
    found["Hyperlink"] = names.get(("character", LINK[1].lower()), "")
    found[GRID[0]] = _table(theirs, names)
    for key, kind in (("Normal", "paragraph"), ("DefaultParagraphFont", "character"), ("TableNormal", "table")):
        found[key] = next((_id(one) for one in theirs if _default(one) and one.get(w_tag("type")) == kind), "")
    ids = {key: known for key, known in found.items() if known}
    by_id = {_id(one): one for one in theirs}
    return Matched(
        ids,
        _size(styles, by_id.get(ids.get("Normal", ""))),
        frozenset(n for n in (1, 2, 3) if _counts(by_id, ids.get(f"Heading{n}"))),
        frozenset(n for n in (1, 2, 3) if _counts(by_id, ids.get(f"ListBullet{n}".rstrip("1")))),
        frozenset(by_id),
    )


def name_default(styles: etree._Element) -> bool:
    """Make the style called Normal the one of plain paragraphs where none is; return whether anything was done."""
    paragraphs = [one for one in styles if one.get(w_tag("type"), "paragraph") == "paragraph" and local(one) == "style"]
    normal = next((one for one in paragraphs if "normal" in _names(one) or _id(one) == "Standard"), None)
    if normal is None or any(_default(one) for one in paragraphs):
        return False
    normal.set(w_tag("default"), "1")
    return True


def _id(style: etree._Element) -> str:
    return style.get(w_tag("styleId"), "")


def _default(style: etree._Element) -> bool:
    return style.get(w_tag("default")) in ("1", "true", "on")


def _names(style: etree._Element) -> set[str]:
    said = [one.get(_VAL, "") for one in style if local(one) in ("name", "aliases")]
    return {name.strip().lower() for words in said for name in (words, *words.split(","))}


def _paragraph(name: str, level: int | None, theirs: list[etree._Element], names: Mapping[tuple[str, str], str]) -> str:
    base, number = (name[:-2], name[-2:]) if name[-1].isdigit() else (name, "")
    wanted = (name.lower(), *(f"{other}{number}" for other in _ABROAD.get(base.lower(), ())))
    known = next((names["paragraph", one] for one in wanted if ("paragraph", one) in names), "")
    if known or level is None:
        return known
    styles = [one for one in theirs if one.get(w_tag("type"), "paragraph") == "paragraph"]
    abroad = (_id(one) for one in styles for name in (*sorted(_names(one)), _id(one)) if _says(name, level + 1))
    outlined = (_id(one) for one in styles if _outline(one) == level)
    return next(abroad, "") or next(outlined, "")


def _says(name: str, level: int) -> bool:
    found = _HEADING.fullmatch(name.lower())
    return found is not None and int(found[1]) == level


def _outline(style: etree._Element) -> int | None:
    found = style.find(f"{w_tag('pPr')}/{w_tag('outlineLvl')}")
    value = found.get(_VAL, "") if found is not None else ""
    return int(value) if value.isdecimal() else None


def _table(theirs: list[etree._Element], names: Mapping[tuple[str, str], str]) -> str:
    wanted = (GRID[1].lower(), "table grid", *_ABROAD["table grid"])
    first = (_id(one) for one in theirs if one.get(w_tag("type")) == "table" and not _default(one))
    return next((names["table", one] for one in wanted if ("table", one) in names), "") or next(first, "")


def _counts(by_id: Mapping[str, etree._Element], key: str | None) -> bool:
    """Say whether a style, or one that it is based on, brings a number or mark."""
    seen: set[str] = set()
    while key and key in by_id and key not in seen:
        seen.add(key)
        found = by_id[key].find(f"{w_tag('pPr')}/{w_tag('numPr')}/{w_tag('numId')}")
        if found is not None:
            return found.get(_VAL) != "0"
        base = by_id[key].find(w_tag("basedOn"))
        key = base.get(_VAL) if base is not None else None
    return False


def _size(styles: etree._Element, normal: etree._Element | None) -> float:
    paths = [(normal, w_tag("rPr"))] if normal is not None else []
    paths.append((styles, f"{w_tag('docDefaults')}/{w_tag('rPrDefault')}/{w_tag('rPr')}"))
    for element, path in paths:
        found = element.find(f"{path}/{w_tag('sz')}")
        value = found.get(_VAL, "") if found is not None else ""
        if value.isdecimal() and int(value):
            return int(value) / 2
    return USUAL_TEXT
