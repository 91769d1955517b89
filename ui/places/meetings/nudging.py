"""The lines of the Meetings place on what wants chasing, and the way from each to the log."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.place import Where
from ui.places.meetings.rows import MeetingRow
from wibdesk.domain.nudges import NOTHING, Chase, Nudge, of_all
from wibdesk.language import later, say
from wibdesk.services.nudges import nudges as nudges_of

if TYPE_CHECKING:
    from ui.context import Context

TITLE = later("To chase")
FOLDED = "meetings chase"
"""What the settings remember the folding by."""
MOST_BODIES = 2
"""Bodies that have lines of their own; of more, a line tells of all."""
LOOKS = {
    Chase.OVERDUE: ("circle-alert", "bad"),
    Chase.DUE: ("calendar-clock", "warn"),
    Chase.UNREPORTED: ("circle-help", "muted"),
}
SHORT = {
    Chase.OVERDUE: later("overdue"),
    Chase.DUE: later("due within a week"),
    Chase.UNREPORTED: later("without a report"),
}


class Nudging(QObject):
    """Knows what wants chasing, and whether the clerk has folded it away."""

    def __init__(self, context: "Context", changed: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self.context, self.changed = context, changed
        self.nudges: tuple[Nudge, ...] | None = None

    def refresh(self, today: date, body_id: str) -> None:
        """Count again, by itself, so that the meetings never wait for a long log."""
        self.context.operations.read(nudges_of, today, body_id, then=self._counted)

    def toggle(self) -> None:
        """Fold the section away, or show it again; that is remembered."""
        folded = self.context.settings.now.folded
        self.context.settings.change(folded={**folded, FOLDED: not self._folded()})
        self.changed()

    def among(self, rows: list[MeetingRow]) -> list[MeetingRow]:
        """Return the rows with the section below the card, or below all of them where there is no card."""
        if self.nudges is None or not (rows or self.nudges):
            return rows
        card = 1 if rows and rows[0].kind == "card" else len(rows)
        return [*rows[:card], *chase_rows(self.nudges, folded=self._folded()), *rows[card:]]

    def _folded(self) -> bool:
        return self.context.settings.now.folded.get(FOLDED, False)

    def _counted(self, found: tuple[Nudge, ...]) -> None:
        if found != self.nudges:
            self.nudges = found
            self.changed()


def chase_rows(nudges: Sequence[Nudge], *, folded: bool) -> list[MeetingRow]:
    """Return the section: a line for each reason and body, or one quiet line where nothing wants chasing or shows."""
    if not nudges:
        return [_title(NOTHING)]
    if folded:
        counts = (f"{sum(n.count for n in nudges if n.chase is chase)} {say(SHORT[chase])}" for chase in Chase)
        said = " · ".join(words for words in counts if not words.startswith("0 "))
        return [_title(say("{said} · T shows them", said=said))]
    few = len({nudge.body_id for nudge in nudges}) <= MOST_BODIES
    return [_title(), *map(_row, nudges if few else of_all(nudges))]


def to_log(nudge: Nudge, today: date) -> Where:
    """Return the way to the log, narrowed to what a line tells of."""
    return Where(body_id=nudge.body_id, note=nudge.view(today).note())


def _title(beside: str = "") -> MeetingRow:
    return MeetingRow(
        row_id="title chase", text=say(TITLE), kind="title", heading=True, first=say(TITLE), second=beside
    )


def _row(nudge: Nudge) -> MeetingRow:
    icon, tone = LOOKS[nudge.chase]
    return MeetingRow(
        row_id=f"chase {nudge.chase} {nudge.body_id}", text=nudge.words, kind="chase", first=nudge.words,
        second=nudge.body_name, icon=icon, tone=tone, chase=nudge,
        sentence=say("{nudge}, {body_name}. Enter shows them in the log", nudge=nudge.words, body_name=nudge.body_name),
    )  # fmt: skip
