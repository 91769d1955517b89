"""Asks the register while the clerk types: after a moment's rest, and never shows the answer to an older question."""

from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from wibdesk.domain.search import Page, Query
from wibdesk.services.search import PAGE, search

if TYPE_CHECKING:
    from ui.operations import Operations

REST = 70
"""Milliseconds without a key after which is asked: a fast typist asks once a word, not once a letter."""


class Asking(QObject):
    """`answered` with what was found so far: all pages of it in one, or None where nothing is asked.

    `took` is how many milliseconds the last answer needed.
    """

    answered = Signal(object)

    def __init__(self, operations: "Operations", parent: QObject) -> None:
        super().__init__(parent)
        self.operations = operations
        self.query, self.page = Query(), Page()
        self.took, self.number, self.asks = 0, 0, False
        self.resting = QTimer(self)
        self.resting.setSingleShot(True)
        self.resting.setInterval(REST)
        self.resting.timeout.connect(self.now)

    def soon(self, query: Query) -> None:
        """Ask this after a moment's rest, instead of whatever was to be asked."""
        self.query = query
        self.resting.start()

    def now(self) -> None:
        """Ask at once; as many hits as are shown already come again."""
        self.resting.stop()
        self._ask(0, PAGE)

    def again(self) -> None:
        """Ask the same again, for all that is shown."""
        self._ask(0, max(PAGE, len(self.page.hits)))

    def more(self) -> None:
        """Ask for what comes after the last hit, if there is more and it is not on its way."""
        if not self.asks and self.page.hits and (self.page.more or len(self.page.hits) < self.page.count):
            self._ask(len(self.page.hits), PAGE)

    def _ask(self, first: int, size: int) -> None:
        self.number += 1
        number, began = self.number, monotonic()
        if self.query.empty:
            self.page = Page()
            self.answered.emit(None)
            return
        self.asks = True

        def answer(page: Page) -> None:
            if number == self.number and isValid(self):  # the window may be gone by now
                self.asks = False
                self.took = round((monotonic() - began) * 1000)
                self.page = replace(page, hits=(*self.page.hits, *page.hits), first=0) if first else page
                self.answered.emit(self.page)

        self.operations.read(search, self.query, first, size, then=answer)
