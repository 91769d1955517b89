"""The Preview place: what can be printed, the real pages, and what is looked at before a paper goes out."""

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui.panels.log_choice import LogChoice, choice_from
from ui.panels.pages import PageWork
from ui.place import Place, Where
from ui.places.preview.acts import PreviewActs
from ui.places.preview.beside import Beside
from ui.places.preview.checks import checks, pdf_check
from ui.places.preview.comparison import Comparing
from ui.places.preview.keys import foot_keys, register
from ui.places.preview.layout import PreviewLayout
from ui.places.preview.making import Making
from ui.places.preview.middle import NOTHING, Middle
from ui.places.preview.offers import ACTIONS, AGENDA, CALENDAR, FIGURES, MINUTES, PLAN, REGISTER
from ui.places.preview.options import BY
from ui.places.preview.papers import Wanted
from ui.places.preview.remembered import Remembered
from ui.places.preview.rows import PaperDelegate, PapersList, paper_rows
from ui.places.preview.saving import Saving
from ui.widgets.button import Button
from ui.widgets.labels import column, row
from ui.widgets.pane import Pane
from ui.widgets.title_bar import TitleBar
from wibdesk.changes import EVERYTHING, EXPORTS, Changes
from wibdesk.language import later, say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.context import Context

REST = 300
"""Milliseconds of rest after a change before the pages are set again."""


class Reading(QWidget):
    """Papers and pages: single letters work while the keyboard is in here, where nothing is typed."""

    takes_letters = True


class PreviewPlace(Place):
    """Every document of a meeting, its body and their plans, as it will be saved and printed."""

    place_id: ClassVar[str] = "preview"
    word: ClassVar[str] = later("Preview")
    icon: ClassVar[str] = "book-open"

    def __init__(self, context: "Context") -> None:
        super().__init__(context)
        theme = context.theme
        self.came_from, self.remembered = "meetings", Remembered(context.settings)
        self.middle, self.side = Middle(theme), Beside(theme, context.settings.now.export_folder)
        self.work = PageWork(context, self.middle.view)
        self.making = Making(context, self.work)
        self.compare_button = Button(theme, say("Compare with the last version"), icon="history", key="C")
        self.head = TitleBar(theme, say(self.word), " ", buttons=(self.compare_button,))
        self.list = PapersList(theme, PaperDelegate(theme), say("What can be printed"))
        list_pane = Pane(theme, "panel", "r", layout=column(theme, (self.list, 1), margins=(0, 4, 1, 0)))
        self.reading = Reading(self)
        self.reading.setLayout(row(theme, list_pane, (self.middle, 1), spacing=0))
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(REST)
        self.layout_of = PreviewLayout(self, theme)
        self.layout_of.hold(head=self.head, papers=list_pane, reading=self.reading, side=self.side)
        self.acts, self.saving, self.comparing = PreviewActs(self), Saving(self), Comparing(self)
        self._connect()
        register(self)

    def keys(self) -> list[tuple[str, str]]:
        """Return the pairs for the foot."""
        return foot_keys(self)

    def title(self) -> str:
        """Return what is shown, of whom and of which day."""
        order = self.making.order
        return f"{say(self.word)}, {order.offer.label}, {order.words()}" if order is not None else say(self.word)

    def enter(self, where: Where) -> None:
        """Show a paper of the meeting named, else of the one shown last; the note names the paper."""
        settings, before, wanted = self.context.settings.now, self.making.papers, self.making.wanted
        came = settings.last_place
        self.came_from = AGENDA if where.note == AGENDA else came if came not in ("", self.place_id) else self.came_from
        choice, row_id = choice_from(where.note), self.making.row_id
        if choice is not None:
            row_id = ACTIONS
        elif where.note in (CALENDAR, FIGURES, REGISTER) or where.note.startswith((PLAN, f"{FIGURES} ")):
            row_id, choice = where.note, LogChoice(body_id=where.body_id or "")
        elif where.meeting_id is not None:
            row_id = where.note or MINUTES
        else:
            choice = wanted.choice
        shown = before.meeting.id if before.meeting is not None else ""
        meeting_id = where.meeting_id or wanted.meeting_id or shown or settings.last_meeting
        item_id = where.item_id or settings.last_item.partition(" ")[0]
        self.comparing.stop()
        self.show_side(False)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        by, last = self.remembered.log_order(), self.remembered.meetings_back()
        if choice is not None and choice.group_by != LogChoice().group_by and choice.group_by in dict(BY):
            by = choice.group_by  # the paper of the log has the headings that the log has
        period = wanted.period
        if row_id.startswith(f"{FIGURES} "):  # how far back they go follows in the note
            row_id, _, period = row_id.partition(" ")
        self.making.start(Wanted(row_id, meeting_id, where.body_id or "", item_id, choice, by, last, period=period))

    def body_here(self) -> str:
        """Return the body whose papers these are."""
        meeting = self.making.papers.meeting
        return meeting.body.id if meeting is not None else ""

    def leave(self) -> None:
        """Stop setting pages that nobody looks at."""
        self.rest.stop()
        self.saving.wished, self.comparing.wished = "", False
        self.side.out.forget_password()
        self.work.stop()

    def panels(self) -> list[QWidget]:
        """Return papers, pages and what goes out."""
        return [self.list, self.middle.stop(), self.side.stop()]

    def to_side(self) -> None:
        """Go to what is asked before a paper goes out, or over to it where there is no room beside the pages."""
        self.show_side()
        self.side.stop().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_side(self, alone: bool = True) -> None:
        """Show the findings in place of the pages where there is no room for both, or the pages again."""
        self.layout_of.show_side(alone)
        self.keys_changed.emit()

    def go_back(self) -> None:
        """Stop what is under way, else go back to the papers and pages, else to the place that led here."""
        if self.acts.stop():
            return
        if self.comparing.stop() or self.layout_of.side_alone or self.is_at_side():
            self.show_side(False)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        meeting = self.making.papers.meeting
        with_meeting = meeting is not None and self.came_from in ("room", "agenda")
        where = Where(meeting.body.id, meeting.id) if with_meeting and meeting is not None else Where()
        self.context.go(self.came_from, where)

    def is_at_side(self) -> bool:
        """Say whether what goes out has the keyboard."""
        here = QApplication.focusWidget()
        return here is not None and self.side.isAncestorOf(here)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Lay out for the new width."""
        super().resizeEvent(event)
        self._settle()
        self.keys_changed.emit()

    def _settle(self) -> None:
        self.layout_of.settle()
        self.compare_button.set_words(self.comparing.words())
        wanted = self.head.sub.sizeHint().width() + self.compare_button.sizeHint().width()
        if not self.layout_of.is_roomy() or wanted + self.context.theme.px(64) > self.head.width():
            self.compare_button.set_words(self.comparing.words(short=True))

    def _show_papers(self) -> None:
        order = self.making.order
        self.side.setEnabled(order is not None)
        self._list_papers()
        if order is None:
            self.compare_button.setEnabled(False)
            self.middle.show_why()
            self.side.list.show_checks(())
            return
        self.head.set_words(say(self.word), order.words())
        self._settle()
        self.remembered.keep(self.making.wanted)
        self.side.options.show_order(order, self.making.wanted.by, self.making.wanted.last)
        self.side.show_style(order)
        self.chrome_changed.emit()

    def _show_paper(self) -> None:
        looked = self.making.looked
        assert looked is not None
        self.comparing.stop()
        self.side.show_version(looked)
        self.side.out.offer(looked.formats)
        self.side.propose(looked.name)
        self.compare_button.setEnabled(looked.document is not None)
        self._settle()
        if looked.document is not None:
            self.middle.show_pages()
        else:
            focused = self.middle.view.hasFocus()
            untold = looked.untold is not None
            more = say(" The key 1 goes to the item.") if untold else ""
            self.middle.show_why(say("No public version yet") if untold else say(NOTHING), f"{looked.refusal}{more}")
            self.context.messages.announce(looked.refusal)
            if focused:
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_checks()

    def _show_checks(self) -> None:
        looked = self.making.looked
        if looked is not None:
            made = looked.document is not None
            self.side.list.show_checks([*checks(looked), *([pdf_check(self.making.findings)] if made else [])])
        self._list_papers()
        self.middle.count()
        self.keys_changed.emit()

    def _list_papers(self) -> None:
        # What is wanted is known already: the list follows it and asks for nothing.
        with QSignalBlocker(self.list):
            self.list.set_rows(paper_rows(self.making.papers.offers, self.making.row_id, self.making.pages()))
            self.list.choose(self.making.row_id)

    def _connect(self) -> None:
        making = self.making
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(lambda _row: self.middle.stop().setFocus(Qt.FocusReason.OtherFocusReason))
        self.list.paged.connect(self.middle.page)
        self.compare_button.clicked.connect(self.comparing.start)
        making.was_read.connect(self._show_papers)
        making.was_looked_over.connect(self._show_paper)
        making.settled.connect(self.saving.go_on)
        making.settled.connect(self.comparing.go_on)
        making.was_checked.connect(self._show_checks)
        self.work.busy.connect(self.middle.bar.say)
        self.middle.view.moved.connect(self.middle.count)
        self.saving.changed.connect(self.keys_changed)
        self.rest.timeout.connect(making.refresh)
        self.context.events.changed.connect(self._changed)
        self.context.theme.changed.connect(self._settle)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self.keys_changed)

    def _chosen(self, chosen: Any) -> None:
        if chosen is not None and chosen.row_id != self.making.row_id:
            self.making.want(row_id=chosen.row_id)

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches(*EVERYTHING, EXPORTS):
            self.rest.start()
