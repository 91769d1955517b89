"""A register with a log of 50,000 actions over 5,000 meetings, written straight into its tables."""

import random
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from wibdesk.domain.ids import new_id
from wibdesk.store.columns import metadata
from wibdesk.store.database import Database

TODAY = date(2026, 9, 1)
ITEMS, RAISED, PARAGRAPHS, ATTENDING = 5, 2, 4, 8
"""Of a meeting: items; of an item: actions and paragraphs; of a meeting: people there."""
DOING = ("send", "bring", "agree", "write up", "refresh", "chase", "publish", "check")
WHAT = (
    "the workforce return",
    "figures by school",
    "a definition of re-referral",
    "the practice guide",
    "the heat map",
)
WHOM = ("for the board", "with partners", "by ward", "for the regional team", "as the inspectors asked")
NAMES = tuple(
    f"{first} {last}" for first in "ABCDEFGHIJ" for last in ("Rowe", "Amari", "Ferrer", "Nolan", "Osei", "Hart")
)
PARTNERS = tuple(
    f"{town} {what}" for town in ("Norbury", "Estmere") for what in ("Council", "Police", "Trust", "Schools")
)
Rows = dict[str, list[dict[str, Any]]]


def write_log(path: Path, meetings: int = 5000) -> None:
    """Write a register with `meetings` meetings of three bodies, ten actions each; the same for the same number."""
    database = Database(path)
    database.open()
    with database.connection.begin():
        for rows in _rows(meetings, random.Random(6)):
            for table in metadata.sorted_tables:
                if rows.get(table.name):
                    database.connection.execute(sa.insert(table), rows[table.name])
    database.close()


def _rows(meetings: int, chance: random.Random) -> Iterator[Rows]:
    """Give the rows of the bodies, then those of each meeting."""
    bodies = [
        {"id": new_id(), "name": name, "rev": 1} for name in ("Improvement Board", "Schools Forum", "Audit Panel")
    ]
    people = [_person(one["id"], n, name) for one in bodies for n, name in enumerate(NAMES)]
    yield {"body": bodies, "person": people}
    for number in range(meetings):
        one = bodies[min(number % 4, 2)]
        day = TODAY - timedelta(days=round((meetings - number) * 1800 / meetings))
        yield _meeting(number, day, one["id"], [p for p in people if p["body_id"] == one["id"]], chance)


def _person(body_id: str, position: int, name: str) -> dict[str, Any]:
    named = {"id": new_id(), "body_id": body_id, "position": position, "name": name, "printed": name, "chair": False}
    return named | {
        "role": "Member", "organisation": PARTNERS[position % len(PARTNERS)], "email": "", "initials": "",
        "group": "member", "rev": 1,
    }  # fmt: skip


def _meeting(number: int, day: date, body_id: str, people: Sequence[dict[str, Any]], chance: random.Random) -> Rows:
    made: Rows = {table.name: [] for table in metadata.sorted_tables}
    meeting_id = new_id()
    made["meeting"].append(
        {"id": meeting_id, "body_id": body_id, "ref": f"M{number + 1}", "date": day, "type": "ordinary",
         "status": "draft", "stage": "closed", "rev": 1}
    )  # fmt: skip
    for position, who in enumerate(chance.sample(people, ATTENDING)):
        made["attendee"].append(
            {"id": new_id(), "meeting_id": meeting_id, "position": position, "person_id": who["id"],
             "name": who["name"], "organisation": who["organisation"], "status": "present", "group": "member",
             "chair": False, "rev": 1}
        )  # fmt: skip
    for place in range(ITEMS):
        _item(made, meeting_id, place, day, people, chance)
    return made


def _item(
    made: Rows, meeting_id: str, place: int, day: date, people: Sequence[dict[str, Any]], chance: random.Random
) -> None:
    item_id = new_id()
    made["item"].append(
        {"id": item_id, "meeting_id": meeting_id, "position": place, "title": f"{chance.choice(WHAT)} {place}",
         "number": str(place + 1), "part": 1, "state": "later", "late": False, "rev": 1}
    )  # fmt: skip
    for position in range(PARAGRAPHS + RAISED):
        entry_id, is_action = new_id(), position >= PARAGRAPHS
        kind = "action" if is_action else "paragraph"
        made["entry"].append({"id": entry_id, "item_id": item_id, "position": position, "kind": kind, "rev": 1})
        if is_action:
            _action(made, entry_id, meeting_id, f"{place + 1}.{position - PARAGRAPHS + 1}", day, people, chance)
        else:
            made["paragraph"].append({"entry_id": entry_id, "text": "The partners agreed to count. " * 4, "rev": 1})


def _action(
    made: Rows, action_id: str, meeting_id: str, ref: str, day: date, people: Sequence[dict[str, Any]],
    chance: random.Random,
) -> None:  # fmt: skip
    due = day + timedelta(days=chance.randrange(7, 90))
    status = chance.choices(("closed", "done", "open", "in_progress", "carried", "cancelled"), (60, 6, 18, 8, 6, 2))[0]
    words = f"{chance.choice(DOING)} {chance.choice(WHAT)} {chance.choice(WHOM)}"
    made["action"].append(
        {"entry_id": action_id, "text": words, "status": status, "ref": ref, "rev": 1, "due_kind": "date",
         "due_date": due}
    )  # fmt: skip
    for n, who in enumerate(chance.sample(people, chance.choice((1, 1, 1, 2)))):
        made["action_owner"].append({"entry_id": action_id, "position": n, "name": who["name"], "person_id": who["id"]})
    named = {"meeting_id": meeting_id, "action_id": action_id, "position": 0}
    at = datetime(due.year, due.month, due.day, 9)
    if status != "open":
        made["action_update"].append(named | {"id": new_id(), "at": at, "status": status, "note": chance.choice(WHOM)})
    if chance.random() < 0.3:
        was = {"due_kind": "date", "due_date": due - timedelta(days=14)}
        made["due_change"].append(named | {"id": new_id(), "at": at} | was)
