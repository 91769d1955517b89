"""The owners at the beginning of an action: `JB`, `DD & RC`, `Chair to`, `All to`, `Police to`, `Sam Jones to`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wibdesk.language import say
from wibdesk.shorthand.known import Known, KnownPerson
from wibdesk.shorthand.name_index import LONGEST, Form, plain
from wibdesk.shorthand.names import ambiguous_title, matched
from wibdesk.shorthand.reading import Ask, Chosen, Doubt, Flag

GROUPS = frozenset(
    "all|all members|all present|all partners|all agencies|board|the board|board members|committee|the committee|"
    "committee members|members|partners|everyone|everybody|governors|all governors|trustees|all trustees".split("|")
)
ORGANISATIONS = frozenset(
    "police|the police|health|public health|nhs|icb|ccg|council|the council|local authority|the local authority|la|"
    "schools|probation|housing|education|social care|fire service|fire|ambulance service|dfe|ofsted|cqc|camhs|yot|yjs|"
    "healthwatch|hospital|hospitals|voluntary sector|vcs|home office|hmrc|dwp|nhs england".split("|")
)
"""What clerks call the agencies round the table, known though the roster may call them by their whole names."""
ROLES = frozenset("chair|vice chair|vice-chair|deputy chair|clerk|secretary|treasurer|minute taker|dcs|das".split("|"))
_ALSO_WORDS = frozenset(
    "young brown black white green gray price hall law cook day king may page park read best field grant long rose "
    "wood mark bill will rob sue june april faith grace hope joy art frank pat drew jack dean guy robin dawn nick rich "
    "sandy summer cross bond moss banks hill marsh rice stone street ward waters wells west north east power sharp "
    "short small strong sweet wise pool post fish fox bird lamb moon rush lock swift case chance church close court "
    "craft flood ford foot free french gates gold good hand hard head holiday house hunt kitchen little love major "
    "mason miller noble pope rain sage savage school self shore temple train trust wall walker winter worth".split()
)
"""Names that are words as well: in small letters and with no "to" after them they are words."""
_STEP = re.compile(r"\s*(?P<mark>[,/&+:]|[-–—](?=\s|$)|(?:and|to)(?=\s|$))\s*", re.IGNORECASE)
_JOINING = frozenset((",", "/", "&", "+", "and"))
_WORDS = re.compile(r"[^\s,/&+:]+")
_NOT_INITIALS = frozenset("to the a an".split())
_LITERAL_INITIALS = re.compile(r"[A-Z]{2,3}")
_LITERAL_NAME = re.compile(r"[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*){0,3}")
_DOES_TO = frozenset(
    "write speak talk respond reply refer report return apply listen link add present email send circulate agree "
    "continue ensure plan try arrange back go look move need consider prepare offer aim".split()
)
"""Verbs before a "to" that is not the "to" after an owner: “Write to parents”."""


@dataclass(frozen=True)
class Owner:
    """One owner: what is stored, how it is shown in doubt, and what has to be asked."""

    name: str
    doubt: Doubt | None = None
    ask: Ask | None = None


@dataclass(frozen=True)
class Owned:
    """The owners that a line begins with, and where the rest of it begins."""

    owners: tuple[Owner, ...]
    end: int


def owners_at_start(line: str, known: Known, chosen: Chosen) -> Owned:
    """Return the owners that the words begin with, none where they begin with nobody."""
    found: list[Owner] = []
    at = 0
    while (one := _owner(line, at, known, chosen, joined=bool(found))) is not None:
        owner, end = one
        found.append(owner)
        step = _STEP.match(line, end)
        mark = step["mark"].lower() if step else ""
        at = step.end() if step else end
        if mark not in _JOINING:
            return Owned(tuple(found), at)
        # What follows is another owner, or the mark was none: a comma after the last owner goes, other words stay.
        rest = at if mark == "," else end
        if _owner(line, at, known, chosen, joined=True) is None:
            return Owned(tuple(found), rest)
    return Owned(tuple(found), 0)


def owner_meant(typed: str, known: Known, chosen: Chosen) -> Owner | None:
    """Return the owner that these very words name; None where they are nobody known."""
    if typed in chosen:
        name = chosen[typed]
        return Owner(name, None if matched(name, known)[1] else _unknown(name))
    form, people = matched(typed, known)
    if form is not None and form < Form.ORGANISATION:
        titled = ambiguous_title(typed, known) if form is Form.INITIALS else None
        return person_meant(typed, people, () if titled is None else (*(one.name for one in titled), typed))
    words = plain(typed)
    if words in GROUPS:
        return Owner(typed, Doubt(Flag.GROUP_OWNER, say("{typed}, a group", typed=typed), typed))
    if words.removeprefix("the ") in ROLES:
        return Owner(typed, _unknown(typed))
    if form is Form.ORGANISATION or words in ORGANISATIONS:
        return Owner(typed, Doubt(Flag.NAME_A_PERSON, say("{typed}, name a person", typed=typed), typed))
    return None


def person_meant(typed: str, people: tuple[KnownPerson, ...], besides: tuple[str, ...] = ()) -> Owner:
    """Return the one of these people who is meant: the only one, or the only one present; else it has to be asked.

    `besides` are other names that the words may stand for.
    """
    present = tuple(one for one in people if one.present)
    meant = present if len(present) == 1 else people
    names = tuple(dict.fromkeys((*(one.name for one in meant), *besides)))
    if len(names) == 1:
        return Owner(names[0])
    ask = Ask(typed, say("Who is {typed}?", typed=typed), names)
    return Owner(typed, Doubt(Flag.CHOOSE_OWNER, say("{typed}, choose who", typed=typed), typed), ask)


def _unknown(typed: str) -> Doubt:
    return Doubt(Flag.UNKNOWN_NAME, say("{typed}, not on the roster", typed=typed), typed)


def _owner(line: str, at: int, known: Known, chosen: Chosen, *, joined: bool) -> tuple[Owner, int] | None:
    """Return the owner that begins at this place, and where it ends: of the longest words that name somebody."""
    runs = list(_runs(line, at))
    for end in reversed(runs):
        typed = line[at:end]
        sure = joined or _is_followed_by_mark(line, end)
        owner = owner_meant(typed, known, chosen)
        if owner is not None and (sure or _stands_alone(typed, known)):
            return owner, end
    for end in reversed(runs):
        typed = line[at:end]
        if _is_literal(typed, line, end, joined=joined):
            return owner_meant(typed, known, chosen) or Owner(typed, _unknown(typed)), end
    return None


def _runs(line: str, at: int) -> Iterator[int]:
    """Yield where each of the first words ends that may be a name together, shortest first."""
    end = at
    for count, word in enumerate(_WORDS.finditer(line, at)):
        if count >= LONGEST or line[end : word.start()].strip() or (count and word[0].lower() == "to"):
            return
        end = word.end()
        yield end


def _is_followed_by_mark(line: str, end: int) -> bool:
    return _STEP.match(line, end) is not None


def _stands_alone(typed: str, known: Known) -> bool:
    """Say whether the words name somebody with no "to" after them: “jb heat maps”, “Booth heat maps”."""
    form = matched(typed, known)[0]
    if form is Form.INITIALS:
        return typed not in _NOT_INITIALS
    if form is Form.WHOLE:
        return True
    if form in (Form.SURNAME, Form.FIRST_NAME):
        return typed[:1].isupper() or typed not in _ALSO_WORDS
    return form is Form.ROLE and " " not in typed and typed.isupper()


def _is_literal(typed: str, line: str, end: int, *, joined: bool) -> bool:
    """Say whether unknown words are meant as an owner all the same: “IW evidence”, “Sam Jones to write”."""
    step = _STEP.match(line, end)
    if _LITERAL_INITIALS.fullmatch(typed):
        return bool(line[end:].strip())
    if not _LITERAL_NAME.fullmatch(typed) or step is None:
        return False
    mark = step["mark"].lower()
    return mark in ("to", ":") and (joined or mark == ":" or typed.rsplit(maxsplit=1)[-1].lower() not in _DOES_TO)
