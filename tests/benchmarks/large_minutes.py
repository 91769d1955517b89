"""A register of 500,000 entries in 5,000 meetings, with the words of a language as often as they come in it."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from typing import Any

import sqlalchemy as sa

from wibdesk.domain.ids import new_id
from wibdesk.paths import resource
from wibdesk.store.columns import metadata
from wibdesk.store.database import Database

BODIES, ITEMS, ENTRIES = 20, 5, 20
"""Bodies; items of a meeting; entries of an item."""
WORDS = 20_000
KINDS = ("paragraph",) * 14 + ("decision",) * 2 + ("action",) * 3 + ("private_note",)
NAMES = tuple(f"{first} {last}" for first in "ABCDEFGHIJ" for last in ("Rowe", "Amari", "Ferrer", "Nolan", "Osei"))
LAST = date(2026, 9, 1)
Rows = dict[str, list[dict[str, Any]]]


def words(number: int = WORDS) -> list[str]:
    """Return words of the language, those that come most often first; always the same."""
    lines = (resource("dictionaries") / "en_GB" / "en_GB.dic").read_text(encoding="utf-8").splitlines()
    known = sorted({line.partition("/")[0] for line in lines if line[:1].islower()})
    found = [word for word in known if word.isalpha() and len(word) > 2]
    random.Random(7).shuffle(found)
    return found[:number]


def write_minutes(database: Database, meetings: int) -> None:
    """Fill an open register, without its index for searching: the triggers that keep it are gone for now."""
    chance, vocabulary = random.Random(7), words()
    often = list(accumulate(1 / (n + 1) for n in range(len(vocabulary))))
    with database.connection.begin():
        held = database.connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for name in held.scalars().all():
            database.connection.exec_driver_sql(f"DROP TRIGGER {name}")
        bodies = [{"id": new_id(), "name": f"Board {n + 1}", "rev": 1} for n in range(BODIES)]
        _store(database, {"body": bodies})
        for number in range(meetings):
            day = LAST - timedelta(days=round((meetings - number) * 3650 / meetings))
            _store(database, _meeting(number, day, bodies[number % BODIES]["id"], chance, vocabulary, often))


def _store(database: Database, rows: Rows) -> None:
    for table in metadata.sorted_tables:
        if rows.get(table.name):
            database.connection.execute(sa.insert(table), rows[table.name])


def _meeting(
    number: int, day: date, body_id: str, chance: random.Random, vocabulary: list[str], often: list[float]
) -> Rows:
    def said(least: int, most: int) -> str:
        return " ".join(chance.choices(vocabulary, cum_weights=often, k=chance.randint(least, most)))

    meeting_id = new_id()
    made: Rows = {
        "meeting": [
            {"id": meeting_id, "body_id": body_id, "ref": f"M{number + 1}", "date": day, "type": "ordinary",
             "status": "draft", "stage": "closed", "rev": 1}
        ],
        **{name: [] for name in ("item", "entry", "decision_part", "action_owner", *KINDS)},
    }  # fmt: skip
    for place in range(ITEMS):
        item_id = new_id()
        made["item"].append(
            {"id": item_id, "meeting_id": meeting_id, "position": place, "title": said(2, 4), "number": str(place + 1),
             "part": 1, "state": "later", "late": False, "rev": 1}
        )  # fmt: skip
        for position in range(ENTRIES):
            entry_id, kind = new_id(), chance.choice(KINDS)
            made["entry"].append({"id": entry_id, "item_id": item_id, "position": position, "kind": kind, "rev": 1})
            for table, row in _entry(entry_id, kind, f"{place}.{position}", said(5, 30), chance):
                made[table].append(row)
    return made


def _entry(
    entry_id: str, kind: str, ref: str, text: str, chance: random.Random
) -> Iterator[tuple[str, dict[str, Any]]]:
    if kind == "decision":
        yield kind, {"entry_id": entry_id, "marker": "Agreed", "rev": 1}
        yield "decision_part", {"entry_id": entry_id, "position": 0, "text": text}
    elif kind == "action":
        due = {"due_kind": "date", "due_date": LAST, "status": "open", "ref": ref}
        yield kind, {"entry_id": entry_id, "text": text, "rev": 1, **due}
        yield "action_owner", {"entry_id": entry_id, "position": 0, "name": chance.choice(NAMES), "person_id": None}
    else:
        yield kind, {"entry_id": entry_id, "text": text, "rev": 1}
