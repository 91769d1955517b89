"""The bin: what was removed from the register, until it is put back or the bin is emptied."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from wibdesk.language import say

KEPT_FOR = timedelta(days=90)
"""How long the bin keeps what holds no minutes."""


class BinKind(StrEnum):
    """What can lie in the bin."""

    ITEM = "item"
    PERSON = "person"
    MEETING = "meeting"
    BODY = "body"
    PLAN = "plan"

    @property
    def words(self) -> str:
        """The kind as read on screen."""
        return {
            "item": say("Agenda item"),
            "person": say("Person"),
            "meeting": say("Meeting"),
            "body": say("Body"),
            "plan": say("Plan"),
        }[self.value]


@dataclass(frozen=True)
class Binned:
    """One thing in the bin: its title, the words that say where it belonged, and when it was removed (UTC).

    `record_id` is the id that it had; `meeting_id` is set for an agenda item and a meeting. `minutes` says that it
    holds minutes: such a thing stays until the clerk empties the bin.
    """

    id: str
    kind: BinKind
    title: str
    belonged_to: str
    at: datetime
    record_id: str
    body_id: str | None = None
    meeting_id: str | None = None
    minutes: bool = False


def is_forgotten(binned: Binned, now: datetime) -> bool:
    """Say whether it has lain in the bin so long that it goes by itself; what holds minutes never does."""
    return not binned.minutes and now - binned.at > KEPT_FOR
