"""What was typed in the room: how much of it is not on the disk yet, and the meeting as it stands on the sheet."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ui.editor.lines import lines_of, words_of
from wibdesk.domain.entries import Entry
from wibdesk.language import say

if TYPE_CHECKING:
    from ui.places.room.saving import LiveSave
    from ui.places.room.session import RoomSession
    from wibdesk.domain.meetings import Meeting


class TypedHere:
    """Answers from memory: no register is asked."""

    def __init__(self, session: "RoomSession", saving: "LiveSave") -> None:
        self.session, self.saving = session, saving

    def unsaved(self) -> str:
        """Return a sentence on the words of each item that wait for the disk; empty where none do."""
        counts = self.waiting()
        items = [item for item in self.session.items if item.id in counts]
        if not items:
            return ""
        places = ", ".join(say("item {number}", number=self.session.number_of(item)) for item in items)
        words = sum(counts[item.id] for item in items)
        if not words:
            return say("What was changed in {places} waits.", places=places)
        return (
            say("1 word of {places} waits.", places=places)
            if words == 1
            else say("{words} words of {places} wait.", words=words, places=places)
        )

    def waiting(self) -> dict[str, int]:
        """Return how many words of each item are not known to be on the disk, 0 where only words went."""
        return {
            item_id: max(word_count(draft.typed) - word_count(draft.stored), 0)
            for item_id, draft in self.saving.drafts.items()
            if draft.stored not in (draft.typed, draft.saved)
        }

    def meeting(self) -> "Meeting | None":
        """Return the meeting in the room as it stands on the sheet."""
        self.saving.flush()
        return self.session.meeting


def word_count(entries: Sequence[Entry]) -> int:
    """Return how many words stand in entries."""
    return sum(len(words_of(line).split()) for entry in entries for line in lines_of(entry))
