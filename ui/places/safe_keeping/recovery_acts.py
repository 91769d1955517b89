"""The ways of the recovery key to paper: print it, save its page, copy it."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog

from ui.commands import Command
from ui.panels.save_dialog import ask_where_to_save
from ui.places.safe_keeping.recovery_print import copy_words, page_picture, print_picture, save_page, set_pdf
from wibdesk.language import later, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.places.safe_keeping.passphrase_part import PassphrasePart

AT = later("recovery key")
PAPER = later("Recovery key.pdf")
SAVED = later("Saved {}. Move it off this computer: whoever has it can open the register.")


class RecoveryActs(QObject):
    """Works on the key that is shown, which is in force only later."""

    def __init__(self, part: "PassphrasePart") -> None:
        super().__init__(part)
        self.part, self.page, self.context = part, part.recovery, part.context
        self.page.print_button.clicked.connect(self.ask_printer)
        self.page.save_button.clicked.connect(self.ask_file)
        self.page.copy_button.clicked.connect(self.copy)
        shown, page = self.page.showing.isVisible, self.page
        self.context.commands.add(
            page,
            Command("key-print", say("Print the recovery key"), ("P",), AT, self.ask_printer, "printer", when=shown),
            Command("key-save", say("Save the recovery key"), ("S",), AT, self.ask_file, "file-down", when=shown),
            Command("key-ready", say("I have it on paper"), ("I",), AT, page.ask_group, "check", when=shown),
        )

    def ask_printer(self) -> None:
        """Set the page, then ask for the printer."""
        self._set(lambda pdf: self.context.tasks.run(page_picture, lambda: pdf, on_done=self._ask_printer))

    def print_on(self, picture: QImage, printer: QPrinter) -> None:
        """Print the page and say whether the printer took it."""
        taken = print_picture(picture, printer)
        said = (
            say("Printed. Look whether every group can be read.")
            if taken
            else say("The printer did not take it: try again.")
        )
        self.page.say(said)

    def ask_file(self) -> QFileDialog:
        """Ask where the page shall be saved; return the dialog."""
        words, kind = say("Save the recovery key, best on a stick"), say("PDF files (*.pdf)")
        return ask_where_to_save(self.context, self.part.window(), words, say(PAPER), kind, self.save_file)

    def save_file(self, name: str) -> None:
        """Save the page as a PDF file."""
        self._set(lambda pdf: self.context.tasks.run(save_page, pdf, Path(name), on_done=self._saved))

    def copy(self) -> None:
        """Put the key on the clipboard."""
        if self.page.new is not None:
            copy_words(self.page.new.words)
            self.page.say(say("Copied. What you copy next takes its place: do not leave it there."))

    def _set(self, then: "Callable[[bytes], Any]") -> None:
        new = self.page.new
        if new is not None:
            register, day = self.context.desk.register.name, self.context.desk.now().date()
            self.context.tasks.run(set_pdf, new.groups, register, day, on_done=then)

    def _ask_printer(self, picture: QImage) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(say("Recovery key"))
        dialog = QPrintDialog(printer, self.part.window())
        dialog.accepted.connect(lambda: self.print_on(picture, printer))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # not the older overload of the print dialog, which wants a slot by name

    def _saved(self, path: Path) -> None:
        self.page.say(say(SAVED).format(path.name))
