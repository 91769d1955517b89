"""What a PDF says of itself: title, author, moment, the standards that it keeps, what its colours mean."""

import time
from functools import cache
from struct import pack_into
from xml.sax.saxutils import escape

from PIL import ImageCms

from wibdesk.documents.document import Document
from wibdesk.documents.legal_text import legal
from wibdesk.documents.pdf.file import PdfFile, text_string
from wibdesk.documents.pdf.tags import language_tag

PROGRAM = "WIBDesk"
_NO_TITLE = "Document"
_NO_LANGUAGE = "en-GB"
_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
_READ_ALOUD = "<pdfuaid:part>1</pdfuaid:part>"
_ARCHIVE = """<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file keeps</pdfaProperty:description></rdf:li></rdf:Seq>
</pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"""


def title_of(document: Document) -> str:
    """Return the title that a reader program shows and says first; it is never blank."""
    return next((words for words in (document.title, document.header) if words.strip()), _NO_TITLE)


def language_of(document: Document) -> str:
    """Return the language of the document as a reader program knows it."""
    return language_tag(document.language) or _NO_LANGUAGE


def write_info(file: PdfFile, document: Document) -> int:
    """Write the file's properties and return their number."""
    told = {"Title": title_of(document), "Author": document.author, "Subject": document.subject}
    told |= {"Creator": PROGRAM, "Producer": PROGRAM}
    moment = text_string(time.strftime("D:%Y%m%d%H%M%SZ", time.gmtime(document.stamp)))
    texts = b"".join(b"/%s%s" % (name.encode(), text_string(words)) for name, words in told.items() if words)
    return file.put(b"<<%s/CreationDate%s/ModDate%s>>" % (texts, moment, moment))


def write_metadata(file: PdfFile, document: Document, *, archive: bool) -> int:
    """Write the same properties in the form that archives read, with the standards that the file keeps.

    A file that is to be locked is no `archive` file: it keeps PDF/UA-1 and not PDF/A-2a.
    """
    moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(document.stamp))
    names = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in _NAMESPACES.items())
    keeps = _READ_ALOUD + (_ARCHIVE if archive else "")
    author = f"<dc:creator><rdf:Seq><rdf:li>{_said(document.author)}</rdf:li></rdf:Seq></dc:creator>"
    subject = f"<dc:description>{_by_language(document.subject)}</dc:description>"
    packet = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" {names}>
<dc:title>{_by_language(title_of(document))}</dc:title>{author if document.author else ""}{
        subject if document.subject else ""
    }
<dc:language><rdf:Bag><rdf:li>{
        language_of(document)
    }</rdf:li></rdf:Bag></dc:language><dc:format>application/pdf</dc:format>
<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>
<xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool><pdf:Producer>{PROGRAM}</pdf:Producer>
{keeps}</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
    return file.put_stream(b"/Type/Metadata/Subtype/XML", packet.encode(), packed=False)


def _said(words: str) -> str:
    return escape(legal(words))


def _by_language(words: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{_said(words)}</rdf:li></rdf:Alt>'


def write_colours(file: PdfFile) -> int:
    """Write what the colours mean, sRGB, and return the number of the output intent."""
    profile = file.put_stream(b"/N 3", _srgb())
    return file.put(
        b"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile %d 0 R>>"
        % profile
    )


@cache
def _srgb() -> bytes:
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    # It holds the time of day at which it was made: the same document is to give the same bytes.
    pack_into(">6H", profile, 24, 2020, 1, 1, 0, 0, 0)
    return bytes(profile)
