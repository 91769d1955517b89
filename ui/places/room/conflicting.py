"""Two writers at one item: the clerk sees both texts and chooses while typing goes on; nothing is overwritten."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QObject

from ui.editor.sheet import Spot
from ui.places.room.conflict_card import ConflictCard, heading_of
from wibdesk.changes import CONFLICTS, Changes
from wibdesk.domain.merging import Choice, Conflict
from wibdesk.language import later, say
from wibdesk.services import conflicts as verbs

if TYPE_CHECKING:
    from ui.context import Context
    from ui.places.room.saving import LiveSave
    from ui.places.room.session import RoomSession

# The open transaction, only handed on to the services: the screens know nothing of the store.
Transaction: TypeAlias = Any

STANDS = {
    Choice.MINE: later("Your own words stand"),
    Choice.THEIRS: later("The words from elsewhere stand"),
    Choice.BOTH: later("Both texts stand"),
}


class Conflicting(QObject):
    """Shows what waits, one at a time, those of the item on the sheet first; what was not chosen stays a version."""

    def __init__(self, context: "Context", session: "RoomSession", card: ConflictCard, saving: "LiveSave") -> None:
        super().__init__(card)
        self.context, self.session, self.card, self.saving = context, session, card, saving
        self.at: tuple[str, str] | None = None  # the item and the entry that are shown
        session.opened.connect(self._begin)
        session.item_changed.connect(self.show)
        saving.conflicts_changed.connect(self.show)
        context.events.changed.connect(self._heard)
        card.chosen.connect(self.settle)
        card.place_wished.connect(self.show_place)
        card.next_wished.connect(self.show_next)

    def read(self) -> None:
        """Read what waits in the register, as from before the last start."""
        meeting = self.session.meeting
        if meeting is not None:
            ids = [item.id for item in meeting.items]
            self.context.operations.read(waiting, ids, then=lambda found: self._got(meeting.id, found))

    def show(self) -> None:
        """Show what waits as it stands now."""
        found = self.saving.conflicts()
        if not found:
            self.at = None
            self.card.hide()
            return
        new = self.at is None
        number = self._number(found)
        item_id, conflict = found[number]
        self.at = item_id, conflict.entry_id
        self.card.show_conflict(conflict, self._place(item_id), number + 1, len(found))
        if new:
            self.context.messages.announce(say("{heading} F6 goes to the choice.", heading=heading_of(conflict)))

    def show_next(self) -> None:
        """Show the next pair of texts."""
        found = self.saving.conflicts()
        if found:
            item_id, conflict = found[(self._number(found) + 1) % len(found)]
            self.at = item_id, conflict.entry_id
            self.show()

    def show_place(self) -> None:
        """Go to the entry on the sheet."""
        if self.at is not None:
            item_id, entry_id = self.at
            self.session.show_item(item_id)
            self.saving.caret_at(Spot(entry_id))
            self.saving.editor.setFocus()

    def settle(self, choice: Choice) -> None:
        """Let one of the two texts stand, or both."""
        if self.at is None:
            return
        item_id, entry_id = self.at
        self.saving.flush()
        self.context.operations.write_once(
            verbs.settle_conflict, item_id, entry_id, choice, once=entry_id, undo=say(STANDS[choice]),
            then=lambda stored: self.saving.settled(item_id, entry_id, stored),
        )  # fmt: skip
        self.saving.editor.setFocus()

    def waits(self) -> bool:
        """Say whether anything waits for a choice."""
        return self.at is not None

    def both_there(self) -> bool:
        """Say whether both texts of what is shown are there to be kept."""
        return self.at is not None and not self.card.both.isHidden()

    def _begin(self) -> None:
        self.at = None
        self.card.hide()
        self.read()

    def _got(self, meeting_id: str, found: dict[str, tuple[Conflict, ...]]) -> None:
        meeting = self.session.meeting
        if meeting is not None and meeting.id == meeting_id:
            self.saving.bring_conflicts(found)

    def _heard(self, changes: Changes) -> None:
        # This room knows of those that its own saves met; others come of taking a choice back.
        if changes.touches(CONFLICTS) and not self.session.announcing:
            self.session.when_refreshed(self.read)

    def _number(self, found: Sequence[tuple[str, Conflict]]) -> int:
        return next((n for n, (item_id, c) in enumerate(found) if (item_id, c.entry_id) == self.at), 0)

    def _place(self, item_id: str) -> str:
        item = next(i for i in self.session.items if i.id == item_id)
        return "" if item_id == self.session.item_id else say("Item {number}", number=self.session.number_of(item))


def waiting(uow: Transaction, item_ids: Sequence[str]) -> dict[str, tuple[Conflict, ...]]:
    """Return the conflicts of these items that wait for a choice; items without one are left away."""
    found = {item_id: verbs.conflicts(uow, item_id) for item_id in item_ids}
    return {item_id: told for item_id, told in found.items() if told}
