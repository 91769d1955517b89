"""Files that come to the desk: dropped on the window, named at the start, or passed on by a second start.

Nothing of them is stored here: a meeting or plan file goes to the page that shows what it is, a workbook to Plans, a
colleague's settings to Settings, and anything else to the place that is shown, which may want it as a paper.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QFileOpenEvent
from PySide6.QtWidgets import QApplication

from ui.place import Where
from wibdesk.language import say

if TYPE_CHECKING:
    from ui.app import Workbench

RECORDS = (".wibmeeting", ".json")
"""The endings of meeting and plan files."""
WORKBOOK = ".xlsx"
BUNDLE = ".wibset"


class Receiving(QObject):
    """Takes files for the window; those that come before a register is open wait until it is."""

    def __init__(self, bench: "Workbench") -> None:
        super().__init__(bench)
        self.context, self.window = bench.context, bench.window
        self.waiting = tuple(bench.start.files)
        self.open = False
        self.context.receive = self.receive
        self.window.setAcceptDrops(True)
        self.window.installEventFilter(self)
        application = QApplication.instance()
        if sys.platform == "darwin" and application is not None:
            # There a file that is opened while the desk runs comes as an event of the application.
            application.installEventFilter(self)

    def begin(self) -> None:
        """Show what waited: a register is open, and a place is shown."""
        self.open = True
        waiting, self.waiting = self.waiting, ()
        if waiting:
            self.receive(waiting)

    def receive(self, paths: Sequence[Path]) -> None:
        """Bring files to where they can be looked at."""
        if not self.open or self.window.barred:
            self.waiting = (*self.waiting, *paths)
            return
        records = [path for path in paths if path.suffix.lower() in RECORDS]
        books = [path for path in paths if path.suffix.lower() == WORKBOOK]
        bundles = [path for path in paths if path.suffix.lower() == BUNDLE]
        others = [path for path in paths if path not in (*records, *books, *bundles)]
        place = self.window.place
        if others and not (place is not None and place.files_taken is not None and place.files_taken(others)):
            self._refuse(others)
        if bundles:
            self.window.go("settings", Where(note=f"take {bundles[0]}"))
        if books:
            self._show("plans", books)
        if records:
            self._show("incoming", records)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """Take files and words that are dragged over the window, where no part of it wanted them first."""
        if isinstance(event, QFileOpenEvent):
            self.receive([Path(event.file())])
            return True
        if isinstance(event, QDropEvent) and not isinstance(event, QDragEnterEvent | QDragMoveEvent):
            return self._drop(event)
        if isinstance(event, QDragMoveEvent) and self._wanted(event.mimeData()):
            event.acceptProposedAction()
            return True
        return False

    def _wanted(self, data: QMimeData) -> bool:
        return bool(dropped_files(data)) or self._words_wanted(data) is not None

    def _drop(self, event: QDropEvent) -> bool:
        data = event.mimeData()
        files, put_in = dropped_files(data), self._words_wanted(data)
        if files:
            event.acceptProposedAction()
            self.receive(files)
            return True
        if put_in is not None:
            event.acceptProposedAction()
            put_in(data)
        return put_in is not None

    def _words_wanted(self, data: QMimeData) -> Callable[[QMimeData], None] | None:
        place, words = self.window.place, (data.hasText() or data.hasHtml()) and not data.hasUrls()
        return place.words_taken if place is not None and words else None

    def _show(self, place_id: str, files: Sequence[Path]) -> None:
        self.window.go(place_id, Where())
        taken = self.window.places[place_id].files_taken
        assert taken is not None, "a place that files are brought to takes them"
        taken(files)

    def _refuse(self, files: Sequence[Path]) -> None:
        words = say("{name} can not be used here: drop it on an agenda item to list it as a paper", name=files[0].name)
        self.context.messages.say(words)


def dropped_files(data: QMimeData) -> list[Path]:
    """Return the files on this computer in what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
