"""What the editor knows of the meeting round it: who may own an action, and the days that deadlines lean on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date


def _nobody() -> Sequence[str]:
    return ()


@dataclass(frozen=True)
class Surroundings:
    """Given by the room: names offered as owners, those present first; the meeting's day; the body's coming dates.

    `item` is how the item is called ("item 3"), for the screen reader; `today` stands in for an undated meeting.
    """

    people: Callable[[], Sequence[str]] = _nobody
    meeting_day: date | None = None
    today: date = date.min
    scheduled: tuple[date, ...] = ()
    item: str = ""

    @property
    def day(self) -> date:
        """The day from which deadlines without a year are read."""
        return self.meeting_day or self.today
