"""What the clerk chose of a few documents the last time: it holds until something else is chosen."""

from typing import TYPE_CHECKING

from ui.places.preview.options import BY, LAST

if TYPE_CHECKING:
    from ui.places.preview.papers import Wanted
    from wibdesk.settings import Settings

LOG_ORDER, MEETINGS_BACK = "log order", "meetings back"
USUAL_BACK = "6"


class Remembered:
    """The choices in the settings; what cannot be read there gives what is usual."""

    def __init__(self, settings: "Settings") -> None:
        self.settings = settings

    def log_order(self) -> str:
        """Return what the action log is grouped by."""
        return self._one_of(LOG_ORDER, [option for option, _ in BY], BY[0][0])

    def meetings_back(self) -> int:
        """Return how many meetings stand in a register."""
        return int(self._one_of(MEETINGS_BACK, [str(count) for count in LAST], USUAL_BACK))

    def keep(self, wanted: "Wanted") -> None:
        """Remember what was chosen."""
        now = {LOG_ORDER: wanted.by, MEETINGS_BACK: str(wanted.last)}
        self.settings.change(preview={**self.settings.now.preview, **now})

    def _one_of(self, name: str, known: list[str], usual: str) -> str:
        value = self.settings.now.preview.get(name)
        return value if value in known else usual
