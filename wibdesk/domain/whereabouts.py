"""Things that a few typed letters may mean, each with where it is: items, meetings and people."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ThingKind(StrEnum):
    """What sort of thing it is."""

    ITEM = "item"
    MEETING = "meeting"
    PERSON = "person"


@dataclass(frozen=True)
class Thing:
    """Something with a name: `words` as shown, the body and, of an item or meeting, the meeting with its day."""

    kind: ThingKind
    id: str
    words: str
    body_id: str
    body_name: str
    meeting_id: str = ""
    day: date | None = None
    number: str = ""
