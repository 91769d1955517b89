"""What a typed line would become: the entry, what else happens, what is doubtful, and what has to be asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from typing import TypeAlias

from wibdesk.domain.entries import Entry


class Flag(StrEnum):
    """A doubt that is kept with the words of the line; none stops the clerk."""

    NO_OWNER = "no_owner"
    NO_DUE = "no_due"
    NOT_A_DATE = "not_a_date"  # ASAP, ongoing, TBC: kept, no date
    IMPOSSIBLE_DATE = "impossible_date"
    NO_MEETING = "no_meeting"  # none is scheduled then
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    UNKNOWN_NAME = "unknown_name"
    CHOOSE_OWNER = "choose_owner"
    NOT_PRESENT = "not_present"
    JOINT_OWNERS = "joint_owners"
    GROUP_OWNER = "group_owner"
    NAME_A_PERSON = "name_a_person"  # an organisation owns it
    VOTES_EXCEED = "votes_exceed"  # more votes than members present
    VOTES_MISSING = "votes_missing"  # fewer votes than members present
    TIE = "tie"  # the casting vote is asked for
    UNKNOWN_ITEM = "unknown_item"  # no such number on the agenda
    MAY_BE_ACTION = "may_be_action"  # prose that sounds like an action: only suggested


@dataclass(frozen=True)
class Doubt:
    """A flag, its words for the clerk ("31/9, no such day, kept as typed") and what of the line it is about."""

    flag: Flag
    words: str
    about: str = ""


@dataclass(frozen=True)
class Ask:
    """A short choice that the line needs: `typed` may mean any of `choices`, the likelier first."""

    typed: str
    question: str
    choices: tuple[str, ...]


@dataclass(frozen=True)
class Movement:
    """Somebody joins or leaves: recorded in the attendance, with the time typed or None for now.

    `attendee_id` is empty for a name that is not on the attendance list yet: it is added as somebody who walked in,
    from the `organisation` where one was typed.
    """

    name: str
    attendee_id: str
    joined: bool
    at: time | None = None
    organisation: str = ""


@dataclass(frozen=True)
class OpensPhrases:
    """The line asks for the phrase bank, narrowed to these words."""

    words: str = ""


Deed: TypeAlias = Movement | OpensPhrases

Chosen: TypeAlias = Mapping[str, str]
"""What the clerk chose where the line was ambiguous: the words typed to the name chosen."""


@dataclass(frozen=True)
class Chip:
    """A fact of the preview: words, icon, whether it is in doubt; `value` is what Tab lets the clerk change."""

    words: str
    icon: str = ""
    doubtful: bool = False
    value: str = ""


@dataclass(frozen=True)
class Reading:
    """What a line becomes. `kind` is an entry's kind, `joined`, `left`, `phrase`, or `text` where it stays as typed.

    `entries` stand in place of the line (several for a recorded vote with its decision, none for a movement), `deeds`
    are done beside, `lead` counts the letters of the typed command. `words` is the sentence that is read out:
    "Will record: I Nolan, heat map of vacancies, Tuesday 6 October 2026."
    """

    line: str
    kind: str = "text"
    entries: tuple[Entry, ...] = ()
    deeds: tuple[Deed, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    asks: tuple[Ask, ...] = ()
    chips: tuple[Chip, ...] = ()
    lead: int = 0
    words: str = ""

    @property
    def flags(self) -> tuple[Flag, ...]:
        """The flags in order, each once."""
        return tuple(dict.fromkeys(doubt.flag for doubt in self.doubts))

    @property
    def recorded(self) -> bool:
        """Say whether Enter makes something else of the line than the words that were typed."""
        return self.kind != "text"
