"""What the editor knows of the meeting round it: who may own an action, and the days that deadlines lean on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from wibdesk.shorthand.known import Known

if TYPE_CHECKING:
    from ui.editor.history import Deed
    from wibdesk.shorthand.reading import Movement


def _nobody() -> Sequence[str]:
    return ()


def no_stranger(_name: str) -> bool:
    """Say of everybody that they are known."""
    return False


def no_refusal(_movement: "Movement") -> str:
    """Say of every coming and going that it can be recorded."""
    return ""


@dataclass(frozen=True)
class Surroundings:
    """Given by the room: names offered as owners, those present first; the meeting's day; the body's coming dates.

    `item` is how the item is called ("item 3"), for the screen reader; `today` stands in for an undated meeting.
    `known` gives what a typed line is read by. `move` records that somebody came or went: the deed takes that back and
    does it again; its second argument is called where the register refuses it.
    `refusal` says beforehand why one cannot be, in a sentence or two, with nothing where it can.
    """

    people: Callable[[], Sequence[str]] = _nobody
    stranger: Callable[[str], bool] = no_stranger
    meeting_day: date | None = None
    today: date = date.min
    scheduled: tuple[date, ...] = ()
    item: str = ""
    known: Callable[[], Known] | None = None
    move: "Callable[[Movement, Callable[[], None]], Deed] | None" = None
    refusal: "Callable[[Movement], str]" = no_refusal

    @property
    def day(self) -> date:
        """The day from which deadlines without a year are read."""
        return self.meeting_day or self.today

    def read_by(self) -> Known:
        """Return what is known of the meeting when a line is read, at least its day and the body's coming dates."""
        return self.known() if self.known is not None else Known(on=self.day, scheduled=self.scheduled)
