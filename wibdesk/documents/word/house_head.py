"""The headers and footers of a template with the document's status in them, and ours where it has none."""

from collections.abc import Mapping

from lxml import etree

from wibdesk.documents.document import Document
from wibdesk.documents.word.elements import local, w_tag
from wibdesk.documents.word.house_page import HousePage, words
from wibdesk.documents.word.package import OFFICE, WORD, Package, parsed
from wibdesk.documents.word.page_head import page_numbers, running_header, status_run
from wibdesk.documents.word.ready_template import HouseTemplate, shows
from wibdesk.documents.word.xml import root, w

HEADER_PLACE, STATUS_PLACE = "{{header}}", "{{status}}"
"""Words in a template's header that the running header and the status take the place of."""
_CONTENT = ("r", "hyperlink", "fldSimple", "sdt", "AlternateContent", "ins")


def add_heads(
    package: Package, house: HouseTemplate, page: HousePage, document: Document, ids: Mapping[str, str], *, even: bool
) -> None:
    """Put the status in every header that prints, and give pages a header and page numbers where there is none."""
    parts = {one.key: one.target for one in package.relations.get(house.main, ()) if not one.external}
    first, ours = page.shows("titlePg"), page.reference("footer", "default") is None
    for where in ("default", *(("first",) if first else ()), *(("even",) if even else ())):
        known = parts.get(page.reference("header", where) or "")
        if known is not None:
            package.parts[known] = _filled(package.parts[known], document, ids["Header"])
        elif document.status or where != "first":
            _add(package, house, page, "header", where, running_header(document, ids["Header"]))
        if ours and where != "first" and page.reference("footer", where) is None:
            _add(package, house, page, "footer", where, page_numbers(ids["Footer"]))


def _add(package: Package, house: HouseTemplate, page: HousePage, kind: str, where: str, paragraph: str) -> None:
    name = package.free_name(f"word/desk_{kind}", "xml")
    package.add(name, root("hdr" if kind == "header" else "ftr", paragraph), f"{WORD}.{kind}+xml")
    page.refer(kind, where, package.relate(house.main, f"{OFFICE}/{kind}", name))


def _filled(content: bytes, document: Document, style: str) -> bytes:
    """Return a header with what the document has for its places; a status without a place stands below it."""
    header = parsed(content)
    if not shows(header):
        return root("hdr", running_header(document, style)).encode()
    placed = STATUS_PLACE in words(header)
    for paragraph in header.iter(w_tag("p")):
        _fill(paragraph, {HEADER_PLACE: document.header, STATUS_PLACE: document.status or ""})
    if document.status and not placed:
        _put_status(header, document.status, style)
    return etree.tostring(header, xml_declaration=True, encoding="UTF-8", standalone=True)


def _fill(paragraph: etree._Element, values: Mapping[str, str]) -> None:
    said = words(paragraph)
    if not any(place in said for place in values):
        return
    for place, value in values.items():
        said = said.replace(place, value)
    texts = list(paragraph.iter(w_tag("t")))
    for text in texts:
        text.text = ""
    texts[0].text = said
    texts[0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _put_status(header: etree._Element, status: str, style: str) -> None:
    """Put the status in the header's last paragraph where that is empty, else in one of its own below."""
    last = header[-1]
    run = etree.fromstring(root("p", status_run(status)).encode())[0]
    if local(last) == "p" and not any(local(one) in _CONTENT for one in last):
        last.append(run)
        return
    paragraph = etree.fromstring(
        root("hdr", w("p", w("pPr", w("pStyle", val=style), w("spacing", after=120)))).encode()
    )[0]
    paragraph.append(run)
    header.append(paragraph)
