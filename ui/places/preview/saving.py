"""Saves a paper: written on a worker, kept in the record of what left the desk, opened where the clerk wishes."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from ui.panels.pages.press import Press, Wish
from ui.places.preview.ways_out import FORMATS
from wibdesk.documents.pdf.checking import findings_words, pdf_findings
from wibdesk.services.exports import record_export

if TYPE_CHECKING:
    from ui.places.preview.looking import Looked
    from ui.places.preview.place import PreviewPlace
    from wibdesk.documents.files import SavedExport
    from wibdesk.domain.exports import Export


@dataclass(frozen=True)
class Sent:
    """A paper that left the desk: its file, the record of it, and what the check of a PDF found."""

    file: "SavedExport"
    export: "Export"
    findings: tuple[str, ...] = ()


class Saving(QObject):
    """Saves the paper that is shown; `changed` when there is another file to open."""

    changed = Signal()

    def __init__(self, place: "PreviewPlace") -> None:
        super().__init__(place)
        self.place, self.context = place, place.context
        self.last: Path | None = None
        self.wished = ""  # the ending of the file that is to be saved as soon as the paper has been looked over
        out = place.side.out
        out.save_wished.connect(self.save)
        out.file_button.clicked.connect(self.open_file)
        out.folder_button.clicked.connect(self.open_folder)

    def save(self, ending: str) -> None:
        """Save the paper in a format as it stands in the register now, never over a file that was edited since."""
        self.wished = ending
        self.place.making.refresh()

    def go_on(self) -> None:
        """Save what was asked for, once the paper has been looked over."""
        ending, self.wished = self.wished, ""
        if ending:
            self._save(ending)

    def open_file(self) -> None:
        """Open what was saved last in the program that the system uses for it."""
        if self.last is not None:
            self._open(self.last)

    def open_folder(self) -> None:
        """Open the folder of what was saved last."""
        if self.last is not None:
            self._open(self.last.parent)

    def _save(self, ending: str) -> None:
        looked = self.place.making.looked
        if looked is None or looked.document is None or ending not in looked.formats:
            return
        target = self.place.side.target()
        if target is None:
            self.place.show_side()
            return
        folder, name = target
        work, wish = self.place.work, Wish()
        work.begin(f"Writing the {FORMATS[ending]} file")
        work.wish = wish
        self.context.tasks.run(
            send, looked, ending, folder, name, self.context.desk.now(), wish, on_done=self._saved, on_error=work.fail
        )  # fmt: skip

    def _saved(self, sent: Sent | None) -> None:
        self.place.work.finish()
        if sent is None:
            return
        self.last = sent.file.path
        self.context.settings.change(export_folder=str(sent.file.path.parent))
        words = _words(sent)
        calm = sent.file.beside is None and not sent.findings
        self.place.side.out.say_saved(words, "ink" if calm else "warn")
        self.context.messages.say(sent.file.words.rstrip("."))
        if sent.export.subject_id:  # the log of all bodies is of no record that could keep it
            self.context.operations.write(record_export, sent.export, failed=self._not_recorded)
        self.changed.emit()

    def _not_recorded(self, error: BaseException) -> None:
        self.context.messages.trouble(
            "The register took no note of this export", str(error), tone="warn", source="export"
        )

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            words = f"{path.name} is in {path.parent}: open it from there."
            self.context.messages.trouble("No program is set up to open this", words, tone="warn", source="open")


def send(looked: "Looked", ending: str, folder: Path, name: str, at: datetime, wish: Wish) -> Sent | None:
    """Write a paper into a folder on a worker; None when it was dropped before anything was written."""
    # It leads to the disk, which only a paper that goes out needs.
    from wibdesk.documents.files import save_export  # noqa: PLC0415

    with Press.setting:
        if wish.dropped:
            return None
        data = looked.file(ending)
    findings = pdf_findings(data) if ending == "pdf" else ()
    if wish.dropped:
        return None
    file = save_export(data, folder, f"{name}.{ending}")
    return Sent(file, looked.export(file.path.name, data, at), findings)


def _words(sent: Sent) -> str:
    if not sent.findings:
        return sent.file.words
    return f"{sent.file.words} Its check found: {findings_words(sent.findings)}."
