"""Brings what is wanted to the pages: read from the register, looked over, set, and the finished PDF checked."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ui.panels.pages import PageWork
from ui.panels.pages.press import Printed
from ui.places.preview.looking import Looked, look_over
from ui.places.preview.papers import Order, Papers, Wanted, read_papers
from wibdesk.documents.pdf.checking import pdf_findings

if TYPE_CHECKING:
    from ui.context import Context

Checked = tuple[Printed, tuple[str, ...]]


class Making(QObject):
    """`was_read` when it is known what can be printed, `was_looked_over` when the document stands or is refused.

    `settled` follows when that is all for now, `was_checked` when its PDF was.
    """

    was_read = Signal()
    was_looked_over = Signal()
    settled = Signal()
    was_checked = Signal()

    def __init__(self, context: "Context", work: PageWork) -> None:
        super().__init__(work)
        self.context, self.work = context, work
        self.wanted, self.papers = Wanted(), Papers()
        self.order: Order | None = None
        self.looked: Looked | None = None
        self.findings: tuple[str, ...] | None = None  # of the check of the PDF; None before it is there
        self.awaited = self.is_set = False  # whether something was asked for, and whether its pages stand
        self.versions: dict[str, str] = {}  # the version chosen on this visit, by the row of the paper
        work.set_up.connect(self._set_up)

    def start(self, wanted: Wanted) -> None:
        """Show something else from the beginning."""
        self.order = self.looked = None
        self.awaited, self.wanted = True, wanted
        self.versions.clear()
        self.refresh()

    def want(self, **changes: Any) -> None:
        """Show the same otherwise, or another paper: what is named is changed."""
        row = changes.get("row_id", self.row_id)
        if "edition" in changes:
            self.versions[row] = changes["edition"]
        self.wanted = replace(self.wanted, **{"row_id": row, "edition": self.versions.get(row, ""), **changes})
        self.refresh()

    def refresh(self) -> None:
        """Read what is wanted again."""
        now = self.context.desk.now()
        self.context.operations.read(read_papers, self.wanted, now, then=self._read)

    @property
    def row_id(self) -> str:
        """The row of the paper that is shown, of the one wanted before any is."""
        return self.order.offer.row_id if self.order is not None else self.wanted.row_id

    def pages(self) -> int:
        """Return how many pages the paper has, 0 before they are set."""
        return len(self.work.printed.sizes) if self.is_set and self.work.printed is not None else 0

    def _read(self, papers: Papers) -> None:
        if papers.wanted != self.wanted:
            return  # something else was asked for since, and is on its way
        self.papers, self.awaited, order = papers, False, papers.order
        known = order is not None and self.looked is not None and order.same(self.order)
        if not known:
            self.order, self.looked, self.findings, self.is_set = order, None, None, False
        self.was_read.emit()
        if known or order is None:
            self.settled.emit()
        else:
            self.context.tasks.run(look_over, order, on_done=self._looked)

    def _looked(self, looked: Looked) -> None:
        if looked.asked is not self.order:
            return
        self.looked = looked
        if looked.document is None:
            self.work.stop()
        else:
            self.work.set(looked.pdf, looked.order.subject)
        self.was_looked_over.emit()
        self.settled.emit()

    def _set_up(self) -> None:
        self.is_set = True
        self.was_checked.emit()
        self.context.tasks.run(_checked, self.work.printed, on_done=self._checked)

    def _checked(self, checked: Checked) -> None:
        printed, findings = checked
        if printed is self.work.printed and self.is_set:
            self.findings = findings
            self.was_checked.emit()


def _checked(printed: Printed) -> Checked:
    return printed, pdf_findings(printed.pdf)
