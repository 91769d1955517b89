"""Printers, and what the clerk chose of one in the system's dialog."""

from collections.abc import Sequence

from PySide6.QtCore import QStandardPaths
from PySide6.QtPrintSupport import QPrintEngine, QPrinter, QPrinterInfo

from wibdesk.language import later, say

NONE = later(
    "No printer is set up on this computer. Add one in the settings of the system, or save the pages as PDF instead."
)
SIDES = {
    QPrinter.DuplexMode.DuplexNone: "one-sided",
    QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
}
_CUPS_OPTIONS = 0xFE00  # under this Qt keeps what its dialog asked for of CUPS: names and values in turn


def names() -> tuple[str, ...]:
    """Return the names of the printers that the system knows."""
    return tuple(QPrinterInfo.availablePrinterNames())


def printer_for(title: str, last: str = "", known: Sequence[str] = ()) -> QPrinter:
    """Return the printer used last where it is still known, else the usual one, for a job of this title."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if last in known:
        printer.setPrinterName(last)
    printer.setDocName(title)
    return printer


def chosen_pages(printer: QPrinter, count: int) -> list[int]:
    """Return the pages that were asked for, of so many, counted from 0; what CUPS itself leaves out is among them."""
    ranges = printer.pageRanges()
    every = ranges.isEmpty() or "page-ranges" in _asked_of_cups(printer)
    return [page for page in range(count) if every or ranges.contains(page + 1)]


def takes_pdf(printer: QPrinter) -> bool:
    """Say whether the system prints a PDF as it is: where CUPS has its command, and it is no print to a file."""
    native = printer.outputFormat() == QPrinter.OutputFormat.NativeFormat
    return native and bool(printer.printerName()) and bool(command())


def command() -> str:
    """Return the path of the command that hands files to CUPS, empty where there is none."""
    return QStandardPaths.findExecutable("lp")


def command_line(printer: QPrinter) -> list[str]:
    """Return that command with its arguments for a printer and what was chosen of it; the pages come by its input."""
    options = {
        "fit-to-page": "true",
        "media": printer.pageLayout().pageSize().key(),
        "sides": SIDES.get(printer.duplex(), ""),
        "collate": "true" if printer.copyCount() > 1 and printer.collateCopies() else "",
        "print-color-mode": "monochrome" if printer.colorMode() == QPrinter.ColorMode.GrayScale else "",
        "outputorder": "reverse" if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst else "",
        **_asked_of_cups(printer),
    }
    said = [part for name, value in options.items() if value for part in ("-o", f"{name}={value}")]
    named = [command(), "-d", printer.printerName(), "-t", printer.docName() or say("Pages")]
    return [*named, "-n", str(max(printer.copyCount(), 1)), *said]


def _asked_of_cups(printer: QPrinter) -> dict[str, str]:
    """Return what the dialog asked for beside what Qt has names for, such as pages to a sheet or a tray."""
    found = printer.printEngine().property(QPrintEngine.PrintEnginePropertyKey(_CUPS_OPTIONS)) or []
    return {str(name): str(value) for name, value in zip(found[::2], found[1::2], strict=False)}
