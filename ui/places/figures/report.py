"""The report in figures as a Word file: read on the register's thread, written on a worker."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ui.panels.save_dialog import ask_where_to_save
from wibdesk.domain.figures import Period
from wibdesk.language import say
from wibdesk.services.exports import record_export

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

    from ui.context import Context
    from ui.place import Place
    from wibdesk.domain.exports import Export
    from wibdesk.gathering import Gathered

KIND = "figures"
_ENDING = "docx"


class Report(QObject):
    """Saves the report of the body that is shown."""

    def __init__(self, place: "Place") -> None:
        super().__init__(place)
        self.place = place
        self.context: Context = place.context

    def ask(self, body_id: str, name: str, period: Period) -> "QFileDialog":
        """Ask where the Word file goes, then write it."""
        # Names of files lead to the writers, which only a paper that goes out needs.
        from wibdesk.documents.files import proposed_name  # noqa: PLC0415

        today = self.context.desk.now().date()
        proposed = proposed_name(name, today, "report in figures", _ENDING)
        return ask_where_to_save(
            self.context, self.place.window(), say("Save the report as Word"), proposed, say("Word files (*.docx)"),
            lambda path: self.save(body_id, period, path),
        )  # fmt: skip

    def save(self, body_id: str, period: Period, path: str) -> None:
        """Write the Word file to this path and keep that it left the desk."""
        now = self.context.desk.now()

        def write(gathered: "Gathered") -> None:
            self.context.tasks.run(_written, gathered, Path(path), now, on_done=self._saved)

        self.context.operations.read(_gathered, body_id, period, now, then=write)

    def _saved(self, export: "Export") -> None:
        self.context.messages.say(say("{export} is saved", export=export.name))
        self.context.operations.write(record_export, export)


def _gathered(uow: Any, body_id: str, period: Period, now: datetime) -> "Gathered":
    # They lead to the composers: read on the register's thread, not in the way of the window.
    from wibdesk.documents.kinds import KINDS  # noqa: PLC0415
    from wibdesk.gathering import gather  # noqa: PLC0415

    return gather(uow, KINDS[KIND], body_id=body_id, period=period, now=now)


def _written(gathered: "Gathered", path: Path, now: datetime) -> "Export":
    """Make the document and write it whole or not at all; UserError says what stands in the way."""
    # They lead to the writers, which only a paper that goes out needs.
    from wibdesk.documents.editions import default_edition  # noqa: PLC0415
    from wibdesk.documents.files import write_file  # noqa: PLC0415
    from wibdesk.documents.kinds import KINDS  # noqa: PLC0415
    from wibdesk.documents.making import make  # noqa: PLC0415
    from wibdesk.documents.writers import WRITERS  # noqa: PLC0415
    from wibdesk.leaving import export_of  # noqa: PLC0415

    kind, edition = KINDS[KIND], default_edition(gathered.material)
    document = make(kind, gathered.material, gathered.style, edition)
    data = WRITERS[_ENDING](document, gathered.style)
    write_file(path, data)
    return export_of(
        document, kind, edition, gathered.style, subject_id=gathered.subject_id, name=path.name, data=data, at=now
    )
