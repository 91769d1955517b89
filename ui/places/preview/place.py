"""The Preview place: what can be printed, the real pages, and what is looked at before a paper goes out."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from ui.panels.log_choice import LogChoice, choice_from
from ui.place import Place, Where
from ui.places.preview.acts import PreviewActs
from ui.places.preview.beside import Beside
from ui.places.preview.checks import checks
from ui.places.preview.keys import foot_keys, register
from ui.places.preview.layout import PreviewLayout
from ui.places.preview.page_bar import PageBar
from ui.places.preview.pages_view import PagesView
from ui.places.preview.papers import ACTIONS, AGENDA, KIND_WORDS, MINUTES, Order, Papers, order_of, read_papers
from ui.places.preview.press import Press
from ui.places.preview.rows import MarkedDelegate, PapersList, paper_rows
from ui.places.preview.work import PageWork
from ui.widgets.empty import Empty
from ui.widgets.labels import column, row
from ui.widgets.pane import Pane
from ui.widgets.title_bar import TitleBar
from wibdesk.changes import EVERYTHING, PLANS, Changes
from wibdesk.documents.files import proposed_name

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.context import Context

REST = 300
"""Milliseconds of rest after a change before the pages are set again."""
NAMES = {MINUTES: "minutes", AGENDA: "agenda", ACTIONS: "action log"}


class Reading(QWidget):
    """Papers and pages: single letters work while the keyboard is in here, where nothing is typed."""

    takes_letters = True


class PreviewPlace(Place):
    """Minutes, agenda and action log as they will be saved and printed."""

    place_id: ClassVar[str] = "preview"
    word: ClassVar[str] = "Preview"
    icon: ClassVar[str] = "book-open"

    def __init__(self, context: "Context") -> None:
        super().__init__(context)
        theme = context.theme
        self.papers, self.order, self.kind, self.awaited = Papers(), None, MINUTES, False
        self.choice, self.meeting_id, self.came_from = None, context.settings.now.last_meeting, "meetings"
        self.press, self.view = Press(), PagesView(theme)
        self.work = PageWork(context, self.press, self.view)
        self.head = TitleBar(theme, "Preview", " ")
        self.list = PapersList(theme, MarkedDelegate(theme), "What can be printed")
        self.list_pane = Pane(
            theme, "panel", "r", width=208, layout=column(theme, (self.list, 1), margins=(0, 8, 1, 0))
        )
        self.bar = PageBar(theme)
        self.empty = Empty(theme, "Nothing to print yet", "Ctrl 1 leads to the meetings: make one there first.")
        middle = Pane(theme, "window", layout=column(theme, self.bar, self.empty, (self.view, 1), spacing=0))
        self.reading, self.side = Reading(self), Beside(theme, context.settings.now.export_folder)
        self.reading.setLayout(row(theme, self.list_pane, (middle, 1), spacing=0))
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(REST)
        self.layout_of = PreviewLayout(self, theme)
        self.layout_of.hold(head=self.head, papers=self.list_pane, reading=self.reading, side=self.side)
        self.acts = PreviewActs(self)
        self._connect()
        register(self)

    order: Order | None
    choice: LogChoice | None

    def keys(self) -> list[tuple[str, str]]:
        """Return the pairs for the foot."""
        return foot_keys(self)

    def title(self) -> str:
        """Return what is shown, of whom and of which day."""
        return f"Preview, {KIND_WORDS[self.order.kind]}, {self.order.words()}" if self.order else self.word

    def enter(self, where: Where) -> None:
        """Show a paper of the meeting named, else of the one shown last; the note names the paper."""
        before = self.context.settings.now.last_place
        chosen = choice_from(where.note)
        self.came_from = AGENDA if where.note == AGENDA else before if before not in ("", "preview") else self.came_from
        if chosen is not None:
            self.kind, self.choice = ACTIONS, chosen
        elif where.meeting_id is not None:
            self.kind, self.choice = AGENDA if where.note == AGENDA else MINUTES, None
        self.meeting_id = where.meeting_id or self.meeting_id or self.context.settings.now.last_meeting
        self.order, self.awaited = None, True  # the paper of the last visit is not what is asked for now
        self.show_side(False)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    def leave(self) -> None:
        """Stop setting pages that nobody looks at."""
        self.rest.stop()
        self.acts.wished = ""
        self.work.stop()

    def panels(self) -> list[QWidget]:
        """Return papers, pages and what goes out."""
        return [self.list, self.view, self.side.list]

    def refresh(self) -> None:
        """Read what can be printed again."""
        self.context.operations.read(
            read_papers, meeting_id=self.meeting_id, choice=self.choice, today=self.context.desk.now().date(),
            then=self._show,
        )  # fmt: skip

    def to_side(self) -> None:
        """Go to the findings, or over to them where there is no room beside the pages."""
        self.show_side()
        self.side.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_side(self, alone: bool = True) -> None:
        """Show the findings in place of the pages where there is no room for both, or the pages again."""
        self.layout_of.show_side(alone)
        self.keys_changed.emit()

    def go_back(self) -> None:
        """Stop what is under way, else go back to the pages, else to the place that led here."""
        if self.acts.stop():
            return
        if self.layout_of.side_alone:
            self.show_side(False)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        meeting = self.papers.meeting
        with_meeting = meeting is not None and self.came_from in ("room", "agenda")
        where = Where(meeting.body.id, meeting.id) if with_meeting and meeting is not None else Where()
        self.context.go(self.came_from, where)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Lay out for the new width."""
        super().resizeEvent(event)
        self.layout_of.settle()
        self.keys_changed.emit()

    def _show(self, papers: Papers) -> None:
        self.papers, self.awaited = papers, False
        self.meeting_id = papers.meeting.id if papers.meeting is not None else ""
        self.kind = self.kind if self.kind in papers.kinds() else ACTIONS
        nothing = papers.meeting is None and not papers.log
        self.empty.setVisible(nothing)
        self.view.setVisible(not nothing)
        self.side.setEnabled(not nothing)
        if nothing:
            self.order = None
            self.side.show_checks(())
            return
        self.list.set_rows(paper_rows(papers, self.kind, 0))
        self.list.choose(self.kind)
        self._order()
        self.acts.go_on()

    def _order(self) -> None:
        order = order_of(self.kind, self.papers, self.context.desk.now())
        if self.order is not None and self.order == replace(order, now=self.order.now):
            return  # nothing has changed: the pages stand as they are
        self.order = order
        self.work.set(order)
        self.head.set_words("Preview", order.words())
        self.side.show_style(order.style_name, self.acts.why_fixed())
        body = order.body_name or "All bodies"
        name = proposed_name(body, order.day, NAMES[order.kind], "pdf", draft=order.draft)
        self.side.propose(name.removesuffix(".pdf"))
        self._found()
        self.chrome_changed.emit()

    def _found(self) -> None:
        printed, order = self.work.printed, self.order
        if order is not None:
            current = printed is not None and printed.order is order
            self.side.show_checks(checks(order, printed.remarks if current and printed else ()))
            pages = len(printed.sizes) if current and printed else 0
            if pages:
                self.list.set_rows(paper_rows(self.papers, order.kind, pages))
        self._count()
        self.keys_changed.emit()

    def _count(self) -> None:
        self.bar.show_page(self.view.current, len(self.view.sizes), self.view.share())

    def _connect(self) -> None:
        self.empty.hide()
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(lambda _row: self.view.setFocus(Qt.FocusReason.OtherFocusReason))
        self.list.paged.connect(lambda by: self.view.go_to(self.view.current + by))
        self.work.set_up.connect(self._found)
        self.work.busy.connect(self.bar.say)
        self.view.moved.connect(self._count)
        self.acts.changed.connect(self.keys_changed)
        self.rest.timeout.connect(self.refresh)
        self.context.events.changed.connect(self._changed)
        self.context.theme.changed.connect(self.layout_of.settle)

    def _chosen(self, chosen: Any) -> None:
        if chosen is not None and chosen.row_id != self.kind:
            self.kind = chosen.row_id
            self._order()

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches(*(EVERYTHING - {PLANS})):
            self.rest.start()
