"""Writes a document as PDF: embedded fonts, bookmarks, running header with the status in words, page x of y.

The same document gives the same bytes. To tag the pages (structure tree, PDF/UA), extend `PageCanvas` and the pieces of
`pdf_flow`: the story is made in reading order, one piece a block.
"""

import time
from functools import partial
from io import BytesIO
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from wibdesk.documents import typography as scale
from wibdesk.documents.document import Document, plain
from wibdesk.documents.fonts import REGULAR, face
from wibdesk.documents.legal_text import legal
from wibdesk.documents.pdf_flow import TextParagraph
from wibdesk.documents.pdf_story import TEXT_HEIGHT, TEXT_WIDTH, story
from wibdesk.documents.pdf_text import colour, fragments, paragraph_style
from wibdesk.domain.house_style import HouseStyle

_TOTAL = "total"
_RUNNING = scale.Look(scale.SMALL, after=0, colour=scale.QUIET)
_STATUS = scale.Look(scale.SMALL, bold=True, after=0)


class PageCanvas(Canvas):
    """A canvas that knows the bookmarks, and at the end how many pages there are."""

    # What reportlab's canvas keeps and its type stubs do not tell.
    _doc: Any
    _code: list[str]
    _currentMatrix: tuple[float, ...]  # noqa: N815

    def __init__(self, *args: Any, stamp: int = 0, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        moment = time.gmtime(stamp)
        # reportlab offers no other door to the moment in the file's properties.
        vars(self._doc)["_timeStamp"].YMDhms = tuple(moment)[:6]
        self._headings = 0
        self._level = 0

    def translate(self, dx: float, dy: float) -> None:
        """Move the origin, as every piece does; reportlab's own way costs a twentieth of a document."""
        a, b, c, d, e, f = self._currentMatrix
        self._currentMatrix = (a, b, c, d, a * dx + c * dy + e, b * dx + d * dy + f)
        self._code.append(f"1 0 0 1 {dx:.3f} {dy:.3f} cm")

    def bookmark(self, words: str, level: int, height: float) -> None:
        """Put a heading into the bookmarks; a level is never skipped, which readers refuse."""
        self._headings += 1
        self._level = min(level, self._level + 1)
        key = f"heading{self._headings}"
        self.bookmarkHorizontal(key, 0, height)
        self.addOutlineEntry(legal(words)[:300], key, self._level - 1)

    def save(self) -> None:
        """Write down how many pages there are, which every footer shows, and finish."""
        pages = str(self.getPageNumber() - 1)
        self.beginForm(_TOTAL, 0, -4, 60, 12)
        self.setFont(REGULAR, scale.SMALL)
        self.setFillColor(colour(scale.QUIET))
        self.drawString(0, 0, pages)
        self.endForm()
        super().save()


def write_pdf(document: Document, style: HouseStyle) -> bytes:
    """Return the document as the bytes of a PDF file."""
    out = BytesIO()
    face(bold=False, italic=False)
    template = BaseDocTemplate(
        out,
        pagesize=(scale.PAGE_WIDTH, scale.PAGE_HEIGHT),
        title=legal(document.title),
        author=legal(document.author),
        subject=legal(document.subject),
        creator="WIBDesk",
        lang=document.language,
        displayDocTitle=True,
        initialFontName=REGULAR,
        invariant=1,
        pageCompression=1,
    )
    frame = Frame(scale.MARGIN, scale.MARGIN, TEXT_WIDTH, TEXT_HEIGHT, 0, 0, 0, 0)
    template.addPageTemplates(PageTemplate("page", frame, onPage=_Furniture(document)))
    template.build(story(document), canvasmaker=partial(PageCanvas, stamp=document.stamp))
    return out.getvalue()


class _Furniture:
    """The running header and footer, set once and drawn on every page."""

    def __init__(self, document: Document) -> None:
        status = document.status or ""
        self._status = TextParagraph("", paragraph_style(_STATUS), frags=fragments(plain(status), _STATUS))
        self._words = TextParagraph("", paragraph_style(_RUNNING), frags=fragments(plain(document.header), _RUNNING))
        self._room = stringWidth(status, face(bold=True, italic=False), scale.SMALL) + 1

    def __call__(self, canvas: Canvas, template: BaseDocTemplate) -> None:
        """Draw the header and the footer of one page."""
        canvas.saveState()
        right = scale.PAGE_WIDTH - scale.MARGIN
        columns = (
            (self._words, scale.MARGIN, TEXT_WIDTH - self._room - 16),
            (self._status, right - self._room, self._room),
        )
        for piece, x, width in columns:
            _, height = piece.wrap(width, scale.MARGIN)
            piece.drawOn(canvas, x, scale.PAGE_HEIGHT - scale.HEADER_AT + scale.SMALL - height)
        footer = f"Page {template.page} of "
        canvas.setFont(REGULAR, scale.SMALL)
        canvas.setFillColor(colour(scale.QUIET))
        canvas.drawString(scale.MARGIN, scale.FOOTER_AT, footer)
        canvas.translate(scale.MARGIN + stringWidth(footer, REGULAR, scale.SMALL), scale.FOOTER_AT)
        canvas.doForm(_TOTAL)
        canvas.restoreState()
