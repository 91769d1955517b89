"""Brings a document to the pages: set on a worker, rendered page by page, said only when it takes a while."""

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.panels.pages.press import Press, Printed, Rendered, Wish
from ui.panels.pages.view import PagesView
from wibdesk.errors import StoreError, UserError
from wibdesk.language import say

if TYPE_CHECKING:
    from ui.context import Context

SLOW = 400
"""Milliseconds that work may take before it is said: anything quicker would only flicker."""


class PageWork(QObject):
    """`set_up` when new pages stand; `busy` carries what is being done, empty when nothing is."""

    set_up = Signal()
    busy = Signal(str)

    def __init__(self, context: "Context", view: PagesView) -> None:
        super().__init__(view)
        self.context, self.press, self.view = context, Press(), view
        self.printed: Printed | None = None
        self.wish, self.reading = Wish(), Wish()
        self.doing = ""
        self.slow = QTimer(self)
        self.slow.setSingleShot(True)
        self.slow.setInterval(SLOW)
        self.slow.timeout.connect(lambda: self.busy.emit(self.doing))
        view.wanted.connect(self._render)

    def set(self, make: Callable[[], bytes], subject: Hashable = None) -> None:
        """Set the pages of the PDF that `make` returns on a worker; another `subject` begins at its first page."""
        self.wish.dropped = True
        self.wish = Wish(subject)
        self.begin(say("Setting the pages"))
        self.context.tasks.run(self.press.set_pages, make, self.wish, on_done=self._set, on_error=self.fail)

    def begin(self, words: str, *, at_once: bool = False) -> None:
        """Say what is being done with the document, when it takes a while or at once."""
        self.doing = words
        if at_once:
            self.slow.stop()
            self.busy.emit(words)
        elif not self.slow.isActive():
            self.slow.start()

    def finish(self) -> None:
        """Say nothing any more."""
        self.doing = ""
        self.slow.stop()
        self.busy.emit("")

    def fail(self, error: BaseException) -> None:
        """Tell of trouble in its own words; anything else is a fault of the program."""
        self.finish()
        if not isinstance(error, UserError | StoreError):
            raise error
        self.context.messages.tell(error)

    def stop(self) -> bool:
        """Drop what is under way; say whether there was anything."""
        busy = bool(self.doing)
        self.wish.dropped = True
        if busy:
            self.finish()
        return busy

    def _set(self, printed: Printed | None) -> None:
        if printed is None or printed.wish.dropped:
            return
        self.finish()
        if self.printed is None or self.printed.wish.subject != printed.wish.subject:
            self.view.start_over()
        self.printed = printed
        self.reading.dropped = True
        self.reading = Wish()
        self.view.show_pages(printed.sizes)
        self.set_up.emit()

    def _render(self, number: int, width: int) -> None:
        if self.printed is not None:
            self.context.tasks.run(self.press.render, self.printed, number, width, self.reading, on_done=self._rendered)

    def _rendered(self, page: Rendered | None) -> None:
        if page is not None and not page.wish.dropped:
            self.view.receive(page)
