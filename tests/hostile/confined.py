"""Meets hostile things in processes of their own, and tells of each what was said, what it cost and what it touched.

`python -m tests.hostile.confined CORPUS FOLDER` runs a module of this folder that has `cases()`, `load()` and `meet()`:
each case is written into a folder of its own and met in a copy of a process that has loaded what is needed.
"""

import importlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SECONDS, MEGABYTES = 15.0, 500
"""What a case may cost: memory beyond what the program had, and seconds of the processor, of which a machine that is
busy with other things needs three times as many as a quiet one."""
PATIENCE = 120
"""Seconds after which a case counts as one that hangs, however busy the machine is."""
SECRET = "secret.txt"
"""A file beside the folders of the cases that many of them try to read."""
HOST = "evil.example"
"""A machine that many of them try to reach."""
_SYSTEM = ("/usr/", "/lib", "/bin/", "/etc/", "/proc/", "/sys/", "/dev/", "/run/", "/var/cache/fontconfig")
_ANYWHERE = ("/dev/null", "/dev/tty", "/openssl.cnf", "/.reportlab_mods", "/.reportlab_settings")
"""The last ones are settings that libraries look for as soon as they are loaded, in the clerk's own folder too."""
_WRITING = re.compile(r"O_(?:WRONLY|RDWR|CREAT|TRUNC)")
_OPENED = re.compile(r'^(\d+) +(?:openat\(\w+, |open\(|creat\()"((?:[^"\\]|\\.)*)", ?([\w|]*)', re.MULTILINE)
_SOCKET = re.compile(r"^(\d+) +(?:socket\(AF_INET6?|connect\(.*AF_INET).*", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """Something hostile: a name, the file that it is handed over as, how its bytes are made, what must be said of it.

    `said` is part of the sentence that refuses it; None for what is taken in unharmed.
    """

    name: str
    file: str
    made: Callable[[], bytes]
    said: str | None = None


@dataclass(frozen=True)
class Outcome:
    """How a case ended: the sentence (empty where it was taken in), the seconds and megabytes, and what it touched."""

    name: str
    said: str
    seconds: float
    megabytes: int
    touched: tuple[str, ...]

    def faults(self, case: Case) -> Iterator[str]:
        """Yield what is wrong with the way the case ended."""
        if case.said is None and self.said:
            yield f"was refused: {self.said}"
        if case.said is not None and (case.said not in self.said or "\n" in self.said or len(self.said) > 400):
            yield f"was told “{self.said[:500]}” in place of “{case.said}”"
        if self.seconds > SECONDS:
            yield f"took {self.seconds:.1f} s"
        if self.megabytes > MEGABYTES:
            yield f"took {self.megabytes} MB"
        yield from self.touched


def faults(corpus: str, folder: Path) -> list[str]:
    """Meet every case of a corpus and return what is wrong, a line for each; empty where nothing is."""
    if not hasattr(os, "fork"):
        pytest.skip("this system cannot copy a process")
    (folder / SECRET).write_text("the secret of the house", encoding="utf-8")
    traced, command = folder / "calls", [sys.executable, "-m", __name__, corpus, str(folder)]
    if shutil.which("strace"):
        calls = "trace=open,openat,creat,socket,connect"
        command = ["strace", "-f", "--seccomp-bpf", "-qq", "-s", "4096", "-e", calls, "-o", str(traced), *command]
    state = {name: str(folder / "state") for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME")}
    environment = {**os.environ, **state, "PYTHONDONTWRITEBYTECODE": "1", "QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    outcomes = {told["name"]: Outcome(**told) for told in map(json.loads, ran.stdout.splitlines())}
    cases = importlib.import_module(f"tests.hostile.{corpus}").cases()
    wrong = [f"{case.name}: {fault}" for case in cases for fault in outcomes[case.name].faults(case)]
    calls = traced.read_text("utf-8", errors="replace") if traced.exists() else ""
    return [*wrong, *dict.fromkeys(_calls(calls, folder))]


def _calls(traced: str, folder: Path) -> Iterator[str]:
    """Yield the files and sockets that the whole run touched and should not have, as the system itself saw them."""
    for name, writing in opened_in(traced):
        if why := forbidden(name, writing, folder):
            yield f"the system saw: {why}"
    for found in _SOCKET.finditer(traced):
        yield f"the system saw: {found[0]}"


def opened_in(traced: str) -> Iterator[tuple[str, bool]]:
    """Yield every file that was opened, and whether to write into it, of what strace wrote down."""
    for _, name, mode in _OPENED.findall(traced):
        yield name, "creat" in mode or _WRITING.search(mode) is not None


def forbidden(name: str, writing: bool, folder: Path) -> str | None:
    """Return why a file may not be opened; None where it may."""
    if SECRET in name or HOST in name:
        return f"opened {name}"
    path = os.path.abspath(os.path.join(ROOT, name))
    if path == str(folder) or path.startswith(f"{folder}{os.sep}") or path.endswith(_ANYWHERE):
        return None
    # The last are examples that tests of documents look for.
    own = (str(ROOT), sys.prefix, sys.base_prefix, str(ROOT.parent / "shared"))
    if "/.cache/fontconfig/" in path or "/.fontconfig/" in path:
        return None
    if writing:
        return None if path.startswith("/dev/shm/") else f"wrote to {name}"
    return None if path.startswith((*own, *_SYSTEM)) else f"opened {name}"


def _main(corpus: str, folder: Path) -> None:
    """Meet every case and print how each ended as a line of JSON."""
    module = importlib.import_module(f"tests.hostile.{corpus}")
    module.load(folder)
    for number, case in enumerate(module.cases()):
        own = folder / str(number)
        own.mkdir()
        (own / case.file).write_bytes(case.made())
        print(json.dumps(asdict(_met(case, own, module.meet))), flush=True)
        shutil.rmtree(own)


def _met(case: Case, own: Path, meet: Callable[[Path], str]) -> Outcome:
    result = own.with_suffix(".json")
    child = os.fork()
    if child == 0:
        _meet_and_leave(case, own, meet, result)
    _, status, used = os.wait4(child, 0)
    told = json.loads(result.read_text("utf-8")) if result.exists() else {"said": _ending(status), "touched": ()}
    before = told.pop("before", 0)
    return Outcome(
        case.name,
        told["said"],
        used.ru_utime + used.ru_stime,
        (used.ru_maxrss - before) // 1024,
        tuple(dict.fromkeys(told["touched"])),
    )


def _ending(status: int) -> str:
    return f"ended with code {os.waitstatus_to_exitcode(status)}"


def _meet_and_leave(case: Case, own: Path, meet: Callable[[Path], str], result: Path) -> None:
    import resource  # noqa: PLC0415 - other systems have none

    signal.alarm(PATIENCE)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with open("/proc/self/statm", encoding="ascii") as sizes:
        size = int(sizes.read().split()[0]) * resource.getpagesize()
    # Only so that a case which fails cannot take the machine with it: what it really used is measured.
    resource.setrlimit(resource.RLIMIT_AS, (size + 2 * MEGABYTES * 1024**2,) * 2)
    touched: list[str] = []
    sys.addaudithook(lambda event, args: _note(event, args, touched, own.parent))
    try:
        said = meet(own / case.file)
    except BaseException as error:  # the end of the road: told, and the process ends
        said = f"{type(error).__name__}: {error}"[:500]
    result.write_text(json.dumps({"said": said, "touched": list(touched), "before": before}), encoding="utf-8")
    os._exit(0)


def _note(event: str, args: tuple[Any, ...], touched: list[str], folder: Path) -> None:
    if event == "open" and isinstance(args[0], str):
        writing = bool((args[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
        if why := forbidden(args[0], writing, folder):
            touched.append(why)
    elif event in ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn"):
        touched.append(f"started {args[0]}")


if __name__ == "__main__":
    _main(sys.argv[1], Path(sys.argv[2]))
