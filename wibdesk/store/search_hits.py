"""What is shown of a thing that was found: its words with what was looked for, and where it stands and opens."""

# ruff: noqa: S608 - the names in these queries are all our own; what a clerk typed is bound

import json
from collections.abc import Sequence
from datetime import date
from itertools import zip_longest
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Progress
from wibdesk.domain.rich_text import plain_text
from wibdesk.domain.search import Hit, SearchKind
from wibdesk.store.connection import raw
from wibdesk.store.search_index import COLUMNS, TEXTS, TOKENS
from wibdesk.store.search_sources import PIECES, SOURCES

Row = dict[str, Any]
OPENS, SHUTS = "\ue000", "\ue001"
"""Letters of nobody's alphabet round what was looked for."""
LONGEST, BEFORE = 280, 80
"""Letters of a text that are shown, and of those, how many at most before the first that was looked for."""
_KINDS = {source.table: source.kind for source in SOURCES}
_NAMED = (
    *("ref", "body_id", "body_name", "meeting_id", "meeting_ref", "meeting_title", "item_id", "item_number"),
    *("item_title", "entry_id", "plan_id", "plan_title", "person_id", "record_id"),
)
"""What a hit has by the same name as the row."""
_FEW = "few searched"
_COLUMNS = ", ".join(COLUMNS)
_PUT = f"INSERT INTO search (rowid, {_COLUMNS}) VALUES ({', '.join('?' * (len(COLUMNS) + 1))})"
HIGHLIGHTS = ", ".join(f"highlight(search, {n}, '{OPENS}', '{SHUTS}')" for n in range(len(TEXTS)))
"""SQL for the texts with what was looked for in marks."""
_TOLD = f"SELECT {HIGHLIGHTS} FROM search WHERE search MATCH ? ORDER BY rowid"


def _of(*sources: str) -> str:
    """Return SQL for the record where it is of one of these, else nothing, which SQLite need not look for."""
    return f"CASE WHEN d.source IN ({', '.join(map(repr, sources))}) THEN d.record_id END"


# The numbers are bound as one value, so that SQLite need not read the statement anew for each page.
_SHOWN = f"""SELECT d.id AS number, d.source, d.record_id, {_COLUMNS.replace("title", "d.title", 1)},
e.id AS entry_id, i.id AS item_id, i.number AS item_number, i.title AS item_title,
coalesce(i.part, 1) = 2 AS exempt,
m.id AS meeting_id, m.ref AS meeting_ref, m.title AS meeting_title, m.date AS day,
p.id AS plan_id, p.title AS plan_title, pe.id AS person_id, b.id AS body_id, b.name AS body_name, a.ref AS ref,
coalesce(a.status, mi.status) AS status, coalesce(a.due_kind, mi.due_kind) AS due_kind,
coalesce(a.due_date, mi.due_date) AS due_date, coalesce(a.due_month, mi.due_month) AS due_month,
coalesce(a.due_start, mi.due_start) AS due_start, coalesce(a.due_end, mi.due_end) AS due_end,
coalesce(a.due_as_written, mi.due_as_written) AS due_as_written
FROM searched d
LEFT JOIN entry e ON e.id = d.record_id
LEFT JOIN item i ON i.id = coalesce(e.item_id, {_of("item", "paper")})
LEFT JOIN meeting m ON m.id = coalesce(i.meeting_id, {_of("meeting")})
LEFT JOIN action a ON a.entry_id = {_of("action")}
LEFT JOIN milestone mi ON mi.id = {_of("milestone")}
LEFT JOIN activity ac ON ac.id = coalesce(mi.activity_id, {_of("activity")})
LEFT JOIN workstream w ON w.id = coalesce(ac.workstream_id, {_of("workstream")})
LEFT JOIN plan_section s ON s.id = coalesce(e.plan_section_id, {_of("plan_section")})
LEFT JOIN plan p ON p.id = coalesce(w.plan_id, s.plan_id, {_of("plan")})
LEFT JOIN person pe ON pe.id = {_of("person")}
LEFT JOIN body b ON b.id = coalesce(m.body_id, p.body_id, pe.body_id)
WHERE d.id IN (SELECT value FROM json_each(?))"""


def hits(connection: sa.Connection, shown: Sequence[tuple[Any, ...]], words: str) -> tuple[Hit, ...]:
    """Return the things that are shown, in this order: each its number, or that with its texts as they are marked.

    `words` is the query, in those of the index.
    """
    if not shown:
        return ()
    found = raw(connection).execute(_SHOWN, (json.dumps([row[0] for row in shown]),))
    names = [column[0] for column in found.description]
    rows: dict[int, Row] = {row[0]: dict(zip(names, row, strict=True)) for row in found.fetchall()}
    listed = [rows[row[0]] for row in shown]
    marked = [row[1:] for row in shown] if len(shown[0]) > 1 else _marked(_few(connection), listed, words)
    for row, texts in zip(listed, marked, strict=True):
        row.update(zip(TEXTS, texts, strict=True))
    return tuple(map(_hit, listed))


def _marked(few: Any, rows: Sequence[Row], words: str) -> list[tuple[str, ...]]:
    """Return the texts of rows with what is looked for in marks, set by the index's own way of reading words.

    A small index of these rows alone does it at once: the large one would gather all words anew for each.
    """
    values = [(number, *(row[name] for name in COLUMNS)) for number, row in enumerate(rows)]
    few.execute("BEGIN")
    try:
        few.executemany(_PUT, values)
        return list(few.execute(_TOLD, (words,)).fetchall())
    finally:
        few.execute("ROLLBACK")  # so that nothing of them stays there


def _few(connection: sa.Connection) -> Any:
    """Return the driver's connection to an empty small index in memory, made once and kept as long as the large one."""
    few = connection.info.get(_FEW)
    if few is None:
        few = connection.info[_FEW] = dbapi2.connect(":memory:", isolation_level=None)
        few.execute(f"CREATE VIRTUAL TABLE search USING fts5({_COLUMNS}, {TOKENS}, columnsize=0)")
    return few


def _hit(row: Row) -> Hit:
    kind = _KINDS[row["source"]]
    words, marked = _excerpt(*_ranges(_text(kind, row)))
    return Hit(
        kind,
        words,
        marked,
        people=_unmarked(row["people"]).replace(PIECES, ", "),
        day=_day(row["day"]),
        due=_due(row),
        exempt=bool(row["exempt"]),
        status=Progress(row["status"]).words if row["status"] else "",
        **{name: row[name] or "" for name in _NAMED},
    )


def _text(kind: SearchKind, row: Row) -> str:
    """Return the text that says what the thing is, and what else was found of it."""
    title = "" if kind is SearchKind.ACTION else row["title"]
    main, *others = [text for text in (title, row["decided"], row["words"]) if text] or [row["people"]]
    told = [text for text in others if OPENS in text and kind is not SearchKind.DECISION]
    written = PIECES.join((main, *told))
    return plain_text(written) if row["entry_id"] else written


def _unmarked(text: str) -> str:
    return text.replace(OPENS, "").replace(SHUTS, "")


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
