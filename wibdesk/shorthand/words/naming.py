"""Names by `;jb` and `@jb`: which stretch of a line asks for a name, and who may be meant."""

import re
from collections.abc import Callable
from dataclasses import replace

from wibdesk.shorthand.known import Known, KnownPerson
from wibdesk.shorthand.words.ended import Word, word_ended

_ASKS = re.compile(r"[;@](?P<typed>[^\W\d_][\w'’.-]*)")

Meant = Callable[[str, Known], tuple[KnownPerson, ...]]
"""Whom a word may mean, those present first."""


def name_asked(line: str, at: int) -> Word | None:
    """Return the stretch before `at` that asks for a name, its mark included in the places and not in the text."""
    word = word_ended(line, at)
    found = _ASKS.fullmatch(word.text) if word is not None else None
    return replace(word, text=found["typed"]) if word is not None and found is not None else None


def who_is_meant(typed: str, known: Known, meant: Meant) -> tuple[KnownPerson, ...]:
    """Return who is meant: those here; only where none of them is, those who are not.

    Two who print alike are one: there would be nothing to choose.
    """
    found = {person.in_text: person for person in reversed(meant(typed, known))}
    people = tuple(reversed(found.values()))
    return tuple(person for person in people if is_here(person, known)) or people


def is_here(person: KnownPerson, known: Known) -> bool:
    """Say whether a person counts as present: everybody does until the first is marked present."""
    return person.present or not any(other.present for other in known.people)
