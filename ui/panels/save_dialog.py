"""The system's dialog that asks where a file shall be saved."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import Context


def ask_where_to_save(
    context: "Context", parent: "QWidget", words: str, name: str, kind: str, save: Callable[[str], None]
) -> QFileDialog:
    """Ask where to save a file, `name` in the folder of exports proposed; `save` gets the path that was chosen.

    `kind` is Qt's filter, as `PDF files (*.pdf)`.
    """
    proposed = str(Path(context.settings.now.export_folder or Path.home()) / name)
    dialog = QFileDialog(parent, words, proposed, kind)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(proposed)
    dialog.fileSelected.connect(save)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
