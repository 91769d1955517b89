"""What a check of the register found, in plain sentences, and which private notes were wiped."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from ui.places.safe_keeping.moments import moment_words
from wibdesk.domain.dates import short_date
from wibdesk.language import counted, say
from wibdesk.services import meetings
from wibdesk.services.wiping import wipes

if TYPE_CHECKING:
    from wibdesk.services.checking import Finding

# The open transaction, only handed on to the services: the screens know nothing of the store.
Transaction: TypeAlias = Any
MOST = 12
"""Findings that are named; what follows from one damage may be hundreds."""
MENDED = frozenset({"index", "counter", "list"})
"""Kinds of finding that a repair may put right."""
BEYOND = "integrity"
"""The kind that tells of damaged pages: nothing is repaired on these."""


@dataclass(frozen=True)
class Checked:
    """The outcome of a check, when it was made, and what was repaired before it."""

    at: datetime
    findings: "tuple[Finding, ...]"
    repaired: tuple[str, ...] = ()

    def heading(self, now: datetime) -> str:
        """Return the outcome in a line."""
        when = moment_words(self.at.astimezone(), now)
        if not self.findings:
            return say("Sound, checked {when}", when=when)
        return counted(
            len(self.findings),
            "{number:,} thing needs a look, checked {when}",
            "{number:,} things need a look, checked {when}",
            when=when,
        )

    def lines(self) -> list[str]:
        """Return the findings as sentences, the first of them where there are many."""
        said = [finding.words for finding in self.findings[:MOST]]
        more = len(self.findings) - MOST
        return (
            [*said, counted(more, "And {number:,} more thing of the kind.", "And {number:,} more things of the kind.")]
            if more > 0
            else said
        )

    def may_repair(self) -> bool:
        """Say whether a repair could put something right."""
        return not self.damaged() and any(finding.kind in MENDED for finding in self.findings)

    def damaged(self) -> bool:
        """Say whether pages are damaged, so that only another register helps."""
        return any(finding.kind == BEYOND for finding in self.findings)

    def advice(self) -> str:
        """Return what to do; nothing where all is sound."""
        if not self.findings:
            return ""
        if self.may_repair():
            return say(
                "Nothing was changed. What follows from the rest of the register can be made anew; try that first."
            )
        if self.damaged():
            return say(
                "Nothing was changed. Restore the newest backup from before this happened, which was checked when it "
                "was made. What was written since can often be read still: it can be saved into a new register beside "
                "this one."
            )
        return say(
            "Nothing was changed, and your words are where they were. Restore a backup from before this happened, or "
            "ask whoever looks after this computer."
        )


def wiped_lines(uow: Transaction, now: datetime) -> tuple[str, ...]:
    """Return a sentence for each time that private notes were wiped, newest first."""
    found: list[tuple[datetime, str]] = []
    for meeting in meetings.meetings(uow):
        day = short_date(meeting.details.date) if meeting.details.date else meeting.ref
        for wiped in wipes(uow, meeting.id):
            notes = counted(wiped.notes, "{number:,} private note", "{number:,} private notes")
            found.append(
                (
                    wiped.at,
                    say(
                        "{notes} of {body_name}, {day}, wiped {date}.",
                        notes=notes,
                        body_name=meeting.body_name,
                        day=day,
                        date=moment_words(wiped.at, now),
                    ),
                )
            )
    return tuple(words for _, words in sorted(found, key=lambda pair: pair[0], reverse=True))
