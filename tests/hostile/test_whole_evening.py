"""A whole evening at the desk talks to nobody, touches nothing but its own, and leaves no private word behind."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.documents.canaries import EXEMPT, PRIVATE, holds, layers
from tests.hostile.confined import ROOT, forbidden, opened_in
from tests.hostile.evening import DELETED

WATCHED = "trace=open,openat,creat,socket,connect,bind,sendto,unlink,unlinkat,rename,renameat,renameat2,mkdir"
CHANGES = re.compile(r'(?:unlink|unlinkat|rename|renameat2?|mkdir)\((?:\w+, )?"([^"]*)"')


def test_an_evening_reaches_nobody_touches_only_its_own_and_leaves_no_private_word_behind(tmp_path):
    # All in one: an evening takes its time, and several workers would each spend one.
    with tempfile.TemporaryDirectory(prefix="wd-") as short:  # the address of a local socket has to be short
        look_back(Path(short) / "evening", tmp_path)


def look_back(folder: Path, tmp_path: Path) -> None:
    """Spend an evening and look through all that it did."""
    calls = tmp_path / "calls"
    spend_evening(folder, calls)
    assert [path.name for path in (folder / "temporary").rglob("*")] == [], "temporary files are left over"
    assert private_words(folder, tmp_path) == []
    for mark in (PRIVATE, EXEMPT):
        assert holds(mark, (folder / "register.wibdesk").read_bytes()), "the mark was there to be found"
    if not calls.exists():
        pytest.skip("strace is not installed: sockets were watched by Python alone, and no files")
    seen = calls.read_text("utf-8", errors="replace")
    assert sockets(seen) == {"AF_UNIX"}, "the door was open for the command line, and nothing else"
    assert strange_addresses(seen) == set()
    assert strange_files(seen, folder) == []


def spend_evening(folder: Path, calls: Path) -> None:
    """Run an evening in a process of its own, with what it asks of the system written down where it can be."""
    (folder / "temporary").mkdir(parents=True)
    places = {f"XDG_{name}_HOME": str(folder / "state") for name in ("DATA", "STATE", "CONFIG", "CACHE")}
    own = {**os.environ, **places, "TMPDIR": str(folder / "temporary"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "tests.hostile.evening", str(folder)]
    if shutil.which("strace"):
        command = ["strace", "-f", "--seccomp-bpf", "-qq", "-s", "4096", "-e", WATCHED, "-o", str(calls), *command]
    subprocess.run(command, cwd=ROOT, env=own, check=True)


def sockets(calls: str) -> set[str]:
    """Return the families of all sockets that were made."""
    return set(re.findall(r"socket\((\w+)", calls))


def strange_addresses(calls: str) -> set[str]:
    """Return the addresses of sockets that are neither the desk's own door nor where the system's services answer."""
    addresses = set(re.findall(r'sun_path=@?"([^"]*)"', calls))
    return {one for one in addresses if "/temporary/pymp-" not in one and not one.startswith(("/run/", "/var/run/"))}


def strange_files(calls: str, folder: Path) -> list[str]:
    """Return why each file that was opened, made, renamed or removed should not have been."""
    found = [why for name, writing in opened_in(calls) if (why := forbidden(name, writing, folder))]
    found += [why for name in CHANGES.findall(calls) if (why := forbidden(name, True, folder))]
    return list(dict.fromkeys(found))


def private_words(evening: Path, folder: Path) -> list[str]:
    """Return where a private, exempt or deleted word stands in anything but the register and its copies."""
    files = [path for path in evening.rglob("*") if path.is_file() and not is_register(path)]
    kinds = {path.suffix for path in files}
    assert kinds >= {".docx", ".pdf", ".html", ".xlsx", ".txt", ".log", ".json"}, "there was something to look through"
    return [
        f"{mark}: {path.relative_to(evening)} in its {where}"
        for path in files
        for where, there in [("name", path.name), *layers(path.read_bytes(), path.suffix[1:], folder)]
        for mark in (PRIVATE, EXEMPT, DELETED)
        if holds(mark, there)
    ]


def is_register(path: Path) -> bool:
    """Say whether a file is the register or a copy of it, which hold everything by design."""
    return path.read_bytes()[:16] == b"SQLite format 3\0" or path.name.startswith("register.wibdesk-")
