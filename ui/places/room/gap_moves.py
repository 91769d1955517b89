"""From gap to gap through the whole meeting: words that were missed, and slots of phrases that nobody filled."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ui.editor.sheet import Spot
from wibdesk.domain.gaps import Gap, gaps_in, slots_in
from wibdesk.language import say

if TYPE_CHECKING:
    from ui.context import Context
    from ui.places.room.saving import LiveSave
    from ui.places.room.session import RoomSession
    from wibdesk.domain.entries import Entry

Order = tuple[int, int, int, int]
"""A place in the meeting: item, entry, line and letter, each by its number."""


@dataclass(frozen=True)
class GapPlace:
    """A gap, the item that it is in, and where in the meeting it begins."""

    at: Order
    item_id: str
    gap: Gap


class GapMoves:
    """Brings the caret to the next gap or the one before, going round at the ends; what is typed then fills it."""

    def __init__(self, context: "Context", session: "RoomSession", saving: "LiveSave") -> None:
        self.context, self.session, self.saving = context, session, saving

    def step(self, by: int = 1) -> None:
        """Go to the next gap (1) or to the one before (-1), in this item or in another."""
        places = self._places()
        if not places:
            self.context.messages.say(say("There is no gap to fill in this meeting"))
            return
        first, last = self._here()
        if by > 0:
            number = next((n for n, place in enumerate(places) if place.at >= last), 0)
        else:
            number = next((n for n in reversed(range(len(places))) if places[n].at < first), len(places) - 1)
        self._show(places[number], say("Gap {number} of {count}", number=number + 1, count=len(places)))

    def _places(self) -> list[GapPlace]:
        found: list[GapPlace] = []
        for n, item in enumerate(self.session.items):
            entries = self._entries(item.id, item.entries)
            rank = {entry.id: number for number, entry in enumerate(entries)}
            for gap in (*gaps_in(entries), *slots_in(entries)):
                found.append(GapPlace((n, rank[gap.entry_id], gap.part, gap.offset), item.id, gap))
        return sorted(found, key=lambda place: place.at)

    def _entries(self, item_id: str, held: "tuple[Entry, ...]") -> "tuple[Entry, ...]":
        """Return the entries of an item, those on the sheet with what was typed a moment ago."""
        return self.saving.editor.page.entries if item_id == self.saving.shown else held

    def _here(self) -> tuple[Order, Order]:
        """Return where what is selected begins and ends, twice the caret where nothing is."""
        number = next((n for n, item in enumerate(self.session.items) if item.id == self.session.item_id), 0)
        sheet = self.saving.editor.sheet()
        first, last = sheet.selection()
        return (
            (number, sheet.index(first.entry), first.part, first.offset),
            (number, sheet.index(last.entry), last.part, last.offset),
        )

    def _show(self, place: GapPlace, words: str) -> None:
        gap = place.gap
        self.session.show_item(place.item_id)
        start = Spot(gap.entry_id, gap.part, gap.offset)
        self.saving.caret_at(replace(start, offset=gap.offset + gap.length), start)
        self.saving.editor.setFocus()
        self.context.messages.announce(words)
