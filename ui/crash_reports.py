"""The report of a fault in the clerk's hands: saved where they say, to be sent by whatever way they have."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject
from PySide6.QtWidgets import QFileDialog

from wibdesk.language import say

if TYPE_CHECKING:
    from ui.context import Context
    from ui.main_window import MainWindow
    from wibdesk.ending import Ended


class CrashReports(QObject):
    """Asks for a file and writes a report into it."""

    def __init__(self, context: "Context", window: "MainWindow") -> None:
        super().__init__(window)
        self.context, self.window = context, window

    def save_trace(self, ended: "Ended") -> None:
        """Offer the report of a run that ended suddenly."""
        # Only who asks for it waits for it.
        from wibdesk.diagnostics import report, trace_faults  # noqa: PLC0415

        said = say("The process ended suddenly; this was found at the next start.")
        self.save(report(trace_faults(ended.trace), at=ended.at, versions={}, said=said))

    def save(self, text: str) -> QFileDialog:
        """Open the system's own dialog for the file; return it."""
        dialog = QFileDialog(self.window, say("Save the report"), QDir.homePath(), say("Text (*.txt)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile("wibdesk-report.txt")
        dialog.setDefaultSuffix("txt")
        dialog.fileSelected.connect(lambda name: self.write(text, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def write(self, text: str, path: Path) -> None:
        """Write the report; what cannot be written is told."""
        # Only who asks for it waits for it.
        from wibdesk.documents.files import write_file  # noqa: PLC0415

        done = say("The report is in {path}", path=path)
        told = self.context.messages.say
        self.context.tasks.run(write_file, path, text.encode("utf-8"), on_done=lambda _: told(done))
