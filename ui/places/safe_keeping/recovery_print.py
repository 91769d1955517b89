"""The recovery key on its way to paper: the page is set on a worker and printed from there, never kept as a file."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from ui.panels.pages.press import Press, Wish
from wibdesk.errors import UserError
from wibdesk.language import say

if TYPE_CHECKING:
    from collections.abc import Callable

DOTS = 300
INCH = 72
# What programs that remember the clipboard ask for, each in its own way.
NOT_REMEMBERED = ("ExcludeClipboardContentFromMonitorProcessing", "x-kde-passwordManagerHint")


def page_picture(make: "Callable[[], bytes]") -> QImage:
    """Return the page as a picture, fine enough to print; on a worker."""
    press, wish = Press(), Wish()
    printed = press.set_pages(make, wish)
    assert printed is not None, "nobody drops it"
    rendered = press.render(printed, 0, round(printed.sizes[0][0] / INCH * DOTS), wish)
    assert rendered is not None, "nobody drops it"
    return rendered.image


def print_picture(picture: QImage, printer: QPrinter) -> bool:
    """Print the page over the whole paper; say whether the printer took it."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    inner = printer.pageLayout().paintRectPixels(printer.resolution())
    where = QRectF(paper).translated(-inner.left(), -inner.top())
    share = min(where.width() / picture.width(), where.height() / picture.height())
    where.setSize(QRectF(picture.rect()).size() * share)
    painter.drawImage(where, picture)
    return painter.end()


def save_page(pdf: bytes, path: Path) -> Path:
    """Save the page as a file that only its owner may read; UserError says why it was not."""
    try:
        path.touch(mode=0o600)
        path.write_bytes(pdf)
    except OSError as trouble:
        why = trouble.strerror or say("the disk refuses")
        raise UserError(
            say(
                "{path} was not saved. {parent}: {why}. Choose another folder.",
                path=path.name,
                parent=path.parent,
                why=why,
            )
        ) from trouble
    return path


def set_pdf(groups: Sequence[str], register: str, day: date) -> bytes:
    """Return the page as a tagged PDF; on a worker."""
    # It brings reportlab with it, which the window does not wait for.
    from wibdesk.safety.recovery_paper import recovery_pdf  # noqa: PLC0415  (as said above)

    return recovery_pdf(groups, register, day)


def copy_words(words: str) -> None:
    """Put the recovery key on the clipboard, and ask what remembers the clipboard to pass over it."""
    data = QMimeData()
    data.setText(words)
    for name in NOT_REMEMBERED:
        data.setData(name, b"secret")
    QApplication.clipboard().setMimeData(data)
