"""Abbreviations written out as they are typed: `ya` is young adult, the first `CLA` Children Looked After (CLA)."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from wibdesk.domain.terms import Term, TermKind
from wibdesk.shorthand.words.ended import Change, Word, word_ended


@dataclass(frozen=True)
class Abbreviations:
    """What is written out: `always` by the short form in small letters, `once` by the short form as it is printed."""

    always: Mapping[str, str] = field(default_factory=dict)
    once: Mapping[str, str] = field(default_factory=dict)


def abbreviations_of(terms: Iterable[Term]) -> Abbreviations:
    """Sort the abbreviations among terms; one with a capital in its short form is explained once and then stays.

    Where a body and every body have the same one, the body's own applies.
    """
    always: dict[str, str] = {}
    once: dict[str, str] = {}
    for term in sorted(terms, key=lambda term: term.body_id is not None):
        if term.kind is TermKind.ABBREVIATION and term.full and term.full != term.short:
            (always if term.short.islower() else once)[term.short] = term.full
    return Abbreviations(always, once)


def expansion(line: str, at: int, known: Abbreviations, used: Callable[[str], bool]) -> Change | None:
    """Return what the word that was ended before `at` is written out as; None where it stays.

    `used` says of a short form whether the meeting has it already: then it needs no explaining.
    """
    word = word_ended(line, at)
    if word is None:
        return None
    if word.text in known.once:
        explained = line[word.start - 1 : word.start] == "(" or mentions(_without(line, word), word.text)
        if explained or used(word.text):
            return None
        return Change(word.start, word.end, f"{known.once[word.text]} ({word.text})")
    full = known.always.get(word.text.lower())
    written = _in_case(full, word.text) if full else None
    return Change(word.start, word.end, written) if written else None


def mentions(text: str, short: str) -> bool:
    """Say whether a text has a short form as a word of its own."""
    return short in text and re.search(rf"(?<![\w/]){re.escape(short)}(?![\w/])", text) is not None


def _without(line: str, word: Word) -> str:
    return f"{line[: word.start]} {line[word.end :]}"


def _in_case(full: str, typed: str) -> str | None:
    """Return the full form with capitals as they were typed; None for capitals in the middle, which mean something."""
    if typed.islower():
        return full
    if typed[0].isupper() and typed[1:] == typed[1:].lower():
        return full[0].upper() + full[1:]
    return full.upper() if typed.isupper() else None
