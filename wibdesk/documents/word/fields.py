"""Stops the fields of a template that would fetch from elsewhere or run something; all others stay."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from wibdesk.documents.word.elements import unwrap, w_tag

FOLLOWABLE = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
"""How an address begins that a reader may follow."""
_FETCHES = re.compile(
    r"\s*(?:DDE|DDEAUTO|INCLUDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|EMBED|RD|DATABASE|MACROBUTTON|HTMLACTIVEX|ADDIN"
    r"|AUTOTEXT|AUTOTEXTLIST|GLOSSARY|PRINT)\b",
    re.IGNORECASE,
)
_LEADS = re.compile(r"\s*HYPERLINK\s+(?P<address>.*)", re.IGNORECASE | re.DOTALL)
_NOTHING = ' QUOTE "" '


def stop_fetching(root: etree._Element) -> None:
    """Leave of each field that fetches, runs or leads to a file only the words that it shows."""
    for element in list(root.iter(w_tag("fldSimple"))):
        if _is_harmful(element.get(w_tag("instr"), "")):
            unwrap(element)
    for codes in _codes(root):
        if _is_harmful("".join(code.text or "" for code in codes)):
            for n, code in enumerate(codes):
                code.text = "" if n else _NOTHING


def _codes(root: etree._Element) -> Iterator[Sequence[etree._Element]]:
    """Yield the pieces of each field's code: Word joins them however many runs they stand in."""
    begun: list[list[etree._Element]] = []
    for element in root.iter(w_tag("fldChar"), w_tag("instrText")):
        if element.tag == w_tag("instrText"):
            if begun:
                begun[-1].append(element)
            else:
                yield [element]
        elif element.get(w_tag("fldCharType")) == "begin":
            begun.append([])
        elif element.get(w_tag("fldCharType")) == "end" and begun:
            yield begun.pop()
    yield from begun


def _is_harmful(code: str) -> bool:
    leads = _LEADS.match(code)
    if leads is None:
        return _FETCHES.match(code) is not None
    address = leads["address"].lstrip().lstrip('"')
    return not FOLLOWABLE.match(address) and not address.startswith("\\l")
