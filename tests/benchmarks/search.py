"""Searching 500,000 entries of 5,000 meetings, against the bare query of the index, and what a save costs more.

Ours ends when the first page has come with all that is shown of it. The bare one is what the index gives by itself: its
best rows (of many, the newest) with their marked words, asked by the driver alone on the same connection in the same
run. The goals: 1.5 times that; at most 50 ms (p95) up to 10,000 hits, and 100 ms for words with more.
"""

import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.benchmarks.figures import Amount, Ratio, percentile
from tests.benchmarks.large_minutes import LAST, words, write_minutes
from wibdesk.domain.entries import Paragraph
from wibdesk.domain.search import Query
from wibdesk.domain.search_typed import read_query
from wibdesk.services.minutes import save_entries
from wibdesk.services.search import PAGE, search
from wibdesk.store import search_index
from wibdesk.store.connection import raw
from wibdesk.store.database import Database
from wibdesk.store.search import Searching
from wibdesk.store.session import Session
from wibdesk.store.unit_of_work import UnitOfWork

GOAL = 1.5
SAVES = 40
BARE = "SELECT rowid, " + ", ".join(f"highlight(search, {n}, '<', '>')" for n in range(4)) + " FROM search"


def run(*, short: bool) -> Iterator[Ratio | Amount]:
    """Measure searches of rare and of common words, then a save with the index and without."""
    meetings, rounds = (50, 1) if short else (5000, 5)
    with tempfile.TemporaryDirectory(prefix="wibdesk-search-") as folder:
        database = Database(Path(folder) / "search.wibdesk")
        database.open()
        try:
            write_minutes(database, meetings)
            began = time.perf_counter()
            with database.connection.begin():
                search_index.fill(database.connection)
            yield Amount(f"search: indexing {meetings * 100:,} entries", time.perf_counter() - began, "s")
            yield from _searches(database, rounds, few=short)
            yield from _saves(database)
        finally:
            database.close()


def _searches(database: Database, rounds: int, *, few: bool) -> Iterator[Ratio | Amount]:
    known, chance = words(), random.Random(5)
    places = {
        "rare words": [known[n] for n in range(3000, 20_000, 2000)],
        "words": [known[n] for n in range(200, 2000, 200)],
        "frequent words": [known[n] for n in range(90, 180, 10)],
        "two words": [f"{known[chance.randrange(60)]} {known[chance.randrange(100, 900)]}" for _ in range(9)],
        "words within filters": [f"kind:decision {known[n]}" for n in range(20, 110, 10)],
        "phrases": [f'"{known[n]} {known[n + 1]}"' for n in range(9)],
    }
    common = {
        "common words": [known[n] for n in range(9)],
        "first two letters": ["co", "re", "pr", "de", "in", "st", "un", "ma", "ch"],
        "common words within filters": [f'kind:minute body:"board 7" {known[n]}' for n in range(9)],
    }
    for what, typed in ({} if few else places).items():
        yield from _compared(database, f"search for {what}", [f"{one} " for one in typed], rounds, 50)
    for what, typed in common.items():
        ended = "" if "letters" in what else " "
        yield from _compared(database, f"search for {what}", [one + ended for one in typed], rounds, 100)


def _compared(database: Database, what: str, typed: Sequence[str], rounds: int, most: int) -> Iterator[Ratio | Amount]:
    """Ask in turn, so that a busy moment of the machine hits both."""
    ours, floor, hits = list[float](), list[float](), list[int]()
    with database.connection.begin():
        driver = raw(database.connection)
        uow = UnitOfWork(database.connection, now=datetime.now(UTC), writable=False, recording=False)
        for query in (read_query(one, LAST) for one in typed):
            page = search(uow, query)
            hits.append(page.count)
            bare, values = _bare(Searching(database.connection), query, newest=page.more)
            for _ in range(rounds):
                floor.append(_timed(lambda sql=bare, bound=values: driver.execute(sql, bound).fetchall()))
                ours.append(_timed(lambda asked=query: search(uow, asked)))
    told = f"{what} ({min(hits):,} to {max(hits):,} hits)"
    yield Ratio(told, ours, floor, "bare index", GOAL)
    yield Amount(f"{what}, p95 (goal {most})", percentile(ours, 0.95) * 1000, "ms")


def _bare(searching: Searching, query: Query, *, newest: bool) -> tuple[str, dict[str, Any]]:
    where, values = searching.asked(query)
    return f"{BARE} WHERE {where} ORDER BY {'rowid DESC' if newest else 'rank'} LIMIT {PAGE}", values


def _saves(database: Database) -> Iterator[Ratio]:
    """Type on in a paragraph of the newest meeting, saved with each word; the same without the triggers."""
    session = Session(database)
    with database.connection.begin():
        newest = database.connection.exec_driver_sql(
            "SELECT item.id FROM item JOIN meeting ON meeting.id = meeting_id ORDER BY date DESC, position DESC LIMIT 1"
        )
        item_id = newest.scalar_one()
    ours = _typed(session, item_id)
    with database.connection.begin():
        found = database.connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for name in found.scalars().all():
            database.connection.exec_driver_sql(f"DROP TRIGGER {name}")
    yield Ratio("a save while typing, with the index", ours, _typed(session, item_id), "without it", GOAL)


def _typed(session: Session, item_id: str) -> list[float]:
    known, taken = words(), list[float]()
    entry = Paragraph("")
    for n in range(SAVES):
        text = " ".join(known[:n])
        entries = (Paragraph(text, id=entry.id),)
        taken.append(_timed(lambda new=entries: session.write(lambda u: save_entries(u, item_id, new), recording=True)))
    return taken


def _timed(work: Callable[[], Any]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
