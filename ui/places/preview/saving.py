"""Saves a paper: written on a worker, kept in the record of what left the desk, opened where the clerk wishes."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from ui.panels.pages.press import Press, Wish
from ui.places.preview.protection import LOCKABLE
from ui.places.preview.ways_out import FORMATS
from wibdesk.documents.pdf.checking import findings_words, pdf_findings
from wibdesk.language import say
from wibdesk.services.exports import record_export

if TYPE_CHECKING:
    from ui.places.preview.looking import Looked
    from ui.places.preview.place import PreviewPlace
    from wibdesk.documents.files import SavedExport
    from wibdesk.domain.exports import Export


@dataclass(frozen=True)
class Sent:
    """A paper that left the desk: its file, the record of it, what the check of a PDF found, what else is said."""

    file: "SavedExport"
    export: "Export"
    findings: tuple[str, ...] = ()
    locked: str = ""
    told: tuple[str, ...] = ()


@dataclass(frozen=True)
class Target:
    """Where a paper goes, and the password that it gets; empty for none."""

    folder: Path
    name: str
    password: str = field(default="", repr=False)


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

    def ask_password(self) -> None:
        """Ask for the password that the next file gets, or do without one again."""
        if self.place.layout_of.tier == "single":
            self.place.show_side()
        self.place.side.out.protection.button.click()

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
        password = self.place.side.out.protection.take()
        if password is None or (password and ending not in LOCKABLE):
            self.place.show_side()
            return
        folder, name = target
        work, wish = self.place.work, Wish()
        work.begin(say("Writing the {formats} file", formats=say(FORMATS[ending])))
        work.wish = wish
        self.context.tasks.run(
            send, looked, ending, Target(folder, name, password), self.context.desk.now(), wish,
            on_done=self._saved, on_error=work.fail,
        )  # fmt: skip

    def _saved(self, sent: Sent | None) -> None:
        self.place.work.finish()
        if sent is None:
            return
        self.place.side.out.forget_password()
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
            say("The register took no note of this export"), str(error), tone="warn", source="export"
        )

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            words = say("{path} is in {parent}: open it from there.", path=path.name, parent=path.parent)
            self.context.messages.trouble(say("No program is set up to open this"), words, tone="warn", source="open")


def send(looked: "Looked", ending: str, target: Target, at: datetime, wish: Wish) -> Sent | None:
    """Write a paper into a folder on a worker; None when it was dropped before anything was written."""
    # It leads to the disk and to the writers, which only a paper that goes out needs.
    from wibdesk.documents.files import save_export  # noqa: PLC0415
    from wibdesk.documents.locking import LOCKED_WRITERS  # noqa: PLC0415

    password = target.password
    with Press.setting:
        if wish.dropped:
            return None
        data = looked.file(ending, password)
    findings = _findings(data, password) if ending == "pdf" else ()
    if wish.dropped:
        return None
    file = save_export(data, target.folder, f"{target.name}.{ending}")
    export = looked.export(file.path.name, data, at, locked=bool(password))
    return Sent(file, export, findings, say(LOCKED_WRITERS[ending][1]) if password else "", looked.told(ending))


def _findings(data: bytes, password: str) -> tuple[str, ...]:
    # Only a locked file waits for the library.
    from wibdesk.documents.pdf.locking import unlocked  # noqa: PLC0415

    return pdf_findings(unlocked(data, password), encrypted=True) if password else pdf_findings(data)


def _words(sent: Sent) -> str:
    found = say("Its check found: {findings}.", findings=findings_words(sent.findings)) if sent.findings else ""
    return " ".join(filter(None, (sent.file.words, sent.locked, *sent.told, found)))
