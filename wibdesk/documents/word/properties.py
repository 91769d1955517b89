"""The properties of a Word file: title, subject, author, language and the moment, and no trace of another program."""

import time
from xml.sax.saxutils import escape

from wibdesk.documents.document import Document
from wibdesk.documents.legal_text import legal
from wibdesk.documents.word.package import CORE_PROPERTIES, OFFICE, Package
from wibdesk.documents.word.xml import HEAD

_CORE, _APP = "docProps/core.xml", "docProps/app.xml"
_CORE_KIND = "application/vnd.openxmlformats-package.core-properties+xml"
_EXTENDED = "vnd.openxmlformats-officedocument.extended-properties"
_APP_PART = (
    f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>WIBDesk</Application></Properties>"
)


def add_properties(package: Package, document: Document) -> None:
    """Put the document's properties in the file, in place of any that it has."""
    known = package.relations.setdefault("", [])
    known[:] = [one for one in known if one.short not in ("core-properties", "extended-properties")]
    package.add(_CORE, _core(document), _CORE_KIND)
    package.add(_APP, _APP_PART, f"application/{_EXTENDED}+xml")
    package.relate("", CORE_PROPERTIES, _CORE)
    package.relate("", f"{OFFICE}/extended-properties", _APP)


def _core(document: Document) -> str:
    when = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(document.stamp))
    title, subject, author = (escape(legal(said)) for said in (document.title, document.subject, document.author))
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title>'
        f"<dc:subject>{subject}</dc:subject><dc:creator>{author}</dc:creator>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{when}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{when}</dcterms:modified>'
        f"<dc:language>{escape(legal(document.language))}</dc:language></cp:coreProperties>"
    )
