"""What may be wrong in the minutes: each doubt with its place, its words for the clerk and the way to put it right."""

from dataclasses import dataclass
from enum import StrEnum


class DoubtKind(StrEnum):
    """What is doubtful."""

    GAP = "gap"
    SLOT = "slot"
    COMMAND = "command"
    NO_OWNER = "no owner"
    UNKNOWN_OWNER = "unknown owner"
    AMBIGUOUS_OWNER = "ambiguous owner"
    ORGANISATION_OWNER = "organisation owner"
    NO_DATE = "no date"
    NOT_A_DATE = "not a date"
    IMPOSSIBLE_DATE = "impossible date"
    NO_MEETING = "no meeting"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    DUPLICATE = "duplicate"
    SPELLING = "spelling"
    FIRST_NAME = "first name"
    PRESENTER = "presenter"
    STRANGER = "stranger"
    UNMARKED = "unmarked"
    TIMES = "times"
    ABBREVIATION = "abbreviation"


class Fix(StrEnum):
    """How a doubt is put right: words in the place of others, a fact of an action, a record elsewhere, or by hand."""

    WORDS = "words"
    BETTER = "better"
    OWNER = "owner"
    DATE = "date"
    TERM = "term"
    ATTENDANCE = "attendance"
    TIMES = "times"
    LOOK = "look"


_FIXES = {
    DoubtKind.GAP: Fix.WORDS,
    DoubtKind.SLOT: Fix.WORDS,
    DoubtKind.NO_OWNER: Fix.OWNER,
    DoubtKind.UNKNOWN_OWNER: Fix.OWNER,
    DoubtKind.AMBIGUOUS_OWNER: Fix.OWNER,
    DoubtKind.ORGANISATION_OWNER: Fix.OWNER,
    DoubtKind.NO_DATE: Fix.DATE,
    DoubtKind.NOT_A_DATE: Fix.DATE,
    DoubtKind.IMPOSSIBLE_DATE: Fix.DATE,
    DoubtKind.NO_MEETING: Fix.DATE,
    DoubtKind.WEEKEND: Fix.DATE,
    DoubtKind.HOLIDAY: Fix.DATE,
    DoubtKind.SPELLING: Fix.BETTER,
    DoubtKind.FIRST_NAME: Fix.BETTER,
    DoubtKind.PRESENTER: Fix.ATTENDANCE,
    DoubtKind.UNMARKED: Fix.ATTENDANCE,
    DoubtKind.TIMES: Fix.TIMES,
    DoubtKind.ABBREVIATION: Fix.TERM,
}


@dataclass(frozen=True)
class Doubt:
    """One doubt. `words` say it, `about` is what of the minutes it is about, `better` what might be meant.

    The place is the item, and where known the entry, its line, the characters before it there and its length;
    `times` counts all the places of the meeting where the same is doubtful, of which this is the first.
    """

    kind: DoubtKind
    words: str
    item_id: str = ""
    entry_id: str = ""
    part: int = 0
    offset: int = 0
    length: int = 0
    about: str = ""
    better: str = ""
    times: int = 1

    @property
    def fix(self) -> Fix:
        """How it is put right."""
        return _FIXES.get(self.kind, Fix.LOOK)

    @property
    def of_action(self) -> bool:
        """Say whether it is about an action's owner, date or doubling, rather than about words."""
        return self.kind is DoubtKind.DUPLICATE or self.fix in (Fix.OWNER, Fix.DATE)
