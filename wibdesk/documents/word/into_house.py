"""Writes a document into a body's own template: its styles, its page, its headers and footers, our words."""

from collections.abc import Mapping

from lxml import etree

from wibdesk.documents.document import Document
from wibdesk.documents.word.blocks import Sheet, WordBlocks
from wibdesk.documents.word.elements import w_tag
from wibdesk.documents.word.house_head import add_heads
from wibdesk.documents.word.house_page import HousePage, house_page, words
from wibdesk.documents.word.house_styles import add_lists, add_styles, free_lists, set_language, style_ids
from wibdesk.documents.word.package import OFFICE, Package, parsed
from wibdesk.documents.word.page_head import logo_paragraph, logo_relations
from wibdesk.documents.word.picture import drawn
from wibdesk.documents.word.ready_template import HouseTemplate, shows_picture
from wibdesk.documents.word.styles import StyleSheet
from wibdesk.documents.word.text import LINK_KEY


def write_into(house: HouseTemplate, document: Document) -> Package:
    """Return the template's file with the document in it."""
    package, main, theirs = house.package.copy(), house.main, house.styles
    page = house_page(package.parts[main])
    if document.landscape:
        page.turn()
    ids = style_ids(theirs)
    numbering, styles, settings = (_open(package, house, kind) for kind in ("numbering", "styles", "settings"))
    lists = free_lists(numbering)
    sheet = Sheet(ids, page.width, page.height, lists, document.language, theirs.bulleted, theirs.numbered)
    blocks = WordBlocks(sheet, document.blocks)
    logo = _logo(package, house, page, document, ids)
    body = logo + blocks.xml(follows=bool(logo) or any(words(one).strip() for one in page.before))
    add_lists(numbering, blocks, lists, theirs, ids)
    ours = StyleSheet(theirs.size, page.width, document.language, True, ids, lists.style_numbers())
    add_styles(styles, blocks, lists, theirs, ours)
    set_language(styles, settings, document.language)
    for kind, part in (("numbering", numbering), ("styles", styles), ("settings", settings)):
        package.parts[house.part_of(kind)] = _closed(part)
    add_heads(package, house, page, document, ids, even=settings.find(w_tag("evenAndOddHeaders")) is not None)
    package.parts[main] = page.part(body)
    for n, address in enumerate(blocks.text.links, 1):
        package.relate(main, f"{OFFICE}/hyperlink", address, external=True, key=LINK_KEY.format(n))
    blocks.charts.add_to(package, main)
    return package


def _open(package: Package, house: HouseTemplate, kind: str) -> etree._Element:
    return parsed(package.parts[house.part_of(kind)])


def _closed(part: etree._Element) -> bytes:
    return etree.tostring(part, xml_declaration=True, encoding="UTF-8", standalone=True)


def _logo(package: Package, house: HouseTemplate, page: HousePage, document: Document, ids: Mapping[str, str]) -> str:
    """Return the logo as the first paragraph, for a template that shows no picture of its own."""
    logo = None if shows_picture(house, page) else drawn(document.logo)
    return logo_paragraph(logo, logo_relations(package, house.main, logo), ids["Logo"]) if logo else ""
