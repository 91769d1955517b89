"""Abbreviations, terms and personal words: what the desk writes out, offers as you type, or spells as you do."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from wibdesk.domain.ids import new_id


class TermKind(StrEnum):
    """What a term is for."""

    ABBREVIATION = "abbreviation"
    TERM = "term"
    WORD = "word"


@dataclass(frozen=True)
class Term:
    """A word or a few that the clerk uses, of one body or, with `body_id` None, of every body.

    Of an abbreviation, `short` is what is typed and `full` what it stands for. A term is `short` as it is written, with
    what it means in `full` where that was given. A word is right as it stands in `short`: the spelling check knows it.
    """

    kind: TermKind
    short: str
    full: str = ""
    body_id: str | None = None
    id: str = field(default_factory=new_id)

    @property
    def key(self) -> tuple[str, str]:
        """What no two terms of a body share: the kind and, whatever its case, `short`; a word keeps its case."""
        return self.kind, self.short if self.kind is TermKind.WORD else self.short.casefold()


MARKS = ("\t", " = ", " – ", " - ", ": ", ";", ",")
"""What may stand between the short and the full form of a pasted line, the surest first."""
_DEFINED = re.compile(r"(?P<full>[^()]+)\((?P<short>[^()]+)\)\.?")
HEADINGS = frozenset(("abbreviation", "acronym", "short", "short form", "term", "initials"))


def read_terms(text: str, body_id: str | None = None) -> tuple[Term, ...]:
    """Read pasted lines `CLA<tab>Children Looked After`; comma, semicolon, colon, = or a dash may stand for the tab.

    `Children Looked After (CLA)` is read too. Lines of one part only and the heading of a table are passed over.
    """
    return tuple(Term(TermKind.ABBREVIATION, short, full, body_id) for short, full in _pairs(text))


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for line in (line.strip() for line in text.splitlines()):
        defined = _DEFINED.fullmatch(line)
        mark = next((mark for mark in MARKS if mark in line), None)
        if defined is not None:
            parts = [defined["short"], defined["full"]]
        elif mark is not None:
            parts = line.split(mark, 1)
        else:
            continue
        short, full = (" ".join(part.strip().strip('"').split()) for part in parts)
        if short and full and short.casefold() not in HEADINGS:
            yield short, full


def read_words(text: str, body_id: str | None = None) -> tuple[Term, ...]:
    """Read words for the spelling check out of pasted text: blanks, commas or lines stand between them."""
    found = (word.strip(",;.\t") for word in re.split(r"[\s,;]+", text))
    return tuple(Term(TermKind.WORD, word, body_id=body_id) for word in dict.fromkeys(found) if word)


def not_yet(wanted: Iterable[Term], held: Iterable[Term]) -> tuple[Term, ...]:
    """Return the terms that are not among those held, each once."""
    known = {term.key for term in held}
    found: dict[tuple[str, str], Term] = {}
    for term in wanted:
        if term.key not in known:
            found.setdefault(term.key, term)
    return tuple(found.values())


def own_first(terms: Collection[Term]) -> tuple[Term, ...]:
    """Return what applies: by kind and words, and where a body has its own form only that."""
    own = {term.key for term in terms if term.body_id is not None}
    kept = [term for term in terms if term.body_id is not None or term.key not in own]
    return tuple(sorted(kept, key=lambda term: (*term.key, term.id)))
