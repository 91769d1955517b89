"""What the desk tells of its own faults: a small log and reports that a clerk can send.

Only sentences that are written here, identifiers, types and places in the program go in: never the text of an
exception, which may hold minutes, nor a name, nor a path of the clerk's.
"""

import logging
import platform
import re
import traceback
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from types import TracebackType

from wibdesk import __version__

ROOT = Path(__file__).resolve().parent.parent
LARGEST_LOG = 100_000
"""Bytes of the log; one older one of the same size is kept."""
REPORTS_KEPT = 5
OWN = logging.getLogger("wibdesk.diagnostics")
_ID = re.compile(r"[0-9a-f-]{1,40}|[A-Z]{1,3}[0-9]{1,9}|[0-9]{1,12}")
_STOPPED = re.compile(r"(Fatal Python error|Windows fatal exception): ([\w ,.()-]{1,80})")
_THREAD = re.compile(r"(Current thread|Thread) 0x[0-9a-f]+")
_FRAME = re.compile(r'\s*File "(?P<path>[^"]+)", line (?P<line>\d+) in (?P<name>[\w<>.]+)')


class Said(StrEnum):
    """All that the log can say."""

    STARTED = "The desk started."
    OPENED = "The register was opened."
    REFUSED = "The disk refused what was to be saved."
    SAVED_AGAIN = "The disk takes what is saved again."
    LOCKED = "The register was locked."
    ASLEEP = "The computer goes to sleep."
    WOKE = "The computer woke up."
    CRASHED = "A fault of the program was caught."
    SESSION_ENDS = "The system asked the desk to close."
    CLOSED = "The desk closed."


@dataclass(frozen=True)
class Fault:
    """A fault of the program: the types of the exceptions, the newest first, and the places that led there.

    `where` is the thread, or Qt.
    """

    kinds: tuple[str, ...]
    frames: tuple[str, ...] = ()
    where: str = "window"

    @property
    def signature(self) -> tuple[str, ...]:
        """What tells one fault from another."""
        return (*self.kinds[:1], *self.frames[-1:])


def fault_of(error: BaseException, where: str = "window") -> Fault:
    """Return what may be told of an exception."""
    chain = list(_chain(error))
    return Fault(tuple(_kind(each) for each in chain), tuple(_frames(error.__traceback__)), where)


def report(faults: Sequence[Fault], *, at: datetime, versions: Mapping[str, str], said: str = "") -> str:
    """Return a crash report as text; `said` is one of our own sentences on what was saved."""
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    known = {"WIBDesk": __version__, "Python": platform.python_version(), **versions, "System": system}
    lines = ["WIBDesk crash report", f"Time: {at:%Y-%m-%d %H:%M:%S %z}".rstrip()]
    lines += [f"{name}: {version}" for name, version in known.items()]
    lines += [said] if said else []
    for number, fault in enumerate(faults, start=1):
        lines += ["", f"Fault {number}, in: {fault.where}"]
        lines += [f"  {kind}" if n == 0 else f"  because of {kind}" for n, kind in enumerate(fault.kinds)]
        lines += [f"    {frame}" for frame in fault.frames]
    lines += ["", "Nothing of the register is in this report: no minutes, no names, no file names."]
    return "\n".join(lines) + "\n"


def trace_faults(trace: str) -> list[Fault]:
    """Return what may be told of what Python wrote when the process was ended by a fault; one for each thread."""
    kinds: tuple[str, ...] = ("The process was ended from outside, or the power failed",)
    found: list[Fault] = []
    for line in trace.splitlines():
        if stopped := _STOPPED.match(line):
            kinds = (stopped[2].strip(),)
        elif thread := _THREAD.match(line):
            found.append(Fault(kinds if not found else (), (), thread[1].lower()))
        elif (frame := _FRAME.match(line)) and found:
            place = f"{_place(frame['path'])}:{frame['line']} in {frame['name']}"
            found[-1] = Fault(found[-1].kinds, (*found[-1].frames, place), found[-1].where)
    return found or [Fault(kinds, (), "system")]


def keep_report(folder: Path, text: str, at: datetime) -> Path | None:
    """Write a report into the state folder and return its file; None where the disk refuses. The newest five stay."""
    path = folder / f"crash-{at:%Y%m%d-%H%M%S}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        for old in sorted(folder.glob("crash-*.txt"))[:-REPORTS_KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        return None
    return path


def note(said: Said, **ids: str | int) -> None:
    """Write one of our sentences into the log, with identifiers or numbers; anything else is left out as `?`."""
    told = {name: value if _ID.fullmatch(str(value)) else "?" for name, value in ids.items()}
    OWN.info(said.value, extra={"said": " ".join([said.value, *(f"{name}={value}" for name, value in told.items())])})


class Discreet(logging.Formatter):
    """Writes where a message comes from; its words only where they are one of our sentences, of errors their types."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(words)s")

    def format(self, record: logging.LogRecord) -> str:
        """Return one line, and one for each frame of an exception."""
        words = getattr(record, "said", None) or f"{record.name}:{record.lineno}"
        error = record.exc_info[1] if record.exc_info else None
        lines = [f"{self.formatTime(record)} {record.levelname} {words}"]
        if error is not None:
            fault = fault_of(error)
            lines += [f"  {part}" for part in (*fault.kinds, *fault.frames)]
        return "\n".join(lines)


def keep_log(folder: Path) -> logging.Handler | None:
    """Write all that is logged into the state folder from now on; None where the disk refuses."""
    # It brings sockets with it, which the first paint does not wait for.
    import logging.handlers  # noqa: PLC0415

    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            folder / "wibdesk.log", maxBytes=LARGEST_LOG, backupCount=1, encoding="utf-8"
        )
    except OSError:
        return None
    handler.setFormatter(Discreet())
    # Python would print the text of what cannot be logged.
    handler.handleError = lambda record: None  # type: ignore[method-assign]
    handler.setLevel(logging.INFO)
    OWN.setLevel(logging.INFO)
    logging.getLogger().addHandler(handler)
    return handler


def drop_log(handler: logging.Handler | None) -> None:
    """Write no log any more."""
    if handler is not None:
        logging.getLogger().removeHandler(handler)
        handler.close()


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)


def _kind(error: BaseException) -> str:
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    code = getattr(error, "sqlite_errorcode", None) or getattr(error, "errno", None)
    return f"{name} ({code})" if isinstance(code, int) else name


def _frames(trace: TracebackType | None) -> Iterable[str]:
    for frame, line in traceback.walk_tb(trace):
        path = Path(frame.f_code.co_filename)
        ours = path.is_relative_to(ROOT) and ".venv" not in path.parts
        place = path.relative_to(ROOT).as_posix() if ours else str(frame.f_globals.get("__name__", "?"))
        yield f"{place}:{line} in {frame.f_code.co_name}"


def _place(written: str) -> str:
    """Return the place of a file of ours below the program's folder, of any other only its name."""
    path = Path(written)
    ours = path.is_relative_to(ROOT) and ".venv" not in path.parts
    return path.relative_to(ROOT).as_posix() if ours else path.name
