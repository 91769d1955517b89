"""The margin while a command is typed: it shows already the kind that the line will be."""

from dataclasses import replace
from typing import TYPE_CHECKING

from ui.editor.marginalia import Marginalia, Place

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from ui.theme import Theme
    from wibdesk.domain.entries import Entry


class Disguise(Marginalia):
    """Paints the line with this block's entry and part as what it will become; everything else as it is."""

    def __init__(self, theme: "Theme") -> None:
        super().__init__(theme)
        self.line: tuple[str, int] = ("", 0)
        self.guise: Entry | None = None

    def paint_ground(self, p: "QPainter", place: Place) -> None:
        """Paint what lies under the words."""
        super().paint_ground(p, place if self.guise is None else self._guised(place, self.guise))

    def paint_beside(self, p: "QPainter", place: Place) -> None:
        """Paint what stands beside the words."""
        super().paint_beside(p, place if self.guise is None else self._guised(place, self.guise))

    def _guised(self, place: Place, guise: "Entry") -> Place:
        return replace(place, entry=guise, part=0) if (place.entry.id, place.part) == self.line else place
