"""The ways from the search to what was found, back to the results, and back to where the clerk came from."""

from typing import TYPE_CHECKING

from ui.commands import Command
from ui.place import Place, Where
from ui.places.search.rows import where_of
from wibdesk.language import say

if TYPE_CHECKING:
    from wibdesk.domain.search import Hit

RECENT = 12
"""Searches that are remembered while the desk is open; on no disk, for they may be private."""


class Ways:
    """`came_from` is the place from which was searched; `coming_back` holds while the results are shown again.

    `recent` are the words of searches that led somewhere, the newest first.
    """

    def __init__(self, place: Place) -> None:
        self.place = place
        self.came_from, self.coming_back = "", False
        self.recent: list[str] = []
        self.led_back: set[str] = set()

    def note_arrival(self) -> None:
        """Remember the place that was shown before the search."""
        before = self.place.context.settings.now.last_place
        if before != self.place.place_id and not self.coming_back:
            self.came_from = before

    def open(self, hit: "Hit", words: str) -> None:
        """Open a hit where it stands, and have a key lead back from there."""
        self.recent = [words, *(other for other in self.recent if other != words)][:RECENT]
        place_id, where = where_of(hit)
        window = self.place.window()
        self.place.context.go(place_id, where)
        shown = next((p for p in window.findChildren(Place) if p.isVisible()), None)
        if shown is None or shown is self.place or place_id in self.led_back:
            return
        self.led_back.add(place_id)
        words, name = say("Back to what was found"), f"search-results-{place_id}"
        self.place.context.commands.add(shown, Command(name, words, ("Alt ←",), place_id, self.come_back, "search"))

    def come_back(self) -> None:
        """Show what was found again, at the row that was opened."""
        self.coming_back = True
        self.place.context.go(self.place.place_id, Where())

    def go_back(self) -> None:
        """Go back to the place from which was searched."""
        self.place.context.go(self.came_from or "meetings", Where(back=True))
