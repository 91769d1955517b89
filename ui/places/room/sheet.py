"""The white page in the middle: strips over it, the head of the item, and its minutes at the reading measure."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ui.editor.minute_editor import MinuteEditor
from ui.places.room.approved_strip import ApprovedStrip, AskFirst
from ui.places.room.conflict_card import ConflictCard
from ui.places.room.item_head import ItemHead, head_facts
from ui.places.room.part_two import PartStrip
from ui.places.room.picker import Picker
from ui.places.room.previous.strip import MinutesStrip
from ui.places.room.spelling import SpellingKept
from ui.places.room.stage_strip import StageStrip
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.empty import Empty
from ui.widgets.labels import Line, column, hold, row
from ui.widgets.pane import Pane
from wibdesk.language import say

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QPaintEvent

    from ui.places.room.session import RoomSession

MARGINS = {"single": 84.0}


class SheetPanel(Pane):
    """Shows the item of the session; a line along the top says that the keyboard is in the sentence."""

    def __init__(self, theme: Theme, session: "RoomSession") -> None:
        super().__init__(theme, "sheet")
        self.session = session
        self.strip = StageStrip(theme)
        self.approved = ApprovedStrip(theme)
        self.part = PartStrip(theme)
        self.minutes = MinutesStrip(theme, session.context.commands)
        self.first = AskFirst(theme, self.strip, self.approved)
        self.asking = Picker(theme, say("Places where the words stand"), sides="b")
        self.head = ItemHead(theme)
        self.editor = MinuteEditor(theme)
        self.spelling = SpellingKept(session.context, session, self.editor)
        self.paper = QWidget()
        self.paper.setLayout(_stacked(self.head, self.editor))
        self.no_meeting, self.open_meetings = self._no_meeting()
        self.no_items = Empty(
            theme, say("The agenda is empty"),
            say("Type a title and press Enter, or paste the whole agenda, one item a line."),
            keys=[("Ctrl N", say("type a title")), ("Ctrl V", say("paste the agenda"))],
        )  # fmt: skip
        self.pages = QStackedWidget()
        self.empty_agenda = hold(_padded(theme, self.no_items))
        self.empty_agenda.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.empty_agenda.setAccessibleName(
            say("The agenda is empty. Control N adds an item, Control V pastes an agenda.")
        )
        for page in (_held(_centred(self.paper)), self.empty_agenda, hold(_padded(theme, self.no_meeting))):
            self.pages.addWidget(page)
        # A question over the minutes is read whole at any text size; the sheet scrolls in what is left.
        self.pages.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.conflict = ConflictCard(theme)
        strips = (self.part, self.strip, self.approved, self.minutes, self.first, self.asking)
        self.setLayout(column(theme, *strips, (self.pages, 1), self.conflict, spacing=0, margins=(0, 2, 0, 0)))
        self.resized = QTimer(self, singleShot=True)  # a child: it ends with the editor when the desk is locked
        self.resized.timeout.connect(self.editor.ensureCursorVisible)
        self.editor.resized.connect(self._keep_caret_in_view)
        self.editor.focused.connect(lambda _came: self.update())  # the line along the top
        self.editor.verticalScrollBar().valueChanged.connect(lambda value: self.head.set_scrolled(value > 0))
        self.set_size("standard")

    def show_item(self) -> None:
        """Show the head of the item on the sheet, or why there is none."""
        session, item = self.session, self.session.item
        self.strip.show_stage(session.meeting, changeable=session.changeable, adjourned=session.adjourned)
        page = 2 if session.meeting is None else 0 if item is not None else 1
        self.pages.setCurrentIndex(page)
        self.part.show_item(item)
        if item is not None:
            self.head.show_item(session.number_of(item), item, head_facts(item, session.spent().get(item.id)))
            self.editor.setAccessibleName(say("Minutes of item {number}", number=session.number_of(item)))

    def set_size(self, size: str) -> None:
        """Take the form of a layout."""
        margin = MARGINS.get(size, float(self.theme.tokens["size"]["margin_column"]))
        self.head.set_form(margin=margin, one_line=size == "single")
        self.editor.set_margin(margin)
        sizes = self.theme.tokens["size"]
        self.paper.setMaximumWidth(self.theme.px(sizes["measure_max"] + margin + 48))

    def take_dropped(self, words: "QMimeData") -> None:
        """Put words that were dropped in at the caret, as if they were pasted."""
        if self.stop() is self.editor:
            self.editor.insertFromMimeData(words)
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> QWidget:
        """Return what takes the keyboard here: the sentence, or the way out of an empty room."""
        return (self.editor, self.empty_agenda, self.open_meetings)[self.pages.currentIndex()]

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint the ground, and the line along the top while the keyboard is in the sentence."""
        super().paintEvent(event)
        if self.editor.hasFocus():
            QPainter(self).fillRect(0, 0, self.width(), self.theme.focus_width, self.theme.focus)

    def _keep_caret_in_view(self, high: int) -> None:
        """Let a strip that comes hide no caret that was to be seen in a view of this height."""
        if self.editor.cursorRect().bottom() <= high:
            self.resized.start()

    def _no_meeting(self) -> tuple[Empty, Button]:
        button = Button(self.theme, say("Open a meeting from Meetings"), "primary", key="Ctrl 1")
        why = say("The room shows one meeting at a time: its agenda, its minutes and who is there.")
        return Empty(self.theme, say("No meeting is in the room"), why, button=button), button


def _stacked(*parts: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for part in parts:
        layout.addWidget(part)
    return layout


def _held(layout: QHBoxLayout) -> QWidget:
    widget = QWidget()
    widget.setLayout(layout)
    return widget


def _centred(paper: QWidget) -> QHBoxLayout:
    """Return a layout that gives the paper its whole width, and shares what is left over between both sides."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addStretch(1)
    layout.addWidget(paper, 1000)
    layout.addStretch(1)
    return layout


def _padded(theme: Theme, page: QWidget) -> Line:
    page.setMaximumWidth(theme.px(560))
    return row(theme, (page, 1), margins=(40, 40, 40, 40))
