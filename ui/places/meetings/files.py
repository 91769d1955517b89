"""The system's dialog for files to open: what is chosen is shown before anything is stored."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.context import Context

KINDS = later("Meeting and plan files (*.wibmeeting *.json *.xlsx)")


def ask_files(context: "Context", over: QWidget) -> QFileDialog:
    """Open the dialog and return it; what it returns is looked at."""
    dialog = QFileDialog(over, say("Open a meeting file"), "", say(KINDS))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda names: context.receive([Path(name) for name in names]))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
