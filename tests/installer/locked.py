"""Reads the lock, and what packages say that they need, for the tests that hold the two against something."""

import importlib.metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
SYSTEMS = ("linux", "win32", "darwin")


def pins() -> dict[str, Requirement]:
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    found = [Requirement(line) for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(pin.name): pin for pin in found}


def version(pin: Requirement) -> str:
    (specifier,) = pin.specifier
    assert specifier.operator == "==", f"{pin} does not name one version"
    return specifier.version


def parts(need: Requirement) -> list[tuple[str, str]]:
    """Return the package itself and each extra that is asked of it."""
    return [(canonicalize_name(need.name), extra) for extra in ("", *need.extras)]


def needs_of(name: str, extra: str) -> list[Requirement]:
    every = [Requirement(line) for line in importlib.metadata.requires(name) or ()]
    return [need for need in every if applies_somewhere(need, extra)]


def applies_somewhere(need: Requirement, extra: str) -> bool:
    def on(system: str, python: str) -> bool:
        platform = {"linux": "Linux", "win32": "Windows", "darwin": "Darwin"}[system]
        facts = {"sys_platform": system, "platform_system": platform, "extra": extra, "python_version": python}
        os_name = "nt" if system == "win32" else "posix"
        facts |= {"os_name": os_name, "python_full_version": f"{python}.0", "platform_machine": "x86_64"}
        return need.marker is None or need.marker.evaluate({**facts, "platform_python_implementation": "CPython"})

    return any(on(system, python) for system in SYSTEMS for python in ("3.11", "3.13"))
