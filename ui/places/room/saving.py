"""Words go to the register as they are typed: at most one save each quarter of a second, and none ever waited for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from ui.editor.lines import line_count, lines_of, words_of
from ui.editor.sheet import Caret, Spot
from ui.places.room.memory import Memory, recall, remember
from ui.places.room.merging import merged
from wibdesk.changes import Done
from wibdesk.domain.agenda import ItemState
from wibdesk.domain.entries import Action, Entry
from wibdesk.services import minutes

if TYPE_CHECKING:
    from ui.editor.minute_editor import MinuteEditor
    from ui.places.room.session import RoomSession

THROTTLE = 250
"""Milliseconds from the first unsaved key to the save; keys that follow do not put it off."""

Entries = tuple[Entry, ...]


@dataclass
class Draft:
    """What was last sent to the register of an item, what its sheet holds, and where the clerk was in it."""

    saved: Entries
    typed: Entries
    memory: Memory | None = None


class LiveSave(QObject):
    """Keeps the sheet and the register one; the editor is told what the register gives, the register what is typed."""

    actions_changed = Signal()

    def __init__(self, editor: "MinuteEditor", session: "RoomSession") -> None:
        super().__init__()
        self.editor, self.session = editor, session
        self.drafts: dict[str, Draft] = {}
        self.shown: str | None = None
        self.throttle = QTimer(self)
        self.throttle.setSingleShot(True)
        self.throttle.setInterval(THROTTLE)
        self.throttle.timeout.connect(self.flush)
        editor.edited.connect(self._edited)
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Send what was typed as soon as the keyboard leaves the sentence."""
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)

    def forget(self) -> None:
        """Let go of a meeting whose words are all sent."""
        self.drafts.clear()
        self.shown = None

    def keep(self) -> None:
        """Send what was typed and remember where the clerk is in the item on the sheet."""
        self.flush()
        draft = self.drafts.get(self.shown or "")
        if draft is not None:
            draft.memory = remember(self.editor)

    def show(self, item_id: str) -> None:
        """Put the words of an item on the sheet, the caret where it was."""
        draft = self._draft(item_id)
        self.shown = item_id
        if draft.memory is not None:
            recall(self.editor, draft.memory)
        else:
            self.editor.show_entries(draft.typed)

    def caret_at(self, spot: Spot, anchor: Spot | None = None) -> None:
        """Put the caret at a place of the sheet, as far as the place is still there."""
        entry = next((e for e in self.editor.page.entries if e.id == spot.entry), None)
        if entry is not None and spot.part < line_count(entry):
            length = len(words_of(lines_of(entry)[spot.part]))
            self.editor.put_caret(Caret(replace(spot, offset=min(spot.offset, length)), anchor))
            self.editor.ensureCursorVisible()

    def flush(self) -> None:
        """Send what was typed since the last save, if anything was."""
        self.throttle.stop()
        draft = self.drafts.get(self.shown or "")
        if draft is None or self.shown is None:
            return
        draft.typed = self.editor.entries()
        self._send(self.shown, draft)

    def merge(self) -> None:
        """Bring what was changed elsewhere into the drafts, and onto the sheet where it shows."""
        here = self.drafts.get(self.shown or "")
        if here is not None:
            here.typed = self.editor.entries()
        items = {item.id: item for item in self.session.items}
        for item_id, draft in list(self.drafts.items()):
            if item_id in items:
                self._merge(item_id, draft, items[item_id].entries)
            else:
                del self.drafts[item_id]

    def _merge(self, item_id: str, draft: Draft, theirs: Entries) -> None:
        both = merged(draft.saved, draft.typed, theirs)
        draft.saved = theirs
        if both != draft.typed:
            draft.typed = both
            draft.memory = None
            if item_id == self.shown:
                self.editor.show_entries(both, caret=self.editor.caret())
        if both != theirs:
            self.session.hold(item_id, both)
            if item_id == self.shown:
                self.throttle.start()

    def _edited(self) -> None:
        if not self.throttle.isActive():
            self.throttle.start()
        item = self.session.item
        if item is not None and item.state is ItemState.LATER and self.session.live and self.session.resting.isActive():
            self.session.take_item()

    def _draft(self, item_id: str) -> Draft:
        if item_id not in self.drafts:
            entries = next(i.entries for i in self.session.items if i.id == item_id)
            self.drafts[item_id] = Draft(entries, entries)
        return self.drafts[item_id]

    def _send(self, item_id: str, draft: Draft) -> None:
        if draft.typed == draft.saved:
            return
        sent, before = draft.typed, draft.saved
        draft.saved = sent
        self.session.own_saves += 1
        self.session.hold(item_id, sent)
        context = self.session.context

        def done(result: Done[Entries]) -> None:
            self.session.announcing = True
            context.events.changed.emit(result.changes)
            self.session.announcing = False
            self._take_references(item_id, result.value)

        def failed(error: Exception) -> None:
            # Not stored: the next save must send the same words again.
            draft.saved = before
            context.messages.tell(error)

        # Not through `Operations.write`: this room must not read the whole meeting again for each of its own saves.
        context.tasks.then(context.desk.write(minutes.save_entries, item_id, sent), done, failed)
        if actions_of(sent) != actions_of(before):
            self.actions_changed.emit()

    def _take_references(self, item_id: str, stored: Entries) -> None:
        given = {e.id: e.ref for e in stored if isinstance(e, Action)}
        draft = self.drafts.get(item_id)
        if draft is None:
            return
        known = draft.saved
        draft.saved = with_references(draft.saved, given)
        draft.typed = with_references(draft.typed, given)
        self.session.hold(item_id, draft.typed)
        if item_id == self.shown and given:
            self.editor.accept_references(stored)
        if draft.saved != known:
            self.actions_changed.emit()


def actions_of(entries: Entries) -> list[Action]:
    """Return the actions among entries."""
    return [e for e in entries if isinstance(e, Action)]


def with_references(entries: Sequence[Entry], given: dict[str, str | None]) -> Entries:
    """Return the entries with the references that the register gave to new actions."""
    return tuple(
        replace(e, ref=given[e.id]) if isinstance(e, Action) and e.ref is None and e.id in given else e for e in entries
    )
