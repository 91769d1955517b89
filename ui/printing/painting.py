"""Paints pages for a printer, one at a time so that the window stays alive and the run can be stopped."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from ui.panels.pages.press import Press, Printed, Rendered, Wish
from ui.printing.printers import chosen_pages

if TYPE_CHECKING:
    from ui.tasks import Tasks

FINEST = 300  # dots to the inch: a finer picture of a page shows no more and takes four times as long


class PrintRun(QObject):
    """`page` tells which page is printed, `done` whether all were."""

    page = Signal(int, int)
    done = Signal(bool)

    def __init__(self, tasks: "Tasks", press: Press, printed: Printed, printer: QPrinter, parent: QObject) -> None:
        super().__init__(parent)
        self.tasks, self.press, self.printed, self.printer = tasks, press, printed, printer
        self.wish = Wish()
        self.painter: QPainter | None = None
        self.numbers = chosen_pages(printer, len(printed.sizes))
        self.count = len(self.numbers)

    def start(self) -> None:
        """Begin with the first page; a printer that cannot be used ends it at once."""
        painter = QPainter()
        if self.numbers:
            self._turn(self.numbers[0])
        if not self.numbers or not painter.begin(self.printer):
            self.done.emit(False)
            return
        self.painter = painter
        self._next()

    def stop(self) -> None:
        """Print no further page."""
        self.wish.dropped = True
        self.numbers.clear()

    def _next(self) -> None:
        if not self.numbers:
            self._end(not self.wish.dropped)
            return
        number = self.numbers.pop(0)
        self.page.emit(self.count - len(self.numbers), self.count)
        dots = min(self.printer.resolution(), FINEST)
        width = round(self.printed.sizes[number][0] / 72 * dots)
        self.tasks.run(
            self.press.render, self.printed, number, width, self.wish, on_done=self._paint, on_error=self._fail
        )

    def _paint(self, page: Rendered | None) -> None:
        if page is None or self.painter is None:
            self._end(False)
            return
        if self.count - len(self.numbers) > 1:
            self._turn(page.number)
            self.printer.newPage()
        paper = self.printer.pageLayout().fullRectPixels(self.printer.resolution())
        inner = self.printer.pageLayout().paintRectPixels(self.printer.resolution())
        # The page has margins of its own: it is laid on the whole paper, not into the printer's margins.
        where = QRectF(paper).translated(-inner.left(), -inner.top())
        share = min(where.width() / page.image.width(), where.height() / page.image.height())
        where.setSize(QRectF(page.image.rect()).size() * share)
        self.painter.drawImage(where, page.image)
        self._next()

    def _turn(self, number: int) -> None:
        """Turn the paper as the page lies; it holds from the next page on that is begun."""
        wide, high = self.printed.sizes[number]
        turned = QPageLayout.Orientation.Landscape if wide > high else QPageLayout.Orientation.Portrait
        self.printer.setPageOrientation(turned)

    def _fail(self, error: BaseException) -> None:
        self._end(False)
        raise error

    def _end(self, whole: bool) -> None:
        if self.painter is not None:
            self.painter.end()
            self.painter = None
            self.done.emit(whole)
