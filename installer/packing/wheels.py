"""What Python packages say of themselves: their licence, its text, and what was compiled into them."""

import importlib.metadata
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

A_LICENCE = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)
BY_CLASSIFIER = {"MIT License": "MIT", "BSD License": "BSD-3-Clause", "Apache Software License": "Apache-2.0"}
WHOSE = r"(copyright|©).*(\d{4}|\(c\)|by )"
TO_FILL_IN = r"[\[<](yyyy|name|copyright)"
"""What stands in licences that nobody has filled in."""
BUILDING = ("proc-macro", "build")
"""Words in the names of crates that only the compiler used."""
NOT_BUILT_IN = ("libimagequant",)
"""Pillow's own list names this as something that it may be built with; its published wheels are built without."""


def runtime_packages(checkout: Path) -> list[str]:
    """Return the plain names of the packages that the desk needs, and that those need, as far as they are installed.

    What only another Python needs counts too: the list must hold for each that the desk runs on.
    """
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting, found = list(project["dependencies"]), set()
    while waiting:
        wanted = Requirement(waiting.pop())
        name = canonicalize_name(wanted.name)
        if name not in found and _applies(wanted) and _is_installed(name):
            found.add(name)
            waiting += importlib.metadata.requires(name) or ()
    return sorted(found)


def licence_of(package: importlib.metadata.Distribution) -> str:
    """Return the licence of a package as an SPDX expression, empty where it does not say one."""
    told = package.metadata
    said = told.get("License-Expression") or ""
    short = told.get("License") or ""
    if not said and short and " " not in short.replace(" OR ", "").replace(" AND ", ""):
        said = short
    classes = [words.rpartition(" :: ")[2] for words in told.get_all("Classifier") or () if words.startswith("License")]
    return said or next((BY_CLASSIFIER[words] for words in classes if words in BY_CLASSIFIER), "")


def texts_of(package: importlib.metadata.Distribution, name: str = "") -> Iterator[str]:
    """Yield the licence texts that a package brings, or the one of that file name."""
    for path in sorted(package.files or (), key=str):
        of_licences = ".dist-info" in str(path) and (A_LICENCE.search(str(path)) is not None)
        if of_licences and (not name or path.name == name):
            yield _decoded(path.read_binary())


def said_copyright(text: str) -> str:
    """Return the first line of a licence that says whose it is, empty where none does."""
    for line in text.splitlines():
        words = line.strip(" *#\t")
        if re.match(WHOSE, words, re.IGNORECASE) and not re.search(TO_FILL_IN, words):
            return words
    return ""


def inside(name: str) -> list[dict[str, str]]:
    """Return what a package was compiled with, as the bills of materials in it say: name, version, licence, purl."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for path in importlib.metadata.files(name) or ():
        if "/sboms/" not in str(path) or path.suffix != ".json":
            continue
        for each in json.loads(path.read_text(encoding="utf-8")).get("components", ()):
            ours = canonicalize_name(each["name"]) == name or each["name"].startswith("PIL.")
            if not ours and not any(word in each["name"] for word in (*BUILDING, *NOT_BUILT_IN)):
                found[each["name"], each.get("version", "")] = _small(each)
    return [found[key] for key in sorted(found, key=lambda key: (key[0].casefold(), key[1]))]


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _small(each: dict[str, Any]) -> dict[str, str]:
    licences = each.get("licenses", ())
    told = [one.get("expression") or one["license"].get("id") or one["license"]["name"] for one in licences]
    purl = re.sub(r"\?.*", "", each.get("purl", ""))
    return {
        "name": each["name"],
        "version": each.get("version", ""),
        "licence": " AND ".join(told),
        "purl": purl,
    }


def _applies(wanted: Requirement) -> bool:
    pythons = ("3.11", "3.12", "3.13")
    return wanted.marker is None or any(
        wanted.marker.evaluate({"extra": "", "python_version": python, "python_full_version": f"{python}.0"})
        for python in pythons
    )


def _is_installed(name: str) -> bool:
    try:
        importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True
