"""Reads the log for the screen: one view at a time, and pages of it as they come in sight."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.places.actions.log_rows import PAGE
from ui.places.actions.verbs import Log, read_log
from wibdesk.domain.actions import LogAction
from wibdesk.domain.log_views import LogView
from wibdesk.services.action_log import log_lines

if TYPE_CHECKING:
    from ui.places.actions.place import ActionsPlace


class Reader(QObject):
    """`came` carries a Log. While one is being read, only the last of the views asked for meanwhile waits."""

    came = Signal(object)

    def __init__(self, place: "ActionsPlace") -> None:
        super().__init__(place)
        self.place, self.busy = place, False
        self.waiting: tuple[LogView, int] | None = None
        self.fetching, self.missing = False, set[int]()  # the pages in sight that have not been read
        place.table.log_model.wanted.connect(self._want)

    def read(self, view: LogView, start: int = 0) -> None:
        """Read a view, with the actions about `start`: typing goes on meanwhile."""
        if self.busy:
            self.waiting = (view, start)
            return
        self.busy = True
        first = max(start - PAGE // 2, 0)
        self.place.context.operations.read(
            read_log, view, self.place.today(), first, 2 * PAGE, then=self._came, failed=self._failed
        )

    def _came(self, log: Log) -> None:
        self.busy = False
        known = {"", *(body.id for body in log.bodies)}
        if self.waiting is not None:
            view, start = self.waiting
            self.waiting = None
            self.read(view, start)
        elif log.view.body_id not in known:
            self.read(replace(log.view, body_id=""))
        else:
            self.came.emit(log)

    def _failed(self, error: BaseException) -> None:
        self.busy, self.waiting = False, None
        self.place.context.messages.tell(error)

    def _want(self, line: int) -> None:
        # While pages are read the list may run past others: what is in sight then is painted, and asked for, anew.
        if not self.fetching:
            if not self.missing:
                QTimer.singleShot(0, self, self._ask)  # once for all that is painted now
            self.missing.add(line // PAGE)

    def _ask(self) -> None:
        ids = self.place.table.log_model.rows.page.ids
        wanted = tuple(dict.fromkeys(i for page in sorted(self.missing) for i in ids[page * PAGE : (page + 1) * PAGE]))
        self.missing.clear()
        self.fetching = bool(wanted)
        if wanted:
            self.place.context.operations.read(log_lines, wanted, then=self._take, failed=self._not_taken)

    def _take(self, lines: tuple[LogAction, ...]) -> None:
        self.fetching = False
        self.place.table.log_model.take(lines)
        self.place.acts.follow()

    def _not_taken(self, error: BaseException) -> None:
        self.fetching = False
        self.place.context.messages.tell(error)
