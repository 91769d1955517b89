"""The icons of what a typed line becomes, drawn before they are first wanted: no key waits for a file."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.editor.kinds import LOOKS
from ui.editor.words.marks import GAP_LOOK, VERBATIM_LOOK

if TYPE_CHECKING:
    from ui.theme import Theme

SIDE = 14
CHIPS = "user-round users calendar-days gavel vote quote lock square-parking log-in log-out".split()
DOUBTFUL = "user-round user-plus calendar-days circle-help".split()
ICONS = (
    *((name, "muted") for name in CHIPS),
    *((name, "warn") for name in DOUBTFUL),
    *((look.icon, look.ink) for look in (*LOOKS.values(), GAP_LOOK, VERBATIM_LOOK) if look.icon),
)
"""Name and ink of each."""


class Icons(QTimer):
    """Draws one whenever there is nothing else to do, once for a theme; it is active until all are drawn."""

    def __init__(self, theme: "Theme", parent: QObject) -> None:
        super().__init__(parent)
        self.theme, self.drawn = theme, 0
        self.timeout.connect(self._draw_next)
        theme.changed.connect(self._begin_again)

    def begin(self) -> None:
        """Begin where it is not done yet."""
        if self.drawn < len(ICONS):
            self.start()

    def _begin_again(self) -> None:
        if self.drawn:
            self.drawn = 0
            self.begin()

    def _draw_next(self) -> None:
        name, ink = ICONS[self.drawn]
        self.theme.icon(name, ink, SIDE)
        self.drawn += 1
        if self.drawn == len(ICONS):
            self.stop()
