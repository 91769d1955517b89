"""Words go to the register as they are typed: at most one save each quarter of a second, and none ever waited for."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.editor.sheet import Caret, Spot
from ui.places.room.drafts import Draft, Entries
from ui.places.room.memory import recall, remember
from ui.places.room.places_kept import line_length
from wibdesk.changes import Done
from wibdesk.domain.agenda import ItemState
from wibdesk.domain.entries import Action, Entry
from wibdesk.domain.merging import Conflict
from wibdesk.services import minutes

if TYPE_CHECKING:
    from ui.editor.minute_editor import MinuteEditor
    from ui.places.room.session import RoomSession

THROTTLE = 250
"""Milliseconds from the first unsaved key to the save; keys that follow do not put it off."""


class LiveSave(QObject):
    """Keeps the sheet and the register one; the editor is told what the register gives, the register what is typed.

    `conflicts_changed` when there are others over which somebody else's words and those of this sheet differ.
    """

    actions_changed = Signal()
    conflicts_changed = Signal()

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
        editor.focused.connect(self._focused)

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

    def caret_at(self, spot: Spot, anchor: Spot | None = None, *, after: int | None = None) -> None:
        """Put the caret at a place of the sheet, as far as the place is still there.

        With `after`, it goes before the last so many characters of its line, which holds while somebody types there.
        """
        length = line_length(self.editor.page.entries, spot)
        if length is not None:
            offset = min(spot.offset, length) if after is None else max(length - after, 0)
            self.editor.put_caret(Caret(replace(spot, offset=offset), anchor))
            self.editor.ensureCursorVisible()

    def caret_into(self, entry_id: str) -> None:
        """Put the caret into an entry of the sheet, where one is named."""
        if entry_id:
            self.caret_at(Spot(entry_id))

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
        self._read_sheet()
        items = {item.id: item for item in self.session.items}
        for item_id, draft in list(self.drafts.items()):
            if item_id not in items:
                del self.drafts[item_id]
            elif draft.unsent or draft.conflicts:
                # Both are the register's to bring together: it keeps what cannot be.
                draft.again = True
                self._send(item_id, draft)
            else:
                self._agree(item_id, draft, items[item_id].entries)

    def bring_conflicts(self, found: dict[str, tuple[Conflict, ...]]) -> None:
        """Take the conflicts that wait in the register: the clerk's own words are on the sheet again."""
        self._read_sheet()
        for item_id in {*found, *self.drafts}:
            if any(item.id == item_id for item in self.session.items):
                draft = self._draft(item_id)
                if not draft.flying and not draft.unsent:
                    draft.conflicts = found.get(item_id, ())
                    self._agree(item_id, draft, draft.held)

    def settled(self, item_id: str, entry_id: str, stored: Entries) -> None:
        """Take what the clerk chose of two texts, as the register has it now."""
        self._read_sheet()
        draft = self.drafts.get(item_id)
        if draft is not None:
            draft.conflicts = tuple(c for c in draft.conflicts if c.entry_id != entry_id)
            self._agree(item_id, draft, stored)

    def conflicts(self) -> list[tuple[str, Conflict]]:
        """Return what waits for a choice by item, those of the item on the sheet first."""
        places = [self.shown, *(item.id for item in self.session.items if item.id != self.shown)]
        return [(i, c) for i in places if i is not None and i in self.drafts for c in self.drafts[i].conflicts]

    def _agree(self, item_id: str, draft: Draft, held: Entries) -> None:
        if draft.agree(held):
            draft.memory = None
            if item_id == self.shown:
                self.editor.show_entries(draft.typed, caret=self.editor.caret())
        self.session.hold(item_id, draft.typed)
        if draft.unsent and item_id == self.shown:
            self.throttle.start()
        self.conflicts_changed.emit()

    def _read_sheet(self) -> None:
        here = self.drafts.get(self.shown or "")
        if here is not None:
            here.typed = self.editor.entries()

    def _focused(self, came: bool) -> None:
        """Send what was typed as soon as the keyboard leaves the sentence."""
        if not came:
            self.flush()

    def _edited(self) -> None:
        if not self.throttle.isActive():
            self.throttle.start()
        item = self.session.item
        if item is not None and item.state is ItemState.LATER and self.session.live and self.session.resting.isActive():
            self.session.take_item()

    def _draft(self, item_id: str) -> Draft:
        if item_id not in self.drafts:
            entries = next(i.entries for i in self.session.items if i.id == item_id)
            self.drafts[item_id] = Draft(entries, entries, entries, entries)
        return self.drafts[item_id]

    def _send(self, item_id: str, draft: Draft) -> None:
        if not draft.unsent:
            return
        sent, before, base = draft.typed, draft.saved, draft.base()
        knew = frozenset(c.entry_id for c in draft.conflicts)
        draft.saved, draft.again = sent, False
        draft.flying += 1
        self.session.own_saves += 1
        self.session.hold(item_id, sent)
        context = self.session.context

        def done(result: Done[minutes.Saved]) -> None:
            draft.flying -= 1
            draft.stored = sent
            self.session.announcing = True
            context.events.changed.emit(result.changes)
            self.session.announcing = False
            if self.drafts.get(item_id) is draft:
                self._take_references(item_id, result.value.entries)
                self._take_saved(item_id, draft, result.value, knew)

        def failed(error: Exception) -> None:
            # Not stored: the next save must send the same words again.
            draft.flying -= 1
            draft.saved = before
            context.messages.tell(error)

        # Not through `Operations.write`: this room must not read the whole meeting again for each of its own saves.
        context.tasks.then(context.desk.write(minutes.save_entries, item_id, sent, base), done, failed)
        if actions_of(sent) != actions_of(before):
            self.actions_changed.emit()

    def _take_saved(self, item_id: str, draft: Draft, saved: minutes.Saved, knew: frozenset[str]) -> None:
        """Take in what a save found: somebody else's words that came to those sent, and what they differ over."""
        differed = bool(draft.conflicts)
        draft.learn(saved.conflicts, knew, saved.entries)
        if draft.flying:
            return
        if saved.entries == draft.saved and not draft.conflicts and not differed:
            draft.held = saved.entries
        else:
            self._read_sheet()
            self._agree(item_id, draft, saved.entries)
        if draft.again:
            self._send(item_id, draft)

    def _take_references(self, item_id: str, stored: Entries) -> None:
        given = {e.id: e.ref for e in stored if isinstance(e, Action)}
        draft = self.drafts.get(item_id)
        if draft is None:
            return
        known = draft.saved
        draft.saved = with_references(draft.saved, given)
        draft.typed = with_references(draft.typed, given)
        draft.stored = with_references(draft.stored, given)
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
