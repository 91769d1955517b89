"""Writes a document as Word: into the body's own template where it has one that can be used, else into ours."""

from wibdesk.documents.document import Document
from wibdesk.documents.paper_language import in_its_language
from wibdesk.documents.word.blocks import Sheet, WordBlocks
from wibdesk.documents.word.into_house import write_into
from wibdesk.documents.word.lists import ListSpace, heading_abstracts, heading_number, heading_numbers
from wibdesk.documents.word.package import OFFICE, WORD, Package
from wibdesk.documents.word.page_head import logo_paragraph, logo_relations, page_numbers, running_header
from wibdesk.documents.word.picture import Drawn, drawn
from wibdesk.documents.word.properties import add_properties
from wibdesk.documents.word.ready_template import house_template
from wibdesk.documents.word.template import (
    IDS,
    LANGUAGE,
    MAIN,
    MARGIN,
    own_settings,
    own_styles,
    own_template,
    page_size,
    section,
)
from wibdesk.documents.word.text import LINK_KEY
from wibdesk.documents.word.xml import root, w
from wibdesk.domain.house_style import HouseStyle
from wibdesk.errors import UserError

_BELOW_LOGO = 280
"""Twentieths of a point between the first page's header, which the logo makes high, and the title."""


@in_its_language
def write_docx(document: Document, style: HouseStyle) -> bytes:
    """Return the document as the bytes of a Word file; a template or logo that cannot be used never stops it."""
    package = _into_theirs(document) or _into_ours(document, style)
    add_properties(package, document)
    return package.bytes()


def _into_theirs(document: Document) -> Package | None:
    """Return the body's own template with the document in it; None where it has none that can be used."""
    try:
        return write_into(house_template(document.template), document) if document.template else None
    except (UserError, ValueError, LookupError, TypeError, AttributeError, AssertionError):
        # A file that was once chosen may be lost or odd by now: the paper must still go out.
        return None


def _into_ours(document: Document, style: HouseStyle) -> Package:
    package = own_template().copy()
    width, height = (side - 2 * MARGIN for side in page_size(landscape=document.landscape))
    lists = ListSpace()
    blocks = WordBlocks(Sheet(IDS, width, height, lists, document.language), document.blocks)
    body = blocks.xml()
    first = _first_page(package, document, drawn(document.logo))
    ending = section(landscape=document.landscape, first=first)
    package.parts[MAIN] = root("document", w("body", body, ending)).encode()
    numbered = tuple(
        (f"Heading{level}", (heading_number(place.run, lists), level - 1))
        for level, place in blocks.headings.first_places().items()
    )
    package.parts["word/styles.xml"] = own_styles(style.text_size, width, document.language, numbered).encode()
    package.parts["word/numbering.xml"] = _numbering(package, blocks, lists)
    package.parts["word/header1.xml"] = root("hdr", running_header(document, "Header")).encode()
    package.parts["word/footer1.xml"] = root("ftr", page_numbers("Footer")).encode()
    if document.language != LANGUAGE:
        package.parts["word/settings.xml"] = own_settings(document.language).encode()
    for n, address in enumerate(blocks.text.links, 1):
        package.relate(MAIN, f"{OFFICE}/hyperlink", address, external=True, key=LINK_KEY.format(n))
    blocks.charts.add_to(package, MAIN)
    return package


def _numbering(package: Package, blocks: WordBlocks, lists: ListSpace) -> bytes:
    """Return the lists of the template and those of the document; all forms stand before all that count in them."""
    whole = package.parts["word/numbering.xml"]
    forms = heading_abstracts(blocks.headings, lists, blocks.indents, IDS)
    counting = heading_numbers(blocks.headings, lists) + blocks.lines.xml()
    numbers, end = whole.index(b"<w:num "), whole.rindex(b"</")
    return whole[:numbers] + forms.encode() + whole[numbers:end] + counting.encode() + whole[end:]


def _first_page(package: Package, document: Document, logo: Drawn | None) -> tuple[tuple[str, str], ...]:
    """Add a header with the logo, and a footer, for the first page alone; return what they are related as."""
    if logo is None:
        return ()
    header, footer = "word/header2.xml", "word/footer2.xml"
    shown = logo_paragraph(logo, logo_relations(package, header, logo), "Logo")
    package.add(
        header,
        root("hdr", shown, running_header(document, "Header", room=w("spacing", after=_BELOW_LOGO))),
        f"{WORD}.header+xml",
    )
    package.add(footer, root("ftr", page_numbers("Footer")), f"{WORD}.footer+xml")
    return tuple(
        (kind, package.relate(MAIN, f"{OFFICE}/{kind}", name, key=f"{kind}2"))
        for kind, name in (("header", header), ("footer", footer))
    )
