"""Minutes in figures: how many days after the meeting the first draft left the desk."""

from dataclasses import dataclass

from wibdesk.domain.figures import DraftFacts, Facts
from wibdesk.domain.figures_words import number_words

_MOST, _LAST = 12, 3


@dataclass(frozen=True)
class DraftDays:
    """The drafts that left the desk, oldest meeting first; there is one at least."""

    drafts: tuple[DraftFacts, ...]

    @property
    def finding(self) -> str:
        """What the figures say, in a sentence without its full stop."""
        days = [days_of(draft) for draft in self.drafts[-_LAST:]]
        who = "The last draft" if len(days) == 1 else f"The last {number_words(len(days))} drafts"
        if not max(days):
            return f"{who} left on the day of the meeting"
        within = "within" if len(set(days)) > 1 else "after"
        return f"{who} left {within} {days_words(max(days))}"

    @property
    def about(self) -> str:
        """What is shown."""
        return "Days from the meeting until its minutes first left the desk"


def draft_days(facts: Facts) -> DraftDays | None:
    """Return how soon the last drafts left; None where none did after its meeting."""
    known = tuple(draft for draft in facts.drafts if draft.left >= draft.day)
    return DraftDays(known[-_MOST:]) if known else None


def days_of(draft: DraftFacts) -> int:
    """Return the days from the meeting until the draft left."""
    return (draft.left - draft.day).days


def days_words(days: int) -> str:
    """Return `1 day`, `4 days`."""
    return f"{days} day{'' if days == 1 else 's'}"
