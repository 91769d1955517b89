"""Random scripts of what clerks do, played through the real store on a disk that fails."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import sqlalchemy as sa

from tests.faults.disk import Disk, lay_out
from tests.faults.driver import Driver
from wibdesk.changes import Changes, Done
from wibdesk.domain.agenda import Item
from wibdesk.domain.attendance import Status
from wibdesk.domain.deadlines import Due
from wibdesk.domain.entries import Action, Decision, Entry, Paragraph, PrivateNote
from wibdesk.errors import StoreError
from wibdesk.services import agenda, attendance, bodies, checking, meetings, minutes, people
from wibdesk.store.columns import metadata
from wibdesk.store.database import Database
from wibdesk.store.rows import NEVER_UNDONE
from wibdesk.store.session import Outcome, Session
from wibdesk.store.tables import register
from wibdesk.store.undo import UndoStep, take_back
from wibdesk.store.unit_of_work import UnitOfWork

NAME = "register.wibdesk"
TRIES = 12
"""Tries after which a disk that is well again should have taken a save."""
State = dict[str, tuple[tuple[Any, ...], ...]]
COUNTERS = {"save_seq", "save_token"}


class PowerGoneError(Exception):
    """The power went while something was being saved."""


@dataclass(frozen=True)
class Step:
    """One thing that a clerk does; `times` counts how often the register holds it: exactly once when it is done."""

    words: str
    work: Callable[[UnitOfWork], Done[Any]]
    times: Callable[[UnitOfWork], int] | None = None
    undoes: bool = False


@dataclass(frozen=True)
class Prepared:
    """A register with a meeting in it, as the bytes of its one file, and what is in it."""

    image: bytes
    meeting_id: str
    body_id: str
    items: tuple[str, ...]
    attendees: tuple[str, ...]


def prepare(folder: Path) -> Prepared:
    """Make a register with a body, members and a meeting of four items."""
    session = Session(Database(folder / NAME))
    session.open()

    def made(verb: Callable[..., Done[Any]], *args: Any, **more: Any) -> Any:
        return session.write(lambda uow: verb(uow, *args, **more), recording=False).value.value

    body = made(bodies.add_body, "Norbury Board")
    made(people.add_members, body.id, "Ann Archer\nBen Baker\nCara Cook")
    meeting_id = made(meetings.new_meeting, body.id, date=date(2026, 9, 1)).id
    for title in ("Front door", "Sufficiency", "Audit", "Workforce"):
        made(agenda.add_item, meeting_id, Item(title))
    meeting = session.read(lambda uow: meetings.meeting(uow, meeting_id)).value
    session.close()
    who = tuple(attendee.id for attendee in meeting.attendance)
    return Prepared((folder / NAME).read_bytes(), meeting.id, body.id, tuple(i.id for i in meeting.items), who)


def state_of(uow: UnitOfWork) -> State:
    """Return every row of every table but what changes with every attempt."""
    state = {}
    for name, table in metadata.tables.items():
        columns = [c for c in table.columns if not (table is register and c.name in COUNTERS)]
        rows = uow.rows.execute(sa.select(*columns).order_by(*table.primary_key.columns))
        state[name] = tuple(tuple(row.values()) for row in rows)
    return state


def without_revisions(state: State) -> State:
    """Leave out what an undo does not take back: numbers once given, and how often a row was changed."""
    kept = {}
    for name, rows in state.items():
        if name not in NEVER_UNDONE:
            at = [n for n, column in enumerate(metadata.tables[name].columns) if column.name != "rev"]
            kept[name] = tuple(tuple(row[n] for n in at) for row in rows)
    return kept


@dataclass
class Store:
    """The store on a disk, worked as the saver works it; `saved` is how the register stood when last called saved."""

    folder: Path
    disk: Disk
    driver: Driver
    saved: State = field(default_factory=dict)
    attempts: list[State] = field(default_factory=list)
    done: list[tuple[Outcome, State]] = field(default_factory=list)
    doubts: int = 0

    @classmethod
    def on(
        cls, folder: Path, image: bytes, *, lying: bool = False, weakened: Mapping[str, str] | None = None
    ) -> "Store":
        """Lay a register out in a folder and open it; a disk that lies and weakened settings are for the controls."""
        disk = Disk(lying=lying)
        lay_out(folder, {NAME: image})
        desk = cls(folder, disk, Driver(disk, weakened))
        desk.open()
        desk.saved = desk.read(state_of)
        return desk

    def open(self) -> None:
        """Open the register."""
        self.session = Session(Database(self.folder / NAME, driver=self.driver))
        self.session.open()

    def read(self, ask: Callable[[UnitOfWork], Any]) -> Any:
        """Ask the open register."""
        return self.session.read(ask).value

    def do(self, step: Step, *, well_after: int = 1) -> None:
        """Save, tried again until it is stored, on a disk that is well again after so many tries."""
        before = self.saved
        outcome = self._tried(
            lambda: self.session.write(self._noted(step), recording=True), well_after, self.session.mend
        )
        self.saved, self.attempts = self.attempts[-1], []
        if step.undoes:
            assert without_revisions(self.saved) == without_revisions(self.done.pop()[1])
        else:
            self.done.append((outcome, before))
        if step.times is not None:
            assert self.read(step.times) == 1, f"“{step.words}” is not there once"

    def restart(self, *, well_after: int = 1) -> None:
        """Close the register and open it again; what the disk refuses meanwhile is tried again."""
        self.session.close()
        self._tried(self.open, well_after)

    def tidy_up(self) -> None:
        """Bring everything into the one file, as a desk does when nothing is typed for a while."""
        self.session.checkpoint()

    def undoing(self) -> Step | None:
        """Return the step that takes the last one back; None where there is none."""
        if not self.done:
            return None
        outcome = self.done[-1][0]
        step = UndoStep("the last step", None, outcome.rows)
        return Step("undo", lambda uow: Done(take_back(uow.rows, step), Changes()), undoes=True)

    def _noted(self, step: Step) -> Callable[[UnitOfWork], Any]:
        def work(uow: UnitOfWork) -> Any:
            done = step.work(uow)
            self.attempts.append(state_of(uow))
            return done

        return work

    def _tried(self, run: Callable[[], Any], well_after: int, again: Callable[[], None] | None = None) -> Any:
        for attempt in range(TRIES):
            if attempt >= well_after:
                self.disk.heal()
            try:
                if attempt and again is not None:
                    again()
                return run()
            except StoreError as error:
                self.doubts += 1
                if self.disk.dead:
                    raise PowerGoneError from error
        raise AssertionError("A disk that is well again refuses still")

    def lost_after_power_cut(self, folder: Path, rng: Random) -> str:
        """Open what a power cut now would leave, as the next start does: what is wrong with it, or nothing."""
        folder.mkdir()
        lay_out(folder, self.disk.after_power_cut(rng))
        session = Session(Database(folder / NAME))
        try:
            session.open()
            found, findings = session.read(lambda uow: (state_of(uow), checking.check(uow))).value
            session.close()
        except Exception as error:
            return f"not opened: {error!r}"
        if findings:
            return f"not sound: {findings}"
        if found != self.saved and found not in self.attempts:
            return "lost or half-written"
        return ""


class Clerks:
    """Thinks of the next thing to do, at random; every text and name in it is of its own."""

    def __init__(self, prepared: Prepared, rng: Random) -> None:
        self.prepared, self.rng, self.number = prepared, rng, 0
        self.minutes: dict[str, tuple[Entry, ...]] = {}
        self.kinds = (self._type,) * 5 + (self._item, self._status, self._visitor, self._body, self._nothing)

    def next(self) -> Step:
        """Return something to do."""
        self.number += 1
        return self.rng.choice(self.kinds)()

    def _type(self) -> Step:
        words = f"Said {self.number}: " + "the partners agreed to count. " * self.rng.choice((0, 1, 5, 60, 200))
        item = self.rng.choice(self.prepared.items)
        held = self.minutes.get(item, ())[-4:]
        if held and self.rng.random() < 0.5:
            last = held[-1]
            entries = (*held[:-1], replace(last, **_words(last, words)))
        else:
            kinds = (Paragraph(words), Decision((words, "And be it so.")), PrivateNote(words))
            entries = (*held, self.rng.choice((*kinds, Action(words, ("A Archer", "B Baker"), Due()))))
        self.minutes[item] = entries
        return Step(
            f"type {len(words)} letters",
            lambda uow: minutes.save_entries(uow, item, entries),
            lambda uow: sum(words in minutes.texts(entry) for entry in uow.entries.of_item(item)),
        )

    def _item(self) -> Step:
        item, meeting = Item(f"Item {self.number}"), self.prepared.meeting_id
        return Step(
            "add an item",
            lambda uow: agenda.add_item(uow, meeting, item),
            lambda uow: [one.title for one in uow.agenda.outline(meeting)].count(item.title),
        )

    def _status(self) -> Step:
        who, status = self.rng.choice(self.prepared.attendees), self.rng.choice(list(Status))
        return Step("tick attendance", lambda uow: attendance.set_status(uow, who, status))

    def _visitor(self) -> Step:
        name, meeting = f"Visitor {self.number}", self.prepared.meeting_id
        return Step(
            "add a visitor",
            lambda uow: attendance.walk_in(uow, meeting, name),
            lambda uow: [one.name for one in uow.attendance.of_meeting(meeting)].count(name),
        )

    def _body(self) -> Step:
        name = f"Body {self.number}"
        return Step(
            "add a body",
            lambda uow: bodies.add_body(uow, name),
            lambda uow: [one.name for one in bodies.bodies(uow)].count(name),
        )

    def _nothing(self) -> Step:
        body_id = self.prepared.body_id
        return Step("change nothing", lambda uow: bodies.change_body(uow, bodies.body(uow, body_id)))


def _words(entry: Entry, words: str) -> dict[str, Any]:
    return {"parts": (words,)} if isinstance(entry, Decision) else {"text": words}


def play(desk: Store, clerks: Clerks, fault: str, rng: Random, *, steps: int = 14) -> bool:
    """Play a script in which a fault comes somewhere; say whether the power stayed on.

    Now and then the desk tidies up, takes a step back, or is closed and opened again.
    """
    comes, well_after = rng.randint(0, steps - 4), rng.randint(1, 3)
    try:
        for number in range(steps):
            if number == comes:
                desk.disk.break_down(fault, rng.randint(0, 60))
            kind = rng.random()
            if kind < 0.1:
                desk.tidy_up()
            elif kind < 0.15:
                desk.restart(well_after=well_after)
            undo = desk.undoing() if kind > 0.85 else None
            desk.do(undo or clerks.next(), well_after=well_after)
        desk.restart(well_after=well_after)
    except PowerGoneError:
        return False
    assert desk.read(state_of) == desk.saved
    return True
