"""What the clerk can do with a paper: save it, open what was saved, print it, go where a finding leads."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog

from ui.places.preview.papers import ACTIONS, FINISHED, KIND_WORDS, keep_style
from ui.places.preview.press import Wish
from ui.places.preview.printing import PrintRun, new_printer
from ui.places.preview.rows import keyed
from wibdesk.documents.files import SavedExport

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ui.places.preview.checks import Check
    from ui.places.preview.place import PreviewPlace

FORMATS = {"docx": "Word", "pdf": "PDF"}


class PreviewActs(QObject):
    """Works on the paper that is shown; `changed` when what can be done is another."""

    changed = Signal()

    def __init__(self, place: "PreviewPlace") -> None:
        super().__init__(place)
        self.place, self.context = place, place.context
        self.last: Path | None = None
        self.wished = ""  # the ending of the file that is to be saved as soon as the paper has been read
        self.run: PrintRun | None = None
        side = place.side
        side.word_button.clicked.connect(lambda: self.save("docx"))
        side.pdf_button.clicked.connect(lambda: self.save("pdf"))
        side.print_button.clicked.connect(self.print_pages)
        side.file_button.clicked.connect(self.open_file)
        side.folder_button.clicked.connect(self.open_folder)
        side.check_wished.connect(self.go_to)
        side.style_wished.connect(self.choose_style)

    def save(self, ending: str) -> None:
        """Save the paper in a format as it stands in the register now, never over a file that was edited since."""
        self.wished = ending
        self.place.refresh()

    def go_on(self) -> None:
        """Save what was asked for, once the paper has been read."""
        ending, self.wished = self.wished, ""
        if ending:
            self._save(ending)

    def _save(self, ending: str) -> None:
        order, target = self.place.order, self.place.side.target()
        if order is None or target is None:
            self.place.show_side()
            return
        folder, name = target
        wish = Wish()
        work = self.place.work
        work.begin(f"Writing the {FORMATS[ending]} file")
        work.wish = wish
        self.context.tasks.run(
            self.place.press.save, order, ending, folder, name, wish,
            on_done=self._saved, on_error=work.fail,
        )  # fmt: skip

    def open_file(self) -> None:
        """Open what was saved last in the program that the system uses for it."""
        if self.last is not None:
            self._open(self.last)

    def open_folder(self) -> None:
        """Open the folder of what was saved last."""
        if self.last is not None:
            self._open(self.last.parent)

    def print_pages(self) -> None:
        """Ask the system on which printer, then print the pages as they are shown."""
        printed = self.place.work.printed
        if printed is None:
            return
        printer = new_printer(f"{printed.order.words()} {KIND_WORDS[printed.order.kind].lower()}")
        dialog = QPrintDialog(printer, self.place.window())
        dialog.setMinMax(1, len(printed.sizes))
        dialog.finished.connect(dialog.deleteLater)
        dialog.accepted.connect(lambda: self.print_on(printer))
        QDialog.open(dialog)  # not the older overload of the print dialog, which wants a slot by name

    def print_on(self, printer: "QPrinter") -> None:
        """Print the pages on this printer."""
        printed = self.place.work.printed
        if printed is not None and self.run is None:
            self.run = PrintRun(self.context.tasks, self.place.press, printed, printer, self)
            self.run.page.connect(self._printing)
            self.run.done.connect(self._printed)
            self.run.start()

    def stop(self) -> bool:
        """Stop what is under way; say whether there was anything."""
        if self.run is not None:
            self.run.stop()
            return True
        return self.place.work.stop()

    def go_to(self, check: "Check | None") -> None:
        """Go where a finding leads."""
        if check is not None and check.place:
            self.context.go(check.place, check.where)

    def go_to_keyed(self, key: str) -> None:
        """Go where the finding with this figure leads."""
        self.go_to(keyed(self.place.side.list.row_model.rows, key))

    def choose_style(self, name: str) -> None:
        """Keep the house style for the body; its minutes that are not yet approved are set in it from now on."""
        order = self.place.order
        if order is not None and order.body is not None and order.style_name != name:
            meeting = order.papers.meeting if order.kind != ACTIONS else None
            words = f"House style of {order.body.name} changed"
            self.context.operations.write(keep_style, order.body, meeting, name, undo=words)

    def why_fixed(self) -> str:
        """Return why the house style cannot be changed here, empty where it can."""
        order = self.place.order
        if order is None or order.body is None:
            return "The log of all bodies has a style of its own."
        meeting = order.papers.meeting
        if order.kind != ACTIONS and meeting is not None and meeting.details.status in FINISHED:
            return "Approved minutes keep the style in which they were approved."
        return ""

    def _saved(self, saved: SavedExport | None) -> None:
        self.place.work.finish()
        if saved is None:
            return
        self.last = saved.path
        self.context.settings.change(export_folder=str(saved.path.parent))
        self.place.side.say_saved(saved.words, "good" if saved.beside is None else "warn")
        self.context.messages.say(saved.words.rstrip("."))
        self.changed.emit()

    def _printing(self, number: int, count: int) -> None:
        self.place.work.begin(f"Printing page {number} of {count}", at_once=True)

    def _printed(self, whole: bool) -> None:
        self.run = None
        self.place.work.finish()
        self.context.messages.say("Sent to the printer" if whole else "Printing stopped: not all pages were printed")

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            words = f"{path.name} is in {path.parent}: open it from there."
            self.context.messages.trouble("No program is set up to open this", words, tone="warn", source="open")
