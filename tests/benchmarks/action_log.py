"""Opening and narrowing a log of 50,000 actions over 5,000 meetings, against the bare queries that it asks.

Ours ends when the rows have come to the window's side; the bare queries are the same SQL, run by the driver alone on
the same connection in the same run. The goal is a difference of at most 100 ms.
"""

import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy.dialects import sqlite

from tests.benchmarks.figures import percentile
from tests.benchmarks.large_log import TODAY, write_log
from wibdesk.domain.log_views import LogView
from wibdesk.services.action_log import log_page
from wibdesk.store.action_log import chosen, counted
from wibdesk.store.connection import raw
from wibdesk.store.database import Database
from wibdesk.store.unit_of_work import UnitOfWork

GOAL = 100
"""Milliseconds that ours may take longer than the bare queries."""
VIEWS = {
    "opens": LogView(),
    "shows all by meeting": LogView("all", group_by="meeting"),
    "groups by owner": LogView(group_by="owner"),
    "groups by organisation": LogView(group_by="organisation"),
    "finds words": LogView(words="workforce"),
    "finds an organisation in August": LogView(words="police aug"),
    "finds nothing": LogView(words="zebra"),
    "shows one owner": LogView(owner="A Rowe"),
    "shows one organisation": LogView(organisation="Norbury Police"),
    "shows what is amber": LogView(rag="Amber"),
    "shows what is overdue": LogView("overdue"),
}


@dataclass(frozen=True)
class Difference:
    """Ours against the bare queries, both lists of seconds; what counts is by how much ours is slower."""

    what: str
    ours: list[float]
    floor: list[float]

    def __str__(self) -> str:
        mine, bare = median(self.ours) * 1000, median(self.floor) * 1000
        return (
            f"{self.what}: {mine:.0f} ms (p99 {percentile(self.ours, 0.99) * 1000:.0f}), bare queries {bare:.0f} ms, "
            f"ratio {mine / bare:.2f}, {mine - bare:+.0f} ms (goal +{GOAL})"
        )


def run(*, short: bool) -> Iterator[Difference]:
    """Measure each view on a register on the disk."""
    meetings, rounds = (50, 1) if short else (5000, 7)
    with tempfile.TemporaryDirectory(prefix="wibdesk-log-") as folder:
        register = Path(folder) / "log.wibdesk"
        write_log(register, meetings)
        database = Database(register)
        database.open()
        try:
            for what, view in VIEWS.items():
                yield _compared(database, f"log of {meetings * 10:,} {what}", view, rounds)
        finally:
            database.close()


def _compared(database: Database, what: str, view: LogView, rounds: int) -> Difference:
    """Ask in turn, so that a busy moment of the machine hits both."""
    bare = [_sql(query) for query in (chosen(view, TODAY), counted(view, TODAY))]
    ours, floor = [], []
    with database.connection.begin():
        driver = raw(database.connection)
        uow = UnitOfWork(database.connection, now=datetime.now(UTC), writable=False, recording=False)
        log_page(uow, view, TODAY)  # the statements are put together once a run
        for _ in range(rounds):
            floor.append(_timed(lambda: [driver.execute(sql).fetchall() for sql in bare]))
            ours.append(_timed(lambda: log_page(uow, view, TODAY, count=100)))
    return Difference(what, ours, floor)


def _sql(query: Any) -> str:
    return str(query.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}))


def _timed(work: Callable[[], Any]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
