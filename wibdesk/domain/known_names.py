"""Everybody that a meeting knows of, by every part of their names: who is meant, and who is a stranger."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wibdesk.domain.attendance import Attendee
from wibdesk.domain.people import HONOURS, TITLES, Person, surname_of

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
GROUPS = frozenset("all everybody everyone members partners present board committee panel trustees governors".split())
OFFICES = frozenset("chair chairman chairwoman chairperson clerk secretary secretariat treasurer".split())


@dataclass(frozen=True)
class KnownName:
    """Somebody as the minutes write them: the whole name, its first name where it is more than a letter, its last."""

    shown: str
    first: str
    last: str
    role: str = ""
    organisation: str = ""
    initials: str = ""


def known_names(attendance: Sequence[Attendee], roster: Sequence[Person] = ()) -> tuple[KnownName, ...]:
    """Return everybody on the attendance list, then those of the roster who are not on it, each once."""
    found: dict[str, KnownName] = {}
    for a in attendance:
        made = _known(a.name or "", a.role, a.organisation, a.initials)
        found.setdefault(_bare(made.shown) or made.role.casefold(), made)
    for p in roster:
        found.setdefault(_bare(p.prints_as), _known(p.prints_as, p.role, p.organisation, p.initials))
    return tuple(found.values())


def _known(name: str, role: str | None, organisation: str | None, initials: str | None) -> KnownName:
    words = name_words(name)
    first = words[0] if len(words) > 1 and len(words[0]) > 1 else ""
    return KnownName(name, first, surname_of(name) if words else "", role or "", organisation or "", initials or "")


def name_words(name: str) -> list[str]:
    """Return the words of a name without titles and honours."""
    return [w for w in _WORD.findall(name) if w.strip(".").casefold() not in TITLES | HONOURS]


def _bare(name: str) -> str:
    return " ".join(name_words(name)).casefold()


def is_known(name: str, people: Iterable[KnownName]) -> bool:
    """Say whether a name, as an owner or presenter is written, is somebody, a role, an organisation or a group.

    Anybody who shares the surname is taken for the person unless the first names differ.
    """
    wanted, bare = name.strip().casefold(), _bare(name)
    tokens = set(re.findall(r"\w+", wanted))
    if tokens & GROUPS or tokens & OFFICES:
        return True
    return any(_is_meant(wanted, bare, one) for one in people)


def person_meant(name: str, people: Iterable[KnownName]) -> KnownName | None:
    """Return who is meant by a name, None where nobody of that name is known."""
    wanted, bare = name.strip().casefold(), _bare(name)
    return next((one for one in people if _is_meant(wanted, bare, one)), None)


def of_organisation(name: str, people: Iterable[KnownName]) -> tuple[KnownName, ...]:
    """Return who is of the organisation that a name is, as "Police" is Norbury Police; none where it is no bare one."""
    wanted, everybody = name.strip().casefold(), tuple(people)
    if any(wanted in (one.shown.casefold(), one.role.casefold()) for one in everybody):
        return ()
    owned = ((one, one.organisation.casefold()) for one in everybody)
    return tuple(one for one, theirs in owned if wanted and (wanted == theirs or _within(wanted, theirs)))


def of_initials(name: str, people: Iterable[KnownName]) -> tuple[KnownName, ...]:
    """Return everybody whose initials a name is, as "TB" may be Tom Bell and Tara Boyd."""
    bare = name.strip()
    if not (bare.isalpha() and bare.isupper() and 2 <= len(bare) <= 4):
        return ()
    return tuple(one for one in people if bare in (one.initials, "".join(word[0] for word in name_words(one.shown))))


def _is_meant(wanted: str, bare: str, one: KnownName) -> bool:
    whole = {text.casefold() for text in (one.shown, one.role, one.organisation, one.initials, one.first) if text}
    if wanted in whole or (bare and bare == _bare(one.shown)):
        return True
    if _within(wanted, one.organisation.casefold()) or _within(wanted, one.role.casefold()):
        return True
    words = bare.split()
    if not words or not one.last or words[-1] != one.last.casefold():
        return False
    mine = (_bare(one.shown).split() or [""])[0]
    # Council papers put "CC" and the like before a surname: two letters are no first name.
    return len(words) == 1 or len(words[0]) < 3 or len(mine) < 3 or words[0] == mine


def _within(words: str, longer: str) -> bool:
    """Say whether words stand in a longer name as whole words, as "police" in "Norbury Police"."""
    return len(words) > 2 and re.search(rf"\b{re.escape(words)}\b", longer) is not None
