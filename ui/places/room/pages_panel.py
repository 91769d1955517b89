"""The real pages of the minutes beside the sentence, set again when typing rests; the sentence never waits for them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from ui.editor.lines import lines_of, words_of
from ui.panels.pages import PageBar, PageWork
from ui.places.room.beside_pages import BesidePages
from ui.places.room.minutes_paper import MinutesPaper, Stretch, read_minutes
from ui.widgets.labels import Icon, Label, column, row
from ui.widgets.pane import Pane
from wibdesk.changes import EVERYTHING, Changes
from wibdesk.errors import StoreError, UserError
from wibdesk.language import later, say, say_pairs

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent

    from ui.context import Context
    from ui.editor.minute_editor import MinuteEditor
    from ui.editor.sheet import Sheet
    from ui.places.room.session import RoomSession

REST = 1000
"""Milliseconds without a key or a change before the pages are set again."""

AT_REST = [("F9", later("put away"))]  # the key that works while the keyboard is not in the pages


class QuietWork(PageWork):
    """Trouble with the pages is told beside them by `failed`: no banner comes over the sentence for it."""

    failed = Signal(str)

    def fail(self, error: BaseException) -> None:
        """Tell of trouble beside the pages; anything else is a fault of the program."""
        self.finish()
        if not isinstance(error, UserError | StoreError):
            raise error
        self.failed.emit(str(error))


class PagesPanel(Pane):
    """Sets pages only while it is in sight; single letters work in it, where nothing is typed."""

    takes_letters = True

    def __init__(self, context: "Context", session: "RoomSession", editor: "MinuteEditor") -> None:
        theme = context.theme
        super().__init__(theme, "window", "l")
        self.context, self.session, self.editor = context, session, editor
        self.view, self.bar = BesidePages(theme), PageBar(theme)
        self.view.setAccessibleName(say("Pages of the minutes, full version"))
        self.version = Label(theme, say("Full version"), "label")
        self.why = Label(theme, "", "small", wrap=True)
        self.trouble = Pane(theme, "warn_soft", "b")
        self.trouble.setLayout(row(theme, Icon(theme, "triangle-alert", "warn"), (self.why, 1), margins=(12, 6, 12, 6)))
        self.trouble.hide()
        head = row(theme, self.version, (self.bar, 1), margins=(14, 0, 0, 0))
        self.setLayout(column(theme, head, self.trouble, (self.view, 1), spacing=0, margins=(1, 0, 0, 0)))
        self.work = QuietWork(context, self.view)
        self.paper: MinutesPaper | None = None
        self.stretches: dict[str, Stretch] = {}
        self.following = True
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(REST)
        self._listen()

    def refresh(self) -> None:
        """Set the pages from what the register holds now."""
        self.rest.stop()
        if self.session.meeting is not None and self.isVisible():
            self.context.operations.read(
                read_minutes, self.session.meeting.id, self.session.now(), then=self._got, failed=self.work.fail
            )

    def follow(self) -> None:
        """Bring the item on the sheet into sight, unless the clerk has turned the pages since it came there."""
        stretch = self.stretches.get(self.session.item_id or "")
        if self.following and stretch is not None:
            self.view.bring(stretch, share_written(self.editor.sheet()))

    def follow_item(self) -> None:
        """Go along with the clerk to another item."""
        self.following = True
        self.follow()

    def begin(self) -> None:
        """Set the pages of the meeting that has come into the room."""
        self.stretches = {}
        self.following = True
        self.refresh()

    def showEvent(self, event: "QShowEvent") -> None:
        """Set the pages as they are now: nothing was set out of sight."""
        super().showEvent(event)
        self.following = True
        self.refresh()

    def hideEvent(self, event: "QHideEvent") -> None:
        """Set no page that nobody looks at."""
        super().hideEvent(event)
        self.rest.stop()
        self.work.stop()

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Keep the item in sight at another width."""
        super().resizeEvent(event)
        self.follow()

    def _listen(self) -> None:
        work, view = self.work, self.view
        self.rest.timeout.connect(self.refresh)
        self.context.events.changed.connect(self._heard)
        self.editor.edited.connect(self._put_off)
        view.turned.connect(self._turned)
        view.moved.connect(self._count)
        work.busy.connect(self.bar.say)
        work.set_up.connect(self._set_up)
        work.failed.connect(self._cannot)

    def _heard(self, changes: Changes) -> None:
        meeting = self.session.meeting
        if meeting is None or not self.isVisible() or not changes.touches(*EVERYTHING):
            return
        if changes.meeting_id in (None, meeting.id) and changes.body_id in (None, meeting.body.id):
            self.rest.start()

    def _put_off(self) -> None:
        if self.rest.isActive():
            self.rest.start()

    def _turned(self) -> None:
        self.following = False

    def _got(self, paper: MinutesPaper) -> None:
        meeting = self.session.meeting
        if self.isVisible() and meeting is not None and meeting.id == paper.meeting_id:
            self.paper = paper
            self.work.set(paper.pdf, paper.meeting_id)

    def _set_up(self) -> None:
        self.trouble.hide()
        self._count()
        if self.paper is not None and self.work.printed is not None:
            self.context.tasks.run(self.paper.stretches, self.work.printed.pdf, on_done=self._placed)

    def _placed(self, stretches: dict[str, Stretch]) -> None:
        self.stretches = stretches
        self.follow()

    def _cannot(self, words: str) -> None:
        kept = say("These pages are from before the last change. ") if self.view.sizes else ""
        self.why.setText(f"{kept}{words}")
        self.trouble.setAccessibleName(self.why.text())
        self.trouble.show()

    def _count(self) -> None:
        self.bar.show_page(self.view.current, len(self.view.sizes), self.view.share())
        if not self.view.hasFocus():
            self.bar.keys.set_pairs(say_pairs(AT_REST))


def share_written(sheet: "Sheet") -> float:
    """Return how much of the item stands up to the end of the entry with the caret, from above 0 to 1."""
    lengths = [sum(len(words_of(line)) + 1 for line in lines_of(entry)) for entry in sheet.entries]
    return sum(lengths[: sheet.index(sheet.caret.at.entry) + 1]) / sum(lengths)
