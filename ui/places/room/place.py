"""The room: the live meeting on one screen: its agenda, the sentence being typed, who is there, what is to be done."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from ui.panels.dropped_papers import DroppedPapers
from ui.panels.versions import VersionsPanel
from ui.place import Place, Where
from ui.places.room.acts import RoomActs
from ui.places.room.adjourning import Adjourning
from ui.places.room.agenda_panel import AgendaPanel
from ui.places.room.approving import Approving
from ui.places.room.conflicting import Conflicting
from ui.places.room.focus_mode import FocusMode
from ui.places.room.foot import foot_keys
from ui.places.room.gap_moves import GapMoves
from ui.places.room.header import RoomHeader
from ui.places.room.keys import add_commands
from ui.places.room.layout import PAGES, RoomLayout
from ui.places.room.moves import RoomMoves
from ui.places.room.pages_panel import PagesPanel
from ui.places.room.part_two import PartTwo
from ui.places.room.places_kept import PlaceKept, Throttle
from ui.places.room.previous.keeping import PreviousKept
from ui.places.room.quorum_watch import QuorumWatch
from ui.places.room.readback import ReadingBack
from ui.places.room.saved_status import SavedStatus
from ui.places.room.saving import LiveSave
from ui.places.room.session import RoomSession
from ui.places.room.sheet import SheetPanel
from ui.places.room.side_panel import SidePanel
from ui.places.room.surround import SurroundingsKept
from ui.places.room.typed import TypedHere
from ui.places.room.wiping import Wiping
from ui.places.room.words_kept import WordsKept
from wibdesk.domain.dates import long_date
from wibdesk.language import later, say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from ui.context import Context


REST = 700
"""Milliseconds after a move of the caret in which its place is written down; moves that follow do not put it off."""


class RoomPlace(Place):
    """Puts header, agenda, sheet and side together; what each does is its own affair."""

    place_id, word, icon = "room", later("Room"), "notebook-pen"
    was_reading = False  # the read-back was open when the room was left

    def __init__(self, context: "Context") -> None:
        super().__init__(context)
        theme = context.theme
        session = self.session = RoomSession(context)
        self.bar = RoomHeader(theme, session)
        self.agenda = AgendaPanel(theme, session)
        self.sheet = SheetPanel(theme, session)
        self.side = SidePanel(theme, session)
        self.pages = PagesPanel(context, session, self.sheet.editor)
        self.versions = VersionsPanel(context, self.sheet.editor.entries)
        parts = (self.agenda, self.sheet, self.pages, self.side, self.versions)
        self.stack, floor = QStackedWidget(), QWidget()
        self.stack.addWidget(floor)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        self.layout_of = RoomLayout(floor, theme, context.settings, parts)
        self.saving = LiveSave(self.sheet.editor, session)
        self.saved = SavedStatus(context, self.bar, self.saving)
        self.acts = RoomActs(context, session, self.sheet, self.saving)
        self.conflicting = Conflicting(context, session, self.sheet.conflict, self.saving)
        self.approving = Approving(context, session, self.sheet, self.saving)
        self.part_two = PartTwo(context, session, self.saving)
        self.wiping = Wiping(context, session, self.sheet, self.approving)
        self.moves = RoomMoves(session, self.layout_of, self.agenda, self.sheet, self.side)
        self.adjourning = Adjourning(context, session, self.sheet)
        self.quorum = QuorumWatch(context, session, self.sheet, self.adjourning)
        self.focus = FocusMode(self)
        self.surround = SurroundingsKept(context, session, self.sheet.editor)
        self.reading = ReadingBack(context, session, self.saving, self.surround, self.stack)
        self.words = WordsKept(context, session, self.sheet.editor, self.surround)
        self.gaps = GapMoves(context, session, self.saving)
        self.side.carried.review.flush = self.saving.flush
        self.previous = PreviousKept(self)
        self.kept = PlaceKept(context.settings)
        self.held = TypedHere(session, self.saving)
        self.minute = QTimer(self, singleShot=True)
        self.resting = Throttle(REST, self)
        self.end_wished, self.entry_wished = False, ""
        self._listen()
        add_commands(self)

    def keys(self) -> list[tuple[str, str]]:
        """Return the pairs for the foot."""
        return [] if self.focus.on else foot_keys(self)

    def title(self) -> str:
        """Return body, day and stage."""
        meeting = self.session.meeting
        if meeting is None:
            return say(self.word)
        day = meeting.details.date
        live = say("live") if self.session.live else ""
        return ", ".join(words for words in (meeting.body.name, long_date(day) if day else "", live) if words)

    def header(self) -> QWidget:
        """Return the strip of facts."""
        return self.bar

    def shows_rail(self) -> bool:
        """Leave the rail away where the width is wanted for the meeting."""
        size = self.context.theme.tier(self.window().width())
        wanted = size == "single" or (size == "compact" and self.session.live)
        return not self.focus.on and (self.session.meeting is None or not wanted)

    def live(self) -> str | None:
        """Return how long the meeting has been running."""
        return self.session.live_words()

    def floor(self) -> QWidget:
        """Let what was done be said at the foot of the sheet, above a choice that waits there."""
        return self.reading.floor() or self.previous.correcting.floor() or self.sheet.pages

    def panels(self) -> list[QWidget]:
        """Return sentence, choice, versions, pages, attendance, agenda and foot: the order in which F6 goes round."""
        if self.session.meeting is None:
            return [self.sheet.stop()]
        if self.reading.open_now:
            return self.reading.panels()
        if self.previous.correcting.open_now:
            return self.previous.correcting.panels()
        beside = (self.sheet.conflict.mine, self.versions.stop(), self.pages.view)
        return [self.sheet.stop(), *beside, self.side.stop(), self.agenda.list, self.side.open]

    def enter(self, where: Where) -> None:
        """Show the meeting named, else the one that was here, else the one of the last time."""
        self.focus.end()
        self.layout_of.settle()
        known, kept = self.session.meeting, self.kept
        self.end_wished, self.entry_wished = where.note == "end", where.entry_id or ""
        if where.meeting_id is not None and (known is None or known.id != where.meeting_id):
            self.session.open(where.meeting_id, where.item_id or kept.item_of(where.meeting_id))
        elif known is not None:
            if where.item_id is not None:
                self.session.show_item(where.item_id)
            self.saving.caret_into(self.entry_wished)
            self.session.read_again()
        elif kept.meeting_id:
            self.session.open(kept.meeting_id, kept.item_of(kept.meeting_id), quietly=True)
        self.tick()
        if where.back and self.was_reading:
            self.reading.open()
        else:
            self.moves.to_sentence()

    def leave(self) -> None:
        """Send what was typed and remember where the clerk is."""
        self.saving.keep()
        self.keep_place()
        self.was_reading = self.reading.hide()
        self.previous.correcting.put_away()

    def keep_place(self) -> None:
        """Write down which meeting and item is in the room, and where the caret stands."""
        self.resting.stop()
        caret = self.sheet.editor.caret() if self.session.item_id else None
        self.kept.keep(self.session, caret, self.sheet.editor.page.entries)

    def tick(self) -> None:
        """Move every time on, and come again when the next minute begins."""
        self.bar.tick()
        self.agenda.show_agenda()
        self.sheet.show_item()
        self.moves.follow_versions()
        self.minute.start((60 - self.session.now().second) * 1000 + 50)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Go back to the sentence on Esc, from wherever the keyboard is; from there, leave focus mode."""
        if event.key() == Qt.Key.Key_Escape:
            if not self.focus.escape():
                self.moves.to_sentence()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Take the layout for the new width."""
        super().resizeEvent(event)
        self._settle()

    def _listen(self) -> None:
        session, context = self.session, self.context
        self.files_taken = DroppedPapers(context, lambda: session.item if session.changeable else None).take
        self.words_taken = self.sheet.take_dropped
        session.opened.connect(self.pages.begin)
        session.opened.connect(self._opened)
        session.read_anew.connect(self.saving.merge)
        session.refreshed.connect(self._refreshed)
        session.refreshed.connect(self.versions.read)
        session.log_changed.connect(self.side.carried.read)
        session.leaving_item.connect(self.saving.keep)
        session.item_changed.connect(self._item_changed)
        session.item_changed.connect(self.pages.follow_item)
        self.quorum.looked.connect(self.bar.show_members)
        self.versions.restore_wished.connect(self.acts.restore)
        self.saving.actions_changed.connect(self.side.show_actions)
        self.saving.conflicts_changed.connect(self.keys_changed)
        self.saving.throttle.timeout.connect(self.agenda.follow_typing)
        self.acts.done.connect(self.moves.to_sentence)
        self.reading.opening.connect(self.focus.end)
        self.reading.left.connect(self.moves.to_sentence)
        self.reading.to_attendance.connect(self.moves.to_attendance)
        self.reading.changed.connect(self.chrome_changed)
        self.reading.changed.connect(self.keys_changed)
        self.approving.done.connect(self.moves.to_sentence)
        self.part_two.done.connect(self.moves.to_sentence)
        self.minute.timeout.connect(self.tick)
        self.minute.timeout.connect(self.reading.show_form)
        self.resting.timeout.connect(self.keep_place)
        self.sheet.editor.cursorPositionChanged.connect(self.resting.begin)
        self.side.action_chosen.connect(self.acts.show_entry)
        self.sheet.open_meetings.clicked.connect(lambda: context.go("meetings", Where()))
        context.theme.changed.connect(self._settle)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_moved)

    def _opened(self) -> None:
        self.saving.forget()
        if self.session.item_id is not None:
            self.saving.show(self.session.item_id)
            kept = None if self.end_wished else self.kept.caret_of(self.session.item_id)
            if kept is not None:
                self.saving.caret_at(kept[0], after=kept[1])
            self.saving.caret_into(self.entry_wished)
        self.side.carried.read()
        self._refreshed()
        if self.isVisible():
            self.moves.to_sentence()
            if self.session.meeting is not None and not self.session.items:
                self.moves.ask_title()

    def _refreshed(self) -> None:
        meeting = self.session.meeting
        self.body_id = meeting.body.id if meeting is not None else ""
        self.layout_of.furnish(meeting is not None)
        self.bar.show_meeting()
        self.side.show_all()
        self.surround.refresh()
        self.words.refresh()
        self.tick()
        self.keys_changed.emit()
        self.chrome_changed.emit()

    def _item_changed(self) -> None:
        item = self.session.item
        if item is not None:
            self.saving.show(item.id)
            self.surround.refresh()
            place = next(n for n, i in enumerate(self.session.items, 1) if i.id == item.id)
            self.context.messages.announce(
                say("Item {place} of {number}, {title}", place=place, number=len(self.session.items), title=item.title)
            )
        self.side.show_actions()
        stood_empty = self.sheet.empty_agenda.hasFocus()
        self.tick()
        if stood_empty:
            self.moves.to_sentence()
        self.keys_changed.emit()

    def _settle(self) -> None:
        if self.layout_of.settle():
            self.chrome_changed.emit()
            self.keys_changed.emit()
        self.bar.set_size(self.layout_of.size)
        self.reading.set_size(self.layout_of.size)
        self.previous.correcting.set_size(self.layout_of.size)

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isVisible() and self.isAncestorOf(now):
            if now is self.sheet.stop() and self.layout_of.over == PAGES:
                self.layout_of.put_away()  # they lie over the whole sheet: nobody types what cannot be seen
            self.keys_changed.emit()
