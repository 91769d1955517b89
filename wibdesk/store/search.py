"""Searching everything: which rows of the index a query finds, in which order, and what a hit shows and opens."""

# ruff: noqa: S608 - the names in these queries are all our own; what a clerk typed is bound

from collections.abc import Iterable
from datetime import date
from typing import Any

import sqlalchemy as sa

from wibdesk.domain.search import Page, Query, Term
from wibdesk.store.connection import raw
from wibdesk.store.search_filling import share_ready
from wibdesk.store.search_hits import HIGHLIGHTS, hits
from wibdesk.store.search_index import DAY_BITS, TEXTS

RANKED, RANKED_PHRASES = 10_000, 5_000
"""Hits that are brought in order of rank: of more than that, the newest come first. To weigh a phrase takes longer."""
WEIGHTS = (8.0, 4.0, 1.0, 3.0, 0.0, 0.0)
"""What a word counts in a title, in what was decided or is to be done, in other words, and among names."""
BEST = f"""SELECT rowid FROM search WHERE {{}}
ORDER BY round(bm25(search, {", ".join(map(str, WEIGHTS))}), 1), rowid DESC"""
"""The best first: those that weigh nearly alike are equals, so that the newest of them comes first."""
NEWEST = f"SELECT rowid, {HIGHLIGHTS} FROM search WHERE {{}} ORDER BY rowid DESC"
"""The newest first: the index comes to them one after the other, so that it marks no more than are wanted."""
_JULIAN = 1721424
"""The Julian day, as SQLite counts it at midnight without its half, before the first of the calendar."""


class Searching:
    """Queries over the index of everything, asked of the driver itself: building them costs more than they do."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def page(self, query: Query, first: int, size: int) -> Page:
        """Return some of the hits of a query, the best first: by rank, or the newest where there are many.

        Where nothing has every word, what has any of them.
        """
        ready = share_ready(self._connection)
        homes = self._homes(query)
        if query.empty or homes == frozenset():
            return Page(first=first, ready=ready)
        where, values = _within(query)
        values["words"], partly = _matching(query, homes, " AND "), False
        most = RANKED_PHRASES if any(" " in form for term in query.terms for form in term.forms) else RANKED
        count = self._count(where, values, most)
        if not count and len(query.terms) > 1:
            values["words"], partly = _matching(query, homes, " OR "), True
            count = self._count(where, values, most)
        more, count = count > most, min(count, most)
        chosen = NEWEST if more or not query.terms else BEST
        shown = self._shown(chosen.format(where), values, first, min(size, count - first))
        listed = hits(self._connection, shown, values["words"])
        return Page(listed, count, first, more=more, partly=partly and bool(count), ready=ready)

    def asked(self, query: Query) -> tuple[str, dict[str, Any]]:
        """Return the condition of the index for a query that finds something, and its values by name."""
        where, values = _within(query)
        return where, values | {"words": _matching(query, self._homes(query), " AND ")}

    def _count(self, where: str, values: dict[str, Any], most: int) -> int:
        """Return how many match; at most one more than are ranked, and none weighed."""
        ((count,),) = self._run(f"SELECT count(*) FROM (SELECT 1 FROM search WHERE {where} LIMIT {most + 1})", values)
        return int(count)

    def _shown(self, chosen: str, values: dict[str, Any], first: int, size: int) -> list[tuple[Any, ...]]:
        """Return the numbers of a page in order, each with its texts as far as they are marked."""
        if size <= 0:
            return []
        return self._run(f"{chosen} LIMIT :size OFFSET :first", values | {"size": size, "first": first})

    def _homes(self, query: Query) -> frozenset[str] | None:
        """Return the bodies within which is searched; None for all."""
        if not query.bodies:
            return query.body_ids or None
        named = self._run("SELECT id, name FROM body", {})
        wanted = [part.casefold() for part in query.bodies]
        found = {row[0] for row in named if all(part in row[1].casefold() for part in wanted)}
        return frozenset(found & query.body_ids if query.body_ids else found)

    def _run(self, words: str, values: dict[str, Any]) -> list[Any]:
        return list(raw(self._connection).execute(words, values).fetchall())


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
