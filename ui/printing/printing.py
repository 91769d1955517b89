"""Printing: asks the system for a printer, sends the pages there, says how it goes and can be stopped."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from ui.panels.pages.press import Press, Printed
from ui.printing import printers
from ui.printing.handing import HandOver
from ui.printing.painting import PrintRun
from wibdesk.errors import UserError
from wibdesk.language import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.context import Context

PRINTER = "printer"
"""What the settings remember the printer used last by."""


class Printing(QObject):
    """`busy` carries what is being done, empty when nothing is any more."""

    busy = Signal(str)

    def __init__(self, context: "Context", press: Press, parent: QObject) -> None:
        super().__init__(parent)
        self.context, self.press = context, press
        self.names: Callable[[], Sequence[str]] = printers.names
        self.run: PrintRun | HandOver | None = None

    def ask(self, window: QWidget, title: str, printed: Printed) -> None:
        """Ask on which printer, how often and which pages; a desk without a printer is told what to do instead."""
        known = self.names()
        if not known:
            self.context.messages.tell(UserError(printers.NONE))
            return
        last = self.context.settings.now.preview.get(PRINTER, "")
        printer = printers.printer_for(title, last, known)
        dialog = QPrintDialog(printer, window)
        dialog.setMinMax(1, len(printed.sizes))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.NonModal)
        dialog.accepted.connect(lambda: self.print_on(printer, printed))
        dialog.show()

    def print_on(self, printer: QPrinter, printed: Printed) -> None:
        """Print the pages on this printer; one job at a time."""
        if self.run is not None:
            self.context.messages.say(say("The pages before are still on their way to the printer"))
            return
        self._remember(printer)
        run = self.run = self._way(printer, printed)
        run.page.connect(self._printing)
        run.done.connect(self._printed)
        run.start()

    def stop(self) -> bool:
        """Stop what is on its way; say whether there was anything."""
        if self.run is None:
            return False
        self.run.stop()
        return True

    def _remember(self, printer: QPrinter) -> None:
        if name := printer.printerName():
            self.context.settings.change(preview={**self.context.settings.now.preview, PRINTER: name})

    def _way(self, printer: QPrinter, printed: Printed) -> PrintRun | HandOver:
        """Return how the pages go out: as they are wherever that is possible, else painted as pictures."""
        to_file = printer.outputFormat() == QPrinter.OutputFormat.PdfFormat
        if not to_file and not printers.takes_pdf(printer):
            return PrintRun(self.context.tasks, self.press, printed, printer, self)
        to = Path(printer.outputFileName()) if to_file else printers.command_line(printer)
        pages = printers.chosen_pages(printer, len(printed.sizes))
        handing = HandOver(self.context.tasks, printed, pages, to, self)
        handing.failed.connect(self.context.messages.tell)
        return handing

    def _printing(self, number: int, count: int) -> None:
        self.busy.emit(
            say("Printing page {number} of {count}", number=number, count=count)
            if number
            else say("Handing the pages to the printer")
        )

    def _printed(self, whole: bool) -> None:
        run, self.run = self.run, None
        self.busy.emit("")
        self.context.messages.say(
            say("Sent to the printer") if whole else say("Printing stopped: not all pages were printed")
        )
        if run is not None:
            run.deleteLater()
