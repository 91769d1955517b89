"""Searching everything: which rows of the index a query finds, in which order, and what a hit shows and opens."""

# ruff: noqa: S608 - the names in these queries are all our own; what a clerk typed is bound

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from wibdesk.domain.search import Page, Query, Term
from wibdesk.store.search_hits import hits
from wibdesk.store.search_index import DAY_BITS, TEXTS

RANKED = 10_000
"""Hits that are brought in order of rank: of more than that, the newest come first."""
WEIGHTS = (8.0, 4.0, 1.0, 3.0, 0.0, 0.0)
"""What a word counts in a title, in what was decided or is to be done, in other words, and among names."""
_JULIAN = 1721424
"""The Julian day, as SQLite counts it at midnight without its half, before the first of the calendar."""


class Searching:
    """Queries over the index of everything."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def page(self, query: Query, first: int, size: int) -> Page:
        """Return some of the hits of a query, the best first: by rank, or the newest where there are many.

        Where nothing has every word, what has any of them.
        """
        homes = self._homes(query)
        if query.empty or homes == frozenset():
            return Page(first=first)
        where, values = self.asked(query)
        newest, partly = self._newest(where, values), False
        if not newest and len(query.terms) > 1:
            values["words"], partly = _matching(query, homes, " OR "), True
            newest = self._newest(where, values)
        more, count = len(newest) > RANKED, min(len(newest), RANKED)
        shown = newest[:count][first : first + size]
        if shown and query.terms and not more:
            shown = self._best(where, values, first, size)
        listed = hits(self._connection, shown, values["words"])
        return Page(listed, count, first, more=more, partly=partly and bool(newest))

    def asked(self, query: Query) -> tuple[str, dict[str, Any]]:
        """Return the condition of the index for a query that finds something, and its values by name."""
        where, values = _within(query)
        return where, values | {"words": _matching(query, self._homes(query), " AND ")}

    def _newest(self, where: str, values: dict[str, Any]) -> list[int]:
        """Return the numbers of what matches, the newest first; at most one more than are ranked, and none weighed."""
        words = f"SELECT rowid FROM search WHERE {where} ORDER BY rowid DESC LIMIT {RANKED + 1}"
        # As the driver has them: ten thousand rows of the library would take longer than the search.
        with self._connection.execute(sa.text(words), values) as found:
            return [row[0] for row in found.cursor.fetchall()] if found.cursor is not None else []

    def _best(self, where: str, values: dict[str, Any], first: int, size: int) -> list[int]:
        """Return the numbers of a page in order of rank."""
        # Those that weigh nearly alike are equals, so that the newest of them comes first.
        rank = f"round(bm25(search, {', '.join(map(str, WEIGHTS))}), 1)"
        words = f"SELECT rowid FROM search WHERE {where} ORDER BY {rank}, rowid DESC LIMIT :size OFFSET :first"
        return [row[0] for row in self._run(words, values | {"size": size, "first": first})]

    def _homes(self, query: Query) -> frozenset[str] | None:
        """Return the bodies within which is searched; None for all."""
        if not query.bodies:
            return query.body_ids or None
        named = self._run("SELECT id, name FROM body", {})
        wanted = [part.casefold() for part in query.bodies]
        found = {row[0] for row in named if all(part in row[1].casefold() for part in wanted)}
        return frozenset(found & query.body_ids if query.body_ids else found)

    def _run(self, words: str, values: dict[str, Any]) -> Sequence[Any]:
        return self._connection.execute(sa.text(words), values).all()


def _within(query: Query) -> tuple[str, dict[str, Any]]:
    """Return the condition of the index and its values: the words, and the days, which are in a row's number."""
    where, values = "search MATCH :words", dict[str, Any]()
    if query.since is not None:
        where, values["since"] = f"{where} AND rowid >= :since", _number(query.since)
    if query.until is not None:
        where += " AND rowid < :until"
        values["until"] = _number(query.until) + (1 << DAY_BITS)
        if query.since is None:
            # What has no day was not before one.
            where += f" AND rowid >= {1 << DAY_BITS}"
    return where, values


def _number(day: date) -> int:
    return (day.toordinal() + _JULIAN) << DAY_BITS


def _matching(query: Query, homes: frozenset[str] | None, joined: str) -> str:
    """Return the query in the words of the index, its terms joined by AND or OR."""
    wanted = [f"({joined.join(map(_any_of, query.terms))})"] if query.terms else []
    if query.due is not None:
        wanted.append(f'facets : "{_due(query.due.year, query.due.month)}"')
    if query.kinds:
        wanted.append(_one_of("facets", (f"k{kind}" for kind in sorted(query.kinds))))
    if homes is not None:
        wanted.append(_one_of("home", (f"b{body_id}" for body_id in sorted(homes))))
    words = " AND ".join(wanted)
    for term in query.without:
        words = f"({words}) NOT {_any_of(term)}"
    return words


def _any_of(term: Term) -> str:
    columns = "people" if term.people else f"{{{' '.join(TEXTS)}}}"
    more = " *" if term.begun else ""
    forms = " OR ".join(f"{_quoted(form)}{more}" for form in term.forms)
    return f"{columns} : ({forms})"


def _one_of(column: str, words: Iterable[str]) -> str:
    return f"{column} : ({' OR '.join(map(_quoted, words))})"


def _due(year: int | None, month: int | None) -> str:
    if month is None:
        return f"d{year:04}"
    return f"dm{month:02}" if year is None else f"d{year:04}{month:02}"


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'
