"""Who has a register open: a small file beside it, for words and for the command line.

The lock itself is SQLite's; this file only tells of it, so one left behind by a crash does no harm.
"""

import json
import os
import socket
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path

from wibdesk.domain.dates import plain_date
from wibdesk.errors import StoreError
from wibdesk.language import say
from wibdesk.paths import own_path

Answer = tuple[int, str, str]
"""What a command gave: exit code, standard output, standard error."""
PATIENCE = 300.0
"""Seconds to wait for an open desk to carry a command out: a long export takes a while, a frozen desk for ever."""

PATIENCE_FOR_WINDOW = 5.0
"""Seconds to wait for an open desk to show its window."""


@dataclass(frozen=True)
class LockInfo:
    """Who holds a register: process, machine, since when, and where commands are taken (address and its key)."""

    pid: int
    host: str
    since: str
    address: str = ""
    key: str = field(default="", repr=False)

    @property
    def words(self) -> str:
        """The holder as told to the clerk: `on ANNS-PC since 18:02 on 6 October 2026`."""
        where = say("on this computer") if self.host == socket.gethostname() else say("on {host}", host=self.host)
        try:
            since = datetime.fromisoformat(self.since)
        except ValueError:
            return where
        return say("{where} since {since:%H:%M} on {date}", where=where, since=since, date=plain_date(since))


class InUseError(StoreError):
    """Another desk holds the register; `holder` is what it tells of itself, None where it tells nothing."""

    def __init__(self, words: str, holder: LockInfo | None = None) -> None:
        super().__init__(words)
        self.holder = holder


def lock_file(register: Path) -> Path:
    """Return the file that tells who has a register open."""
    register = own_path(register)
    return register.with_name(f"{register.name}.lock")


def holder(register: Path) -> LockInfo | None:
    """Return who has a register open, as far as the file tells; None where it tells nothing.

    One that a desk of this computer left behind, killed or cut off, tells nothing.
    """
    try:
        told = json.loads(lock_file(register).read_text(encoding="utf-8"))
        info = LockInfo(**told)
    except (OSError, ValueError, TypeError):
        return None
    texts = (info.host, info.since, info.address, info.key)
    if not isinstance(info.pid, int) or not all(isinstance(text, str) for text in texts):
        return None
    return info if info.host != socket.gethostname() or _runs(info.pid) else None


def _runs(pid: int) -> bool:
    """Say whether a process of this computer is still there; True where the system does not say."""
    if os.name == "nt":
        # There, the question itself would be a signal.
        return True
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def tell(register: Path, info: LockInfo) -> None:
    """Write who has the register open, readable by its owner alone; a folder that refuses is no hindrance."""
    with suppress(OSError):
        place = lock_file(register)
        part = place.with_name(f"{place.name}.part")
        part.unlink(missing_ok=True)
        with os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as out:
            json.dump(asdict(info), out)
        part.replace(place)


def forget(register: Path) -> None:
    """Take the file away on closing."""
    with suppress(OSError):
        lock_file(register).unlink(missing_ok=True)


def here(now: datetime) -> LockInfo:
    """Return what this process says of itself."""
    return LockInfo(os.getpid(), socket.gethostname(), now.isoformat(timespec="seconds"))


def ask_running_desk(register: Path, argv: Sequence[str], cwd: str, *, patience: float = PATIENCE) -> Answer | None:
    """Have the desk that has the register open carry out a command; None where no desk answers.

    StoreError where one takes the command, or the call, and says nothing more for `patience` seconds.
    """
    request = json.dumps({"argv": list(argv), "cwd": cwd}).encode()
    return _answer_of(register, request, patience)


def come_forward(register: Path, files: Sequence[Path] = (), *, patience: float = PATIENCE_FOR_WINDOW) -> bool:
    """Have the desk that has the register open show its window, and files in it; say whether one does."""
    try:
        request = {"raise": True, "files": [str(path) for path in files]}
        answer = _answer_of(register, json.dumps(request).encode(), patience)
    except StoreError:
        return False
    return answer is not None and answer[0] == 0


def _answer_of(register: Path, request: bytes, patience: float) -> Answer | None:
    info = holder(register)
    if info is None or not info.address:
        return None
    # Only a command wants a queue and threads; the thread ends with the process where the desk never answers.
    from queue import Empty, SimpleQueue  # noqa: PLC0415
    from threading import Thread  # noqa: PLC0415

    answered: SimpleQueue[Answer | None] = SimpleQueue()
    Thread(target=lambda: answered.put(_ask(info, request)), name="caller", daemon=True).start()
    try:
        return answered.get(timeout=patience)
    except Empty:
        raise StoreError(
            say(
                "The desk that has “{register}” open does not answer, and may or may not have carried this "
                "out: look at its window, or close it and try again.",
                register=register,
            )
        ) from None


def _ask(info: LockInfo, request: bytes) -> Answer | None:
    # Only a command wants sockets.
    from multiprocessing import AuthenticationError  # noqa: PLC0415
    from multiprocessing.connection import Client  # noqa: PLC0415

    try:
        with Client(info.address, authkey=info.key.encode()) as desk:
            desk.send_bytes(request)
            answer = json.loads(desk.recv_bytes())
        return int(answer["code"]), str(answer["out"]), str(answer["err"])
    except (OSError, EOFError, AuthenticationError, ValueError, TypeError, KeyError):
        return None
