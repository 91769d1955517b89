"""A Word file read as Word shows it: every paragraph with the number or mark that Word prints before it."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from tests.validators.word_access import q, value

MARKS = {"decimal": str, "bullet": lambda number: ""}


def letters(number: int) -> str:
    turn, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (turn + 1)


def roman(number: int) -> str:
    pairs = (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")
    out = ""
    for worth, said in (*pairs, (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while number >= worth:
            out, number = out + said, number - worth
    return out


FORMS = {"decimal": str, "lowerLetter": letters, "lowerRoman": roman}


@dataclass
class Lists:
    """Counts as Word does: lists of one form share their count, and a restart counts when its list first appears."""

    numbering: etree._Element
    counts: dict[tuple[str, int], int] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def label(self, key: str, level: int) -> str:
        """Return what Word prints for the next line of a list."""
        number = next(one for one in self.numbering.iter(q("num")) if one.get(q("numId")) == key)
        form = value(number, "abstractNumId")
        levels = self.levels(form)
        first = int(value(levels[level], "start"))
        restart = next((one for one in number.iter(q("lvlOverride")) if one.get(q("ilvl")) == str(level)), None)
        if restart is not None and (key, level) not in self.begun:
            self.counts[form, level] = int(value(restart, "startOverride")) - 1
        self.begun.add((key, level))
        self.counts[form, level] = self.counts.get((form, level), first - 1) + 1
        for deeper in [at for at in self.counts if at[0] == form and at[1] > level]:
            del self.counts[deeper]
        return self.printed(form, levels, level)

    def levels(self, form: str) -> list[etree._Element]:
        forms = self.numbering.iter(q("abstractNum"))
        return list(next(one for one in forms if one.get(q("abstractNumId")) == form).iter(q("lvl")))

    def printed(self, form: str, levels: list[etree._Element], level: int) -> str:
        text = value(levels[level], "lvlText")
        for at in range(level + 1):
            kind = value(levels[at], "numFmt")
            if kind != "bullet" and f"%{at + 1}" in text:
                text = text.replace(f"%{at + 1}", FORMS[kind](self.counts[form, at]))
        return text


def word_lines(data: bytes) -> list[str]:
    """Return the words of each paragraph of the body with its label before it, tables by row and cell."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: etree.fromstring(package.read(name)) for name in package.namelist() if name.endswith(".xml")}
    styles = {one.get(q("styleId")): one for one in parts["word/styles.xml"].iter(q("style"))}
    counting = Lists(next(part for name, part in parts.items() if name.startswith("word/numbering")))
    return [
        f"{label} {said}" if label else said
        for paragraph in parts["word/document.xml"].iter(q("p"))
        for label, said in [(label_of(paragraph, styles, counting), "".join(text_of(paragraph)))]
        if label or said
    ]


def label_of(paragraph: etree._Element, styles: dict[str, etree._Element], counting: Lists) -> str:
    key, level = value(paragraph, "pPr/numPr/numId"), value(paragraph, "pPr/numPr/ilvl")
    style = value(paragraph, "pPr/pStyle") or ""
    while key is None and style in styles:
        key = value(styles[style], "pPr/numPr/numId")
        level = value(styles[style], "pPr/numPr/ilvl")
        style = value(styles[style], "basedOn") or ""
    return counting.label(key, int(level or 0)) if key not in (None, "0") else ""


def text_of(paragraph: etree._Element) -> Iterator[str]:
    marks = {q("tab"): "\t", q("br"): "\n"}
    for run in paragraph.iter(q("r")):
        for one in run:
            yield one.text or "" if one.tag == q("t") else marks.get(one.tag, "")
