"""What is shown of a thing that was found: its words with what was looked for, and where it stands and opens."""

# ruff: noqa: S608 - the names in these queries are all our own; what a clerk typed is bound

from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import date
from itertools import zip_longest
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Progress
from wibdesk.domain.rich_text import plain_text
from wibdesk.domain.search import Hit, SearchKind
from wibdesk.store.search_index import COLUMNS, TEXTS, TOKENS
from wibdesk.store.search_sources import PIECES, SOURCES

Row = Mapping[str, Any]
OPENS, SHUTS = "\ue000", "\ue001"
"""Letters of nobody's alphabet round what was looked for."""
LONGEST, BEFORE = 280, 80
"""Letters of a text that are shown, and of those, how many at most before the first that was looked for."""
_KINDS = {source.table: source.kind for source in SOURCES}
_COLUMNS = ", ".join(COLUMNS)
_SHOWN = f"""SELECT d.id AS number, d.source, d.record_id, {_COLUMNS.replace("title", "d.title", 1)},
e.id AS entry_id, i.id AS item_id, i.number AS item_number, i.title AS item_title,
m.id AS meeting_id, m.ref AS meeting_ref, m.title AS meeting_title, m.date AS day,
p.id AS plan_id, p.title AS plan_title, pe.id AS person_id, b.id AS body_id, b.name AS body_name, a.ref AS ref,
coalesce(a.status, mi.status) AS status, coalesce(a.due_kind, mi.due_kind) AS due_kind,
coalesce(a.due_date, mi.due_date) AS due_date, coalesce(a.due_month, mi.due_month) AS due_month,
coalesce(a.due_start, mi.due_start) AS due_start, coalesce(a.due_end, mi.due_end) AS due_end,
coalesce(a.due_as_written, mi.due_as_written) AS due_as_written
FROM searched d
LEFT JOIN entry e ON e.id = d.record_id
LEFT JOIN item i ON i.id = coalesce(e.item_id, d.record_id)
LEFT JOIN meeting m ON m.id = coalesce(i.meeting_id, d.record_id)
LEFT JOIN action a ON a.entry_id = e.id
LEFT JOIN milestone mi ON mi.id = d.record_id
LEFT JOIN activity ac ON ac.id = coalesce(mi.activity_id, d.record_id)
LEFT JOIN workstream w ON w.id = coalesce(ac.workstream_id, d.record_id)
LEFT JOIN plan_section s ON s.id = coalesce(e.plan_section_id, d.record_id)
LEFT JOIN plan p ON p.id = coalesce(w.plan_id, s.plan_id, d.record_id)
LEFT JOIN person pe ON pe.id = d.record_id
LEFT JOIN body b ON b.id = coalesce(m.body_id, p.body_id, pe.body_id)
WHERE d.id IN """


def hits(connection: sa.Connection, ids: Sequence[int], words: str) -> tuple[Hit, ...]:
    """Return the things with these numbers in this order; `words` is the query, in those of the index."""
    if not ids:
        return ()
    found = connection.exec_driver_sql(f"{_SHOWN}({', '.join(map(str, ids))})").mappings()
    rows: dict[int, Row] = {row["number"]: dict(row) for row in found}
    marked = _marked([rows[number] for number in ids], words)
    return tuple(_hit({**rows[number], **texts}) for number, texts in zip(ids, marked, strict=True))


def _marked(rows: Sequence[Row], words: str) -> list[Row]:
    """Return the texts of rows with what is looked for in marks, set by the index's own way of reading words.

    A small index of these rows alone, in memory, does it at once: the large one would gather all words anew for each.
    """
    with closing(dbapi2.connect(":memory:", isolation_level=None)) as few:
        few.execute(f"CREATE VIRTUAL TABLE search USING fts5({_COLUMNS}, {TOKENS})")
        places = ", ".join("?" * (len(COLUMNS) + 1))
        values = [(number, *(row[name] for name in COLUMNS)) for number, row in enumerate(rows)]
        few.executemany(f"INSERT INTO search (rowid, {_COLUMNS}) VALUES ({places})", values)
        told = ", ".join(f"highlight(search, {n}, '{OPENS}', '{SHUTS}')" for n in range(len(TEXTS)))
        found = few.execute(f"SELECT {told} FROM search WHERE search MATCH ? ORDER BY rowid", (words,)).fetchall()
    return [dict(zip(TEXTS, texts, strict=True)) for texts in found]


def _hit(row: Row) -> Hit:
    kind = _KINDS[row["source"]]
    words, marked = _excerpt(*_ranges(_text(kind, row)))
    named = ("body_id", "body_name", "meeting_id", "meeting_ref", "meeting_title", "item_id", "item_number")
    more = ("item_title", "entry_id", "plan_id", "plan_title", "person_id", "record_id", "ref")
    return Hit(
        kind,
        words,
        marked,
        people=_ranges(row["people"])[0].replace(PIECES, ", "),
        day=_day(row["day"]),
        due=_due(row),
        status=Progress(row["status"]).words if row["status"] else "",
        **{name: row[name] or "" for name in (*named, *more)},
    )


def _text(kind: SearchKind, row: Row) -> str:
    """Return the text that says what the thing is, and what else was found of it."""
    title = "" if kind is SearchKind.ACTION else row["title"]
    main, *others = [text for text in (title, row["decided"], row["words"]) if text] or [row["people"]]
    told = [text for text in others if OPENS in text and kind is not SearchKind.DECISION]
    written = PIECES.join((main, *told))
    return plain_text(written) if row["entry_id"] else written


def _ranges(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return a text without the letters round what was looked for, and where that stands."""
    pieces = text.replace(SHUTS, OPENS).split(OPENS)
    ranges, at = [], 0
    for plain, marked in zip_longest(pieces[::2], pieces[1::2], fillvalue=""):
        at += len(plain)
        if marked:
            ranges.append((at, at + len(marked)))
        at += len(marked)
    return "".join(pieces), tuple(ranges)


def _excerpt(text: str, ranges: tuple[tuple[int, int], ...]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return a text on one line, cut to what is round the first thing that was looked for."""
    text = text.replace("\n", " ")
    if len(text) <= LONGEST:
        return text, ranges
    first = ranges[0][0] if ranges else 0
    start = 0 if first < LONGEST - BEFORE else text.find(" ", first - BEFORE) + 1
    end = len(text) if len(text) - start <= LONGEST else max(text.rfind(" ", start, start + LONGEST), start + BEFORE)
    lead = "… " if start else ""
    moved = len(lead) - start
    shown = tuple((a + moved, b + moved) for a, b in ranges if a >= start and b <= end)
    return f"{lead}{text[start:end]}{' …' if end < len(text) else ''}", shown


def _due(row: Row) -> str:
    if not row["due_kind"]:
        return ""
    days = {name: _day(row[f"due_{name}"]) for name in ("date", "month", "start", "end")}
    return Due(DueKind(row["due_kind"]), **days, as_written=row["due_as_written"]).words


def _day(words: str | None) -> date | None:
    return date.fromisoformat(words) if words else None
