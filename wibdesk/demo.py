"""The demo register: two invented bodies, six meetings and a year of actions, dated so that one meeting is today."""

import json
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wibdesk.changes import EVERYTHING, Changes, Done
from wibdesk.commands.running import TRIES, in_use
from wibdesk.desk import Desk
from wibdesk.domain.dates import MONTHS, make_date
from wibdesk.domain.entries import Progress
from wibdesk.domain.meetings import Meeting
from wibdesk.domain.people import Group, Person
from wibdesk.errors import StoreError
from wibdesk.interchange.fields import day
from wibdesk.interchange.meeting_file import read_text
from wibdesk.paths import resource
from wibdesk.services import actions, bodies, phrases, transfer
from wibdesk.usual_words import usual_phrases

if TYPE_CHECKING:
    from wibdesk.store.unit_of_work import UnitOfWork

Json = dict[str, Any]

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{2})")
_WRITTEN = re.compile(rf"(?:(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(MONTHS)}) (?P<year>\d{{4}})\b")


def build(register: Path, *, today: date | None = None) -> None:
    """Build the demo register afresh in place of any that is there; StoreError where a desk has that one open."""
    _let_go(register)
    part = register.with_name(f"{register.name}.new")
    _remove(part)
    desk = Desk(part, patience=TRIES)
    try:
        desk.opened.result()
        desk.write(_fill, Calendar(today or desk.now().date())).result()
    finally:
        desk.close()
    _remove(register)
    part.replace(register)


class Calendar:
    """Moves the dates of the demo by whole weeks, so that weekdays stay, and its newest meeting to today itself."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.written = date.fromisoformat(_read("index")["today"])
        self.move = timedelta(weeks=(today - self.written).days // 7)

    def day(self, written: date) -> date:
        """Return the day on which something of the demo falls."""
        return self.today if written == self.written else written + self.move

    def document(self, value: Any) -> Any:
        """Return a document with every date in it moved, those in running text too."""
        if isinstance(value, dict):
            return {key: self.document(part) for key, part in value.items()}
        if isinstance(value, list):
            return [self.document(part) for part in value]
        return self._text(value) if isinstance(value, str) else value

    def _text(self, text: str) -> str:
        if _ISO_DAY.fullmatch(text):
            return self.day(date.fromisoformat(text)).isoformat()
        if found := _ISO_MONTH.fullmatch(text):
            return self._middle(int(found[1]), int(found[2])).isoformat()[:7]
        return _WRITTEN.sub(self._written, text)

    def _written(self, found: re.Match[str]) -> str:
        year, month = int(found["year"]), MONTHS.index(found["month"]) + 1
        whole = make_date(year, month, int(found["day"])) if found["day"] else None
        moved = self.day(whole) if whole else self._middle(year, month)
        return f"{f'{moved.day} ' if whole else ''}{MONTHS[moved.month - 1]} {moved.year}"

    def _middle(self, year: int, month: int) -> date:
        return date(year, month, 15) + self.move


def _fill(uow: "UnitOfWork", calendar: Calendar) -> Done[None]:
    """Store the whole demo in one transaction."""
    index = calendar.document(_read("index"))
    for raw in index["bodies"]:
        _add_body(uow, raw)
    meetings = {name: _put(uow, name, calendar) for name in index["files"]}
    _record_progress(uow, meetings, index["progress"])
    phrases.give_phrases(uow, usual_phrases())
    return Done(None, Changes(EVERYTHING))


def _add_body(uow: "UnitOfWork", raw: Json) -> None:
    members = [_person(member) for member in raw["roster"]]
    made = bodies.add_body(
        uow, raw["name"], profile=raw["profile"], house_style=raw["house_style"], members=members
    ).value
    bodies.change_body(uow, replace(made, standing_items=tuple(raw["standing_items"])))


def _person(raw: Json) -> Person:
    return Person(
        "",
        raw["name"],
        role=raw.get("role", ""),
        organisation=raw.get("organisation", ""),
        email=raw.get("email", ""),
        group=Group(raw["group"]),
        chair=raw.get("chair", False),
        from_date=day(raw.get("from")),
        to_date=day(raw.get("to")),
    )


def _put(uow: "UnitOfWork", name: str, calendar: Calendar) -> str:
    """Store one file of the demo; return the identifier of its meeting or plan."""
    record = read_text(json.dumps(calendar.document(_read(name))), name=name)
    if isinstance(record, Meeting):
        return transfer.put_meeting(uow, record).value.id
    return transfer.put_plan(uow, record).value.id


def _record_progress(uow: "UnitOfWork", meetings: dict[str, str], steps: Iterable[Json]) -> None:
    ids = {(row.meeting_id, row.action.ref): row.action.id for row in actions.log(uow)}
    for step in steps:
        at = datetime.combine(date.fromisoformat(step["day"]), datetime.min.time(), UTC).replace(hour=10)
        action_id = ids[meetings[step["meeting"]], step["ref"]]
        actions.set_progress(uow, action_id, Progress(step["status"]), step.get("note", ""), at=at)


def _read(name: str) -> Json:
    return dict(json.loads(resource(f"demo/{name}.json").read_text("utf-8")))


def _let_go(register: Path) -> None:
    """Make sure that no desk has the old demo open; whatever else is wrong with it, it is about to go."""
    if not register.exists():
        return
    desk = Desk(register, patience=TRIES)
    try:
        desk.opened.result()
    except StoreError as trouble:
        if in_use(trouble):
            raise
    finally:
        desk.close()


def _remove(register: Path) -> None:
    for suffix in ("-wal", "-shm", "-journal", ".lock", ""):
        with suppress(FileNotFoundError):
            register.with_name(register.name + suffix).unlink()
