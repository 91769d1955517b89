"""Writes a document as PDF that is PDF/UA-1 and PDF/A-2a in one: tagged, with embedded fonts, and lasting.

Its pages have a running header with the status in words, and page x of y. The same document gives the same bytes.
A file that is locked with a password keeps PDF/UA-1 alone, and its bytes differ each time.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from wibdesk.documents import typography as scale
from wibdesk.documents.document import Document
from wibdesk.documents.paper_language import in_its_language
from wibdesk.documents.pdf.bookmarks import write_bookmarks
from wibdesk.documents.pdf.canvas import PageCanvas
from wibdesk.documents.pdf.file import PdfFile, text_string
from wibdesk.documents.pdf.flow import Flow, Frame
from wibdesk.documents.pdf.furniture import draw_furniture, margin_of
from wibdesk.documents.pdf.locking import locked
from wibdesk.documents.pdf.metadata import language_of, write_colours, write_info, write_metadata
from wibdesk.documents.pdf.pictures import pixels, write_picture
from wibdesk.documents.pdf.pieces import PicturePiece, Piece
from wibdesk.documents.pdf.story import Story
from wibdesk.documents.pdf.structure import write_structure
from wibdesk.documents.pdf.tags import Tag
from wibdesk.domain.house_style import HouseStyle

_AFTER_LOGO = 12.0


@in_its_language
def write_pdf(document: Document, style: HouseStyle, *, password: str | None = None) -> bytes:
    """Return the document as the bytes of a PDF file; UserError where a password was named that a PDF cannot have."""
    with _no_collecting():
        data = _written(document, style, archive=password is None)
    return data if password is None else locked(data, password)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Keep Python's collector still: it would walk the growing tree again and again, and finds nothing to free."""
    wanted = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if wanted:
            gc.enable()


def _written(document: Document, style: HouseStyle, *, archive: bool) -> bytes:
    file, root = PdfFile(), Tag("Document")
    size = (scale.PAGE_HEIGHT, scale.PAGE_WIDTH) if document.landscape else (scale.PAGE_WIDTH, scale.PAGE_HEIGHT)
    canvas = PageCanvas(file, *size)
    margin = margin_of(document)
    frame = Frame(margin, margin, size[0] - 2 * margin, size[1] - 2 * margin)
    language = language_of(document)
    logo = _logo(document, file, root, frame.width / 2)
    Flow(canvas, frame).fill([*logo, *Story(root, language, style.text_size, document.tight).pieces(document)])
    draw_furniture(canvas, document, style.text_size)
    return _finished(document, file, canvas, root, archive=archive)


def _logo(document: Document, file: PdfFile, root: Tag, widest: float) -> list[Piece]:
    """Return the logo as the first piece; a picture that cannot be read is left out."""
    shown = pixels(document.logo, widest) if document.logo else None
    if document.logo is None or shown is None:
        return []
    tag = root.add("Figure", alt=document.logo.words.strip() or document.author or "Logo")
    return [
        PicturePiece(
            after=_AFTER_LOGO, height=shown.height, picture=write_picture(file, shown), width=shown.width, tag=tag
        )
    ]


def _finished(document: Document, file: PdfFile, canvas: PageCanvas, root: Tag, *, archive: bool) -> bytes:
    pages = canvas.finish()
    entries = {
        b"Pages": pages,
        b"StructTreeRoot": write_structure(file, root, canvas.owners),
        b"Metadata": write_metadata(file, document, archive=archive),
    }
    if canvas.bookmarks:
        entries[b"Outlines"] = write_bookmarks(file, canvas.bookmarks)
    catalogue = file.put(
        b"<</Type/Catalog%s/OutputIntents[%d 0 R]/Lang%s/MarkInfo<</Marked true>>"
        b"/ViewerPreferences<</DisplayDocTitle true>>>>"
        % (
            b"".join(b"/%s %d 0 R" % entry for entry in entries.items()),
            write_colours(file),
            text_string(language_of(document)),
        )
    )
    return file.written(catalogue, write_info(file, document))
