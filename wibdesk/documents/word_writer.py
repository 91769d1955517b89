"""Writes a document as Word: our template with the body, the lists, the links, the header and the properties put in."""

import time
from xml.sax.saxutils import escape, quoteattr

from wibdesk.documents.document import Document
from wibdesk.documents.legal_text import legal
from wibdesk.documents.word_blocks import FIRST_LINK, WordBlocks, list_definitions
from wibdesk.documents.word_package import parts_of, zipped
from wibdesk.documents.word_template import CORE, section
from wibdesk.documents.word_xml import RELATIONS, root, text, w
from wibdesk.domain.house_style import HouseStyle
from wibdesk.paths import resource

TEMPLATE = "templates/minutes.docx"


def write_docx(document: Document, style: HouseStyle) -> bytes:
    """Return the document as the bytes of a Word file."""
    parts: dict[str, str | bytes] = dict(parts_of(resource(TEMPLATE)))
    blocks = WordBlocks()
    body = blocks.body(document.blocks)
    parts["word/document.xml"] = root("document", w("body", body, section()))
    parts["word/numbering.xml"] = _before_end(parts["word/numbering.xml"], list_definitions(blocks.lists))
    relations = "word/_rels/document.xml.rels"
    parts[relations] = _before_end(parts[relations], _links(blocks.links))
    parts["word/header1.xml"] = root("hdr", _header(document))
    parts["docProps/core.xml"] = _properties(document)
    return zipped(parts)


def _before_end(part: str | bytes, more: str) -> bytes:
    """Put elements in before the end of a part of the template."""
    whole = part.encode() if isinstance(part, str) else part
    at = whole.rindex(b"</")
    return whole[:at] + more.encode() + whole[at:]


def _links(addresses: list[str]) -> str:
    kind = f"{RELATIONS}/hyperlink"
    return "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target={quoteattr(legal(address))} TargetMode="External"/>'
        for n, address in enumerate(addresses, FIRST_LINK)
    )


def _header(document: Document) -> str:
    status = w("r", w("rPr", w("b"), w("bCs")), text(f"\t{document.status}")) if document.status else ""
    return w("p", w("pPr", w("pStyle", val="Header")), w("r", text(document.header)), status)


def _properties(document: Document) -> str:
    when = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(document.stamp))
    return CORE.format(
        title=escape(legal(document.title)),
        subject=escape(legal(document.subject)),
        author=escape(legal(document.author)),
        language=document.language,
        when=when,
    )
