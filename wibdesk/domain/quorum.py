"""The quorum: how few members may do business, how many of them are here for an item, and since when too few are."""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from wibdesk.domain.agenda import Item
from wibdesk.domain.attendance import Attendee, Status, count
from wibdesk.domain.entries import Declaration
from wibdesk.domain.meetings import Meeting
from wibdesk.domain.people import Group
from wibdesk.language import say

_DAY, _EARLY = 24 * 60, 6 * 60
_MAJORITY = Fraction(1, 2)
_PARTS = {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fifth": 5, "fifths": 5}
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_NUMBER = rf"\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}"
_PART = "|".join(sorted(_PARTS, key=len, reverse=True))
_SHARE = re.compile(
    rf"(?P<top>\d{{1,3}})\s*/\s*(?P<under>\d{{1,3}})|(?P<cent>\d{{1,3}})\s*(?:%|per cent\b|percent\b)"
    rf"|(?:(?P<many>{_NUMBER})[\s-]+)?(?P<part>{_PART})\b",
    re.IGNORECASE,
)
_LEAST = re.compile(
    rf"(?:at least|(?:no|not|never) fewer than|never below|minimum(?: of)?)\s+(?P<least>{_NUMBER})\b"
    rf"(?!\s*(?:/|%|per ?cent)|[\s-]+(?:{_PART}))",
    re.IGNORECASE,
)
_BARE = re.compile(rf"(?P<least>{_NUMBER})\b(?:\s+(?:voting\s+)?(?:members?|people|trustees?|directors?|governors?))?")
_MORE_THAN = re.compile(r"\b(?:majority|more than)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Rule:
    """A share of the whole number of members, rounded up (with `more`: the next above), never below `least`."""

    share: Fraction = Fraction(0)
    least: int = 1
    more: bool = False

    def needed(self, members: int) -> int:
        """Return how many of so many members may do business."""
        part = self.share * members
        return max(floor(part) + 1 if self.more else ceil(part), self.least)


PROFILE_RULES = {
    "principal_council": Rule(Fraction(1, 4)),
    "parish_council": Rule(Fraction(1, 3), least=3),
    "maintained_school": Rule(Fraction(1, 2)),
    "nhs_trust": Rule(Fraction(1, 3)),
    "roberts_rules": Rule(_MAJORITY, more=True),
}
"""The rule of the profiles that have one by law or custom (governance section 2); the others have their own paper."""


class QuorumState(StrEnum):
    """How the quorum stands: more than needed are here, exactly as many, or too few."""

    MET = "met"
    EDGE = "edge"
    LOST = "lost"


@dataclass(frozen=True)
class Quorum:
    """How many are here of how many needed; `since` when too few are, None where there never were enough."""

    have: int
    need: int
    state: QuorumState
    since: dt.time | None = None

    @property
    def figures(self) -> str:
        """The two numbers as on the badge: `6/5`."""
        return f"{self.have}/{self.need}"

    @property
    def words(self) -> str:
        """What stands beside the figures: `met`, `no one may leave`, `lost at 10:41`, `not met`."""
        if self.state is QuorumState.MET:
            return "met"
        if self.state is QuorumState.EDGE:
            return say("no one may leave")
        return say("lost at {since:%H:%M}", since=self.since) if self.since else say("not met")

    @property
    def spoken(self) -> str:
        """The badge as read out: `Quorum met, 6 of 5 needed`."""
        head = say("met, no one may leave") if self.state is QuorumState.EDGE else self.words
        return say("Quorum {head}, {have} of {need} needed", head=head, have=self.have, need=self.need)


def read_rule(text: str) -> Rule | None:
    """Read a body's own rule: `5`, `1/3`, `1/3, at least 3`, `one half`, `a quarter`, `40 %`, `a majority`.

    None for words that name no number or share: nothing is shown rather than a wrong figure.
    """
    words = " ".join(text.split())
    least = _LEAST.search(words)
    rest = words[: least.start()] + words[least.end() :] if least else words
    fewest = _number(least["least"]) if least else 1
    share, more = _share(rest), bool(_MORE_THAN.search(rest))
    if share is not None:
        return Rule(share, fewest, more) if 0 < share <= 1 else None
    if more:
        return Rule(_MAJORITY, fewest, more=True) if "majority" in rest.casefold() else None
    bare = _BARE.fullmatch(rest.strip(" ,.;").casefold()) if not least else None
    if bare:
        fewest = _number(bare["least"])
    return Rule(least=fewest) if (bare or least) and fewest else None


def rule_of(profile: str, text: str | None) -> Rule | None:
    """Return the rule in force: the body's own where it can be read, that of its profile where it has none."""
    return read_rule(text) if text and text.strip() else PROFILE_RULES.get(profile)


def quorum_of(meeting: Meeting, item: Item | None, rule: str | None = None) -> Quorum | None:
    """Return how the quorum stands while `item` is open; None without a rule or without members.

    `rule` is the body's own text, else that of the meeting's body, else that of the profile is taken. Vacant seats are
    not known, so the whole number is that of the members on the list.
    """
    own = rule if rule is not None else meeting.body.quorum
    read = rule_of(meeting.details.profile or meeting.body.profile_name, own)
    members = count(meeting.attendance).members
    if read is None or not members:
        return None
    need, out = read.needed(members), _out_for(meeting, item)
    have = seats_filled(meeting.attendance, lambda a: not a.has_left and a.shown.casefold() not in out)
    state = QuorumState.LOST if have < need else QuorumState.EDGE if have == need else QuorumState.MET
    return Quorum(have, need, state, _lost_at(meeting, item, out, need) if state is QuorumState.LOST else None)


def seats_filled(attendees: Iterable[Attendee], here: Callable[[Attendee], bool]) -> int:
    """Return how many seats of members are filled by whoever is present and `here`.

    A deputy fills the seat of whom they stand in for: one, and none that its holder has taken.
    """
    rows = list(attendees)
    there = [a for a in rows if a.status is Status.PRESENT and here(a)]
    members = {a.name for a in rows if a.group is Group.MEMBER and a.name}
    filled = {a.name or a.id for a in there if a.group is Group.MEMBER and not a.deputy_for}
    for deputy in (a for a in there if a.deputy_for):
        seats = [name for name in deputy.deputy_for if name in members]
        if not seats and deputy.group is Group.MEMBER:
            seats = [deputy.name or deputy.id]
        filled.update([name for name in seats if name not in filled][:1])
    return len(filled)


def _out_for(meeting: Meeting, item: Item | None) -> set[str]:
    """Return who left the room for an interest in this item, in small letters."""
    if item is None:
        return set()
    place = next((str(n) for n, one in enumerate(meeting.items, 1) if one.id == item.id), "")
    called = {(item.number or place).casefold(), item.title.casefold()}
    return {
        entry.person.casefold()
        for at, entry in meeting.entries()
        if isinstance(entry, Declaration)
        and entry.left_room
        # The item that it names, else the one under which it was declared.
        and (entry.item.casefold() in called if entry.item else at.id == item.id)
    }


def _lost_at(meeting: Meeting, item: Item | None, out: set[str], need: int) -> dt.time | None:
    """Return the last moment at which enough became too few; None where there never were enough."""
    begin = meeting.details.start or dt.time.min
    opened = item.began if item is not None and out else None

    def enough(at: float) -> bool:
        away = out if opened is None or at >= _after(begin, opened) else set[str]()
        return need <= seats_filled(
            meeting.attendance, lambda a: _was_here(a, at, begin) and a.shown.casefold() not in away
        )

    ends = {i.end for a in meeting.attendance for i in a.intervals if i.end is not None}
    moments = sorted({*ends, *filter(None, [opened])}, key=lambda moment: _after(begin, moment))
    # Too few are here now: since the last time that somebody went out of enough.
    return next((moment for moment in reversed(moments) if enough(_after(begin, moment) - 0.5)), None)


def _was_here(attendee: Attendee, at: float, begin: dt.time) -> bool:
    """Say whether somebody who came was in the room so many minutes after the meeting began."""
    here = (
        (i.start is None or _after(begin, i.start) <= at) and (i.end is None or at < _after(begin, i.end))
        for i in attendee.intervals
    )
    return not attendee.intervals or any(here)


def _after(begin: dt.time, moment: dt.time) -> int:
    """Return the minutes from the start to a moment, over midnight if need be; those who came before it are below 0."""
    minutes = (moment.hour - begin.hour) * 60 + moment.minute - begin.minute
    return (minutes + _EARLY) % _DAY - _EARLY


def _share(words: str) -> Fraction | None:
    found = _SHARE.search(words)
    if found is None or found["under"] == "0":
        return None
    if found["top"]:
        return Fraction(int(found["top"]), int(found["under"]))
    if found["cent"]:
        return Fraction(int(found["cent"]), 100)
    return Fraction(_number(found["many"] or "one"), _PARTS[found["part"].casefold()])


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.casefold()]
