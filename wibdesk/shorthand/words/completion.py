"""Type-ahead: what the capitalised word being typed is likely to become, of the names and terms of the meeting."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from wibdesk.domain.people import surname_of, untitled
from wibdesk.domain.terms import Term, TermKind
from wibdesk.shorthand.known import KnownPerson

LETTERS = 2
"""Letters that have to be typed before anything is offered."""
_TYPED = re.compile(r"(?<![\w/@;.])(?:[^\W_][\w'’-]* ){0,3}[^\W\d_][\w'’-]*\Z")


@dataclass(frozen=True)
class Completions:
    """Words to offer by their first letters, in small letters; the likelier first."""

    by_letters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def completions_of(people: Iterable[KnownPerson], terms: Iterable[Term]) -> Completions:
    """Return what may be offered: people present before others, then terms.

    A person is offered by house name, full name, name without titles, and surname.
    """
    words: dict[str, None] = {}
    for person in sorted(people, key=lambda person: not person.present):
        words.update(dict.fromkeys((person.in_text, person.name, untitled(person.name), surname_of(person.name))))
    for term in terms:
        if term.kind is not TermKind.WORD:
            words[term.short if term.kind is TermKind.TERM else term.full] = None
    by_letters: dict[str, list[str]] = {}
    for word in words:
        if len(word) > LETTERS and word[0].isalpha():
            by_letters.setdefault(word[:LETTERS].casefold(), []).append(word)
    return Completions({letters: tuple(found) for letters, found in by_letters.items()})


def completion(line: str, at: int, known: Completions) -> str:
    """Return the letters that would end the word, or the few words, before `at`; empty where nothing is likely.

    What is typed begins with a capital and is no part of a reference or address; it is never changed.
    """
    found = _TYPED.search(line, max(0, at - 80), at)
    if found is None:
        return ""
    typed = found[0]
    while typed:
        if typed[0].isupper() and len(typed) >= LETTERS:
            folded = typed.casefold()
            for word in known.by_letters.get(folded[:LETTERS], ()):
                if word[: len(typed)].casefold() == folded:
                    return word[len(typed) :]
        typed = typed.partition(" ")[2]
    return ""
