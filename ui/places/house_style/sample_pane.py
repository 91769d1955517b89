"""The sample page beside the settings: the real PDF of an invented meeting, set again a moment after each change."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ui.panels.pages import PageBar, PagesView, PageWork
from ui.panels.register_place import stacked
from ui.places.house_style.sample import Sample
from wibdesk.language import say

if TYPE_CHECKING:
    from ui.context import Context

REST = 300
"""Milliseconds of rest after a change before the pages are set again."""


class SamplePane(QWidget):
    """Pages with their strip; single letters work in it, where nothing is typed."""

    takes_letters = True

    def __init__(self, context: "Context") -> None:
        super().__init__()
        self.view, self.bar = PagesView(context.theme), PageBar(context.theme)
        self.view.setAccessibleName(say("Sample pages"))
        self.work = PageWork(context, self.view)
        self.sample: Sample | None = None
        self.wished: Sample | None = None
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(REST)
        self.rest.timeout.connect(self._set)
        self.work.busy.connect(self.bar.say)
        self.work.set_up.connect(self._count)
        self.view.moved.connect(self._count)
        self.setLayout(stacked(self.bar, self.view, fill=1))

    def show_sample(self, sample: Sample) -> None:
        """Show the sample: another style at once, a change of the same style after a moment of rest."""
        if sample == self.wished:
            return
        before, self.wished = self.wished, sample
        if before is None or before.style.name != sample.style.name:
            self.rest.stop()
            self._set()
        else:
            self.rest.start()

    def stop(self) -> None:
        """Set no page that nobody looks at."""
        self.rest.stop()
        self.work.stop()
        self.wished = self.sample = None

    def _set(self) -> None:
        if self.wished is not None and self.wished != self.sample:
            self.sample = self.wished
            self.work.set(self.sample.pdf, self.sample.logo)  # a new logo is to be seen on the first page

    def _count(self) -> None:
        self.bar.show_page(self.view.current, len(self.view.sizes), self.view.share())
