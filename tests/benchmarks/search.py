"""Searching 500,000 entries of 5,000 meetings, against the bare query of the index, and what a save costs more.

Ours ends when the first page has come with all that is shown of it. The bare page is the same page as the index itself
gives it, asked by the driver alone on the same warm connection in the same run, in turn with ours: how many match,
counted up to where they are not ranked any more, then one statement for as many of the best rows (`ORDER BY rank`, of
more than that the newest, `ORDER BY rowid DESC`) with their marked words, kind, reference, body, meeting, day and item.
It makes no excerpts and no objects, and does not put the newest of equals first. The goals: 1.5 times that; at most
50 ms (p95) up to 10,000 hits, and 100 ms for words with more.

The naked query is given beside it: `SELECT rowid … MATCH … ORDER BY rank LIMIT 50`, which counts and shows nothing.
"""

import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks.figures import Amount, Ratio, percentile
from tests.benchmarks.large_minutes import LAST, words, write_minutes
from wibdesk.domain.entries import Paragraph
from wibdesk.domain.search_typed import read_query
from wibdesk.services.minutes import save_entries
from wibdesk.services.search import PAGE, search
from wibdesk.store.connection import raw
from wibdesk.store.database import Database
from wibdesk.store.search import Searching
from wibdesk.store.search_filling import begin_anew, fill_slice
from wibdesk.store.session import Session
from wibdesk.store.unit_of_work import UnitOfWork

GOAL = 1.5
SAVES = 40
COUNT = "SELECT count(*) FROM (SELECT 1 FROM search WHERE {} LIMIT {})"
HIGHLIGHTS = ", ".join(f"highlight(search, {n}, '<', '>')" for n in range(4))
BARE = f"""SELECT s.*, d.source, d.record_id, d.people, e.id, i.id, i.number, i.title, i.part,
m.id, m.ref, m.title, m.date, b.id, b.name, a.ref, a.status, a.due_kind, a.due_date
FROM (SELECT rowid AS number, {HIGHLIGHTS} FROM search WHERE {{}} ORDER BY {{}} LIMIT {PAGE}) s
JOIN searched d ON d.id = s.number
LEFT JOIN entry e ON e.id = d.record_id LEFT JOIN action a ON a.entry_id = e.id
LEFT JOIN item i ON i.id = coalesce(e.item_id, d.record_id)
LEFT JOIN meeting m ON m.id = coalesce(i.meeting_id, d.record_id) LEFT JOIN body b ON b.id = m.body_id"""
NAKED = "SELECT rowid FROM search WHERE {} ORDER BY rank LIMIT 50"


def run(*, short: bool) -> Iterator[Ratio | Amount]:
    """Measure searches of rare and of common words, then a save with the index and without."""
    meetings, rounds = (50, 1) if short else (5000, 5)
    with tempfile.TemporaryDirectory(prefix="wibdesk-search-") as folder:
        database = Database(Path(folder) / "search.wibdesk")
        database.open()
        try:
            write_minutes(database, meetings)
            slices = list(_filled(database))
            yield Amount(f"search: indexing {meetings * 100:,} entries", sum(slices), "s")
            yield Amount(
                "one slice of it, for which a save waits, p99 (goal 20)", percentile(slices, 0.99) * 1000, "ms"
            )
            yield from _searches(database, rounds, few=short)
            yield from _saves(database)
        finally:
            database.close()


def _filled(database: Database) -> Iterator[float]:
    """Have the index made as the desk does; give the seconds of each slice."""
    with database.connection.begin():
        begin_anew(database.connection)
    ready = 0.0
    while ready < 1:
        began = time.perf_counter()
        ready = fill_slice(database, lambda: None)
        yield time.perf_counter() - began


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
    """Ask in turn, so that a busy moment of the machine hits all."""
    ours, bare, naked, hits = list[float](), list[float](), list[float](), list[int]()
    with database.connection.begin():
        driver = raw(database.connection)
        uow = UnitOfWork(database.connection, now=datetime.now(UTC), writable=False, recording=False)
        for query in (read_query(one, LAST) for one in typed):
            page = search(uow, query)
            hits.append(page.count)
            where, values = Searching(database.connection).asked(query)
            best = "rowid DESC" if page.more else "rank"
            statements = COUNT.format(where, page.count + 1), BARE.format(where, best)
            for _ in range(rounds):
                bare.append(_timed(lambda asked=statements, bound=values: _ask(driver, asked, bound)))
                ours.append(_timed(lambda asked=query: search(uow, asked)))
            statements = (NAKED.format(where),)
            for _ in range(rounds):  # on its own, for it may take what the others need out of the memory of SQLite
                naked.append(_timed(lambda asked=statements, bound=values: _ask(driver, asked, bound)))
    told = f"{what} ({min(hits):,} to {max(hits):,} hits)"
    yield Ratio(told, ours, bare, "bare page", GOAL)
    yield Amount(f"{what}, the naked query", median(naked) * 1e6, "µs")
    yield Amount(f"{what}, p95 (goal {most})", percentile(ours, 0.95) * 1000, "ms")


def _ask(driver: Any, statements: Sequence[str], values: dict[str, Any]) -> None:
    for statement in statements:
        driver.execute(statement, values).fetchall()


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
