"""What a clerk searches for, and what is found: each hit with its words, where it stands and where it opens."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class SearchKind(StrEnum):
    """What sort of thing is found."""

    MEETING = "meeting"
    ITEM = "item"
    MINUTE = "minute"
    DECISION = "decision"
    ACTION = "action"
    VOTE = "vote"
    INTEREST = "interest"
    CORRECTION = "correction"
    NOTE = "note"
    PAPER = "paper"
    PERSON = "person"
    PLAN = "plan"


@dataclass(frozen=True)
class Term:
    """One thing that must be in the text: any of `forms`, each a word or a phrase as typed; whole, or begun.

    With `begun`, the last word of a form may go on. `people` looks among names alone.
    """

    forms: tuple[str, ...]
    begun: bool = False
    people: bool = False


@dataclass(frozen=True)
class DueIn:
    """A deadline within a month, a year, or that month of any year."""

    year: int | None = None
    month: int | None = None


@dataclass(frozen=True)
class Query:
    """What is searched for: every term, none of `without`, within the filters. Nothing typed finds nothing.

    `kinds` and `body_ids` are any of these, none for all; `since` and `until` are days of the meeting, both included.
    `bodies` are parts of names of bodies as typed, each of which must be in the name.
    """

    terms: tuple[Term, ...] = ()
    without: tuple[Term, ...] = ()
    kinds: frozenset[SearchKind] = frozenset()
    body_ids: frozenset[str] = frozenset()
    bodies: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    due: DueIn | None = None

    @property
    def empty(self) -> bool:
        """Say whether nothing is asked for: filters by body, kind and day alone list nothing."""
        return not self.terms and self.due is None


@dataclass(frozen=True)
class Hit:
    """A thing that was found.

    `words` is the text, or the part of it that matters; `marked` are the ranges (from, to) of it that were looked for,
    `people` whose it is; `exempt` says that it stands in the private part of a meeting. Where it opens: a meeting with
    its item and entry, else a `plan_id` or `person_id`.
    """

    kind: SearchKind
    words: str
    marked: tuple[tuple[int, int], ...]
    people: str = ""
    ref: str = ""
    body_id: str = ""
    body_name: str = ""
    meeting_id: str = ""
    meeting_ref: str = ""
    meeting_title: str = ""
    day: date | None = None
    item_id: str = ""
    item_number: str = ""
    item_title: str = ""
    entry_id: str = ""
    plan_id: str = ""
    plan_title: str = ""
    person_id: str = ""
    record_id: str = ""
    due: str = ""
    status: str = ""
    exempt: bool = False


@dataclass(frozen=True)
class Page:
    """Some of the hits, from `first` on. Where there are more than can be counted at once, `more` than `count`.

    `partly` says that nothing had every word: these have some of them. `ready` is the share of the register that can be
    found by now, from 0 to 1: the index of an old one is made little by little.
    """

    hits: tuple[Hit, ...] = ()
    count: int = 0
    first: int = 0
    more: bool = False
    partly: bool = False
    ready: float = 1.0
