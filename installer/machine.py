"""The facts about this machine that set-up decides on."""

import ctypes
import importlib.util
import os
import platform
import shutil
import socket
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from installer.needs import DESK, READERS, WAYLAND_SCREEN, X11_SCREEN, Kind, Need, virtual_environments

MANAGERS = ("apt-get", "dnf", "zypper", "pacman")
FONT_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))


@dataclass(frozen=True, kw_only=True)
class Machine:
    """What this machine is and has, and what it lacks for the wish at hand."""

    system: str
    is_root: bool = False
    manager: str | None = None
    has_screen: bool = True
    missing: tuple[Need, ...] = ()
    missing_readers: tuple[Need, ...] = ()


def look_around(*, readers: bool, new_environment: bool) -> Machine:
    """Return the facts; `readers` asks also for the programs of the tests, `new_environment` for what makes one."""
    system = platform.system()
    if system != "Linux":
        return Machine(system=system)
    screen = has_screen(os.environ)
    wanted = (*(venv_needs() if new_environment else ()), *library_needs(os.environ, screen=screen))
    return Machine(
        system=system,
        is_root=os.geteuid() == 0,
        manager=next((name for name in MANAGERS if shutil.which(name)), None),
        has_screen=screen,
        missing=tuple(need for need in wanted if not is_there(need)),
        missing_readers=tuple(need for need in READERS if not is_there(need)) if readers else (),
    )


def library_needs(variables: Mapping[str, str], *, screen: bool) -> tuple[Need, ...]:
    """Return the libraries that the desk needs on Linux with the screen that `variables` name."""
    x11 = X11_SCREEN if screen and variables.get("DISPLAY") else ()
    wayland = WAYLAND_SCREEN if screen and variables.get("WAYLAND_DISPLAY") else ()
    return (*DESK, *x11, *wayland)


def venv_needs() -> tuple[Need, ...]:
    """Return what this very Python needs to make a virtual environment."""
    default = Path("/usr/bin/python3")
    is_default = not default.exists() or default.resolve() == Path(sys.executable).resolve()
    version = "3" if is_default else f"{sys.version_info.major}.{sys.version_info.minor}"
    return (virtual_environments(f"python{version}-venv"),)


def is_there(need: Need) -> bool:
    """Tell whether the machine already has `need`."""
    if need.kind is Kind.COMMAND:
        return shutil.which(need.name) is not None
    if need.kind is Kind.FILE:
        return Path(need.name).exists()
    if need.kind is Kind.FONT:
        return any(next(folder.rglob(need.name), None) for folder in FONT_FOLDERS if folder.is_dir())
    if need.kind is Kind.MODULE:
        return importlib.util.find_spec(need.name) is not None
    try:
        ctypes.CDLL(need.name)
    except OSError:
        return False
    return True


def has_screen(variables: Mapping[str, str]) -> bool:
    """Tell whether a window can be shown on Linux: whether `variables` name a display, and it answers."""
    if variables.get("QT_QPA_PLATFORM") in {"offscreen", "minimal"}:
        return False
    return _wayland_answers(variables) or _x11_answers(variables.get("DISPLAY", ""))


def _wayland_answers(variables: Mapping[str, str]) -> bool:
    name = variables.get("WAYLAND_DISPLAY", "")
    return bool(name) and _answers(str(Path(variables.get("XDG_RUNTIME_DIR", "/")) / name))


def _x11_answers(display: str) -> bool:
    host, _, number = display.rpartition(":")
    if host not in {"", "unix"}:
        return True  # a screen over the network, as ssh -X makes it; Qt itself will say if it is gone
    path = f"/tmp/.X11-unix/X{number.partition('.')[0]}"  # noqa: S108  the place that X fixes for its sockets
    return bool(number) and (_answers(path) or _answers(f"\0{path}"))


def _answers(address: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as caller:
        try:
            caller.connect(address)
        except OSError:
            return False
    return True
