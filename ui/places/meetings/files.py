"""Meeting and plan files brought in: read on a worker, stored whole or not at all, said in words."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from wibdesk.domain.meetings import Meeting, MeetingDetails
from wibdesk.domain.plans import Plan
from wibdesk.services import transfer

if TYPE_CHECKING:
    from ui.context import Context

SUFFIX = ".json"


class MeetingFiles(QObject):
    """Opens files that the clerk chose or dropped; `then` gets the id of each meeting that came in."""

    def __init__(self, context: "Context", then: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self.context, self.then = context, then

    def ask(self, over: QWidget) -> QFileDialog:
        """Open the system's own dialog for files; what it returns is opened. Return the dialog."""
        dialog = QFileDialog(over, "Open a meeting file", "", "Meeting and plan files (*.json)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self.open_names)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def open_names(self, names: Sequence[str]) -> None:
        """Read these files one after the other and store what they hold."""
        for name in names:
            self.context.tasks.run(_read, Path(name), on_done=self._store)

    def _store(self, found: Any) -> None:
        operations = self.context.operations
        if isinstance(found, Meeting):
            words = f"Meeting of {found.body.name} opened from its file"
            operations.write(transfer.put_meeting, found, undo=words, then=self._stored)
        elif isinstance(found, Plan):
            operations.write(transfer.put_plan, found, undo=f"Plan “{found.title}” opened from its file")

    def _stored(self, details: MeetingDetails) -> None:
        self.then(details.id)


def dropped_files(data: QMimeData) -> list[str]:
    """Return the names of the meeting files in what is dragged over a place."""
    return [
        url.toLocalFile() for url in data.urls() if url.isLocalFile() and url.toLocalFile().lower().endswith(SUFFIX)
    ]


def _read(path: Path) -> Meeting | Plan:
    # The reader brings jsonschema with it, which the start of the desk must not wait for.
    from wibdesk.interchange.meeting_file import read_file  # noqa: PLC0415

    return read_file(path)
