"""What support needs to know of a desk: versions, system, sizes and the log; no minutes, no names, no paths."""

import platform
from collections.abc import Mapping
from pathlib import Path

from wibdesk import __version__

LINES = 40
"""Lines of the log that go along: its own words only, as `wibdesk.diagnostics` keeps it."""


def support_text(facts: Mapping[str, str], log: Path | None = None) -> str:
    """Return the text to hand to support: `facts` are names and values beside the versions known here."""
    known = {
        "WIBDesk": __version__,
        "Python": platform.python_version(),
        "System": f"{platform.system()} {platform.release()} {platform.machine()}",
        **facts,
    }
    lines = [f"{name}: {value}" for name, value in known.items()]
    tail = _tail(log) if log is not None else []
    if tail:
        lines += ["", "Last lines of the log:", *tail]
    return "\n".join([*lines, "", "No minutes, no names and no paths are in this text."]) + "\n"


def register_size(register: Path) -> str:
    """Return the size of a register in words, empty where it cannot be told."""
    try:
        return f"{register.stat().st_size / 1_000_000:.1f} MB"
    except OSError:
        return ""


def _tail(log: Path) -> list[str]:
    try:
        return log.read_text("utf-8", errors="replace").splitlines()[-LINES:]
    except OSError:
        return []
