"""A disk below SQLite that fails on purpose, and that tells what it would hold after a power cut.

It is a VFS: every call goes through to a real file, so the whole store works on it as on any other, and is written down
as durable only once it is synced. What was never synced may be there after a power cut, or in part, or not at all.
"""

import functools
import itertools
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import apsw

SECTOR = 512
FAULTS = {
    "error": "one call fails",
    "errors": "every call fails until the disk is well again",
    "short": "one write stops half-way",
    "full": "one write finds no room",
    "full_for_long": "no write finds room until there is some",
    "sync": "one sync fails, and a later one makes up for it",
    "syncs": "every sync fails until the disk is well again",
    "sync_dropped": "one sync fails and what it should have written is forgotten, as Linux does",
    "power": "the power goes: nothing works from here on",
}
LASTING = ("errors", "full_for_long", "syncs")
_numbers = itertools.count()


@dataclass
class Held:
    """What the platter holds of a file, and the writes that may or may not follow: (place, bytes), or a new length."""

    durable: bytearray
    pending: list[tuple[int, bytes] | int] = field(default_factory=list)

    def write(self, place: int, data: bytes) -> None:
        """Note a write that is not synced yet."""
        self.pending.append((place, data))

    def sync(self) -> None:
        """Make durable what is pending; what was forgotten meanwhile stays away."""
        for one in self.pending:
            _apply(self.durable, one)
        self.pending.clear()

    def after_power_cut(self, rng: Random) -> bytes:
        """Return what may be left: all, some, a beginning, or any sectors of what was not synced, some of them torn."""
        left = bytearray(self.durable)
        kind = rng.choice(("nothing", "all", "beginning", "sectors"))
        many = {"nothing": 0, "beginning": rng.randint(0, len(self.pending))}.get(kind, len(self.pending))
        for one in self.pending[:many]:
            if kind == "sectors":
                _apply_sectors(left, one, rng)
            else:
                _apply(left, one)
        return bytes(left)


class Disk:
    """Files and their names as the platter has them, and the next fault; one thread at a time."""

    def __init__(self, *, lying: bool = False) -> None:
        self.lying = lying
        self.calls = 0
        self.fired = 0
        self.dead = False
        self._fault = ""
        self._at = 0
        self._names: dict[str, Held] = {}
        self._durable_names: dict[str, Held] = {}
        self._name_changes: list[tuple[str, Held | None]] = []
        self._numbers: dict[tuple[int, int], Held] = {}
        self.lock = threading.RLock()
        self.vfs = _Vfs(self)

    def break_down(self, fault: str, after: int) -> None:
        """Have the call after so many others fail in one of FAULTS."""
        self._fault, self._at, self.fired = fault, self.calls + 1 + after, 0

    def heal(self) -> None:
        """Let every call succeed from now on; a disk without power stays dead."""
        self._fault = ""

    def after_power_cut(self, rng: Random) -> Mapping[str, bytes]:
        """Return a content of each file, by its last name, that may be found after a power cut at this moment."""
        with self.lock:
            names = dict(self._durable_names)
            for name, held in self._name_changes[: rng.randint(0, len(self._name_changes))]:
                _rename(names, name, held)
            return {Path(name).name: held.after_power_cut(rng) for name, held in names.items()}

    def held(self, name: str) -> Held:
        """Return what is known of a file; one that was there before, or made by other means, counts as durable."""
        known = self._names.get(name)
        if known is None:
            found = Path(name).stat()
            number = (found.st_dev, found.st_ino)
            known = self._numbers.get(number) or Held(bytearray(Path(name).read_bytes()))
            self._names[name] = self._durable_names[name] = self._numbers[number] = known
        return known

    def made(self, name: str) -> Held:
        """Note a new file, whose name is not durable yet."""
        new = self._names[name] = Held(bytearray())
        self._name_changes.append((name, new))
        return new

    def removed(self, name: str, *, at_once: bool) -> None:
        """Note that a name went, for good where the folder was synced."""
        gone = self._names.pop(name, None)
        self._numbers = {number: held for number, held in self._numbers.items() if held is not gone}
        self._name_changes.append((name, None))
        if at_once and not self.lying:
            self._sync_names(len(self._name_changes))

    def sync(self, held: Held) -> None:
        """Make a file durable, and its name where that is new, as SQLite does for a journal."""
        if self.lying:
            return
        held.sync()
        made = [n for n, (_, new) in enumerate(self._name_changes) if new is held]
        if made:
            self._sync_names(made[-1] + 1)

    def _sync_names(self, many: int) -> None:
        for name, held in self._name_changes[:many]:
            _rename(self._durable_names, name, held)
        del self._name_changes[:many]

    def reading(self) -> None:
        """Let a read pass; a dead disk gives nothing."""
        if self.dead:
            raise apsw.exception_for(apsw.SQLITE_IOERR_READ)

    def changing(self, kind: str) -> str:
        """Let a call that changes something pass, or fail as was asked for; the word says how a write or sync ends."""
        self.calls += 1
        if self.dead:
            raise apsw.exception_for(apsw.SQLITE_IOERR_WRITE)
        fault = self._fault
        if not fault or self.calls < self._at or not _fits(fault, kind):
            return ""
        if self.fired and fault not in LASTING:
            return ""
        self.fired += 1
        if fault == "power":
            self.dead = True
        if fault in ("short", "sync_dropped"):
            return fault
        raise apsw.exception_for(_code(fault, kind))


def _one_at_a_time(call: Callable[..., Any]) -> Callable[..., Any]:
    """Let a call of a VFS, or of a file of one, have the disk for itself."""

    @functools.wraps(call)
    def alone(self, *given):
        with self.disk.lock:
            return call(self, *given)

    return alone


class _Vfs(apsw.VFS):
    """Opens and removes files for SQLite, on behalf of a disk."""

    def __init__(self, disk: Disk) -> None:
        self.disk = disk
        self.name = f"disk-{next(_numbers)}"
        super().__init__(self.name, base="")

    @_one_at_a_time
    def xOpen(self, name, flags):
        if name is None:
            return apsw.VFSFile("", None, flags)
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        self.disk.reading()
        if Path(path).exists():
            held = self.disk.held(path)
        else:
            self.disk.changing("create")
            held = self.disk.made(path)
        return _File(self.disk, held, name, flags)

    @_one_at_a_time
    def xDelete(self, name, sync):
        self.disk.changing("remove")
        super().xDelete(name, sync)
        self.disk.removed(name, at_once=sync)

    def excepthook(self, *_):
        """Keep quiet: the code that SQLite gets says all."""


class _File(apsw.VFSFile):
    """An open file: what is asked of it is done to the real one and noted."""

    def __init__(self, disk: Disk, held: Held, name, flags) -> None:
        super().__init__("", name, flags)
        self.disk, self.held_data = disk, held

    def xRead(self, amount, place):
        self.disk.reading()
        return super().xRead(amount, place)

    @_one_at_a_time
    def xWrite(self, data, place):
        data = bytes(data)
        short = self.disk.changing("write") == "short"
        if short:
            data = data[: len(data) // 2]
        super().xWrite(data, place)
        self.held_data.write(place, data)
        if short:
            raise apsw.exception_for(apsw.SQLITE_IOERR_WRITE)

    @_one_at_a_time
    def xTruncate(self, length):
        self.disk.changing("cut")
        super().xTruncate(length)
        self.held_data.pending.append(length)

    @_one_at_a_time
    def xSync(self, flags):
        if self.disk.changing("sync") == "sync_dropped":
            self.held_data.pending.clear()
            raise apsw.exception_for(apsw.SQLITE_IOERR_FSYNC)
        self.disk.sync(self.held_data)

    def excepthook(self, *_):
        """Keep quiet: the code that SQLite gets says all."""


def lay_out(folder: Path, image: Mapping[str, bytes]) -> None:
    """Write the files that a power cut left into a folder."""
    for name, data in image.items():
        (folder / name).write_bytes(data)


def _rename(names: dict[str, Held], name: str, held: Held | None) -> None:
    if held is None:
        names.pop(name, None)
    else:
        names[name] = held


def _apply(data: bytearray, one: tuple[int, bytes] | int) -> None:
    place, new = one if isinstance(one, tuple) else (one, b"")
    if isinstance(one, int):
        del data[one:]
    data.extend(bytes(max(place - len(data), 0)))
    data[place : place + len(new)] = new


def _apply_sectors(data: bytearray, one: tuple[int, bytes] | int, rng: Random) -> None:
    if isinstance(one, int):
        if rng.random() < 0.5:
            _apply(data, one)
        return
    place, new = one
    for start in range(0, len(new), SECTOR):
        chance, piece = rng.random(), new[start : start + SECTOR]
        if chance > 0.95:
            piece = rng.randbytes(len(piece))
        if chance > 0.5:
            _apply(data, (place + start, piece))


def _fits(fault: str, kind: str) -> bool:
    if fault in ("short", "full", "full_for_long"):
        return kind == "write" or (kind == "create" and fault != "short")
    return kind == "sync" if fault.startswith("sync") else True


def _code(fault: str, kind: str) -> int:
    if fault.startswith("full"):
        return apsw.SQLITE_FULL
    codes = {"sync": apsw.SQLITE_IOERR_FSYNC, "remove": apsw.SQLITE_IOERR_DELETE, "create": apsw.SQLITE_CANTOPEN}
    return codes.get(kind, apsw.SQLITE_IOERR_WRITE)
