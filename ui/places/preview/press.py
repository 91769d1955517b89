"""The press: composes, sets, renders and saves on worker threads; the window only asks and shows."""

import re
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from ui.places.preview.papers import ACTIONS, AGENDA, Order
from wibdesk.errors import UserError

if TYPE_CHECKING:
    from wibdesk.documents.document import Document
    from wibdesk.documents.files import SavedExport

NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


@dataclass
class Wish:
    """Work that was asked for; `dropped` is set when nobody waits for it any more."""

    dropped: bool = False


@dataclass(frozen=True)
class Printed:
    """Pages that were set: their sizes in points, and the PDF that is saved when it is asked for."""

    order: Order
    wish: Wish
    pdf: bytes
    sizes: tuple[tuple[float, float], ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rendered:
    """A page as a picture, and its words for a screen reader."""

    number: int
    wish: Wish
    image: QImage
    words: str


class Press:
    """One for each preview. PDFium may be called by one thread at a time, and reportlab keeps its fonts to itself."""

    def __init__(self) -> None:
        self._rendering, self._setting = Lock(), Lock()

    def set_pages(self, order: Order, wish: Wish) -> Printed | None:
        """Compose and set a document; None when it was dropped meanwhile."""
        # reportlab and pypdfium2 are read from the disk on this worker, not in the way of the window.
        import pypdfium2  # noqa: PLC0415

        with self._setting:
            if wish.dropped:
                return None
            document = compose(order)
            pdf = _write(document, order, "pdf")
        with self._rendering:
            if wish.dropped:
                return None
            read = pypdfium2.PdfDocument(pdf)
            sizes = tuple(read.get_page_size(n) for n in range(len(read)))
            read.close()
        return Printed(order, wish, pdf, sizes, document.remarks)

    def render(self, printed: Printed, number: int, width: int, wish: Wish) -> Rendered | None:
        """Return a page as a picture of this width in pixels; None when it was dropped meanwhile."""
        # pypdfium2 is read from the disk on this worker, not in the way of the window.
        import pypdfium2  # noqa: PLC0415

        with self._rendering:
            if wish.dropped or number >= len(printed.sizes):
                return None
            read = pypdfium2.PdfDocument(printed.pdf)
            page = read[number]
            bitmap = page.render(scale=width / page.get_width(), prefer_bgrx=True)
            image = QImage(
                bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
            ).copy()
            text = page.get_textpage()
            words = text.get_text_bounded()
            for part in (text, bitmap, page, read):
                part.close()
        return Rendered(number, wish, image, " ".join(words.split()))

    def save(self, order: Order, ending: str, folder: Path, name: str, wish: Wish) -> "SavedExport | None":
        """Write a document into a folder; None when it was dropped before anything was written."""
        # python-docx and lxml are read from the disk on this worker, not in the way of the window.
        from wibdesk.documents.files import save_export  # noqa: PLC0415

        with self._setting:
            data = _write(compose(order), order, ending)
        return None if wish.dropped else save_export(data, folder, f"{name}.{ending}")


def compose(order: Order) -> "Document":
    """Compose the document that is ordered."""
    # The composer is cheap, but its package leads to the writers.
    from wibdesk.documents.compose_actions import compose_actions  # noqa: PLC0415
    from wibdesk.documents.compose_agenda import compose_agenda  # noqa: PLC0415
    from wibdesk.documents.compose_minutes import compose_minutes  # noqa: PLC0415
    from wibdesk.documents.styles import house_style  # noqa: PLC0415

    style, papers = house_style(order.style_name), order.papers
    if order.kind == ACTIONS or papers.meeting is None:
        return compose_actions(order.body_name or None, papers.log, style, today=order.now.date())
    made = compose_agenda if order.kind == AGENDA else compose_minutes
    return made(papers.meeting, style, now=order.now)


def name_trouble(name: str) -> str:
    """Return what is wrong with a file name that the clerk typed, empty when nothing is."""
    if not name.strip(" ."):
        return "A file needs a name."
    if found := NOT_IN_NAMES.search(name):
        return f"A file name cannot hold “{found.group()}”."
    if len(name.encode()) > 200:
        return "This name is too long for a file: shorten it."
    return ""


def _write(document: "Document", order: Order, ending: str) -> bytes:
    # The writers bring reportlab and lxml with them.
    from wibdesk.documents.styles import house_style  # noqa: PLC0415
    from wibdesk.documents.writers import WRITERS  # noqa: PLC0415

    if not document.blocks:
        raise UserError("There is nothing to print yet.")
    return WRITERS[ending](document, house_style(order.style_name))
