"""Reads what a clerk types to search: words, “phrases”, -without and filters such as `owner:rowe` or `due:oct`.

Whatever is typed means something: a filter that makes no sense is looked for as words.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from wibdesk.domain.dates import month_number, read_date
from wibdesk.domain.search import DueIn, Query, SearchKind, Term
from wibdesk.domain.search_words import forms

MOST_TYPED, MOST_TERMS = 400, 24
"""Letters that are read of what was typed, and words that are looked for."""
SHORTEST_BEGUN = 2
"""Letters of a word that may go on: one letter would find everything."""

_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‛": "'", "‐": "-", "‑": "-", "\0": " "})
_PIECE = re.compile(
    r'(?P<minus>-)?(?:(?P<name>[a-z]{2,9}):)?(?:"(?P<phrase>[^"]*)(?P<closed>"?)|(?P<word>[^\s"]+))', re.I
)
_NUMBER = re.compile(r"[\d.:]+")
_MONTH = re.compile(r"(?P<name>[a-z]{3,9})[-/ ]?(?P<year>\d{4})?", re.IGNORECASE)
_YEAR_MONTH = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2}))?")
_KINDS = {
    "minutes": SearchKind.MINUTE,
    "people": SearchKind.PERSON,
    "agenda": SearchKind.ITEM,
    "private": SearchKind.NOTE,
    "declaration": SearchKind.INTEREST,
    "milestone": SearchKind.PLAN,
}


@dataclass(frozen=True)
class _Piece:
    """One thing that was typed: its words, under which filter, whether as a phrase, and whether more may follow."""

    words: str
    name: str = ""
    phrase: bool = False
    minus: bool = False
    last: bool = False


def read_query(typed: str, today: date) -> Query:
    """Return what is meant; it never fails. The last word counts as begun unless a blank or quote follows it."""
    text = typed.translate(_STRAIGHT)[:MOST_TYPED].encode("utf-8", "ignore").decode()
    query = Query()
    for piece in _pieces(text):
        read = _FILTERS.get(piece.name)
        wider = read(query, piece, today) if read and not piece.minus else None
        query = _with_words(query, piece) if wider is None else wider
    return replace(query, terms=query.terms[:MOST_TERMS], without=query.without[:MOST_TERMS])


def _pieces(text: str) -> Iterator[_Piece]:
    for found in _PIECE.finditer(text):
        name, phrase = (found["name"] or "").lower(), found["phrase"] is not None
        words = (found["phrase"] if phrase else found["word"]) or ""
        if name and name not in _FILTERS:
            words, name = f"{name} {words}" if phrase else f"{name}:{words}", ""
        if any(letter.isalnum() for letter in words):
            open_end = found.end() == len(text) and not found["closed"]
            yield _Piece(words, name, phrase, found["minus"] is not None, open_end)


def _with_words(query: Query, piece: _Piece) -> Query:
    term = _term(piece)
    if piece.minus:
        return replace(query, without=(*query.without, term))
    return replace(query, terms=(*query.terms, term))


def _term(piece: _Piece) -> Term:
    words = piece.words
    begun = piece.last and not piece.minus and not _NUMBER.fullmatch(words) and len(words) >= SHORTEST_BEGUN
    if piece.phrase or " " in words:
        return Term((words,), begun)
    return Term(forms(words, begun=begun), begun)


def _owner(query: Query, piece: _Piece, today: date) -> Query:
    kinds = query.kinds or frozenset({SearchKind.ACTION})
    return replace(_person(query, piece, today), kinds=kinds)


def _person(query: Query, piece: _Piece, _: date) -> Query:
    return replace(query, terms=(*query.terms, Term((piece.words,), begun=len(piece.words) > 1, people=True)))


def _kind(query: Query, piece: _Piece, _: date) -> Query | None:
    found = {_kind_named(word) for word in re.split(r"[,\s]+", piece.words.lower()) if word}
    kinds = frozenset(kind for kind in found if kind is not None)
    return replace(query, kinds=query.kinds | kinds) if kinds else None


def _kind_named(word: str) -> SearchKind | None:
    named = {kind.value: kind for kind in SearchKind} | _KINDS
    return named.get(word) or named.get(word.removesuffix("s"))


def _body(query: Query, piece: _Piece, _: date) -> Query:
    return replace(query, bodies=(*query.bodies, piece.words))


def _since(query: Query, piece: _Piece, today: date) -> Query | None:
    span = _span(piece.words, today)
    return replace(query, since=span[0]) if span else None


def _until(query: Query, piece: _Piece, today: date) -> Query | None:
    span = _span(piece.words, today)
    return replace(query, until=span[1]) if span else None


def _before(query: Query, piece: _Piece, today: date) -> Query | None:
    span = _span(piece.words, today)
    return replace(query, until=span[0] - timedelta(days=1)) if span and span[0] > date.min else None


def _on(query: Query, piece: _Piece, today: date) -> Query | None:
    span = _span(piece.words, today)
    return replace(query, since=span[0], until=span[1]) if span else None


def _due(query: Query, piece: _Piece, _: date) -> Query | None:
    if found := _YEAR_MONTH.fullmatch(piece.words):
        month = int(found["month"]) if found["month"] else None
        due = DueIn(int(found["year"]), month) if month is None or 1 <= month <= 12 else None
    else:
        found = _MONTH.fullmatch(piece.words)
        named = month_number(found["name"]) if found else None
        due = DueIn(int(found["year"]) if found["year"] else None, named) if found and named else None
    return replace(query, due=due) if due else None


def _span(words: str, today: date) -> tuple[date, date] | None:
    """Return the first and last day of a day, a month or a year; of a month without a year, the last there was."""
    if day := read_date(words, near=date(today.year, 1, 1)):
        return day, day
    if found := _YEAR_MONTH.fullmatch(words):
        return _whole(int(found["year"]), int(found["month"]) if found["month"] else None)
    found = _MONTH.fullmatch(words)
    month = month_number(found["name"]) if found else None
    if found is None or month is None:
        return None
    year = int(found["year"]) if found["year"] else today.year - (month > today.month)
    return _whole(year, month)


def _whole(year: int, month: int | None) -> tuple[date, date] | None:
    if year < 1 or not 1 <= (month or 1) <= 12:
        return None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


_FILTERS: dict[str, Callable[[Query, _Piece, date], Query | None]] = {
    "owner": _owner,
    "person": _person,
    "who": _person,
    "kind": _kind,
    "body": _body,
    "since": _since,
    "from": _since,
    "until": _until,
    "to": _until,
    "before": _before,
    "on": _on,
    "in": _on,
    "due": _due,
}
"""What each filter makes of a query; None where the value makes no sense."""
