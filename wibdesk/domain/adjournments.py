"""Adjournments: the stretches of a meeting in which it did not sit."""

from dataclasses import dataclass, field
from datetime import time

from wibdesk.domain.ids import new_id


@dataclass(frozen=True)
class Adjournment:
    """A stretch from `began` to `resumed`, which is None while it lasts; `item_id` is the item that was open then."""

    meeting_id: str
    began: time
    resumed: time | None = None
    item_id: str | None = None
    id: str = field(default_factory=new_id)

    @property
    def lasts(self) -> bool:
        """Say whether the meeting has not resumed yet."""
        return self.resumed is None
