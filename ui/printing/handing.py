"""Hands pages over as the PDF that they are: to a command that prints them, or into a file."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, Signal

from ui.panels.pages.press import Press, Printed
from wibdesk.documents.files import write_file
from wibdesk.errors import UserError
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.tasks import Tasks

REFUSED = later("The printer took nothing: see that it is switched on and connected, or save the pages as PDF.")


class HandOver(QObject):
    """`page` tells that it is under way, `done` whether all went out, `failed` why not."""

    page = Signal(int, int)
    done = Signal(bool)
    failed = Signal(object)

    def __init__(
        self, tasks: "Tasks", printed: Printed, numbers: Sequence[int], to: Path | Sequence[str], parent: QObject
    ) -> None:
        """Hand over the pages with these numbers, from 0: into a file, or to the input of a command with arguments."""
        super().__init__(parent)
        self.tasks, self.printed, self.numbers, self.to = tasks, printed, list(numbers), to
        self.process: QProcess | None = None
        self.ended = False

    def start(self) -> None:
        """Begin; the pages that were chosen are put together on a worker."""
        if not self.numbers:
            self._end(False)
            return
        self.page.emit(0, len(self.numbers))
        self.tasks.run(pages_of, self.printed.pdf, self.numbers, on_done=self._hand, on_error=self._fail)

    def stop(self) -> None:
        """Hand nothing over any more; what the printer has taken whole it prints."""
        self._end(False)
        if self.process is not None:
            self.process.kill()

    def _hand(self, pdf: bytes) -> None:
        if self.ended:
            return
        if isinstance(self.to, Path):
            self.tasks.run(write_file, self.to, pdf, on_done=lambda _: self._end(True), on_error=self._fail)
            return
        program, *arguments = self.to
        process = self.process = QProcess(self)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._not_started)
        process.start(program, arguments)
        process.write(pdf)
        process.closeWriteChannel()

    def _finished(self, code: int, how: QProcess.ExitStatus) -> None:
        if code == 0 and how == QProcess.ExitStatus.NormalExit:
            self._end(True)
        elif self.process is not None:
            said = bytes(self.process.readAllStandardError().data()).decode(errors="replace").strip()
            self._fail(
                UserError(
                    say("{refused} The system says: {said}", refused=say(REFUSED), said=said) if said else say(REFUSED)
                )
            )

    def _not_started(self, why: QProcess.ProcessError) -> None:
        if why == QProcess.ProcessError.FailedToStart:
            self._fail(UserError(say(REFUSED)))

    def _fail(self, error: BaseException) -> None:
        if not self.ended:
            self.failed.emit(error)
            self._end(False)

    def _end(self, whole: bool) -> None:
        if not self.ended:
            self.ended = True
            self.done.emit(whole)


def pages_of(pdf: bytes, numbers: list[int]) -> bytes:
    """Return a PDF of these pages, counted from 0; the same bytes where they are all there are."""
    # pypdfium2 is read from the disk on a worker, not in the way of the window.
    import pypdfium2  # noqa: PLC0415

    with Press.rendering:
        whole = pypdfium2.PdfDocument(pdf)
        every = numbers == list(range(len(whole)))
        part, out = pypdfium2.PdfDocument.new(), BytesIO()
        if not every:
            part.import_pages(whole, numbers)
            part.save(out)
        part.close()
        whole.close()
    return pdf if every else out.getvalue()
