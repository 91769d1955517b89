"""What the programs and libraries of a folder need of the system, read with objdump as PyInstaller itself does."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from installer.packing.running import run

LOADED_BY_NAME = ("libpython",)
"""Beginnings of libraries that no other file names, for the program loads them itself."""


@dataclass(frozen=True)
class Binary:
    """One program or library: the names of the libraries that it needs, and the newest glibc that it asks for."""

    needs: frozenset[str]
    glibc: tuple[int, ...] = ()


def read(path: Path) -> Binary:
    """Return what a binary needs; BuildError where objdump cannot read it."""
    told = run(["objdump", "-p", path])
    versions = [tuple(int(part) for part in found.split(".")) for found in re.findall(r"GLIBC_([0-9.]+)", told)]
    return Binary(frozenset(re.findall(r"^\s+NEEDED\s+(\S+)", told, re.MULTILINE)), max(versions, default=()))


def binaries(folder: Path) -> Iterator[Path]:
    """Yield every program and library below a folder, links left out."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield path


def read_all(folder: Path) -> dict[Path, Binary]:
    """Return what each program and library below a folder needs."""
    return {path: read(path) for path in binaries(folder)}


def unneeded(found: Mapping[Path, Binary]) -> set[Path]:
    """Return the libraries that no other file asks for, directly or through one that is itself not asked for.

    Only files named as a library (`libX.so.6`) are judged: modules of Python and plug-ins are loaded by their paths.
    """
    kept = dict(found)
    while True:
        wanted = {name for binary in kept.values() for name in binary.needs}
        alone = {path for path in kept if _is_library(path) and path.name not in wanted}
        if not alone:
            return set(found) - set(kept)
        for path in alone:
            del kept[path]


def from_outside(found: Mapping[Path, Binary], there: Iterable[str]) -> dict[str, set[Path]]:
    """Return the libraries that the system must have, each with the files that ask for it."""
    own = {path.name for path in found} | set(there)
    wanted: dict[str, set[Path]] = {}
    for path, binary in found.items():
        for name in binary.needs - own:
            wanted.setdefault(name, set()).add(path)
    return wanted


def _is_library(path: Path) -> bool:
    is_named_so = re.fullmatch(r"lib.+\.so\.[0-9.]+", path.name) is not None
    return is_named_so and not path.name.startswith(LOADED_BY_NAME)
