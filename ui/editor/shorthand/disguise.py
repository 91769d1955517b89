"""The margin while a command is typed: it shows already the kind that the line will be."""

from typing import TYPE_CHECKING

from ui.editor.marginalia import Marginalia, Place

if TYPE_CHECKING:
    from ui.theme import Theme
    from wibdesk.domain.entries import Entry


class Disguise(Marginalia):
    """Paints the line with this block's entry and part as what it will become; everything else as it is."""

    def __init__(self, theme: "Theme") -> None:
        super().__init__(theme)
        self.line: tuple[str, int] = ("", 0)
        self.guise: Entry | None = None

    def seen(self, places: list[Place]) -> list[Place]:
        """Return these lines as they show."""
        return places if self.guise is None else [self._guised(place, self.guise) for place in places]

    def _guised(self, place: Place, guise: "Entry") -> Place:
        return place._replace(entry=guise, part=0) if (place.entry.id, place.part) == self.line else place
