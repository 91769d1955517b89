"""The names of a meeting's people in every form that a clerk may type, made once for as long as they stay the same."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from operator import attrgetter
from typing import TYPE_CHECKING

from wibdesk.domain.people import HONOURS, TITLES, initials_of

if TYPE_CHECKING:
    from wibdesk.shorthand.known import KnownPerson


class Form(IntEnum):
    """In which form a name was typed, in the order in which they are tried (governance 6.1)."""

    WHOLE = 0
    INITIALS = 1
    SURNAME = 2
    FIRST_NAME = 3
    ROLE = 4
    ORGANISATION = 5


_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SMALL = frozenset("of for the and to in at on".split())
_STANDING_IN = frozenset("interim acting".split())
_CHAIR = ("chair", "chairman", "chairwoman", "chairperson")
_POST = re.compile(r"\s*[/,;(]\s*|\s+[–-]\s+")
LONGEST = 8
"""Words that a form of a name may have."""


def plain(words: str) -> str:
    """Return words as names are compared: small letters, single blanks, no stops, no `@` or `;` before them."""
    return " ".join(words.lstrip("@;").replace(".", "").replace("’", "'").replace("\\", "").casefold().split())


@dataclass(frozen=True)
class NameIndex:
    """Who is meant by each form: `people[form][words]`, whoever is present first; `titles` stand before some names."""

    people: Mapping[Form, Mapping[str, tuple["KnownPerson", ...]]]
    titles: Mapping[str, tuple["KnownPerson", ...]]


def index_of(people: Sequence["KnownPerson"]) -> NameIndex:
    """Return the index of these people, who keep their order but that those present come first."""
    found: dict[Form, dict[str, dict[KnownPerson, None]]] = {form: {} for form in Form}
    titles: dict[str, dict[KnownPerson, None]] = {}
    in_order = tuple(dict.fromkeys(sorted(people, key=lambda one: not one.present)))
    for person in in_order:
        for form, words in _forms(person):
            found[form].setdefault(words, {})[person] = None
        first = person.name.partition(" ")[0]
        if len(first) > 1 and first.isupper():
            titles.setdefault(plain(first), {})[person] = None
    # Somebody whose name is just these words is meant, whoever else they would do for: `J Amari` is not Jane Amari.
    exact: dict[str, dict[KnownPerson, None]] = {}
    for person in in_order:
        for name in filter(None, (person.name, person.shown)):
            exact.setdefault(plain(name), {})[person] = None
    found[Form.WHOLE].update(exact)
    # Many share an organisation or a role: its words are taken apart once.
    for form, named, parts in (
        (Form.ROLE, attrgetter("role"), _roles),
        (Form.ORGANISATION, attrgetter("organisation"), _parts),
    ):
        for said in dict.fromkeys(map(named, in_order)):
            holders = dict.fromkeys(one for one in in_order if named(one) == said)
            for words in filter(None, parts(said)):
                found[form].setdefault(words, {}).update(holders)
    if presiding := [one for one in in_order if one.chair]:
        found[Form.ROLE].update(dict.fromkeys(_CHAIR, dict.fromkeys(presiding)))
    index = {form: {words: tuple(named) for words, named in by_words.items()} for form, by_words in found.items()}
    return NameIndex(index, {title: tuple(named) for title, named in titles.items()})


def bare_words(name: str) -> list[str]:
    """Return the words of a name without titles and honours: `Det Supt K Rowe QPM` gives `k`, `rowe`."""
    words = [plain(word) for word in _WORD.findall(name)]
    return [word for word in words if word not in TITLES | HONOURS]


def _forms(person: "KnownPerson") -> Iterable[tuple[Form, str]]:
    for name in filter(None, dict.fromkeys((person.name, person.shown))):
        yield Form.WHOLE, plain(name)
        words = bare_words(name)
        if not words:
            continue
        first, last = words[0], words[-1]
        yield Form.SURNAME, last
        if len(words) > 1:
            yield Form.WHOLE, " ".join(words)
            yield Form.WHOLE, f"{first} {last}"
            yield Form.WHOLE, f"{first[0]} {last}"
            if len(first) > 1:
                yield Form.WHOLE, f"{first} {last[0]}"
                yield Form.FIRST_NAME, first
        if len(words) > 2:
            yield Form.SURNAME, " ".join(words[1:])
    if letters := plain(person.initials or initials_of(person.name)):
        yield Form.INITIALS, letters


def _roles(role: str) -> Iterable[str]:
    for post in dict.fromkeys((role, *_POST.split(role))):
        words = plain(post).split()
        if words and words[0] in _STANDING_IN:
            yield " ".join(words)
            words = words[1:]
        # A role is known by its first words and by the letters that these begin with: Director of Children's Services.
        yield from (" ".join(words[:n]) for n in range(1, min(len(words), LONGEST) + 1))
        yield "".join(word[0] for word in words if word not in _SMALL and word[0].isalpha()) if len(words) > 1 else ""
        if words and words[-1] in ("chair", "clerk") and words[0] not in ("vice", "deputy"):
            yield words[-1]


def _parts(organisation: str) -> Iterable[str]:
    """Yield each run of words of an organisation's name that does not begin or end with a small word."""
    words = plain(organisation).split()
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + LONGEST) + 1):
            if words[start] not in _SMALL and words[end - 1] not in _SMALL:
                yield " ".join(words[start:end])
