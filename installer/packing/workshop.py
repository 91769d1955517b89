"""Where a build works: a Python environment of its own, with the pinned packages and PyInstaller and nothing else."""

import hashlib
import json
import os
import re
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from installer.packing.facts import Facts, read_facts, requirements
from installer.packing.running import BuildError, run, say

INSTALLED = """
import importlib.metadata, json
print(json.dumps({each.metadata["Name"]: each.version for each in importlib.metadata.distributions()}))
"""
BROUGHT_BY_PYTHON = {"pip", "setuptools"}


@dataclass(frozen=True)
class Workshop:
    """A checkout, and the folder in which everything is made; the checkout itself is only read."""

    checkout: Path
    folder: Path

    @cached_property
    def facts(self) -> Facts:
        """What the packages say of the program."""
        return read_facts(self.checkout)

    @property
    def python(self) -> Path:
        """Return the Python of the build's own environment."""
        return self.folder / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def locks(self) -> tuple[Path, Path]:
        """Return the files that pin every package: the desk's, and the building tools'."""
        return self.checkout / "requirements.lock", self.checkout / "installer" / "packing" / "tools.lock"

    @property
    def settings(self) -> dict[str, str]:
        """Return the variables with which the same checkout gives the same bytes."""
        return {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(self.date), "PYTHONDONTWRITEBYTECODE": "1"}

    @cached_property
    def date(self) -> int:
        """Seconds since 1970 of the last commit, or of the lock where this is no clone."""
        try:
            return int(run(["git", "log", "-1", "--format=%ct"], folder=self.checkout))
        except (BuildError, ValueError):
            return int(self.locks[0].stat().st_mtime)

    def prepare(self) -> None:
        """Make the environment where it is not there yet or not what the locks say; BuildError where that fails."""
        stamp = self.folder / "venv" / "built-from"
        if stamp.is_file() and stamp.read_text(encoding="utf-8") == self._digest():
            return
        say("Making an environment for building, with the pinned packages (up to 200 MB the first time) …")
        run([sys.executable, "-I", "-m", "venv", "--clear", self.folder / "venv"])
        constraints = [part for lock in self.locks for part in ("--constraint", lock)]
        wanted = requirements(self.checkout, "build")
        run([self.python, "-m", "pip", "install", "--quiet", "--only-binary", ":all:", *constraints, *wanted])
        self._check_pins()
        stamp.write_text(self._digest(), encoding="utf-8")

    def ask(self, module: str, *words: str | Path) -> str:
        """Return what a module of the checkout prints in the build's own environment."""
        return run([self.python, "-m", module, *words], folder=self.checkout, extra=self.settings)

    def _check_pins(self) -> None:
        pinned = {name: version for lock in self.locks for name, version in pins(lock).items()}
        for name, version in json.loads(run([self.python, "-I", "-c", INSTALLED])).items():
            known = plain_name(name)
            if known not in BROUGHT_BY_PYTHON and pinned.get(known) != version:
                raise BuildError(f"{name} {version} came along and is not pinned: add it to one of the two locks.")

    def _digest(self) -> str:
        found = hashlib.sha256(sys.version.encode())
        for path in (*self.locks, self.checkout / "pyproject.toml"):
            found.update(path.read_bytes())
        return found.hexdigest()


def pins(lock: Path) -> dict[str, str]:
    """Return the pinned version of each package by its plain name."""
    lines = (line.partition(";")[0].strip() for line in lock.read_text(encoding="utf-8").splitlines())
    pairs = (line.split("==") for line in lines if line and not line.startswith("#"))
    return {plain_name(name): version for name, version in pairs}


def plain_name(name: str) -> str:
    """Return the name of a package as registries compare it: `et_xmlfile` and `et-xmlfile` are one."""
    return re.sub(r"[-_.]+", "-", name).lower()
