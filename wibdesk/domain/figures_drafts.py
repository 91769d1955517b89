"""Minutes in figures: how many days after the meeting the first draft left the desk."""

from dataclasses import dataclass

from wibdesk.domain.figures import DraftFacts, Facts
from wibdesk.domain.figures_words import number_words
from wibdesk.domain.paper_words import write, write_counted

_MOST, _LAST = 12, 3


@dataclass(frozen=True)
class DraftDays:
    """The drafts that left the desk, oldest meeting first; there is one at least."""

    drafts: tuple[DraftFacts, ...]

    @property
    def finding(self) -> str:
        """What the figures say, in a sentence without its full stop."""
        days = [days_of(draft) for draft in self.drafts[-_LAST:]]
        who = write_counted(len(days), "The last draft", "The last {number} drafts", number=number_words(len(days)))
        if not max(days):
            return write("{drafts} left on the day of the meeting", drafts=who)
        if len(set(days)) > 1:
            return write("{drafts} left within {days}", drafts=who, days=days_words(max(days)))
        return write("{drafts} left after {days}", drafts=who, days=days_words(max(days)))

    @property
    def about(self) -> str:
        """What is shown."""
        return write("Days from the meeting until its minutes first left the desk")


def draft_days(facts: Facts) -> DraftDays | None:
    """Return how soon the last drafts left; None where none did after its meeting."""
    known = tuple(draft for draft in facts.drafts if draft.left >= draft.day)
    return DraftDays(known[-_MOST:]) if known else None


def days_of(draft: DraftFacts) -> int:
    """Return the days from the meeting until the draft left."""
    return (draft.left - draft.day).days


def days_words(days: int) -> str:
    """Return `1 day`, `4 days`."""
    return write_counted(days, "{number} day", "{number} days")
