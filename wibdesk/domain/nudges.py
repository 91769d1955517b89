"""What wants chasing, said quietly: actions that are overdue, due within a week, or not reported on since a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from wibdesk.domain.dates import short_date
from wibdesk.domain.log_views import LogView
from wibdesk.language import counted, later, say

if TYPE_CHECKING:
    from collections.abc import Sequence

WEEK = timedelta(days=7)
NOTHING = later("Nothing is overdue or due within a week.")


class Chase(StrEnum):
    """Why actions want chasing, the most pressing first."""

    OVERDUE = "overdue"
    DUE = "due"
    UNREPORTED = "unreported"


@dataclass(frozen=True)
class Nudge:
    """How many open actions of a body want chasing for one reason; `since` is the meeting after which none reported."""

    chase: Chase
    body_id: str
    body_name: str
    count: int
    since: date | None = None

    @property
    def words(self) -> str:
        """The line for the clerk: `3 actions are overdue`."""
        if self.chase is Chase.OVERDUE:
            return counted(self.count, "{number} action is overdue", "{number} actions are overdue")
        if self.chase is Chase.DUE:
            return counted(
                self.count, "{number} action falls due within a week", "{number} actions fall due within a week"
            )
        since = short_date(self.since) if self.since else say("the last meeting")
        return counted(
            self.count,
            "{number} action has no report since {since}",
            "{number} actions have no report since {since}",
            since=since,
        )

    def view(self, today: date) -> LogView:
        """Return the log narrowed to what is meant; of what is unreported, all that is open."""
        if self.chase is Chase.OVERDUE:
            return LogView("overdue", self.body_id)
        if self.chase is Chase.DUE:
            return LogView("open", self.body_id, due_from=today, due_before=today + WEEK)
        return LogView("open", self.body_id)


def of_all(nudges: Sequence[Nudge]) -> tuple[Nudge, ...]:
    """Return one nudge over all bodies for each reason, which names how many each body has."""
    found = ((chase, [nudge for nudge in in_order(nudges) if nudge.chase is chase]) for chase in Chase)
    return tuple(
        Nudge(chase, "", " · ".join(f"{nudge.body_name} {nudge.count}" for nudge in own), sum(n.count for n in own))
        for chase, own in found
        if own
    )


def in_order(nudges: Sequence[Nudge]) -> tuple[Nudge, ...]:
    """Return them the most pressing first, and of each reason the body with the most."""
    reasons = list(Chase)
    return tuple(sorted(nudges, key=lambda one: (reasons.index(one.chase), -one.count, one.body_name.casefold())))
