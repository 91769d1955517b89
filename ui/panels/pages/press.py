"""The press: sets and renders pages on worker threads; the window only asks and shows."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Lock
from typing import ClassVar

from PySide6.QtGui import QImage


@dataclass
class Wish:
    """Work that was asked for: of what, and `dropped` when nobody waits for it any more."""

    subject: Hashable = None
    dropped: bool = False


@dataclass(frozen=True)
class Printed:
    """Pages that were set: the PDF, and the sizes of its pages in points."""

    pdf: bytes
    sizes: tuple[tuple[float, float], ...]
    wish: Wish


@dataclass(frozen=True)
class Rendered:
    """A page as a picture, and its words for a screen reader."""

    number: int
    image: QImage
    words: str
    wish: Wish


class Press:
    """Sets and renders; only one thread of the process at a time is let into PDFium, and one into the typesetting."""

    rendering: ClassVar[Lock] = Lock()
    setting: ClassVar[Lock] = Lock()

    def set_pages(self, make: Callable[[], bytes], wish: Wish) -> Printed | None:
        """Set the pages of the PDF that `make` returns; None when it was dropped meanwhile."""
        # pypdfium2 is read from the disk on this worker, not in the way of the window.
        import pypdfium2  # noqa: PLC0415

        with self.setting:
            if wish.dropped:
                return None
            pdf = make()
        with self.rendering:
            if wish.dropped:
                return None
            read = pypdfium2.PdfDocument(pdf)
            sizes = tuple(read.get_page_size(n) for n in range(len(read)))
            read.close()
        return Printed(pdf, sizes, wish)

    def render(self, printed: Printed, number: int, width: int, wish: Wish) -> Rendered | None:
        """Return a page as a picture of this width in pixels; None when it was dropped meanwhile."""
        # pypdfium2 is read from the disk on this worker, not in the way of the window.
        import pypdfium2  # noqa: PLC0415

        with self.rendering:
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
        return Rendered(number, image, " ".join(words.split()), wish)
